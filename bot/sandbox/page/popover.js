/** Places what floats above the page beside the control it belongs to. */

const GAP = 4;

/**
 * Shows a node in the top layer under its anchor, or above it where there is more room.
 *
 * @param {HTMLElement} node
 * @param {HTMLElement} anchor
 * @param {{align?: "start"|"end", above?: boolean, match?: boolean}} [options] `match`: at least the anchor's width
 * @returns {() => void} takes it away again
 */
export function float(node, anchor, { align = "start", above = false, match = false } = {}) {
  document.getElementById("layer").append(node);
  const place = () => position(node, anchor, { align, above, match });
  place();
  window.addEventListener("resize", place);
  document.addEventListener("scroll", place, true);
  return () => {
    window.removeEventListener("resize", place);
    document.removeEventListener("scroll", place, true);
    node.remove();
  };
}

function position(node, anchor, { align, above, match }) {
  const at = anchor.getBoundingClientRect();
  node.style.setProperty("min-width", match ? `${at.width}px` : "auto");
  const below = window.innerHeight - at.bottom - GAP * 2;
  const over = at.top - GAP * 2;
  const upward = above ? over > 120 : node.scrollHeight > below && over > below;
  node.style.setProperty("max-height", `${Math.max(96, Math.min(360, upward ? over : below))}px`);
  const { width, height } = node.getBoundingClientRect();
  const left = align === "end" ? at.right - width : at.left;
  node.style.setProperty("left", `${Math.max(GAP, Math.min(left, window.innerWidth - width - GAP))}px`);
  node.style.setProperty("top", `${upward ? at.top - height - GAP : at.bottom + GAP}px`);
}
