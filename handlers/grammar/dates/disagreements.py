"""A weekday and a date that do not agree, `jueves 19` where it is a Friday, and what may have been meant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from babel.dates import format_date

from handlers.grammar.dates.period import DAYS_A_WEEK
from handlers.grammar.dates.reading import read_misnamed
from handlers.grammar.dates.rules import Reader
from handlers.grammar.dates.words import WEEKDAYS
from handlers.grammar.folding import bare, folded
from handlers.grammar.problems import Problem, ProblemCode

_SPANISH = ("es_MX", "EEEE d 'de' MMMM")
_ENGLISH = ("en", "EEEE MMMM d")
"""Locale and pattern of dates to type, as CLDR has them."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """The day that the number names, and the nearest one to it that has the weekday: one was meant."""

    typed: str
    of_number: date
    of_weekday: date
    is_spanish: bool

    def problem(self, *further: str) -> Problem:
        """The question which of them it is, each as it can be typed; `further` words are offered as well."""
        days = (self.of_number, self.of_weekday)
        said = (_said(day, is_spanish=self.is_spanish) for day in days)
        return Problem(ProblemCode.WEEKDAY_DISAGREES, self.typed, (*said, *further))


def disagreement(text: str, reader: Reader) -> Disagreement | None:
    """What the whole text says of a day in two ways that exclude each other; None when it does not."""
    found = read_misnamed(text, reader)
    if found is None:
        return None
    day, word = found
    return Disagreement(bare(text), day, _nearest(day, WEEKDAYS[word], reader), _is_spanish(day, word))


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


def _said(day: date, *, is_spanish: bool) -> str:
    locale, pattern = _SPANISH if is_spanish else _ENGLISH
    return format_date(day, pattern, locale=locale)
