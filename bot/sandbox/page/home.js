/** The app's Home, as the acting person sees it. */

import { renderBlocks } from "./blocks/index.js";
import { h, put } from "./dom.js";
import { createForm } from "./elements/scope.js";

export class Home {
  /** @param {import("./app.js").Context} ctx */
  constructor(ctx) {
    this.ctx = ctx;
    this.print = "";
    this.node = h("div", { class: "home", dataset: { testid: "home-view" }, tabindex: "-1" });
  }

  draw() {
    const { home, app, me } = this.ctx.store.get();
    const print = JSON.stringify([home?.id, home?.hash, me?.id]);
    if (print === this.print) {
      return;
    }
    this.print = print;
    this.node.dataset.hash = home?.hash ?? "";
    if (!home?.blocks) {
      put(this.node, h("p", { class: "home-empty muted" }, this.ctx.t("home_empty", { name: app.name })));
      return;
    }
    const scope = {
      ctx: this.ctx,
      surface: "home",
      container: { type: "view", view_id: home.id },
      form: createForm(home.state?.values),
      blocks: home.blocks,
      blockId: "",
    };
    put(this.node, h("div", { class: "home-page" }, renderBlocks(home.blocks, scope)));
  }
}
