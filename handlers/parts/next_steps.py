"""Next steps: buttons that say a line of the grammar in the person's stead.

A pressed button is read like typed text, by the same parser and with the same rights, as the person who
pressed it: nothing in its value is trusted. An answer's buttons carry the number of the group that it is
about, which is looked at again when one is pressed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from hashlib import sha256

from handlers.parts.blocks import Block, actions, button, plain
from handlers.parts.group_numbers import NUMBER
from handlers.parts.limits import (
    ACTION_ID_MAX,
    CONFIRM_BUTTON_MAX,
    CONFIRM_TEXT_MAX,
    CONFIRM_TITLE_MAX,
    OPTION_TEXT_MAX,
    OPTION_VALUE_MAX,
    OVERFLOW_MAX,
    PLACEHOLDER_MAX,
)
from handlers.parts.message import Message

ROW_MAX = 5
"""Buttons in a row: with more a phone shows a wall, and nobody finds theirs."""

CARRIED_MAX = 1900
"""Characters of a typed line that a button carries beside the group's number (button value: 2,000)."""


class Press(StrEnum):
    """What a pressed button does with what it carries."""

    SAY = "say"
    """Says the line."""
    SHARE = "share"
    """Says the line again, and the answer goes to the whole channel."""
    AGAIN = "again"
    """Records the words of an item once more, knowing that they are there already."""
    ANYWAY = "anyway"
    """Records a draft although something similar is there already."""
    FILL = "fill"
    """Opens the form of the line's verb with what the line says."""
    OPEN = "open"
    """Opens what the shortcut of that name opens."""
    CHOOSE = "choose"
    """Says the line about one of the person's groups, whose number stands behind it."""


_ABOUT_GROUPS = (Press.SAY, Press.SHARE, Press.AGAIN, Press.ANYWAY, Press.FILL)
"""Those whose action_id tells which group they are about."""

_GROUP = re.compile(rf" group:({NUMBER})\Z")
_ABOUT = re.compile(rf"(?:{'|'.join(_ABOUT_GROUPS)})@({NUMBER}):")
_UNMARKED = re.compile(rf"({'|'.join(_ABOUT_GROUPS)}):")


def fits(line: str) -> bool:
    """Whether a button can carry the line."""
    return len(line) <= CARRIED_MAX


def say(label: str, line: str, *, style: str | None = None) -> Block:
    """A button that says `line`; two of one row differ in their line."""
    return button(label, _action(Press.SAY, line), line, style=style)


def sayable(lines: Mapping[str, str]) -> tuple[Block, ...]:
    """A row of buttons that say the lines, by label: of those that a button can carry; no row without any."""
    buttons = [say(label, line) for label, line in lines.items() if fits(line)]
    return (actions(*buttons),) if buttons else ()


def share(label: str, line: str) -> Block:
    """A button that shows the answer to `line` to the whole channel."""
    return button(label, _action(Press.SHARE, line), line)


def again(label: str, reference: str) -> Block:
    """A button that records the words of `reference` once more."""
    return button(label, f"{Press.AGAIN}:{reference}", reference)


def anyway(label: str, draft: int) -> Block:
    """A button that records the draft with this number, knowing what is similar to it."""
    return button(label, f"{Press.ANYWAY}:{draft}", str(draft))


def row(buttons: Sequence[Block], of: str) -> Block:
    """A row of at most ROW_MAX: the last buttons go into a menu where there are more; those say lines.

    `of` is what they are about: it tells the menus of one message apart.
    """
    if len(buttons) <= ROW_MAX:
        return actions(*buttons)
    first, rest = buttons[: ROW_MAX - 1], buttons[ROW_MAX - 1 :]
    options = [{"text": one["text"], "value": one["value"]} for one in rest[:OVERFLOW_MAX]]
    menu = {"type": "overflow", "action_id": _action(Press.SAY, f"more {of}"), "options": options}
    return actions(*first, menu)


