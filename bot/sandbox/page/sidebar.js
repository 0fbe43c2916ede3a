/** Who one is, and the places one can go. */

import { h, put } from "./dom.js";
import { icon } from "./icons.js";
import { avatar, isDirect, isGuest, memberName, memberTitle } from "./people.js";
import { createTranslate, languageOf } from "./strings.js";

/** The languages the page speaks, each with the locale a person then has. */
const LOCALES = { es: "es-MX", en: "en-US" };

export class Sidebar {
  /** @param {import("./app.js").Context} ctx */
  constructor(ctx) {
    this.ctx = ctx;
    this.print = "";
    this.node = h("nav", { class: "sidebar", id: "sidebar" });
    this.node.addEventListener("keydown", (event) => this.onKey(event));
    ctx.store.watch(["team", "me", "users", "channels", "app", "place", "unread"], () => this.draw());
    ctx.store.watch(["sidebar"], () => this.moveFocus());
  }

  /** Where the sidebar lies over the page, the focus goes in with its opening and out with its closing. */
  moveFocus() {
    if (this.ctx.store.get().sidebar) {
      // What is not visible yet cannot be focused.
      requestAnimationFrame(() => (this.node.querySelector(".here") ?? this.node.querySelector("select"))?.focus());
    } else if (this.node.contains(document.activeElement)) {
      document.querySelector("[aria-controls='sidebar']")?.focus();
    }
  }

  draw() {
    const { team, me, users, channels, app, place, unread } = this.ctx.store.get();
    const print = JSON.stringify([team, me, users, channels, app, place, unread]);
    if (print === this.print || !me) {
      return;
    }
    this.print = print;
    const held = this.node.contains(document.activeElement) ? document.activeElement.dataset.testid : null;
    const { t } = this.ctx;
    this.node.setAttribute("aria-label", t("sidebar"));
    const direct = channels.find(isDirect);
    const rooms = channels.filter((channel) => !isDirect(channel)).sort(byUse);
    put(
      this.node,
      h(
        "div",
        { class: "sidebar-head" },
        h("h1", { class: "team" }, team.name),
        h("span", { class: "muted" }, t("local")),
      ),
      this.actAs(users, me),
      section(t("channels"), rooms.map((channel) => this.room(channel))),
      section(t("apps"), [this.homeItem(app, place), direct && this.directItem(direct, app)]),
    );
    if (held) {
      this.node.querySelector(`[data-testid="${CSS.escape(held)}"]`)?.focus();
    }
  }

  actAs(users, me) {
    const { t } = this.ctx;
    const options = users
      .filter((user) => !user.is_bot)
      .map((user) => {
        const props = { value: user.id, selected: user.id === me.id, disabled: Boolean(user.deleted) };
        return h("option", props, memberLine(user, t));
      });
    const select = h(
      "select",
      { id: "act-as", dataset: { testid: "act-as" }, on: { change: (event) => this.ctx.go.actAs(event.target.value) } },
      options,
    );
    const title = [memberTitle(me), isGuest(me) && t("guest")].filter(Boolean).join(" · ");
    return h(
      "div",
      { class: "act-as" },
      h("label", { for: "act-as", class: "side-title" }, t("act_as")),
      h(
        "div",
        { class: "act-as-box" },
        avatar(me.id, memberName(me)),
        h(
          "div",
          { class: "act-as-text", "aria-hidden": "true" },
          h("b", {}, memberName(me)),
          h("span", { class: "muted" }, title),
        ),
        icon("chevron"),
        select,
      ),
      this.languages(me),
    );
  }

  /** The acting person's language in the workspace: the page follows it, and the app is told. */
  languages(me) {
    const { t } = this.ctx;
    const buttons = Object.entries(LOCALES).map(([language, locale]) => {
      const here = languageOf(me.locale) === language;
      const props = { type: "button", class: "language", lang: language, "aria-pressed": String(here) };
      const choose = () => here || this.ctx.actions.speak(locale);
      return h(
        "button",
        { ...props, dataset: { testid: `language-${language}` }, on: { click: choose } },
        capital(createTranslate(language)("in_language")),
      );
    });
    return h("div", { class: "languages", role: "group", "aria-label": t("language") }, buttons);
  }

  room(channel) {
    const { t } = this.ctx;
    const notes = [channel.is_private && t("private"), channel.is_archived && t("archived")].filter(Boolean).join(", ");
    return this.item({
      place: channel.id,
      testid: `channel-${channel.name}`,
      lead: icon(channel.is_private ? "lock" : "hash"),
      name: channel.name,
      note: notes,
      faint: channel.is_member === false || channel.is_archived,
    });
  }

  homeItem(app) {
    return this.item({ place: "home", testid: "home", lead: icon("home"), name: this.ctx.t("home_of", { name: app.name }) });
  }

  directItem(channel, app) {
    return this.item({
      place: channel.id,
      testid: "direct",
      lead: avatar(app.bot_user_id, app.name, { app: true, small: true }),
      name: app.name,
      tag: this.ctx.t("app"),
    });
  }

  item({ place, testid, lead, name, note, tag, faint }) {
    const { t, store } = this.ctx;
    const state = store.get();
    const unread = state.unread[place];
    const here = state.place === place;
    const classes = ["side-item", here && "here", unread && "unread", faint && "faint"].filter(Boolean).join(" ");
    const props = {
      type: "button",
      class: classes,
      "aria-current": here ? "page" : null,
      dataset: { testid },
      on: { click: () => this.ctx.go.channel(place) },
    };
    return h(
      "li",
      {},
      h(
        "button",
        props,
        h("span", { class: "side-lead" }, lead),
        h("span", { class: "side-name" }, name),
        tag && h("span", { class: "tag" }, tag),
        note && h("span", { class: "visually-hidden" }, ` (${note})`),
        unread && badge(unread, t),
      ),
    );
  }

  onKey(event) {
    if (event.key === "Escape" && this.ctx.store.get().sidebar) {
      this.ctx.go.sidebar(false);
    }
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || !event.target.matches(".side-item")) {
      return;
    }
    event.preventDefault();
    const items = [...this.node.querySelectorAll(".side-item")];
    items[(items.indexOf(event.target) + step + items.length) % items.length].focus();
  }
}

/** Own channels first, archived ones last. */
function byUse(a, b) {
  const rank = (channel) => (channel.is_archived ? 2 : channel.is_member === false ? 1 : 0);
  return rank(a) - rank(b) || a.name.localeCompare(b.name);
}

function capital(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function badge({ count, mention }, t) {
  const title = t("unread", { n: count });
  return h("span", { class: mention ? "badge mention-badge" : "badge", title }, String(count));
}

function section(title, items) {
  return h("section", {}, h("h2", { class: "side-title" }, title), h("ul", { class: "side-list" }, items));
}

function memberLine(user, t) {
  const marks = [
    isGuest(user) && t("guest"),
    user.is_stranger && t("stranger"),
    user.is_admin && t("admin"),
    user.deleted && t("deactivated"),
  ].filter(Boolean);
  const speaks = user.locale && createTranslate(languageOf(user.locale))("in_language");
  const facts = [memberTitle(user), speaks].filter(Boolean).join(" · ");
  return `${memberName(user)}${facts ? ` — ${facts}` : ""}${marks.length ? ` (${marks.join(", ")})` : ""}`;
}
