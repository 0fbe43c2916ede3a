"""Next steps: buttons that say a line of the grammar in the person's stead.

A pressed button is read like typed text, by the same parser and with the same rights, as the person who
pressed it: nothing in its value is trusted.
"""

from __future__ import annotations

from handlers.parts.blocks import Block, button

SAY = "say"
SHARE = "share"
"""Says the line again, and the answer goes to the whole channel."""

AGAIN = "again"
"""Records the words of an item once more, knowing that they are there already."""


def say(label: str, line: str, *, style: str | None = None) -> Block:
    """A button that says `line`; two of one row differ in their line."""
    return button(label, f"{SAY}:{line}"[:255], line, style=style)


def share(label: str, line: str) -> Block:
    """A button that shows the answer to `line` to the whole channel."""
    return button(label, f"{SHARE}:{line}"[:255], line)


def again(label: str, reference: str) -> Block:
    """A button that records the words of `reference` once more."""
    return button(label, f"{AGAIN}:{reference}", reference)


def verb_of(action_id: str) -> str:
    """SAY, SHARE or AGAIN, from the action_id of a pressed button."""
    return action_id.partition(":")[0]
