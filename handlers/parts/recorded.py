"""The line that shows an accepted record."""

from __future__ import annotations

from collections.abc import Sequence

from domain.group import Group
from domain.item import Item
from domain.position import Stance
from domain.reference import RecordKind
from domain.usecases.recording import AlreadyThere, RecordOutcome
from handlers.parts.blocks import Block, Run, actions, paragraph, said, section, strong
from handlers.parts.message import Message
from handlers.parts.moves import edit_button, position_buttons, undo_button
from handlers.parts.naming import kind_name, theme_name
from handlers.parts.next_steps import again, row, say
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
    """What most people do next: nobody knows who reads. Rights are looked at when one is pressed."""
    buttons = [say(t("button-show"), f"show {item.reference}")]
    if item.kind is RecordKind.ACTION:
        buttons.append(say(t("button-done"), f"done {item.reference} v{item.version}"))
    buttons += [edit_button(t, item), undo_button(t, item)]
    if item.kind is RecordKind.RECOMMENDATION:
        buttons += position_buttons(t, item, (Stance.SUPPORT, Stance.OBJECTION))
    if item.theme is not None:
        buttons.append(say(t("button-status"), f"status theme:{item.theme}"))
    return row(buttons, str(item.reference))


def _already(t: Translator, item: Item) -> Message:
    text = t("already-there", reference=str(item.reference))
    buttons = actions(
        say(t("button-show"), f"show {item.reference}"), again(t("button-again"), str(item.reference))
    )
    return Message(text, (section(text), buttons))
