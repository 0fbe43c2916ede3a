"""Scheduling meetings, and moving those that are scheduled."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from domain import meeting as meetings
from domain.editing import Correction, corrected
from domain.item import Entry
from domain.language import Language
from domain.meeting import Arrangement, Meeting, Mode
from domain.permissions import Right, require
from domain.ports import UnitOfWork
from domain.reference import Reference, Series
from domain.retiming import Retiming, retimed
from domain.usecases.convening import UPCOMING_READ, Convened, entry_of, own_theme, replayed, text_of, written
from domain.usecases.editing import require_editor
from domain.usecases.gathering import meeting_in
from domain.usecases.meeting_reminders import foretell
from domain.usecases.origin import Origin, Scene, enter
from domain.usecases.rearranging import another_agenda, explained


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleMeeting:
    """When and where, about what; `reference` names a scheduled meeting that is to be moved instead.

    `theme` None: the channel's; `text` None: the theme's name. Of a meeting that is moved they say what it is
    about from now on; None leaves that as it is. `retiming` tells its new time from the one it has.
    """

    origin: Origin
    group: int
    arrangement: Arrangement
    language: Language
    theme: str | None = None
    text: str | None = None
    reference: Reference | None = None
    retiming: Retiming | None = None
    reason: str | None = None


def schedule_meeting(command: ScheduleMeeting, uow: UnitOfWork, now: datetime) -> Convened:
    """The meeting, scheduled or moved. Raises Refusal, MEETING_PASSED among others."""
    scene = enter(uow, command.origin, command.group)
    repeated = replayed(scene, command.origin)
    if repeated is not None:
        return repeated
    require(scene.actor, Right.RECORD)
    if command.reference is not None:
        return _moved(uow, scene, command, command.reference, now)
    meetings.require_ahead(command.arrangement, now)
    theme = command.theme or own_theme(scene, command.origin.channel)
    entry = entry_of(scene, command.origin, theme, text_of(scene, theme, command.text, command.language), now)
    same = _same(scene, entry, command.arrangement)
    if same is not None:
        return Convened(same, already=True)
    place = scene.record.place(Series.MEETING)
    made, told = meetings.schedule(
        entry, place, phase=scene.record.group.phase, arrangement=command.arrangement
    )
    scene.record.meetings.add(made)
    foretell(uow, scene, made, now)
    return written(scene, command.origin, made, (told,), now)


def _moved(
    uow: UnitOfWork, scene: Scene, command: ScheduleMeeting, reference: Reference, now: datetime
) -> Convened:
    found = meeting_in(scene.record, reference)
    arrangement = command.arrangement
    if command.retiming is not None:
        arrangement = retimed(found, command.retiming, arrangement)
    meetings.require_ahead(arrangement, now)
    correction = _correction(scene, command, found)
    require_editor(scene.actor, found, correction.fields())
    renamed, told = corrected(found, correction, now)
    moved, further = meetings.rearrange(renamed, arrangement, now)
    changes = (*told, *explained(further, command.reason))
    if not changes:
        return Convened(found, already=True)
    moved = replace(moved, version=found.version + 1)
    scene.record.meetings.save(moved)
    foretell(uow, scene, moved, now)
    return written(scene, command.origin, moved, changes, now)


def _correction(scene: Scene, command: ScheduleMeeting, found: Meeting) -> Correction:
    """What it is about from now on."""
    scene.record.group.theme(command.theme)
    if command.text is None:
        return Correction(theme=command.theme)
    agenda = another_agenda(scene.record, found, command.text, command.language)
    return replace(agenda, theme=command.theme)


def _same(scene: Scene, entry: Entry, arrangement: Arrangement) -> Meeting | None:
    """A meeting of the theme that is scheduled here already for the same time and place, titled the same."""
    if arrangement.starts_at is None:
        return None
    themes = (entry.theme,) if entry.theme is not None else ()
    there = scene.record.meetings.upcoming(
        themes, since=arrangement.starts_at, behind=None, limit=UPCOMING_READ
    )
    for found in there.meetings:
        is_here = (found.theme, found.channel) == (entry.theme, entry.channel)
        is_called_so = found.text.original == entry.text.original
        if is_here and is_called_so and _held(found.arrangement) == _held(arrangement):
            return found
    return None


def _held(arrangement: Arrangement) -> tuple[datetime | None, Mode | None, str | None, str | None]:
    """When and where, in whatever zone it was said."""
    return arrangement.starts_at, arrangement.mode, arrangement.place, arrangement.link
