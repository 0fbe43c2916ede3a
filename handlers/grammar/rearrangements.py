"""What a correction of a meeting says of when and where it is: `tuesday 11:00`, `place: Room 5; TITLE`.

It is read as when a meeting is scheduled. But a correction may be a title alone, and that may begin like
anything: a day, a time and `hybrid` count where both day and time are named, or where nothing else is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, time
from zoneinfo import ZoneInfo

from domain.meeting import LINK_MAX, MEETING_PLACE_MAX, Arrangement, Mode, instant_of
from domain.retiming import Retiming
from handlers.grammar.arrangements import JOINING, take_link, take_mode, take_place
from handlers.grammar.dates.rules import Reader
from handlers.grammar.folding import scannable
from handlers.grammar.occasions import DAYS_ALONE, OccasionTaken, take_day, take_day_alone, take_occasion
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.tokens import without

_WHEN = re.compile(r"(?<!\S)(?:when|date|cu[aá]ndo|fecha):\s*(?=\S)", re.IGNORECASE)
_MODE_KEY = re.compile(r"(?<!\S)(?:mode|modo|modalidad):", re.IGNORECASE)
_CLOCK = re.compile(r"[0-9]{1,2}:[0-9]{1,2}(?![\w:])", re.ASCII)
_TITLE = re.compile(r"(?:title|agenda|topic|t[ií]tulo|orden del d[ií]a):\s*(?=\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RearrangementTaken:
    """What was said of when and where, None where nothing was, and the text without it.

    `retiming` tells when from when the meeting is, where not all of that was said.
    """

    arrangement: Arrangement | None
    rest: str
    retiming: Retiming | None = None


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


def take_rearrangement(text: str, reader: Reader, zone: str) -> RearrangementTaken | Problem:
    """The arrangement in the text of a correction; `zone` is the group's (IANA)."""
    place, rest = take_place(text)
    link, rest = take_link(rest)
    for value, most in ((place, MEETING_PLACE_MAX), (link, LINK_MAX)):
        if value is not None and len(value) > most:
            return Problem(ProblemCode.PLACE_TOO_LONG, value)
    when = _take_when(rest, reader)
    if isinstance(when, Problem):
        return when
    rest = rest if when is None else when.rest
    mode, rest = _take_mode(rest, beside=any((place, link, when)))
    if not any((place, link, when, mode)):
        return RearrangementTaken(None, untitled(text))
    starts_at, said_in = None, zone
    if when is not None and when.day is not None and when.at is not None:
        said_in = when.zone or zone
        starts_at = instant_of(when.day, when.at, said_in)
    arrangement = Arrangement(starts_at=starts_at, zone=said_in, mode=mode, place=place, link=link)
    return RearrangementTaken(arrangement, untitled(rest.strip(JOINING)), _retiming(when))


def _retiming(when: OccasionTaken | None) -> Retiming | None:
    """What of day and time was said; a time is one of the meeting's own zone, unless another was said."""
    if when is None or (when.zone is not None and when.day is not None):
        return None
    return Retiming(day=when.day, at=when.at, zone=when.zone)


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
        at=taken.at,
        zone=taken.zone,
        mode=mode,
        place=place,
        link=link,
        text=untitled(rest.strip(JOINING)),
    )


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


def _take_when(text: str, reader: Reader) -> OccasionTaken | Problem | None:
    """The occasion behind `when:`, or the one that the text begins with."""
    keyed = _WHEN.search(scannable(text))
    if keyed is not None:
        return _behind_key(text, keyed, reader)
    taken = take_occasion(text, reader)
    if isinstance(taken, Problem):
        if not _means_a_time(text, taken, reader):
            return None
        return take_day_alone(text, reader) if taken.code is ProblemCode.HOUR_MISSING else taken
    if not taken.undated:
        return None if taken.day is None else taken
    return None if taken.rest else replace(taken, day=None)


def _behind_key(text: str, keyed: re.Match[str], reader: Reader) -> OccasionTaken | Problem:
    taken = take_occasion(text[keyed.end() :], reader)
    if isinstance(taken, Problem):
        return taken
    if taken.day is None:
        return Problem(ProblemCode.WHEN_MISSING)
    before = text[: keyed.start()].rstrip(JOINING)
    rest = "; ".join(part for part in (before, taken.rest) if part)
    return OccasionTaken(None if taken.undated else taken.day, taken.at, taken.zone, rest)


def _means_a_time(text: str, problem: Problem, reader: Reader) -> bool:
    """Whether what could not be read was meant for one: a day alone, words before `10:00`, or `25:00`."""
    if problem.code in DAYS_ALONE:
        return text.strip(JOINING).endswith(problem.word)
    if problem.code is ProblemCode.DAY_UNKNOWN:
        behind = text.strip().removeprefix(problem.word).strip(JOINING)
        return _CLOCK.match(behind) is not None
    day, _ = take_day(text, reader)
    return day is not None and ":" in problem.word


def _take_mode(text: str, *, beside: bool) -> tuple[Mode | None, str]:
    mode, rest = take_mode(text)
    if beside or not rest.strip(JOINING) or _MODE_KEY.search(scannable(text)):
        return mode, rest
    return None, text


def untitled(text: str) -> str:
    """The words behind `title:` or `agenda:`; of a meeting these are its text."""
    found = _TITLE.match(scannable(text))
    return without(text, [found.span()]) if found else text
