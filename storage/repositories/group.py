"""Everything of one group."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from sqlalchemy import bindparam, select, update

from domain.group import Group
from domain.item import Place
from domain.reference import Series
from storage.repositories.actions import ActionRows
from storage.repositories.changes import ChangeRows
from storage.repositories.charters import CharterCache, charter_values, group_of
from storage.repositories.counters import CHANGE, Counters
from storage.repositories.deliveries import OPEN_STATES
from storage.repositories.items import ItemRows
from storage.repositories.members import MemberRows
from storage.repositories.notes import NoteRows
from storage.repositories.obstacles import ObstacleRows
from storage.repositories.positions import PositionRows
from storage.repositories.recommendations import RecommendationRows
from storage.repositories.register import RegisterRows
from storage.repositories.scope import Scope
from storage.repositories.search import SearchRows
from storage.repositories.subscriptions import SubscriptionRows
from storage.tables.deliveries import delivery
from storage.tables.groups import charter
from storage.tables.items import item
from storage.tables.subscriptions import subscription

_GET = select(charter).where(charter.c.group_id == bindparam("of_group"))
_SAVE = update(charter).where(charter.c.group_id == bindparam("of_group"))
_MOVES = tuple(
    update(table)
    .where(table.c.group_id == bindparam("of_group"), table.c.channel == bindparam("old"), *more)
    .values(channel=bindparam("new"))
    for table, more in (
        (item, ()),
        (subscription, ()),
        (delivery, (delivery.c.state.in_(OPEN_STATES),)),
    )
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

    @property
    def group(self) -> Group:
        if self._group is None:
            self._group = self._charters.get(self._scope.group, self._counters.revision) or self._read()
        return self._group

    @cached_property
    def notes(self) -> NoteRows:
        return NoteRows(self._scope)

    @cached_property
    def obstacles(self) -> ObstacleRows:
        return ObstacleRows(self._scope)

    @cached_property
    def recommendations(self) -> RecommendationRows:
        return RecommendationRows(self._scope)

    @cached_property
    def actions(self) -> ActionRows:
        return ActionRows(self._scope)

    @cached_property
    def positions(self) -> PositionRows:
        return PositionRows(self._scope)

    def items(self, series: Series) -> ItemRows[Any]:
        match series:
            case Series.NOTE:
                return self.notes
            case Series.OBSTACLE:
                return self.obstacles
            case Series.RECOMMENDATION:
                return self.recommendations
            case Series.ACTION:
                return self.actions

    @cached_property
    def register(self) -> RegisterRows:
        return RegisterRows(self._scope)

    @cached_property
    def search(self) -> SearchRows:
        return SearchRows(self._scope)

    @cached_property
    def changes(self) -> ChangeRows:
        return ChangeRows(self._scope, self._counters)

    @cached_property
    def members(self) -> MemberRows:
        return MemberRows(self._scope)

    @cached_property
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
        """Reads every item of the group: it happens to a channel once, when it is shared."""
        parameters = {"of_group": self._scope.group, "old": old, "new": new}
        for statement in _MOVES:
            self._scope.connection.execute(statement, parameters)

    def flush(self) -> None:
        """Write back the numbers that were given out."""
        self._counters.flush()

    def _read(self) -> Group:
        row = self._scope.connection.execute(_GET, {"of_group": self._scope.group}).one()
        group = group_of(row, self._scope.group, self._scope.workspace)
        self._charters.put(group, self._counters.revision)
        return group
