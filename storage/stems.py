"""Words as searches compare them: stems by Snowball, each marked with the language it is a stem of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from snowballstemmer.english_stemmer import EnglishStemmer  # type: ignore[import-untyped]  # it has no types
from snowballstemmer.spanish_stemmer import SpanishStemmer  # type: ignore[import-untyped]  # it has no types

from domain.item import Item
from domain.language import Language, Text
from domain.search import Hit, Phrase, Prefix, Query, Span, Term, Token, tokens, words

MARKS: Mapping[Language, str] = MappingProxyType({Language.ENGLISH: "e", Language.SPANISH: "s"})
"""The letter before a stem: an English stem may look like a Spanish one of another word."""

WORD_MARK = "w"
"""The letter before a word that stands among stems."""

VERSIONS_APART = "þ"
"""No word of anybody's: stands between the versions of a text, so that no phrase reaches over."""

_STEMMERS: Mapping[Language, Any] = MappingProxyType(
    {Language.ENGLISH: EnglishStemmer, Language.SPANISH: SpanishStemmer}
)
_STEMS_KEPT = 20_000
"""Finding a stem takes 20 microseconds, and a group says the same words again and again."""


def stems_of(word: str) -> tuple[str, ...]:
    """The stems by which a word that is asked for may be found, one a language, with their marks."""
    return tuple(stem(word, language) for language in MARKS)


@lru_cache(maxsize=_STEMS_KEPT)
def stem(word: str, language: Language) -> str:
    """The marked stem of a word of `domain.search.words`. Accents are gone by then, on both sides."""
    if word.isdigit():
        return f"{MARKS[language]}{word}"
    # A stemmer of its own for each word: it keeps the word while it works, and several threads search.
    return f"{MARKS[language]}{_STEMMERS[language]().stemWord(word)}"


def versions_of(text: Text) -> tuple[tuple[Language, str], ...]:
    """Every version of a text with its language, the original first."""
    return ((text.language, text.original), *text.versions.items())


def indexed(text: Text, *, words_among_stems: bool) -> dict[str, str]:
    """The columns of `storage.tables.search` for a text: all words in order, and each marked stem once.

    With `words_among_stems` the words are there too, marked: for an index that has no column of them.
    """
    versions = [(language, words(version)) for language, version in versions_of(text)]
    stems = {stem(word, language) for language, found in versions for word in found}
    if words_among_stems:
        stems |= {f"{WORD_MARK}{word}" for _, found in versions for word in found}
    return {
        "words": f" {VERSIONS_APART} ".join(" ".join(found) for _, found in versions),
        "stems": " ".join(sorted(stems)),
    }


def hit(query: Query, item: Item) -> Hit:
    """The item with the places where the query's terms stand in its text."""
    return Hit(item, {language: _spans(query, language, text) for language, text in versions_of(item.text)})


def _spans(query: Query, language: Language, text: str) -> tuple[Span, ...]:
    found = tokens(text)
    spans = (span for term in query.terms for span in _spans_of(term, language, found))
    return tuple(sorted(set(spans)))


def _spans_of(term: Term, language: Language, found: Sequence[Token]) -> Iterable[Span]:
    if isinstance(term, Phrase):
        length = len(term.words)
        for at in range(len(found) - length + 1):
            if tuple(token.word for token in found[at : at + length]) == term.words:
                yield found[at].start, found[at + length - 1].end
    elif isinstance(term, Prefix):
        yield from ((token.start, token.end) for token in found if token.word.startswith(term.text))
    else:
        wanted = stem(term.text, language)
        yield from ((token.start, token.end) for token in found if stem(token.word, language) == wanted)
