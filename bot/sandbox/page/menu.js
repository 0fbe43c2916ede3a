/** A menu of commands under a button: arrows move, Enter runs, Esc closes. */

import { h } from "./dom.js";
import { float } from "./popover.js";

/**
 * @typedef {object} MenuItem
 * @property {import("./dom.js").Child} label
 * @property {string} [description]
 * @property {boolean} [danger]
 * @property {() => unknown} run
 */

/**
 * @param {HTMLElement} button
 * @param {MenuItem[]} items
 * @param {string} [kind] CSS class
 * @param {"start"|"end"} [align] the edge of the button that the menu begins or ends with
 */
export function openMenu(button, items, kind = "", align = "end") {
  const rows = items.map((item) => row(item, () => close(true)));
  const menu = h("div", { class: `popover menu ${kind}`, role: "menu" }, rows);
  const take = float(menu, button, { align });
  const away = (event) => !menu.contains(event.target) && !button.contains(event.target) && close(false);
  function close(refocus) {
    take();
    document.removeEventListener("pointerdown", away, true);
    button.setAttribute("aria-expanded", "false");
    if (refocus) {
      button.focus();
    }
  }
  menu.addEventListener("keydown", (event) => onKey(event, rows, close));
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) {
      close(false);
    }
  });
  document.addEventListener("pointerdown", away, true);
  button.setAttribute("aria-expanded", "true");
  rows[0]?.focus();
}

function row(item, close) {
  return h(
    "button",
    {
      type: "button",
      role: "menuitem",
      tabindex: "-1",
      class: item.danger ? "menu-item danger" : "menu-item",
      on: {
        click: () => {
          close();
          item.run();
        },
      },
    },
    h("span", {}, item.label),
    item.description && h("span", { class: "muted" }, item.description),
  );
}

function onKey(event, rows, close) {
  const at = rows.indexOf(document.activeElement);
  const moves = {
    ArrowRight: () => rows[(at + 1) % rows.length].focus(),
    ArrowLeft: () => rows[(at - 1 + rows.length) % rows.length].focus(),
    ArrowDown: () => rows[(at + 1) % rows.length].focus(),
    ArrowUp: () => rows[(at - 1 + rows.length) % rows.length].focus(),
    Home: () => rows[0].focus(),
    End: () => rows[rows.length - 1].focus(),
    Escape: () => close(true),
    Tab: () => close(true),
  };
  if (moves[event.key]) {
    event.preventDefault();
    event.stopPropagation();
    moves[event.key]();
  }
}
