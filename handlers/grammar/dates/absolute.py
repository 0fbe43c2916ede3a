"""Phrases that name a day, month, quarter or year: `3 de junio`, `06/03/2027`, `Q1 2028`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from domain.quarter import MONTHS_A_QUARTER
from domain.recurrence import DAYS_A_WEEK
from handlers.grammar.dates.period import YEARS, Period, Unit, later
from handlers.grammar.dates.relative import month_of
from handlers.grammar.dates.rules import Make, Reader, Rule, rule
from handlers.grammar.dates.words import (
    DAYS_AWAY,
    MONTH,
    MONTHS,
    NEXT,
    ORDINALS,
    THIS,
    WEEKDAYS,
    YEAR,
    any_of,
    year,
)
from handlers.grammar.dates.words import WEEKDAY as ANY_WEEKDAY

_MONTHS_WITHOUT_A_DAY = 2
"""The nearest 31st is at most so many months away, and the one of this month may lie on the other side."""
_LEAP_YEARS_APART = 8
"""Over a century that is no leap year."""

PASSED = timedelta(weeks=4)
"""So long a date without a year that has passed is asked about: rarely the one of next year is meant."""

MONTHS_A_YEAR, DAYS_A_MONTH = 12, 31

_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|o|ro|°)?"
_FIRST = r"(?P<first>primero|first)"
_IN_YEAR = rf"(?:(?:(?:,|,? of|,? del?)? |[-/])(?P<year>{YEAR}))?"
_BEHIND_DAY = rf"(?:(?:(?:,|,? of|,? del?)? |[-/](?=\d{{4}}))(?P<year>{YEAR}))?"
"""Of two digits behind a stroke the second is a day: `Mar 8-10`."""
_OF_NEXT_MONTH = r"(?: of| del?)?(?: next month| proximo mes| mes (?:que viene|que entra|entrante|proximo))"
_WEEKDAY = rf"(?:(?P<weekday>{ANY_WEEKDAY})\.?,? (?:the |el )?)?"


def iso(match: re.Match[str], _reader: Reader) -> Period | None:
    """`2027-06-03`."""
    return _day_of(int(match["year"]), month=int(match["month"]), day=int(match["day"]))


def numeric(match: re.Match[str], reader: Reader) -> Period | None:
    """`03/06/2027`: the day first where that is the custom, and wherever only that makes a date."""
    one, other = int(match["one"]), int(match["other"])
    orders = [(one, other), (other, one)]
    if not reader.day_first and match["mark"] != ".":
        orders.reverse()
    for day, month in orders:
        found = _of_year(match["year"], reader, partial(_day_of, day=day, month=month))
        if found is not None:
            return found
    return None


def named(match: re.Match[str], reader: Reader) -> Period | None:
    """`3 de junio`, `June 3rd, 2027`; with a weekday in front only if it is that day's."""
    return _if_its_weekday(match, _in_month(match, reader))


def numbered(match: re.Match[str], reader: Reader) -> Period | None:
    """`jueves 18`, `monday the 15th`: the nearest such day of a month, only if the weekday is its own."""
    return _if_its_weekday(match, day_of_month(match, reader))


def misnamed(phrase: str, reader: Reader) -> tuple[date, str] | None:
    """The day that the phrase names, and the weekday that it wrongly gives it: `viernes 5 de junio`."""
    for pattern, made in _WITH_WEEKDAY:
        match = pattern.fullmatch(phrase)
        if match is not None and match["weekday"]:
            found = made(match, reader)
            is_other = found is not None and _if_its_weekday(match, found) is None
            return (found.first, match["weekday"]) if found is not None and is_other else None
    return None


def numeric_named(match: re.Match[str], reader: Reader) -> Period | None:
    """`lunes 15/03`: only if the weekday is that day's."""
    return _if_its_weekday(match, numeric(match, reader))


def away_named(match: re.Match[str], reader: Reader) -> Period | None:
    """`mañana jueves 4`, `tomorrow, Thursday`: only if all of it says the same day."""
    day = reader.today + timedelta(days=DAYS_AWAY[match["phrase"]])
    is_number = not match["day"] or int(match["day"]) == day.day
    is_month = not match["month"] or MONTHS[match["month"]] == day.month
    return _if_its_weekday(match, Period.of_day(day)) if is_number and is_month else None


def disagreeing(phrase: str, reader: Reader) -> tuple[tuple[str, date], ...] | None:
    """The parts of `tomorrow friday 5` and the day that each of them says, where these are several."""
    match = _AWAY.fullmatch(phrase)
    if match is None or away_named(match, reader) is not None:
        return None
    parts = [(match["phrase"], reader.today + timedelta(days=DAYS_AWAY[match["phrase"]]))]
    behind = phrase[match.start("weekday") :]
    dated = _first_day(behind, reader)
    weekday = WEEKDAYS[match["weekday"]]
    ahead = (weekday - reader.today.weekday()) % DAYS_A_WEEK or DAYS_A_WEEK
    parts.append((behind if dated else match["weekday"], dated or reader.today + timedelta(days=ahead)))
    if match["day"] and dated is None:
        alone = behind[match.end("weekday") - match.start("weekday") :].strip(" .,")
        said = _first_day(alone, reader) or _first_day(f"el {alone}", reader)
        parts += [(alone, said)] if said else []
    return tuple(parts)


