/** Blocks that frame others or call for attention: alert, container. */

import { h, uid } from "../dom.js";
import { icon } from "../icons.js";
import { plainText, textObject } from "../mrkdwn.js";
import { picture } from "./media.js";
import { richText } from "./rich-text.js";

const ALERT_ICONS = { default: "info", info: "info", warning: "warning", error: "warning", success: "check" };

export function alertBlock(block, { ctx }) {
  const level = block.level in ALERT_ICONS ? block.level : "default";
  const name = level === "default" ? null : h("span", { class: "visually-hidden" }, `${ctx.t(`level_${level}`)}: `);
  return h(
    "div",
    { class: `alert alert-${level}`, role: level === "error" ? "alert" : "note" },
    icon(ALERT_ICONS[level]),
    h("div", {}, name, textObject(block.text, ctx)),
  );
}

/**
 * @param {object} block
 * @param {import("../elements/scope.js").Scope} scope
 * @param {(blocks: object[], scope: object) => HTMLElement} renderBlocks
 */
export function container(block, scope, renderBlocks) {
  const { ctx } = scope;
  const [bodyId, titleId] = [uid("container"), uid("container-title")];
  const body = h("div", { class: "container-body", id: bodyId }, renderBlocks(block.child_blocks ?? [], scope));
  const titles = h(
    "span",
    { class: "container-titles" },
    h("span", { class: "container-title", id: titleId }, titleOf(block, scope)),
    block.subtitle && h("span", { class: "container-subtitle" }, textObject(block.subtitle, ctx)),
  );
  const lead = block.icon && picture(block.icon, ctx, "card-icon");
  const head = block.is_collapsible ? toggle([lead, titles], body, block.default_collapsed) : h("div", {}, lead, titles);
  head.classList.add("container-head");
  const divided = block.has_header_divider && !block.is_collapsible ? "divided" : "";
  const classes = `container container-${block.width ?? "standard"} ${divided}`;
  return h("section", { class: classes, "aria-labelledby": titleId }, head, body);
}

function titleOf(block, scope) {
  if (block.rich_text_title) {
    return richText({ elements: [block.rich_text_title] }, scope);
  }
  return block.title && plainText(block.title);
}

function toggle(children, body, collapsed) {
  body.hidden = Boolean(collapsed);
  const button = h(
    "button",
    {
      type: "button",
      "aria-expanded": String(!collapsed),
      "aria-controls": body.id,
      on: {
        click: () => {
          body.hidden = !body.hidden;
          button.setAttribute("aria-expanded", String(!body.hidden));
        },
      },
    },
    children,
    icon("chevron"),
  );
  return button;
}
