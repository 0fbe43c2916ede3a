"""Statuses as people name them, in both languages, whatever the gender and number of the Spanish word."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from domain.action import ActionStatus
from domain.kinds import NATURES
from domain.language import Language
from domain.meeting import MeetingStatus
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
    (MeetingStatus.SCHEDULED, "scheduled", "programada"),
)

_SEVERAL = 2
_GROUP_ROWS: tuple[tuple[StatusGroup, str, str], ...] = (
    (StatusGroup.OPEN, "open", "abierta"),
    (StatusGroup.UNDER_WAY, "under way", "en marcha"),
    (StatusGroup.DONE, "done", "hecha"),
    (StatusGroup.CLOSED, "closed", "cerrada"),
)

_OF_ACTIONS: tuple[tuple[ActionStatus | MeetingStatus, str, str], ...] = (
    (ActionStatus.OPEN, "open action", "acción abierta"),
    (ActionStatus.DONE, "done action", "acción hecha"),
    (MeetingStatus.CLOSED, "closed meeting", "reunión cerrada"),
)
"""What `open`, `done` and `closed` mean of actions and meetings alone: by themselves the words stand for
groups of status."""


def status_names() -> Iterator[Name[frozenset[str]]]:
    """Every name of a status, and of the groups of status that charts show."""
    for token, english, spanish in _ROWS:
        yield from _names(frozenset({str(token)}), english, spanish, main=True)
    for group, english, spanish in _GROUP_ROWS:
        yield from _names(_members(group), english, spanish, main=False)
    for status, english, spanish in _OF_ACTIONS:
        yield Name(frozenset({str(status)}), english, Language.ENGLISH, main=False)
        yield Name(frozenset({str(status)}), spanish, Language.SPANISH, main=False)
    for english, spanish in (("accepted", "aceptada"), ("approved", "aprobada")):
        yield from _names(frozenset({str(RecommendationStatus.AGREED)}), english, spanish, main=False)
    for english in ("cancelled", "canceled"):
        yield from _names(frozenset({str(MeetingStatus.WITHDRAWN)}), english, "cancelada", main=False)


def pending_names() -> Iterator[Name[frozenset[str]]]:
    """Every word of lists for what is not finished, which is no status that an item can be moved to."""
    tokens = _members(StatusGroup.OPEN) | _members(StatusGroup.UNDER_WAY)
    for word in ("pending", "outstanding", "unfinished"):
        yield Name(tokens, word, Language.ENGLISH, main=False)
    for word in ("pendientes", "pendiente", "por hacer"):
        yield Name(tokens, word, Language.SPANISH, main=False)


def find_status(word: str) -> Found[frozenset[str]]:
    """The tokens of the statuses that a word stands for; `-` and `_` may stand for its spaces."""
    return _VOCABULARY.find(spaced(word))


def is_status(words: str) -> bool:
    """Whether the words are exactly a status."""
    return _VOCABULARY.exact(spaced(words)) is not None


def statuses_of(kinds: Collection[RecordKind]) -> frozenset[str]:
    """The tokens of the statuses that records of these kinds can have."""
    return frozenset(str(status) for kind in kinds for status in NATURES[kind.series].statuses)


def group_of(statuses: Collection[str], kinds: Collection[RecordKind]) -> StatusGroup | None:
    """The group of which these are all the statuses that records of the kinds can have, where several are."""
    if len(statuses) < _SEVERAL:
        return None
    possible = statuses_of(kinds)
    return next((group for group, _, _ in _GROUP_ROWS if _members(group) & possible == set(statuses)), None)


def written(status: str) -> str:
    """The token of a status as the lines of buttons write it: a name that no other status has."""
    return _WRITTEN.get(status, status)


def names_for(kind: RecordKind, language: Language) -> tuple[str, ...]:
    """The names of the statuses that an item can be moved to, in the order of its life."""
    own = {RecordKind.ACTION: _ACTION_WORDS, RecordKind.MEETING: _MEETING_WORDS}.get(kind, _WORDS)
    names = [own[str(status)][language] for status in NATURES[kind.series].statuses]
    masculine = kind is RecordKind.OBSTACLE and language is Language.SPANISH
    return tuple(f"{name[:-1]}o" if masculine and name.endswith("a") else name for name in names)


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
            for status in (
                ObstacleStatus.DROPPED,
                ObstacleStatus.MERGED,
                ObstacleStatus.WITHDRAWN,
                MeetingStatus.CLOSED,
            )
        },
    }
    actions = {StatusGroup.OPEN: {str(ActionStatus.OPEN)}, StatusGroup.DONE: {str(ActionStatus.DONE)}}
    return frozenset(recommendations | obstacles.get(group, set()) | actions.get(group, set()))


_VOCABULARY = Vocabulary(status_names())
_WORDS = {
    str(status): {Language.ENGLISH: english, Language.SPANISH: spanish} for status, english, spanish in _ROWS
}
_ACTION_WORDS = _WORDS | {
    ActionStatus.OPEN.value: {Language.ENGLISH: "open", Language.SPANISH: "abierta"},
    ActionStatus.DONE.value: {Language.ENGLISH: "done", Language.SPANISH: "hecha"},
    ActionStatus.DROPPED.value: {Language.ENGLISH: "dropped", Language.SPANISH: "descartada"},
}
_MEETING_WORDS = _ACTION_WORDS | {
    MeetingStatus.CLOSED.value: {Language.ENGLISH: "closed", Language.SPANISH: "cerrada"},
    MeetingStatus.WITHDRAWN.value: {Language.ENGLISH: "cancelled", Language.SPANISH: "cancelada"},
}
_WRITTEN = {str(status): english.replace(" ", "-") for status, english, _ in _OF_ACTIONS}
