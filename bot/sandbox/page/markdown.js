/** Standard Markdown, as the markdown block takes it, drawn as DOM nodes. */

import { h, link } from "./dom.js";
import { emojiByName } from "./emoji.js";
import { decode, entity } from "./entities.js";
import { emojiNode } from "./mrkdwn.js";

const FENCE = /^(```|~~~)/;
const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/;
const RULE = /^\s*([-*_])(?:\s*\1){2,}\s*$/;
const QUOTE = /^(?:>|&gt;)\s?/;
const ITEM = /^(\s*)([-*+]|\d+[.)])\s+(.*)$/;
/** Inline forms are looked for within this many characters. Looking further would cost the square. */
const SPAN_MAX = 3000;
const TABLE_RULE = /^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$/;

/**
 * @param {string} text
 * @param {import("./app.js").Context} ctx
 * @returns {HTMLElement}
 */
export function markdown(text, ctx) {
  return h("div", { class: "markdown" }, blocksOf(text.split("\n"), ctx));
}

/** Reads one block after the other; each reader answers the nodes and how many lines it took. */
function blocksOf(lines, ctx) {
  const nodes = [];
  for (let at = 0; at < lines.length; ) {
    if (!lines[at].trim()) {
      at += 1;
    } else {
      const [node, taken] = readBlock(lines.slice(at), ctx);
      nodes.push(node);
      at += taken;
    }
  }
  return nodes;
}

function readBlock(lines, ctx) {
  const [first] = lines;
  if (FENCE.test(first)) {
    return readFence(lines);
  }
  if (HEADING.test(first)) {
    const [, marks, words] = HEADING.exec(first);
    return [h(`h${Math.min(6, marks.length + 2)}`, { class: `md-h${marks.length}` }, spans(words, ctx)), 1];
  }
  if (RULE.test(first)) {
    return [h("hr"), 1];
  }
  if (QUOTE.test(first)) {
    const quoted = takeWhile(lines, (line) => QUOTE.test(line));
    return [h("blockquote", {}, blocksOf(quoted.map((line) => line.replace(QUOTE, "")), ctx)), quoted.length];
  }
  if (lines.length > 1 && first.includes("|") && TABLE_RULE.test(lines[1])) {
    return readTable(lines, ctx);
  }
  return ITEM.test(first) ? readList(lines, ctx) : readParagraph(lines, ctx);
}

function readFence(lines) {
  const mark = FENCE.exec(lines[0])[1];
  const end = lines.findIndex((line, index) => index > 0 && line.startsWith(mark));
  const last = end < 0 ? lines.length : end;
  return [h("pre", { class: "code-block" }, lines.slice(1, last).join("\n")), last + 1];
}

function readParagraph(lines, ctx) {
  const starts = (line, index) => index > 0 && [FENCE, HEADING, QUOTE, ITEM].some((pattern) => pattern.test(line));
  const own = takeWhile(lines, (line, index) => line.trim() && !starts(line, index));
  const parts = own.flatMap((line, index) => [index ? h("br") : null, ...spans(line.trim(), ctx)]);
  return [h("p", {}, parts), own.length];
}

function readTable(lines, ctx) {
  const rows = takeWhile(lines, (line) => line.includes("|"));
  const cells = rows.filter((_, index) => index !== 1).map(splitRow);
  const head = h("tr", {}, cells[0].map((cell) => h("th", { scope: "col" }, spans(cell, ctx))));
  const body = cells.slice(1).map((row) => h("tr", {}, row.map((cell) => h("td", {}, spans(cell, ctx)))));
  const table = h("table", { class: "table" }, h("thead", {}, head), h("tbody", {}, body));
  return [h("div", { class: "table-scroll" }, table), rows.length];
}

function splitRow(line) {
  return line.trim().replace(/^\||\|$/g, "").split("|").map((cell) => cell.trim());
}

function readList(lines, ctx) {
  const own = takeWhile(lines, (line) => ITEM.test(line) || /^\s+\S/.test(line));
  return [buildList(own, ctx), own.length];
}

function buildList(lines, ctx) {
  const [, indent, bullet] = ITEM.exec(lines[0]);
  const ordered = /\d/.test(bullet);
  const list = h(ordered ? "ol" : "ul", ordered ? { start: Number.parseInt(bullet, 10) } : {});
  for (let at = 0; at < lines.length; ) {
    const rest = lines.slice(at + 1);
    const nested = takeWhile(rest, (line) => line.search(/\S/) > indent.length);
    const words = ITEM.exec(lines[at])?.[3] ?? lines[at].trim();
    list.append(listItem(words, nested, ctx));
    at += 1 + nested.length;
  }
  return list;
}

function listItem(words, nested, ctx) {
  const task = /^\[([ xX])\]\s+(.*)$/.exec(words);
  const inner = nested.length ? (ITEM.test(nested[0]) ? buildList(nested, ctx) : blocksOf(nested, ctx)) : null;
  if (!task) {
    return h("li", {}, spans(words, ctx), inner);
  }
  const box = h("input", { type: "checkbox", disabled: true, checked: task[1] !== " " });
  return h("li", { class: "task" }, h("label", {}, box, h("span", {}, spans(task[2], ctx))), inner);
}

function takeWhile(lines, test) {
  const end = lines.findIndex((line, index) => !test(line, index));
  return end < 0 ? lines : lines.slice(0, end);
}

/** Inline forms, in the order in which they are tried. */
const SPANS = [
  [/^`([^`]+)`/, (match) => h("code", {}, match[1])],
  [/^!\[([^\]]*)\]\(([^)\s]+)[^)]*\)/, (match) => link(match[2], match[1] || match[2], { class: "link" })],
  [/^\[([^\]]+)\]\(([^)\s]+)[^)]*\)/, (match, ctx) => link(match[2], spans(match[1], ctx), { class: "link" })],
  [/^<([@#!][^>]+|https?:[^>]+|mailto:[^>]+)>/, (match, ctx) => entity(match[1], ctx)],
  [/^\*\*\*(\S(?:.*?\S)?)\*\*\*/, (match, ctx) => h("strong", {}, h("em", {}, spans(match[1], ctx)))],
  [/^\*\*(\S(?:.*?\S)?)\*\*/, (match, ctx) => h("strong", {}, spans(match[1], ctx))],
  [/^__(\S(?:.*?\S)?)__(?!\w)/, (match, ctx) => h("strong", {}, spans(match[1], ctx))],
  [/^\*(\S(?:.*?\S)?)\*/, (match, ctx) => h("em", {}, spans(match[1], ctx))],
  [/^_(\S(?:.*?\S)?)_(?!\w)/, (match, ctx) => h("em", {}, spans(match[1], ctx))],
  [/^~~(\S(?:.*?\S)?)~~/, (match, ctx) => h("s", {}, spans(match[1], ctx))],
  [/^:([\w+-]+):/, (match) => (emojiByName(match[1]) ? emojiNode(match[1]) : null)],
  [/^https?:\/\/[^\s<>]*[^\s<>.,;:!?)\]'"]/, (match) => link(match[0], match[0], { class: "link" })],
  [/^\\([\\`*_{}[\]()#+\-.!~|>])/, (match) => document.createTextNode(match[1])],
];

function spans(text, ctx) {
  const nodes = [];
  let plain = "";
  for (let at = 0; at < text.length; ) {
    const [node, length] = spanAt(text, at, ctx);
    if (node) {
      nodes.push(decode(plain), node);
      plain = "";
    } else {
      plain += text[at];
    }
    at += length;
  }
  return [...nodes, decode(plain)];
}

function spanAt(text, at, ctx) {
  const insideWord = at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1]);
  if (!/[`![<*_~:h\\]/.test(text[at]) || (insideWord && /[_:h]/.test(text[at]))) {
    return [null, 1];
  }
  const rest = text.slice(at, at + SPAN_MAX);
  for (const [pattern, build] of SPANS) {
    const match = pattern.exec(rest);
    const node = match && build(match, ctx);
    if (node) {
      return [node, match[0].length];
    }
  }
  return [null, 1];
}
