/** A list of messages that changes row by row, keeps its place, and is read out as it grows. */

import { h, put } from "./dom.js";
import { relativeDay } from "./entities.js";
import { replaceKeepingFocus } from "./focus.js";
import { icon } from "./icons.js";
import { messageRow } from "./message.js";
import { tsToDate } from "./time.js";

/** A person's next message within this time needs no new heading. */
const TOGETHER_S = 300;
/** Nearer to the end than this, the list follows new messages. */
const NEAR_END_PX = 120;

export class MessageLog {
  /**
   * @param {import("./app.js").Context} ctx
   * @param {{inThread: boolean, label: () => string, intro?: () => Node}} options
   */
  constructor(ctx, { inThread, label, intro }) {
    this.ctx = ctx;
    this.inThread = inThread;
    this.label = label;
    this.intro = intro;
    this.rows = new Map();
    this.key = "";
    this.following = false;
    this.list = h("div", { class: "log", role: "log", "aria-live": "polite", "aria-relevant": "additions" });
    this.jump = h(
      "button",
      { type: "button", class: "jump", hidden: true, on: { click: () => this.toEnd() } },
      icon("down"),
    );
    this.node = h("div", { class: "log-frame" }, this.list, this.jump);
    this.list.addEventListener("scroll", () => this.atEnd() && (this.jump.hidden = true));
    this.list.addEventListener("keydown", (event) => this.onKey(event));
    this.list.addEventListener("focusin", (event) => this.onFocus(event));
  }

  /**
   * @param {object} content
   * @param {string} content.key another key starts afresh at the end of the list
   * @param {string} content.channel
   * @param {object[]} content.messages oldest first
   * @param {string} [content.unreadFrom] ts of the first message not read yet
   */
  show({ key, channel, messages, unreadFrom }) {
    const fresh = key !== this.key;
    const follow = fresh || this.following || this.atEnd();
    this.following = false;
    const known = this.rows.size;
    if (fresh) {
      this.key = key;
      this.rows = new Map();
      this.list.setAttribute("aria-live", "off");
      put(this.list);
    }
    this.list.setAttribute("aria-label", this.label());
    this.place(this.entries(messages, channel, unreadFrom));
    this.lastFocusable();
    if (follow) {
      this.toEnd();
    } else if (this.rows.size > known) {
      this.jump.hidden = false;
      this.jump.setAttribute("aria-label", this.ctx.t("jump"));
    }
    requestAnimationFrame(() => this.list.setAttribute("aria-live", "polite"));
  }

  /** What stands in the list, from top to bottom: each with a key and what it was drawn from. */
  entries(messages, channel, unreadFrom) {
    const entries = this.intro ? [{ key: "intro", print: this.key, draw: this.intro }] : [];
    let last = null;
    for (const message of messages) {
      const day = this.ctx.times.dayKey(tsToDate(message.ts));
      const newDay = !last || this.ctx.times.dayKey(tsToDate(last.ts)) !== day;
      if (newDay && !this.inThread) {
        entries.push(this.dayEntry(message.ts, day));
      }
      if (message.ts === unreadFrom) {
        const draw = () => h("div", { class: "unread-line" }, this.ctx.t("new_messages"));
        entries.push({ key: "unread", print: unreadFrom, draw });
      }
      const placement = { channel, inThread: this.inThread, compact: !newDay && continues(last, message) };
      const print = JSON.stringify([message, placement]);
      entries.push({ key: message.id ?? message.ts, print, draw: () => messageRow(message, placement, this.ctx) });
      last = message;
    }
    return entries;
  }

  dayEntry(ts, day) {
    const date = tsToDate(ts);
    const name = relativeDay(date, this.ctx) || this.ctx.times.show(date, { weekday: "long", day: "numeric", month: "long" });
    const draw = () => h("div", { class: "day", role: "separator" }, h("span", {}, name));
    return { key: `day-${day}`, print: name, draw };
  }

  /** Leaves unchanged rows alone, so what is typed or open in them stays. */
  place(entries) {
    const next = new Map();
    let before = null;
    for (const { key, print, draw } of entries) {
      const old = this.rows.get(key);
      const row = old?.print === print ? old : { print, node: draw() };
      if (old && old !== row) {
        replaceKeepingFocus(old.node, row.node);
      }
      const wanted = before ? before.nextSibling : this.list.firstChild;
      if (wanted !== row.node) {
        this.list.insertBefore(row.node, wanted);
      }
      before = row.node;
      next.set(key, row);
    }
    this.rows.forEach((row, key) => next.has(key) || row.node.remove());
    this.rows = next;
  }

  atEnd() {
    return this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < NEAR_END_PX;
  }

  /** The next change scrolls to the end wherever one reads: what one sends oneself is always seen. */
  follow() {
    this.following = true;
  }

  toEnd() {
    this.list.scrollTop = this.list.scrollHeight;
    this.jump.hidden = true;
  }

  /** One row of the list can be tabbed to; arrows move from there. */
  lastFocusable() {
    const rows = [...this.list.querySelectorAll(".message")];
    if (!rows.some((row) => row.tabIndex === 0)) {
      rows[rows.length - 1]?.setAttribute("tabindex", "0");
    }
  }

  onFocus(event) {
    const row = event.target.closest(".message");
    this.list.querySelectorAll(".message[tabindex='0']").forEach((other) => other.setAttribute("tabindex", "-1"));
    row?.setAttribute("tabindex", "0");
  }

  onKey(event) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || !event.target.matches(".message")) {
      return;
    }
    event.preventDefault();
    const rows = [...this.list.querySelectorAll(".message")];
    rows[rows.indexOf(event.target) + step]?.focus();
  }
}

function continues(last, message) {
  const same = last && last.user === message.user && last.bot_id === message.bot_id && last.username === message.username;
  const close = same && Number(message.ts) - Number(last.ts) < TOGETHER_S;
  return Boolean(close && !last.ephemeral && !message.ephemeral && !last.command);
}
