/** One message: who, when, what, and what one can do with it. */

import { renderBlocks } from "./blocks/index.js";
import { picture } from "./blocks/media.js";
import { h, link, safeUrl } from "./dom.js";
import { drawOr, unknownBox } from "./drawing.js";
import { createForm } from "./elements/scope.js";
import { icon } from "./icons.js";
import { openMenu } from "./menu.js";
import { mrkdwn } from "./mrkdwn.js";
import { reactButton, reactions } from "./reactions.js";
import { relativeDay } from "./entities.js";
import { authorOf, avatar, memberTitle, nameOf } from "./people.js";
import { tsToDate } from "./time.js";

/** A text longer than this is shown in part until one asks for the whole. */
const LONG = 4000;

/**
 * @typedef {object} Placement
 * @property {boolean} compact follows a message of the same person closely
 * @property {boolean} inThread
 * @property {string} channel
 */

/**
 * @param {object} message
 * @param {Placement} placement
 * @param {import("./app.js").Context} ctx
 * @returns {HTMLElement}
 */
export function messageRow(message, placement, ctx) {
  return drawOr(
    () => wholeRow(message, placement, ctx),
    (failure) => unknownRow(message, ctx, failure),
  );
}

function unknownRow(message, ctx, failure) {
  const text = ctx.t("unknown_message");
  const props = { class: "message", "aria-label": text, tabindex: "-1", dataset: hooksOf(message) };
  return h("article", props, unknownBox(text, failure));
}

function hooksOf({ ephemeral, ts, id }) {
  return { testid: ephemeral ? "ephemeral" : "message", ts, ...(id ? { id } : {}) };
}

function wholeRow(message, placement, ctx) {
  const author = authorOf(ctx.store.get(), message);
  const compact = placement.compact && !message.command;
  return h(
    "article",
    {
      class: `message ${compact ? "compact" : ""} ${message.ephemeral ? "ephemeral" : ""}`,
      "aria-label": `${author.name}, ${ctx.times.time(tsToDate(message.ts))}`,
      tabindex: "-1",
      dataset: hooksOf(message),
    },
    message.command && commandLine(message.command, ctx),
    h(
      "div",
      { class: "message-line" },
      h("div", { class: "gutter" }, compact ? when(message.ts, ctx) : avatar(author.id, author.name, { app: author.isApp })),
      h(
        "div",
        { class: "message-main" },
        message.ephemeral && ephemeralNote(message, ctx),
        !compact && byline(message, author, ctx),
        body(message, placement, ctx),
        reactions(message, placement, ctx),
        !placement.inThread && message.reply_count > 0 && threadButton(message, ctx),
      ),
    ),
    toolbar(message, placement, ctx),
  );
}

function byline(message, author, ctx) {
  const title = author.member && memberTitle(author.member);
  return h(
    "div",
    { class: "byline" },
    h("span", { class: "author", title }, author.name),
    author.isApp && h("span", { class: "tag" }, ctx.t("app")),
    when(message.ts, ctx),
  );
}

function when(ts, ctx) {
  const date = tsToDate(ts);
  const props = { class: "when", datetime: date.toISOString(), title: ctx.times.full(date) };
  return h("time", props, ctx.times.time(date));
}

function commandLine(command, ctx) {
  const name = nameOf(ctx.store.get(), command.user);
  return h(
    "div",
    { class: "command-line", dataset: { testid: "command-line" } },
    avatar(command.user, name, { small: true }),
    h("span", {}, h("b", {}, name), ` ${ctx.t("used_command")} `, h("code", {}, command.text)),
  );
}

function ephemeralNote(message, ctx) {
  const dismiss = h(
    "button",
    { type: "button", class: "text-button", on: { click: () => ctx.actions.dismiss(message.id ?? message.ts) } },
    ctx.t("dismiss"),
  );
  return h("div", { class: "only-you" }, icon("eye"), ctx.t("only_you"), h("span", { "aria-hidden": "true" }, "·"), dismiss);
}

function body(message, placement, ctx) {
  const scope = {
    ctx,
    surface: "message",
    form: createForm(),
    blocks: message.blocks ?? [],
    blockId: "",
    container: message.ephemeral
      ? { type: "ephemeral", channel: placement.channel, id: message.id }
      : { type: "message", channel: placement.channel, ts: message.ts },
  };
  const content = drawOr(
    () => (message.blocks?.length ? renderBlocks(message.blocks, scope) : message.text && words(message.text, ctx)),
    (failure) => unknownBox(ctx.t("unknown_message"), failure),
  );
  const edited = message.edited && h("span", { class: "edited" }, ` ${ctx.t("edited")}`);
  const attached = (message.attachments ?? []).map((each) =>
    drawOr(
      () => attachment(each, scope),
      (failure) => unknownBox(ctx.t("unknown_attachment"), failure),
    ),
  );
  return h("div", { class: "message-body" }, content, edited, attached);
}

