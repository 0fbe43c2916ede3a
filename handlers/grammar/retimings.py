"""When a meeting is moved to: `friday 10:00`, `to 11:00`, `mar 26`, `una semana`, `2 days later 16:00`.

What is not said stays the meeting's own: a time alone is one of its day, a day alone comes at its hour, and a
length of time counts from its day, not from today.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from domain.retiming import Retiming, Shift, Toward
from handlers.grammar.dates.period import DAYS_A_WEEK
from handlers.grammar.dates.rules import Reader
from handlers.grammar.dates.words import NUMBER, number
from handlers.grammar.folding import folded, scannable
from handlers.grammar.occasions import OccasionTaken, take_day, take_day_alone, take_hour, take_occasion
from handlers.grammar.problems import Problem, ProblemCode

TOWARDS: Mapping[str, Toward] = MappingProxyType(
    dict.fromkeys(("postpone", "posponer", "aplazar"), Toward.LATER)
    | dict.fromkeys(("advance", "adelantar"), Toward.EARLIER)
)
"""Words that say in which direction a meeting is moved."""

_HALF_AN_HOUR, _HOUR = 30, 60
_TO = re.compile(r"(?:to|for|a(?=\s+\d))\s+(?=\S)", re.IGNORECASE)
_LEAD = re.compile(r"(?:by|for|por|in|en|dentro de|another|otr[ao]s?)\s+", re.IGNORECASE)
_PIECE = re.compile(
    rf"(?:(?:(?P<hours>{NUMBER})\s+)?(?:hours?|horas?)\s+(?:and\s+a\s+half|y\s+media)"
    rf"|(?P<halved>{NUMBER})\s+and\s+a\s+half\s+hours"
    rf"|(?P<count>{NUMBER})\s+(?:more\s+)?(?P<unit>days?|d[ií]as?|weeks?|semanas?|months?|mes(?:es)?"
    rf"|hours?|horas?|minutes?|min|minutos?)|(?P<half>half an hour|media hora))(?![\w])",
    re.IGNORECASE,
)
"""A length; several stand one behind the other: `1 week and 2 days`, `1 hour 30 minutes`."""

_AND = re.compile(r"(?:\s*,)?\s+(?:(?:and|y|con)\s+)?", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?:\s+(?P<behind>later|after|m[aá]s(?: tarde)?|despu[eé]s|earlier|sooner|before|antes))?(?=[\s,;.]|$)",
    re.IGNORECASE,
)
_FROM_TODAY = frozenset({"in", "en", "dentro de"})
_BEFORE = frozenset({"earlier", "sooner", "before", "antes"})
_LOOSE = " ,"


@dataclass(frozen=True, slots=True)
class RetimingTaken:
    """What was said of when, whole as an occasion or from the meeting's own time, and the text behind it."""

    occasion: OccasionTaken
    retiming: Retiming | None


def take_retiming(text: str, reader: Reader, toward: Toward | None) -> RetimingTaken | Problem:
    """When the text begins with; an occasion without day and time where it does not."""
    text = text.strip()
    lead = _TO.match(text)
    said = text[lead.end() :] if lead else text
    shifted = _take_shift(said, reader, toward)
    if shifted is not None:
        return shifted
    taken = take_occasion(said, reader)
    if isinstance(taken, Problem) and taken.code is ProblemCode.HOUR_MISSING:
        taken = take_day_alone(said, reader)
        return _told(taken, Retiming(day=taken.day, toward=toward))
    if isinstance(taken, Problem):
        return taken
    if taken.day is None or taken.at is None:
        return RetimingTaken(replace(taken, rest=text), None)
    if taken.undated:
        return _told(replace(taken, day=None), Retiming(at=taken.at, toward=toward))
    return _told(taken, None if toward is None else Retiming(toward=toward))


def _told(taken: OccasionTaken, retiming: Retiming | None) -> RetimingTaken | Problem:
    if taken.second:
        return Problem(ProblemCode.HOURS_SEVERAL, taken.second)
    return RetimingTaken(taken, retiming)


def _take_shift(text: str, reader: Reader, toward: Toward | None) -> RetimingTaken | Problem | None:
    """A length of time, and the hour in front of it or behind; None for other words."""
    hour = take_hour(text)
    begin = 0 if hour is None else len(text) - len(hour.rest)
    found = _length(text, begin)
    if found is None:
        return None
    typed = text[begin : found.end]
    if found.from_today and not found.behind:
        return None if toward is None else Problem(ProblemCode.SHIFT_EITHER, typed)
    rest = text[found.end :].strip(_LOOSE)
    day, behind_day = take_day(rest, reader)
    if day is not None:
        return Problem(ProblemCode.HOURS_SEVERAL, rest[: len(rest) - len(behind_day)].strip(_LOOSE))
    after = take_hour(rest, number=True)
    is_earlier = found.behind in _BEFORE or (toward is Toward.EARLIER and not found.behind)
    shift = found.earlier() if is_earlier else found.shift
    if after is not None and (hour is not None or shift.minutes):
        return Problem(ProblemCode.HOURS_SEVERAL, rest[: len(rest) - len(after.rest)].strip(_LOOSE))
    said = hour or after
    if hour is not None and shift.minutes:
        return Problem(ProblemCode.HOURS_SEVERAL, typed)
    taken = OccasionTaken(None, None, None, rest)
    if said is not None:
        taken = replace(said, rest=said.rest if after is not None else rest)
    return RetimingTaken(taken, Retiming(at=taken.at, shift=shift, toward=toward))


@dataclass(frozen=True, slots=True)
class _Length:
    """A length of time, where it ends, and the words around it that say from when and in which direction."""

    shift: Shift
    end: int
    from_today: bool
    behind: str

    def earlier(self) -> Shift:
        """The same length, backwards."""
        return Shift(months=-self.shift.months, days=-self.shift.days, minutes=-self.shift.minutes)


def _length(text: str, begin: int) -> _Length | None:
    """The length that the text has there, all its pieces together."""
    plain = scannable(text)
    lead = _LEAD.match(plain, begin)
    piece = _PIECE.match(plain, lead.end() if lead else begin)
    if piece is None:
        return None
    shift, end = _shift(piece), piece.end()
    while (joint := _AND.match(plain, end)) and (piece := _PIECE.match(plain, joint.end())):
        shift, end = _sum(shift, _shift(piece)), piece.end()
    behind = _BEHIND.match(plain, end)
    if behind is None:
        return None
    from_today = lead is not None and folded(lead[0].strip()) in _FROM_TODAY
    return _Length(shift, behind.end(), from_today, folded(behind["behind"] or ""))


def _sum(one: Shift, other: Shift) -> Shift:
    return Shift(
        months=one.months + other.months, days=one.days + other.days, minutes=one.minutes + other.minutes
    )


def _shift(found: re.Match[str]) -> Shift:
    if found["half"]:
        return Shift(minutes=_HALF_AN_HOUR)
    if not found["unit"]:
        hours = found["hours"] or found["halved"]
        return Shift(minutes=_HALF_AN_HOUR + _HOUR * (number(folded(hours)) if hours else 1))
    count, unit = number(folded(found["count"])), folded(found["unit"])
    if unit.startswith(("day", "dia")):
        return Shift(days=count)
    if unit.startswith(("week", "semana")):
        return Shift(days=count * DAYS_A_WEEK)
    if unit.startswith(("month", "mes")):
        return Shift(months=count)
    return Shift(minutes=count * _HOUR if unit.startswith(("hour", "hora")) else count)
