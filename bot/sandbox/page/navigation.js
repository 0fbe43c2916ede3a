/** Going from place to place. Where one is stands in the address, so a reload returns there. */

import { findChannel, isDirect } from "./people.js";
import { readHash, writeHash } from "./state.js";

/** Messages of a channel that are still there on coming back; older ones are read again when wanted. */
const KEPT = 100;

/**
 * @typedef {object} Go
 * @property {(place: string) => Promise<void>} channel a channel's id, or "home"
 * @property {() => Promise<void>} earlier older messages of the open channel
 * @property {(ts: string|null) => Promise<void>} thread
 * @property {(member: string) => Promise<void>} actAs
 * @property {(open: boolean) => void} traffic
 * @property {(open: boolean) => void} sidebar
 */

/**
 * @param {import("./app.js").Context} ctx
 * @param {import("./sync.js").Sync} sync
 * @param {() => void} onMember called after another member acts
 * @returns {Go}
 */
export function createNavigation(ctx, sync, onMember) {
  const { store } = ctx;
  const go = {
    async channel(place) {
      const { unread, place: before, messages } = store.get();
      const { [place]: news, ...others } = unread;
      const thread = place === before ? store.get().thread : null;
      const replies = thread ? store.get().replies : [];
      const held = { ...messages, [before]: messages[before]?.slice(-KEPT) };
      store.set({ place, thread, replies, unread: others, unreadFrom: news?.from, sidebar: false, messages: held });
      keepHash(store);
      await ctx.guard(place === "home" ? sync.home() : sync.messages());
    },
    earlier: () => ctx.guard(sync.earlier()),
    async thread(ts) {
      store.set({ thread: ts, replies: [] });
      keepHash(store);
      await ctx.guard(sync.replies());
    },
    async actAs(member) {
      const { place } = store.get();
      store.set({ messages: {}, replies: [], thread: null, unread: {}, views: [], home: null });
      await ctx.guard(sync.workspace(member));
      onMember();
      await go.channel(placeFor(store.get(), place));
      await ctx.guard(sync.views());
    },
    traffic(traffic) {
      store.set({ traffic });
      keepHash(store);
    },
    sidebar: (sidebar) => store.set({ sidebar }),
  };
  return go;
}

function keepHash(store) {
  const hash = writeHash(store.get());
  if (window.location.hash !== hash) {
    window.history.replaceState(null, "", hash);
  }
}

/** The place wanted where the member may go, else their direct message's or first own channel's like. */
function placeFor(state, wanted) {
  const known = findChannel(state, wanted);
  if (wanted === "home" || known) {
    return wanted;
  }
  if (wanted?.startsWith("D")) {
    return state.channels.find(isDirect)?.id ?? "home";
  }
  const rooms = state.channels.filter((channel) => !isDirect(channel) && !channel.is_archived);
  return (rooms.find(({ is_member: own }) => own !== false) ?? rooms[0] ?? state.channels[0])?.id ?? "home";
}

/**
 * Opens what the address says, else the first channel of the first member.
 *
 * @param {import("./app.js").Context} ctx
 * @param {import("./sync.js").Sync} sync
 * @param {Go} go
 * @param {() => void} onMember
 */
export async function restore(ctx, sync, go, onMember) {
  const wanted = readHash(window.location.hash);
  ctx.store.set({ traffic: wanted.traffic });
  try {
    await sync.workspace(wanted.as);
  } catch (error) {
    if (!wanted.as || error.code === "unreachable") {
      throw error;
    }
    await sync.workspace();
  }
  onMember();
  const place = placeFor(ctx.store.get(), wanted.channel);
  await go.channel(place);
  if (wanted.thread && place === wanted.channel) {
    await go.thread(wanted.thread);
  }
  await ctx.guard(sync.views());
}
