"""What a meeting came to, in words: attendance, what was recorded, what moved, what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from domain.action import ActionStatus
from domain.digest import Shift
from domain.group import Group, Seat
from domain.item import Item
from domain.minutes import Minutes
from domain.note import NOTE_KINDS
from domain.position import Stance
from domain.reference import RecordKind
from handlers.meetings.naming import title, when
from handlers.meetings.sections import Section
from handlers.parts.blocks import Run, faint, said, strong
from handlers.parts.history import kind_of
from handlers.parts.items import item_runs, state
from handlers.parts.matrix import seat_name
from handlers.parts.naming import day_name, person_name, sector_name, status_word
from handlers.words.slack_text import cut_plain
from handlers.words.translator import Translator

ORDER = (
    RecordKind.DECISION,
    RecordKind.RECOMMENDATION,
    RecordKind.OBSTACLE,
    RecordKind.ACTION,
    RecordKind.OPPORTUNITY,
    RecordKind.NOTE,
)
"""The weightiest first; what kinds there are besides comes behind them."""

NAMES_MAX = 1500
"""Characters of the names of those who were there."""


def minutes_sections(t: Translator, group: Group, minutes: Minutes, limit: int) -> list[Section]:
    """The minutes, each text cut to `limit` characters."""
    sections = [_attendance(t, group, minutes), *_recorded(t, minutes, limit)]
    moved = [_shift(t, minutes, shift, limit) for shift in minutes.moved if shift.subject in minutes.subjects]
    progressed = [
        _progress(t, minutes, shift, limit)
        for shift in minutes.progressed
        if shift.subject in minutes.subjects
    ]
    positions = list(_positions(t, minutes, limit))
    sections += [Section(t("minutes-moved"), tuple(moved))] if moved else []
    sections += [Section(t("minutes-progressed"), tuple(progressed))] if progressed else []
    sections += [Section(t("minutes-positions"), tuple(positions))] if positions else []
    if len(sections) == 1:
        sections.append(Section(t("minutes-nothing"), ((faint(t("minutes-nothing-hint")),),)))
    following = minutes.following
    if following is not None:
        line = f"{title(t, following)} · {when(t, following.arrangement)}"
        runs: tuple[Run, ...] = (strong(f"{following.reference} "), said(line))
        sections.append(Section(t("minutes-following"), (runs,)))
    return sections


def attendance_line(t: Translator, minutes: Minutes) -> str:
    """How many were there. Not escaped."""
    return t("minutes-present", count=len(minutes.meeting.present))


def _attendance(t: Translator, group: Group, minutes: Minutes) -> Section:
    """Who was there, by country and sector; which seats nobody came from."""
    lines: list[tuple[Run, ...]] = []
    names = [person_name(minutes.names, each.user) for each in minutes.meeting.present]
    if names:
        lines.append((said(cut_plain(t.list(names), NAMES_MAX)),))
    countries = dict.fromkeys([*group.countries, *(seat.country for seat in minutes.seats)])
    for country in countries:
        there = {seat: count for seat, count in minutes.seats.items() if seat.country == country and count}
        if there:
            told = " · ".join(f"{sector_name(t, seat.sector)}: {count}" for seat, count in there.items())
            lines.append((strong(f"{t.country(country)}: "), said(told)))
    lines += _seats(t, "minutes-absent", minutes.absent)
    return Section(attendance_line(t, minutes), tuple(lines))


def _seats(t: Translator, message: str, seats: Sequence[Seat]) -> list[tuple[Run, ...]]:
    return [(faint(t(message, seats=t.list([seat_name(t, seat) for seat in seats]))),)] if seats else []


def _recorded(t: Translator, minutes: Minutes, limit: int) -> Iterator[Section]:
    for kind in dict.fromkeys([*ORDER, *RecordKind]):
        found = [item for item in minutes.items if item.kind is kind]
        if found:
            heading = (
                t(f"minutes-{kind.value}")
                if t.has(f"minutes-{kind.value}")
                else t(f"kind-{kind.value}.plural")
            )
            lines = tuple(tuple(_item(t, minutes, item, limit)) for item in found)
            yield Section(heading[:1].upper() + heading[1:], lines)


def _item(t: Translator, minutes: Minutes, item: Item, limit: int) -> list[Run]:
    return item_runs(t, item, limit=limit, remark=" · ".join(_remarks(t, minutes, item)))


def _remarks(t: Translator, minutes: Minutes, item: Item) -> Iterator[str]:
    """Whose it is and by when, where it stands by now; of a note, whose words they are."""
    if item.kind is RecordKind.ACTION:
        if item.owner is not None:
            yield t("card-owner", name=person_name(minutes.names, item.owner))
        if item.due_on is not None:
            yield t("due", day=day_name(t, item.due_on))
        if item.status != ActionStatus.OPEN:
            yield state(t, item)
    elif item.kind in NOTE_KINDS:
        yield person_name(minutes.names, item.author)
    else:
        yield from filter(None, [state(t, item)])


def _shift(t: Translator, minutes: Minutes, shift: Shift, limit: int) -> tuple[Run, ...]:
    kind = kind_of(shift.subject)
    told = f"{status_word(t, kind, shift.before)} → {status_word(t, kind, shift.after)}"
    return tuple(item_runs(t, minutes.subjects[shift.subject], limit=limit, remark=told))


def _progress(t: Translator, minutes: Minutes, shift: Shift, limit: int) -> tuple[Run, ...]:
    told = f"{t.percent(int(shift.before))} → {t.percent(int(shift.after))}"
    return tuple(item_runs(t, minutes.subjects[shift.subject], limit=limit, remark=told))


def _positions(t: Translator, minutes: Minutes, limit: int) -> Iterator[tuple[Run, ...]]:
    for subject, stances in minutes.positions.items():
        item = minutes.subjects.get(subject)
        if item is not None:
            counted = [
                t(f"stance-{stance.value}.counted", count=stances[stance])
                for stance in Stance
                if stance in stances
            ]
            yield tuple(item_runs(t, item, limit=limit, remark=", ".join(counted)))
