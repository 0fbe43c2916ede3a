"""The kinds of record as people name them in lists, in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from domain.reference import RecordKind
from handlers.grammar.vocabulary import Found, Hit, Name, Vocabulary, by_language

_WORDS: Mapping[RecordKind, str] = MappingProxyType(
    {
        RecordKind.NOTE: "note notes / nota notas",
        RecordKind.DECISION: "decision decisions / decisión decisiones acuerdo acuerdos",
        RecordKind.OPPORTUNITY: "opportunity opportunities / oportunidad oportunidades",
        RecordKind.OBSTACLE: "obstacle obstacles barriers / obstáculo obstáculos barreras",
        RecordKind.RECOMMENDATION: "recommendation recommendations / recomendación recomendaciones",
        RecordKind.ACTION: "action actions task tasks / acción acciones tarea tareas",
        RecordKind.MEETING: "meeting meetings / reunión reuniones",
        RecordKind.EVIDENCE: "evidence sources links / evidencia evidencias fuentes enlaces",
    }
)
"""By kind: its words in English, and behind the slash those in Spanish."""


def kind_names() -> Iterator[Name[RecordKind]]:
    """Every word for a kind."""
    for kind, row in _WORDS.items():
        for language, words in by_language(row).items():
            for word in words.split():
                yield Name(kind, word, language)


def find_kind(word: str) -> Found[RecordKind]:
    """The kind that a word stands for, or what it may have meant."""
    return _VOCABULARY.find(word)


def exact_kind(word: str) -> Hit[RecordKind] | None:
    """The kind that the word is exactly one for."""
    return _VOCABULARY.exact(word)


def is_kind(word: str) -> bool:
    """Whether the word is exactly one for a kind."""
    return exact_kind(word) is not None


_VOCABULARY = Vocabulary(kind_names())
