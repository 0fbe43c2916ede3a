/** Colours and legend of charts. Colours are CSS variables, so light and dark themes each have their own. */

import { h } from "../dom.js";

const COLOURS = 6;

/** @param {number} index of the series or segment */
export function colour(index) {
  return `var(--chart-${index % COLOURS})`;
}

/** @param {string[]} names */
export function legend(names) {
  return h(
    "ul",
    { class: "legend", "aria-hidden": "true" },
    names.map((name, index) => h("li", {}, h("span", { class: "swatch", vars: { "--swatch": colour(index) } }), name)),
  );
}
