"""Next steps: buttons that say a line of the grammar in the person's stead.

A pressed button is read like typed text, by the same parser and with the same rights, as the person who
pressed it: nothing in its value is trusted.
"""

from __future__ import annotations

import re
from hashlib import sha256

from handlers.parts.blocks import Block, button
from handlers.parts.limits import ACTION_ID_MAX

SAY = "say"
SHARE = "share"
"""Says the line again, and the answer goes to the whole channel."""

AGAIN = "again"
"""Records the words of an item once more, knowing that they are there already."""

CHOOSE = "choose"
"""Says the line about one of the person's groups, whose number stands behind it."""

_GROUP = re.compile(r" group:([0-9]{1,9})\Z")


def say(label: str, line: str, *, style: str | None = None) -> Block:
    """A button that says `line`; two of one row differ in their line."""
    return button(label, _action(SAY, line), line, style=style)


def share(label: str, line: str) -> Block:
    """A button that shows the answer to `line` to the whole channel."""
    return button(label, _action(SHARE, line), line)


def again(label: str, reference: str) -> Block:
    """A button that records the words of `reference` once more."""
    return button(label, f"{AGAIN}:{reference}", reference)


def choose(label: str, line: str, group: int) -> Block:
    """A button that says `line` about the group with this number."""
    value = f"{line} group:{group}"
    return button(label, _action(CHOOSE, value), value)


def said_by(action_id: str, value: str) -> tuple[str, int | None]:
    """The line that a pressed button says, and the number of the group that it chooses.

    Only buttons made by `choose` choose one: elsewhere `group:2` may be somebody's own words.
    """
    found = _GROUP.search(value) if verb_of(action_id) == CHOOSE else None
    return (value, None) if found is None else (value[: found.start()], int(found.group(1)))


def _action(verb: str, line: str) -> str:
    """Long lines may differ at their end alone, so their place is taken by a hash of the whole."""
    action = f"{verb}:{line}"
    if len(action) <= ACTION_ID_MAX:
        return action
    return f"{verb}:{sha256(line.encode(errors='surrogatepass')).hexdigest()}"


def verb_of(action_id: str) -> str:
    """SAY, SHARE, AGAIN or CHOOSE, from the action_id of a pressed button."""
    return action_id.partition(":")[0]
