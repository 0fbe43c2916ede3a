"""The people of one group."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, update

from domain.group import Sector
from domain.people import Member, Role
from storage.repositories.reminders import plan_for
from storage.repositories.scope import Scope
from storage.tables.people import member

_NAMES = ("role", "sector", "country", "organisation", "themes")
_ALL = (
    select(member.c.user_id, *(member.c[name] for name in _NAMES))
    .where(member.c.group_id == bindparam("of_group"))
    .order_by(member.c.user_id)
)
GET = _ALL.where(member.c.user_id == bindparam("of_user"))
_ADD = insert(member)
_THIS = (member.c.group_id == bindparam("of_group"), member.c.user_id == bindparam("of_user"))
_SAVE = update(member).where(*_THIS)
_REMOVE = delete(member).where(*_THIS)


class MemberRows:
    """Members by user id."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def get(self, user: str) -> Member | None:
        row = self._scope.connection.execute(GET, self._key(user)).one_or_none()
        return None if row is None else _member(row)

    def all(self) -> tuple[Member, ...]:
        rows = self._scope.connection.execute(_ALL, {"of_group": self._scope.group})
        return tuple(_member(row) for row in rows)

    def add(self, member: Member, at: datetime) -> None:
        row = {
            "group_id": self._scope.group,
            "workspace": self._scope.workspace,
            "user_id": member.user,
            "joined_at": at,
            **_values(member),
        }
        self._scope.connection.execute(_ADD, row)
        plan_for(self._scope, member.user)

    def save(self, member: Member) -> None:
        """Store what the member is now. Raises LookupError when there is no such member."""
        saved = self._scope.connection.execute(_SAVE, self._key(member.user) | _values(member))
        if saved.rowcount == 0:
            raise LookupError(f"no member {member.user} to save")

    def remove(self, user: str) -> None:
        self._scope.connection.execute(_REMOVE, self._key(user))

    def _key(self, user: str) -> dict[str, Any]:
        return asked(self._scope.group, user)


def asked(group: int, user: str) -> dict[str, Any]:
    """The parameters of GET."""
    return {"of_group": group, "of_user": user}


def _values(member: Member) -> dict[str, Any]:
    return {
        "role": member.role.value,
        "sector": member.sector.value,
        "country": member.country,
        "organisation": member.organisation,
        "themes": sorted(member.themes),
    }


def _member(row: Row[Any]) -> Member:
    return Member(
        user=row.user_id,
        role=Role(row.role),
        sector=Sector(row.sector),
        country=row.country,
        organisation=row.organisation,
        themes=frozenset(row.themes),
    )
