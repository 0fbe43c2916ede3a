"""Where groups stand, as it was read a moment ago, for whoever asks while nothing was recorded since."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import datetime
from threading import Lock

from domain.group import Group
from domain.repositories import GroupRecord
from domain.standing import Overview
from domain.usecases.reading import Survey, overview

KEPT = 256
"""Standings kept in memory; past it all are forgotten."""


class Standings:
    """Standings, each with the state of the record it was read from. Threads may share them.

    Whether one still holds is decided by the transaction that asks, whichever process wrote last: figures and
    latest changes are what they were while the group's charter and its last change are.
    """

    def __init__(self, survey: Survey = overview) -> None:
        self._survey = survey
        self._lock = Lock()
        self._kept: dict[Hashable, tuple[tuple[Group, int], Overview]] = {}

    def of(self, record: GroupRecord, theme: str | None, now: datetime) -> Overview:
        """As `domain.usecases.reading.overview`, to the minute.

        Whoever finds the record as somebody before, or beside them, found it gets the very same object.
        """
        name = (record.group.workspace, record.group.id, theme, now.replace(second=0, microsecond=0))
        state = (record.group, record.changes.last_number)
        found = self._found(name, state)
        if found is not None:
            return found
        read = self._survey(record, theme, now)
        with self._lock:
            # Several who asked at once have all read it: one of theirs is everybody's, and is worded once.
            found = self._found(name, state)
            if found is not None:
                return found
            if len(self._kept) >= KEPT:
                self._kept.clear()
            self._kept[name] = (state, read)
        return read

    def _found(self, name: Hashable, state: tuple[Group, int]) -> Overview | None:
        kept = self._kept.get(name)
        return kept[1] if kept is not None and kept[0] == state else None
