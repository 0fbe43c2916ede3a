"""What every recorded item has in common, whatever its kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.language import Text
from domain.reference import RecordKind, Reference

WITHDRAWN = "withdrawn"
"""The status that every kind has for what its author took back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A recorded item.

    `author` and `owner` are user ids of the group's workspace; `channel` is where it was said. `recorded_in`
    is the number of the change that recorded it: unique and rising in the group, so lists are paged by it.
    `changed_at` is the time of its latest change. `progress` is a percentage, 0 to 100, and stays 0 for kinds
    that nobody carries out. `version` rises with every write; buttons carry it.
    """

    kind: RecordKind
    number: int
    theme: str | None
    status: str
    text: Text
    author: str
    owner: str | None = None
    channel: str | None = None
    progress: int = 0
    recorded_in: int
    recorded_at: datetime
    changed_at: datetime
    version: int = 1

    @property
    def reference(self) -> Reference:
        """How people name the item."""
        return Reference(self.kind.series, self.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a use case knows of an item before the record gives it its place."""

    theme: str | None
    text: Text
    author: str
    channel: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Place:
    """The number an item gets in its series and the number of the change that records it."""

    number: int
    change: int
