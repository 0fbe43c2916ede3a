"""Correcting when and where a meeting is, along with what it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TypeAlias

from domain import meeting as meetings
from domain.change import NewChange
from domain.item import Item
from domain.meeting import Arrangement, Meeting
from domain.ports import UnitOfWork
from domain.refusal import Refusal, RefusalCode
from domain.usecases.meeting_reminders import foretell
from domain.usecases.origin import Scene

Corrected: TypeAlias = tuple[Item, tuple[NewChange, ...]]


def rearranged(
    uow: UnitOfWork, scene: Scene, before: Item, corrected: Corrected, arrangement: Arrangement, now: datetime
) -> Corrected:
    """The corrected item with its arrangement, as one write; at another time its channel is told anew.

    Raises Refusal NOT_A_MEETING, MEETING_PASSED, MEETING_TIME_STANDS.
    """
    item, changes = corrected
    if not isinstance(item, Meeting):
        raise Refusal(RefusalCode.NOT_A_MEETING, reference=str(before.reference))
    if arrangement.starts_at != item.arrangement.starts_at:
        meetings.require_ahead(arrangement, now)
    moved, further = meetings.correct_arrangement(item, arrangement, now)
    if not further:
        return corrected
    moved = replace(moved, version=before.version + 1)
    if moved.arrangement.starts_at != item.arrangement.starts_at:
        foretell(uow, scene, moved, now)
    return moved, (*changes, *further)
