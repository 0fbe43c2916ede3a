/** What passes between workspace and app, for people who build. */

import { h, put } from "./dom.js";
import { icon } from "./icons.js";

/** As many as the workspace remembers. */
const MOST = 500;

/**
 * @typedef {object} Exchange
 * @property {"to_app"|"to_workspace"} direction
 * @property {string} what
 * @property {number|null} status null when no answer came
 * @property {number} elapsed_ms
 * @property {unknown} request
 * @property {unknown} answer
 */

export class TrafficPanel {
  /** @param {import("./app.js").Context} ctx */
  constructor(ctx) {
    this.ctx = ctx;
    this.wanted = "";
    this.list = h("ol", { class: "traffic-list" });
    this.node = h("aside", { class: "pane traffic", id: "traffic", hidden: true, dataset: { testid: "traffic-panel" } });
    this.node.addEventListener("keydown", (event) => event.key === "Escape" && this.close());
    ctx.store.watch(["traffic", "me"], () => this.draw());
  }

  async draw() {
    const { traffic, me } = this.ctx.store.get();
    const { t } = this.ctx;
    const opens = traffic && (this.node.hidden || this.language !== t("traffic"));
    this.node.hidden = !traffic;
    if (!opens || !me) {
      return;
    }
    this.language = t("traffic");
    this.node.setAttribute("aria-label", t("traffic"));
    put(this.node, this.head(), this.filter(), this.list);
    const exchanges = await this.ctx.actions.traffic();
    put(this.list, exchanges.toReversed().map((exchange) => this.row(exchange)));
    this.list.dataset.empty = t("traffic_empty");
  }

  head() {
    const { t } = this.ctx;
    const button = (label, name, click) =>
      h("button", { type: "button", class: "icon-button", "aria-label": label, title: label, on: { click } }, icon(name));
    return h(
      "header",
      { class: "pane-head" },
      h("div", {}, h("h2", {}, t("traffic")), h("span", { class: "muted small" }, t("traffic_hint"))),
      button(t("traffic_clear"), "trash", () => put(this.list)),
      button(t("close"), "close", () => this.close()),
    );
  }

  /** The focus returns to the button that opened the panel. */
  close() {
    this.ctx.go.traffic(false);
    document.querySelector("[aria-controls='traffic']")?.focus();
  }

  filter() {
    const label = this.ctx.t("traffic_filter");
    const props = { type: "search", class: "input", placeholder: label, "aria-label": label };
    const field = h("input", { ...props, value: this.wanted });
    field.addEventListener("input", () => {
      this.wanted = field.value.toLowerCase();
      [...this.list.children].forEach((row) => this.sift(row));
    });
    return h("div", { class: "traffic-filter" }, field);
  }

  /** @param {Exchange} exchange */
  add(exchange) {
    if (!this.node.hidden) {
      this.list.prepend(this.row(exchange));
      while (this.list.children.length > MOST) {
        this.list.lastElementChild.remove();
      }
    }
  }

  row(exchange) {
    const { t } = this.ctx;
    const toApp = exchange.direction === "to_app";
    const failed = exchange.status === null || exchange.status >= 400 || exchange.answer?.ok === false;
    const direction = t(toApp ? "to_app" : "from_app");
    const named = { title: direction, "aria-label": direction, role: "img" };
    const details = h("div", { class: "traffic-detail" });
    const node = h(
      "details",
      { class: failed ? "failed" : null },
      h(
        "summary",
        {},
        h("span", { class: `arrow ${exchange.direction}`, ...named }, toApp ? "→" : "←"),
        h("span", { class: "what" }, wordsOf(exchange)),
        h("span", { class: "status" }, [exchange.status ?? "–", exchange.answer?.error].filter(Boolean).join(" ")),
        h("span", { class: "muted" }, `${Math.round(exchange.elapsed_ms)} ms`),
      ),
      details,
    );
    node.addEventListener("toggle", () => {
      put(details, node.open && [titled("request", exchange.request, t), titled("answer", exchange.answer, t)]);
    });
    const item = h("li", { dataset: { words: `${exchange.what} ${JSON.stringify(exchange.request)}`.toLowerCase() } }, node);
    this.sift(item);
    return item;
  }

  sift(row) {
    row.hidden = !row.dataset.words.includes(this.wanted);
  }
}

/** A command with what was typed after it; else the method or the kind of payload. */
function wordsOf({ what, request }) {
  return what.startsWith("/") && request?.text ? `${what} ${request.text}` : what;
}

function titled(key, value, t) {
  const empty = value === null || value === undefined || value === "";
  const content = empty ? h("span", { class: "muted" }, t("empty")) : jsonNodes(value);
  return h("section", {}, h("h3", {}, t(key)), h("pre", { class: "json", tabindex: "0" }, content));
}

const TOKENS = /("(?:\\.|[^"\\])*")(\s*:)?|\b(true|false|null|-?\d[\d.eE+-]*)\b/g;

/** JSON with its parts told apart by colour. */
function jsonNodes(value) {
  const text = typeof value === "string" ? value : (JSON.stringify(value, null, 2) ?? "");
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(TOKENS)) {
    const kind = match[3] ? "json-word" : match[2] ? "json-key" : "json-text";
    nodes.push(text.slice(from, match.index), h("span", { class: kind }, match[1] ?? match[3]), match[2] ?? "");
    from = match.index + match[0].length;
  }
  return [...nodes, text.slice(from)];
}
