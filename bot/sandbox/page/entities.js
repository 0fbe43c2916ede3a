/** What stands in angle brackets in Slack's texts: people, channels, dates, links. */

import { h, link } from "./dom.js";
import { findChannel, nameOf } from "./people.js";
import { zonedParts } from "./time.js";

/** @param {string} text */
export function decode(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/**
 * @param {string} inside what stands between `<` and `>`
 * @param {import("./app.js").Context} ctx
 * @returns {Node}
 */
export function entity(inside, ctx) {
  const bar = inside.indexOf("|");
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? "" : decode(inside.slice(bar + 1));
  if (target.startsWith("@")) {
    return memberMention(target.slice(1), ctx, label);
  }
  if (target.startsWith("#")) {
    return channelMention(target.slice(1), ctx, label);
  }
  if (target.startsWith("!date^")) {
    return dateEntity(target.slice(6), label, ctx);
  }
  if (target.startsWith("!subteam^")) {
    return h("span", { class: "mention" }, label || `@${target.slice(9)}`);
  }
  if (target.startsWith("!")) {
    return h("span", { class: "mention mention-me" }, `@${target.slice(1)}`);
  }
  return link(decode(target), label || decode(target).replace(/^mailto:/, ""), { class: "link" });
}

/**
 * @param {string} id
 * @param {import("./app.js").Context} ctx
 * @param {string} [label] used when the workspace does not know the member
 */
export function memberMention(id, ctx, label = "") {
  const state = ctx.store.get();
  const name = nameOf(state, id);
  const classes = id === state.me?.id ? "mention mention-me" : "mention";
  return h("span", { class: classes, dataset: { user: id } }, `@${name === id && label ? label : name}`);
}

/**
 * @param {string} id
 * @param {import("./app.js").Context} ctx
 * @param {string} [label]
 */
export function channelMention(id, ctx, label = "") {
  const channel = findChannel(ctx.store.get(), id);
  const name = `#${channel?.name ?? (label || id)}`;
  if (!channel) {
    return h("span", { class: "mention" }, name);
  }
  return h("button", { type: "button", class: "mention", on: { click: () => ctx.go.channel(id) } }, name);
}

function dateEntity(spec, fallback, ctx) {
  const [seconds, format = "", url] = spec.split("^");
  const date = new Date(Number(seconds) * 1000);
  return isDate(date) ? dateNode(date, format, url, ctx) : document.createTextNode(fallback);
}

/**
 * @param {Date} date
 * @returns {boolean} whether a calendar reaches it
 */
export function isDate(date) {
  return !Number.isNaN(date.getTime());
}

/**
 * @param {Date} date
 * @param {string} format with Slack's tokens, such as `{date_short} {time}`
 * @param {string|undefined} url
 * @param {import("./app.js").Context} ctx
 */
export function dateNode(date, format, url, ctx) {
  const text = formatDate(date, format, ctx);
  const node = h("time", { datetime: date.toISOString(), title: ctx.times.full(date) }, text);
  return url ? link(url, node, { class: "link" }) : node;
}

const DATE_TOKENS = {
  date_num: null,
  date: { month: "long", day: "numeric", year: "numeric" },
  date_short: { month: "short", day: "numeric", year: "numeric" },
  date_long: { weekday: "long", month: "long", day: "numeric", year: "numeric" },
  day_divider_pretty: { weekday: "long", month: "long", day: "numeric" },
  time: { hour: "numeric", minute: "2-digit" },
  time_secs: { hour: "numeric", minute: "2-digit", second: "2-digit" },
};

function formatDate(date, format, ctx) {
  return format.replace(/\{(\w+)\}/g, (whole, token) => {
    if (token === "date_num") {
      const { year, month, day } = zonedParts(date, ctx.times.zone);
      return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    }
    if (token === "ago") {
      return ago(date, ctx);
    }
    const plain = DATE_TOKENS[token] ? token : token.replace(/_pretty$/, "");
    const near = token.endsWith("_pretty") && relativeDay(date, ctx);
    return near || (DATE_TOKENS[plain] ? ctx.times.show(date, DATE_TOKENS[plain]) : whole);
  });
}

/**
 * @param {Date} date
 * @param {import("./app.js").Context} ctx
 * @returns {string} "today" and its neighbours in the reader's language, empty for other days
 */
export function relativeDay(date, ctx) {
  const days = ctx.times.dayKey(date) - ctx.times.dayKey(ctx.now());
  return { "-1": ctx.t("yesterday"), 0: ctx.t("today"), 1: ctx.t("tomorrow") }[days] ?? "";
}

function ago(date, ctx) {
  const seconds = Math.round((date - ctx.now()) / 1000);
  const relative = new Intl.RelativeTimeFormat(ctx.times.locale, { numeric: "auto" });
  const units = [["day", 86_400], ["hour", 3600], ["minute", 60]];
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ["second", 1];
  return relative.format(Math.round(seconds / size), unit);
}
