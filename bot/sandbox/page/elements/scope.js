/** Where an element stands, what it holds, and what a change of it does. */

import { initialValue } from "./values.js";

/**
 * @typedef {object} Scope
 * @property {import("../app.js").Context} ctx
 * @property {"message"|"modal"|"home"} surface
 * @property {object} container as `/people/action` wants it
 * @property {Form} form
 * @property {object[]} blocks of the whole message or view
 * @property {string} blockId
 * @property {boolean} [silent] an input that waits for submission
 * @property {boolean} [optional]
 * @property {{id: string, labelId: string, describedBy: string, required: boolean}} [field] of an input block
 */

/**
 * The values people gave, by block and action, in the shape of Slack's `state.values`.
 *
 * @typedef {object} Form
 * @property {(blockId: string, element: object) => object} read what was given, else the element's initial value
 * @property {(blockId: string, actionId: string, value: object) => void} write
 * @property {(blocks: object[]) => object} values of the inputs among these blocks
 */

/**
 * @param {Object<string, Object<string, object>>} [state] `state.values` of a view that was filled in before
 * @returns {Form}
 */
export function createForm(state = {}) {
  const given = new Map();
  const key = (blockId, actionId) => JSON.stringify([blockId, actionId]);
  const read = (blockId, element) =>
    given.get(key(blockId, element.action_id)) ?? state[blockId]?.[element.action_id] ?? initialValue(element);
  return {
    read,
    write: (blockId, actionId, value) => given.set(key(blockId, actionId), value),
    values(blocks) {
      const values = {};
      for (const [blockId, element] of statefulElements(blocks)) {
        values[blockId] = { ...values[blockId], [element.action_id]: read(blockId, element) };
      }
      return values;
    },
  };
}

function statefulElements(blocks) {
  return blocks.flatMap((block) => {
    const several = block?.type === "actions" ? (block.elements ?? []) : [];
    const own = [block?.element, block?.accessory, ...several];
    const held = own.filter((element) => element?.action_id && initialValue(element));
    return [
      ...held.map((element) => [block.block_id, element]),
      ...(block?.type === "container" ? statefulElements(block.child_blocks ?? []) : []),
    ];
  });
}

/**
 * The scope of one block.
 *
 * @param {Scope} scope
 * @param {string} blockId
 * @returns {Scope}
 */
export function at(scope, blockId) {
  return { ...scope, blockId };
}

/**
 * Keeps a new value and, unless the input waits for submission, tells the app.
 *
 * @param {Scope} scope
 * @param {object} element
 * @param {object} value in the shape of Slack's state
 * @param {HTMLElement} node marked busy until the app has acknowledged
 */
export async function changed(scope, element, value, node) {
  scope.form.write(scope.blockId, element.action_id, value);
  if (!scope.silent) {
    await act(scope, element, value, node);
  }
}

/**
 * Tells the app about a click or a choice, after the confirmation the element asks for.
 *
 * @param {Scope} scope
 * @param {object} element
 * @param {object} action
 * @param {HTMLElement} node
 * @returns {Promise<boolean>} false when the person declined or the app refused
 */
export async function act(scope, element, action, node) {
  if (element.confirm && !(await scope.ctx.confirm(element.confirm))) {
    return false;
  }
  node.setAttribute("aria-busy", "true");
  try {
    return await scope.ctx.actions.act({
      container: scope.container,
      block_id: scope.blockId,
      action_id: element.action_id,
      action,
      values: scope.form.values(scope.blocks),
    });
  } finally {
    node.removeAttribute("aria-busy");
  }
}

/**
 * Attributes every control shares: the tests' hooks and what ties it to its label, hint and error.
 *
 * @param {Scope} scope
 * @param {object} element
 * @returns {object}
 */
export function controlProps(scope, element) {
  const field = scope.field;
  return {
    id: field?.id,
    "aria-describedby": field?.describedBy,
    "aria-required": field?.required ? "true" : null,
    dataset: hooks(scope, element),
  };
}

/**
 * @param {Scope} scope
 * @param {object} element
 */
export function hooks(scope, element) {
  return { actionId: element.action_id, blockId: scope.blockId };
}
