"""From a phrase to the period it names: rules of our own, in both languages at once.

Every phrase is read or it is not: a wrong word makes no date (docs/decisions: dates by rules of our own).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from itertools import chain
from typing import TypeVar

from handlers.grammar.dates import absolute, relative
from handlers.grammar.dates.period import Period
from handlers.grammar.dates.rules import Reader
from handlers.grammar.folding import bare, folded

T = TypeVar("T")

PHRASE_MAX = 60
"""Characters of the longest phrase that is looked at: the longest known ones have about forty."""

_LEADING = re.compile(
    r"(?:(?:no later than|a mas tardar|a partir|due|by|on|before|until|till|for|from|since|para|antes|hasta|"
    r"desde|al?|del?|el|los|las?|the|dia) |p/ ?)+"
)
"""Words in front of a date that say nothing of which one it is."""

_ARTICLES = frozenset({"el", "al", "del", "the", "dia"})
"""Of these the last one makes a number behind it a day of the month: `para el 15`, `hasta el día 15`."""

_RULES = (*relative.RULES, *absolute.RULES)


def read_period(text: str, reader: Reader) -> Period | None:
    """The period that the whole text names; None when it names none, or a day without a year just passed."""
    phrases = _candidates(text)
    return None if _first(absolute.passed, phrases, reader) else _first(_read, phrases, reader)


def read_misnamed(text: str, reader: Reader) -> tuple[date, str] | None:
    """The day that the whole text names with a weekday that is not its own, and that weekday as folded."""
    return _first(absolute.misnamed, _candidates(text), reader)


def read_disagreeing(text: str, reader: Reader) -> tuple[tuple[str, date], ...] | None:
    """The parts of the whole text with the day of each, as folded, where they are of several days."""
    return _first(absolute.disagreeing, _candidates(text), reader)


def is_impossible(text: str, reader: Reader) -> bool:
    """Whether the whole text names a day that no calendar has."""
    return _first(_impossible, _candidates(text), reader) is not None


def read_passed(text: str, reader: Reader) -> date | None:
    """The day without a year that the whole text names, where it was some weeks ago at most."""
    return _first(absolute.passed, _candidates(text), reader)


def read_true(text: str, reader: Reader) -> date | None:
    """The day soon on which the weekday and the number that the whole text names are both right."""
    return _first(absolute.true_day, _candidates(text), reader)


def _first(read: Callable[[str, Reader], T | None], phrases: Iterable[str], reader: Reader) -> T | None:
    """What is read of the first of the phrases that is something."""
    try:
        found = (read(phrase, reader) for phrase in phrases)
        return next(chain((each for each in found if each is not None), (None,)))
    except (OverflowError, ValueError):
        return None


def _impossible(phrase: str, reader: Reader) -> bool | None:
    return absolute.impossible(phrase, reader) or None


def _candidates(text: str) -> Iterable[str]:
    """The phrase as rules read it, without what stands in front of it, and as a day of the month."""
    if len(text) > PHRASE_MAX:
        return ()
    phrase = folded(bare(text)).replace(",", ", ").replace("  ", " ").replace(" ,", ",")
    leading = _LEADING.match(phrase)
    if leading is None:
        return (phrase,)
    shorter = phrase[leading.end() :]
    is_day = leading[0].split()[-1] in _ARTICLES
    return dict.fromkeys((phrase, shorter, *([f"el {shorter}"] if is_day else [])))


def _read(phrase: str, reader: Reader) -> Period | None:
    """What the first rule that fits makes of the phrase."""
    for candidate in _RULES:
        match = candidate.pattern.fullmatch(phrase)
        if match is not None:
            return candidate.make(match, reader)
    return None
