/** What the page knows, in one object that is replaced on every change. */

/**
 * @typedef {object} Member
 * @property {string} id
 * @property {string} name handle
 * @property {string} [real_name]
 * @property {string} [title]
 * @property {string} [tz] zone of the IANA database
 * @property {string} [locale]
 * @property {boolean} [is_restricted]
 * @property {boolean} [is_ultra_restricted]
 * @property {boolean} [is_stranger]
 *
 * @typedef {object} Channel
 * @property {string} id
 * @property {string} [name]
 * @property {boolean} [is_im]
 * @property {boolean} [is_private]
 * @property {boolean} [is_archived]
 * @property {boolean} [is_member]
 * @property {string|{value: string}} [topic]
 *
 * @typedef {object} State
 * @property {{id: string, name: string}} team
 * @property {Member|null} me the member who acts
 * @property {Member[]} users
 * @property {Channel[]} channels
 * @property {{id: string, name: string, handle: string, bot_user_id: string, commands: object[], shortcuts: object[]}} app
 * @property {string} place a channel's id, or "home"
 * @property {string|null} thread ts of the open thread
 * @property {Object<string, object[]>} messages by channel
 * @property {Object<string, boolean>} earlier whether a channel has older messages than those held
 * @property {object[]} replies of the open thread, its first message included
 * @property {Object<string, {count: number, mention: boolean, from: string}>} unread by channel
 * @property {string} [unreadFrom] ts of the first message of the open channel that was not read
 * @property {object[]} views the stack of modals, lowest first
 * @property {object|null} home the App Home's view
 * @property {{skew: number}} clock milliseconds from this machine's time to the workspace's
 * @property {"connecting"|"open"|"reconnecting"} connection
 * @property {boolean} late whether the workspace takes long with an answer
 * @property {number} today the workspace's day for the acting member: whole days since 1970
 * @property {boolean} traffic whether the panel is open
 * @property {boolean} sidebar whether the sidebar is open on narrow screens
 * @property {Set<string>} dismissed ids of ephemeral messages put away
 */

/** @returns {State} */
export function emptyState() {
  return {
    team: { id: "", name: "" },
    me: null,
    users: [],
    channels: [],
    app: { id: "", name: "", handle: "", bot_user_id: "", commands: [], shortcuts: [] },
    place: "",
    thread: null,
    messages: {},
    earlier: {},
    replies: [],
    unread: {},
    views: [],
    home: null,
    clock: { skew: 0 },
    connection: "connecting",
    late: false,
    today: 0,
    traffic: false,
    sidebar: false,
    dismissed: new Set(),
  };
}

/**
 * @typedef {object} Store
 * @property {() => State} get
 * @property {(patch: Partial<State>) => void} set
 * @property {(names: (keyof State)[], listener: () => void) => void} watch calls back once after a change of any
 *   of the named parts
 */

/**
 * @param {State} initial
 * @returns {Store}
 */
export function createStore(initial) {
  let state = initial;
  const watchers = [];
  return {
    get: () => state,
    set(patch) {
      const changed = Object.keys(patch).filter((name) => patch[name] !== state[name]);
      if (changed.length) {
        state = { ...state, ...patch };
        watchers.filter(({ names }) => names.some((name) => changed.includes(name))).forEach((w) => w.listener());
      }
    },
    watch: (names, listener) => watchers.push({ names, listener }),
  };
}

/**
 * The part of the state that survives a reload, as the address's hash.
 *
 * @param {string} hash
 * @returns {{as?: string, channel?: string, thread?: string, traffic: boolean}}
 */
export function readHash(hash) {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  return {
    as: parts.get("as") ?? undefined,
    channel: parts.get("channel") ?? undefined,
    thread: parts.get("thread") ?? undefined,
    traffic: parts.get("traffic") === "1",
  };
}

/**
 * @param {State} state
 * @returns {string}
 */
export function writeHash(state) {
  const parts = new URLSearchParams();
  if (state.me) {
    parts.set("as", state.me.id);
  }
  if (state.place) {
    parts.set("channel", state.place);
  }
  if (state.thread) {
    parts.set("thread", state.thread);
  }
  if (state.traffic) {
    parts.set("traffic", "1");
  }
  return `#${parts}`;
}
