/** A floating list of choices steered from a text field by `aria-activedescendant`. */

import { h, put, uid } from "./dom.js";
import { icon } from "./icons.js";
import { float } from "./popover.js";

/**
 * What one row shows.
 *
 * @typedef {object} Choice
 * @property {string} key
 * @property {string} label
 * @property {string} [description]
 * @property {string} [hint] in the label's line, such as a command's usage
 * @property {string} [group] heading over the rows that share it
 * @property {Node} [lead] before the label, such as an avatar
 */

export class Listbox {
  /**
   * @param {object} options
   * @param {string} options.id
   * @param {HTMLElement} options.field the text field that keeps the focus
   * @param {HTMLElement} options.anchor
   * @param {string} options.label
   * @param {boolean} [options.above]
   * @param {(choice: Choice) => void} options.onPick
   */
  constructor({ id, field, anchor, label, above = false, onPick }) {
    this.field = field;
    this.anchor = anchor;
    this.above = above;
    this.onPick = onPick;
    this.node = h("div", { id, class: "popover listbox", role: "listbox", "aria-label": label });
    // Words instead of choices are no part of a list; they are read out from a place that was there before them.
    this.note = h("div", { class: "popover listbox-note", "aria-hidden": "true" });
    this.status = h("span", { class: "visually-hidden", role: "status" });
    anchor.append(this.status);
    [this.node, this.note].forEach((box) => box.addEventListener("pointerdown", (event) => event.preventDefault()));
    this.take = null;
    this.rows = [];
    this.at = -1;
  }

  get isOpen() {
    return this.take !== null;
  }

  get current() {
    return this.rows[this.at]?.choice;
  }

  /**
   * @param {Choice[]} choices
   * @param {Set<string>} selected keys
   * @param {string} note shown when there are no choices
   * @param {string} [currentKey] the choice to begin at, else the first selected one
   */
  open(choices, selected, note, currentKey) {
    this.rows = choices.map((choice) => ({ choice, node: rowOf(choice, selected.has(choice.key)) }));
    this.rows.forEach((row, index) => {
      row.node.addEventListener("click", () => this.onPick(row.choice));
      row.node.addEventListener("pointermove", () => this.at !== index && this.mark(index));
    });
    put(this.node, grouped(this.rows));
    put(this.note, note);
    this.say(this.rows.length ? "" : note);
    this.take?.();
    this.take = float(this.rows.length ? this.node : this.note, this.anchor, { match: true, above: this.above });
    this.field.dataset.listOpen = "true";
    this.expand(this.rows.length > 0);
    const wanted = ({ choice }) => (currentKey === undefined ? selected.has(choice.key) : choice.key === currentKey);
    this.mark(this.rows.length ? Math.max(0, this.rows.findIndex(wanted)) : -1);
  }

  close() {
    this.take?.();
    this.take = null;
    this.say("");
    delete this.field.dataset.listOpen;
    this.expand(false);
    this.field.removeAttribute("aria-activedescendant");
  }

  /** Only what says that it has a list may say that the list is open. */
  expand(expanded) {
    if (this.field.getAttribute("role") === "combobox") {
      this.field.setAttribute("aria-expanded", String(expanded));
    }
  }

  say(note) {
    if (this.status.textContent !== note) {
      this.status.textContent = note;
    }
  }

  mark(index) {
    this.rows[this.at]?.node.removeAttribute("data-current");
    this.at = index;
    const row = this.rows[index];
    if (!row) {
      this.field.removeAttribute("aria-activedescendant");
      return;
    }
    row.node.dataset.current = "true";
    this.field.setAttribute("aria-activedescendant", row.node.id);
    row.node.scrollIntoView({ block: "nearest" });
  }

  /**
   * @param {KeyboardEvent} event
   * @returns {boolean} whether the key was the list's
   */
  handleKey(event) {
    const last = this.rows.length - 1;
    const moves = {
      ArrowDown: () => this.mark(this.at >= last ? 0 : this.at + 1),
      ArrowUp: () => this.mark(this.at <= 0 ? last : this.at - 1),
      Enter: () => this.onPick(this.current),
    };
    const idle = event.isComposing || !this.current || (event.key === "Enter" && event.shiftKey);
    if (!moves[event.key] || idle) {
      return false;
    }
    moves[event.key]();
    return true;
  }
}

function rowOf(choice, selected) {
  const props = { id: uid("option"), class: "option", role: "option", dataset: { value: choice.key } };
  return h(
    "div",
    { ...props, "aria-selected": String(selected) },
    choice.lead,
    h(
      "span",
      { class: "option-text" },
      h("span", { class: "option-label" }, choice.label),
      choice.hint && h("span", { class: "option-hint" }, choice.hint),
      choice.description && h("span", { class: "option-description" }, choice.description),
    ),
    selected && icon("check"),
  );
}

function grouped(rows) {
  let group;
  return rows.flatMap(({ choice, node }) => {
    const starts = choice.group !== undefined && choice.group !== group;
    group = choice.group;
    return [starts && h("div", { class: "listbox-group", role: "presentation" }, choice.group), node];
  });
}
