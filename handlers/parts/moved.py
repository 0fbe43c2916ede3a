"""The lines that show where an item went, or why it stayed where it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from domain.change import ChangeKind, NewChange
from domain.group import Group
from domain.item import Item
from domain.permissions import Actor
from domain.recommendation import RecommendationStatus
from domain.usecases.items import Stale
from domain.usecases.moving import Blocked, Moved
from handlers.parts.blocks import Block, Run, actions, bullets, faint, paragraph, said, section, strong
from handlers.parts.history import what_changed
from handlers.parts.items import LINE_MAX
from handlers.parts.matrix import matrix_lines, matrix_list, shortfall_lines
from handlers.parts.message import Message
from handlers.parts.moves import form_buttons, move_buttons, onward_buttons, position_buttons, undo_button
from handlers.parts.naming import day_name, person_name, rule_name, status_name
from handlers.parts.next_steps import row, say
from handlers.words.slack_text import cut_plain, escape
from handlers.words.translator import Translator

ANSWERS_SHOWN = 5
"""Recommendations that are named where an obstacle that they answer is taken back."""


@dataclass(frozen=True, slots=True)
class Override:
    """How a chair agrees what the group's rule does not hold for: the command to type."""

    command: str


def moved_message(t: Translator, group: Group, moved: Moved, names: Mapping[str, str]) -> Message:
    """What changed, and why; `names` are display names by user id."""
    item = moved.item
    what = ", ".join(what_changed(t, change, names, group) for change in moved.changes) or present_state(
        t, item
    )
    wording = cut_plain(item.text.for_reader(t.language).text, LINE_MAX)
    runs: list[Run] = [strong(f"{item.reference} "), said(f"{what}: "), said(wording)]
    text = f"*{item.reference}* {escape(what)}: {escape(wording)}"
    reason = _reason(moved.changes)
    if reason is not None:
        told = t("moved-reason", reason=reason)
        runs.append(faint(f"\n{told}"))
        text = f"{text}\n{escape(told)}"
    for line in _remains(t, moved):
        runs.append(said(f"\n{line}"))
        text = f"{text}\n{escape(line)}"
    return Message(text, (paragraph(*runs), _next(t, item)))


def standing_message(t: Translator, message: str, item: Item, actor: Actor | None, why: str = "") -> Message:
    """Nothing was changed: where the item stands, in our message of that name, and what can be done.

    `why` stands before it, escaped already.
    """
    text = escape(t(message, reference=str(item.reference), state=present_state(t, item)))
    return _unmoved(t, f"{why}\n{text}" if why else text, item, actor)


def stale_message(t: Translator, stale: Stale, names: Mapping[str, str], actor: Actor | None) -> Message:
    """A button of an earlier version changed nothing: where the item stands, and who has what was theirs."""
    item = stale.item
    if not stale.given_on:
        return standing_message(t, "move-stale", item, actor)
    facts = {"reference": str(item.reference), "state": present_state(t, item)}
    if item.owner is None:
        return _unmoved(t, escape(t("move-given-on.nobody", **facts)), item, actor)
    name = person_name(names, item.owner)
    return _unmoved(t, escape(t("move-given-on", name=name, **facts)), item, actor)


def assigned_already_message(
    t: Translator, item: Item, names: Mapping[str, str], actor: Actor | None
) -> Message:
    """Nothing was changed: whose the item is already and by when, and what can be done."""
    owner = (
        t("assigned-nobody") if item.owner is None else t("card-owner", name=person_name(names, item.owner))
    )
    due = [] if item.due_on is None else [t("due", day=day_name(t, item.due_on))]
    text = t("assign-nothing", reference=str(item.reference), state=", ".join([owner, *due]))
    return _unmoved(t, escape(text), item, actor)


def _unmoved(t: Translator, text: str, item: Item, actor: Actor | None) -> Message:
    buttons = [] if actor is None else [*move_buttons(t, item, actor), *form_buttons(t, item, actor)]
    buttons.append(say(t("button-show"), f"show {item.reference}"))
    return Message(text, (section(text), actions(*buttons)))


def blocked_message(
    t: Translator, group: Group, blocked: Blocked, names: Mapping[str, str], override: Override | None
) -> Message:
    """What the group's rule still misses, everybody's positions, and for a chair the way around it."""
    item = blocked.item
    why = t("blocked", reference=str(item.reference), rule=rule_name(t, group.agreement_rule))
    missed = shortfall_lines(t, blocked.shortfall, names)
    blocks: list[Block] = [section(escape(why)), bullets([[said(line)] for line in missed])]
    blocks += [paragraph(strong(t("matrix-title"))), matrix_list(t, blocked.matrix)]
    aloud = [why, *missed, *(f"{country}: {line}" for country, line in matrix_lines(t, blocked.matrix))]
    if override is not None:
        way = t("blocked-override", command=override.command, reference=str(item.reference))
        blocks.append(section(way))
        aloud.append(way)
    buttons = [*position_buttons(t, item), say(t("button-show"), f"show {item.reference}")]
    return Message(escape("\n".join(aloud)), (*blocks, actions(*buttons)))


def present_state(t: Translator, item: Item) -> str:
    """Status and, where there is any, progress. Not escaped."""
    progress = [t.percent(item.progress)] if item.progress else []
    return ", ".join([status_name(t, item), *progress])


def _reason(changes: Sequence[NewChange]) -> str | None:
    return next((change.comment for change in changes if change.comment), None)


def _remains(t: Translator, moved: Moved) -> Iterator[str]:
    """What was built on an item that was taken back stays; what was said of another text than is agreed."""
    reference, remains = str(moved.item.reference), moved.remains
    if remains.answers:
        shown = [str(each) for each in remains.answers[:ANSWERS_SHOWN]]
        more = len(remains.answers) - len(shown)
        answers = f"{', '.join(shown)} {t('and-more', count=more)}" if more else t.list(shown)
        yield t("moved-still-answered", answers=answers, reference=reference, count=len(remains.answers))
    is_agreed = any(
        change.kind is ChangeKind.MOVED and change.after == RecommendationStatus.AGREED
        for change in moved.changes
    )
    if remains.outdated and is_agreed:
        yield t("moved-outdated", count=remains.outdated)
    if remains.positions:
        yield t("moved-spoken-of", reference=reference, count=remains.positions)


def _next(t: Translator, item: Item) -> Block:
    buttons = [say(t("button-show"), f"show {item.reference}"), *onward_buttons(t, item)]
    if item.theme is not None:
        buttons.append(say(t("button-status"), f"status theme:{item.theme}"))
    return row([*buttons, undo_button(t, item)], str(item.reference))
