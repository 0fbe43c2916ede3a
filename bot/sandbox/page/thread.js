/** The side pane with one thread. */

import { Composer } from "./composer.js";
import { isCommand } from "./completion.js";
import { h, put } from "./dom.js";
import { icon } from "./icons.js";
import { MessageLog } from "./log.js";
import { channelName, findChannel, isDirect } from "./people.js";

export class ThreadPane {
  /** @param {import("./app.js").Context} ctx */
  constructor(ctx) {
    this.ctx = ctx;
    this.head = h("header", { class: "pane-head" });
    this.log = new MessageLog(ctx, { inThread: true, label: () => ctx.t("thread") });
    this.composer = new Composer(ctx, {
      inThread: true,
      placeholder: () => ctx.t("write_reply"),
      send: (text) => this.send(text),
    });
    this.node = h(
      "aside",
      { class: "pane thread", hidden: true, dataset: { testid: "thread" } },
      this.head,
      this.log.node,
      this.composer.node,
    );
    this.node.addEventListener("keydown", (event) => event.key === "Escape" && this.close());
    ctx.store.watch(["thread", "replies", "place", "me", "channels", "dismissed", "today"], () => this.draw());
  }

  draw() {
    const state = this.ctx.store.get();
    const channel = findChannel(state, state.place);
    const opens = this.node.hidden && Boolean(state.thread);
    this.node.hidden = !state.thread || !channel;
    if (this.node.hidden) {
      return;
    }
    this.node.setAttribute("aria-label", this.ctx.t("thread"));
    put(this.head, ...this.heading(state, channel));
    const messages = state.replies.filter((message) => !state.dismissed.has(message.id ?? message.ts));
    const key = `${state.me.id} ${state.thread} ${this.ctx.times.zone} ${this.ctx.times.locale}`;
    this.log.show({ key, channel: channel.id, messages });
    const closed = channel.is_archived ? "is_archived" : channel.is_member === false ? "not_member" : "";
    this.composer.show(key, closed && this.ctx.t(closed, { name: channel.name }));
    if (opens) {
      this.composer.focus();
    }
  }

  /** The focus returns to the message whose thread this was. */
  close() {
    const { thread } = this.ctx.store.get();
    this.ctx.go.thread(null);
    const row = document.querySelector(`#main .message[data-ts="${CSS.escape(thread ?? "")}"]`);
    (row?.querySelector(".thread-button") ?? row)?.focus();
  }

  heading(state, channel) {
    const { t } = this.ctx;
    const place = `${isDirect(channel) ? "" : "#"}${channelName(state, channel)}`;
    const close = h(
      "button",
      { type: "button", class: "icon-button", "aria-label": t("close"), on: { click: () => this.close() } },
      icon("close"),
    );
    return [h("div", {}, h("h2", {}, t("thread")), h("span", { class: "muted small" }, place)), close];
  }

  send(text) {
    const { place, thread } = this.ctx.store.get();
    const { actions } = this.ctx;
    this.log.follow();
    return isCommand(text) ? actions.command(place, text, thread) : actions.message(place, text, thread);
  }
}
