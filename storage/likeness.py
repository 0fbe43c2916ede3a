"""How like two texts are: their words by stem and by letters, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from domain.item import Item
from domain.language import Language
from domain.similarity import Likeness, telling_words
from storage.stems import MARKS, stem, versions_of

ALIKE_LETTERS = 77
"""From here on (0 to 100) two words are taken for one: `stations` and `estaciones`, or a slip of the pen."""

_COMPARED_BY_LETTERS = 5
"""Letters of the shortest word that is: short ones are alike by chance."""


def likenesses(text: str, language: Language, items: Iterable[Item]) -> tuple[Likeness, ...]:
    """How like the text each item is."""
    wanted = telling_words(text)
    return tuple(_likest(item, wanted, language) for item in items)


def _likest(item: Item, wanted: Sequence[str], language: Language) -> Likeness:
    found = (_between(item, wanted, language, version) for version in versions_of(item.text))
    return max(found, key=lambda likeness: likeness.words + likeness.wording)


def _between(
    item: Item, wanted: Sequence[str], language: Language, version: tuple[Language, str]
) -> Likeness:
    other_language, other = version[0], telling_words(version[1])
    languages = [language] if language is other_language else list(MARKS)
    shared = _shared(wanted, other, languages)
    both = len(wanted) + len(other)
    return Likeness(
        item=item,
        shared=shared,
        words=2 * shared / both if both else 0.0,
        wording=fuzz.token_sort_ratio(" ".join(wanted), " ".join(other)) / 100,
    )


def _shared(wanted: Sequence[str], other: Sequence[str], languages: Sequence[Language]) -> int:
    """How many words have their like in the other text, each of those taken once."""
    left = dict.fromkeys(other)
    shared = 0
    for word in wanted:
        stems = {stem(word, language) for language in languages}
        like = next((one for one in left if _is_like(word, one, stems, languages)), None)
        if like is not None:
            del left[like]
            shared += 1
    return shared


def _is_like(word: str, other: str, stems: set[str], languages: Sequence[Language]) -> bool:
    if word == other or any(stem(other, language) in stems for language in languages):
        return True
    if min(len(word), len(other)) < _COMPARED_BY_LETTERS:
        return False
    return fuzz.ratio(word, other) >= ALIKE_LETTERS
