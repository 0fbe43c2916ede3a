/** The data table block: a table that sorts by any column and turns pages. */

import { h, put } from "../dom.js";
import { icon } from "../icons.js";
import { cellContent, cellKey } from "./table.js";

/** Rows a page when the block does not say (docs.slack.dev, data table block). */
const DEFAULT_PAGE_SIZE = 5;

export function dataTable(block, scope) {
  const { ctx } = scope;
  const [head, ...rows] = block.rows;
  const view = { column: -1, direction: 1, page: 0, size: block.page_size ?? DEFAULT_PAGE_SIZE };
  const body = h("tbody");
  const headRow = h("tr");
  const footer = h("div", { class: "table-pages" });
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
    put(footer, ...pages(view, rows.length, ctx, turn));
    footer.hidden = rows.length <= view.size;
  }
  draw();
  return h("div", { class: "data-table-box" }, h("div", { class: "table-scroll" }, table), footer);
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
    const props = { class: cell.type === "raw_number" ? "align-right" : null };
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

function pages(view, total, ctx, turn) {
  const from = view.page * view.size + 1;
  const to = Math.min(total, from + view.size - 1);
  const button = (key, name, step, disabled) =>
    h(
      "button",
      { type: "button", class: "icon-button", "aria-label": ctx.t(key), disabled, on: { click: () => turn(step) } },
      icon(name),
    );
  return [
    h("span", { "aria-live": "polite" }, ctx.t("page_of", { from, to, total })),
    button("previous", "left", -1, view.page === 0),
    button("next", "right", 1, to >= total),
  ];
}
