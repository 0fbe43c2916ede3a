"""Counts by theme, kind and status, moved by the transaction that changes an item."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, select

from domain.reference import RecordKind
from domain.register import Count, Tally, TallyKey
from storage.bulk import added
from storage.repositories.scope import Scope
from storage.tables.items import tally

_ADD = added(tally, ("group_id", "theme", "kind", "status"), ("item_count", "progress"))
_ALL = select(tally.c.theme, tally.c.kind, tally.c.status, tally.c.item_count, tally.c.progress).where(
    tally.c.group_id == bindparam("group_id"), tally.c.item_count > 0
)


@dataclass(frozen=True, slots=True)
class Weight:
    """How one item counts: where, and with how much progress in percent."""

    theme: str | None
    kind: RecordKind
    status: str
    progress: int = 0


class Tallies:
    """The tally of one group."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def replace(self, before: Weight | None, after: Weight) -> None:
        """Count an item as `after` that counted as `before` (None: it is new)."""
        if before == after:
            return
        moves = [self._move(after, 1)]
        if before is not None:
            moves.append(self._move(before, -1))
        self._scope.connection.add(_ADD, moves)

    def read(self) -> Tally:
        """Every count that is not zero."""
        rows = self._scope.connection.execute(_ALL, {"group_id": self._scope.group})
        return Tally(
            {
                TallyKey(theme or None, RecordKind(kind), status): Count(items, progress)
                for theme, kind, status, items, progress in rows
            }
        )

    def _move(self, weight: Weight, sign: int) -> dict[str, str | int]:
        return {
            "group_id": self._scope.group,
            "theme": weight.theme or "",
            "kind": weight.kind.value,
            "status": str(weight.status),
            "item_count": sign,
            "progress": sign * weight.progress,
        }