def _first_day(phrase: str, reader: Reader) -> date | None:
    """The day that the first rule which fits makes of a phrase."""
    for each in RULES:
        match = each.pattern.fullmatch(phrase)
        found = each.make(match, reader) if match is not None else None
        if found is not None and found.first == found.last:
            return found.first
    return None


def impossible(phrase: str, reader: Reader) -> bool:
    """Whether the phrase names a day that no calendar has: `31 de abril`, `6/31`, `2027-02-30`."""
    for pattern, made in _OF_A_MONTH:
        match = pattern.fullmatch(phrase)
        if match is not None:
            return made(match, reader) is None
    match = _STROKED.fullmatch(phrase)
    return match is not None and _is_of_month(match) and numeric(match, reader) is None


def _is_of_month(match: re.Match[str]) -> bool:
    """Whether of two numbers one may be a month, and the other a day: `24/30` is no date."""
    numbers = sorted((int(match["one"]), int(match["other"])))
    return 0 < numbers[0] <= MONTHS_A_YEAR and numbers[1] <= DAYS_A_MONTH


def passed(phrase: str, reader: Reader) -> date | None:
    """The day of this or the last year, some weeks ago at most, that a phrase without a year names."""
    if reader.past:
        return None
    for pattern, made in _WITHOUT_YEAR:
        match = pattern.fullmatch(phrase)
        if match is not None and not match["year"]:
            found = made(match, replace(reader, past=True))
            is_near = found is not None and timedelta() < reader.today - found.first <= PASSED
            return found.first if found is not None and is_near else None
    return None


def true_day(phrase: str, reader: Reader) -> date | None:
    """The day within two months on which `lunes 5` is right, where it is not of the nearest 5th."""
    match = _WITH_WEEKDAY[-1][0].fullmatch(phrase)
    if match is None or match["next_month"] or reader.past:
        return None
    first = reader.today.replace(day=1)
    months = (later(first, count, Unit.MONTH) for count in range(_MONTHS_WITHOUT_A_DAY + 1))
    days = (_day_of(month.year, month=month.month, day=int(match["day"])) for month in months)
    right = (_if_its_weekday(match, day) for day in days if day is not None)
    return next((day.first for day in right if day is not None and day.first > reader.today), None)


def day_of_month(match: re.Match[str], reader: Reader) -> Period | None:
    """`el 15`, `the 3rd`: of the nearest month that has the day; `15 del mes que viene`."""
    day, first = int(match["day"]), reader.today.replace(day=1)
    step = -1 if reader.past else 1
    if match["next_month"]:
        following = later(first, 1, Unit.MONTH)
        return _day_of(following.year, month=following.month, day=day)
    for months in range(_MONTHS_WITHOUT_A_DAY + 1):
        month = later(first, months * step, Unit.MONTH)
        found = _day_of(month.year, month=month.month, day=day)
        if found is not None and _is_nearest(found.first, reader):
            return found
    return None


def whole_year(match: re.Match[str], _reader: Reader) -> Period | None:
    """`2027`."""
    named_year = int(match["year"])
    return Period.around(date(named_year, 1, 1), Unit.YEAR) if named_year in YEARS else None


def quarter(match: re.Match[str], reader: Reader) -> Period | None:
    """`Q1 2028`, `primer trimestre de 2028`; without a year the nearest that is not over (or has begun)."""
    parts = match.groupdict()
    which = int(parts["number"]) if "number" in parts else ORDINALS[parts["ordinal"]]
    return _of_year(parts["year"], reader, partial(_quarter, which=which))


def end_of_quarter(match: re.Match[str], reader: Reader) -> Period | None:
    """`End of Q1`, `fin del primer trimestre`."""
    found = quarter(match, reader)
    return None if found is None else Period.of_day(found.due)


def _in_month(match: re.Match[str], reader: Reader) -> Period | None:
    day = 1 if match["first"] else int(match["day"])
    return _of_year(match["year"], reader, partial(_day_of, day=day, month=MONTHS[match["month"]]))


def _if_its_weekday(match: re.Match[str], found: Period | None) -> Period | None:
    if found is None or not match["weekday"]:
        return found
    return found if found.first.weekday() == WEEKDAYS[match["weekday"]] else None


def _of_year(typed: str | None, reader: Reader, made: Callable[[int], Period | None]) -> Period | None:
    """Made for the year that was typed, else for the nearest in which it is there and not over."""
    if typed:
        return made(year(typed))
    step = -1 if reader.past else 1
    for years in range(_LEAP_YEARS_APART + 1):
        found = made(reader.today.year + years * step)
        if found is not None and _is_nearest(found.first if reader.past else found.last, reader):
            return found
    return None


