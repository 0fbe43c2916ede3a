"""Words that give a digest a first or a last day, which it has not: `starting march 19`, `hasta junio`."""

from __future__ import annotations

import re

from handlers.grammar.dates.reading import read_period
from handlers.grammar.dates.rules import Reader
from handlers.grammar.dates.words import MONTHS, WEEKDAYS
from handlers.grammar.folding import bare, folded, scannable

PHRASE_WORDS_MAX = 6
"""Words of the longest date: `lunes 15 de marzo de 2027`."""

TERM_WORDS_MAX = 60
"""Words of a line that are looked at."""

_LEADS = re.compile(
    r"(?:starting|beginning|effective|from|since|until|till|through|as of|desde|hasta|a partir"
    r"|(?:empez|comenz|inici)ando)"
    r"(?: (?:on|in|from|the|el|la|del?|en|al?))*"
)
_LEAD_WORDS_MAX = 4
_NO_MONTHS = frozenset({"mar"})
"""Of a month and of a weekday: `mar 9` is Tuesdays at nine."""
_NUMBER = re.compile(r"\d{1,2}(?:st|nd|rd|th|o)?")


def term_in(text: str, reader: Reader) -> str:
    """The words, as typed, that say from or until when; none of them: an empty text."""
    words = scannable(text).split()[:TERM_WORDS_MAX]
    plain = [folded(bare(word)) for word in words]
    for begin in range(len(words)):
        end = _behind_lead(plain, begin, reader) or _date_at(plain, begin, reader)
        if end:
            return bare(" ".join(words[begin:end]))
    return ""


def is_term(text: str, reader: Reader) -> bool:
    """Whether the whole text names a month, a week or some other time of the year, and no day of the week."""
    plain = [folded(bare(word)) for word in scannable(text).split()]
    return _names_time(plain, reader)


def _behind_lead(plain: list[str], begin: int, reader: Reader) -> int:
    """Where `until june` ends that begins there; 0 for anything else."""
    for lead in range(min(_LEAD_WORDS_MAX, len(plain) - begin), 0, -1):
        if _LEADS.fullmatch(" ".join(plain[begin : begin + lead])) is None:
            continue
        first = begin + lead
        for end in range(min(first + PHRASE_WORDS_MAX, len(plain)), first, -1):
            if _names_time(plain[first:end], reader):
                return end
    return 0


def _date_at(plain: list[str], begin: int, reader: Reader) -> int:
    """Where a day of a month ends that begins there, `march 19`; 0 for anything else."""
    if plain[begin] in WEEKDAYS:
        return 0
    for end in range(min(begin + PHRASE_WORDS_MAX, len(plain)), begin + 1, -1):
        phrase = plain[begin:end]
        has_month = any(word in MONTHS and word not in _NO_MONTHS for word in phrase)
        has_number = any(_NUMBER.fullmatch(word) for word in phrase)
        if has_month and has_number and _names_time(phrase, reader):
            return end
    return 0


def _names_time(phrase: list[str], reader: Reader) -> bool:
    if all(word in WEEKDAYS or _NUMBER.fullmatch(word) for word in phrase):
        return False
    return read_period(" ".join(phrase), reader) is not None
