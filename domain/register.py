"""Reading the register: filters, pages and counts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from domain.item import Item
from domain.reference import RecordKind

DUE_KINDS = (RecordKind.RECOMMENDATION, RecordKind.ACTION)
"""The kinds that somebody carries out by a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What a list shows. Empty sets and None mean anything; `concerns` is a user id, author or owner."""

    kinds: frozenset[RecordKind] = frozenset()
    theme: str | None = None
    statuses: frozenset[str] = frozenset()
    author: str | None = None
    concerns: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Items newest first. `next_before` is the cursor of the following page; None on the last one."""

    items: tuple[Item, ...]
    next_before: int | None


@dataclass(frozen=True, slots=True)
class Count:
    """How many items, and the sum of their progress in percent (0 for kinds without progress)."""

    items: int = 0
    progress: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.items + other.items, self.progress + other.progress)


@dataclass(frozen=True, slots=True)
class TallyKey:
    """What a count is of. `theme` None: items without a theme."""

    theme: str | None
    kind: RecordKind
    status: str


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts by theme, kind and status, kept in the transaction of every write."""

    counts: Mapping[TallyKey, Count] = field(default_factory=dict)

    def within(self, themes: Collection[str]) -> Tally:
        """The counts of these themes alone; of everything when there are none."""
        if not themes:
            return self
        return Tally({key: count for key, count in self.counts.items() if key.theme in themes})

    def total(
        self, kind: RecordKind, *, theme: str | None = None, statuses: frozenset[str] | None = None
    ) -> Count:
        """The count over the chosen statuses (None: all) in a theme (None: everywhere)."""
        found = (
            count
            for key, count in self.counts.items()
            if key.kind is kind
            and (theme is None or key.theme == theme)
            and (statuses is None or key.status in statuses)
        )
        return sum(found, Count())
