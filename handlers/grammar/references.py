"""References as people write them: `R-2`, `r2`, `R 2`, and lists of them."""

from __future__ import annotations

import re
from collections.abc import Collection

from domain.reference import Reference, Series
from handlers.grammar.first_lines import first_line, joined
from handlers.grammar.folding import folded, scannable
from handlers.grammar.small_words import COURTESIES, goes_on

NUMBER_DIGITS = 9
"""Digits of the longest number: PostgreSQL's integer holds every number of nine digits."""

_ONE = re.compile(rf"([a-z]) ?[-_#]? ?0*([1-9][0-9]{{0,{NUMBER_DIGITS - 1}}})(?![0-9])")
_MARK = re.compile(r" ?[,;/&+]")
_AND = re.compile(r" ?\b(?:and|y|e)\b")
_SPACE = re.compile(r" ?")
_ANSWERS = r"answers|addresses|solves|resolves|responde al?|atiende|resuelve"
_FOR = re.compile(
    rf"(?<!\S)(?:[(\[]?(?:for\b|para\b|p/)|(?<=[,;] )(?:{_ANSWERS})\b|[(\[](?=[or]\s?[-_#]?\s?\d))",
    re.IGNORECASE,
)
"""In front of references at a text's end: `for O-3`, `p/ O-3`, `, answers O-3`; all in brackets: `(O-3)`."""

_LEAD = re.compile(
    rf"(?:[(\[]?(?:(?:for|para|{_ANSWERS})\s+|p/\s*)|[(\[])(?:(?:the|el|los|las?)\s+)?"
    r"(?:(?:obstacle|obstaculo|recommendation)s?|recomendacion(?:es)?)?\s*"
)
_AROUND = " .,;:!?()[]"
_NAMED = r"[a-z]\s?[-_#]?\s?\d{1,9}(?!\w)"
_BEGINNING = re.compile(
    r"\s*(?P<lead>(?:for|para|to(?=\s+[a-z]{3}))\s+(?:(?:solve|resolve|answer|address|resolver|atender)\s+)?)?"
    r"(?:(?:the|el|los|las?)\s+)?(?:(?:obstacle|obst[aá]culo|recommendation)s?\s+|recomendaci[oó]n(?:es)?\s+)?"
    rf"(?P<named>{_NAMED}(?:(?:\s*[,;/&+]\s*|\s+)(?:(?:and|y|e)\s+)?{_NAMED}){{0,19}})"
    r"(?P<mark>\s*(?::|,(?=\s)|\s-+(?=\s))\s*|\s+)(?=\S)",
    re.IGNORECASE,
)
"""`For O-1 and O-2: …`, `Para el obstáculo O-1, …`."""
_ENDING = " .;,!?)]"
_VERSION = re.compile(rf" v([1-9][0-9]{{0,{NUMBER_DIGITS - 1}}})\Z")
FURTHER_MAX = 20
"""Endings before the last that are read: `for O-1 for O-2 for O-3` has two."""
_TAIL_MAX = 300
"""Characters looked at: more than any list of obstacles that one recommendation may answer."""


def find_reference(word: str) -> Reference | None:
    """The reference a word is; None when it is none."""
    found = find_references(word)
    return found[0] if len(found) == 1 else None


def find_references(text: str) -> tuple[Reference, ...]:
    """Every reference of a text that holds nothing else, without repeats; empty when it holds other words."""
    wanted = folded(text).strip(_AROUND)
    found: list[Reference] = []
    at = 0
    while at < len(wanted):
        one = _ONE.match(wanted, at)
        if one is None or one[1].upper() not in set(Series):
            return ()
        found.append(Reference(Series(one[1].upper()), int(one[2])))
        at = _past_separator(wanted, one.end())
        if one.end() < len(wanted) == at:
            # `O-7 y` with nothing behind it: the word is somebody's, and stays.
            return ()
    return tuple(dict.fromkeys(found))


def take_version(text: str) -> tuple[str, int | None]:
    """`N-12 v1` without the version that buttons write behind a reference, and that version."""
    found = _VERSION.search(text)
    return (text, None) if found is None else (text[: found.start()], int(found[1]))


def _past_separator(text: str, at: int) -> int:
    """Where the next reference of folded text may begin: behind a mark or an `and`, or a mark and an `and`.

    One step after another, none of which is taken back: a long list costs no more than its length.
    """
    mark = _MARK.match(text, at) or _AND.match(text, at)
    at = mark.end() if mark else at
    word = _AND.match(text, at)
    space = _SPACE.match(text, word.end() if word else at)
    return space.end() if space else at


def split_answers(text: str) -> tuple[str, tuple[Reference, ...]]:
    """The text without a trailing `for O-3,O-4` or `para el obstáculo O-3`, and those obstacles.

    Words stay in the text unless everything behind them is references of obstacles; `please` and the like may
    end it.
    """
    return split_for(text, {Series.OBSTACLE})


def split_for(text: str, series: Collection[Series]) -> tuple[str, tuple[Reference, ...]]:
    """The same with references of these series; several such endings are one, also that of the first line."""
    said, named = _split_end(text, series)
    line, below = first_line(text)
    if not below or len(said) <= len(line):
        return said, named
    kept, first = _split_end(line, series)
    if not first:
        return said, named
    return joined(kept, said[len(line) :]), tuple(dict.fromkeys([*first, *named]))


def split_beginning(
    text: str, series: Collection[Series], *, led: bool = False
) -> tuple[str, tuple[Reference, ...]]:
    """The text behind a `For O-3: ` that it begins with, and those references of these series.

    Not `led`: with a colon or dash behind them the `for` may be left out. Behind a `for` no mark is needed
    where the sentence does not go on: `For O-3 one window`, but `For O-3 and what it costs, …`.
    """
    found = _BEGINNING.match(scannable(text))
    mark = "" if found is None else found["mark"].strip()
    if found is None or (found["lead"] is None and (led or mark in {"", ","})):
        return text, ()
    if not mark and goes_on(text[found.end() :]):
        return text, ()
    named = find_references(found["named"])
    if not named or any(each.series not in series for each in named):
        return text, ()
    return text[found.end() :], named


def _split_end(text: str, series: Collection[Series]) -> tuple[str, tuple[Reference, ...]]:
    text, named = _split_once(text, series)
    for _ in range(FURTHER_MAX if named else 0):
        text, before = _split_once(text, series)
        if not before:
            break
        named = tuple(dict.fromkeys([*before, *named]))
    return text, named


def _split_once(text: str, series: Collection[Series]) -> tuple[str, tuple[Reference, ...]]:
    for begin in _FOR.finditer(scannable(text), max(0, len(text) - _TAIL_MAX)):
        tail = folded(text[begin.start() :])
        lead = _LEAD.match(tail)
        named = find_references(_without_courtesy(tail[lead.end() :])) if lead else ()
        if named and all(reference.series in series for reference in named):
            return text[: begin.start()].rstrip().rstrip(",;"), named
    return text, ()


def _without_courtesy(tail: str) -> str:
    """Folded words without closing punctuation and without a `please` or `thanks` at their end."""
    tail = tail.replace("¡", " ").rstrip(_ENDING)
    longest = max((word for word in COURTESIES if tail.endswith(f" {word}")), key=len, default="")
    return tail.removesuffix(longest).rstrip(_ENDING)
