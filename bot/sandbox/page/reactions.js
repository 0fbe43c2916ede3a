/** Emoji under a message: who gave them, and giving one. */

import { h } from "./dom.js";
import { emojiByName } from "./emoji.js";
import { icon } from "./icons.js";
import { openMenu } from "./menu.js";
import { nameOf } from "./people.js";

const OFFERED = [
  ...["+1", "white_check_mark", "eyes", "heart", "tada", "raised_hands"],
  ...["memo", "pray", "question", "-1", "smile", "rocket"],
];

/**
 * @param {object} message
 * @param {import("./message.js").Placement} placement
 * @param {import("./app.js").Context} ctx
 */
export function reactions(message, placement, ctx) {
  if (!message.reactions?.length) {
    return null;
  }
  return h("div", { class: "reactions" }, message.reactions.map((each) => chip(each, message, placement, ctx)));
}

function chip({ name, users = [], count }, message, { channel }, ctx) {
  const state = ctx.store.get();
  const mine = users.includes(state.me?.id);
  const names = users.map((id) => nameOf(state, id)).join(", ");
  const label = ctx.t("reacted", { names, emoji: `:${name}:` });
  const toggle = () => ctx.actions.react(channel, message.ts, name, mine);
  const props = { type: "button", class: "reaction", title: label, "aria-label": label, "aria-pressed": String(mine) };
  return h(
    "button",
    { ...props, dataset: { reaction: name }, on: { click: toggle } },
    h("span", { class: "emoji" }, emojiByName(name) ?? `:${name}:`),
    h("span", {}, String(count ?? users.length)),
  );
}

/**
 * @param {object} message
 * @param {import("./message.js").Placement} placement
 * @param {import("./app.js").Context} ctx
 */
export function reactButton(message, { channel }, ctx) {
  const label = ctx.t("react");
  const items = OFFERED.map((name) => ({
    label: h("span", { class: "emoji", role: "img", "aria-label": name, title: `:${name}:` }, emojiByName(name)),
    run: () => ctx.actions.react(channel, message.ts, name, false),
  }));
  const props = { type: "button", class: "icon-button", title: label, "aria-label": label, dataset: { testid: "react" } };
  const opens = { "aria-haspopup": "menu", "aria-expanded": "false" };
  const button = h("button", { ...props, ...opens }, icon("smile"));
  button.addEventListener("click", () => openMenu(button, items, "emoji-menu"));
  return button;
}
