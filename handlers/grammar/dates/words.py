"""The words that date phrases are made of, as `folded` leaves them, with patterns that find them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from handlers.grammar.dates.period import Unit

DAY_WORDS_MAX = 8
"""Words of the longest day: `el viernes 3 de junio de 2027`, `the first friday of next month`."""


def _numbered(*rows: str, start: int = 1) -> Mapping[str, int]:
    """Words by row; every row holds the names of one number."""
    return MappingProxyType({word: number for number, row in enumerate(rows, start) for word in row.split()})


MONTHS = _numbered(
    "january jan enero ene",
    "february feb febrero",
    "march mar marzo",
    "april apr abril abr",
    "may mayo",
    "june jun junio",
    "july jul julio",
    "august aug agosto ago",
    "september sep sept septiembre setiembre",
    "october oct octubre",
    "november nov noviembre",
    "december dec diciembre dic",
)
WEEKDAYS = _numbered(
    "monday mon lunes lun",
    "tuesday tue tues martes",
    "wednesday wed weds miercoles mie",
    "thursday thu thur thurs jueves jue",
    "friday fri viernes vie",
    "saturday sat sabado sab",
    "sunday sun domingo dom",
    start=0,
)
_COUNTED = _numbered(
    "a an one un uno una",
    "two dos",
    "three tres",
    "four cuatro",
    "five cinco",
    "six seis",
    "seven siete",
    "eight ocho",
    "nine nueve",
    "ten diez",
    "eleven once",
    "twelve doce",
    "thirteen trece",
    "fourteen catorce",
    "fifteen quince",
)
NUMBERS: Mapping[str, int] = MappingProxyType({**_COUNTED, "a couple": 2, "un par": 2})
ORDINALS = _numbered(
    "first 1st primer primero 1er 1o 1ro",
    "second 2nd segundo 2do 2o",
    "third 3rd tercer tercero 3er 3ro",
    "fourth 4th cuarto 4to 4o",
)
UNITS: Mapping[str, Unit] = MappingProxyType(
    dict.fromkeys(("day", "days", "dia", "dias"), Unit.DAY)
    | dict.fromkeys(("week", "weeks", "wk", "wks", "semana", "semanas"), Unit.WEEK)
    | dict.fromkeys(("month", "months", "mes", "meses"), Unit.MONTH)
    | dict.fromkeys(("quarter", "quarters", "trimestre", "trimestres"), Unit.QUARTER)
    | dict.fromkeys(("year", "years", "ano", "anos"), Unit.YEAR)
)
DAYS_AWAY: Mapping[str, int] = MappingProxyType(
    dict.fromkeys(("today", "tonight", "now", "hoy", "hoy mismo"), 0)
    | dict.fromkeys(("this afternoon", "this evening", "esta tarde", "esta noche"), 0)
    | dict.fromkeys(("tomorrow", "tmrw", "tomorow", "manana"), 1)
    | dict.fromkeys(("day after tomorrow", "pasado manana", "pasadomanana"), 2)
    | dict.fromkeys(("yesterday", "ayer"), -1)
    | dict.fromkeys(("day before yesterday", "anteayer", "antier", "antes de ayer"), -2)
    | dict.fromkeys(("de hoy en ocho", "ocho dias", "en ocho dias", "dentro de ocho dias"), 7)
    | dict.fromkeys(("de hoy en quince", "quince dias", "en quince dias", "dentro de quince dias"), 14)
)
"""Days from today. In Mexico `en ocho días` is a week, `en quince días` two: today is counted along."""


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "(?:" + "|".join(sorted(words, key=lambda word: (-len(word), word))) + ")"


MONTH = any_of(MONTHS)
WEEKDAY = any_of(WEEKDAYS)
NUMBER = rf"(?:\d{{1,3}}|{any_of(NUMBERS)})"
UNIT = any_of(UNITS)
YEAR = r"(?:\d{4}|'?\d{2})"
THIS = r"(?:this|current|este|esta|presente)"
NEXT = r"(?:next|coming|following|proximo|proxima|siguiente)"
LAST = r"(?:last|past|previous|pasado|pasada|ultimo|ultima)"
NEXT_BEHIND = r"(?:proximo|proxima|siguiente|que viene|que entra|entrante)"
LAST_BEHIND = r"(?:pasado|pasada|anterior|que paso)"


_DIGIT = re.compile(r"\d")
_WORDS = {*MONTHS, *WEEKDAYS, *UNITS, *DAYS_AWAY, "quincena", "eow", "eom", "eoq", "eoy"}
_STEMS = tuple(word for word in _WORDS if not any(other in word for other in _WORDS - {word}))


def may_name_day(phrase: str) -> bool:
    """Whether a folded phrase has what each has that a rule reads: a digit, or a word for days within it."""
    return _DIGIT.search(phrase) is not None or any(stem in phrase for stem in _STEMS)


def number(word: str) -> int:
    """The number in digits or words."""
    return int(word) if word.isdigit() else NUMBERS[word]


def year(word: str) -> int:
    """The year; of two digits, one of this century."""
    digits = int(word.removeprefix("'"))
    century = 2000
    return digits if len(word) == len("2027") else century + digits
