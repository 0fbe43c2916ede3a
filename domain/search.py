"""Searching what is recorded: words as they are compared, and what is asked for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from domain.item import Item
from domain.language import Language

WORD_MAX = 64
"""Letters by which a word is told from others; what is longer is cut, recorded or asked for."""

PREFIX_MIN = 2
"""Letters of the shortest beginning that is searched: one letter begins a twentieth of all words."""

WORDS_MAX = 20
"""Words of one search, those of phrases included: each is one more list of items to go through."""

_WORD = re.compile("[a-z0-9ñ]+")
_NOT_IN_WORDS = re.compile("[^a-z0-9ñ]")
_DROPPED = frozenset({"'", "\u2018", "\u2019", "\u02bc", "\uff07", "`", "\u00b4"})
"""Apostrophes, and what is typed for them: what stands around one is a single word."""

_UNSEEN = frozenset({"Mn", "Me", "Cf", "Cc", "Cs"})
_SPACES = frozenset("\n\t\r\f\v\x1c\x1d\x1e\x1f\x85")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text as it is compared, and where it stands: `text[start:end]`."""

    word: str
    start: int
    end: int


def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text in NFC: small letters a to z and ñ, digits; without accents, apostrophes, marks.

    Letters of other scripts stand between words, like punctuation.
    """
    folded = [_folded(character) for character in text]
    places = [at for at, piece in enumerate(folded) for _ in piece]
    return tuple(
        Token(found[0][:WORD_MAX], places[found.start()], places[found.end() - 1] + 1)
        for found in _WORD.finditer("".join(folded))
    )


def words(text: str) -> tuple[str, ...]:
    """The words of any text, as `tokens` has them."""
    composed = unicodedata.normalize("NFC", text)
    return tuple(word[:WORD_MAX] for word in _WORD.findall(composed.translate(_FOLDING)))


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    """What stands for a character: its letters and digits, nothing, or a space."""
    if character in _DROPPED:
        return ""
    if character in _SPACES:
        return " "
    small = character.casefold()
    if small == "ñ":
        return small
    parts = unicodedata.normalize("NFKD", small).casefold()
    kept = "".join(part for part in parts if unicodedata.category(part) not in _UNSEEN)
    return _NOT_IN_WORDS.sub(" ", kept)


class _Folding(dict[int, str]):
    """`_folded` as a table for `str.translate`; what most texts are made of stays in it."""

    def __missing__(self, code: int) -> str:
        piece = _folded(chr(code))
        if code < _COMMON:
            self[code] = piece
        return piece


_COMMON = 0x180
"""Latin letters end here."""

_FOLDING = _Folding()


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any of its forms: what has the same stem, in the language it was written in."""

    text: str

    def __post_init__(self) -> None:
        _require_words(self.text)


@dataclass(frozen=True, slots=True)
class Prefix:
    """Every word that begins so."""

    text: str

    def __post_init__(self) -> None:
        _require_words(self.text)
        if len(self.text) < PREFIX_MIN:
            raise ValueError(f"a prefix has at least {PREFIX_MIN} letters")


@dataclass(frozen=True, slots=True)
class Phrase:
    """These words in this order with nothing between them, and as they stand: one word is that very form."""

    words: tuple[str, ...]

    def __post_init__(self) -> None:
        _require_words(*self.words)


Term: TypeAlias = Word | Prefix | Phrase


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched: items that have every term, in whichever version of their text."""

    terms: tuple[Term, ...]

    def __post_init__(self) -> None:
        if not self.terms:
            raise ValueError("nothing to search")

    def widened(self) -> Query | None:
        """The same with words as prefixes; None when that is the same search."""
        wider = Query(tuple(_widened(term) for term in self.terms))
        return None if wider == self else wider


def _widened(term: Term) -> Term:
    return Prefix(term.text) if isinstance(term, Word) and len(term.text) >= PREFIX_MIN else term


def _require_words(*texts: str) -> None:
    """Raise ValueError for what is not a word as `words` gives it."""
    if not texts or not all(words(text) == (text,) for text in texts):
        raise ValueError("a search is made of words")


Span: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """An item that was found, and where: `text[start:end]` in the version of each language."""

    item: Item
    spans: Mapping[Language, tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Results:
    """Hits, newest first. `next_before` is the cursor of the following page; None on the last one."""

    hits: tuple[Hit, ...]
    next_before: int | None
