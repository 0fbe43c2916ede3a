"""When and where a meeting is: all of it, or what of it is understood, for the fields of its form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from zoneinfo import ZoneInfo

from domain.meeting import LINK_MAX, MEETING_PLACE_MAX, Arrangement, Mode
from domain.wall_time import instant_of
from handlers.grammar.arrangements import JOINING, place_or_agenda, take_link, take_mode, take_place
from handlers.grammar.dates.rules import Reader
from handlers.grammar.folding import scannable
from handlers.grammar.occasions import OccasionTaken, take_day, take_occasion
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.times import hour_problem
from handlers.grammar.tokens import without
from handlers.grammar.unclear_zones import unclear_zone

_TITLE = re.compile(r"(?:title|agenda|topic|t[ií]tulo|orden del d[ií]a):\s*(?=\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrangementPart:
    """As much of an arrangement as is understood, local day and time; the rest stays in the text."""

    day: date | None = None
    at: time | None = None
    zone: str | None = None
    mode: Mode | None = None
    place: str | None = None
    link: str | None = None
    text: str = ""


def read_arrangement(text: str, reader: Reader, zone: str) -> tuple[Arrangement, str] | Problem:
    """What a meeting is scheduled with, and what it is about; `zone` is the group's (IANA)."""
    place, rest = take_place(text)
    link, rest = take_link(rest)
    taken = take_occasion(rest, reader)
    if isinstance(taken, Problem):
        return taken
    if taken.day is None or taken.at is None or taken.second or taken.either:
        return _wrong(taken)
    before = rest[: rest.rfind(taken.rest)] if taken.rest else rest
    is_apart = taken.zone is not None or before.rstrip().endswith(";")
    zone_problem = None if is_apart else unclear_zone(taken.rest)
    if zone_problem is not None:
        return zone_problem
    for value, most in ((place, MEETING_PLACE_MAX), (link, LINK_MAX)):
        if value is not None and len(value) > most:
            return Problem(ProblemCode.PLACE_TOO_LONG, value)
    mode, rest = take_mode(taken.rest)
    agenda = untitled(rest.strip(JOINING))
    doubtful = None if agenda else place_or_agenda(text)
    if doubtful is not None:
        whole, parted = doubtful
        return Problem(ProblemCode.PLACE_OR_AGENDA, whole, (parted, f'"{whole}"'))
    said_in = taken.zone or zone
    starts_at = instant_of(taken.day, taken.at, said_in)
    arrangement = Arrangement(starts_at=starts_at, zone=said_in, mode=mode, place=place, link=link)
    return arrangement, agenda


def read_arrangement_part(text: str, reader: Reader) -> ArrangementPart:
    """What of a schedule is understood, whatever else is not."""
    place, rest = take_place(text)
    link, rest = take_link(rest)
    taken = take_occasion(rest, reader)
    if isinstance(taken, Problem):
        day, rest = take_day(rest, reader)
        taken = OccasionTaken(day, None, None, rest)
    mode, rest = take_mode(taken.rest)
    return ArrangementPart(
        day=taken.day,
        at=None if taken.either else taken.at,
        zone=taken.zone,
        mode=mode,
        place=place,
        link=link,
        text=untitled(rest.strip(JOINING)),
    )


def _wrong(taken: OccasionTaken) -> Problem:
    """What is asked of an occasion that is not whole, or more than one."""
    if taken.second:
        return Problem(ProblemCode.HOURS_SEVERAL, taken.second)
    return Problem(ProblemCode.WHEN_MISSING) if taken.either is None else hour_problem(taken.either)


def part_of(held: Arrangement) -> ArrangementPart:
    """The same, told as somebody says it."""
    local = None if held.starts_at is None else held.starts_at.astimezone(ZoneInfo(held.zone))
    return ArrangementPart(
        day=None if local is None else local.date(),
        at=None if local is None else local.time(),
        zone=held.zone,
        mode=held.mode,
        place=held.place,
        link=held.link,
    )


def untitled(text: str) -> str:
    """The words behind `title:` or `agenda:`; of a meeting these are its text."""
    found = _TITLE.match(scannable(text))
    return without(text, [found.span()]) if found else text
