"""Obstacles: what stands in the way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.change import NewChange
from domain.item import Entry, Item, Place, recorded
from domain.lifecycle import Lifecycle
from domain.reference import RecordKind


class Severity(StrEnum):
    """How much an obstacle holds up."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class ObstacleStatus(StrEnum):
    """PRODUCT: obstacle; and what its author took back."""

    IDENTIFIED = "identified"
    CONFIRMED = "confirmed"
    RESOLVED = "resolved"
    DROPPED = "dropped"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"

    @property
    def is_open(self) -> bool:
        """Whether the obstacle still waits for an answer."""
        return self in {ObstacleStatus.IDENTIFIED, ObstacleStatus.CONFIRMED}


_S = ObstacleStatus
_CLOSINGS = frozenset({_S.RESOLVED, _S.DROPPED, _S.MERGED, _S.WITHDRAWN})

LIFECYCLE = Lifecycle(
    forward={_S.IDENTIFIED: _CLOSINGS | {_S.CONFIRMED}, _S.CONFIRMED: _CLOSINGS | {_S.IDENTIFIED}},
    reasons=frozenset({_S.DROPPED}),
    successions=frozenset({_S.MERGED}),
)
"""PRODUCT: obstacle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle(Item):
    """An obstacle.

    `countries` are ISO 3166 codes of the group, empty when nobody said; `answered_by` are the numbers of the
    recommendations that answer it.
    """

    severity: Severity | None = None
    countries: tuple[str, ...] = ()
    answered_by: tuple[int, ...] = ()

    @property
    def about(self) -> tuple[str, ...]:
        """The countries it names."""
        return self.countries


def identify(
    entry: Entry, place: Place, *, severity: Severity | None = None, countries: tuple[str, ...] = ()
) -> tuple[Obstacle, NewChange]:
    """The obstacle, identified, and the change that tells of it."""
    return recorded(
        Obstacle,
        RecordKind.OBSTACLE,
        ObstacleStatus.IDENTIFIED,
        entry,
        place,
        severity=severity,
        countries=countries,
    )
