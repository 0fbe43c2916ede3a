"""Notes, decisions and opportunities of one group."""

from __future__ import annotations

from domain.note import Note
from domain.reference import Series
from storage.repositories.items import ItemRows, by_number, common

_GET = by_number()


class NoteRows(ItemRows[Note]):
    """Items of the series N: they add nothing to the common part."""

    series = Series.NOTE

    def _read(self, number: int) -> Note | None:
        row = self._scope.connection.execute(_GET, self.key(number)).one_or_none()
        return None if row is None else Note(**common(row))
