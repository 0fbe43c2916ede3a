"""A weekday and a date that do not agree, `jueves 19` where it is a Friday, and what may have been meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from babel.dates import format_date

from domain.recurrence import DAYS_A_WEEK
from handlers.grammar.dates.period import Unit, later
from handlers.grammar.dates.reading import (
    read_disagreeing,
    read_misnamed,
    read_passed,
    read_period,
    read_true,
)
from handlers.grammar.dates.rules import Reader
from handlers.grammar.dates.words import MONTH, UNIT, WEEKDAYS
from handlers.grammar.folding import bare, folded
from handlers.grammar.problems import Problem, ProblemCode

_SPANISH = ("es_MX", "EEEE d 'de' MMMM", "EEEE d 'de' MMMM 'de' y")
_ENGLISH = ("en", "EEEE MMMM d", "EEEE MMMM d, y")
"""Locale and patterns of dates to type, as CLDR has them; the second with the year."""

_ENGLISH_DAYS = frozenset(
    {"today", "tonight", "this afternoon", "this evening", "now", "tomorrow", "tmrw", "tomorow", "yesterday"}
    | {"day after tomorrow", "day before yesterday"}
)
_SPANISH_MONTHS = frozenset(
    {"de", "del", "enero", "ene", "febrero", "marzo", "abril", "abr", "mayo", "junio", "julio", "agosto"}
    | {"ago", "septiembre", "setiembre", "octubre", "noviembre", "diciembre", "dic"}
)


_RANGE = re.compile(r"(?P<one>.+?)(?: ?[-\u2013\u2014] ?| (?:to|through|thru|until|al?|hasta) )(?P<other>.+)")
_SPAN_LEAD = re.compile(r"(?:from|del?|desde) ")
"""In front of the day that something is moved from."""
_HAS_MONTH, _HAS_UNIT = (re.compile(rf"(?<!\w){words}(?!\w)") for words in (MONTH, UNIT))
_NUMBER = re.compile(r"(?:the |el )?[0-3]?[0-9]", re.ASCII)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What is wrong with a day, and the days that may have been meant, `said` as they can be typed."""

    code: ProblemCode
    typed: str
    days: tuple[date, ...] = ()
    said: tuple[str, ...] = ()

    def problem(self, *further: str) -> Problem:
        """The question which of them it is; `further` words are offered as well."""
        return Problem(self.code, self.typed, (*self.said, *further))


def disagreement(text: str, reader: Reader) -> Disagreement | None:
    """What the whole text says of a day that excludes itself, has just passed, or is of several days."""
    passed = read_passed(text, reader)
    if passed is not None:
        following = later(passed, 1, Unit.YEAR)
        its_year = _said(following, reader, is_spanish=_names_spanish_month(text))
        return Disagreement(ProblemCode.DATE_PASSED, bare(text), (following,), (its_year,))
    parts = read_disagreeing(text, reader)
    if parts is not None:
        is_spanish = _is_spanish_day(parts[0][0])
        days = tuple(day for _, day in parts)
        told = tuple(
            f"{_typed(words, text)} = {_said(day, reader, is_spanish=is_spanish)}" for words, day in parts
        )
        return Disagreement(ProblemCode.DAYS_DISAGREE, bare(text), days, told)
    found = read_misnamed(text, reader)
    if found is None:
        return _range(text, reader)
    day, word = found
    is_spanish = _is_spanish(day, word)
    right = read_true(text, reader)
    days = (day, _nearest(day, WEEKDAYS[word], reader), *([right] if right else []))
    said = tuple(_said(each, reader, is_spanish=is_spanish) for each in days)
    return Disagreement(ProblemCode.WEEKDAY_DISAGREES, bare(text), days, said)


def _range(text: str, reader: Reader) -> Disagreement | None:
    """`mar 8-10`, `mon 8 to wed 10`, `el 8 al 10 de marzo`: what is due has one day."""
    phrase = folded(bare(text))
    found = None if _SPAN_LEAD.match(phrase) else _RANGE.fullmatch(phrase)
    if found is None or read_period(text, reader) is not None:
        return None
    one, other = found["one"], found["other"]
    is_day, is_other = _names_day(one, reader), _names_day(other, reader)
    is_of_month = (is_day and _goes_with(one, other)) or (is_other and _goes_with(other, one))
    if not is_of_month and not (is_day and is_other):
        return None
    return Disagreement(ProblemCode.DATE_RANGE, bare(text))


def _names_day(phrase: str, reader: Reader) -> bool:
    return _HAS_UNIT.search(phrase) is None and read_period(phrase, reader) is not None


def _goes_with(phrase: str, number: str) -> bool:
    return _HAS_MONTH.search(phrase) is not None and _NUMBER.fullmatch(number) is not None


def _nearest(day: date, weekday: int, reader: Reader) -> date:
    """The day of the week nearest to the day, on the side of today on which dates lie."""
    ahead = timedelta(days=(weekday - day.weekday()) % DAYS_A_WEEK)
    week = timedelta(days=DAYS_A_WEEK)
    after, before = day + ahead, day + ahead - week
    nearest = before if day - before < ahead else after
    is_beyond = nearest > reader.today if reader.past else nearest < reader.today
    return (before if reader.past else after) if is_beyond else nearest


def _is_spanish(day: date, word: str) -> bool:
    monday = day - timedelta(days=day.weekday())
    name = format_date(monday + timedelta(days=WEEKDAYS[word]), "EEEE", locale="es_MX")
    return folded(name).startswith(word)


def _typed(part: str, text: str) -> str:
    """The part of a folded phrase as it was typed."""
    words, length = bare(text).split(), len(part.split())
    spans = (" ".join(words[at : at + length]).rstrip(",.") for at in range(len(words)))
    return next((span for span in spans if folded(span) == part), part)


def _is_spanish_day(word: str) -> bool:
    """Whether a day is named from today in Spanish."""
    return word not in _ENGLISH_DAYS


def _names_spanish_month(text: str) -> bool:
    """Whether the month in it is in Spanish; of digits alone nobody can tell."""
    words = re.findall(r"[^\W\d_]+", folded(bare(text)))
    return any(word in _SPANISH_MONTHS for word in words)


def _said(day: date, reader: Reader, *, is_spanish: bool) -> str:
    """The day, with its year where that is not the present one."""
    locale, plain, of_year = _SPANISH if is_spanish else _ENGLISH
    return format_date(day, plain if day.year == reader.today.year else of_year, locale=locale)
