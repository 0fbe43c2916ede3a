"""How it is shown what waits for somebody."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from domain.action import ActionStatus
from domain.group import Group
from domain.item import Item
from domain.outlook import Heap
from domain.position import Stance
from domain.recommendation import OPEN_STATUSES
from domain.reference import RecordKind
from domain.register import Order, Trait
from domain.usecases.waiting import Duty, Mine
from handlers.grammar.wanted import ME, Wanted
from handlers.overview.listing_views import listed_state
from handlers.parts.blocks import Block, Run, actions, bullets, header, paragraph, section, strong
from handlers.parts.heaps import heading_count, rest_buttons
from handlers.parts.items import item_runs
from handlers.parts.message import Message
from handlers.parts.moves import position_buttons
from handlers.parts.naming import group_name, person_name, theme_name
from handlers.parts.next_steps import say
from handlers.words.slack_text import escape
from handlers.words.translator import Translator

LINE_MAX = 160
"""Characters of an item's text: four heaps of five fit at this."""

POSITIONS_OFFERED = 2
"""Recommendations with buttons for a position: with two buttons each the row stays short."""

_OPEN = frozenset(status.value for status in OPEN_STATUSES)

LISTS: Mapping[Duty, Wanted] = {
    Duty.ACTIONS: Wanted(
        kinds=frozenset({RecordKind.ACTION}),
        everywhere=True,
        owner=ME,
        statuses=frozenset({ActionStatus.OPEN.value}),
        order=Order.DUE,
    ),
    Duty.POSITIONS: Wanted(everywhere=True, owed=True, order=Order.OLDEST),
    Duty.RECOMMENDATIONS: Wanted(
        kinds=frozenset({RecordKind.RECOMMENDATION}),
        everywhere=True,
        mine=True,
        statuses=_OPEN,
        order=Order.DUE,
    ),
    Duty.OBSTACLES: Wanted(
        everywhere=True, author=ME, traits=frozenset({Trait.UNANSWERED}), order=Order.OLDEST
    ),
}
"""The list that has all of each heap."""


def _list_of(duty: Duty, theme: str | None) -> Wanted:
    return LISTS[duty] if theme is None else replace(LISTS[duty], theme=theme, everywhere=False)


def mine_message(t: Translator, group: Group, found: Mine, today: date) -> Message:
    """Each heap with its count, its first items, and what can be done with them at once."""
    scope = group_name(t, group) if found.theme is None else theme_name(t, group, found.theme)
    title = t("mine-title", group=scope)
    blocks: list[Block] = [header(title)]
    aloud = [f"*{escape(title)}*"]
    for duty, heap in found.heaps.items():
        if heap:
            heading = f"{t(f'mine-{duty.value}')} ({heading_count(t, heap)})"
            lines = [_line(t, found, item, today) for item in heap.items]
            row = [*_BUTTONS[duty](t, heap), *rest_buttons(t, heap, _list_of(duty, found.theme).line())]
            blocks += [paragraph(strong(heading)), bullets(lines), *([actions(*row)] if row else [])]
            aloud.append(heading)
    if not any(found.heaps.values()):
        nothing = t("mine-nothing") if found.theme is None else t("mine-nothing.theme")
        blocks += [section(nothing), actions(*_elsewhere(t, found.theme))]
        aloud.append(nothing)
    return Message("\n".join(aloud), tuple(blocks))


def _elsewhere(t: Translator, theme: str | None) -> list[Block]:
    """Where to look when nothing waits here."""
    if theme is None:
        return [say(t("button-gaps"), "gaps")]
    return [say(t("button-all-mine"), "mine"), say(t("button-gaps"), f"gaps theme:{theme}")]


def _line(t: Translator, found: Mine, item: Item, today: date) -> list[Run]:
    """What is overdue says so first: a date alone has to be compared with today's."""
    late = item.due_on is not None and item.due_on < today
    names = (
        [person_name(found.names, item.owner)] if item.owner and item.kind is not RecordKind.ACTION else []
    )
    told = listed_state(t, item, names)
    until = found.snoozed.get(item.reference)
    if until is not None and until > today:
        told = ", ".join([part for part in (told, t("snoozed-until", day=t.date(until))) if part])
    return item_runs(t, item, limit=LINE_MAX, remark=", ".join([t("trait-overdue"), told]) if late else told)


def _done(t: Translator, heap: Heap) -> list[Block]:
    return [
        say(t("mine-done", reference=str(item.reference)), f"done {item.reference} v{item.version}")
        for item in heap.items
    ]


def _positions(t: Translator, heap: Heap) -> list[Block]:
    """Support and objection for the first ones, the others to look at; each says what its own button says."""
    buttons: list[Block] = []
    for item in heap.items[:POSITIONS_OFFERED]:
        offered = position_buttons(t, item, (Stance.SUPPORT, Stance.OBJECTION))
        buttons += [say(f"{one['text']['text']} {item.reference}", one["value"]) for one in offered]
    return [*buttons, *_shown(t, Heap(heap.items[POSITIONS_OFFERED:], None))]


def _shown(_: Translator, heap: Heap) -> list[Block]:
    return [say(str(item.reference), f"show {item.reference}") for item in heap.items]


_BUTTONS: Mapping[Duty, Callable[[Translator, Heap], list[Block]]] = {
    Duty.ACTIONS: _done,
    Duty.POSITIONS: _positions,
    Duty.RECOMMENDATIONS: _shown,
    Duty.OBSTACLES: _shown,
}
