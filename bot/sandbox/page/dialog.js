/** Boxes over the page: they hold the focus, Esc closes them, and the focus returns to where it was. */

import { h, uid } from "./dom.js";
import { plainText, textObject } from "./mrkdwn.js";

const CONTROLS = ["button", "input", "textarea", "select"].map((tag) => `${tag}:not([disabled])`);
const FOCUSABLE = [...CONTROLS, "a[href]", "summary", "[tabindex='0']"].join(", ");

/**
 * Puts a box over the page.
 *
 * @param {HTMLElement} box with role dialog
 * @param {() => void} onEscape
 * @returns {{close: () => void, overlay: HTMLElement}}
 */
export function openDialog(box, onEscape) {
  const before = document.activeElement;
  const root = document.getElementById("dialogs");
  const overlay = h("div", { class: "overlay" }, box);
  const onKey = (event) => {
    if (root.lastElementChild !== overlay) {
      return;
    }
    if (event.key === "Escape") {
      onEscape();
    } else if (event.key === "Tab") {
      keepInside(event, overlay.firstElementChild);
    }
  };
  // On the document, so the keyboard works even after what had the focus is gone.
  document.addEventListener("keydown", onKey);
  [...root.children].forEach((other) => (other.inert = true));
  document.getElementById("app").inert = true;
  root.append(overlay);
  const close = () => {
    document.removeEventListener("keydown", onKey);
    overlay.remove();
    const below = root.lastElementChild;
    document.getElementById("app").inert = Boolean(below);
    if (below) {
      below.inert = false;
    }
    if (before?.isConnected) {
      before.focus();
    }
  };
  return { close, overlay };
}

function keepInside(event, box) {
  const stops = focusable(box);
  const [first, last] = [stops[0], stops[stops.length - 1]];
  const from = document.activeElement;
  const outside = !box.contains(from) || (event.shiftKey && from === box);
  const leaves = outside || from === (event.shiftKey ? first : last);
  if (!stops.length || leaves) {
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  }
}

/** @param {HTMLElement} box */
export function focusable(box) {
  return [...box.querySelectorAll(FOCUSABLE)].filter((node) => node.getClientRects().length > 0);
}

/**
 * Asks before a click counts, as a confirmation object says.
 *
 * @param {object} spec Slack's confirmation object
 * @param {import("./strings.js").Translate} t
 * @param {import("./app.js").Context} ctx
 * @returns {Promise<boolean>}
 */
export function confirmDialog(spec, t, ctx) {
  const { promise, resolve } = Promise.withResolvers();
  const titleId = uid("confirm");
  const style = spec.style === "danger" ? "button-danger" : "button-primary";
  const finish = (answer) => {
    dialog.close();
    resolve(answer);
  };
  const button = (text, classes, answer) =>
    h("button", { type: "button", class: `button ${classes}`, on: { click: () => finish(answer) } }, text);
  const yes = button(spec.confirm ? plainText(spec.confirm) : t("confirm"), style, true);
  const no = button(spec.deny ? plainText(spec.deny) : t("deny"), "", false);
  const box = h(
    "div",
    { class: "dialog confirm", role: "alertdialog", "aria-modal": "true", "aria-labelledby": titleId },
    h("h2", { id: titleId, class: "dialog-title" }, spec.title ? plainText(spec.title) : t("sure")),
    h("div", { class: "dialog-body" }, textObject(spec.text, ctx)),
    h("div", { class: "dialog-foot" }, no, yes),
  );
  box.dataset.testid = "confirm";
  const dialog = openDialog(box, () => finish(false));
  yes.focus();
  return promise;
}
