/** Buttons: plain, primary, danger, links, icons. */

import { h, safeUrl } from "../dom.js";
import { icon } from "../icons.js";
import { plainText } from "../mrkdwn.js";
import { act, hooks } from "./scope.js";

export function button(element, scope) {
  const href = element.url && safeUrl(element.url);
  const style = ["primary", "danger"].includes(element.style) ? `button-${element.style}` : "";
  const action = element.value === undefined ? { type: "button" } : { type: "button", value: element.value };
  const props = {
    class: `button ${style}`,
    "aria-label": element.accessibility_label,
    dataset: hooks(scope, element),
    on: { click: () => act(scope, element, action, node) },
  };
  const node = href
    ? h("a", { ...props, href, target: "_blank", rel: "noopener noreferrer" }, plainText(element.text))
    : h("button", { ...props, type: "button" }, plainText(element.text));
  return node;
}

const ICONS = { trash: "trash" };

export function iconButton(element, scope) {
  const action = { type: "icon_button", ...(element.value === undefined ? {} : { value: element.value }) };
  const node = h(
    "button",
    {
      type: "button",
      class: "button button-icon",
      title: element.text.text,
      "aria-label": element.accessibility_label ?? element.text.text,
      dataset: hooks(scope, element),
      on: { click: () => act(scope, element, action, node) },
    },
    icon(ICONS[element.icon] ?? "more"),
  );
  return node;
}
