/** The overflow menu. */

import { h, safeUrl } from "../dom.js";
import { icon } from "../icons.js";
import { openMenu } from "../menu.js";
import { plainText } from "../mrkdwn.js";
import { act, hooks } from "./scope.js";

export function overflow(element, scope) {
  const choose = (option) => {
    const href = option.url && safeUrl(option.url);
    if (href) {
      window.open(href, "_blank", "noopener");
    }
    return act(scope, element, { type: "overflow", selected_option: option }, node);
  };
  const items = element.options.map((option) => ({
    label: plainText(option.text),
    description: option.description?.text,
    run: () => choose(option),
  }));
  const node = h(
    "button",
    {
      type: "button",
      class: "button button-icon",
      "aria-label": scope.ctx.t("overflow"),
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      dataset: hooks(scope, element),
      on: { click: () => openMenu(node, items) },
    },
    icon("more"),
  );
  return node;
}
