/** A field that narrows a list while one types: the keyboard stays in the field, the list follows. */

import { h, put, uid } from "../dom.js";
import { icon } from "../icons.js";
import { Listbox } from "../listbox.js";

const TYPING_PAUSE_MS = 150;

/**
 * @typedef {object} ComboboxOptions
 * @property {import("../app.js").Context} ctx
 * @property {boolean} multiple
 * @property {import("./sources.js").Choice[]} selected
 * @property {number} max how many may be chosen
 * @property {boolean} clearable
 * @property {string} placeholder
 * @property {object} props attributes of the text field
 * @property {number} minLength typed characters before anything is looked up
 * @property {(query: string) => Promise<import("./sources.js").Choice[]>} load
 * @property {(choices: import("./sources.js").Choice[]) => void} onChange
 */

/**
 * @param {ComboboxOptions} options
 * @returns {HTMLElement}
 */
export function combobox(options) {
  return new Combobox(options).box;
}

class Combobox {
  /** @param {ComboboxOptions} options */
  constructor(options) {
    this.options = options;
    this.chosen = options.selected;
    this.query = "";
    /** Whether what stands in the field is a query, not the choice. */
    this.isAsking = false;
    this.round = 0;
    this.timer = 0;
    const listId = uid("listbox");
    this.input = fieldOf(options, listId);
    this.chips = h("span", { class: "chips" });
    this.clear = h(
      "button",
      { type: "button", class: "icon-button tiny", "aria-label": options.ctx.t("clear") },
      icon("close"),
    );
    const kind = options.multiple ? "many" : "one";
    this.box = h("div", { class: `combobox ${kind}` }, this.chips, this.input, this.clear, icon("chevron"));
    const label = options.placeholder;
    const onPick = (choice) => this.pick(choice);
    this.list = new Listbox({ id: listId, field: this.input, anchor: this.box, label, onPick });
    this.list.node.setAttribute("aria-multiselectable", String(options.multiple));
    this.wire();
    this.draw();
  }

  wire() {
    this.clear.addEventListener("click", () => this.choose([]));
    this.input.addEventListener("blur", () => this.close());
    this.input.addEventListener("keydown", (event) => this.onKey(event));
    this.input.addEventListener("input", () => {
      this.isAsking = true;
      this.query = this.input.value;
      this.stopWaiting();
      this.timer = window.setTimeout(() => this.showNow(), this.options.minLength ? TYPING_PAUSE_MS : 0);
    });
    this.box.addEventListener("click", (event) => {
      if (!event.target.closest("button")) {
        this.input.focus();
        this.open();
      }
    });
  }

  draw() {
    const { multiple, clearable, placeholder } = this.options;
    const label = this.chosen[0]?.label ?? "";
    put(this.chips, multiple && this.chosen.map((choice) => this.chip(choice)));
    this.input.value = multiple || this.isAsking ? this.query : label;
    this.input.placeholder = multiple && label ? "" : (!multiple && label) || placeholder;
    this.clear.hidden = multiple || !clearable || !label;
  }

  chip(choice) {
    const label = this.options.ctx.t("remove", { name: choice.label });
    const remove = () => this.choose(this.chosen.filter(({ key }) => key !== choice.key));
    const button = h("button", { type: "button", "aria-label": label, on: { click: remove } }, icon("close"));
    return h("span", { class: "chip" }, choice.label, button);
  }

  choose(chosen) {
    this.chosen = chosen;
    this.query = "";
    this.draw();
    this.options.onChange(chosen);
  }

  pick(choice) {
    if (!this.options.multiple) {
      this.stopWaiting();
      this.round += 1;
      this.isAsking = false;
      this.list.close();
      this.choose([choice]);
      return;
    }
    const others = this.chosen.filter(({ key }) => key !== choice.key);
    const next = others.length < this.chosen.length ? others : [...this.chosen, choice];
    if (next.length <= this.options.max) {
      this.choose(next);
    }
    this.show(choice.key);
  }

  open() {
    if (!this.list.isOpen) {
      this.query = "";
      this.isAsking = true;
      this.draw();
      this.show();
    }
  }

  close() {
    this.stopWaiting();
    this.round += 1;
    this.query = "";
    this.isAsking = false;
    this.list.close();
    this.draw();
  }

  stopWaiting() {
    window.clearTimeout(this.timer);
    this.timer = 0;
  }

  showNow() {
    this.stopWaiting();
    return this.show();
  }

  /** @param {string} [currentKey] the choice to stay at */
  async show(currentKey) {
    const { ctx, load, minLength } = this.options;
    this.round += 1;
    const { round } = this;
    if ([...this.query].length < minLength) {
      this.list.open([], new Set(), ctx.t("type_more", { n: minLength }));
      return;
    }
    if (minLength) {
      this.list.open([], new Set(), ctx.t("loading"));
    }
    const choices = await load(this.query).catch((error) => {
      ctx.toasts.failure(error);
      return [];
    });
    if (round === this.round) {
      this.list.open(choices, new Set(this.chosen.map(({ key }) => key)), ctx.t("nothing_found"), currentKey);
    }
  }

  async onKey(event) {
    if (this.timer && event.key === "Enter") {
      // Typed faster than the list follows: the choice is made among what fits the words.
      event.preventDefault();
      await this.showNow();
      this.list.handleKey(event);
    } else if (!this.list.isOpen && ["ArrowDown", "ArrowUp", "Enter"].includes(event.key)) {
      event.preventDefault();
      this.open();
    } else if (this.list.isOpen && this.list.handleKey(event)) {
      event.preventDefault();
    } else if (this.list.isOpen && event.key === "Escape") {
      event.stopPropagation();
      this.close();
    } else if (event.key === "Backspace" && this.options.multiple && !this.input.value && this.chosen.length) {
      this.choose(this.chosen.slice(0, -1));
    }
  }
}

function fieldOf(options, listId) {
  return h("input", {
    ...options.props,
    class: "combobox-input",
    type: "text",
    role: "combobox",
    autocomplete: "off",
    "aria-expanded": "false",
    "aria-autocomplete": "list",
    "aria-controls": listId,
  });
}
