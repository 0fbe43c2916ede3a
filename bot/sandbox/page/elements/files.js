/** The file input. This workspace keeps no files, so it says so and stays empty. */

import { h } from "../dom.js";
import { controlProps } from "./scope.js";

export function fileInput(element, scope) {
  const accept = element.filetypes?.map((type) => `.${type}`).join(",");
  return h(
    "span",
    { class: "with-note" },
    h("input", { ...controlProps(scope, element), type: "file", class: "input", accept, disabled: true }),
    h("span", { class: "muted" }, scope.ctx.t("no_files")),
  );
}
