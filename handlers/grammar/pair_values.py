"""What stands behind the colon of a pair: a theme, a severity, countries, a quarter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeAlias

from domain.editing import Correction, Field
from domain.obstacle import Severity
from domain.quarter import last_day_of
from handlers.grammar.filter_values import read_quarter
from handlers.grammar.first_lines import first_line
from handlers.grammar.folding import folded, scannable
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.setting import Setting
from handlers.grammar.themes import NOTHING, theme_of
from handlers.grammar.tokens import Token, best, word_readings
from handlers.grammar.vocabulary import Hit, Name, Vocabulary, by_language

_SEVERITIES = Vocabulary(
    Name(severity, word, language)
    for severity, row in {
        Severity.LOW: "low / baja bajo leve",
        Severity.MEDIUM: "medium / media medio",
        Severity.HIGH: "high severe / alta alto grave",
    }.items()
    for language, words in by_language(row).items()
    for word in words.split()
)
_SEVERITY = r"(?:severity|gravedad|severidad)"
_SEVERITY_SAID = re.compile(
    rf"(?<!\w)(?:{_SEVERITY} (?P<behind>\w+)|(?P<before>\w+) {_SEVERITY})[\s.!)\]]*\Z", re.IGNORECASE
)
SEVERITY_MAX = 40
"""Characters of a text's end that are looked at."""

_YES = frozenset({"yes", "y", "true", "si", "s"})
_NO = frozenset({"no", "n", "none", "false", "not"})

_AND = re.compile(r"\s*(?:[,;+&]|\s(?:and|y|e)\s)\s*")

Reading: TypeAlias = tuple[Correction, int]
"""What a pair says, and where it ends."""


def _theme(token: Token, _: str, setting: Setting) -> Reading | Problem:
    word = token.readings[-1]
    if folded(word.text) in NOTHING and not setting.theme_words.is_name(word.text):
        return Correction(cleared=frozenset({Field.THEME})), word.end
    found = theme_of(token, setting.theme_words)
    return found if isinstance(found, Problem) else (Correction(theme=found[0]), found[1])


def read_severity(word: str) -> Severity | None:
    """The severity that has exactly this name."""
    found = _SEVERITIES.exact(word)
    return None if found is None else found.value


def unread_severity(text: str) -> str:
    """The severity that ends a text or its first line without a colon, `severity high`; empty without one."""
    line, _ = first_line(text)
    found = _SEVERITY_SAID.search(scannable(line[-SEVERITY_MAX:]))
    if found is None or read_severity(found["behind"] or found["before"]) is None:
        return ""
    return found[0].strip(" .!()[]")


def _severity(token: Token, _: str, __: Setting) -> Reading | Problem:
    word = token.readings[-1]
    if folded(word.text) in NOTHING:
        return Correction(cleared=frozenset({Field.SEVERITY})), word.end
    found = _SEVERITIES.find(word.text)
    if isinstance(found, Hit):
        return Correction(severity=found.value), word.end
    return Problem(ProblemCode.SEVERITY_UNKNOWN, word.text)


def _priority(token: Token, _: str, __: Setting) -> Reading | Problem:
    word = token.readings[-1]
    if folded(word.text) in _YES | _NO:
        return Correction(priority=folded(word.text) in _YES), word.end
    return Problem(ProblemCode.PRIORITY_UNKNOWN, word.text)


def _quarter(token: Token, _: str, setting: Setting) -> Reading | Problem:
    for reading in token.readings:
        quarter = read_quarter(reading.text, setting.reader)
        if quarter is not None:
            return Correction(due_on=last_day_of(quarter)), reading.end
    return Problem(ProblemCode.QUARTER_UNKNOWN, token.readings[-1].text)


def _countries(token: Token, text: str, setting: Setting) -> Reading | Problem:
    found = _several(token, text, setting.country_words)
    if isinstance(found, Problem):
        return Problem(ProblemCode.COUNTRY_UNKNOWN, found.word, setting.country_choices())
    return Correction(countries=found[0]), found[1]


def _drivers(token: Token, text: str, setting: Setting) -> Reading | Problem:
    found = _several(token, text, setting.driver_words)
    if isinstance(found, Problem):
        return Problem(ProblemCode.DRIVER_UNKNOWN, found.word, setting.driver_choices())
    return Correction(drivers=found[0]), found[1]


def _several(token: Token, text: str, words: Vocabulary[str]) -> tuple[tuple[str, ...], int] | Problem:
    """The things that a value names, `MX,US` or `México y Estados Unidos`; `none` empties the field."""
    if folded(token.readings[-1].text) in NOTHING:
        return (), token.readings[-1].end
    whole = best(token.readings, lambda typed: bool(split_names(typed, words))) or token.readings[-1]
    found: list[str] = []
    for part in split_names(whole.text, words) or filter(None, whole.text.split(",")):
        hit = words.find(part)
        if not isinstance(hit, Hit):
            return Problem(ProblemCode.WORD_UNKNOWN, part)
        found.append(hit.value)
    end = whole.end
    for value, at in _further(text, end, words):
        found.append(value)
        end = at
    return tuple(dict.fromkeys(found)), end


def split_names(text: str, words: Vocabulary[str]) -> tuple[str, ...]:
    """The names of things that the text is nothing but, with what joins them; none of another text.

    What joins names may be a word of one: `Growth and jobs and Environment`.
    """
    if words.exact(text) is not None:
        return (text,)
    for joint in _AND.finditer(scannable(text)):
        name = text[: joint.start()]
        rest = split_names(text[joint.end() :], words) if words.exact(name) is not None else ()
        if rest:
            return (name, *rest)
    return ()


def _further(text: str, at: int, words: Vocabulary[str]) -> Iterator[tuple[str, int]]:
    """What a comma or an `and` joins to the things before, as long as it is one of them."""
    while joined := _AND.match(scannable(text), at):
        known = best(word_readings(text, joined.end()), lambda typed: words.exact(typed) is not None)
        hit = None if known is None else words.exact(known.text)
        if known is None or hit is None:
            return
        yield hit.value, known.end
        at = known.end


READERS: Mapping[str, Callable[[Token, str, Setting], Reading | Problem]] = MappingProxyType(
    {
        "theme": _theme,
        "severity": _severity,
        "priority": _priority,
        "quarter": _quarter,
        "countries": _countries,
        "drivers": _drivers,
    }
)
"""By key. Each needs a token that has a value."""
