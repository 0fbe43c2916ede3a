"""When people are reminded and of what, and what they put off."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, cast, delete, exists, false, null, select
from sqlalchemy.dialects import postgresql, sqlite

from domain.reference import Reference, Series
from domain.register import DUE_KINDS
from domain.reminder import TO_BE_PLANNED, Dated, DuePlan, Plan
from domain.reminding import ComingMeeting
from storage.repositories.chunks import chunked
from storage.repositories.scope import Scope
from storage.repositories.traits import TO_DO
from storage.statements import PerEngine, upsert
from storage.tables.groups import working_group
from storage.tables.items import item
from storage.tables.meetings import meeting
from storage.tables.people import member
from storage.tables.reminders import reminder_plan, snooze

_OF_GROUP = reminder_plan.c.group_id == bindparam("of_group")
_PLANS = select(reminder_plan).where(
    _OF_GROUP, reminder_plan.c.user_id.in_(bindparam("users", expanding=True))
)
_SAVE = upsert(
    reminder_plan,
    ["group_id", "user_id"],
    lambda given: {name: given[name] for name in ("next_at", "last_on", "muted")},
)
_JOIN = upsert(reminder_plan, ["group_id", "user_id"], lambda given: {"next_at": given.next_at})
_DATED = select(item.c.owner, item.c.series, item.c.number, item.c.due_on).where(
    item.c.group_id == bindparam("of_group"),
    item.c.owner.in_(bindparam("users", expanding=True)),
    item.c.kind.in_(sorted(kind.value for kind in DUE_KINDS)),
    item.c.status.in_(TO_DO),
    item.c.due_on <= bindparam("until", type_=item.c.due_on.type),
)
_SNOOZES = select(snooze).where(
    snooze.c.group_id == bindparam("of_group"), snooze.c.user_id.in_(bindparam("users", expanding=True))
)
_SNOOZE = upsert(snooze, ["group_id", "series", "item", "user_id"], lambda given: {"until": given.until})
_AWAKE = delete(snooze).where(
    snooze.c.group_id == bindparam("of_group"),
    snooze.c.series == bindparam("of_series"),
    snooze.c.item == bindparam("of_item"),
)
_AWAKE_FOR_ONE = _AWAKE.where(snooze.c.user_id == bindparam("of_user"))
_DUE = (
    select(reminder_plan.c.workspace, reminder_plan.c.group_id, reminder_plan.c.user_id)
    .where(reminder_plan.c.next_at <= bindparam("at", type_=reminder_plan.c.next_at.type))
    .order_by(reminder_plan.c.next_at, reminder_plan.c.group_id)
    .limit(bindparam("limit"))
)
_UNPLANNED = (
    select(
        member.c.group_id,
        member.c.user_id,
        member.c.workspace,
        bindparam("at", type_=reminder_plan.c.next_at.type),
        cast(null(), reminder_plan.c.last_on.type),
        false(),
    )
    .where(
        ~exists().where(
            reminder_plan.c.group_id == member.c.group_id, reminder_plan.c.user_id == member.c.user_id
        )
    )
    .limit(bindparam("limit"))
)
_COMING = (
    select(working_group.c.workspace, meeting.c.group_id, meeting.c.number)
    .join_from(meeting, working_group, working_group.c.id == meeting.c.group_id)
    .where(
        meeting.c.starts_at > bindparam("after", type_=meeting.c.starts_at.type),
        meeting.c.starts_at <= bindparam("until", type_=meeting.c.starts_at.type),
        meeting.c.opened_in.is_(None),
    )
)
_PLANNED = ["group_id", "user_id", "workspace", "next_at", "last_on", "muted"]
_ADOPT = PerEngine(
    sqlite=sqlite.insert(reminder_plan)
    .from_select(_PLANNED, _UNPLANNED)
    .on_conflict_do_nothing()
    .returning(reminder_plan.c.user_id),
    postgresql=postgresql.insert(reminder_plan)
    .from_select(_PLANNED, _UNPLANNED)
    .on_conflict_do_nothing()
    .returning(reminder_plan.c.user_id),
)


class RemindingRows:
    """When the people of one group are reminded, and of what."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def get(self, user: str) -> Plan | None:
        return next(iter(self.plans([user])), None)

    def plans(self, users: Collection[str]) -> tuple[Plan, ...]:
        return tuple(
            Plan(user=row.user_id, next_at=row.next_at, last_on=row.last_on, muted=row.muted)
            for chunk in chunked(set(users))
            for row in self._scope.connection.execute(_PLANS, {"of_group": self._scope.group, "users": chunk})
        )

    def save(self, plan: Plan) -> None:
        self.save_all([plan])

    def save_all(self, plans: Collection[Plan]) -> None:
        rows = [
            {
                "group_id": self._scope.group,
                "user_id": plan.user,
                "workspace": self._scope.workspace,
                "next_at": plan.next_at,
                "last_on": plan.last_on,
                "muted": plan.muted,
            }
            for plan in plans
        ]
        if rows:
            self._scope.connection.execute(_SAVE.on(self._scope.connection), rows)

    def dated(self, users: Collection[str], until: date) -> tuple[Dated, ...]:
        return tuple(
            Dated(row.owner, Reference(Series(row.series), row.number), row.due_on)
            for chunk in chunked(set(users))
            for row in self._scope.connection.execute(
                _DATED, {"of_group": self._scope.group, "users": chunk, "until": until}
            )
        )


