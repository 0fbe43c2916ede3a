/** Pictures and videos. Nothing is fetched from another host: what lives elsewhere is named and linked. */

import { h, link, safeUrl } from "../dom.js";
import { icon } from "../icons.js";
import { plainText, textObject } from "../mrkdwn.js";

/**
 * @param {{image_url?: string, slack_file?: object, alt_text?: string}} image
 * @param {import("../app.js").Context} ctx
 * @param {string} kind CSS class: thumbnail, context-image, picture, hero or card-icon
 * @returns {HTMLElement}
 */
export function picture(image, ctx, kind) {
  const url = image.image_url ?? image.slack_file?.url ?? "";
  const alt = image.alt_text ?? "";
  if (isLocal(url)) {
    return h("img", { src: url, alt, class: kind, loading: "lazy" });
  }
  const title = `${ctx.t("image_elsewhere")}: ${alt}`;
  const props = { class: `image-away ${kind}`, title, "aria-label": title };
  const label = kind === "picture" || kind === "hero" ? h("span", {}, alt || ctx.t("image_elsewhere")) : null;
  const parts = [icon("image"), label];
  return safeUrl(url) ? link(url, parts, props) : h("span", { ...props, role: "img" }, parts);
}

function isLocal(url) {
  const here = window.location;
  return url.startsWith("data:image/") || (URL.canParse(url, here.href) && new URL(url, here.href).origin === here.origin);
}

export function imageBlock(block, { ctx }) {
  return h(
    "figure",
    {},
    block.title && h("figcaption", {}, plainText(block.title)),
    picture(block, ctx, "picture"),
  );
}

/** A call is known by its id alone; who takes part is not told here. */
export function call(block, { ctx }) {
  const { call: facts, call_id: id } = block;
  const title = facts?.v1?.name ?? ctx.t("call");
  const join = facts?.v1?.join_url;
  return h(
    "div",
    { class: "call" },
    icon("phone"),
    h("div", {}, h("div", { class: "video-title" }, title), h("div", { class: "muted small" }, id)),
    join && link(join, ctx.t("join_call"), { class: "button" }),
  );
}

export function video(block, { ctx }) {
  const url = block.title_url ?? block.video_url;
  return h(
    "div",
    { class: "video" },
    h("div", { class: "video-title" }, link(url, plainText(block.title), { class: "link" })),
    block.description && h("div", { class: "muted" }, textObject(block.description, ctx)),
    link(block.video_url, [icon("play"), ctx.t("watch")], { class: "button video-play", "aria-label": ctx.t("watch") }),
    h("div", { class: "muted small" }, [block.provider_name, block.author_name].filter(Boolean).join(" · ")),
  );
}
