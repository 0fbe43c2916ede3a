"""What waits for somebody: overdue, due soon, stalled; and which digests were passed over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from domain.item import Item

SOON = timedelta(days=7)
"""What is due soon, at the least: a digest that comes less often looks as far as the next one."""


@dataclass(frozen=True, slots=True)
class Heap:
    """The first items of a list, and how many there are in all; None when more than can be counted."""

    items: tuple[Item, ...] = ()
    count: int | None = 0

    def __bool__(self) -> bool:
        return bool(self.items)


EMPTY = Heap()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """Actions and recommendations past their day, those due through `soon_by`, recommendations that stall.

    `soon_by` is a local day of the group's zone.
    """

    overdue: Heap = EMPTY
    soon: Heap = EMPTY
    stalled: Heap = EMPTY
    soon_by: date | None = None

    @property
    def due(self) -> tuple[Item, ...]:
        """Every item that is shown because of its day."""
        return (*self.overdue.items, *self.soon.items)

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item that is shown."""
        return (*self.due, *self.stalled.items)


NOTHING_WAITS = Outlook()


@dataclass(frozen=True, slots=True)
class Missed:
    """Digests that were not sent because nobody ran: how many, and the latest local dates of them."""

    count: int = 0
    dates: tuple[date, ...] = ()


NONE_MISSED = Missed()


def soon_by(today: date, following: date | None) -> date:
    """The last day that counts as soon: in a week, or when the next digest comes, whichever is later."""
    week = today + SOON
    return week if following is None else max(week, following)
