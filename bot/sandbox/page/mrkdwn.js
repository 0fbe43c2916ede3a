/** Slack's own markup, drawn as DOM nodes. */

import { add, h, link } from "./dom.js";
import { emojiByName } from "./emoji.js";
import { decode, entity } from "./entities.js";

const MARKS = { "*": "strong", _: "em", "~": "s" };
const QUOTE = /^(?:&gt;|>) ?/;
/** A mark that does not close within this many characters is a character. Looking further would cost the square. */
const SPAN_MAX = 3000;
const LIST_ITEM = /^(\s*)(•|◦|▪︎|-|\d+[.)])\s+(.*)$/;

/**
 * Markup of several lines: code, quotes, lists, paragraphs.
 *
 * @param {string} text as Slack carries it, with `&lt;` entities
 * @param {import("./app.js").Context} ctx
 * @returns {HTMLElement}
 */
export function mrkdwn(text, ctx) {
  const root = h("div", { class: "mrkdwn" });
  const parts = text.split(/```\n?([\s\S]*?)```/);
  parts.forEach((part, index) => {
    if (index % 2) {
      root.append(h("pre", { class: "code-block" }, codeText(part.replace(/\n$/, ""))));
      return;
    }
    const before = index < parts.length - 1 ? part.replace(/\n+$/, "") : part;
    const words = index ? before.replace(/^\n+/, "") : before;
    add(root, words ? linesOf(words, ctx) : []);
  });
  return root;
}

/**
 * @param {{type: string, text: string, emoji?: boolean}|undefined} object a text object
 * @param {import("./app.js").Context} ctx
 * @returns {Node}
 */
export function textObject(object, ctx) {
  if (!object) {
    return document.createTextNode("");
  }
  return object.type === "mrkdwn" ? mrkdwn(object.text, ctx) : plainText(object, ctx);
}

/**
 * @param {{text: string, emoji?: boolean}} object a plain text object
 * @returns {HTMLElement}
 */
export function plainText({ text, emoji = true }) {
  const node = h("span", { class: "plain-text" });
  text.split(emoji ? /(:[\w+-]+:)/ : /(?!)/).forEach((part, index) => {
    add(node, [index % 2 ? emojiNode(part.slice(1, -1)) : part]);
  });
  return node;
}

/**
 * @param {string} name
 * @returns {Node} the emoji, or its name between colons
 */
export function emojiNode(name) {
  const chars = emojiByName(name);
  const shown = `:${name}:`;
  return chars
    ? h("span", { class: "emoji", role: "img", "aria-label": shown, title: shown }, chars)
    : document.createTextNode(shown);
}

/** @returns {Node[]} */
function linesOf(text, ctx) {
  const nodes = [];
  let group = null;
  for (const line of text.split("\n")) {
    const kind = QUOTE.test(line) ? "quote" : LIST_ITEM.test(line) ? "list" : "text";
    if (group?.kind !== kind) {
      group = { kind, lines: [] };
      nodes.push(group);
    }
    group.lines.push(line);
  }
  return nodes.map((entry) => GROUPS[entry.kind](entry.lines, ctx));
}

const GROUPS = {
  quote: (lines, ctx) => h("blockquote", {}, withBreaks(lines.map((line) => line.replace(QUOTE, "")), ctx)),
  list: (lines, ctx) => h("ul", { class: "typed-list" }, lines.map((line) => listItem(line, ctx))),
  text: (lines, ctx) => h("div", { class: "lines" }, withBreaks(lines, ctx)),
};

function listItem(line, ctx) {
  const [, indent, bullet, rest] = LIST_ITEM.exec(line);
  const depth = String(Math.min(4, Math.floor(indent.length / 2)));
  return h(
    "li",
    { vars: { "--depth": depth } },
    h("span", { class: "bullet" }, bullet === "-" ? "•" : bullet),
    h("span", {}, inline(rest, ctx)),
  );
}

