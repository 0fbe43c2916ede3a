/** Drawing what apps and people sent: what cannot be drawn is named in its place and takes nothing else with it. */

import { h } from "./dom.js";

/**
 * @template T
 * @param {() => T} draw
 * @param {(failure: Error) => T} instead
 * @returns {T} what `instead` draws when `draw` fails
 */
export function drawOr(draw, instead) {
  try {
    return draw();
  } catch (failure) {
    return instead(failure);
  }
}

/**
 * The grey box in the place of what is not shown.
 *
 * @param {string} text
 * @param {Error} [failure] why it is not
 * @param {string} [tag]
 */
export function unknownBox(text, failure, tag = "div") {
  return h(tag, { class: "unknown", title: failure?.message }, text);
}
