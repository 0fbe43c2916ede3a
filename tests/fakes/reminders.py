"""When people are reminded and what they put off, in memory, to the protocols of `domain.reminding`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from domain.kinds import NATURES
from domain.reference import Reference, Series
from domain.register import DUE_KINDS
from domain.reminder import TO_BE_PLANNED, Dated, DuePlan, Plan
from domain.reminding import ComingMeeting
from tests.fakes.items import FakeItems
from tests.fakes.people import FakeMembers

if TYPE_CHECKING:
    from tests.fakes.record import FakeWorkspaceRecord


class FakeReminding:
    """Plans by user id; who joins gets one."""

    def __init__(self, members: FakeMembers, items: Mapping[Series, FakeItems[Any]]) -> None:
        self._members = members
        self._items = items
        self.by_user: dict[str, Plan] = {}

    def settle(self) -> None:
        """Plans for those who joined since."""
        for user in self._members.joined:
            plan = self.by_user.get(user, Plan(user=user, next_at=None))
            self.by_user[user] = replace(plan, next_at=TO_BE_PLANNED)
        self._members.joined.clear()

    def get(self, user: str) -> Plan | None:
        self.settle()
        return self.by_user.get(user)

    def plans(self, users: Collection[str]) -> tuple[Plan, ...]:
        self.settle()
        return tuple(self.by_user[user] for user in set(users) if user in self.by_user)

    def save(self, plan: Plan) -> None:
        self.save_all([plan])

    def save_all(self, plans: Collection[Plan]) -> None:
        self.settle()
        self.by_user.update({plan.user: plan for plan in plans})

    def dated(self, users: Collection[str], until: date) -> tuple[Dated, ...]:
        return tuple(
            Dated(item.owner, item.reference, item.due_on)
            for series in Series
            for item in self._items[series].by_number.values()
            if item.kind in DUE_KINDS
            and item.owner in users
            and item.due_on is not None
            and item.due_on <= until
            and not NATURES[series].life.is_closed(item.status)
        )

    def timed(self, workspace: str, group: int) -> list[tuple[datetime, DuePlan]]:
        """Every plan with its time."""
        self.settle()
        return [
            (plan.next_at, DuePlan(workspace, group, plan.user))
            for plan in self.by_user.values()
            if plan.next_at is not None
        ]


class FakeSnoozes:
    """Days by item and user id."""

    def __init__(self) -> None:
        self.until: dict[tuple[Reference, str], date] = {}

    def of(self, users: Collection[str]) -> Mapping[str, Mapping[Reference, date]]:
        found: dict[str, dict[Reference, date]] = {}
        for (reference, user), until in self.until.items():
            if user in users:
                found.setdefault(user, {})[reference] = until
        return found

    def put(self, user: str, reference: Reference, until: date) -> None:
        self.until[reference, user] = until

    def clear(self, reference: Reference, user: str | None = None) -> None:
        gone = [key for key in self.until if key[0] == reference and user in {None, key[1]}]
        for key in gone:
            del self.until[key]


class FakeReminderPlans:
    """The plans of every group in every workspace."""

    def __init__(self, workspaces: Mapping[str, FakeWorkspaceRecord]) -> None:
        self._workspaces = workspaces

    def due(self, at: datetime, limit: int) -> tuple[DuePlan, ...]:
        plans = [
            plan
            for name, workspace in self._workspaces.items()
            for number, record in workspace.records.items()
            for plan in record.reminding.timed(name, number)
        ]
        due = sorted((plan for plan in plans if plan[0] <= at), key=lambda plan: plan[0])
        return tuple(plan for _, plan in due[:limit])

    def meetings(self, after: datetime, until: datetime) -> tuple[ComingMeeting, ...]:
        return tuple(
            ComingMeeting(name, number, meeting.number)
            for name, workspace in self._workspaces.items()
            for number, record in workspace.records.items()
            for meeting in record.meetings.by_number.values()
            if meeting.opened_in is None
            and meeting.arrangement.starts_at is not None
            and after < meeting.arrangement.starts_at <= until
        )

    def adopt(self, limit: int) -> int:
        found = 0
        for workspace in self._workspaces.values():
            for record in workspace.records.values():
                record.reminding.settle()
                for user in record.members.by_user.keys() - record.reminding.by_user.keys():
                    if found < limit:
                        record.reminding.by_user[user] = Plan(user=user, next_at=TO_BE_PLANNED)
                        found += 1
        return found
