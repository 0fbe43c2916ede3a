/** Date, time, and both. Instants are asked for in the acting person's zone and kept as seconds since 1970. */

import { h } from "../dom.js";
import { zonedParts, zonedToUtc } from "../time.js";
import { changed, controlProps } from "./scope.js";

export function datePicker(element, scope) {
  return picker(element, scope, {
    type: "date",
    start: (value) => value.selected_date,
    value: (text) => ({ type: "datepicker", selected_date: text || null }),
  });
}

export function timePicker(element, scope) {
  const node = picker(element, scope, {
    type: "time",
    start: (value) => value.selected_time,
    value: (text) => ({ type: "timepicker", selected_time: text || null }),
  });
  return element.timezone ? h("span", { class: "with-note" }, node, h("span", { class: "muted" }, element.timezone)) : node;
}

export function dateTimePicker(element, scope) {
  const { zone } = scope.ctx.times;
  const node = picker(element, scope, {
    type: "datetime-local",
    start: (value) => value.selected_date_time && wallText(new Date(value.selected_date_time * 1000), zone),
    value: (text) => ({ type: "datetimepicker", selected_date_time: text ? fromWall(text, zone) : null }),
  });
  return h("span", { class: "with-note" }, node, h("span", { class: "muted" }, zone));
}

function picker(element, scope, { type, start, value }) {
  const named = { "aria-label": scope.field ? null : (element.placeholder?.text ?? scope.ctx.t(element.type)) };
  const node = h("input", {
    ...controlProps(scope, element),
    ...named,
    type,
    class: "input picker",
    title: element.placeholder?.text,
    value: start(scope.form.read(scope.blockId, element)) ?? "",
  });
  tellWhenDone(node, () => changed(scope, element, value(node.value), node), () => {
    scope.form.write(scope.blockId, element.action_id, value(node.value));
  });
  return node;
}

/** While somebody types, every digit makes a whole date: the app is told the last one, on Enter or on leaving. */
function tellWhenDone(node, tell, keep) {
  let typing = false;
  let waiting = false;
  const done = () => {
    typing = false;
    if (waiting) {
      waiting = false;
      tell();
    }
  };
  node.addEventListener("keydown", (event) => {
    typing = event.key !== "Enter";
    if (event.key === "Enter" && waiting) {
      event.preventDefault();
      done();
    }
  });
  node.addEventListener("pointerdown", done);
  node.addEventListener("blur", done);
  node.addEventListener("change", () => {
    waiting = true;
    (typing ? keep : done)();
  });
}

function wallText(date, zone) {
  const { year, month, day, hour, minute } = zonedParts(date, zone);
  const two = (number) => String(number).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

function fromWall(text, zone) {
  const [year, month, day, hour, minute] = text.split(/[-T:]/).map(Number);
  return zonedToUtc({ year, month, day, hour, minute }, zone).getTime() / 1000;
}
