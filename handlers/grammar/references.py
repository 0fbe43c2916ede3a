"""References as people write them: `R-2`, `r2`, `R 2`, and lists of them."""

from __future__ import annotations

import re

from domain.reference import Reference, Series
from handlers.grammar.folding import folded, scannable

NUMBER_DIGITS = 9
"""Digits of the longest number: PostgreSQL's integer holds every number of nine digits."""

_ONE = rf"[a-z]\s?[-_#]?\s?0*[1-9][0-9]{{0,{NUMBER_DIGITS - 1}}}"
_BETWEEN = r"\s*(?:[,;/&+]|\b(?:and|y|e)\b)?\s*(?:\b(?:and|y|e)\b\s*)?"
_LIST = re.compile(rf"({_ONE})(?:{_BETWEEN}({_ONE}))*", re.ASCII)
_PARTS = re.compile(rf"([a-z])\s?[-_#]?\s?0*([1-9][0-9]{{0,{NUMBER_DIGITS - 1}}})(?![0-9])", re.ASCII)
_FOR = re.compile(r"(?<!\S)\(?(?:for|para)\b", re.IGNORECASE)
_LEAD = re.compile(r"\(?(?:for|para)\s+(?:(?:the|el|los)\s+)?(?:obstacles?|obstaculos?)?\s*")
_ENDING = " .;,)"
_TAIL_MAX = 300
"""Characters looked at: more than any list of obstacles that one recommendation may answer."""


def find_reference(word: str) -> Reference | None:
    """The reference a word is; None when it is none."""
    found = find_references(word)
    return found[0] if len(found) == 1 else None


def find_references(text: str) -> tuple[Reference, ...]:
    """Every reference of a text that holds nothing else, without repeats; empty when it holds other words."""
    wanted = folded(text).strip(" .,;:()[]")
    if not _LIST.fullmatch(wanted):
        return ()
    found = [(letter.upper(), int(number)) for letter, number in _PARTS.findall(wanted)]
    if any(letter not in set(Series) for letter, _ in found):
        return ()
    return tuple(dict.fromkeys(Reference(Series(letter), number) for letter, number in found))


def split_answers(text: str) -> tuple[str, tuple[Reference, ...]]:
    """The text without a trailing `for O-3,O-4` or `para el obstáculo O-3`, and those obstacles.

    Words stay in the text unless everything behind them is references of obstacles.
    """
    for begin in _FOR.finditer(scannable(text), max(0, len(text) - _TAIL_MAX)):
        tail = folded(text[begin.start() :])
        lead = _LEAD.match(tail)
        answers = find_references(tail[lead.end() :].rstrip(_ENDING)) if lead else ()
        if answers and all(reference.series is Series.OBSTACLE for reference in answers):
            return text[: begin.start()].rstrip(), answers
    return text, ()
