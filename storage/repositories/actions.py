"""Actions of one group."""

from __future__ import annotations

from domain.action import Action
from domain.reference import Series
from storage.repositories.items import ItemRows, by_number, common

_GET = by_number()


class ActionRows(ItemRows[Action]):
    """Items of the series A: they add nothing to the common part."""

    series = Series.ACTION

    def _read(self, number: int) -> Action | None:
        row = self._scope.connection.execute(_GET, self.key(number)).one_or_none()
        return None if row is None else Action(**common(row))
