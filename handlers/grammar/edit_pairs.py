"""The pairs before the text of a correction: `theme:talent priority quarter:2027-Q1`, in any order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import TypeAlias

from domain.editing import Correction
from handlers.grammar.dates.words import DAY_WORDS_MAX
from handlers.grammar.deadlines import misnamed_problem, read_deadline, says_due
from handlers.grammar.filter_values import KEYS as FILTER_KEYS
from handlers.grammar.folding import scannable
from handlers.grammar.pair_values import READERS, Reading
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.setting import Setting
from handlers.grammar.themes import THEME_KEYS
from handlers.grammar.tokens import Token, find_tokens, word_readings
from handlers.grammar.versions import names_language

KEYS: Mapping[str, str] = MappingProxyType(
    THEME_KEYS
    | dict.fromkeys(("severity", "gravedad", "severidad"), "severity")
    | dict.fromkeys(("country", "countries", "pais", "paises"), "countries")
    | dict.fromkeys(("driver", "drivers", "impulsor", "impulsores", "motor", "motores"), "drivers")
    | dict.fromkeys(("priority", "prioridad"), "priority")
    | dict.fromkeys(("quarter", "trimestre"), "quarter")
    | {"version": "version"}
)

_ELSEWHERE = frozenset({"owner", "status", "sector", "meeting", "kind"})
"""Keys of lists that people may try here: what they stand for is set with other verbs, or never."""

_EDIT_KEYS: Mapping[str, str] = MappingProxyType(
    {word: key for word, key in FILTER_KEYS.items() if key in _ELSEWHERE | {"due"}} | dict(KEYS)
)

GAP = re.compile(r"[\s,;]*")
_PRIORITY = re.compile(
    r"(?P<no>(?:not?|sin|without)\s+)?(?:a\s+)?(?:priority|prioridad|prioritari[oa])(?=[\s,;]|$)",
    re.IGNORECASE,
)
_VERSION = re.compile(r"[0-9]+", re.ASCII)
_VERSION_DIGITS = 9
"""Digits of a version that an item may have: what has more is the version of none."""

_DAY_OF_MONTH = re.compile(r"[0-3]?[0-9]", re.ASCII)
_WRONG_WORDS_MAX = 3
"""Words behind a `due:` that may be meant for a day together, though they are none."""

Said: TypeAlias = tuple[Correction, str]
"""What a pair says, and the pair as typed."""


@dataclass(frozen=True, slots=True)
class Pair:
    """What stands from `start` to `end`: what it corrects, the version that was seen, or what is wrong."""

    start: int
    end: int
    read: Correction | int | Problem
    key: str = "priority"


def find_pairs(text: str, setting: Setting, *, dated: bool = True) -> Iterator[Pair]:
    """Each pair before the text, in their order. `dated`: of all words `due friday` are one too.

    With a space behind its colon it is one where no words follow: `Country: Mexico has no lane` is a text.
    """
    tokens = {token.start: token for token in find_tokens(text, _EDIT_KEYS)}
    at = 0
    while True:
        gap = GAP.match(text, at)
        begin = gap.end() if gap else at
        token = tokens.get(begin)
        if token is None:
            bare = _bare_priority(text, begin, tokens, setting)
            pair = _bare_day(text, begin, setting) if dated else None
            pair = pair if bare is None else Pair(begin, bare[1], bare[0])
        else:
            pair = _pair(token, text, setting, tokens)
        if pair is None or (token is not None and token.apart and not _ends_pairs(text, pair.end, tokens)):
            return
        yield pair
        at = pair.end


def _ends_pairs(text: str, end: int, pairs: Mapping[int, Token]) -> bool:
    """Whether behind a pair stands another one, a language or nothing."""
    gap = GAP.match(text, end)
    behind = gap.end() if gap else end
    return not text[behind:].strip(" .!") or behind in pairs or names_language(text, behind)


def _pair(token: Token, text: str, setting: Setting, pairs: Mapping[int, Token]) -> Pair | None:
    if token.key in _ELSEWHERE:
        return _elsewhere(token, text)
    if token.key == "due":
        return _due_pair(token, text, setting, pairs)
    read = _version(token) if token.key == "version" else read_pair(token, text, setting)
    if isinstance(read, Problem):
        end = token.start + len(token.typed) if token.word is None else token.word.end
        return Pair(token.start, end, read, token.key)
    return None if read is None else Pair(token.start, read[1], read[0], token.key)


def _elsewhere(token: Token, text: str) -> Pair:
    """What is not corrected here."""
    end = len(text) if token.word is None else token.word.end
    return Pair(token.start, end, Problem(ProblemCode.FIELD_UNKNOWN, token.typed), token.key)


def _due_pair(token: Token, text: str, setting: Setting, pairs: Mapping[int, Token]) -> Pair:
    """The day, told as its quarter is."""
    if token.word is None:
        missing = Problem(ProblemCode.VALUE_MISSING, token.typed)
        return Pair(token.start, token.start + len(token.typed), missing, "quarter")
    stop = min([start for start in pairs if start > token.start], default=len(text))
    read, end = read_due(token, text, setting, stop)
    return Pair(token.start, end, read, "quarter")


def _bare_day(text: str, begin: int, setting: Setting) -> Pair | None:
    """`due friday 19`, `para el lunes 15`, with nothing behind it: no item has that for its text."""
    said = text[begin:]
    if not says_due(said):
        return None
    day = read_deadline(said, setting.reader)
    read = misnamed_problem(said, setting.reader) if day is None else Correction(due_on=day)
    return None if read is None else Pair(begin, len(text), read, "quarter")


def _bare_priority(text: str, begin: int, pairs: Mapping[int, Token], setting: Setting) -> Reading | None:
    """`priority`, `sin prioridad`, where no other words follow: `Priority lanes for trucks` is a text."""
    found = _PRIORITY.match(scannable(text), begin)
    if found is None:
        return None
    gap = GAP.match(text, found.end())
    follows = gap.end() if gap else found.end()
    goes_on = follows in pairs or names_language(text, follows) or _bare_day(text, follows, setting)
    if follows < len(text) and not goes_on:
        return None
    return Correction(priority=found["no"] is None), found.end()


def _version(token: Token) -> tuple[int, int] | Problem | None:
    """What buttons say, and its end; None for words that begin so: `Version: two years later`."""
    word = token.word
    number = _VERSION.fullmatch(word.text) if word is not None and not token.apart else None
    if word is not None and number is not None:
        return int(number[0][: _VERSION_DIGITS + 1]), word.end
    return None if token.apart else Problem(ProblemCode.FIELD_UNKNOWN, token.typed)


def read_pair(token: Token, text: str, setting: Setting) -> Reading | Problem:
    """What a pair with one of KEYS says, and where it ends; not of a version."""
    if token.word is None:
        return Problem(ProblemCode.VALUE_MISSING, token.typed)
    return READERS[token.key](token, text, setting)


def read_due(token: Token, text: str, setting: Setting, stop: int) -> tuple[Correction | Problem, int]:
    """What a `due:` before `stop` says or what is wrong with it, and where it ends."""
    words = word_readings(text, token.at, stop, most=DAY_WORDS_MAX)
    readings = token.readings if token.quoted or not words else words
    for reading in readings:
        day = _day(reading.text, setting)
        if day is not None:
            return Correction(due_on=day), reading.end
        misnamed = misnamed_problem(reading.text, setting.reader)
        if misnamed is not None:
            return misnamed, reading.end
    whole = next((one for one in readings[-_WRONG_WORDS_MAX:] if one.end == stop), readings[-1])
    return Problem(ProblemCode.DATE_UNKNOWN, whole.text), whole.end


def _day(text: str, setting: Setting) -> date | None:
    """The day; of a month, where a number stands alone."""
    said = f"el {text}" if _DAY_OF_MONTH.fullmatch(text) else text
    return read_deadline(said, setting.reader)


def together(said: Sequence[Said]) -> Correction | Problem:
    """Everything that was said, or the first two that say different things of one field."""
    whole = Correction()
    for index, (one, typed) in enumerate(said):
        for earlier, before in said[:index]:
            if any(getattr(earlier, name) != getattr(one, name) for name in _names(earlier) & _names(one)):
                return Problem(ProblemCode.VALUES_SEVERAL, f"{before} + {typed}")
        values = {name: getattr(one, name) for name in _names(one)}
        whole = replace(whole, **values, cleared=whole.cleared | one.cleared)
    return whole


def _names(correction: Correction) -> set[str]:
    return {_ATTRIBUTES.get(field, field.value) for field in correction.fields()}


_ATTRIBUTES: Mapping[str, str] = MappingProxyType({"due": "due_on"})
