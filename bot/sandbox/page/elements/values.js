/** The value an element starts with, in the shape of Slack's `state.values`. */

const text = (element) => ({ type: element.type, value: element.initial_value ?? null });
const one = (name) => (element) => ({ type: element.type, [`selected_${name}`]: element[`initial_${name}`] ?? null });
const many = (name) => (element) => ({ type: element.type, [`selected_${name}`]: element[`initial_${name}`] ?? [] });

/** @type {Object<string, (element: object) => object>} */
const INITIAL = {
  plain_text_input: text,
  number_input: text,
  email_text_input: text,
  url_text_input: text,
  rich_text_input: (element) => ({ type: element.type, rich_text_value: element.initial_value ?? null }),
  static_select: one("option"),
  external_select: one("option"),
  radio_buttons: one("option"),
  users_select: one("user"),
  channels_select: one("channel"),
  conversations_select: one("conversation"),
  multi_static_select: many("options"),
  multi_external_select: many("options"),
  checkboxes: many("options"),
  multi_users_select: many("users"),
  multi_channels_select: many("channels"),
  multi_conversations_select: many("conversations"),
  datepicker: one("date"),
  timepicker: one("time"),
  datetimepicker: one("date_time"),
};

/**
 * @param {object} element
 * @returns {object|null} null for elements that hold no value, such as buttons
 */
export function initialValue(element) {
  return INITIAL[element.type]?.(element) ?? null;
}
