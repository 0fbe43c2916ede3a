/** The plain table block, and what a cell of any table looks like. */

import { h } from "../dom.js";
import { richText } from "./rich-text.js";

export function table(block, scope) {
  const settings = block.column_settings ?? [];
  const rows = (block.rows ?? []).map((row, index) => {
    const tag = index ? "td" : "th";
    const cells = row.map((cell, column) =>
      h(
        tag,
        { class: columnClasses(settings[column]), scope: index ? null : "col" },
        cellContent(cell, scope),
      ),
    );
    return h("tr", {}, cells);
  });
  const node = h("table", { class: "table" }, h("thead", {}, rows.slice(0, 1)), h("tbody", {}, rows.slice(1)));
  return h("div", { class: "table-scroll", tabindex: "0", role: "region", "aria-label": scope.ctx.t("table") }, node);
}

function columnClasses(setting) {
  return [setting?.align && `align-${setting.align}`, setting?.is_wrapped && "wrapped"].filter(Boolean).join(" ") || null;
}

/**
 * @param {object} cell raw_text, raw_number or rich_text
 * @param {import("../elements/scope.js").Scope} scope
 * @returns {import("../dom.js").Child}
 */
export function cellContent(cell, scope) {
  if (cell.type === "rich_text") {
    return richText(cell, scope);
  }
  return cell.type === "raw_number" ? (cell.text ?? numberText(cell.value, scope)) : (cell.text ?? "");
}

function numberText(value, { ctx }) {
  return new Intl.NumberFormat(ctx.times.locale).format(value);
}

/**
 * What a cell is compared by when a column is sorted.
 *
 * @param {object} cell
 * @returns {number|string}
 */
export function cellKey(cell) {
  if (cell.type === "raw_number") {
    return Number(cell.value);
  }
  return cell.type === "rich_text" ? plainOf(cell) : (cell.text ?? "");
}

function plainOf(part) {
  return (part.elements ?? []).map((each) => each.text ?? each.name ?? plainOf(each)).join("");
}
