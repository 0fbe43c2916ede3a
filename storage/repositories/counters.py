"""The numbers a group gives out, and when they are written back."""

from __future__ import annotations

from typing import Any

from sqlalchemy import bindparam, select

from domain.kinds import NATURES
from domain.reference import Series
from storage.bulk import saved
from storage.direct import Rows
from storage.repositories.scope import Scope
from storage.tables.groups import working_group

SUBSCRIPTION = "last_subscription"
CHANGE = "last_change"

_SERIES = {series: f"last_{nature.kind.value}" for series, nature in NATURES.items()}
COUNTERS = (CHANGE, SUBSCRIPTION, *_SERIES.values())

NAMES = ("revision", *COUNTERS)
FIND = select(*(working_group.c[name] for name in NAMES)).where(
    working_group.c.id == bindparam("group_id"), working_group.c.workspace == bindparam("workspace")
)
LOCK = FIND.with_for_update(key_share=True)
"""NO KEY UPDATE: it keeps other writers of the group out, but not the foreign keys that name it."""

_SAVE = saved(working_group, ["id"], NAMES)


class Counters:
    """The last number given of each kind, from the group's locked row.

    They are kept here while the transaction lasts and written back once, by `flush`: one statement however
    many numbers were taken.
    """

    def __init__(self, scope: Scope, revision: int, last: dict[str, int]) -> None:
        self._scope = scope
        self._revision = revision
        self._last = last
        self._changed = False

    @property
    def revision(self) -> int:
        """The charter's revision."""
        return self._revision

    def last(self, counter: str) -> int:
        """The last number given; 0 before the first."""
        return self._last[counter]

    def take(self, counter: str, count: int = 1) -> int:
        """The first of the next `count` numbers."""
        first = self._last[counter] + 1
        self._last[counter] += count
        self._changed = True
        return first

    def take_item(self, series: Series) -> int:
        """The next number of an item."""
        return self.take(_SERIES[series])

    def next_revision(self) -> None:
        """Note that the charter changes."""
        self._revision += 1
        self._changed = True

    def flush(self) -> None:
        """Write back what was given out since the row was read."""
        if not self._changed:
            return
        row = {"id": self._scope.group, "revision": self._revision, **self._last}
        connection = self._scope.connection
        connection.add(_SAVE, [row])
        # Jobs that follow in this transaction go on from here.
        connection.know(
            (LOCK, asked(self._scope.workspace, self._scope.group)),
            Rows([tuple(row[name] for name in NAMES)], 1),
        )
        self._changed = False


def asked(workspace: str, group: int) -> dict[str, Any]:
    """The parameters of FIND and LOCK."""
    return {"group_id": group, "workspace": workspace}