function words(text, ctx) {
  const node = mrkdwn(text, ctx);
  if (text.length <= LONG) {
    return node;
  }
  const frame = h("div", { class: "long" }, node);
  const button = h("button", { type: "button", class: "text-button", "aria-expanded": "false" }, ctx.t("show_more"));
  button.addEventListener("click", () => {
    const whole = frame.classList.toggle("whole");
    button.setAttribute("aria-expanded", String(whole));
    button.textContent = ctx.t(whole ? "show_less" : "show_more");
  });
  return [frame, button];
}

function attachment(each, scope) {
  const { ctx } = scope;
  const colour = { good: "#2eb67d", warning: "#ecb22e", danger: "#e01e5a" }[each.color];
  const bar = colour ?? (/^#?[\da-f]{6}$/i.test(each.color ?? "") ? `#${each.color.replace("#", "")}` : "");
  const text = each.text ?? (each.blocks ? "" : each.fallback);
  return h(
    "div",
    { class: "attachment", vars: bar ? { "--bar": bar } : {} },
    each.pretext && mrkdwn(each.pretext, ctx),
    each.title && h("div", { class: "attachment-title" }, each.title_link ? link(each.title_link, each.title) : each.title),
    text && mrkdwn(text, ctx),
    each.fields?.length > 0 &&
      h("div", { class: "fields" }, each.fields.map((f) => h("div", {}, h("b", {}, f.title), mrkdwn(f.value ?? "", ctx)))),
    each.blocks && renderBlocks(each.blocks, scope),
    each.image_url && picture({ image_url: each.image_url, alt_text: each.fallback }, ctx, "picture"),
    each.footer && h("div", { class: "muted small" }, each.footer),
  );
}

/** The time alone for today, else the day with it. */
function lastReply(ts, ctx) {
  const date = tsToDate(ts);
  const near = relativeDay(date, ctx);
  const day = near === ctx.t("today") ? "" : near.toLowerCase() || ctx.times.show(date, { day: "numeric", month: "short" });
  const when = [day, ctx.times.time(date)].filter(Boolean).join(", ");
  return h("span", { class: "last-reply" }, ctx.t("last_reply", { when }));
}

function threadButton(message, ctx) {
  const open = () => ctx.go.thread(message.ts);
  const faces = (message.reply_users ?? []).slice(0, 3).map((id) => {
    const name = nameOf(ctx.store.get(), id);
    return avatar(id, name, { small: true, app: id === ctx.store.get().app.bot_user_id });
  });
  return h(
    "button",
    { type: "button", class: "thread-button", dataset: { testid: "open-thread" }, on: { click: open } },
    faces,
    ctx.t("replies", { n: message.reply_count }),
    message.latest_reply && lastReply(message.latest_reply, ctx),
  );
}

function toolbar(message, placement, ctx) {
  if (message.ephemeral) {
    return null;
  }
  const reply = h(
    "button",
    {
      type: "button",
      class: "icon-button",
      title: ctx.t("reply"),
      "aria-label": ctx.t("reply"),
      dataset: { testid: "reply" },
      on: { click: () => ctx.go.thread(message.thread_ts ?? message.ts) },
    },
    icon("reply"),
  );
  const items = menuItems(message, placement, ctx);
  const more = h(
    "button",
    {
      type: "button",
      class: "icon-button",
      title: ctx.t("more"),
      "aria-label": ctx.t("more"),
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      dataset: { testid: "more" },
      on: { click: () => openMenu(more, items) },
    },
    icon("more"),
  );
  const react = reactButton(message, placement, ctx);
  return h("div", { class: "toolbar" }, react, !placement.inThread && reply, items.length > 0 && more);
}

function menuItems(message, { channel }, ctx) {
  const state = ctx.store.get();
  const shortcuts = state.app.shortcuts
    .filter(({ type }) => type === "message")
    .map((shortcut) => ({
      label: shortcut.name,
      description: state.app.name,
      run: () => ctx.actions.shortcut({ callback_id: shortcut.callback_id, channel, ts: message.ts }),
    }));
  const permalink = message.permalink && safeUrl(message.permalink);
  const written = !message.subtype || message.subtype === "thread_broadcast";
  const own = written && message.user === state.me?.id && !message.bot_id;
  return [
    ...shortcuts,
    ...(own
      ? [
          { label: ctx.t("edit"), run: () => ctx.actions.editMessage(channel, message) },
          { label: ctx.t("delete"), danger: true, run: () => ctx.actions.deleteMessage(channel, message) },
        ]
      : []),
    ...(permalink ? [{ label: permalink, run: () => navigator.clipboard?.writeText(permalink) }] : []),
  ];
}
