/** The page's own icons: strokes on a 20 by 20 grid in the colour of the text beside them. */

import { svg } from "./dom.js";

const PATHS = {
  menu: "M3 5h14M3 10h14M3 15h14",
  hash: "M7.5 3 6 17M14 3l-1.5 14M3.5 7.5h14M2.5 12.5h14",
  lock: "M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9",
  home: "M3 9.5 10 3.5l7 6V17h-4.5v-4.5h-5V17H3z",
  chat: "M3 4h14v9.5H9L5 17v-3.5H3z",
  clock: "M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15M10 6v4.5l3 1.8",
  forward: "M4 5l6 5-6 5zM11 5l6 5-6 5z",
  send: "M3 3.5 17.5 10 3 16.5 5.5 10zM5.5 10h6",
  close: "M5 5l10 10M15 5 5 15",
  back: "M12 4 6 10l6 6",
  reply: "M3 4h14v9.5H9L5 17v-3.5H3zM6.5 8.8h7",
  more: "M10 4.5v.01M10 10v.01M10 15.5v.01",
  sun: "M10 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7M10 1.8v1.7M10 16.5v1.7M1.8 10h1.7M16.5 10h1.7M4.2 4.2l1.2 1.2M14.6 14.6l1.2 1.2M15.8 4.2l-1.2 1.2M5.4 14.6l-1.2 1.2",
  smile: "M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15M7.3 8v.01M12.7 8v.01M6.8 11.8a4 4 0 0 0 6.4 0",
  moon: "M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5z",
  traffic: "M3 7h12l-3.5-3.5M17 13H5l3.5 3.5",
  eye: "M2 10s3-5.5 8-5.5S18 10 18 10s-3 5.5-8 5.5S2 10 2 10M10 7.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5",
  bolt: "M11 2 4.5 11.5H10L9 18l6.5-9.5H10z",
  chevron: "M5 7.5 10 12.5 15 7.5",
  left: "M12 5 7 10l5 5",
  right: "M8 5l5 5-5 5",
  calendar: "M3.5 5h13v12h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5",
  info: "M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15M10 9v5M10 6.2v.01",
  warning: "M10 3 18 17H2zM10 8v4.5M10 14.7v.01",
  check: "M4 10.5 8.5 15 16.5 5.5",
  up: "M5 12.5 10 7.5l5 5",
  down: "M10 4v12M5 11l5 5 5-5",
  image: "M3 4h14v12H3zM3 13l4-4 4 4 2.5-2.5L17 14M13.5 7.5v.01",
  phone: "M5 3h2.5L9 7 7 8.5a9 9 0 0 0 4.5 4.5L13 11l4 1.5V15a2 2 0 0 1-2 2A12 12 0 0 1 3 5a2 2 0 0 1 2-2",
  play: "M6 4l10 6-10 6z",
  edit: "M4 16l.8-3.5L13.5 4 16 6.5 7.5 15.2z",
  trash: "M4 6h12M8 6V4h4v2M5.5 6l.8 11h7.4l.8-11",
  wifi: "M2.5 8a11 11 0 0 1 15 0M5 11a7 7 0 0 1 10 0M7.7 13.8a3.2 3.2 0 0 1 4.6 0M10 16.5v.01",
};

/**
 * @param {keyof typeof PATHS} name
 * @returns {SVGElement} hidden from assistive technology: the control around it carries the label
 */
export function icon(name) {
  return svg(
    "svg",
    { viewBox: "0 0 20 20", class: `icon icon-${name}`, "aria-hidden": "true", focusable: "false" },
    svg("path", { d: PATHS[name] }),
  );
}
