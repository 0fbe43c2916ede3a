"""The kinds of evidence as people name them, in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from domain.evidence import EvidenceSort
from domain.language import Language
from handlers.grammar.vocabulary import Found, Name, Vocabulary

_WORDS: Mapping[EvidenceSort, tuple[str, str]] = MappingProxyType(
    {
        EvidenceSort.SOURCE: ("source, document, article, report", "fuente, documento, artículo, informe"),
        EvidenceSort.PROGRAMME: ("programme, program, policy", "programa, política"),
        EvidenceSort.PLANT: ("plant, factory", "planta, fábrica"),
        EvidenceSort.RESEARCH_CENTRE: (
            "research centre, research center, laboratory, lab, university",
            "centro de investigación, laboratorio, universidad",
        ),
        EvidenceSort.DATA: ("data, dataset, figures, statistics", "datos, cifras, estadística"),
    }
)
"""By kind of evidence: its words in English and in Spanish, its name first."""


def find_sort(word: str) -> Found[EvidenceSort]:
    """The kind of evidence that a word stands for, or what it may have meant."""
    return _VOCABULARY.find(word.replace("-", " ").replace("_", " "))


def is_sort(words: str) -> bool:
    """Whether the words are exactly a kind of evidence."""
    return _VOCABULARY.exact(words.replace("-", " ").replace("_", " ")) is not None


def _names() -> Iterator[Name[EvidenceSort]]:
    for sort, rows in _WORDS.items():
        for language, row in zip(Language, rows, strict=True):
            for place, word in enumerate(row.split(", ")):
                yield Name(sort, word, language, main=place == 0)


_VOCABULARY = Vocabulary(_names())
