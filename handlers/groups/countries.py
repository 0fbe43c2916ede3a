"""Countries as people write them: `MX`, `Mexico`, `México`, `EE. UU.`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from handlers.grammar.folding import folded
from handlers.grammar.vocabulary import SUGGESTIONS_MAX
from handlers.groups.country_names import PROBABLY, SEVERAL, names

_BETWEEN = re.compile(r"[,;/|\n]")
_AND = re.compile(r"\s+(?:and|y|e|&)\s+", re.IGNORECASE)
"""Between countries, unless it is part of a name: Trinidad and Tobago."""
_MARKS = re.compile(r"[.\-'\u2019()]")
_SAINT = re.compile(r"\bsaint\b")
_ANDS_MAX = 3
"""Of one name: more are not looked for, however many a text has."""
_LIKE_MIN = 4
"""Letters of a word for which names that look like it are offered: a wrong code looks like too many."""
LIKENESS = 0.88
"""Jaro-Winkler similarity from which a name is offered: one slip. Atlantis is not Albania."""
_ARTICLE = re.compile(r"(?:the|el|la|los|las) ")


@dataclass(frozen=True, slots=True)
class Unclear:
    """A word that is no country, with the `codes` it may have meant; `several`: it is the name of each."""

    word: str
    codes: tuple[str, ...] = ()
    several: bool = False


def read_countries(text: str) -> tuple[tuple[str, ...], Unclear | None]:
    """The ISO 3166-1 codes in order without repeats, and the first word that is no one country."""
    codes: dict[str, None] = {}
    for word in _words(text):
        meant = _meant(word)
        if len(meant) != 1:
            return tuple(codes), Unclear(word, meant, several=True) if meant else _unknown(word)
        codes[meant[0]] = None
    return tuple(codes), None


def _words(text: str) -> Iterator[str]:
    for part in filter(None, (part.strip() for part in _BETWEEN.split(text))):
        yield from _countries_in(part)


def _countries_in(part: str) -> Iterator[str]:
    """Cut at each `and` that no name of a country goes over: the longest name counts."""
    start, ends = 0, [*(cut.span() for cut in _AND.finditer(part)), (len(part), len(part))]
    while ends:
        named = [place for place, (end, _) in enumerate(ends[: _ANDS_MAX + 1]) if _meant(part[start:end])]
        place = named[-1] if named else 0
        end, following = ends[place]
        if word := part[start:end].strip():
            yield word
        start, ends = following, ends[place + 1 :]


def _meant(word: str) -> tuple[str, ...]:
    """The codes of the countries that are called so."""
    written, known = _compared(word), _codes()
    return known.get(written) or known.get(_ARTICLE.sub("", written, count=1), ())


def _unknown(word: str) -> Unclear:
    probably = {_compared(name): codes for name, codes in PROBABLY.items()}.get(_compared(word))
    if probably is not None or len(word) < _LIKE_MIN:
        return Unclear(word, probably or ())
    like = process.extract(
        _compared(word),
        _codes().keys(),
        scorer=JaroWinkler.normalized_similarity,
        score_cutoff=LIKENESS,
        limit=SUGGESTIONS_MAX,
    )
    return Unclear(word, tuple(dict.fromkeys(code for name, _, _ in like for code in _codes()[name])))


def _compared(name: str) -> str:
    """CLDR writes `&` in English and `y` in Spanish where people write `and`."""
    plain = _AND.sub(" & ", _MARKS.sub(" ", folded(name)))
    return " ".join(_SAINT.sub("st", plain).split())


@cache
def _codes() -> Mapping[str, tuple[str, ...]]:
    codes = {_compared(name): (code,) for code, name in names()}
    return MappingProxyType(codes | {_compared(name): several for name, several in SEVERAL.items()})
