/** Modals: the stack the app has opened for the acting person. Only the topmost is shown. */

import { renderBlocks } from "./blocks/index.js";
import { focusable, openDialog } from "./dialog.js";
import { h, put, uid } from "./dom.js";
import { createForm } from "./elements/scope.js";
import { replaceKeepingFocus } from "./focus.js";
import { icon } from "./icons.js";
import { plainText } from "./mrkdwn.js";

export class Modals {
  /** @param {import("./app.js").Context} ctx */
  constructor(ctx) {
    this.ctx = ctx;
    this.forms = new Map();
    this.errors = new Map();
    this.shown = null;
    this.dialog = null;
    this.waiting = null;
    ctx.store.watch(["views"], () => this.draw());
  }

  /** Draws the top of the stack, keeping what was typed in views that are still there. */
  draw() {
    const { views } = this.ctx.store.get();
    const ids = new Set(views.map(({ id }) => id));
    [this.forms, this.errors].forEach((map) => [...map.keys()].forEach((id) => ids.has(id) || map.delete(id)));
    const view = views[views.length - 1];
    const print = view ? `${view.id} ${view.hash} ${views.length}` : "";
    if (print === (this.shown?.print ?? "")) {
      return;
    }
    if (!view) {
      this.stopWaiting();
      this.dialog.close();
      this.dialog = null;
      this.shown = null;
      return;
    }
    const open = this.shown?.id === view.id && this.shown.box.querySelector("[data-list-open]");
    if (open) {
      this.drawOnceClosed(open);
      return;
    }
    this.stopWaiting();
    const box = this.box(view, views.length);
    const same = this.shown?.id === view.id;
    if (this.dialog) {
      replaceKeepingFocus(this.shown.box, box);
    } else {
      this.dialog = openDialog(box, () => this.close());
    }
    this.shown = { id: view.id, print, box };
    this.showErrors(this.errors.get(view.id) ?? {});
    if (!same || !box.contains(document.activeElement)) {
      focusFirst(box);
    }
  }

  /** Whoever is choosing in a list finishes that in the view they see: the choice is kept for the next one. */
  drawOnceClosed(field) {
    if (this.waiting) {
      return;
    }
    this.waiting = new MutationObserver(() => {
      if (!field.dataset.listOpen) {
        this.stopWaiting();
        this.draw();
      }
    });
    this.waiting.observe(field, { attributeFilter: ["data-list-open"] });
  }

  stopWaiting() {
    this.waiting?.disconnect();
    this.waiting = null;
  }

  form(view) {
    if (!this.forms.has(view.id)) {
      this.forms.set(view.id, createForm(view.state?.values));
    }
    return this.forms.get(view.id);
  }

  box(view, depth) {
    const { t } = this.ctx;
    const titleId = uid("modal-title");
    const scope = {
      ctx: this.ctx,
      surface: "modal",
      container: { type: "view", view_id: view.id },
      form: this.form(view),
      blocks: view.blocks,
      blockId: "",
    };
    const body = h("div", { class: "dialog-body" }, renderBlocks(view.blocks, scope));
    const form = h(
      "form",
      {
        class: "dialog modal",
        role: "dialog",
        "aria-modal": "true",
        "aria-labelledby": titleId,
        tabindex: "-1",
        novalidate: true,
        dataset: { testid: "modal", viewId: view.id, callbackId: view.callback_id },
        on: { submit: (event) => this.submit(event, view), input: (event) => this.forgetError(event, view) },
      },
      h("div", { class: "dialog-head" }, this.backButton(depth), heading(view, titleId, this.ctx), this.closeButton(t)),
      body,
      this.foot(view),
    );
    return form;
  }

  backButton(depth) {
    const label = this.ctx.t("back");
    const props = { type: "button", class: "icon-button", "aria-label": label, title: label };
    return depth > 1 && h("button", { ...props, on: { click: () => this.close() } }, icon("back"));
  }

  closeButton(t) {
    const props = { type: "button", class: "icon-button", "aria-label": t("close"), dataset: { testid: "modal-x" } };
    return h("button", { ...props, on: { click: () => this.closeAll() } }, icon("close"));
  }

  foot(view) {
    const { t } = this.ctx;
    const close = h(
      "button",
      { type: "button", class: "button", dataset: { testid: "modal-close" }, on: { click: () => this.close() } },
      view.close ? plainText(view.close) : t(view.submit ? "cancel" : "close"),
    );
    const submit =
      view.submit &&
      h(
        "button",
        { type: "submit", class: "button button-primary", dataset: { testid: "modal-submit" } },
        h("span", { class: "spinner", "aria-hidden": "true" }),
        plainText(view.submit),
      );
    return h("div", { class: "dialog-foot" }, close, submit);
  }

  async submit(event, view) {
    event.preventDefault();
    const { box } = this.shown;
    if (box.getAttribute("aria-busy") === "true" || !view.submit) {
      return;
    }
    this.setBusy(box, true);
    this.errors.delete(view.id);
    try {
      const errors = await this.ctx.actions.submit(view, this.form(view).values(view.blocks));
      if (errors) {
        this.errors.set(view.id, errors);
      }
      this.showErrors(errors ?? {});
    } finally {
      this.setBusy(box, false);
    }
  }

  setBusy(box, busy) {
    box.setAttribute("aria-busy", String(busy));
    // Not disabled: a button that is loses the focus.
    box.querySelectorAll(".dialog-foot button").forEach((button) => button.setAttribute("aria-disabled", String(busy)));
  }

  /** @param {Object<string, string>} errors text by block */
  showErrors(errors) {
    this.markErrors(errors);
    const first = this.shown?.box.querySelector("[aria-invalid='true']");
    (first?.matches("input, textarea") ? first : first?.querySelector("input"))?.focus();
  }

  markErrors(errors) {
    const box = this.shown?.box;
    box?.querySelectorAll("[data-error-for]").forEach((place) => {
      const text = errors[place.dataset.errorFor];
      place.hidden = !text;
      put(place, text && [icon("warning"), text]);
      const control = box.querySelector(`[aria-describedby~="${place.id}"]`);
      control?.setAttribute("aria-invalid", String(Boolean(text)));
    });
  }

  /** What is being corrected is no longer marked as wrong. */
  forgetError({ target }, view) {
    const block = target.closest(".block")?.dataset.blockId;
    const { [block]: corrected, ...others } = this.errors.get(view.id) ?? {};
    if (corrected) {
      this.errors.set(view.id, others);
      this.markErrors(others);
    }
  }

  async close() {
    if (this.shown?.box.getAttribute("aria-busy") === "true") {
      return;
    }
    const { views } = this.ctx.store.get();
    if (views.length) {
      await this.ctx.actions.closeView(views[views.length - 1].id);
    }
  }

  async closeAll() {
    for (let { views } = this.ctx.store.get(); views.length; { views } = this.ctx.store.get()) {
      if (!(await this.ctx.actions.closeView(views[views.length - 1].id))) {
        return;
      }
    }
  }
}

function heading(view, titleId, ctx) {
  const { app } = ctx.store.get();
  return h(
    "div",
    { class: "dialog-heading" },
    h("h2", { id: titleId, class: "dialog-title" }, plainText(view.title)),
    h("span", { class: "muted small" }, app.name),
  );
}

function focusFirst(box) {
  const asked = box.querySelector("[data-focus-on-load]");
  const body = focusable(box.querySelector(".dialog-body"));
  const typed = body.find((node) => node.matches("input, textarea, select"));
  (asked ?? typed ?? body[0] ?? box.querySelector("[type=submit]") ?? box).focus();
}
