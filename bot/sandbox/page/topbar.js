/** The bar above everything: sidebar switch, clock, connection, theme, traffic. */

import { h, put } from "./dom.js";
import { icon } from "./icons.js";

export class TopBar {
  /**
   * @param {import("./app.js").Context} ctx
   * @param {Node} clock
   * @param {{isDark: () => boolean, toggle: () => void}} theme
   */
  constructor(ctx, clock, theme) {
    this.ctx = ctx;
    this.theme = theme;
    this.skip = h("a", { class: "skip", href: "#main" });
    this.skip.addEventListener("click", (event) => {
      event.preventDefault();
      document.querySelector(".composer-field")?.focus();
    });
    this.connection = h("div", { class: "connection", role: "status", dataset: { testid: "connection" } });
    this.menu = this.button("menu-button", () => ctx.go.sidebar(!ctx.store.get().sidebar), "sidebar-toggle");
    this.light = this.button("", () => this.toggleTheme(), "theme");
    this.traffic = this.button("", () => ctx.go.traffic(!ctx.store.get().traffic), "traffic");
    const right = h("div", { class: "topbar-right" }, this.light, this.traffic);
    this.node = h("header", { class: "topbar" }, this.skip, this.menu, clock, right, this.connection);
    ctx.store.watch(["me", "connection", "late", "traffic", "sidebar"], () => this.draw());
  }

  button(classes, click, testid) {
    return h("button", { type: "button", class: `top-button ${classes}`, dataset: { testid }, on: { click } });
  }

  toggleTheme() {
    this.theme.toggle();
    this.draw();
  }

  /** Nothing while all is well; the region stays, so that what then stands in it is read out. */
  drawConnection() {
    const { t } = this.ctx;
    const { connection, late } = this.ctx.store.get();
    this.connection.dataset.state = connection;
    const [sign, told] = connection !== "open" ? ["wifi", connection] : late ? ["clock", "late"] : [];
    put(this.connection, told && [icon(sign), h("span", {}, t(told))]);
  }

  draw() {
    const { t } = this.ctx;
    const { traffic, sidebar } = this.ctx.store.get();
    put(this.skip, t("skip"));
    this.drawConnection();
    put(this.menu, icon("menu"));
    name(this.menu, t("open_sidebar"));
    this.menu.setAttribute("aria-expanded", String(sidebar));
    this.menu.setAttribute("aria-controls", "sidebar");
    put(this.light, icon(this.theme.isDark() ? "sun" : "moon"));
    name(this.light, t("theme"));
    put(this.traffic, icon("traffic"), h("span", {}, t("traffic")));
    name(this.traffic, t("traffic"));
    this.traffic.setAttribute("aria-pressed", String(traffic));
    this.traffic.setAttribute("aria-controls", "traffic");
  }
}

function name(button, text) {
  button.title = text;
  button.setAttribute("aria-label", text);
}