def _is_nearest(day: date, reader: Reader) -> bool:
    return day <= reader.today if reader.past else day >= reader.today


def _day_of(in_year: int, *, month: int, day: int) -> Period | None:
    if in_year not in YEARS:
        return None
    try:
        return Period.of_day(date(in_year, month, day))
    except ValueError:
        return None


def _quarter(in_year: int, *, which: int) -> Period | None:
    if in_year not in YEARS:
        return None
    return Period.around(date(in_year, (which - 1) * MONTHS_A_QUARTER + 1, 1), Unit.QUARTER)


_DAY_AND_MONTH = rf"{_WEEKDAY}(?:{_DAY}|{_FIRST})(?:[-/]| )?(?:of |de )?(?P<month>{MONTH})\.?{_IN_YEAR}"
_MONTH_AND_DAY = rf"{_WEEKDAY}(?P<month>{MONTH})\.? (?:the |el )?(?:{_DAY}|{_FIRST}){_BEHIND_DAY}"
_NUMBERED = (
    rf"(?:(?:{THIS}|{NEXT}) )?(?P<weekday>{ANY_WEEKDAY})\.?,? (?:the |el |dia |el dia )?{_DAY}"
    rf"(?P<next_month>{_OF_NEXT_MONTH})?"
)
_NUMERIC = rf"(?P<one>\d{{1,2}})(?P<mark>[-/.])(?P<other>\d{{1,2}})(?:(?P=mark)(?P<year>{YEAR}))?"
_STROKED = re.compile(_NUMERIC.replace("[-/.]", "/"))
_NUMERIC_NAMED = rf"(?P<weekday>{ANY_WEEKDAY})\.?,? (?:the |el )?{_NUMERIC}"
_AWAY_NAMED = (
    rf"(?P<phrase>{any_of(DAYS_AWAY)}),? (?P<weekday>{ANY_WEEKDAY})\.?,?"
    rf"(?: (?:the |el |dia |el dia )?{_DAY}(?:,? (?:of |de )?(?P<month>{MONTH}))?)?"
)
_AWAY = re.compile(_AWAY_NAMED)
_WITH_WEEKDAY: tuple[tuple[re.Pattern[str], Make], ...] = (
    (re.compile(_DAY_AND_MONTH), _in_month),
    (re.compile(_MONTH_AND_DAY), _in_month),
    (re.compile(_NUMERIC_NAMED), numeric),
    (re.compile(_NUMBERED), day_of_month),
)
_WITHOUT_YEAR: tuple[tuple[re.Pattern[str], Make], ...] = (
    (re.compile(_DAY_AND_MONTH), named),
    (re.compile(_MONTH_AND_DAY), named),
    (re.compile(_NUMERIC), numeric),
    (re.compile(_NUMERIC_NAMED), numeric_named),
)
_END = r"(?:end|late|fin|final|fines|finales) (?:of |del? )?(?:the |el )?"
_ISO = r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})"
_OF_A_MONTH: tuple[tuple[re.Pattern[str], Make], ...] = (
    (re.compile(_DAY_AND_MONTH), _in_month),
    (re.compile(_MONTH_AND_DAY), _in_month),
    (re.compile(_ISO), iso),
)

RULES: tuple[Rule, ...] = (
    rule(_ISO, iso),
    rule(_NUMERIC, numeric),
    rule(_DAY_AND_MONTH, named),
    rule(_MONTH_AND_DAY, named),
    rule(_NUMERIC_NAMED, numeric_named),
    rule(_AWAY_NAMED, away_named),
    rule(_NUMBERED, numbered),
    rule(rf"(?:the|el|el dia|dia|day) {_DAY}(?P<next_month>{_OF_NEXT_MONTH})?", day_of_month),
    rule(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)(?P<next_month>{_OF_NEXT_MONTH})?", day_of_month),
    rule(rf"{_DAY}(?P<next_month>{_OF_NEXT_MONTH})", day_of_month),
    rule(rf"(?P<month>{MONTH})\.?(?:(?: of| del?)?,? (?P<year>\d{{4}}))?", month_of),
    rule(rf"(?P<year>{YEAR})[- ]?[qt](?P<number>[1-4])", quarter),
    rule(rf"[qt](?P<number>[1-4]){_IN_YEAR}", quarter),
    rule(rf"(?P<number>[1-4])[qt]{_IN_YEAR}", quarter),
    rule(rf"(?P<ordinal>{any_of(ORDINALS)}) (?:quarter|trimestre){_IN_YEAR}", quarter),
    rule(rf"{_END}[qt](?P<number>[1-4]){_IN_YEAR}", end_of_quarter),
    rule(rf"{_END}(?P<ordinal>{any_of(ORDINALS)}) (?:quarter|trimestre){_IN_YEAR}", end_of_quarter),
    rule(r"(?P<year>\d{4})", whole_year),
)
