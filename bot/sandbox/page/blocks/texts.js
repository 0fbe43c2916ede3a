/** Blocks of words: section, header, context, markdown, divider, file. */

import { h } from "../dom.js";
import { unknownBox } from "../drawing.js";
import { renderElement } from "../elements/index.js";
import { markdown } from "../markdown.js";
import { plainText, textObject } from "../mrkdwn.js";
import { picture } from "./media.js";

export function section(block, scope) {
  const { ctx } = scope;
  const words = h(
    "div",
    { class: "section-text" },
    block.text && textObject(block.text, ctx),
    block.fields && h("div", { class: "fields" }, block.fields.map((field) => h("div", {}, textObject(field, ctx)))),
  );
  if (!block.accessory) {
    return h("div", { class: "section" }, words);
  }
  const accessory = block.accessory;
  const node = accessory.type === "image" ? picture(accessory, ctx, "thumbnail") : renderElement(accessory, scope);
  return h("div", { class: "section" }, words, h("div", { class: `accessory accessory-${accessory.type}` }, node));
}

export function header(block) {
  return h("h3", { class: "header-block" }, plainText(block.text));
}

export function divider() {
  return h("div", { role: "separator", class: "divider" });
}

export function context(block, { ctx }) {
  const parts = block.elements.map((element) =>
    element.type === "image" ? picture(element, ctx, "context-image") : h("span", {}, textObject(element, ctx)),
  );
  return h("div", { class: "context" }, parts);
}

export function markdownBlock(block, { ctx }) {
  return h("div", {}, markdown(block.text, ctx));
}

export function file(block, { ctx }) {
  return unknownBox(ctx.t("file_elsewhere", { id: block.external_id }));
}
