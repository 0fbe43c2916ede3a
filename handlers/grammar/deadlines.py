"""By when: `due friday`, `para el 3 de junio`, `quarter 2027-Q1`, at the end of a text or line, or alone."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from handlers.grammar.dates.disagreements import disagreement
from handlers.grammar.dates.period import Period
from handlers.grammar.dates.reading import PHRASE_MAX, read_period
from handlers.grammar.dates.rules import Reader
from handlers.grammar.first_lines import first_line, joined
from handlers.grammar.folding import folded, scannable
from handlers.grammar.problems import Problem, ProblemCode

TAIL_MAX = PHRASE_MAX + 20
"""Characters at the end of a text in which a deadline may begin: the longest one, and a `please`."""

_DUE = re.compile(
    r"(?<!\S)\(?(?:due|by|para|antes del?|no later than|a m[aá]s tardar|(?:que )?vence|hasta)(?=\s)",
    re.IGNORECASE,
)
_NUMBER_DUE = re.compile(
    r"\(?(?:due|(?:que )?vence)(?: on| the| el)? [0-3]?[0-9]\)?", re.IGNORECASE | re.ASCII
)
"""`due 15`, which may be a day or an hour: what has an article was read as a day before."""
_COURTESY = re.compile(r"[\s,]+(?:please|por favor|thanks|thank you|gracias)$", re.IGNORECASE)
_EMPTY = re.compile(r"(?:due|vence|que vence|quarter|trimestre|in|en|on|the|el) ")
_QUARTER = re.compile(r"(?<!\S)(?:quarter|trimestre)[\s:]+(?=\d{4}|[qt]\d|\d\s?[qt])", re.IGNORECASE)
_SAYS = re.compile(rf"{_DUE.pattern}|(?<!\S)(?:quarter|trimestre)(?=[\s:])", re.IGNORECASE)
_SPANISH_QUARTER = re.compile(r"(?<!\w)(?:(\d{4})[-/ ]t([1-4])|t([1-4])[-/ ](\d{4}))(?!\w)", re.IGNORECASE)


def read_deadline(phrase: str, reader: Reader) -> date | None:
    """The local day by which, when the whole phrase says one: of a quarter or month the last."""
    period = _period(phrase, reader)
    return None if period is None else period.due


def read_beginning(phrase: str, reader: Reader) -> date | None:
    """The local day until which: of a period that is ahead its first, of one that has begun its last."""
    period = _period(phrase, reader)
    if period is None:
        return None
    return period.first if period.first > reader.today else period.due


def _period(phrase: str, reader: Reader) -> Period | None:
    for wanted in _phrases(phrase):
        period = read_period(wanted, reader)
        if period is not None:
            return period
    return None


def _phrases(phrase: str) -> tuple[str, ...]:
    """The date itself as it may be read, with what stands in front of it and without."""
    if len(phrase) > TAIL_MAX:
        return ()
    plain = _without_courtesy(scannable(phrase)).strip(" .,;:!?()")
    plain = _SPANISH_QUARTER.sub(_english_quarter, _QUARTER.sub("", plain))
    return plain, _without_lead(plain)


def says_due(phrase: str) -> bool:
    """Whether a phrase begins with `due`, `para` or another word for a deadline."""
    return _DUE.match(scannable(phrase)) is not None


def date_problem(phrase: str, reader: Reader) -> Problem:
    """Why a phrase that should be a date is none."""
    return misnamed_problem(phrase, reader) or Problem(ProblemCode.DATE_UNKNOWN, phrase.strip())


def deadline_problem(text: str, reader: Reader) -> Problem | None:
    """What is wrong with a deadline at the end of a text or its first line: a weekday that is not its own."""
    line, _ = first_line(text)
    for said in dict.fromkeys((text, line)):
        plain = scannable(said)
        for begin in _DUE.finditer(plain, max(0, len(plain) - TAIL_MAX)):
            phrase = said[begin.start() :]
            wrong = misnamed_problem(phrase, reader)
            if wrong is None and _NUMBER_DUE.fullmatch(_without_courtesy(plain[begin.start() :])):
                wrong = Problem(ProblemCode.DATE_UNKNOWN, phrase.strip())
            if wrong is not None:
                return wrong
    return None


def misnamed_problem(phrase: str, reader: Reader) -> Problem | None:
    """The question which day was meant, where a whole phrase names one with a weekday that is not its own."""
    found = (disagreement(wanted, reader) for wanted in _phrases(phrase))
    return next((replace(each, typed=phrase.strip()).problem() for each in found if each is not None), None)


def says_several(phrase: str, reader: Reader) -> bool:
    """Whether it says a day in two ways, one behind the other: `due Jan 15 quarter 2027-Q1`."""
    if len(phrase) > TAIL_MAX:
        return False
    begins = [found.start() for found in _SAYS.finditer(scannable(phrase)) if found.start()]
    return any(
        read_deadline(phrase[:begin], reader) is not None
        and read_deadline(phrase[begin:], reader) is not None
        for begin in begins
    )


def split_deadline(text: str, reader: Reader) -> tuple[str, date | None]:
    """The text without the `due DATE` it ends in, and that day. Other words stay in the text.

    Where lines follow the first one, its end says it too, and before the text's end: that may be of the last
    line alone.
    """
    line, below = first_line(text)
    said, due = _split_end(text, reader)
    if not below or (due is not None and len(said) <= len(line)):
        return said, due
    kept, of_all = _split_end(line, reader)
    return (said, due) if of_all is None else (joined(kept, below), of_all)


def _split_end(text: str, reader: Reader) -> tuple[str, date | None]:
    plain = scannable(text)
    for begin in _DUE.finditer(plain, max(0, len(plain) - TAIL_MAX)):
        due = read_deadline(text[begin.start() :], reader)
        if due is not None:
            return text[: begin.start()].rstrip(" \t\n,;:("), due
    return text, None


def _without_courtesy(text: str) -> str:
    return _COURTESY.sub("", text.rstrip(" .!"))


def _without_lead(text: str) -> str:
    words = folded(text)
    while lead := _EMPTY.match(words):
        words = words[lead.end() :]
    return words


def _english_quarter(found: re.Match[str]) -> str:
    year, number = found[1] or found[4], found[2] or found[3]
    return f"{year}-Q{number}"
