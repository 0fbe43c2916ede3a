/** What the acting person does, as requests to the workspace. Failures become toasts. */

import { editDialog } from "./editing.js";

/** The app may have done what a command said, so its text does not return to the message box. */
const REACHED_THE_APP = new Set(["operation_timeout", "dispatch_failed", "invalid_command_response"]);

/**
 * @param {import("./app.js").Context} ctx
 * @param {import("./sync.js").Sync} sync
 */
export function createActions(ctx, sync) {
  const me = () => ctx.store.get().me.id;
  const post = (path, body) => attempt(ctx, () => ctx.api.post(path, { as: me(), ...body }));
  return {
    act: async (body) => Boolean(await post("action", body)),
    shortcut: async (body) => Boolean(await post("shortcut", body)),
    message: async (channel, text, thread) => Boolean(await post("message", { channel, text, ...inThread(thread) })),
    command: async (channel, text, thread) => {
      const body = { as: me(), channel, text, ...inThread(thread) };
      return Boolean(await attempt(ctx, () => ctx.api.post("command", body), REACHED_THE_APP));
    },
    react: async (channel, ts, name, remove) => Boolean(await post("reaction", { channel, ts, name, remove })),
    moveClock: async (body) => {
      const answer = await attempt(ctx, () => ctx.api.post("clock", body));
      if (answer) {
        sync.clock(answer);
      }
    },
    speak: async (locale) => Boolean(await attempt(ctx, () => ctx.api.post("user", { user: me(), locale }))),
    traffic: async () => (await attempt(ctx, () => ctx.api.get("traffic")))?.traffic ?? [],
    closeView: async (viewId) => {
      const answer = await post("close", { view_id: viewId });
      await sync.views();
      return Boolean(answer);
    },
    submit: (view, values) => submit(ctx, sync, post, view, values),
    dismiss: (id) => dismiss(ctx, id),
    editMessage: async (channel, message) => {
      const text = await editDialog(message.typed ?? message.text, ctx);
      return text === null || Boolean(await post("message_edit", { channel, ts: message.ts, text }));
    },
    deleteMessage: async (channel, message) => {
      const text = { type: "plain_text", text: ctx.t("delete_sure") };
      const title = { type: "plain_text", text: ctx.t("delete") };
      if (await ctx.confirm({ title, text, style: "danger" })) {
        await post("message_delete", { channel, ts: message.ts });
      }
    },
  };
}

function inThread(ts) {
  return ts ? { thread_ts: ts } : {};
}

/**
 * @param {import("./app.js").Context} ctx
 * @param {() => Promise<object>} request
 * @param {Set<string>} [done] codes of failures after which the person should not simply try again
 * @returns {Promise<object|null>} the answer, or null after a toast
 */
async function attempt(ctx, request, done = new Set()) {
  try {
    return await request();
  } catch (error) {
    if (error.name !== "ApiError") {
      throw error;
    }
    ctx.toasts.failure(error);
    return done.has(error.code) ? {} : null;
  }
}

async function submit(ctx, sync, post, view, values) {
  const answer = await post("submit", { view_id: view.id, values });
  if (answer && !answer.errors) {
    await sync.views();
  }
  return answer?.errors ?? null;
}

function dismiss(ctx, id) {
  const dismissed = new Set(ctx.store.get().dismissed).add(id);
  window.sessionStorage.setItem("workspace-dismissed", JSON.stringify([...dismissed]));
  ctx.store.set({ dismissed });
}

/** @returns {Set<string>} ids put away earlier in this window */
export function readDismissed() {
  return new Set(JSON.parse(window.sessionStorage.getItem("workspace-dismissed") ?? "[]"));
}
