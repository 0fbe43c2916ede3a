/** The middle of the page: the open channel or Home, with its heading, messages and message box. */

import { Composer } from "./composer.js";
import { isCommand } from "./completion.js";
import { h, put } from "./dom.js";
import { Home } from "./home.js";
import { icon } from "./icons.js";
import { MessageLog } from "./log.js";
import { avatar, channelName, findChannel, isDirect, topicOf } from "./people.js";
import { isReply } from "./sync.js";

export class ChannelView {
  /** @param {import("./app.js").Context} ctx */
  constructor(ctx) {
    this.ctx = ctx;
    this.heading = h("div", { class: "channel-heading" });
    this.home = new Home(ctx);
    this.log = new MessageLog(ctx, {
      inThread: false,
      label: () => ctx.t("messages", { place: this.placeName() }),
      intro: () => this.intro(),
      onEarlier: () => ctx.go.earlier(),
    });
    this.composer = new Composer(ctx, {
      inThread: false,
      placeholder: () => ctx.t("write_to", { place: this.placeName() }),
      send: (text) => this.send(text),
    });
    // Until it is known who writes, and where.
    this.composer.node.hidden = true;
    this.node = h(
      "main",
      { class: "channel", id: "main" },
      h("header", { class: "channel-head" }, this.heading),
      this.log.node,
      this.home.node,
      this.composer.node,
    );
    const shown = ["place", "messages", "me", "users", "channels", "home", "dismissed", "app", "today"];
    ctx.store.watch(shown, () => this.draw());
  }

  channel() {
    const state = this.ctx.store.get();
    return findChannel(state, state.place);
  }

  placeName() {
    const state = this.ctx.store.get();
    const channel = this.channel();
    return channel ? `${isDirect(channel) ? "" : "#"}${channelName(state, channel)}` : state.app.name;
  }

  draw() {
    const state = this.ctx.store.get();
    const atHome = state.place === "home";
    const channel = this.channel();
    this.log.node.hidden = atHome || !channel;
    this.composer.node.hidden = atHome || !channel;
    this.home.node.hidden = !atHome;
    this.drawHeading(channel, state);
    document.title = this.ctx.t("title", { place: this.placeName(), team: state.team.name });
    if (atHome) {
      this.home.draw();
    } else if (channel) {
      this.drawMessages(channel, state);
      this.composer.show(`${state.me.id} ${channel.id}`, this.notice(channel));
    }
  }

  drawHeading(channel, state) {
    const { t } = this.ctx;
    if (!channel) {
      put(this.heading, icon("home"), h("h2", {}, t("home_of", { name: state.app.name })));
      return;
    }
    const name = channelName(state, channel);
    const lead = isDirect(channel)
      ? avatar(state.app.bot_user_id, name, { app: true, small: true })
      : icon(channel.is_private ? "lock" : "hash");
    const topic = topicOf(channel);
    put(this.heading, lead, h("h2", {}, name), isDirect(channel) && h("span", { class: "tag" }, t("app")));
    if (topic) {
      this.heading.append(h("p", { class: "topic", title: topic }, topic));
    }
  }

  drawMessages(channel, state) {
    const messages = state.messages[channel.id];
    if (!messages) {
      return;
    }
    const shown = messages.filter((message) => !isReply(message) && !state.dismissed.has(message.id ?? message.ts));
    this.log.show({
      key: `${state.me.id} ${channel.id} ${this.ctx.times.zone} ${this.ctx.times.locale}`,
      channel: channel.id,
      messages: shown,
      unreadFrom: state.unreadFrom,
      hasEarlier: Boolean(state.earlier[channel.id]),
    });
  }

  intro() {
    const { t } = this.ctx;
    const channel = this.channel();
    const name = channelName(this.ctx.store.get(), channel);
    const key = isDirect(channel) ? "start_direct" : "start_channel";
    return h("div", { class: "intro" }, h("h3", {}, t(key, { name })), h("p", { class: "muted" }, t("start_hint")));
  }

  /** Why one cannot write here. */
  notice(channel) {
    const facts = { name: channel.name };
    if (channel.is_archived) {
      return this.ctx.t("is_archived", facts);
    }
    return channel.is_member === false ? this.ctx.t("not_member", facts) : "";
  }

  send(text) {
    const { place } = this.ctx.store.get();
    const { actions } = this.ctx;
    this.log.follow();
    return isCommand(text) ? actions.command(place, text) : actions.message(place, text);
  }
}
