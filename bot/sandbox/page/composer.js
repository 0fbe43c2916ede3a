/** The message box. */

import { choicesFor, commandOf, wordAt } from "./completion.js";
import { h, put, uid } from "./dom.js";
import { icon } from "./icons.js";
import { Listbox } from "./listbox.js";
import { openMenu } from "./menu.js";

const MAX_HEIGHT_PX = 240;

function muted(text) {
  return h("span", { class: "muted" }, text);
}

export class Composer {
  /**
   * @param {import("./app.js").Context} ctx
   * @param {object} options
   * @param {boolean} options.inThread
   * @param {() => string} options.placeholder
   * @param {(text: string) => Promise<boolean>} options.send false keeps the text
   */
  constructor(ctx, { inThread, placeholder, send }) {
    this.ctx = ctx;
    this.options = { inThread, placeholder, send };
    this.drafts = new Map();
    this.sent = [];
    this.key = "";
    this.build();
    const id = uid("completion");
    this.field.setAttribute("aria-controls", id);
    const label = ctx.t("completion");
    const onPick = (choice) => this.insert(choice.key);
    this.list = new Listbox({ id, field: this.field, anchor: this.box, label, above: true, onPick });
    // What scrolls must be within reach of the keyboard, unless a combobox steers it (axe: scrollable-region-focusable).
    this.list.node.tabIndex = 0;
  }

  build() {
    const { inThread } = this.options;
    const testid = (name) => ({ testid: inThread ? `thread-${name}` : name });
    this.field = h("textarea", {
      class: "composer-field",
      rows: 1,
      "aria-autocomplete": "list",
      "aria-haspopup": "listbox",
      dataset: testid("composer"),
      on: {
        input: () => this.typed(),
        keydown: (event) => this.onKey(event),
        blur: () => this.list.close(),
        click: () => this.suggest(),
      },
    });
    this.button = h(
      "button",
      { type: "button", class: "send", dataset: testid("send"), on: { click: () => this.submit() } },
      icon("send"),
    );
    const opens = { "aria-haspopup": "menu", "aria-expanded": "false", dataset: testid("shortcuts") };
    this.shortcuts = h("button", { type: "button", class: "icon-button", ...opens }, icon("bolt"));
    this.shortcuts.addEventListener("click", () => openMenu(this.shortcuts, this.shortcutItems(), "", "start"));
    this.hint = h("div", { class: "composer-hint" });
    const foot = h("div", { class: "composer-foot" }, this.shortcuts, this.hint, this.button);
    this.box = h("div", { class: "composer" }, this.field, foot);
    this.notice = h("p", { class: "composer-notice", hidden: true });
    this.node = h("div", { class: "composer-frame" }, this.notice, this.box);
  }

  /**
   * Words, draft and rights of the place one writes to.
   *
   * @param {string} key of the place, so each keeps its own draft
   * @param {string} notice why nothing can be written here, or empty
   */
  show(key, notice) {
    const { t } = this.ctx;
    this.notice.hidden = !notice;
    this.box.hidden = Boolean(notice);
    put(this.notice, notice);
    const label = this.options.placeholder();
    this.field.placeholder = label;
    this.field.setAttribute("aria-label", label);
    this.button.setAttribute("aria-label", t("send"));
    this.button.title = t("send");
    this.shortcuts.setAttribute("aria-label", t("shortcuts"));
    this.shortcuts.title = t("shortcuts");
    this.list.node.setAttribute("aria-label", t("completion"));
    this.shortcuts.hidden = this.options.inThread || !this.shortcutItems().length;
    if (key !== this.key) {
      this.drafts.set(this.key, this.field.value);
      this.key = key;
      this.field.value = this.drafts.get(key) ?? "";
    }
    this.refresh();
  }

  shortcutItems() {
    const { app } = this.ctx.store.get();
    return app.shortcuts
      .filter(({ type }) => type === "global")
      .map(({ name, callback_id: callback }) => ({
        label: name,
        description: app.name,
        run: () => this.ctx.actions.shortcut({ callback_id: callback }),
      }));
  }

  typed() {
    this.refresh();
    this.suggest();
  }

  refresh() {
    this.field.style.setProperty("height", "auto");
    this.field.style.setProperty("height", `${Math.min(MAX_HEIGHT_PX, this.field.scrollHeight)}px`);
    this.button.disabled = !this.field.value.trim();
    const command = commandOf(this.field.value, this.ctx);
    const hint = command
      ? [h("code", {}, command.command), ` ${command.usage_hint ?? ""} `, muted(command.description ?? "")]
      : [muted(this.field.value ? this.ctx.t("hint_keys") : "")];
    put(this.hint, hint);
  }

  suggest() {
    const typed = wordAt(this.field.value, this.field.selectionStart);
    const choices = typed ? choicesFor(typed, this.ctx) : [];
    const done = choices.some(({ key }) => key === `${typed.kind}${typed.word}`);
    if (choices.length && !done) {
      this.list.open(choices, new Set(), "");
    } else {
      this.list.close();
    }
  }

  insert(word) {
    const { from } = wordAt(this.field.value, this.field.selectionStart);
    const after = this.field.value.slice(this.field.selectionStart).replace(/^\s/, "");
    this.field.setRangeText(`${word} ${after}`, from, this.field.value.length, "end");
    const caret = from + word.length + 1;
    this.field.setSelectionRange(caret, caret);
    this.list.close();
    this.refresh();
    this.field.focus();
  }

  onKey(event) {
    if (this.list.isOpen) {
      const pick = event.key === "Tab" && !event.shiftKey && this.list.current;
      if (pick) {
        event.preventDefault();
        this.insert(this.list.current.key);
        return;
      }
      if (event.key === "Escape") {
        event.stopPropagation();
        this.list.close();
        return;
      }
      if (this.list.handleKey(event)) {
        event.preventDefault();
        return;
      }
    }
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "ArrowUp" && !this.field.value && this.sent.length) {
      event.preventDefault();
      this.field.value = this.sent[this.sent.length - 1];
      this.refresh();
    }
  }

  async submit() {
    const text = this.field.value.trim();
    if (!text) {
      return;
    }
    const { key } = this;
    this.write("");
    this.sent.push(text);
    if (!(await this.options.send(text)) && this.key === key && !this.field.value) {
      this.write(text);
    }
  }

  write(text) {
    this.field.value = text;
    this.list.close();
    this.refresh();
  }

  focus() {
    this.field.focus();
  }
}
