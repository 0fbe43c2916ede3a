"""When a meeting is moved to: `friday 10:00`, `to 11:00`, `mar 26`, `una semana`, `2 days later 16:00`.

What is not said stays the meeting's own: a time alone is one of its day, a day alone comes at its hour, and a
length of time counts from its day, not from today.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from domain.language import Language
from domain.recurrence import DAYS_A_WEEK
from domain.retiming import Retiming, Shift, Toward
from handlers.grammar.beside import take_beside, week_beside
from handlers.grammar.dates.rules import Reader
from handlers.grammar.dates.words import DAYS_AWAY, NUMBER, UNIT, number
from handlers.grammar.folding import folded, scannable
from handlers.grammar.occasions import (
    HOURS_A_DAY,
    OccasionTaken,
    take_day,
    take_day_alone,
    take_hour,
    take_occasion,
)
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.subjects import split_reason

TOWARDS: Mapping[str, Toward] = MappingProxyType(
    dict.fromkeys(
        ("postpone", "delay", "push", "posponer", "aplazar", "atrasar", "retrasar", "recorrer"), Toward.LATER
    )
    | dict.fromkeys(("advance", "adelantar"), Toward.EARLIER)
)
"""Words that say in which direction a meeting is moved."""

_EITHER_WAY = frozenset({"push", "recorrer"})
"""Those of them that other words turn around: `recorrer M-1 una hora antes`."""

_TURNED = re.compile(r"(?<!\w)(?:earlier|sooner|forward|up|antes|temprano)(?!\w)", re.IGNORECASE)
_PUSHED_BACK = re.compile(r"\s*back\s+(?=\S)", re.IGNORECASE)

_EN, _ES = Language.ENGLISH, Language.SPANISH
MOVE_IN: Mapping[Language, str] = MappingProxyType({_EN: "move", _ES: "mover"})
ADVANCE_IN: Mapping[Language, str] = MappingProxyType({_EN: "advance", _ES: "adelantar"})
"""How each language says that a meeting is moved, and that it is moved to an earlier time."""

_HALF_AN_HOUR, _HOUR = 30, 60
_TO = re.compile(r"(?:to|for|a(?=\s+\d))\s+(?=\S)", re.IGNORECASE)
_LEAD = re.compile(r"(?:by|for|por|in|en|dentro de|another|otr[ao]s?)\s+", re.IGNORECASE)
_QUARTER_HOUR, _FORTNIGHT = 15, 14
_SHORT = r"(?:[1-6]\s?(?:h|hrs?|hs)|\d{1,3}\s?(?:min|m|d|w))"
"""`2h` is a length, as nobody meets at two; `16h` is an hour."""
_PIECE = re.compile(
    rf"(?:(?:(?P<hours>{NUMBER})\s+)?(?:hours?|horas?)\s+(?:and\s+a\s+half|y\s+media)"
    rf"|(?P<halved>{NUMBER})\s+and\s+a\s+half\s+hours"
    rf"|(?P<count>{NUMBER})\s+(?:of\s+|de\s+)?(?:more\s+|m[aá]s\s+)?"
    r"(?P<unit>days?|d[ií]as?|weeks?|wks?|semanas?|months?|mes(?:es)?|hours?|horas?|minutes?|min|minutos?"
    r"|fortnights?|quincenas?)"
    rf"|(?P<short>{_SHORT})|(?P<half>half an hour|media hora)"
    r"|(?P<quarters>a quarter of an hour|un cuarto de hora|three quarters of an hour|tres cuartos de hora))"
    r"(?![\w])",
    re.IGNORECASE,
)
"""A length; several stand one behind the other: `1 week and 2 days`, `1 hour 30 minutes`, `2h 30min`."""

_COUNTED = re.compile(
    rf"{NUMBER}(?:\s+(?:of|de))?(?:\s+(?:more|m[aá]s))?\s+(?:{UNIT}|años?)(?!\w)", re.IGNORECASE
)
"""Whatever else is counted in units that dates have counts from the meeting too, or is asked about."""

_NUMBER_ALONE = re.compile(r"(?P<number>[0-9]{1,2})[\s.!]*", re.ASCII)
_LASTING = re.compile(r"(?P<begin>[0-9]{1,2})-(?P<end>[0-9]{1,2})[\s.!]*", re.ASCII)
_HALF_DAY, _LAST_EARLY = 12, 6
_ORDINAL: Mapping[int, str] = MappingProxyType({1: "st", 2: "nd", 3: "rd"})
_TEENS = frozenset({11, 12, 13})

_AND = re.compile(r"(?:\s*,)?\s+(?:(?:and|y|con)\s+)?", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?:\s+(?P<behind>later|after|m[aá]s(?: tarde)?|despu[eé]s|earlier|sooner|before|antes))?(?=[\s,;.]|$)",
    re.IGNORECASE,
)
_FROM_TODAY = frozenset({"in", "en", "dentro de"})
_BEFORE = frozenset({"earlier", "sooner", "before", "antes"})
_BESIDE = "beside"
"""Stands for the words of a day beside another one, which say in which direction that is themselves."""

_LOOSE = " ,"


@dataclass(frozen=True, slots=True)
class RetimingTaken:
    """What was said of when, whole as an occasion or from the meeting's own time, and the text behind it."""

    occasion: OccasionTaken
    retiming: Retiming | None


