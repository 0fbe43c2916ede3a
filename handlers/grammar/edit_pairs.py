"""The pairs before the text of a correction: `theme:talent priority quarter:2027-Q1`, in any order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeAlias

from domain.editing import Correction, Field
from domain.language import Language
from domain.obstacle import Severity
from domain.quarter import last_day_of
from handlers.grammar.deadlines import misnamed_problem, read_deadline, says_due
from handlers.grammar.filter_values import DAY_WORDS_MAX, read_quarter
from handlers.grammar.filter_values import KEYS as FILTER_KEYS
from handlers.grammar.folding import folded, scannable
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.setting import Setting
from handlers.grammar.themes import NOTHING, THEME_KEYS, theme_of
from handlers.grammar.tokens import Token, best, find_tokens, word_readings
from handlers.grammar.versions import names_language
from handlers.grammar.vocabulary import Hit, Name, Vocabulary

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

_SEVERITIES = Vocabulary(
    Name(severity, word, language)
    for severity, row in {
        Severity.LOW: "low / baja bajo leve",
        Severity.MEDIUM: "medium / media medio",
        Severity.HIGH: "high severe / alta alto grave",
    }.items()
    for language, words in zip(Language, row.split(" / "), strict=True)
    for word in words.split()
)
_YES = frozenset({"yes", "y", "true", "si", "s"})
_NO = frozenset({"no", "n", "none", "false", "not"})

GAP = re.compile(r"[\s,;]*")
_PRIORITY = re.compile(
    r"(?P<no>(?:not?|sin|without)\s+)?(?:a\s+)?(?:priority|prioridad|prioritari[oa])(?=[\s,;]|$)",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:[,;+&]|\s(?:and|y|e)\s)\s*")
_VERSION = re.compile(r"[0-9]+", re.ASCII)
_VERSION_DIGITS = 9
"""Digits of a version that an item may have: what has more is the version of none."""

_WRONG_WORDS_MAX = 3
"""Words behind a `due:` that may be meant for a day together, though they are none."""

_Reading: TypeAlias = tuple[Correction, int]
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
    """Each pair before the text, in their order. `dated`: of all words `due friday` are one too."""
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
        if pair is None:
            return
        yield pair
        at = pair.end


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


def _elsewhere(token: Token, text: str) -> Pair | None:
    """What is not corrected here; None for words of a text that begins so: `Owner: whoever builds it`."""
    end = len(text) if token.word is None else token.word.end
    if token.apart and text[end:].strip(" .!"):
        return None
    return Pair(token.start, end, Problem(ProblemCode.FIELD_UNKNOWN, token.typed), token.key)


def _due_pair(token: Token, text: str, setting: Setting, pairs: Mapping[int, Token]) -> Pair | None:
    """The day, told as its quarter is; None for words of a text: `Due: dates differ in each state`."""
    if token.word is None:
        missing = Problem(ProblemCode.VALUE_MISSING, token.typed)
        return Pair(token.start, token.start + len(token.typed), missing, "quarter")
    stop = min([start for start in pairs if start > token.start], default=len(text))
    read, end = read_due(token, text, setting, stop)
    gap = GAP.match(text, end)
    behind = gap.end() if gap else end
    if token.apart and behind < len(text) and behind not in pairs:
        return None
    return Pair(token.start, end, read, "quarter")


def _bare_day(text: str, begin: int, setting: Setting) -> Pair | None:
    """`due friday 19`, `para el lunes 15`, with nothing behind it: no item has that for its text."""
    said = text[begin:]
    if not says_due(said):
        return None
    day = read_deadline(said, setting.reader)
    read = misnamed_problem(said, setting.reader) if day is None else Correction(due_on=day)
    return None if read is None else Pair(begin, len(text), read, "quarter")


def _bare_priority(text: str, begin: int, pairs: Mapping[int, Token], setting: Setting) -> _Reading | None:
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


def read_pair(token: Token, text: str, setting: Setting) -> _Reading | Problem:
    """What a pair with one of KEYS says, and where it ends; not of a version."""
    if token.word is None:
        return Problem(ProblemCode.VALUE_MISSING, token.typed)
    return _READERS[token.key](token, text, setting)


def read_due(token: Token, text: str, setting: Setting, stop: int) -> tuple[Correction | Problem, int]:
    """What a `due:` before `stop` says or what is wrong with it, and where it ends."""
    words = word_readings(text, token.at, stop, most=DAY_WORDS_MAX)
    readings = token.readings if token.quoted or not words else words
    for reading in readings:
        day = read_deadline(reading.text, setting.reader)
        if day is not None:
            return Correction(due_on=day), reading.end
        misnamed = misnamed_problem(reading.text, setting.reader)
        if misnamed is not None:
            return misnamed, reading.end
    whole = next((one for one in readings[-_WRONG_WORDS_MAX:] if one.end == stop), readings[-1])
    return Problem(ProblemCode.DATE_UNKNOWN, whole.text), whole.end


def _theme(token: Token, _: str, setting: Setting) -> _Reading | Problem:
    word = token.readings[-1]
    if folded(word.text) in NOTHING and not setting.theme_words.is_name(word.text):
        return Correction(cleared=frozenset({Field.THEME})), word.end
    found = theme_of(token, setting.theme_words)
    return found if isinstance(found, Problem) else (Correction(theme=found[0]), found[1])


def _severity(token: Token, _: str, __: Setting) -> _Reading | Problem:
    word = token.readings[-1]
    if folded(word.text) in NOTHING:
        return Correction(cleared=frozenset({Field.SEVERITY})), word.end
    found = _SEVERITIES.find(word.text)
    if isinstance(found, Hit):
        return Correction(severity=found.value), word.end
    return Problem(ProblemCode.SEVERITY_UNKNOWN, word.text)


def _priority(token: Token, _: str, __: Setting) -> _Reading | Problem:
    word = token.readings[-1]
    if folded(word.text) in _YES | _NO:
        return Correction(priority=folded(word.text) in _YES), word.end
    return Problem(ProblemCode.PRIORITY_UNKNOWN, word.text)


def _quarter(token: Token, _: str, setting: Setting) -> _Reading | Problem:
    for reading in token.readings:
        quarter = read_quarter(reading.text, setting.reader)
        if quarter is not None:
            return Correction(due_on=last_day_of(quarter)), reading.end
    return Problem(ProblemCode.QUARTER_UNKNOWN, token.readings[-1].text)


def _countries(token: Token, text: str, setting: Setting) -> _Reading | Problem:
    found = _several(token, text, setting.country_words)
    if isinstance(found, Problem):
        return Problem(ProblemCode.COUNTRY_UNKNOWN, found.word, setting.country_choices())
    return Correction(countries=found[0]), found[1]


def _drivers(token: Token, text: str, setting: Setting) -> _Reading | Problem:
    found = _several(token, text, setting.driver_words)
    if isinstance(found, Problem):
        return Problem(ProblemCode.DRIVER_UNKNOWN, found.word, setting.driver_choices())
    return Correction(drivers=found[0]), found[1]


def _several(token: Token, text: str, words: Vocabulary[str]) -> tuple[tuple[str, ...], int] | Problem:
    """The things that a value names, `MX,US` or `México y Estados Unidos`; `none` empties the field."""
    if folded(token.readings[-1].text) in NOTHING:
        return (), token.readings[-1].end
    whole = best(token.readings, lambda typed: words.exact(typed) is not None) or token.readings[-1]
    found: list[str] = []
    for part in [whole.text] if words.exact(whole.text) else filter(None, whole.text.split(",")):
        hit = words.find(part)
        if not isinstance(hit, Hit):
            return Problem(ProblemCode.WORD_UNKNOWN, part)
        found.append(hit.value)
    end = whole.end
    for value, at in _further(text, end, words):
        found.append(value)
        end = at
    return tuple(dict.fromkeys(found)), end


def _further(text: str, at: int, words: Vocabulary[str]) -> Iterator[tuple[str, int]]:
    """What a comma or an `and` joins to the things before, as long as it is one of them."""
    while joined := _AND.match(scannable(text), at):
        known = best(word_readings(text, joined.end()), lambda typed: words.exact(typed) is not None)
        hit = None if known is None else words.exact(known.text)
        if known is None or hit is None:
            return
        yield hit.value, known.end
        at = known.end


def together(said: Sequence[Said]) -> Correction | Problem:
    """Everything that was said, or the first two that say different things of one field."""
    whole = Correction()
    for index, (one, typed) in enumerate(said):
        for earlier, before in said[:index]:
            if any(getattr(earlier, name) != getattr(one, name) for name in _names(earlier) & _names(one)):
                return Problem(ProblemCode.FILTERS_CONTRADICT, f"{before} + {typed}")
        values = {name: getattr(one, name) for name in _names(one)}
        whole = replace(whole, **values, cleared=whole.cleared | one.cleared)
    return whole


def _names(correction: Correction) -> set[str]:
    return {_ATTRIBUTES.get(field, field.value) for field in correction.fields()}


_ATTRIBUTES: Mapping[str, str] = MappingProxyType({"due": "due_on"})

_READERS: Mapping[str, Callable[[Token, str, Setting], _Reading | Problem]] = MappingProxyType(
    {
        "theme": _theme,
        "severity": _severity,
        "priority": _priority,
        "quarter": _quarter,
        "countries": _countries,
        "drivers": _drivers,
    }
)