function withBreaks(lines, ctx) {
  return lines.flatMap((line, index) => [index ? h("br") : null, ...inline(line, ctx)]);
}

/** Inside code only links lose their brackets. */
function codeText(text) {
  return decode(text.replace(/<((?:https?:|mailto:)[^>|]+)(?:\|([^>]*))?>/g, (_, url, label) => label || url));
}

/**
 * Markup of one line.
 *
 * @param {string} text
 * @param {import("./app.js").Context} ctx
 * @returns {Node[]}
 */
export function inline(text, ctx) {
  const nodes = [];
  const scan = {
    // How far each mark was looked for in vain, so that nothing is looked at twice.
    tried: {},
    ends: { "<": text.lastIndexOf(">"), "`": text.lastIndexOf("`") },
  };
  let plain = "";
  const flush = () => {
    if (plain) {
      nodes.push(document.createTextNode(decode(plain)));
      plain = "";
    }
  };
  for (let at = 0; at < text.length; ) {
    const found = tokenAt(text, at, ctx, scan);
    if (found) {
      flush();
      nodes.push(found.node);
      at = found.end;
    } else {
      plain += text[at];
      at += 1;
    }
  }
  flush();
  return nodes;
}

/** @returns {{node: Node, end: number}|null} */
function tokenAt(text, at, ctx, scan) {
  switch (text[at]) {
    case "`":
      return codeAt(text, at);
    case "<":
      return entityAt(text, at, ctx);
    case "*":
    case "_":
    case "~":
      return markAt(text, at, ctx, scan);
    case ":":
      return emojiAt(text, at);
    case "h":
      return addressAt(text, at);
    default:
      return null;
  }
}

function codeAt(text, at) {
  const end = text.indexOf("`", at + 1);
  return end > at + 1 ? { node: h("code", {}, codeText(text.slice(at + 1, end))), end: end + 1 } : null;
}

function entityAt(text, at, ctx) {
  const end = text.indexOf(">", at);
  return end > at + 1 ? { node: entity(text.slice(at + 1, end), ctx), end: end + 1 } : null;
}

function emojiAt(text, at) {
  const match = /^:([\w+-]+(?:::skin-tone-\d)?):/.exec(text.slice(at, at + 60));
  return match && emojiByName(match[1]) ? { node: emojiNode(match[1]), end: at + match[0].length } : null;
}

function addressAt(text, at) {
  if (at > 0 && /[\w/]/.test(text[at - 1])) {
    return null;
  }
  const match = /^https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)\]'"*_~]/.exec(text.slice(at));
  return match ? { node: link(decode(match[0]), decode(match[0]), { class: "link" }), end: at + match[0].length } : null;
}

function markAt(text, at, ctx, scan) {
  const mark = text[at];
  if (isWord(text[at - 1]) || !text[at + 1] || /\s/.test(text[at + 1]) || text[at + 1] === mark) {
    return null;
  }
  const end = closing(text, at, scan);
  return end < 0 ? null : { node: h(MARKS[mark], {}, inline(text.slice(at + 1, end), ctx)), end: end + 1 };
}

/** Where a mark closes: before a boundary, after something that is not a space, outside code and brackets. */
function closing(text, at, scan) {
  const mark = text[at];
  const limit = Math.min(text.length, at + SPAN_MAX);
  for (let index = Math.max(at + 1, scan.tried[mark] ?? 0); index < limit; index += 1) {
    const char = text[index];
    if ((char === "<" || char === "`") && index < scan.ends[char]) {
      index = text.indexOf(char === "<" ? ">" : "`", index + 1);
    } else if (char === mark && !/\s/.test(text[index - 1]) && !isWord(text[index + 1]) && index > at + 1) {
      return index;
    }
  }
  scan.tried[mark] = limit;
  return -1;
}

function isWord(char) {
  return char !== undefined && /[\p{L}\p{N}]/u.test(char);
}
