"""A digest's subscription: where, when, about what, in which languages, and how far it has told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.coverage import Coverage
from domain.language import Language
from domain.schedule import Schedule, Slot


class SubscriptionState(StrEnum):
    """Paused ones keep their place in the history; stopped ones have ended."""

    ACTIVE = "active"
    PAUSED = "paused"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """What can be said of a digest when it is scheduled, and be different after an edit."""

    schedule: Schedule
    coverage: Coverage
    languages: tuple[Language, ...]
    skip_quiet: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSubscription:
    """A subscription on its way in.

    `channel` is where it is posted (a direct message's channel for a personal one, with `reader` the user
    id). `told_through` is the last change number already told: the next digest starts right after it.
    `next_slot` is None while paused and once stopped. No local date after `last_date` was ever used or left
    out; of those up to it the deliveries tell which were.
    """

    channel: str
    reader: str | None
    schedule: Schedule
    coverage: Coverage
    languages: tuple[Language, ...]
    skip_quiet: bool
    state: SubscriptionState
    next_slot: Slot | None
    last_date: date | None = None
    told_through: int
    created_by: str
    created_at: datetime

    @property
    def definition(self) -> Definition:
        """What was said of it."""
        return Definition(
            schedule=self.schedule,
            coverage=self.coverage,
            languages=self.languages,
            skip_quiet=self.skip_quiet,
        )

    @property
    def themes(self) -> tuple[str, ...]:
        """The themes it is about; none for all."""
        return self.coverage.themes


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription(NewSubscription):
    """A stored subscription; `number` counts within the group and is written D-n."""

    number: int
    workspace: str
    group: int
    version: int = 1

    @property
    def label(self) -> str:
        """What people and the history call it: `D-1`."""
        return f"D-{self.number}"
