/** One renderer an element type. */

import { drawOr, unknownBox } from "../drawing.js";
import { button, iconButton } from "./buttons.js";
import { fileInput } from "./files.js";
import { checkboxes, radioButtons } from "./choices.js";
import { datePicker, dateTimePicker, timePicker } from "./pickers.js";
import { overflow } from "./overflow.js";
import { multiSelect, select } from "./selects.js";
import { emailInput, numberInput, plainTextInput, richTextInput, urlInput } from "./texts.js";

/** @type {Object<string, (element: object, scope: import("./scope.js").Scope) => HTMLElement>} */
const RENDERERS = {
  button,
  workflow_button: button,
  icon_button: iconButton,
  checkboxes,
  radio_buttons: radioButtons,
  datepicker: datePicker,
  timepicker: timePicker,
  datetimepicker: dateTimePicker,
  overflow,
  static_select: select,
  external_select: select,
  users_select: select,
  conversations_select: select,
  channels_select: select,
  multi_static_select: multiSelect,
  multi_external_select: multiSelect,
  multi_users_select: multiSelect,
  multi_conversations_select: multiSelect,
  multi_channels_select: multiSelect,
  plain_text_input: plainTextInput,
  rich_text_input: richTextInput,
  number_input: numberInput,
  email_text_input: emailInput,
  url_text_input: urlInput,
  file_input: fileInput,
};

/**
 * @param {object} element
 * @param {import("./scope.js").Scope} scope
 * @returns {HTMLElement}
 */
export function renderElement(element, scope) {
  return drawOr(
    () => rendererOf(element.type)(element, scope),
    (failure) => unknown(element, scope, failure),
  );
}

function rendererOf(type) {
  return Object.hasOwn(RENDERERS, type) ? RENDERERS[type] : unknown;
}

function unknown(element, { ctx }, failure) {
  return unknownBox(ctx.t("unknown_element", { type: element?.type }), failure, "span");
}
