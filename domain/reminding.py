"""What the domain asks of the record about reminders. Protocols; `storage` implements them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from domain.reference import Reference
from domain.reminder import Dated, DuePlan, Plan


@dataclass(frozen=True, slots=True, order=True)
class ComingMeeting:
    """Names a meeting that is scheduled, wherever it is."""

    workspace: str
    group: int
    number: int


class Reminding(Protocol):
    """When the people of one group are reminded, and of what."""

    def get(self, user: str) -> Plan | None: ...

    def plans(self, users: Collection[str]) -> tuple[Plan, ...]:
        """Those of these people, in no order."""
        ...

    def save(self, plan: Plan) -> None:
        """Store the plan, or its new state."""
        ...

    def save_all(self, plans: Collection[Plan]) -> None:
        """The same for several people."""
        ...

    def dated(self, users: Collection[str], until: date) -> tuple[Dated, ...]:
        """The open items of these people that are due by that local day, in no order."""
        ...


class Snoozes(Protocol):
    """Until which local day people of one group put items of theirs off."""

    def of(self, users: Collection[str]) -> Mapping[str, Mapping[Reference, date]]:
        """By user id, for those who put anything off."""
        ...

    def put(self, user: str, reference: Reference, until: date) -> None:
        """Store it, instead of the one before."""
        ...

    def clear(self, reference: Reference, user: str | None = None) -> None:
        """The item is put off no more, by this person or (None) by anybody."""
        ...


class ReminderPlans(Protocol):
    """The plans of everybody in every workspace."""

    def due(self, at: datetime, limit: int) -> tuple[DuePlan, ...]:
        """Whose plans are due by then (the application's clock), the longest due first.

        A look without locks: who acts on one locks its group first and looks again.
        """
        ...

    def adopt(self, limit: int) -> int:
        """Plans to be made for members that have none; how many there were.

        A replica of the release before lets people join without one.
        """
        ...

    def meetings(self, after: datetime, until: datetime) -> tuple[ComingMeeting, ...]:
        """Scheduled meetings that start after the one instant and by the other, a look without locks."""
        ...
