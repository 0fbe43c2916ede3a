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
/** Nearer to the beginning than this, older messages are fetched. */
const NEAR_START_PX = 200;

export class MessageLog {
  /**
   * @param {import("./app.js").Context} ctx
   * @param {object} options
   * @param {boolean} options.inThread
   * @param {() => string} options.label
   * @param {() => Node} [options.intro] stands where the conversation begins
   * @param {() => Promise<void>} [options.onEarlier] fetches older messages
   */
  constructor(ctx, { inThread, label, intro, onEarlier }) {
    this.ctx = ctx;
    this.inThread = inThread;
    this.label = label;
    this.intro = intro;
    this.onEarlier = onEarlier;
    this.fetching = false;
    this.rows = new Map();
    this.key = "";
    this.following = false;
    this.list = h("div", { class: "log", role: "log", "aria-live": "polite", "aria-relevant": "additions" });
    this.jump = h(
      "button",
      { type: "button", class: "jump", hidden: true, on: { click: () => this.toEnd() } },
      icon("down"),
      h("span"),
    );
    this.node = h("div", { class: "log-frame" }, this.list, this.jump);
    this.list.addEventListener("scroll", () => this.onScroll());
    this.list.addEventListener("keydown", (event) => this.onKey(event));
    this.list.addEventListener("focusin", (event) => this.onFocus(event));
  }

  /**
   * @param {object} content
   * @param {string} content.key another key starts afresh at the end of the list
   * @param {string} content.channel
   * @param {object[]} content.messages oldest first
   * @param {string} [content.unreadFrom] ts of the first message not read yet
   * @param {boolean} [content.hasEarlier] whether there are older messages than these
   */
  show({ key, channel, messages, unreadFrom, hasEarlier = false }) {
    const fresh = key !== this.key;
    const follow = fresh || this.following || this.atEnd();
    this.following = false;
    const known = this.rows;
    if (fresh) {
      this.key = key;
      this.rows = new Map();
      this.list.setAttribute("aria-live", "off");
      put(this.list);
    }
    this.list.setAttribute("aria-label", this.label());
    this.hasEarlier = hasEarlier;
    this.keepingPlace(() => this.place(this.entries(messages, channel, unreadFrom)));
    this.lastFocusable();
    if (follow) {
      this.toEnd();
    } else if (messages.length && !known.has(keyOf(messages[messages.length - 1]))) {
      this.jump.hidden = false;
      put(this.jump.lastElementChild, this.ctx.t("jump"));
    }
    requestAnimationFrame(() => this.list.setAttribute("aria-live", "polite"));
  }

  /** What stands in the list, from top to bottom: each with a key and what it was drawn from. */
  entries(messages, channel, unreadFrom) {
    const entries = this.start();
    let last = null;
    let lastDay = null;
    for (const message of messages) {
      const day = this.ctx.times.dayKey(tsToDate(message.ts));
      const newDay = day !== lastDay;
      if (newDay && !this.inThread) {
        entries.push(this.dayEntry(message.ts, day));
      }
      if (message.ts === unreadFrom) {
        const draw = () => h("div", { class: "unread-line" }, this.ctx.t("new_messages"));
        entries.push({ key: "unread", print: unreadFrom, draw });
      }
      const placement = { channel, inThread: this.inThread, compact: !newDay && continues(last, message) };
      const print = printOf(message, placement, this.ctx.store.get().today);
      const words = wordsOf(message);
      entries.push({ key: keyOf(message), print, words, draw: () => messageRow(message, placement, this.ctx) });
      [last, lastDay] = [message, day];
    }
    return entries;
  }

  /** Before the first message: where the conversation begins, or the way to what is older. */
  start() {
    if (this.hasEarlier) {
      return [{ key: "earlier", print: "earlier", draw: () => this.earlierButton() }];
    }
    return this.intro ? [{ key: "intro", print: this.key, draw: this.intro }] : [];
  }

  earlierButton() {
    const props = { type: "button", class: "earlier", dataset: { testid: "earlier" } };
    return h("button", { ...props, on: { click: () => this.fetchEarlier() } }, icon("up"), this.ctx.t("earlier"));
  }

  async fetchEarlier() {
    if (this.fetching) {
      return;
    }
    this.fetching = true;
    // What is older is not news: it is not read out.
    this.list.setAttribute("aria-live", "off");
    await this.onEarlier();
    this.fetching = false;
    this.list.setAttribute("aria-live", "polite");
  }

  onScroll() {
    if (this.atEnd()) {
      this.jump.hidden = true;
    }
    if (this.hasEarlier && this.rows.size && this.list.scrollTop < NEAR_START_PX) {
      this.fetchEarlier();
    }
  }

  /** What one reads stays where it is when something appears or goes above it. */
  keepingPlace(change) {
    const top = this.list.getBoundingClientRect().top;
    // Not a date or the beginning: those stay where they are while messages come in below them.
    const messages = [...this.rows].filter(([, { node }]) => node.matches(".message"));
    const seen = messages.find(([, { node }]) => node.getBoundingClientRect().bottom > top);
    const before = seen?.[1].node.getBoundingClientRect().top;
    const hadFocus = this.list.contains(document.activeElement);
    change();
    const row = seen && this.rows.get(seen[0]);
    if (row) {
      this.list.scrollTop += row.node.getBoundingClientRect().top - before;
    }
    if (hadFocus && !this.list.contains(document.activeElement)) {
      this.list.querySelector(".message")?.focus({ preventScroll: true });
    }
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
    for (const { key, print, words, draw } of entries) {
      const old = this.rows.get(key);
      const row = old?.print === print ? old : { print, words, node: draw() };
      if (old && old !== row) {
        // An emoji or a reply below words that were read is no reason to read them again.
        if (old.words === words) {
          row.node.setAttribute("aria-live", "off");
        }
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

/** What a row is drawn from. The day counts where it says of days that they are today's or yesterday's. */
function printOf(message, placement, today) {
  const print = JSON.stringify([message, placement]);
  return /<!date|"type":"date"|"latest_reply"/.test(print) ? `${today} ${print}` : print;
}

/** What of a message is read out. */
function wordsOf({ text, blocks, attachments }) {
  return JSON.stringify([text, blocks, attachments]);
}

function keyOf(message) {
  return message.id ?? message.ts;
}

function continues(last, message) {
  const same = last && last.user === message.user && last.bot_id === message.bot_id && last.username === message.username;
  const close = same && Number(message.ts) - Number(last.ts) < TOGETHER_S;
  return Boolean(close && !last.ephemeral && !message.ephemeral && !last.command);
}
