/** Checkboxes and radio buttons. */

import { h, uid } from "../dom.js";
import { textObject } from "../mrkdwn.js";
import { changed, hooks } from "./scope.js";

export function checkboxes(element, scope) {
  const start = scope.form.read(scope.blockId, element).selected_options.map(({ value }) => value);
  return group(element, scope, "checkbox", start, (chosen) => ({ type: "checkboxes", selected_options: chosen }));
}

export function radioButtons(element, scope) {
  const start = [scope.form.read(scope.blockId, element).selected_option?.value];
  const value = ([chosen]) => ({ type: "radio_buttons", selected_option: chosen ?? null });
  return group(element, scope, "radio", start, value);
}

function group(element, scope, kind, start, toValue) {
  const name = uid(kind);
  const inputs = [];
  const changedNow = () => {
    const chosen = element.options.filter((_, index) => inputs[index].checked);
    return changed(scope, element, toValue(chosen), node);
  };
  const rows = element.options.map((option) => {
    const input = h("input", {
      type: kind,
      name,
      value: option.value,
      checked: start.includes(option.value),
      on: { change: changedNow },
    });
    inputs.push(input);
    const description = option.description && h("span", { class: "muted" }, textObject(option.description, scope.ctx));
    return h("label", { class: "choice" }, input, h("span", {}, textObject(option.text, scope.ctx), description));
  });
  const node = h(
    "div",
    {
      class: "choices",
      role: kind === "radio" ? "radiogroup" : "group",
      id: scope.field?.id,
      "aria-labelledby": scope.field?.labelId,
      "aria-label": scope.field ? null : scope.ctx.t(kind === "radio" ? "choose" : "choose_many"),
      "aria-describedby": scope.field?.describedBy,
      "aria-required": kind === "radio" && scope.field?.required ? "true" : null,
      dataset: hooks(scope, element),
    },
    rows,
  );
  return node;
}
