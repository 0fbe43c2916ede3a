/** Cards, alone and in a row. */

import { h, uid } from "../dom.js";
import { renderElement } from "../elements/index.js";
import { at } from "../elements/scope.js";
import { icon } from "../icons.js";
import { textObject } from "../mrkdwn.js";
import { picture } from "./media.js";

export function card(block, scope) {
  const { ctx } = scope;
  const titleId = block.title && uid("card");
  const text = (name, id) => block[name] && h("div", { class: `card-${name}`, id }, textObject(block[name], ctx));
  const lead = block.icon ? picture(block.icon, ctx, "card-icon") : block.slack_icon && icon("info");
  const head = (lead || block.title || block.subtitle) &&
    h(
      "div",
      { class: "card-head" },
      lead,
      h("div", {}, text("title", titleId), text("subtitle")),
    );
  return h(
    "article",
    { class: "card", "aria-labelledby": titleId },
    block.hero_image && picture(block.hero_image, ctx, "hero"),
    head,
    text("body"),
    block.actions?.length > 0 &&
      h("div", { class: "actions" }, block.actions.map((element) => renderElement(element, scope))),
  );
}

export function carousel(block, scope) {
  const { ctx } = scope;
  const cards = block.elements.map((element) => {
    const node = card(element, at(scope, element.block_id ?? block.block_id));
    if (element.block_id) {
      node.dataset.blockId = element.block_id;
    }
    return h("li", {}, node);
  });
  const row = h("ul", { class: "carousel-row", tabindex: "0", "aria-label": ctx.t("carousel") }, cards);
  const turn = (direction) => row.scrollBy({ left: direction * row.clientWidth * 0.8, behavior: "smooth" });
  const button = (key, name, direction) =>
    h(
      "button",
      { type: "button", class: "icon-button", "aria-label": ctx.t(key), on: { click: () => turn(direction) } },
      icon(name),
    );
  return h(
    "div",
    { class: "carousel" },
    row,
    cards.length > 1 &&
      h("div", { class: "carousel-turn" }, button("previous_card", "left", -1), button("next_card", "right", 1)),
  );
}
