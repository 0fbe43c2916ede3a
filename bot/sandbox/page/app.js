/** Puts the page together. */

import { createActions, readDismissed } from "./actions.js";
import { createApi } from "./api.js";
import { ChannelView } from "./channel.js";
import { ClockBar } from "./clock.js";
import { confirmDialog } from "./dialog.js";
import { add, h } from "./dom.js";
import { Modals } from "./modal.js";
import { createNavigation, restore } from "./navigation.js";
import { Sidebar } from "./sidebar.js";
import { createStore, emptyState } from "./state.js";
import { openStream } from "./stream.js";
import { createTranslate, languageOf } from "./strings.js";
import { createSync } from "./sync.js";
import { createTheme } from "./theme.js";
import { ThreadPane } from "./thread.js";
import { createTimes } from "./time.js";
import { createToasts } from "./toast.js";
import { TopBar } from "./topbar.js";
import { TrafficPanel } from "./traffic.js";

const RETRY_MS = 1500;

/**
 * What every part of the page is given.
 *
 * @typedef {object} Context
 * @property {import("./state.js").Store} store
 * @property {import("./api.js").Api} api
 * @property {import("./toast.js").Toasts} toasts
 * @property {import("./strings.js").Translate} t in the acting member's language
 * @property {ReturnType<import("./time.js").createTimes>} times in the acting member's zone
 * @property {() => Date} now of the workspace's clock
 * @property {(work: Promise<unknown>) => Promise<void>} guard turns a failure into a toast
 * @property {(spec: object) => Promise<boolean>} confirm
 * @property {ReturnType<import("./actions.js").createActions>} actions
 * @property {import("./navigation.js").Go} go
 */

/** @returns {Context} without actions and go, which need it */
function createContext() {
  const store = createStore({ ...emptyState(), dismissed: readDismissed() });
  const ctx = {
    store,
    api: createApi(window.fetch.bind(window), { onLate: (late) => store.set({ late }) }),
    toasts: createToasts(document.getElementById("toasts"), () => ctx.t),
    t: createTranslate(languageOf(window.navigator.language)),
    times: createTimes(window.navigator.language, "UTC"),
    now: () => new Date(Date.now() + store.get().clock.skew),
    guard: async (work) => {
      try {
        await work;
      } catch (error) {
        if (error.name !== "ApiError") {
          throw error;
        }
        ctx.toasts.failure(error);
      }
    },
    confirm: (spec) => confirmDialog(spec, ctx.t, ctx),
  };
  // First of all watchers: whoever draws after a change of member draws in that member's language and zone.
  store.watch(["me"], () => {
    const { me } = store.get();
    const language = languageOf(me?.locale);
    ctx.t = createTranslate(language);
    ctx.times = createTimes(me?.locale, me?.tz);
    document.documentElement.lang = language;
  });
  return ctx;
}

/** One stream at a time, that of the acting member. What happened before it was open is read anew. */
function createLive(ctx, sync) {
  let stream = null;
  let lost = false;
  const onStatus = (status) => {
    ctx.store.set({ connection: status });
    if (status === "open") {
      const loads = [sync.replies, sync.views];
      (lost ? [sync.workspace, sync.anew, ...loads] : [sync.messages, ...loads]).forEach((load) => ctx.guard(load()));
      lost = false;
    }
    lost = lost || status === "reconnecting";
  };
  return () => {
    stream?.close();
    stream = openStream(ctx.store.get().me.id, { onEvent: sync.onEvent, onStatus });
  };
}

function frame(ctx) {
  const prefersDark = window.matchMedia("(prefers-color-scheme: dark)");
  const theme = createTheme(document.documentElement, window.localStorage, prefersDark);
  const traffic = new TrafficPanel(ctx);
  const parts = {
    top: new TopBar(ctx, new ClockBar(ctx).node, theme).node,
    side: new Sidebar(ctx).node,
    middle: new ChannelView(ctx).node,
    thread: new ThreadPane(ctx).node,
  };
  const shade = h("div", { class: "shade", on: { click: () => ctx.go.sidebar(false) } });
  const body = h("div", { class: "body" }, parts.side, shade, parts.middle, parts.thread, traffic.node);
  add(document.getElementById("app"), [parts.top, body]);
  ctx.store.watch(["sidebar"], () => body.classList.toggle("sidebar-open", ctx.store.get().sidebar));
  return traffic;
}

async function start() {
  const ctx = createContext();
  const traffic = frame(ctx);
  const sync = createSync(ctx, (exchange) => traffic.add(exchange));
  const live = createLive(ctx, sync);
  ctx.actions = createActions(ctx, sync);
  ctx.go = createNavigation(ctx, sync, live);
  new Modals(ctx);
  await open(ctx, sync, live);
}

/** The workspace may still be starting. */
async function open(ctx, sync, live) {
  try {
    await restore(ctx, sync, ctx.go, live);
  } catch (error) {
    if (error.code !== "unreachable") {
      ctx.toasts.failure(error);
      throw error;
    }
    ctx.store.set({ connection: "reconnecting" });
    window.setTimeout(() => open(ctx, sync, live), RETRY_MS);
  }
}

start();
