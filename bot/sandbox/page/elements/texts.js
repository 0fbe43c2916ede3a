/** Inputs of words and numbers. */

import { h, put } from "../dom.js";
import { act, controlProps } from "./scope.js";

/** The counter appears when this share of the allowed length is used. */
const COUNTER_FROM = 0.75;

export function plainTextInput(element, scope) {
  const tag = element.multiline ? "textarea" : "input";
  const props = { type: element.multiline ? null : "text", rows: element.multiline ? 4 : null };
  const node = textControl(element, scope, tag, props, (text) => ({ type: element.type, value: text || null }));
  if (!element.max_length) {
    return node;
  }
  const counter = h("span", { class: "counter", "aria-live": "polite" });
  const count = () => {
    const left = element.max_length - [...node.value].length;
    put(counter, node.value.length >= element.max_length * COUNTER_FROM ? String(left) : "");
    counter.classList.toggle("over", left < 0);
    counter.title = scope.ctx.t("characters_left", { n: left });
  };
  node.addEventListener("input", count);
  count();
  return h("span", { class: "counted" }, node, counter);
}

export function numberInput(element, scope) {
  const props = {
    type: "text",
    inputmode: element.is_decimal_allowed ? "decimal" : "numeric",
    dir: "ltr",
  };
  return textControl(element, scope, "input", props, (text) => ({ type: element.type, value: text.trim() || null }));
}

export function emailInput(element, scope) {
  return textControl(element, scope, "input", { type: "email" }, (text) => ({ type: element.type, value: text || null }));
}

export function urlInput(element, scope) {
  const props = { type: "url", placeholder: "https://" };
  return textControl(element, scope, "input", props, (text) => ({ type: element.type, value: text || null }));
}

/** Typed as plain lines; each line becomes a section of rich text. */
export function richTextInput(element, scope) {
  const value = (text) => ({ type: element.type, rich_text_value: text ? toRichText(text) : null });
  return textControl(element, scope, "textarea", { rows: 4 }, value);
}

function toRichText(text) {
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }] };
}

function fromRichText(value) {
  return (value?.elements ?? []).flatMap((part) => (part.elements ?? []).map((each) => each.text ?? "")).join("");
}

function textControl(element, scope, tag, props, toValue) {
  const start = scope.form.read(scope.blockId, element);
  const keep = () => scope.form.write(scope.blockId, element.action_id, toValue(node.value));
  const tell = () => scope.silent || act(scope, element, toValue(node.value), node);
  const triggers = element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
  const shared = controlProps(scope, element);
  const node = h(tag, {
    placeholder: element.placeholder?.text,
    ...props,
    ...shared,
    class: "input",
    autocomplete: "off",
    "aria-label": scope.field ? null : (element.placeholder?.text ?? null),
    dataset: { ...shared.dataset, ...(element.focus_on_load ? { focusOnLoad: "true" } : {}) },
    value: (element.type === "rich_text_input" ? fromRichText(start.rich_text_value) : start.value) ?? "",
    on: {
      input: () => {
        keep();
        if (triggers.includes("on_character_entered")) {
          tell();
        }
      },
      keydown: (event) => {
        if (event.key === "Enter" && tag === "input" && !scope.silent && triggers.includes("on_enter_pressed")) {
          event.preventDefault();
          tell();
        }
      },
    },
  });
  return node;
}
