"""What the domain asks of the record about meetings, and about messages written in them. Protocols."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.item import Item
from domain.meeting import Meeting
from domain.reference import Reference
from domain.scribed import Scribed


@dataclass(frozen=True, slots=True)
class Timetable:
    """A page of meetings. `following` is the number to go on behind; None on the last page."""

    meetings: tuple[Meeting, ...]
    following: int | None


class Meetings(Protocol):
    """The meetings of one group. Every write keeps the tally."""

    def get(self, number: int) -> Meeting | None: ...

    def add(self, item: Meeting) -> None: ...

    def save(self, item: Meeting) -> None: ...

    def outline(self, number: int) -> Item | None:
        """The meeting by what all kinds have in common, without who was there: it is asked in passing."""
        ...

    def all_open(self, limit: int) -> tuple[Meeting, ...]:
        """Open ones, the first opened first."""
        ...

    def in_thread(self, channel: str, thread: str) -> Meeting | None:
        """The meeting whose line stands in the channel under this ts."""
        ...

    def upcoming(
        self, themes: Collection[str], *, since: datetime, behind: int | None, limit: int
    ) -> Timetable:
        """Scheduled ones that begin at `since` (UTC) or later, the next first, from behind that meeting on.

        Of these themes (empty: all). Meetings that were never opened stay scheduled: without a bound
        they would come before all others.
        """
        ...

    def next_one(self, theme: str | None, since: datetime) -> Meeting | None:
        """The scheduled meeting of exactly this theme that begins first, at `since` (UTC) or later."""
        ...

    def past(self, themes: Collection[str], *, behind: int | None, limit: int) -> Timetable:
        """Open and closed ones, the latest first, of these themes (empty: all), from behind that one on."""
        ...

    def last_closed(self, theme: str | None, before: int | None = None) -> Meeting | None:
        """The meeting of exactly this theme that was closed last; `before`: opened before that change."""
        ...

    def items_of(self, number: int) -> tuple[Item, ...]:
        """What was recorded in the meeting, oldest first."""
        ...

    def during(self, reference: Reference) -> tuple[int, ...]:
        """The meetings during which the item changed after it was recorded, by number.

        Those of its theme or of none, by their stretch of the history.
        """
        ...


class ScribedEntries(Protocol):
    """Which messages of one group's channels were recorded as what."""

    def of_message(self, channel: str, ts: str) -> tuple[Scribed, ...]:
        """By entry, those taken out of the message too."""
        ...

    def put(self, scribed: Scribed) -> None:
        """Store the entry, or its new state."""
        ...
