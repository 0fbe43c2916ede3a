/** Rich text: what people's own clients send, and what cells of tables may hold. */

import { h, link } from "../dom.js";
import { unknownBox } from "../drawing.js";
import { channelMention, dateNode, isDate, memberMention } from "../entities.js";
import { emojiNode } from "../mrkdwn.js";

const STYLES = { code: "code", bold: "strong", italic: "em", strike: "s", underline: "u" };
/** Hexadecimal, at most 10ffff, joined by hyphens (docs.slack.dev, rich text block: emoji element). */
const CODE_POINTS = /^(?:10|0?[\da-f])?[\da-f]{1,4}(?:-(?:10|0?[\da-f])?[\da-f]{1,4})*$/i;
const LETTERS = { 1: "lower-alpha", 2: "lower-roman" };

/**
 * @param {{elements: object[]}} block
 * @param {import("../elements/scope.js").Scope} scope
 * @returns {HTMLElement}
 */
export function richText(block, { ctx }) {
  return h("div", { class: "rich-text" }, (block.elements ?? []).map((part) => container(part, ctx)));
}

function container(part, ctx) {
  const children = () => (part.elements ?? []).map((element) => leaf(element, ctx));
  switch (part.type) {
    case "rich_text_section":
      return h("div", { class: "lines" }, children());
    case "rich_text_list":
      return list(part, ctx);
    case "rich_text_preformatted":
      return h("pre", { class: "code-block" }, children());
    case "rich_text_quote":
      return h("blockquote", {}, children());
    default:
      return unknownBox(ctx.t("unknown_element", { type: part.type }));
  }
}

function list(part, ctx) {
  const ordered = part.style === "ordered";
  const props = {
    class: `rich-list ${part.border ? "bordered" : ""}`,
    vars: { "--depth": String(part.indent ?? 0), "--marker": ordered ? (LETTERS[part.indent] ?? "decimal") : "disc" },
    start: ordered && part.offset ? part.offset + 1 : null,
  };
  const items = part.elements.map((item) =>
    h("li", {}, item.type === "rich_text_list" ? list(item, ctx) : item.elements.map((each) => leaf(each, ctx))),
  );
  return h(ordered ? "ol" : "ul", props, items);
}

function leaf(element, ctx) {
  const node = (LEAVES[element.type] ?? unknownLeaf)(element, ctx);
  const styles = Object.keys(STYLES).filter((name) => element.style?.[name]);
  return styles.reduce((inner, name) => h(STYLES[name], {}, inner), node);
}

const LEAVES = {
  text: ({ text }) => h("span", { class: "pre-wrap" }, text),
  link: ({ url, text }) => link(url, text || url, { class: "link" }),
  user: ({ user_id: id }, ctx) => memberMention(id, ctx),
  channel: ({ channel_id: id }, ctx) => channelMention(id, ctx),
  usergroup: ({ usergroup_id: id }) => h("span", { class: "mention" }, `@${id}`),
  team: ({ team_id: id }) => h("span", { class: "mention" }, id),
  broadcast: ({ range }) => h("span", { class: "mention mention-me" }, `@${range}`),
  emoji: ({ name, unicode }) => (CODE_POINTS.test(unicode ?? "") ? fromCodePoints(unicode) : emojiNode(name)),
  color: ({ value }) =>
    h("span", { class: "color-value" }, h("span", { class: "swatch", vars: { "--swatch": value } }), value),
  date: ({ timestamp, format, url, fallback }, ctx) => {
    const date = new Date(timestamp * 1000);
    return timestamp && isDate(date) ? dateNode(date, format, url, ctx) : document.createTextNode(fallback ?? "");
  },
};

function fromCodePoints(unicode) {
  return h("span", { class: "emoji" }, String.fromCodePoint(...unicode.split("-").map((hex) => Number.parseInt(hex, 16))));
}

function unknownLeaf(element, ctx) {
  return unknownBox(ctx.t("unknown_element", { type: element.type }), undefined, "span");
}
