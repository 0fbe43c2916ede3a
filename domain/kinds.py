"""Every kind of record, and what is its own in how it lives: whatever treats kinds alike reads it here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from domain import action, evidence, meeting, note, obstacle, recommendation
from domain.item import WITHDRAWN
from domain.lifecycle import Lifecycle
from domain.reference import RecordKind, Series


@dataclass(frozen=True, slots=True, kw_only=True)
class Nature:
    """How the items of a series live.

    `kind` is the kind by whose name their statuses go in words, `statuses` are all of these in the order of
    a life. `finished` is what `done` means; None: nobody finishes such a thing. `assignable`: somebody
    carries it out by a day. `own_verbs`: other verbs than `move` lead through its life, but for taking back.
    """

    kind: RecordKind
    statuses: type[StrEnum]
    life: Lifecycle
    finished: str | None = None
    assignable: bool = False
    own_verbs: bool = False

    @property
    def first(self) -> StrEnum:
        """The status in which everything of it begins."""
        return next(iter(self.statuses))

    @property
    def stands(self) -> bool:
        """Whether an item is either there or taken back, so that its status goes without saying."""
        return all(ways <= {WITHDRAWN} for ways in self.life.forward.values())


NATURES: Mapping[Series, Nature] = MappingProxyType(
    {
        Series.RECOMMENDATION: Nature(
            kind=RecordKind.RECOMMENDATION,
            statuses=recommendation.RecommendationStatus,
            life=recommendation.LIFECYCLE,
            finished=recommendation.RecommendationStatus.IMPLEMENTED,
            assignable=True,
        ),
        Series.OBSTACLE: Nature(
            kind=RecordKind.OBSTACLE,
            statuses=obstacle.ObstacleStatus,
            life=obstacle.LIFECYCLE,
            finished=obstacle.ObstacleStatus.RESOLVED,
        ),
        Series.ACTION: Nature(
            kind=RecordKind.ACTION,
            statuses=action.ActionStatus,
            life=action.LIFECYCLE,
            finished=action.ActionStatus.DONE,
            assignable=True,
        ),
        Series.MEETING: Nature(
            kind=RecordKind.MEETING,
            statuses=meeting.MeetingStatus,
            life=meeting.LIFECYCLE,
            own_verbs=True,
        ),
        Series.NOTE: Nature(kind=RecordKind.NOTE, statuses=note.NoteStatus, life=note.LIFECYCLE),
        Series.EVIDENCE: Nature(
            kind=RecordKind.EVIDENCE, statuses=evidence.EvidenceStatus, life=evidence.LIFECYCLE
        ),
    }
)
"""The weightiest first: a word that several kinds have for a status is taken for that of the first."""

LIFECYCLES: Mapping[Series, Lifecycle] = MappingProxyType(
    {series: nature.life for series, nature in NATURES.items()}
)
