"""The line that shows an accepted record."""

from __future__ import annotations

from collections.abc import Sequence

from domain.group import Group
from domain.item import Item
from domain.reference import RecordKind
from domain.usecases.recording import AlreadyThere, RecordOutcome
from handlers.parts.blocks import Block, Run, actions, paragraph, said, section, strong
from handlers.parts.message import Message
from handlers.parts.moves import undo_button
from handlers.parts.naming import kind_name, theme_name
from handlers.parts.next_steps import again, say
from handlers.words.slack_text import escape
from handlers.words.translator import Translator


def record_message(
    t: Translator, group: Group, outcome: RecordOutcome, further: Sequence[str] = ()
) -> Message:
    """What was recorded and as what; or that it stands there already, with the way to record it again.

    `further` are more things that were understood (what it answers, say), in our own words.
    """
    item = outcome.item
    if isinstance(outcome, AlreadyThere):
        return _already(t, item)
    understood = ", ".join([kind_name(t, item.kind), theme_name(t, group, item.theme), *further])
    runs: list[Run] = [strong(f"{item.reference} "), said(f"{understood}: "), said(item.text.original)]
    text = f"*{item.reference}* {escape(understood)}: {escape(item.text.original)}"
    return Message(text, (paragraph(*runs), _next(t, item)))


def _next(t: Translator, item: Item) -> Block:
    buttons = [say(t("button-show"), f"show {item.reference}")]
    if item.theme is not None:
        buttons.append(say(t("button-status"), f"status theme:{item.theme}"))
    if item.kind is RecordKind.ACTION:
        buttons.insert(1, say(t("button-done"), f"done {item.reference} v{item.version}"))
    return actions(*buttons, undo_button(t, item))


def _already(t: Translator, item: Item) -> Message:
    text = t("already-there", reference=str(item.reference))
    buttons = actions(
        say(t("button-show"), f"show {item.reference}"), again(t("button-again"), str(item.reference))
    )
    return Message(text, (section(text), buttons))
