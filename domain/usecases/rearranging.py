"""Correcting when and where a meeting is, along with what it says and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import TypeAlias

from domain import meeting as meetings
from domain.change import ChangeKind, NewChange
from domain.editing import Correction
from domain.item import Item
from domain.language import Language
from domain.meeting import Arrangement, Meeting
from domain.ports import UnitOfWork
from domain.refusal import Refusal, RefusalCode
from domain.repositories import GroupRecord
from domain.text import recordable
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


def explained(changes: Iterable[NewChange], reason: str | None) -> Iterator[NewChange]:
    """Why it is at another time; where it is has the place for its comment."""
    for change in changes:
        is_moved = change.kind is ChangeKind.RESCHEDULED
        yield replace(change, comment=recordable(reason)) if is_moved and reason else change


def another_agenda(record: GroupRecord, found: Item, text: str, language: Language) -> Correction:
    """What a meeting that is moved is about from now on, in every language: what it was about is no version.

    In another of the group's languages than the original's it is the version in that one too.
    """
    text = recordable(text)
    if text == found.text.for_reader(language).text:
        return Correction()
    is_own = language is found.text.language or language not in record.group.languages
    versions = {} if is_own else {language: text}
    return Correction(text=text, versions=versions, dropped=frozenset(found.text.versions) - set(versions))
