/** One renderer a block type; a block without one, or that cannot be drawn, is a grey box that names its type. */

import { h } from "../dom.js";
import { drawOr, unknownBox } from "../drawing.js";
import { at } from "../elements/scope.js";
import { alertBlock, container } from "./boxes.js";
import { actions, contextActions, inputBlock } from "./forms.js";
import { card, carousel } from "./cards.js";
import { chart } from "./chart.js";
import { dataTable } from "./data-table.js";
import { call, imageBlock, video } from "./media.js";
import { richText } from "./rich-text.js";
import { plan, taskCard } from "./tasks.js";
import { table } from "./table.js";
import { context, divider, file, header, markdownBlock, section } from "./texts.js";

/** @type {Object<string, (block: object, scope: import("../elements/scope.js").Scope) => HTMLElement>} */
const RENDERERS = {
  actions,
  alert: alertBlock,
  call,
  card,
  carousel,
  container: (block, scope) => container(block, scope, renderBlocks),
  context,
  context_actions: contextActions,
  data_table: dataTable,
  data_visualization: chart,
  divider,
  file,
  header,
  image: imageBlock,
  input: inputBlock,
  markdown: markdownBlock,
  plan,
  rich_text: richText,
  section,
  table,
  task_card: taskCard,
  video,
};

/**
 * @param {object[]} blocks
 * @param {import("../elements/scope.js").Scope} scope of the message or view
 * @returns {HTMLElement}
 */
export function renderBlocks(blocks, scope) {
  return h("div", { class: "blocks" }, blocks.map((block) => renderBlock(block, scope)));
}

function renderBlock(block, scope) {
  const node = drawOr(
    () => rendererOf(block.type)(block, at(scope, block.block_id)),
    (failure) => unknown(block, scope, failure),
  );
  node.classList.add("block");
  if (block?.block_id) {
    node.dataset.blockId = block.block_id;
  }
  return node;
}

function rendererOf(type) {
  return Object.hasOwn(RENDERERS, type) ? RENDERERS[type] : unknown;
}

function unknown(block, { ctx }, failure) {
  return unknownBox(ctx.t("unknown_block", { type: block?.type }), failure);
}
