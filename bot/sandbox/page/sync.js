/** Keeps the page's state equal to the workspace: asks anew for whatever an event says has changed. */

import { languageOf } from "./strings.js";

/** Messages of a channel that are read at first, and with each step back. */
const PAGE = 100;

/**
 * @typedef {object} Sync
 * @property {(member?: string) => Promise<void>} workspace
 * @property {() => Promise<void>} messages of the open channel
 * @property {() => Promise<void>} earlier more of its older messages
 * @property {() => Promise<void>} anew messages, after what is held may no longer hold
 * @property {() => Promise<void>} replies of the open thread
 * @property {() => Promise<void>} views
 * @property {() => Promise<void>} home opens the app's Home, which the app is told about
 * @property {(clock: {now: string}) => void} clock
 * @property {(event: object) => void} onEvent
 */

/**
 * @param {import("./app.js").Context} ctx
 * @param {(exchange: object) => void} onTraffic
 * @returns {Sync}
 */
export function createSync(ctx, onTraffic) {
  const { store, api } = ctx;
  // How far back the next reading goes.
  let reach = onward;
  const messages = latest(async () => {
    const query = reach;
    reach = onward;
    await loadMessages(ctx, query);
  });
  const clock = ({ now }) => store.set({ clock: { skew: Date.parse(now) - Date.now() } });
  const sync = {
    clock,
    workspace: async (member = store.get().me?.id) => {
      const { team, me, users, channels, app, clock: time } = await api.get(
        "workspace",
        member ? { as: member } : { language: languageOf(window.navigator.language) },
      );
      store.set({ team, me, users, channels, app: { commands: [], shortcuts: [], ...app } });
      clock(time);
    },
    messages,
    earlier: () => {
      reach = (held) => ({ limit: held.length + PAGE });
      return messages();
    },
    anew: () => {
      reach = (held) => ({ limit: Math.max(PAGE, held.length) });
      return messages();
    },
    replies: latest(() => loadReplies(ctx)),
    views: latest(() => loadViews(ctx)),
    home: async () => {
      const { me } = store.get();
      const answer = await api.post("home", { as: me.id });
      if (store.get().me.id === me.id) {
        store.set({ home: answer.view ?? null });
      }
    },
  };
  const handlers = createHandlers(ctx, sync, onTraffic);
  return { ...sync, onEvent: (event) => handlers[event.type]?.(event) };
}

/** Runs one request at a time; what is asked for meanwhile is asked once more afterwards. */
function latest(load) {
  let running = null;
  let again = false;
  const run = async () => {
    do {
      again = false;
      await load();
    } while (again);
  };
  return () => {
    if (running) {
      again = true;
    } else {
      running = run().finally(() => (running = null));
    }
    return running;
  };
}

/** From the first message held on, so that what one has scrolled back to stays; else the last page. */
function onward(held) {
  const first = held.find(({ ephemeral }) => !ephemeral);
  return first ? { oldest: first.ts } : { limit: PAGE };
}

async function loadMessages({ store, api }, query) {
  const { me, place, messages: held } = store.get();
  if (!place || place === "home") {
    return;
  }
  const asked = query(held[place] ?? []);
  const { messages, has_more: more } = await api.get("messages", { as: me.id, channel: place, ...asked });
  const state = store.get();
  if (state.me.id === me.id) {
    store.set({
      messages: { ...state.messages, [place]: messages },
      earlier: { ...state.earlier, [place]: more },
    });
  }
}

async function loadReplies({ store, api }) {
  const { me, place, thread } = store.get();
  if (!thread) {
    return;
  }
  const { messages } = await api.get("messages", { as: me.id, channel: place, thread_ts: thread });
  if (store.get().thread === thread) {
    store.set({ replies: messages });
  }
}

async function loadViews({ store, api }) {
  const { me } = store.get();
  const { views } = await api.get("views", { as: me.id });
  if (store.get().me.id === me.id) {
    store.set({ views });
  }
}

function createHandlers(ctx, sync, onTraffic) {
  const { store } = ctx;
  const changedMessage = (event) => {
    const { place, thread } = store.get();
    if (event.channel === place) {
      ctx.guard(sync.messages());
      if (thread) {
        ctx.guard(sync.replies());
      }
    }
  };
  const views = () => ctx.guard(sync.views());
  return {
    message(event) {
      changedMessage(event);
      countUnread(store, event);
    },
    message_changed: changedMessage,
    message_deleted: changedMessage,
    reaction: changedMessage,
    view_opened: views,
    view_updated: views,
    view_closed: views,
    home_published: (event) => store.set({ home: event.view }),
    clock: (event) => sync.clock(event),
    channel: (event) => channelChanged(ctx, sync, event),
    user: () => ctx.guard(sync.workspace()),
    failure: (event) => ctx.toasts.failure(event),
    traffic: onTraffic,
  };
}

async function channelChanged(ctx, sync, { channel, old_channel: old }) {
  await ctx.guard(sync.workspace());
  if (old && ctx.store.get().place === old) {
    await ctx.go.channel(channel);
  }
}

function countUnread(store, { channel, message = {}, ts = message.ts }) {
  const { me, place, unread, channels } = store.get();
  const here = channel === place && document.visibilityState === "visible";
  const known = channels.find(({ id }) => id === channel);
  if (here || message.user === me.id || !ts || known?.is_member === false || isReply(message)) {
    return;
  }
  const before = unread[channel] ?? { count: 0, mention: false, from: ts };
  const mention = before.mention || channel.startsWith("D") || (message.text ?? "").includes(`<@${me.id}`);
  store.set({ unread: { ...unread, [channel]: { ...before, count: before.count + 1, mention } } });
}

/** @param {object} message */
export function isReply(message) {
  const inside = message.thread_ts && message.thread_ts !== message.ts;
  return Boolean(inside && message.subtype !== "thread_broadcast");
}
