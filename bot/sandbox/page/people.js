/** Who and where: names of members, channels and the app, as shown. */

import { h } from "./dom.js";

/** Who Slack itself speaks as. */
const SLACKBOT = "USLACKBOT";

const HUES = [205, 152, 28, 338, 262, 184, 96, 12, 290, 230];

/** @param {import("./state.js").Member} member */
export function memberName(member) {
  return member.real_name || member.profile?.real_name || member.name || member.id;
}

/** @param {import("./state.js").Member} member */
export function memberTitle(member) {
  return member.title || member.profile?.title || "";
}

/** @param {import("./state.js").Member} member */
export function isGuest(member) {
  return Boolean(member.is_restricted || member.is_ultra_restricted);
}

/**
 * @param {import("./state.js").State} state
 * @param {string} id
 */
export function findMember(state, id) {
  return state.users.find((user) => user.id === id);
}

/**
 * @param {import("./state.js").State} state
 * @param {string} id
 * @returns {string} the member's or the app's name, else the id
 */
export function nameOf(state, id) {
  if (id === state.app.bot_user_id) {
    return state.app.name;
  }
  if (id === SLACKBOT) {
    return "Slackbot";
  }
  const member = findMember(state, id);
  return member ? memberName(member) : id;
}

/**
 * @param {import("./state.js").State} state
 * @param {string} id
 */
export function findChannel(state, id) {
  return state.channels.find((channel) => channel.id === id);
}

/** @param {import("./state.js").Channel} channel */
export function isDirect(channel) {
  return Boolean(channel.is_im) || channel.id.startsWith("D");
}

/**
 * @param {import("./state.js").State} state
 * @param {import("./state.js").Channel} channel
 */
export function channelName(state, channel) {
  return isDirect(channel) ? state.app.name : channel.name || channel.id;
}

/** @param {import("./state.js").Channel} channel */
export function topicOf(channel) {
  return typeof channel.topic === "string" ? channel.topic : channel.topic?.value || "";
}

/**
 * Who wrote a message.
 *
 * @param {import("./state.js").State} state
 * @param {object} message
 * @returns {{id: string, name: string, isApp: boolean, member?: import("./state.js").Member}}
 */
export function authorOf(state, message) {
  const isApp = Boolean(message.bot_id) || message.user === state.app.bot_user_id;
  const member = isApp ? undefined : findMember(state, message.user);
  const name = message.username || (isApp ? state.app.name : nameOf(state, message.user ?? "?"));
  return { id: message.user || message.bot_id || "", name, isApp, member };
}

/**
 * A square with initials, in a colour that stays with the person.
 *
 * @param {string} id
 * @param {string} name
 * @param {{app?: boolean, small?: boolean}} [options]
 */
export function avatar(id, name, { app = false, small = false } = {}) {
  const sum = [...id].reduce((total, char) => (total * 31 + char.codePointAt(0)) % 9973, 7);
  const classes = ["avatar", app && "avatar-app", small && "avatar-small"].filter(Boolean).join(" ");
  return h(
    "span",
    { class: classes, "aria-hidden": "true", vars: { "--hue": String(HUES[sum % HUES.length]) } },
    initials(name),
  );
}

function initials(name) {
  const words = name.split(/[\s_-]+/u).filter(Boolean);
  const letters = words.length > 1 ? [words[0][0], words[words.length - 1][0]] : [...(words[0] ?? "?")].slice(0, 2);
  return letters.join("").toLocaleUpperCase();
}
