"""What a meeting is about: what people wrote, and what is open in its theme."""

from __future__ import annotations

from collections.abc import Sequence

from domain.item import Item
from domain.minutes import Agenda
from domain.reference import RecordKind
from handlers.meetings.naming import lines_of
from handlers.meetings.sections import Section
from handlers.parts.blocks import Run, faint, said
from handlers.parts.items import item_runs
from handlers.parts.naming import person_name
from handlers.words.slack_text import cut_plain
from handlers.words.translator import Translator

LINE_MAX = 160
"""Characters of an item on an agenda."""

WRITTEN_MAX = 1500
"""Characters of what people wrote themselves; the whole stands on the meeting's card."""


def agenda_sections(t: Translator, agenda: Agenda, *, written: bool = True) -> list[Section]:
    """What is to be spoken about, the first of each kind and how many more there are."""
    sections = _written(t, agenda) if written else []
    for kind, items in (
        (RecordKind.ACTION, agenda.actions),
        (RecordKind.OBSTACLE, agenda.obstacles),
        (RecordKind.RECOMMENDATION, agenda.recommendations),
    ):
        if items:
            found = Section(t(f"agenda-{kind.value}"), _lines(t, agenda, items))
            sections.append(found.first(t, len(items), agenda.totals[kind]))
    return sections


def _written(t: Translator, agenda: Agenda) -> list[Section]:
    """What stands behind the first line of its text, line by line."""
    written = cut_plain("\n".join(lines_of(t, agenda.meeting)[1:]) or " ", WRITTEN_MAX)
    lines = [line.strip(" -•·\t") for line in written.splitlines()]
    told: tuple[tuple[Run, ...], ...] = tuple((said(line),) for line in lines if line)
    return [Section(t("agenda-written"), told)] if told else []


def _lines(t: Translator, agenda: Agenda, items: Sequence[Item]) -> tuple[tuple[Run, ...], ...]:
    return tuple(tuple(_line(t, agenda, item)) for item in items)


def _line(t: Translator, agenda: Agenda, item: Item) -> list[Run]:
    runs = item_runs(t, item, limit=LINE_MAX)
    is_task = item.kind is RecordKind.ACTION and item.owner is not None
    return [*runs, faint(f" · {person_name(agenda.names, item.owner or '')}")] if is_task else runs