def menu(label: str, lines: Sequence[tuple[str, str]], of: str) -> Block:
    """A select that says one of several lines, each with its label; `of` tells it apart in its row."""
    options = [
        {"text": plain(words, OPTION_TEXT_MAX), "value": line}
        for words, line in lines
        if len(line) <= OPTION_VALUE_MAX
    ]
    hint = plain(label, PLACEHOLDER_MAX)
    return {
        "type": "static_select",
        "action_id": _action(Press.SAY, f"menu {of}"),
        "placeholder": hint,
        "options": options,
    }


def asks_first(element: Block, *, title: str, text: str, confirm: str, deny: str) -> Block:
    """The same button, which asks before it does anything (docs.slack.dev, confirmation dialog object)."""
    dialog = {
        "title": plain(title, CONFIRM_TITLE_MAX),
        "text": plain(text, CONFIRM_TEXT_MAX),
        "confirm": plain(confirm, CONFIRM_BUTTON_MAX),
        "deny": plain(deny, CONFIRM_BUTTON_MAX),
    }
    return element | {"confirm": dialog}


def fill(label: str, line: str) -> Block:
    """A button that opens the form of the line's verb with what the line says."""
    return button(label, _action(Press.FILL, line), line)


def opens(label: str, shortcut: str, *, style: str | None = None) -> Block:
    """A button that opens what the shortcut opens."""
    return button(label, _action(Press.OPEN, shortcut), shortcut, style=style)


def choose(label: str, line: str, group: int) -> Block:
    """A button that says `line` about the group with this number."""
    value = f"{line} group:{group}"
    return button(label, _action(Press.CHOOSE, value), value)


def said_by(action_id: str, value: str) -> tuple[str, int | None]:
    """The line that a pressed button says, and the number of the group that it is about.

    Only what `choose` makes has it behind the line: elsewhere `group:2` may be somebody's own words.
    """
    if verb_of(action_id) == Press.CHOOSE:
        chosen = _GROUP.search(value)
        return (value, None) if chosen is None else (value[: chosen.start()], int(chosen.group(1)))
    about = _ABOUT.match(action_id)
    return value, None if about is None else int(about.group(1))


def message_about(message: Message, group: int) -> Message:
    """The message, whose buttons say which group they are about."""
    return Message(message.text, tuple(blocks_about(message.blocks, group)))


def blocks_about(blocks: Iterable[Block], group: int) -> list[Block]:
    """The blocks, whose buttons say which group they are about; those that say so already keep theirs."""
    return [_block_about(block, group) for block in blocks]


def without_sharing(message: Message) -> Message:
    """The message without the buttons that show it to all: they see it already, or nobody else is there."""
    kept = [_unshared(block) for block in message.blocks]
    return Message(message.text, tuple(block for block in kept if block is not None))


def _unshared(block: Block) -> Block | None:
    if block["type"] != "actions":
        return block
    elements = [each for each in block["elements"] if verb_of(each.get("action_id", "")) != Press.SHARE]
    return block | {"elements": elements} if elements else None


def _block_about(block: Block, group: int) -> Block:
    if block["type"] == "actions":
        return block | {"elements": [_element_about(element, group) for element in block["elements"]]}
    if "accessory" in block:
        return block | {"accessory": _element_about(block["accessory"], group)}
    return block


def _element_about(element: Block, group: int) -> Block:
    action = element.get("action_id", "")
    unmarked = _UNMARKED.match(action)
    if unmarked is None:
        return element
    return element | {"action_id": _action(f"{unmarked.group(1)}@{group}", action[unmarked.end() :])}


def _action(verb: Press | str, line: str) -> str:
    """Long lines may differ at their end alone, so their place is taken by a hash of the whole."""
    action = f"{verb}:{line}"
    if len(action) <= ACTION_ID_MAX:
        return action
    return f"{verb}:{sha256(line.encode(errors='surrogatepass')).hexdigest()}"


def verb_of(action_id: str) -> Press | None:
    """What the button with this action_id does; None for what is no such button."""
    verb = action_id.partition(":")[0].partition("@")[0]
    return Press(verb) if verb in _PRESSES else None


_PRESSES = frozenset(map(str, Press))
