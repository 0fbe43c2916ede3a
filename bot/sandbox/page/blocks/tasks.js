/** What an agent does: one task, or a plan of several. */

import { h, link, uid } from "../dom.js";
import { icon } from "../icons.js";
import { richText } from "./rich-text.js";

const ICONS = { pending: "clock", in_progress: "forward", complete: "check", error: "warning" };

/**
 * @param {object} block
 * @param {import("../elements/scope.js").Scope} scope
 */
export function taskCard(block, scope) {
  const { ctx } = scope;
  const titleId = uid("task");
  const status = ctx.t(`task_${block.status}`);
  const sources = block.sources?.map(({ url, text }) => h("li", {}, link(url, text || url, { class: "link" })));
  return h(
    "article",
    { class: `task-card task-${block.status}`, "aria-labelledby": titleId },
    h(
      "div",
      { class: "task-head" },
      icon(ICONS[block.status] ?? "clock"),
      h("span", { class: "task-title", id: titleId }, block.title),
      h("span", { class: "tag" }, status),
    ),
    block.details && richText(block.details, scope),
    block.output && richText(block.output, scope),
    sources?.length > 0 && h("ul", { class: "task-sources" }, sources),
  );
}

/**
 * @param {object} block
 * @param {import("../elements/scope.js").Scope} scope
 */
export function plan(block, scope) {
  const titleId = uid("plan");
  return h(
    "section",
    { class: "plan", "aria-labelledby": titleId },
    h("div", { class: "plan-title", id: titleId }, block.title),
    h("ol", { class: "plan-tasks" }, (block.tasks ?? []).map((task) => h("li", {}, taskCard(task, scope)))),
  );
}
