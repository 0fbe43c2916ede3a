"""Next steps: buttons that say a line of the grammar in the person's stead.

A pressed button is read like typed text, by the same parser and with the same rights, as the person who
pressed it: nothing in its value is trusted.
"""

from __future__ import annotations

from hashlib import sha256

from handlers.parts.blocks import Block, button
from handlers.parts.limits import ACTION_ID_MAX

SAY = "say"
SHARE = "share"
"""Says the line again, and the answer goes to the whole channel."""

AGAIN = "again"
"""Records the words of an item once more, knowing that they are there already."""


def say(label: str, line: str, *, style: str | None = None) -> Block:
    """A button that says `line`; two of one row differ in their line."""
    return button(label, _action(SAY, line), line, style=style)


def share(label: str, line: str) -> Block:
    """A button that shows the answer to `line` to the whole channel."""
    return button(label, _action(SHARE, line), line)


def again(label: str, reference: str) -> Block:
    """A button that records the words of `reference` once more."""
    return button(label, f"{AGAIN}:{reference}", reference)


def _action(verb: str, line: str) -> str:
    """Long lines may differ at their end alone, so their place is taken by a hash of the whole."""
    action = f"{verb}:{line}"
    if len(action) <= ACTION_ID_MAX:
        return action
    return f"{verb}:{sha256(line.encode(errors='surrogatepass')).hexdigest()}"


def verb_of(action_id: str) -> str:
    """SAY, SHARE or AGAIN, from the action_id of a pressed button."""
    return action_id.partition(":")[0]
