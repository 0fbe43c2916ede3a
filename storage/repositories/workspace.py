"""Everything of one workspace."""

from __future__ import annotations

from dataclasses import fields

from sqlalchemy import bindparam, insert, select

from domain.group import Group, GroupCharter
from domain.language import Names
from storage.lazy import lazy
from storage.repositories.channels import ChannelRows
from storage.repositories.charters import CharterCache, charter_values, names_of
from storage.repositories.counters import COUNTERS, FIND, LOCK, Counters, asked
from storage.repositories.group import GroupRows
from storage.repositories.people import PersonRows
from storage.repositories.receipts import ReceiptRows
from storage.repositories.scope import Scope
from storage.session import Session
from storage.tables.groups import charter, working_group
from storage.tables.people import member

_FOUND = insert(working_group).values(revision=1, **dict.fromkeys(COUNTERS, 0)).returning(working_group.c.id)
_CHARTER = insert(charter)
_GROUPS = (
    select(working_group.c.id, charter.c.names)
    .join_from(working_group, charter)
    .where(working_group.c.workspace == bindparam("workspace"))
    .order_by(working_group.c.id)
)
_GROUPS_OF = (
    select(member.c.group_id)
    .where(member.c.workspace == bindparam("workspace"), member.c.user_id == bindparam("user_id"))
    .order_by(member.c.group_id)
)
_CHARTER_FIELDS = tuple(field.name for field in fields(GroupCharter))


class WorkspaceRows:
    """The record of one workspace on one transaction."""

    def __init__(self, connection: Session, workspace: str, charters: CharterCache, *, writing: bool) -> None:
        self._connection = connection
        self._workspace = workspace
        self._charters = charters
        self._writing = writing
        self._groups: dict[int, GroupRows] = {}

    @lazy
    def channels(self) -> ChannelRows:
        return ChannelRows(self._connection, self._workspace)

    @lazy
    def people(self) -> PersonRows:
        return PersonRows(self._connection, self._workspace)

    @lazy
    def receipts(self) -> ReceiptRows:
        return ReceiptRows(self._connection, self._workspace)

    def group(self, group: int) -> GroupRows:
        found = self._groups.get(group)
        if found is not None:
            return found
        statement = LOCK if self._writing else FIND
        row = self._connection.execute(statement, asked(self._workspace, group)).one_or_none()
        if row is None:
            raise LookupError(f"workspace {self._workspace} has no group {group}")
        revision, *last = row
        return self._opened(group, revision, dict(zip(COUNTERS, last, strict=True)))

    def lock_group(self, group: int) -> None:
        self.group(group)

    def found_group(self, charter: GroupCharter) -> GroupRows:
        group = self._connection.execute(_FOUND, {"workspace": self._workspace}).scalar_one()
        self._connection.execute(_CHARTER, {"group_id": group, **charter_values(charter)})
        founded = Group(
            id=group,
            workspace=self._workspace,
            **{name: getattr(charter, name) for name in _CHARTER_FIELDS},
        )
        return self._opened(group, 1, dict.fromkeys(COUNTERS, 0), founded)

    def groups(self) -> tuple[tuple[int, Names], ...]:
        rows = self._connection.execute(_GROUPS, {"workspace": self._workspace})
        return tuple((group, names_of(names)) for group, names in rows)

    def groups_of(self, user: str) -> tuple[int, ...]:
        parameters = {"workspace": self._workspace, "user_id": user}
        return tuple(self._connection.execute(_GROUPS_OF, parameters).scalars())

    def flush(self) -> None:
        """Write back what the groups gave out."""
        for group in self._groups.values():
            group.flush()

    def _opened(
        self, group: int, revision: int, last: dict[str, int], known: Group | None = None
    ) -> GroupRows:
        scope = Scope(self._connection, self._workspace, group, self._writing)
        opened = GroupRows(scope, Counters(scope, revision, last), self._charters, known)
        self._groups[group] = opened
        return opened
