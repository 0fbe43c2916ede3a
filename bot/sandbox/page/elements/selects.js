/** Select menus of one or many, over any source. */

import { changed, controlProps } from "./scope.js";
import { combobox } from "./combobox.js";
import { choicesOf, toChoice } from "./sources.js";

/** What the value of each kind of select is called in Slack's state, and whether it is a whole option or an id. */
const KINDS = {
  static_select: ["selected_option", true],
  external_select: ["selected_option", true],
  users_select: ["selected_user", false],
  channels_select: ["selected_channel", false],
  conversations_select: ["selected_conversation", false],
  multi_static_select: ["selected_options", true],
  multi_external_select: ["selected_options", true],
  multi_users_select: ["selected_users", false],
  multi_channels_select: ["selected_channels", false],
  multi_conversations_select: ["selected_conversations", false],
};

export function select(element, scope) {
  return build(element, scope, false);
}

export function multiSelect(element, scope) {
  return build(element, scope, true);
}

function build(element, scope, multiple) {
  const { ctx } = scope;
  const [name, whole] = KINDS[element.type];
  const held = scope.form.read(scope.blockId, element)[name];
  const selected = [held].flat().filter(Boolean).map((value) => toChoice(value, whole, ctx));
  const box = combobox({
    ctx,
    multiple,
    selected,
    max: element.max_selected_items ?? Infinity,
    clearable: Boolean(scope.optional),
    placeholder: element.placeholder?.text ?? ctx.t(multiple ? "choose_many" : "choose"),
    props: {
      ...controlProps(scope, element),
      "aria-label": scope.field ? null : (element.placeholder?.text ?? ctx.t("choose")),
    },
    minLength: element.type.includes("external") ? (element.min_query_length ?? 3) : 0,
    load: choicesOf(element, scope),
    onChange(choices) {
      const values = choices.map((choice) => (whole ? choice.raw : choice.key));
      const value = { type: element.type, [name]: multiple ? values : (values[0] ?? null) };
      return changed(scope, element, value, box);
    },
  });
  return box;
}