def take_toward(word: str, text: str) -> tuple[Toward | None, str]:
    """In which direction a folded word moves a meeting, and the text behind it without what belongs to it."""
    toward = TOWARDS.get(word)
    if word not in _EITHER_WAY:
        return toward, text
    back = _PUSHED_BACK.match(text) if word == "push" else None
    is_turned = _TURNED.search(split_reason(text.partition(";")[0])[0]) is not None
    return (None if is_turned else toward), text[back.end() :] if back else text


def take_retiming(text: str, reader: Reader, toward: Toward | None) -> RetimingTaken | Problem:
    """When the text begins with; an occasion without day and time where it does not."""
    text = text.strip()
    lead = _TO.match(text)
    said = text[lead.end() :] if lead else text
    settled = _take_shift(said, reader, toward) or _doubtful(
        text, "" if lead is None else lead[0], said, reader
    )
    if settled is not None:
        return settled
    taken = take_occasion(said, reader)
    if isinstance(taken, Problem):
        if taken.code is not ProblemCode.HOUR_MISSING:
            return taken
        taken = take_day_alone(said, reader)
        return _told(taken, Retiming(day=taken.day, toward=toward))
    if taken.day is None or taken.at is None:
        return RetimingTaken(replace(taken, rest=text), None)
    is_either = taken.either is not None
    if taken.undated:
        return _told(replace(taken, day=None), Retiming(at=taken.at, toward=toward, either=is_either))
    plain = toward is None and not is_either
    return _told(taken, None if plain else Retiming(toward=toward, either=is_either))


def _doubtful(text: str, lead: str, said: str, reader: Reader) -> Problem | None:
    """What is asked of a length that meetings do not have, so that it counts from no other day; of `to 6`."""
    counted = _COUNTED.match(scannable(said))
    if counted is not None:
        return Problem(ProblemCode.MOVE_UNCLEAR, said[: counted.end()])
    if week_beside(said):
        return Problem(ProblemCode.MOVE_UNCLEAR, week_beside(said))
    lasting = _LASTING.fullmatch(scannable(said))
    if lasting is not None and int(lasting["begin"]) < int(lasting["end"]) <= HOURS_A_DAY:
        return _hours_or_date(said, lasting, reader)
    alone = _NUMBER_ALONE.fullmatch(said) if lead else None
    if alone is None or not 0 < int(alone["number"]) <= HOURS_A_DAY:
        return None
    return _day_or_hour(text, lead, int(alone["number"]))


