"""Days that stay in a text: words that would be the day by which, were they not in front of others."""

from __future__ import annotations

import re
from datetime import timedelta

from handlers.grammar.dates.reading import read_period
from handlers.grammar.dates.rules import Reader
from handlers.grammar.dates.words import (
    DAY_WORDS_MAX,
    DAYS_AWAY,
    MONTHS,
    NUMBER,
    UNIT,
    UNITS,
    WEEKDAYS,
    any_of,
)
from handlers.grammar.deadlines import (
    TAIL_MAX,
    Deadline,
    find_deadline,
    find_leads,
    is_hour,
    misnamed_problem,
    period_of,
    word_ends,
)
from handlers.grammar.first_lines import first_line
from handlers.grammar.folding import folded

SHORT = timedelta(days=200)
"""Of a shorter time somebody may say that something is due in it; a year is a plan's."""

_NO_DAY = re.compile(
    rf"\(?(?:by (?:the |each |every )?(?:{NUMBER} )?|[a-z]+(?: del?)? (?:(?:the|el|la|los|las) )?){UNIT}"
)
"""`Count them by month`, `para el día de Muertos`, `para Semana Santa`: nobody knows which."""

_WITHIN = re.compile(r"(?<!\w)en (?:un|el|este)\Z")
"""`En un plazo de 30 días`: how long something takes."""

_AROUND = " \t\n,;:("
_CLOSING = " \t\n,;:.!()[]"
_WORD = re.compile(r"\S+")
MONTH_LONG = timedelta(days=31)
_OF_DAYS = any_of({*MONTHS, *WEEKDAYS, *UNITS, *DAYS_AWAY, "quincena", "eow", "eom", "eoq", "eoy"})
_NAMES_DAY = re.compile(rf"(?<!\w)(?:{_OF_DAYS}(?!\w)|(?!24/7)\d{{1,4}}[-/]\d)")
_HOUR_BEHIND = re.compile(
    r"[\s,]+(?:(?:a\s+las?|at|by|@)\s*)?[0-9]{1,2}(?::[0-9]{2})?\s?(?:[ap]\.?\s?m\.?|hrs?|h)?[\s.!]*\Z",
    re.IGNORECASE,
)
_OF_DAY = re.compile(r"(?:del?|of|from|since|desde|until|till|hasta|each|every|cada) ", re.IGNORECASE)
_OF_SENTENCE = re.compile(
    r"(?<!\w)(?:del?|of|from|since|desde|for|para|about|sobre|until|till|hasta|with|con|and|y|or|o|than|que|by"
    r"|to|al?|las?|los|un|una|an?|each|every|cada|tod[oa]s(?: l[oa]s)?|before|after|antes|despu[eé]s|within"
    r"|over|is|was|last|per|por|su|its?)\s+\Z",
    re.IGNORECASE,
)
"""Behind these a day is a word of the sentence: `review the agenda of friday`."""

_CAPITAL = re.compile(r" (?P<next>[^\W\d_])")


def unread_deadline(text: str, reader: Reader, *, hours: bool = True) -> str:
    """The `due DATE` near the end of a text that stays in it: other words stand behind it. Empty without one.

    A year alone is rarely a day by which. `hours`: an hour is told too, of which day nobody said.
    """
    line, _ = first_line(text)
    begins = (at for at in find_leads(line, named=True) if not _WITHIN.search(folded(line[:at])))
    for begin in begins:
        for end in word_ends(line, begin):
            said = line[begin:end]
            if _is_day(said, reader, line[end:]) or (hours and is_hour(said)):
                return said.strip(_AROUND)
    return ""


def day_at_end(text: str, reader: Reader) -> str:
    """The day that ends a text without a word like `due`: `send the map friday`, `revisar la norma hoy`.

    An hour may stand behind it.
    """
    line, _ = first_line(text)
    if not _NAMES_DAY.search(folded(line[-TAIL_MAX:])):
        return ""
    hour = _HOUR_BEHIND.search(line, max(0, len(line) - TAIL_MAX))
    for said in (line, *([] if hour is None else [line[: hour.start()]])):
        for word in list(_WORD.finditer(said))[1:][-DAY_WORDS_MAX:]:
            day = said[word.start() :].strip(_CLOSING)
            if _is_near(day, reader):
                is_of_sentence = _OF_SENTENCE.search(said[: word.start()]) or _OF_DAY.match(day)
                return "" if is_of_sentence else day
    return ""


def _is_near(said: str, reader: Reader) -> bool:
    """Whether words name days ahead, and few of them."""
    period = read_period(said, reader) if _NAMES_DAY.search(folded(said)) else None
    return period is not None and period.last - period.first < MONTH_LONG and period.last >= reader.today


def day_words(text: str, reader: Reader) -> str:
    """The words for a day that a text is recorded without, or that may have been meant so; empty for none."""
    line, _ = first_line(text)
    for said in dict.fromkeys((line, text)):
        found = find_deadline(said, reader)
        if found is not None:
            return found.said.strip(_AROUND) if isinstance(found, Deadline) else found.word
    return unread_deadline(text, reader)


def _is_day(said: str, reader: Reader, behind: str) -> bool:
    period = period_of(said, reader)
    if period is None:
        return misnamed_problem(said, reader) is not None
    is_short = period.last - period.first < SHORT
    return is_short and not _NO_DAY.fullmatch(folded(said)) and not _is_name(said, behind)


def _is_name(said: str, behind: str) -> bool:
    """Whether `by June` is of June Author: the next word begins with a capital letter too."""
    last, following = said.rsplit(maxsplit=1)[-1], _CAPITAL.match(behind)
    return following is not None and last[:1].isupper() and following["next"].isupper()
