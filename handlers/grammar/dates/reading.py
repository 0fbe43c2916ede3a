"""From a phrase to the period it names: rules of our own, in both languages at once.

Every phrase is read or it is not: a wrong word makes no date (docs/decisions: dates by rules of our own).
"""

from __future__ import annotations

import re
from itertools import chain

from handlers.grammar.dates import absolute, relative
from handlers.grammar.dates.period import Period
from handlers.grammar.dates.rules import Reader
from handlers.grammar.folding import bare, folded

PHRASE_MAX = 60
"""Characters of the longest phrase that is looked at: the longest known ones have about forty."""

_LEADING = re.compile(
    r"(?:(?:no later than|a mas tardar|a partir|due|by|on|before|until|till|for|from|since|para|antes|hasta|"
    r"desde|al?|del?|el|los|las?|the|dia) )+"
)
"""Words in front of a date that say nothing of which one it is."""

_RULES = (*relative.RULES, *absolute.RULES)


def read_period(text: str, reader: Reader) -> Period | None:
    """The period that the whole text names; None when it names none."""
    if len(text) > PHRASE_MAX:
        return None
    phrase = folded(bare(text)).replace(",", ", ").replace("  ", " ").replace(" ,", ",")
    shorter = _LEADING.match(phrase)
    candidates = (phrase, phrase[shorter.end() :] if shorter else phrase)
    try:
        found = (_read(candidate, reader) for candidate in dict.fromkeys(candidates))
        return next(chain((period for period in found if period is not None), (None,)))
    except (OverflowError, ValueError):
        return None


def _read(phrase: str, reader: Reader) -> Period | None:
    """What the first rule that fits makes of the phrase."""
    for candidate in _RULES:
        match = candidate.pattern.fullmatch(phrase)
        if match is not None:
            return candidate.make(match, reader)
    return None