def _hours_or_date(said: str, lasting: re.Match[str], reader: Reader) -> Problem:
    """The question whether `10-12` is from when to when, or a date."""
    day, _ = take_day(said, reader)
    dates = () if day is None else (day.isoformat(),)
    return Problem(ProblemCode.NUMBER_EITHER, said, (f"{int(lasting['begin'])}:00", *dates))


def _day_or_hour(text: str, lead: str, number: int) -> Problem:
    """The question whether `to 6` is an hour, and of which half of the day, or a day of the month."""
    ending = _ORDINAL.get(number % 10 if number not in _TEENS else 0, "th")
    day = f"el {number}" if folded(lead.strip()) == "a" else f"the {number}{ending}"
    early = f"{number}:00 am" if number <= _LAST_EARLY else f"{number}:00"
    hours = [f"{number + _HALF_DAY}:00", early] if number <= _LAST_EARLY else [early]
    if number == HOURS_A_DAY:
        hours = []
    return Problem(ProblemCode.NUMBER_EITHER, text, (*hours, day))


def _told(taken: OccasionTaken, retiming: Retiming | None) -> RetimingTaken | Problem:
    if taken.second:
        return Problem(ProblemCode.HOURS_SEVERAL, taken.second)
    return RetimingTaken(taken, retiming)


def _take_shift(text: str, reader: Reader, toward: Toward | None) -> RetimingTaken | Problem | None:
    """A length of time, and the hour in front of it or behind; None for other words."""
    hour = None if _PIECE.match(scannable(text)) else take_hour(text)
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
    to = _TO.match(rest)
    after = take_hour(rest[to.end() :] if to else rest, number=True)
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
    is_either = taken.either is not None
    return RetimingTaken(taken, Retiming(at=taken.at, shift=shift, toward=toward, either=is_either))


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
    beside = take_beside(text, begin)
    if beside is not None:
        return _Length(beside.shift, beside.end, from_today=False, behind=_BESIDE)
    plain = scannable(text)
    lead = _LEAD.match(plain, begin)
    piece = _PIECE.match(plain, lead.end() if lead else begin)
    if piece is None:
        return None
    shift, end = _of_fortnights(piece) or _shift(piece), piece.end()
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


def _of_fortnights(found: re.Match[str]) -> Shift | None:
    """`Ocho días` and `quince días`, which in Mexico are a week and two, as in a date."""
    days = DAYS_AWAY.get(folded(found[0]))
    return None if days is None else Shift(days=days)


def _shift(found: re.Match[str]) -> Shift:
    if found["half"]:
        return Shift(minutes=_HALF_AN_HOUR)
    if found["quarters"]:
        quarters = 3 if folded(found["quarters"]).startswith("t") else 1
        return Shift(minutes=quarters * _QUARTER_HOUR)
    if found["short"]:
        digits = re.match(r"\d+", found["short"])
        length = digits[0] if digits else ""
        return _of_unit(int(length), folded(found["short"])[len(length) :].strip())
    if not found["unit"]:
        hours = found["hours"] or found["halved"]
        return Shift(minutes=_HALF_AN_HOUR + _HOUR * (number(folded(hours)) if hours else 1))
    return _of_unit(number(folded(found["count"])), folded(found["unit"]))


def _of_unit(count: int, unit: str) -> Shift:
    """So many of a unit, told by its word or, of the shorter ones, by its first letter."""
    if unit.startswith(("month", "mes")):
        return Shift(months=count)
    if unit.startswith(("fortnight", "quincena")):
        return Shift(days=count * _FORTNIGHT)
    if unit.startswith("d"):
        return Shift(days=count)
    if unit.startswith(("w", "semana")):
        return Shift(days=count * DAYS_A_WEEK)
    return Shift(minutes=count * _HOUR if unit.startswith("h") else count)
