"""A vocabulary: things and the names people type for them, in every language at once."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from domain.language import Language, Names
from handlers.grammar.folding import folded

T = TypeVar("T")

PREFIX_MIN = 2
"""Letters of the shortest prefix that is understood (PRODUCT: commands)."""

SUGGESTIONS_MAX = 3
AMBIGUOUS_MAX = 5
"""Names offered for a look-alike, and for a prefix of several: more would be a list, not a question."""

LIKENESS = 0.78
"""Jaro-Winkler similarity from which a name is offered: one slip in a word of four letters reaches it."""

SLIPS = ((8, 2), (3, 1), (0, 0))
"""How many slips of the fingers (a letter too many, too few, another one, or two exchanged) a name still is
near with, by the letters from which it has so many."""


def by_language(row: str) -> Mapping[Language, str]:
    """The two halves of `English words / palabras en español`."""
    return dict(zip(Language, map(str.strip, row.split("/")), strict=True))


@dataclass(frozen=True, slots=True)
class Name(Generic[T]):
    """One name of a thing. Prefixes look at main names first, so that further ones never make them ambiguous.

    `language` None: the name belongs to no language (a key, a place). A `whole` one has no prefixes.
    """

    value: T
    text: str
    language: Language | None = None
    main: bool = True
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """The thing. `language` is the one the word belongs to, None when it belongs to several or to none."""

    value: T
    language: Language | None


@dataclass(frozen=True, slots=True)
class Miss(Generic[T]):
    """No thing, or several: `nearest` are those the word may have meant, by name, the likeliest first.

    `meant` are all names of each of them, in which a reader finds that of their language.
    """

    word: str
    nearest: tuple[Name[T], ...]
    several: bool
    meant: tuple[Names, ...] = ()

    @property
    def suggestions(self) -> tuple[str, ...]:
        """The names to offer."""
        return tuple(dict.fromkeys(name.text for name in self.nearest))


Found: TypeAlias = Hit[T] | Miss[T]


class Vocabulary(Generic[T]):
    """Finds things by name, by a prefix that only one of them has, or by likeness.

    `prefix_min` letters make a prefix; a `strict` one begins the name of no other thing, further names
    included. With `slips`, a word is like the names that it is but for a slip of the fingers (`SLIPS`).
    `others`, folded, are words of their own, neither a prefix of any name nor like one.
    """

    def __init__(
        self,
        names: Iterable[Name[T]],
        *,
        prefix_min: int = PREFIX_MIN,
        strict: bool = False,
        slips: bool = False,
        others: Collection[str] = (),
    ) -> None:
        self._names, self._others = tuple(names), others
        self._prefix_min, self._strict, self._slips = prefix_min, strict, slips
        self._exact: dict[str, list[Name[T]]] = {}
        for name in self._names:
            self._exact.setdefault(folded(name.text), []).append(name)
        split = (name.split() for name in self._exact)
        self._first_words = frozenset(words[0] for words in split if len(words) > 1)

    def begins_longer(self, word: str) -> bool:
        """Whether a name of several words begins with this one."""
        return folded(word) in self._first_words

    def exact(self, word: str) -> Hit[T] | None:
        """The thing with exactly this name, case and accents aside; None when two things share it."""
        names = self._exact.get(folded(word), [])
        return _hit(word, names) if len(_values(names)) == 1 else None

    def find(self, word: str) -> Found[T]:
        """The thing, or what the word may have meant."""
        wanted = folded(word)
        names = self._exact.get(wanted) or self._beginning(wanted)
        if len(_values(names)) == 1:
            return _hit(word, names)
        if names:
            return self._missed(word, _one_each(names)[:AMBIGUOUS_MAX], several=True)
        return self._missed(word, self._alike(wanted), several=False)

    def _missed(self, word: str, nearest: tuple[Name[T], ...], *, several: bool) -> Miss[T]:
        return Miss(word, nearest, several, tuple(self._called(name) for name in nearest))

    def _called(self, near: Name[T]) -> Names:
        """What the thing is called in each language: as it was found, else by its first name."""
        own = [name for name in self._names if name.value == near.value]
        by_language = {
            language: next((name.text for name in (near, *own) if name.language is language), near.text)
            for language in Language
        }
        return Names(by_language)

    def near(self, word: str) -> tuple[Name[T], ...]:
        """The names that the word is like, whether or not it begins one."""
        return self._alike(folded(word))

    def _beginning(self, wanted: str) -> list[Name[T]]:
        if len(wanted) < self._prefix_min or wanted in self._others:
            return []
        names = [
            name
            for folded_name, same in self._exact.items()
            if folded_name.startswith(wanted)
            for name in same
            if not name.whole
        ]
        return names if self._strict else [name for name in names if name.main] or names

    def _alike(self, wanted: str) -> tuple[Name[T], ...]:
        if wanted in self._others:
            return ()
        if self._slips:
            return self._slipped(wanted)
        found = process.extract(
            wanted,
            self._exact.keys(),
            scorer=JaroWinkler.normalized_similarity,
            score_cutoff=LIKENESS,
            limit=SUGGESTIONS_MAX * 2,
        )
        return _one_each(self._exact[name][0] for name, _, _ in found)[:SUGGESTIONS_MAX]

    def _slipped(self, wanted: str) -> tuple[Name[T], ...]:
        found = process.extract(
            wanted, self._exact.keys(), scorer=OSA.distance, score_cutoff=SLIPS[0][1], limit=None
        )
        near = (name for name, distance, _ in found if distance <= _slips_in(name))
        return _one_each(self._exact[name][0] for name in near)[:SUGGESTIONS_MAX]


def _slips_in(name: str) -> int:
    return next(slips for letters, slips in SLIPS if len(name) >= letters)


def _hit(word: str, names: list[Name[T]]) -> Hit[T]:
    """The names' one value. An accent that only one language writes tells the language."""
    typed = unicodedata.normalize("NFC", word).strip().casefold()
    languages = {name.language for name in names}
    if len(languages) > 1 and folded(word) != typed:
        languages = {name.language for name in names if name.text.casefold() == typed} or languages
    return Hit(names[0].value, languages.pop() if len(languages) == 1 else None)


def _values(names: Iterable[Name[T]]) -> list[T]:
    """The different values; they need not be hashable."""
    values: list[T] = []
    for name in names:
        if name.value not in values:
            values.append(name.value)
    return values


def _one_each(names: Iterable[Name[T]]) -> tuple[Name[T], ...]:
    kept: list[Name[T]] = []
    for name in names:
        if all(name.value != other.value for other in kept):
            kept.append(name)
    return tuple(kept)
