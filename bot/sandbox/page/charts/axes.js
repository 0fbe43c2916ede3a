/** Charts on two axes: bars in groups, lines, areas. */

import { svg } from "../dom.js";
import { colour } from "./palette.js";

const WIDTH = 520;
const HEIGHT = 250;
const TICKS = 4;

/**
 * @typedef {object} Plane
 * @property {string[]} categories
 * @property {number} left
 * @property {number} right
 * @property {number} top
 * @property {number} bottom
 * @property {(value: number) => number} y
 * @property {number} step width of one category
 * @property {number[]} ticks
 */

/**
 * @param {{type: string, series: {name: string, data: {label: string, value: number}[]}[], axis_config: object}} spec
 * @param {string} label text alternative
 * @param {Intl.NumberFormat} number
 */
export function axesChart(spec, label, number) {
  const plane = planeOf(spec, number);
  const draw = { bar: bars, line: lines, area: areas }[spec.type];
  return svg(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": label, class: "axes" },
    grid(plane, number),
    draw(spec.series, plane, number),
    categoryLabels(plane),
    titles(spec.axis_config, plane),
  );
}

/** @returns {Plane} */
function planeOf(spec, number) {
  const categories = spec.axis_config?.categories ?? spec.series[0].data.map(({ label }) => label);
  const values = spec.series.flatMap(({ data }) => data.map(({ value }) => value));
  const ticks = tickValues(Math.min(0, ...values), Math.max(0, ...values));
  const widest = Math.max(...ticks.map((tick) => number.format(tick).length));
  const left = 16 + widest * 7 + (spec.axis_config?.y_label ? 18 : 0);
  const [right, top] = [WIDTH - 12, 14];
  const bottom = HEIGHT - (spec.axis_config?.x_label ? 46 : 28);
  const [low, high] = [ticks[0], ticks[ticks.length - 1]];
  return {
    categories,
    left,
    right,
    top,
    bottom,
    ticks,
    step: (right - left) / Math.max(1, categories.length),
    y: (value) => bottom - ((value - low) / (high - low)) * (bottom - top),
  };
}

/** Round numbers that span the values: steps of 1, 2 or 5 times a power of ten. */
function tickValues(low, high) {
  const rough = (high - low || 1) / TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough * 0.999);
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

function grid({ ticks, left, right, y }, number) {
  return ticks.map((tick) => [
    svg("line", { x1: left, x2: right, y1: y(tick), y2: y(tick), class: tick === 0 ? "axis" : "gridline" }),
    svg("text", { x: left - 8, y: y(tick), dy: "0.32em", class: "tick tick-y" }, number.format(tick)),
  ]);
}

function centre(plane, index) {
  return plane.left + plane.step * (index + 0.5);
}

function categoryLabels(plane) {
  const room = Math.max(3, Math.floor(plane.step / 6.5));
  return plane.categories.map((name, index) => {
    const shown = [...name].length > room ? `${[...name].slice(0, room - 1).join("")}…` : name;
    const place = { x: centre(plane, index), y: plane.bottom + 18, class: "tick tick-x" };
    return svg("text", place, svg("title", {}, name), shown);
  });
}

function titles(config, { left, right, top, bottom }) {
  const middle = (top + bottom) / 2;
  return [
    config?.x_label && svg("text", { x: (left + right) / 2, y: HEIGHT - 6, class: "axis-title" }, config.x_label),
    config?.y_label &&
      svg("text", { x: 12, y: middle, class: "axis-title", transform: `rotate(-90 12 ${middle})` }, config.y_label),
  ];
}

function valuesOf(series, plane) {
  return plane.categories.map((label) => series.data.find((point) => point.label === label)?.value ?? null);
}

function tip(series, plane, index, value, number) {
  return svg("title", {}, `${series.name}, ${plane.categories[index]}: ${number.format(value)}`);
}

function bars(allSeries, plane, number) {
  const width = Math.min(44, (plane.step * 0.72) / allSeries.length);
  return allSeries.map((series, which) =>
    valuesOf(series, plane).map((value, index) => {
      if (value === null) {
        return null;
      }
      const x = centre(plane, index) + (which - allSeries.length / 2) * width;
      const [y, zero] = [plane.y(value), plane.y(0)];
      const box = { x: x + 1, y: Math.min(y, zero), width: Math.max(1, width - 2), height: Math.max(1, Math.abs(zero - y)) };
      return svg("rect", { ...box, rx: 3, vars: { fill: colour(which) } }, tip(series, plane, index, value, number));
    }),
  );
}

function pathOf(values, plane) {
  const point = (value, index) => `${centre(plane, index).toFixed(1)} ${plane.y(value).toFixed(1)}`;
  return values
    .map((value, index) => (value === null ? null : point(value, index)))
    .filter(Boolean)
    .join(" L");
}

function lines(allSeries, plane, number) {
  return allSeries.map((series, which) => {
    const values = valuesOf(series, plane);
    const dots = values.map((value, index) =>
      value === null
        ? null
        : svg(
            "circle",
            { cx: centre(plane, index), cy: plane.y(value), r: 3.5, vars: { fill: colour(which) } },
            tip(series, plane, index, value, number),
          ),
    );
    return [svg("path", { d: `M${pathOf(values, plane)}`, class: "series-line", vars: { stroke: colour(which) } }), dots];
  });
}

function areas(allSeries, plane, number) {
  const filled = allSeries.map((series, which) => {
    const values = valuesOf(series, plane);
    const known = values.map((value, index) => (value === null ? -1 : index)).filter((index) => index >= 0);
    const [first, last] = [known[0] ?? 0, known[known.length - 1] ?? 0];
    const zero = plane.y(0);
    const d = `M${centre(plane, first)} ${zero} L${pathOf(values, plane)} L${centre(plane, last)} ${zero} Z`;
    return svg("path", { d, class: "series-area", vars: { fill: colour(which) } });
  });
  return [filled, lines(allSeries, plane, number)];
}
