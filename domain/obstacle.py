"""Obstacles: what stands in the way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.change import ChangeKind, NewChange
from domain.item import Entry, Item, Place
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle(Item):
    """An obstacle.

    `countries` are ISO 3166 codes of the group, empty when nobody said; `answered_by` are the numbers of the
    recommendations that answer it.
    """

    severity: Severity | None = None
    countries: tuple[str, ...] = ()
    answered_by: tuple[int, ...] = ()


def identify(
    entry: Entry, place: Place, *, severity: Severity | None = None, countries: tuple[str, ...] = ()
) -> tuple[Obstacle, NewChange]:
    """The obstacle, identified, and the change that tells of it."""
    obstacle = Obstacle(
        kind=RecordKind.OBSTACLE,
        number=place.number,
        theme=entry.theme,
        status=ObstacleStatus.IDENTIFIED,
        text=entry.text,
        author=entry.author,
        channel=entry.channel,
        recorded_in=place.change,
        recorded_at=entry.at,
        changed_at=entry.at,
        severity=severity,
        countries=countries,
    )
    return obstacle, NewChange(
        kind=ChangeKind.RECORDED, subject=obstacle.reference, theme=obstacle.theme, after=obstacle.status
    )
