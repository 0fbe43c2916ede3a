"""Days that stay in a text: words that would be the day by which, were they not in front of others."""

from __future__ import annotations

import re
from datetime import timedelta

from handlers.grammar.dates.rules import Reader
from handlers.grammar.dates.words import NUMBER, UNIT
from handlers.grammar.deadlines import (
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
