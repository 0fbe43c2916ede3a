/** Short notices at the edge of the page: what failed, and by which rule. */

import { h } from "./dom.js";
import { icon } from "./icons.js";

const STAY_MS = 12_000;
const MOST = 4;

/** What a code means, as key of the page's words; other codes stand for themselves. */
const MEANINGS = {
  unreachable: "unreachable",
  dispatch_failed: "app_away",
  operation_timeout: "app_late",
  invalid_command_response: "app_refused",
  invalid_submission_response: "app_refused",
  invalid_suggestions: "app_refused",
  msg_too_long: "too_long",
};

/** What else to say of a code, in words; then the browser's own stand behind them. */
const HINTS = { unreachable: "unreachable_hint" };

/**
 * @typedef {object} Toasts
 * @property {(failure: {code?: string, error?: string, detail?: string, violations?: object[]}) => void} failure
 */

/**
 * @param {HTMLElement} root
 * @param {() => import("./strings.js").Translate} translate the words of the moment
 * @returns {Toasts}
 */
export function createToasts(root, translate) {
  root.setAttribute("role", "region");
  return {
    failure(failure) {
      const t = translate();
      root.setAttribute("aria-label", t("notices"));
      const node = toast(failure, t);
      // A failure may come twice, as the answer and as an event.
      [...root.children].filter((other) => other.textContent === node.textContent).forEach((other) => other.remove());
      root.append(node);
      while (root.children.length > MOST) {
        root.firstElementChild.remove();
      }
      leaveLater(node);
    },
  };
}

function toast(failure, t) {
  const code = failure.code ?? failure.error ?? "";
  const title = MEANINGS[code] ? t(MEANINGS[code]) : code.replaceAll("_", " ") || t("failure");
  const node = h(
    "div",
    { class: "toast", role: "alert", dataset: { testid: "toast", error: code } },
    icon("warning"),
    h(
      "div",
      { class: "toast-text" },
      h("strong", {}, title),
      ...(HINTS[code] ? explained(t(HINTS[code]), failure, t) : named(code, title, failure)),
      failure.violations?.length > 0 && h("ul", {}, failure.violations.map(violation)),
    ),
    h(
      "button",
      { type: "button", class: "icon-button", "aria-label": t("close"), on: { click: () => node.remove() } },
      icon("close"),
    ),
  );
  return node;
}

function named(code, title, { detail }) {
  return [code && title !== code && h("code", {}, code), detail && h("div", {}, detail)];
}

function explained(words, { detail }, t) {
  const behind = detail && h("details", {}, h("summary", {}, t("technical")), h("code", {}, detail));
  return [h("div", {}, words), behind];
}

function violation({ path, rule, message }) {
  const name = message && rule && h("span", { class: "muted" }, ` ${rule}`);
  return h("li", {}, path && h("code", {}, path), ` ${message ?? rule}`, name);
}

/** Leaves after a while, but not from under the pointer or the keyboard. */
function leaveLater(node) {
  let timer = window.setTimeout(() => node.remove(), STAY_MS);
  const hold = () => window.clearTimeout(timer);
  const again = () => {
    hold();
    timer = window.setTimeout(() => node.remove(), STAY_MS / 2);
  };
  node.addEventListener("pointerenter", hold);
  node.addEventListener("pointerleave", again);
  node.addEventListener("focusin", hold);
  node.addEventListener("focusout", again);
}
