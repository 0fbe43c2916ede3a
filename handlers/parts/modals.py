"""Pieces of modals: fields with labels, and a notice in a form's place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from handlers.parts.blocks import Block, plain, section
from handlers.parts.limits import MODAL_TITLE_MAX, OPTION_TEXT_MAX
from handlers.words.translator import Translator

View: TypeAlias = dict[str, Any]

ENTRY = "entry"
"""action_id of the one element of every input block; the block_id names the field."""

READING = "reading"
"""callback_id of a modal that only says something."""

LABEL_MAX = 2000
"""Characters of an input block's label (input block)."""


def modal(callback: str, title: str, submit: str, close: str, blocks: Sequence[Block], metadata: str) -> View:
    """A form."""
    return {
        "type": "modal",
        "callback_id": callback,
        "title": plain(title, MODAL_TITLE_MAX),
        "submit": plain(submit, MODAL_TITLE_MAX),
        "close": plain(close, MODAL_TITLE_MAX),
        "private_metadata": metadata,
        "blocks": list(blocks),
    }


def notice(t: Translator, title: str, mrkdwn: str) -> View:
    """A modal that only says something; `title` is that of the form it follows."""
    return {
        "type": "modal",
        "title": plain(title, MODAL_TITLE_MAX),
        "close": plain(t("button-close"), MODAL_TITLE_MAX),
        "blocks": [section(mrkdwn)],
    }


def reading(t: Translator, blocks: Sequence[Block], metadata: str = "") -> View:
    """An answer in a modal, where there is no channel to answer in; its buttons are answered in its place."""
    return {
        "type": "modal",
        "callback_id": READING,
        "title": plain(t("app-name"), MODAL_TITLE_MAX),
        "close": plain(t("button-close"), MODAL_TITLE_MAX),
        "private_metadata": metadata,
        "blocks": list(blocks),
    }


def field(name: str, label: str, element: Block, *, hint: str | None = None, optional: bool = False) -> Block:
    """An input block with its element."""
    block: Block = {
        "type": "input",
        "block_id": name,
        "label": plain(label, LABEL_MAX),
        "element": element | {"action_id": ENTRY},
        "optional": optional,
    }
    return block | ({"hint": plain(hint, LABEL_MAX)} if hint else {})


def text_input(*, limit: int | None, multiline: bool = False, initial: str | None = None) -> Block:
    """A plain text input of at most `limit` characters (Slack: up to 3,000); None: Slack does not count."""
    element: Block = {"type": "plain_text_input", "multiline": multiline}
    element |= {} if limit is None else {"max_length": limit}
    return element | ({"initial_value": initial} if initial else {})


def option(text: str, value: str) -> Block:
    """One choice of a select."""
    return {"text": plain(text, OPTION_TEXT_MAX), "value": value}


def select(options: Sequence[Block], *, initial: str | None = None) -> Block:
    """A select of one option; `initial` is the value of the chosen one."""
    chosen = next((choice for choice in options if choice["value"] == initial), None)
    element: Block = {"type": "static_select", "options": list(options)}
    return element | ({"initial_option": chosen} if chosen else {})


def checks(options: Sequence[Block], *, initial: frozenset[str] = frozenset()) -> Block:
    """Checkboxes; `initial` are the values ticked from the start."""
    chosen = [choice for choice in options if choice["value"] in initial]
    element: Block = {"type": "checkboxes", "options": list(options)}
    return element | ({"initial_options": chosen} if chosen else {})
