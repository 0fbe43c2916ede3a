/** Blocks of controls: actions, context_actions, input. */

import { h, uid } from "../dom.js";
import { renderElement } from "../elements/index.js";
import { plainText } from "../mrkdwn.js";

/** Elements made of several controls, which a group names instead of one label. */
const GROUPS = new Set(["checkboxes", "radio_buttons"]);

export function actions(block, scope) {
  return h("div", { class: "actions" }, block.elements.map((element) => renderElement(element, scope)));
}

export function contextActions(block, scope) {
  const elements = block.elements.flatMap((element) =>
    element.type === "feedback_buttons"
      ? [element.positive_button, element.negative_button].map((button) => ({
          ...button,
          type: "button",
          action_id: element.action_id,
        }))
      : [element],
  );
  return h("div", { class: "actions" }, elements.map((element) => renderElement(element, scope)));
}

/**
 * A label, its control, a hint and the place of its error. The modal finds that place by `data-error-for`.
 *
 * @param {object} block
 * @param {import("../elements/scope.js").Scope} scope
 */
export function inputBlock(block, scope) {
  const { ctx } = scope;
  const ids = { control: uid("control"), label: uid("label"), hint: uid("hint"), error: uid("error") };
  const described = [block.hint && ids.hint, ids.error].filter(Boolean).join(" ");
  const control = renderElement(block.element, {
    ...scope,
    silent: !block.dispatch_action,
    optional: Boolean(block.optional),
    field: { id: ids.control, labelId: ids.label, describedBy: described, required: !block.optional },
  });
  const label = [
    plainText(block.label),
    block.optional
      ? h("span", { class: "optional" }, ` ${ctx.t("optional")}`)
      : h("span", { class: "required" }, h("span", { "aria-hidden": "true" }, " *"), hidden(ctx.t("required"))),
  ];
  const grouped = GROUPS.has(block.element.type);
  return h(
    "div",
    { class: "input-block", role: grouped ? "group" : null, "aria-labelledby": grouped ? ids.label : null },
    h(grouped ? "div" : "label", { class: "label", id: ids.label, for: grouped ? null : ids.control }, label),
    control,
    h("div", { class: "field-error", id: ids.error, dataset: { errorFor: block.block_id }, hidden: true }),
    block.hint && h("div", { class: "hint", id: ids.hint }, plainText(block.hint)),
  );
}

function hidden(text) {
  return h("span", { class: "visually-hidden" }, ` (${text})`);
}
