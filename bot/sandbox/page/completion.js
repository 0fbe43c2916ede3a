/** What the message box offers while one types: commands, members, channels. */

import { fold, matches } from "./elements/sources.js";
import { avatar, isDirect, memberName, memberTitle } from "./people.js";
import { languageOf } from "./strings.js";

const MOST = 12;

/**
 * The word under the caret that can be completed.
 *
 * @param {string} text
 * @param {number} caret
 * @returns {{kind: "/"|"@"|"#", word: string, from: number}|null}
 */
export function wordAt(text, caret) {
  const before = text.slice(0, caret);
  const command = /^\/\S*$/.exec(before);
  if (command) {
    return { kind: "/", word: before.slice(1), from: 0 };
  }
  const mention = /(?:^|[\s(])([@#])([^\s@#]*)$/.exec(before);
  return mention ? { kind: mention[1], word: mention[2], from: caret - mention[2].length - 1 } : null;
}

/**
 * @param {{kind: string, word: string}} typed
 * @param {import("./app.js").Context} ctx
 * @returns {import("./listbox.js").Choice[]}
 */
export function choicesFor({ kind, word }, ctx) {
  const state = ctx.store.get();
  return { "/": () => commands(ctx, word), "@": () => members(state, word), "#": () => channels(state, word) }
    [kind]()
    .slice(0, MOST);
}

/** Those that are of the reader's own language come first. */
function commands(ctx, word) {
  const own = languageOf(ctx.store.get().me?.locale);
  return allCommands(ctx)
    .filter(({ command }) => command.slice(1).startsWith(word))
    .sort((a, b) => Number(b.language === own) - Number(a.language === own))
    .map(({ command, usage_hint: hint, description }) => ({ key: command, label: command, hint, description }));
}

function members({ users, app }, word) {
  const bot = { id: app.bot_user_id, name: app.handle, real_name: app.name };
  const known = users.some(({ id }) => id === bot.id) ? users : [...users, bot];
  return known
    .filter((user) => !user.deleted)
    .map((user) => memberChoice(user, user.id === bot.id))
    .filter((choice) => matches(choice, word))
    .sort((a, b) => rank(b, word) - rank(a, word));
}

function memberChoice(user, isApp) {
  return {
    key: `@${user.name}`,
    label: memberName(user),
    also: user.name,
    hint: `@${user.name}`,
    description: memberTitle(user),
    lead: avatar(user.id, memberName(user), { small: true, app: isApp }),
  };
}

/** Handles and names that begin with what was typed come first. */
function rank(choice, word) {
  return [choice.also, choice.label].some((name) => fold(name).startsWith(fold(word))) ? 1 : 0;
}

function channels({ channels: all }, word) {
  return all
    .filter((channel) => !isDirect(channel) && !channel.is_archived)
    .map(({ name }) => ({ key: `#${name}`, label: `#${name}`, also: name }))
    .filter((choice) => matches(choice, word));
}

/**
 * @param {string} text
 * @returns {boolean} whether Slack takes it for a command: known or not, it is not posted
 */
export function isCommand(text) {
  return /^\/[^\s/]+(\s|$)/.test(text);
}

/**
 * The command a text calls.
 *
 * @param {string} text
 * @param {import("./app.js").Context} ctx
 */
export function commandOf(text, ctx) {
  const [word] = text.split(/\s/, 1);
  return allCommands(ctx).find(({ command }) => command === word);
}

/** The app's commands and Slack's own that the workspace knows. */
function allCommands({ store, t }) {
  const invite = { command: "/invite", usage_hint: "@…", description: t("invite") };
  return [...store.get().app.commands, invite];
}
