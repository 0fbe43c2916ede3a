/** Where the choices of a select menu come from: its own options, the app, the members, the channels. */

import { channelName, findChannel, findMember, isDirect, memberName, memberTitle, nameOf } from "../people.js";

/**
 * @typedef {object} Choice
 * @property {string} key
 * @property {string} label
 * @property {string} [description]
 * @property {string} [group]
 * @property {object} [raw] the option as the app wrote it
 */

/**
 * @param {object} element
 * @param {import("./scope.js").Scope} scope
 * @returns {(query: string) => Promise<Choice[]>}
 */
export function choicesOf(element, scope) {
  const { ctx } = scope;
  if (element.type.includes("external")) {
    return (query) => suggested(element, scope, query);
  }
  const all = {
    static: () => flatten(element),
    users: () => memberChoices(ctx),
    channels: () => channelChoices(ctx, (channel) => !isDirect(channel) && !channel.is_private),
    conversations: () => conversationChoices(ctx, element.filter),
  }[element.type.replace("multi_", "").replace("_select", "")];
  return async (query) => all().filter((choice) => matches(choice, query));
}

async function suggested(element, scope, query) {
  const answer = await scope.ctx.api.post("suggest", {
    as: scope.ctx.store.get().me.id,
    container: scope.container,
    block_id: scope.blockId,
    action_id: element.action_id,
    value: query,
  });
  return flatten(answer);
}

function flatten({ options, option_groups: groups }) {
  const toOwn = (group) => (option) => ({ ...optionChoice(option), group });
  return groups
    ? groups.flatMap((each) => each.options.map(toOwn(each.label.text)))
    : (options ?? []).map(toOwn(undefined));
}

function optionChoice(option) {
  return { key: option.value, label: option.text.text, description: option.description?.text, raw: option };
}

/**
 * A value already held, as a choice.
 *
 * @param {object|string} value an option or an id
 * @param {boolean} whole
 * @param {import("../app.js").Context} ctx
 * @returns {Choice}
 */
export function toChoice(value, whole, ctx) {
  if (whole) {
    return optionChoice(value);
  }
  const state = ctx.store.get();
  const channel = findChannel(state, value);
  if (channel) {
    return channelChoice(state, channel);
  }
  const member = findMember(state, value);
  return { key: value, label: member ? memberName(member) : nameOf(state, value) };
}

function memberChoices(ctx) {
  return ctx.store
    .get()
    .users.filter((user) => !user.deleted && !user.is_bot)
    .map((user) => ({ key: user.id, label: memberName(user), description: memberTitle(user), also: user.name }));
}

function channelChoice(state, channel) {
  const name = channelName(state, channel);
  return { key: channel.id, label: isDirect(channel) ? name : `#${name}`, also: name };
}

function channelChoices(ctx, keep) {
  const state = ctx.store.get();
  return state.channels.filter((channel) => !channel.is_archived && keep(channel)).map((each) => channelChoice(state, each));
}

function conversationChoices(ctx, filter) {
  const wanted = filter?.include ?? ["public", "private", "im"];
  const kind = (channel) => (isDirect(channel) ? "im" : channel.is_private ? "private" : "public");
  const channels = channelChoices(ctx, (channel) => {
    const app = isDirect(channel) && filter?.exclude_bot_users;
    return wanted.includes(kind(channel)) && !app && (kind(channel) !== "private" || channel.is_member !== false);
  });
  return wanted.includes("im") ? [...channels, ...memberChoices(ctx)] : channels;
}

/**
 * Every word of the query begins a word of the choice; accents do not count.
 *
 * @param {Choice & {also?: string}} choice
 * @param {string} query
 */
export function matches(choice, query) {
  const words = fold(`${choice.label} ${choice.also ?? ""} ${choice.description ?? ""}`);
  return fold(query)
    .split(/\s+/)
    .filter(Boolean)
    .every((part) => words.includes(part));
}

/** @param {string} text */
export function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
