"""What an item should say instead: `R-2 theme:talent es: TEXT`, `R-2 priority quarter:2027-Q1`, `O-3 TEXT`.

Pairs stand before the text, in any order; the rest is the text. A `theme:` is read wherever it stands, as in
what is recorded.
"""

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
from domain.reference import Reference
from handlers.grammar.filter_values import read_quarter
from handlers.grammar.folding import folded, scannable
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.setting import Setting
from handlers.grammar.subjects import read_subject
from handlers.grammar.themes import NOTHING, THEME_KEYS, take_no_theme, take_theme, theme_of
from handlers.grammar.tokens import Token, best, find_tokens, word_readings
from handlers.grammar.versions import names_language, with_text
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

_GAP = re.compile(r"[\s,;]*")
_PRIORITY = re.compile(
    r"(?P<no>(?:not?|sin|without)\s+)?(?:a\s+)?(?:priority|prioridad|prioritari[oa])(?=[\s,;]|$)",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:[,;+&]|\s(?:and|y|e)\s)\s*")
_VERSION = re.compile(r"[1-9][0-9]{0,8}", re.ASCII)

_Reading: TypeAlias = tuple[Correction, int]
_Said: TypeAlias = tuple[Correction, str]
"""What a pair says, and the pair as typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditWanted:
    """What was asked for; with neither fields nor a text, only which item. `version` is what buttons say."""

    reference: Reference
    correction: Correction
    version: int | None = None


def read_edit(text: str, setting: Setting) -> EditWanted | Problem:
    """The item and what it should say, or the first thing that is wrong."""
    subject = read_subject(text, alone=False)
    if isinstance(subject, Problem):
        return subject
    pairs = _take_pairs(subject.rest, setting)
    if isinstance(pairs, Problem):
        return pairs
    correction, version, at = pairs
    worded = _worded(subject.rest[at:].strip(), correction, setting)
    if isinstance(worded, Problem):
        return worded
    return EditWanted(reference=subject.reference, correction=worded, version=version)


def _take_pairs(text: str, setting: Setting) -> tuple[Correction, int | None, int] | Problem:
    """What stands before the text, and where the text begins."""
    said: list[_Said] = []
    version, at = None, 0
    pairs = {token.start: token for token in find_tokens(text, KEYS)}
    while True:
        gap = _GAP.match(text, at)
        begin = gap.end() if gap else at
        token = pairs.get(begin)
        bare = None if token is not None else _bare_priority(text, begin, pairs)
        if token is not None and token.key == "version":
            version, at = _version(token)
        elif token is not None:
            read = _read_pair(token, text, setting)
            if isinstance(read, Problem):
                return read
            said.append((read[0], text[begin : read[1]]))
            at = read[1]
        elif bare is not None:
            said.append((bare[0], text[begin : bare[1]]))
            at = bare[1]
        else:
            correction = _together(said)
            return correction if isinstance(correction, Problem) else (correction, version, begin)


def _worded(text: str, correction: Correction, setting: Setting) -> Correction | Problem:
    """The correction with the text, and with the theme that stands within that."""
    bare = take_no_theme(text, setting.themes)
    if bare is not None:
        if correction.theme is not None:
            return Problem(ProblemCode.FILTERS_CONTRADICT, f"theme:{correction.theme} + theme:none")
        text, correction = bare, replace(correction, cleared=correction.cleared | {Field.THEME})
    taken = take_theme(text, setting.themes)
    if isinstance(taken, Problem):
        return taken if correction.theme is None else with_text(text, correction)
    if taken.theme is not None:
        said = "none" if Field.THEME in correction.cleared else correction.theme
        if said not in {None, taken.theme}:
            return Problem(ProblemCode.FILTERS_CONTRADICT, f"theme:{said} + theme:{taken.theme}")
        text, correction = taken.rest, replace(correction, theme=taken.theme)
    return with_text(text, correction)


def _bare_priority(text: str, begin: int, pairs: Mapping[int, Token]) -> _Reading | None:
    """`priority`, `sin prioridad`, where no other words follow: `Priority lanes for trucks` is a text."""
    found = _PRIORITY.match(scannable(text), begin)
    if found is None:
        return None
    gap = _GAP.match(text, found.end())
    follows = gap.end() if gap else found.end()
    goes_on = follows in pairs or names_language(text, follows)
    if follows < len(text) and not goes_on:
        return None
    return Correction(priority=found["no"] is None), found.end()


def _version(token: Token) -> tuple[int | None, int]:
    word = token.word
    number = _VERSION.fullmatch(word.text) if word is not None else None
    end = token.start + len(token.typed) if word is None else word.end
    return (int(number[0]) if number else None), end


def _read_pair(token: Token, text: str, setting: Setting) -> _Reading | Problem:
    if token.word is None:
        return Problem(ProblemCode.VALUE_MISSING, token.typed)
    return _READERS[token.key](token, text, setting)


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


def _together(said: Sequence[_Said]) -> Correction | Problem:
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
