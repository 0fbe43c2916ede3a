/**
 * Builders of DOM nodes. Text always arrives as text nodes, never as markup, so nothing a person or an app
 * wrote can become an element.
 */

const SVG = "http://www.w3.org/2000/svg";

/** Names that exist as properties only, or whose attribute means the initial value. */
const PROPERTIES = new Set(["value", "checked", "disabled", "hidden", "selected", "indeterminate", "inert", "open"]);

/**
 * @typedef {Node|string|number|null|undefined|false|Child[]} Child
 *
 * @typedef {Object<string, unknown>} Props `on` maps event names to listeners, `dataset` data attributes,
 *   `vars` CSS custom properties; the rest are attributes (false, null and undefined are left out).
 */

/**
 * @param {string} tag
 * @param {Props} [props]
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function h(tag, props = {}, ...children) {
  return fill(document.createElement(tag), props, children);
}

/**
 * @param {string} tag
 * @param {Props} [props]
 * @param {...Child} children
 * @returns {SVGElement}
 */
export function svg(tag, props = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

function fill(node, props, children) {
  for (const [name, value] of Object.entries(props ?? {})) {
    assign(node, name, value);
  }
  add(node, children);
  return node;
}

function assign(node, name, value) {
  if (value === null || value === undefined) {
    return;
  }
  if (name === "on") {
    Object.entries(value).forEach(([event, listener]) => listener && node.addEventListener(event, listener));
  } else if (name === "dataset") {
    Object.entries(value).forEach(([key, text]) => text !== undefined && (node.dataset[key] = text));
  } else if (name === "vars") {
    Object.entries(value).forEach(([key, text]) => node.style.setProperty(key, text));
  } else if (PROPERTIES.has(name)) {
    node[name] = value;
  } else if (value !== false) {
    node.setAttribute(name, value === true ? "" : String(value));
  }
}

/**
 * Appends children, skipping empty ones and flattening lists.
 *
 * @param {Node} node
 * @param {Child} children
 */
export function add(node, children) {
  for (const child of [children].flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false && child !== "") {
      node.append(child instanceof Node ? child : document.createTextNode(String(child)));
    }
  }
}

/**
 * Replaces everything inside a node.
 *
 * @param {Node} node
 * @param {...Child} children
 */
export function put(node, ...children) {
  node.replaceChildren();
  add(node, children);
}

let counter = 0;

/**
 * An id for `aria-*` references, unique in the page.
 *
 * @param {string} prefix
 */
export function uid(prefix) {
  counter += 1;
  return `${prefix}-${counter}`;
}

/**
 * Only addresses that are safe to open from a page.
 *
 * @param {string} url
 * @returns {string|null}
 */
export function safeUrl(url) {
  try {
    const parsed = new URL(url, window.location.href);
    return ["http:", "https:", "mailto:", "tel:"].includes(parsed.protocol) ? parsed.href : null;
  } catch {
    return null;
  }
}

/**
 * A link that opens elsewhere, or plain text when its address is not safe.
 *
 * @param {string} url
 * @param {Child} children
 * @param {Props} [props]
 */
export function link(url, children, props = {}) {
  const href = safeUrl(url);
  if (!href) {
    return h("span", {}, children);
  }
  return h("a", { href, target: "_blank", rel: "noopener noreferrer", ...props }, children);
}
