"""Everything of one group."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeVar, cast

from sqlalchemy import bindparam, select, update

from domain.action import Action
from domain.group import Group
from domain.item import Place
from domain.note import Note
from domain.reference import Series
from storage.lazy import lazy
from storage.repositories.actions import ActionRows
from storage.repositories.acts import ActRows
from storage.repositories.changes import ChangeRows
from storage.repositories.charters import CharterCache, charter_values, group_of
from storage.repositories.counters import CHANGE, Counters
from storage.repositories.drafts import DraftRows
from storage.repositories.evidence import EvidenceRows
from storage.repositories.items import ItemRows
from storage.repositories.meetings import MeetingRows
from storage.repositories.members import MemberRows
from storage.repositories.mutes import MuteRows
from storage.repositories.notes import NoteRows
from storage.repositories.obstacles import ObstacleRows
from storage.repositories.positions import PositionRows
from storage.repositories.recommendations import RecommendationRows
from storage.repositories.register import RegisterRows
from storage.repositories.reminders import RemindingRows, SnoozeRows
from storage.repositories.scope import Scope
from storage.repositories.scribed import ScribedRows
from storage.repositories.search import SearchRows
from storage.repositories.subscriptions import SubscriptionRows
from storage.tables.changes import change
from storage.tables.deliveries import delivery
from storage.tables.groups import charter
from storage.tables.items import item
from storage.tables.meetings import scribed
from storage.tables.subscriptions import subscription

_GET = select(charter).where(charter.c.group_id == bindparam("of_group"))
_SAVE = update(charter).where(charter.c.group_id == bindparam("of_group"))
_MOVES = tuple(
    update(table)
    .where(table.c.group_id == bindparam("of_group"), table.c[name] == bindparam("old"))
    .values({name: bindparam("new")})
    for table, name in (
        (item, "channel"),
        (scribed, "channel"),
        (subscription, "channel"),
        (delivery, "channel"),
        (change, "said_in"),
    )
)
"""What was sent is in the log of its channel, and what was said there is taken back there."""

RowsT = TypeVar("RowsT", bound=ItemRows[Any])

_KINDS: Mapping[Series, type[ItemRows[Any]]] = MappingProxyType(
    {
        rows.series: rows
        for rows in (NoteRows, ObstacleRows, RecommendationRows, ActionRows, EvidenceRows, MeetingRows)
    }
)


class GroupRows:
    """The record of one group; its repositories are made when first asked for."""

    def __init__(
        self, scope: Scope, counters: Counters, charters: CharterCache, group: Group | None = None
    ) -> None:
        self._scope = scope
        self._counters = counters
        self._charters = charters
        self._group = group
        self._items: dict[type[ItemRows[Any]], ItemRows[Any]] = {}

    @property
    def group(self) -> Group:
        if self._group is None:
            self._group = self._charters.get(self._scope.group, self._counters.revision) or self._read()
        return self._group

    @lazy
    def notes(self) -> ItemRows[Note]:
        return self.items(Series.NOTE)

    @lazy
    def obstacles(self) -> ObstacleRows:
        return self._rows(ObstacleRows)

    @lazy
    def recommendations(self) -> RecommendationRows:
        return self._rows(RecommendationRows)

    @lazy
    def evidence(self) -> EvidenceRows:
        return self._rows(EvidenceRows)

    @lazy
    def actions(self) -> ItemRows[Action]:
        return self.items(Series.ACTION)

    @lazy
    def positions(self) -> PositionRows:
        return PositionRows(self._scope)

    def items(self, series: Series) -> ItemRows[Any]:
        return self._rows(_KINDS[series])

    @lazy
    def register(self) -> RegisterRows:
        return RegisterRows(self._scope)

    @lazy
    def search(self) -> SearchRows:
        return SearchRows(self._scope)

    @lazy
    def changes(self) -> ChangeRows:
        return ChangeRows(self._scope, self._counters)

    @lazy
    def meetings(self) -> MeetingRows:
        return self._rows(MeetingRows)

    @lazy
    def scribed(self) -> ScribedRows:
        return ScribedRows(self._scope)

    @lazy
    def members(self) -> MemberRows:
        return MemberRows(self._scope)

    @lazy
    def mutes(self) -> MuteRows:
        return MuteRows(self._scope)

    @lazy
    def reminding(self) -> RemindingRows:
        return RemindingRows(self._scope)

    @lazy
    def snoozes(self) -> SnoozeRows:
        return SnoozeRows(self._scope)

    @lazy
    def acts(self) -> ActRows:
        return ActRows(self._scope)

    @lazy
    def drafts(self) -> DraftRows:
        return DraftRows(self._scope)

    @lazy
    def subscriptions(self) -> SubscriptionRows:
        return SubscriptionRows(self._scope, self._counters)

    def place(self, series: Series) -> Place:
        return Place(self._counters.take_item(series), self._counters.last(CHANGE) + 1)

    def save_group(self, group: Group) -> None:
        """Store the charter as it is now. Raises ValueError for another group's."""
        if (group.workspace, group.id) != (self._scope.workspace, self._scope.group):
            raise ValueError(f"group {group.id} is not the one this record is of")
        self._scope.connection.execute(_SAVE, {"of_group": self._scope.group, **charter_values(group)})
        self._counters.next_revision()
        self._group = group

    def move_channel(self, old: str, new: str) -> None:
        """Reads all of the group: it happens to a channel once, when it is shared."""
        parameters = {"of_group": self._scope.group, "old": old, "new": new}
        for statement in _MOVES:
            self._scope.connection.execute(statement, parameters)

    def flush(self) -> None:
        """Write back the numbers that were given out."""
        self._counters.flush()

    def _rows(self, made: type[RowsT]) -> RowsT:
        rows = self._items.get(made)
        if rows is None:
            rows = self._items[made] = made(self._scope)
        return cast("RowsT", rows)

    def _read(self) -> Group:
        row = self._scope.connection.execute(_GET, {"of_group": self._scope.group}).one()
        group = group_of(row, self._scope.group, self._scope.workspace)
        self._charters.put(group, self._counters.revision)
        return group
