"""Statuses as people name them, in both languages, whatever the gender and number of the Spanish word."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType

from domain.language import Language
from domain.note import NoteStatus
from domain.obstacle import ObstacleStatus
from domain.recommendation import RecommendationStatus, StatusGroup
from domain.reference import RecordKind
from handlers.grammar.vocabulary import Found, Name, Vocabulary

_ROWS: tuple[tuple[str, str, str], ...] = (
    (NoteStatus.RECORDED, "recorded", "registrada"),
    (NoteStatus.WITHDRAWN, "withdrawn", "retirada"),
    (ObstacleStatus.IDENTIFIED, "identified", "identificado"),
    (ObstacleStatus.CONFIRMED, "confirmed", "confirmado"),
    (ObstacleStatus.RESOLVED, "resolved", "resuelto"),
    (ObstacleStatus.DROPPED, "dropped", "descartado"),
    (ObstacleStatus.MERGED, "merged", "fusionado"),
    (RecommendationStatus.PROPOSED, "proposed", "propuesta"),
    (RecommendationStatus.UNDER_REVIEW, "under review", "en revisión"),
    (RecommendationStatus.AGREED, "agreed", "acordada"),
    (RecommendationStatus.IN_PROGRESS, "in progress", "en curso"),
    (RecommendationStatus.PARTIALLY_IMPLEMENTED, "partially implemented", "parcialmente implementada"),
    (RecommendationStatus.IMPLEMENTED, "implemented", "implementada"),
    (RecommendationStatus.NOT_IMPLEMENTED, "not implemented", "no implementada"),
    (RecommendationStatus.SUPERSEDED, "superseded", "sustituida"),
)

_GROUP_ROWS: tuple[tuple[StatusGroup, str, str], ...] = (
    (StatusGroup.OPEN, "open", "abierta"),
    (StatusGroup.UNDER_WAY, "under way", "en marcha"),
    (StatusGroup.DONE, "done", "hecha"),
    (StatusGroup.CLOSED, "closed", "cerrada"),
)

_FAMILIES: Mapping[RecordKind, type[StrEnum]] = MappingProxyType(
    {RecordKind.OBSTACLE: ObstacleStatus, RecordKind.RECOMMENDATION: RecommendationStatus}
)


def status_names() -> Iterator[Name[frozenset[str]]]:
    """Every name of a status, and of the groups of status that charts show."""
    for token, english, spanish in _ROWS:
        yield from _names(frozenset({str(token)}), english, spanish, main=True)
    for group, english, spanish in _GROUP_ROWS:
        yield from _names(_members(group), english, spanish, main=False)


def find_status(word: str) -> Found[frozenset[str]]:
    """The tokens of the statuses that a word stands for; `-` and `_` may stand for its spaces."""
    return _VOCABULARY.find(spaced(word))


def is_status(words: str) -> bool:
    """Whether the words are exactly a status."""
    return _VOCABULARY.exact(spaced(words)) is not None


def statuses_of(kinds: Collection[RecordKind]) -> frozenset[str]:
    """The tokens of the statuses that records of these kinds can have."""
    return frozenset(str(status) for kind in kinds for status in _FAMILIES.get(kind, NoteStatus))


def spaced(words: str) -> str:
    """`under-review` and `under_review` as words."""
    return words.replace("_", " ").replace("-", " ")


def _names(
    tokens: frozenset[str], english: str, spanish: str, *, main: bool
) -> Iterator[Name[frozenset[str]]]:
    yield Name(tokens, english, Language.ENGLISH, main)
    yield Name(tokens, spanish, Language.SPANISH, main)
    if spanish[-1] in "ao" and not spanish.startswith("en "):
        for ending in ("a", "o", "as", "os"):
            yield Name(tokens, spanish[:-1] + ending, Language.SPANISH, main=False)


def _members(group: StatusGroup) -> frozenset[str]:
    """The statuses of recommendations in the group, and those of obstacles that mean the same."""
    recommendations = {str(status) for status in RecommendationStatus if StatusGroup.of(status) is group}
    obstacles = {
        StatusGroup.OPEN: {str(status) for status in ObstacleStatus if status.is_open},
        StatusGroup.DONE: {str(ObstacleStatus.RESOLVED)},
        StatusGroup.CLOSED: {
            str(status)
            for status in (ObstacleStatus.DROPPED, ObstacleStatus.MERGED, ObstacleStatus.WITHDRAWN)
        },
    }
    return frozenset(recommendations | obstacles.get(group, set()))


_VOCABULARY = Vocabulary(status_names())
