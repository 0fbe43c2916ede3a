/** The workspace's clock, and the buttons that move it forward. */

import { h, put } from "./dom.js";
import { icon } from "./icons.js";
import { languageOf, zoneCity } from "./strings.js";
import { knownZone, nextMonday } from "./time.js";

const HOUR_S = 3600;
const DAY_S = 86_400;
const SHOWN = {
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "numeric",
  minute: "2-digit",
};

export class ClockBar {
  /** @param {import("./app.js").Context} ctx */
  constructor(ctx) {
    this.ctx = ctx;
    this.time = h("time", { class: "clock-now", dataset: { testid: "clock-now" } });
    this.zone = h("span", { class: "clock-zone" });
    this.hour = this.button("clock-hour", () => ({ advance_seconds: HOUR_S }));
    this.day = this.button("clock-day", () => ({ advance_seconds: DAY_S }));
    this.monday = this.button("clock-monday", () => ({ to: nextMonday(ctx.now(), this.teamZone()).toISOString() }));
    this.node = h(
      "div",
      { class: "clock", role: "group" },
      h("span", { class: "clock-face" }, icon("clock"), this.time, this.zone),
      h("span", { class: "clock-buttons" }, this.hour, this.day, this.monday),
    );
    ctx.store.watch(["clock", "me", "team"], () => this.draw());
    window.setInterval(() => this.tick(), 1000);
  }

  button(testid, body) {
    const node = h("button", { type: "button", class: "clock-button", dataset: { testid } });
    node.addEventListener("click", async () => {
      node.setAttribute("aria-busy", "true");
      await this.ctx.actions.moveClock(body());
      node.removeAttribute("aria-busy");
    });
    return node;
  }

  /** What is due on Monday mornings is due in the workspace's zone, whoever acts. */
  teamZone() {
    return knownZone(this.ctx.store.get().team.tz);
  }

  draw() {
    const { t, times } = this.ctx;
    const language = languageOf(times.locale);
    this.node.setAttribute("aria-label", t("clock"));
    put(this.zone, zoneCity(times.zone, language));
    this.zone.title = times.zone;
    put(this.hour, t("clock_hour"));
    put(this.day, t("clock_day"));
    put(this.monday, t("clock_monday"));
    this.monday.title = t("clock_monday_hint", { zone: zoneCity(this.teamZone(), language) });
    this.tick();
  }

  tick() {
    const { times } = this.ctx;
    const now = this.ctx.now();
    const text = times.show(now, SHOWN);
    if (this.time.textContent !== text) {
      this.time.textContent = text;
      this.time.setAttribute("datetime", now.toISOString());
    }
    this.ctx.store.set({ today: times.dayKey(now) });
  }
}
