"""Where groups stand, as it was read a moment ago, for whoever asks while nothing was recorded since."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import datetime

from domain.group import Group
from domain.repositories import GroupRecord
from domain.standing import Standing
from domain.usecases.reading import standing

KEPT = 256
"""Standings kept in memory; past it all are forgotten."""


class Standings:
    """Standings, each with the state of the record it was read from. Threads may share them.

    Whether one still holds is decided by the transaction that asks, whichever process wrote last: figures and
    latest changes are what they were while the group's charter and its last change are.
    """

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[tuple[Group, int], Standing]] = {}

    def of(self, record: GroupRecord, themes: tuple[str, ...], now: datetime) -> Standing:
        """As `domain.usecases.reading.standing`, to the minute; it may be the very object given before."""
        name = (record.group.workspace, record.group.id, themes, now.replace(second=0, microsecond=0))
        state = (record.group, record.changes.last_number)
        found = self._kept.get(name)
        if found is not None and found[0] == state:
            return found[1]
        read = standing(record, themes, now)
        if len(self._kept) >= KEPT:
            self._kept.clear()
        self._kept[name] = (state, read)
        return read
