/** Keeps the keyboard where it was when something is drawn anew. */

/**
 * Replaces a node; when the focus was inside, it goes to the same control of the new one, else to the node itself.
 *
 * @param {HTMLElement} old
 * @param {HTMLElement} fresh
 */
export function replaceKeepingFocus(old, fresh) {
  const held = old.contains(document.activeElement) ? document.activeElement : null;
  const caret = held && readCaret(held);
  old.replaceWith(fresh);
  if (!held) {
    return;
  }
  const same = twin(held, fresh);
  (same ?? fresh).focus({ preventScroll: true });
  if (same && caret) {
    same.setSelectionRange(...caret);
  }
}

function twin(held, fresh) {
  const { actionId, blockId } = held.dataset;
  if (actionId === undefined) {
    return null;
  }
  return [...fresh.querySelectorAll("[data-action-id]")].find(
    (node) => node.dataset.actionId === actionId && node.dataset.blockId === blockId,
  );
}

function readCaret(node) {
  const typed = node instanceof HTMLTextAreaElement || (node instanceof HTMLInputElement && node.type === "text");
  return typed ? [node.selectionStart, node.selectionEnd] : null;
}
