/** A ring of segments with the total in its middle. */

import { svg } from "../dom.js";
import { colour } from "./palette.js";

const SIZE = 180;
const OUTER = 84;
const INNER = 50;

/**
 * @param {{label: string, value: number}[]} segments
 * @param {string} label text alternative
 * @param {Intl.NumberFormat} number
 */
export function pieChart(segments, label, number) {
  const total = segments.reduce((sum, { value }) => sum + Math.max(0, value), 0);
  let from = 0;
  const parts = segments.map((segment, index) => {
    const share = total ? Math.max(0, segment.value) / total : 0;
    const path = svg(
      "path",
      { d: ring(from, from + share), vars: { fill: colour(index) }, class: "slice", "fill-rule": "evenodd" },
      svg("title", {}, `${segment.label}: ${number.format(segment.value)}`),
    );
    from += share;
    return share > 0 ? path : null;
  });
  const middle = svg("text", { x: SIZE / 2, y: SIZE / 2, class: "pie-total", dy: "0.35em" }, number.format(total));
  return svg("svg", { viewBox: `0 0 ${SIZE} ${SIZE}`, role: "img", "aria-label": label, class: "pie" }, parts, middle);
}

/** A sector between two shares of the circle; a whole circle is drawn as two rings. */
function ring(from, to) {
  if (to - from > 0.9999) {
    return `${circle(OUTER)} ${circle(INNER)}`;
  }
  const [a, b, c, d] = [point(from, OUTER), point(to, OUTER), point(to, INNER), point(from, INNER)];
  const large = to - from > 0.5 ? 1 : 0;
  return `M${a} A${OUTER} ${OUTER} 0 ${large} 1 ${b} L${c} A${INNER} ${INNER} 0 ${large} 0 ${d} Z`;
}

function circle(radius) {
  const middle = SIZE / 2;
  const half = (x) => `A${radius} ${radius} 0 1 1 ${x} ${middle}`;
  return `M${middle - radius} ${middle} ${half(middle + radius)} ${half(middle - radius)} Z`;
}

function point(share, radius) {
  const angle = share * 2 * Math.PI - Math.PI / 2;
  return `${(SIZE / 2 + radius * Math.cos(angle)).toFixed(2)} ${(SIZE / 2 + radius * Math.sin(angle)).toFixed(2)}`;
}