class SnoozeRows:
    """What people of one group put off."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def of(self, users: Collection[str]) -> Mapping[str, Mapping[Reference, date]]:
        found: dict[str, dict[Reference, date]] = {}
        for chunk in chunked(set(users)):
            parameters = {"of_group": self._scope.group, "users": chunk}
            for row in self._scope.connection.execute(_SNOOZES, parameters):
                found.setdefault(row.user_id, {})[Reference(Series(row.series), row.item)] = row.until
        return found

    def put(self, user: str, reference: Reference, until: date) -> None:
        row = {
            "group_id": self._scope.group,
            "series": reference.series.value,
            "item": reference.number,
            "user_id": user,
            "workspace": self._scope.workspace,
            "until": until,
        }
        self._scope.connection.execute(_SNOOZE.on(self._scope.connection), row)

    def clear(self, reference: Reference, user: str | None = None) -> None:
        key = {
            "of_group": self._scope.group,
            "of_series": reference.series.value,
            "of_item": reference.number,
        }
        if user is None:
            self._scope.connection.execute(_AWAKE, key)
        else:
            self._scope.connection.execute(_AWAKE_FOR_ONE, key | {"of_user": user})


class ReminderPlanRows:
    """The plans of everybody in every workspace."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def due(self, at: datetime, limit: int) -> tuple[DuePlan, ...]:
        rows = self._connection.execute(_DUE, {"at": at, "limit": limit})
        return tuple(DuePlan(row.workspace, row.group_id, row.user_id) for row in rows)

    def adopt(self, limit: int) -> int:
        parameters = {"at": TO_BE_PLANNED, "limit": limit}
        return len(self._connection.execute(_ADOPT.on(self._connection), parameters).all())

    def meetings(self, after: datetime, until: datetime) -> tuple[ComingMeeting, ...]:
        """Withdrawn ones among them: whoever acts on one looks at it again."""
        rows = self._connection.execute(_COMING, {"after": after, "until": until})
        return tuple(ComingMeeting(row.workspace, row.group_id, row.number) for row in rows)


def plan_for(scope: Scope, user: str) -> None:
    """A plan is to be made for whoever joined; who muted reminders before has not changed their mind."""
    row = {
        "group_id": scope.group,
        "user_id": user,
        "workspace": scope.workspace,
        "next_at": TO_BE_PLANNED,
        "last_on": None,
        "muted": False,
    }
    scope.connection.execute(_JOIN.on(scope.connection), row)
