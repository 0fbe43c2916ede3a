/** Changing the text of one's own message. */

import { openDialog } from "./dialog.js";
import { h, uid } from "./dom.js";

/**
 * @param {string} text
 * @param {import("./app.js").Context} ctx
 * @returns {Promise<string|null>} null when nothing is to change
 */
export function editDialog(text, ctx) {
  const { promise, resolve } = Promise.withResolvers();
  const { t } = ctx;
  const titleId = uid("edit");
  const finish = (answer) => {
    dialog.close();
    resolve(answer);
  };
  const field = h("textarea", { class: "input", rows: 5, value: text, "aria-labelledby": titleId });
  const cancel = h("button", { type: "button", class: "button", on: { click: () => finish(null) } }, t("cancel"));
  const save = h("button", { type: "submit", class: "button button-primary" }, t("save"));
  const onSubmit = (event) => {
    event.preventDefault();
    finish(field.value.trim() && field.value !== text ? field.value : null);
  };
  const box = h(
    "form",
    { class: "dialog", role: "dialog", "aria-modal": "true", "aria-labelledby": titleId, on: { submit: onSubmit } },
    h("h2", { id: titleId, class: "dialog-title" }, t("edit")),
    h("div", { class: "dialog-body" }, field),
    h("div", { class: "dialog-foot" }, cancel, save),
  );
  const dialog = openDialog(box, () => finish(null));
  field.focus();
  return promise;
}
