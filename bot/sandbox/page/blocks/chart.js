/** The data visualization block: a drawing, a legend, and the same figures as a table. */

import { axesChart } from "../charts/axes.js";
import { legend } from "../charts/palette.js";
import { pieChart } from "../charts/pie.js";
import { h } from "../dom.js";
import { unknownBox } from "../drawing.js";

/**
 * @typedef {object} Series
 * @property {string} name
 * @property {{label: string, value: number}[]} data
 */

export function chart(block, { ctx }) {
  const { chart: spec, title } = block;
  const series = seriesOf(spec, title);
  const kind = ["pie", "bar", "line", "area"].includes(spec.type) ? spec.type : null;
  if (!kind) {
    return unknownBox(ctx.t("unknown_block", { type: `data_visualization ${spec.type}` }));
  }
  const number = new Intl.NumberFormat(ctx.times.locale);
  const points = (data) => data.map((point) => `${point.label} ${number.format(point.value)}`).join(", ");
  const spoken = series.map(({ name, data }) => (name === title ? points(data) : `${name}: ${points(data)}`));
  const label = ctx.t("chart_of", { kind: ctx.t(kind), title, data: spoken.join("; ") });
  const drawing = kind === "pie" ? pieChart(spec.segments, label, number) : axesChart(spec, label, number);
  const names = kind === "pie" ? pieNames(spec.segments, number, ctx.times.locale) : series.map(({ name }) => name);
  return h(
    "figure",
    { class: `chart chart-${kind}` },
    h("figcaption", {}, title),
    h("div", { class: "chart-body" }, drawing, (kind === "pie" || names.length > 1) && legend(names)),
    h("details", {}, h("summary", {}, ctx.t("chart_data")), figures(series, spec, ctx, number)),
  );
}

/** @returns {Series[]} a pie is one series */
function seriesOf(spec, title) {
  return spec.type === "pie" ? [{ name: title, data: spec.segments }] : (spec.series ?? []);
}

function pieNames(segments, number, locale) {
  const total = segments.reduce((sum, { value }) => sum + value, 0) || 1;
  const share = new Intl.NumberFormat(locale, { style: "percent" });
  return segments.map(({ label, value }) => `${label} · ${number.format(value)} (${share.format(value / total)})`);
}

function figures(series, spec, ctx, number) {
  const labels = spec.axis_config?.categories ?? series[0].data.map(({ label }) => label);
  const head = [spec.axis_config?.x_label ?? ctx.t("category"), ...series.map(({ name }) => name)];
  const rows = labels.map((label) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, label),
      series.map(({ data }) => h("td", { class: "align-right" }, valueAt(data, label, number))),
    ),
  );
  return h(
    "div",
    { class: "table-scroll" },
    h(
      "table",
      { class: "table" },
      h("thead", {}, h("tr", {}, head.map((name) => h("th", { scope: "col" }, name)))),
      h("tbody", {}, rows),
    ),
  );
}

function valueAt(data, label, number) {
  const point = data.find((each) => each.label === label);
  return point ? number.format(point.value) : "–";
}
