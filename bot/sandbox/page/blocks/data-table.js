/** The data table block: a table that sorts by any column and turns pages. */

import { h, put } from "../dom.js";
import { icon } from "../icons.js";
import { cellContent, cellKey } from "./table.js";

/** Rows a page when the block does not say (docs.slack.dev, data table block). */
const DEFAULT_PAGE_SIZE = 5;

/** Characters of what does not break, a reference say, though other cells must. */
const SHORT = 7;

export function dataTable(block, scope) {
  const { ctx } = scope;
  const [head, ...rows] = block.rows;
  const view = { column: -1, direction: 1, page: 0, size: block.page_size ?? DEFAULT_PAGE_SIZE };
  const body = h("tbody");
  const headRow = h("tr");
  const table = h("table", { class: "table data-table" }, h("caption", {}, block.caption), h("thead", {}, headRow), body);
  const sort = (column) => {
    view.direction = view.column === column ? -view.direction : 1;
    view.column = column;
    view.page = 0;
    draw();
  };
  const turn = (step) => {
    view.page += step;
    draw();
  };
  const footer = pages(ctx, turn);
  const headers = head.map((cell, column) => headCell(cell, column, rows[0]?.[column], ctx, sort));
  put(headRow, headers);
  function draw() {
    headers.forEach((node, column) => {
      const sorted = { 1: "ascending", [-1]: "descending" }[view.direction];
      node.setAttribute("aria-sort", view.column === column ? sorted : "none");
    });
    const ordered = sortRows(rows, view, ctx);
    const shown = ordered.slice(view.page * view.size, (view.page + 1) * view.size);
    put(body, shown.map((row) => bodyRow(row, block.row_header_column_index ?? 0, scope)));
    footer.show(view, rows.length);
  }
  draw();
  return h("div", { class: "data-table-box" }, h("div", { class: "table-scroll" }, table), footer.node);
}

function headCell(cell, column, sample, ctx, sort) {
  const text = String(cellKey(cell));
  const button = h(
    "button",
    { type: "button", class: "sort", title: ctx.t("sort_by", { column: text }), on: { click: () => sort(column) } },
    text,
    icon("up"),
  );
  return h("th", { scope: "col", class: sample?.type === "raw_number" ? "align-right" : null }, button);
}

function bodyRow(row, headerColumn, scope) {
  const cells = row.map((cell, column) => {
    const isShort = String(cellKey(cell)).length <= SHORT;
    const props = { class: cell.type === "raw_number" ? "align-right" : isShort ? "whole" : null };
    return column === headerColumn
      ? h("th", { ...props, scope: "row" }, cellContent(cell, scope))
      : h("td", props, cellContent(cell, scope));
  });
  return h("tr", {}, cells);
}

function sortRows(rows, { column, direction }, ctx) {
  if (column < 0) {
    return rows;
  }
  const collator = new Intl.Collator(ctx.times.locale, { numeric: true });
  const compare = (a, b) =>
    typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
  return rows.toSorted((a, b) => direction * compare(cellKey(a[column]), cellKey(b[column])));
}

/** Its nodes stay, so that the keyboard stays on a button and the place is read out as it changes. */
function pages(ctx, turn) {
  const place = h("span", { "aria-live": "polite" });
  const previous = pageButton(ctx.t("previous"), "left", () => turn(-1));
  const next = pageButton(ctx.t("next"), "right", () => turn(1));
  const node = h("div", { class: "table-pages" }, place, previous, next);
  return {
    node,
    show({ page, size }, total) {
      const from = page * size + 1;
      const to = Math.min(total, from + size - 1);
      const text = ctx.t("page_of", { from, to, total });
      if (place.textContent !== text) {
        place.textContent = text;
      }
      previous.setAttribute("aria-disabled", String(page === 0));
      next.setAttribute("aria-disabled", String(to >= total));
      node.hidden = total <= size;
    },
  };
}

/** Not disabled where there is nothing more: a button that is loses the focus. */
function pageButton(label, name, onTurn) {
  const click = () => button.getAttribute("aria-disabled") === "true" || onTurn();
  const button = h("button", { type: "button", class: "icon-button", "aria-label": label, on: { click } }, icon(name));
  return button;
}
