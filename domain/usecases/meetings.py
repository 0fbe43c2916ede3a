"""Starting and ending meetings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from domain import meeting as meetings
from domain.change import NewChange
from domain.channel import Binding
from domain.delivery import DeliveryKind, DeliveryState, NewDelivery
from domain.language import Language
from domain.meeting import Arrangement, Meeting, MeetingStatus
from domain.permissions import Right, require
from domain.ports import UnitOfWork
from domain.reference import Reference, Series
from domain.refusal import Refusal, RefusalCode
from domain.usecases.convening import (
    PLANNED_WITHIN,
    UPCOMING_READ,
    Convened,
    delivery_of,
    entry_of,
    meant_meeting,
    own_theme,
    reminder_key,
    replayed,
    text_of,
    written,
)
from domain.usecases.gathering import meeting_in, open_in
from domain.usecases.origin import Origin, Scene, enter

LONG_AFTER = timedelta(hours=12)
"""PRODUCT: a meeting that is open for longer asks its opener to close it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartMeeting:
    """Open the meeting `reference`; None: the one planned here about now, else a new one."""

    origin: Origin
    group: int
    language: Language
    reference: Reference | None = None
    theme: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndMeeting:
    """Close the meeting `reference`; None: the one that is open here."""

    origin: Origin
    group: int
    reference: Reference | None = None


def start_meeting(command: StartMeeting, uow: UnitOfWork, now: datetime) -> Convened:
    """The meeting, open in the channel, its opener there. Its line is posted by the outbox.

    Raises Refusal, MEETING_CHANNEL_UNBOUND, MEETING_OPEN_ALREADY and MEETING_NOT_SCHEDULED among others.
    """
    scene = enter(uow, command.origin, command.group)
    repeated = replayed(scene, command.origin)
    if repeated is not None:
        return repeated
    member = require(scene.actor, Right.RECORD)
    binding = _require_free(scene, command.origin.channel)
    found = _meant(scene, command, binding.channel, now)
    changes: tuple[NewChange, ...] = ()
    number = scene.record.changes.last_number + 1
    is_new = found is None
    if found is None:
        found, told = _made(scene, command, now)
        changes, number = (told,), number + 1
    phase = scene.record.group.phase
    opened, began = meetings.start(
        found, opener=member.user, channel=binding.channel, phase=phase, change=number, at=now
    )
    opened, came = meetings.mark(opened, [member], by=member.user, at=now)
    (scene.record.meetings.add if is_new else scene.record.meetings.save)(opened)
    scene.workspace.channels.bind(replace(binding, meeting=opened.number))
    for delivery in _announced(scene, opened, now):
        uow.outbox.add(delivery)
    return written(scene, command.origin, opened, (*changes, began, *came), now)


def end_meeting(command: EndMeeting, uow: UnitOfWork, now: datetime) -> Convened:
    """The meeting, closed; its minutes are posted by the outbox. Raises Refusal.

    Its opener closes it, the theme's lead, or a chair.
    """
    scene = enter(uow, command.origin, command.group)
    repeated = replayed(scene, command.origin)
    if repeated is not None:
        return repeated
    found = meant_meeting(scene, command.origin.channel, command.reference)
    is_opener = found.opener == scene.actor.person.user
    require(scene.actor, Right.RECORD if is_opener else Right.MODERATE, found.theme)
    if found.status == MeetingStatus.CLOSED:
        return Convened(found, already=True)
    closed, told = meetings.end(found, change=scene.record.changes.last_number + 1, at=now)
    scene.record.meetings.save(closed)
    binding = scene.workspace.channels.get(closed.channel) if closed.channel else None
    if binding is not None and (binding.group, binding.meeting) == (scene.record.group.id, closed.number):
        scene.workspace.channels.bind(replace(binding, meeting=None))
    uow.outbox.withdraw(reminder_key(scene, closed))
    uow.outbox.add(delivery_of(scene, closed, DeliveryKind.MINUTES, closed.channel or "", now))
    return written(scene, command.origin, closed, (told,), now)


def _require_free(scene: Scene, channel: str | None) -> Binding:
    """The group's channel, in which no meeting is open."""
    binding = scene.workspace.channels.get(channel) if channel else None
    if binding is None:
        raise Refusal(RefusalCode.MEETING_CHANNEL_UNBOUND)
    here = open_in(scene, channel)
    if here is not None:
        raise Refusal(RefusalCode.MEETING_OPEN_ALREADY, reference=str(here.reference))
    return binding


def _meant(scene: Scene, command: StartMeeting, channel: str, now: datetime) -> Meeting | None:
    """The meeting named, else the one that is scheduled here, or for the theme, about now."""
    if command.reference is not None:
        return meeting_in(scene.record, command.reference)
    if command.text:
        return None
    theme = command.theme or own_theme(scene, channel)
    scene.record.group.theme(theme)
    themes = (theme,) if theme is not None else ()
    planned = scene.record.meetings.upcoming(
        themes, since=now - PLANNED_WITHIN, behind=None, limit=UPCOMING_READ
    )
    near = [
        (abs(each.arrangement.starts_at - now), each.number, each)
        for each in planned.meetings
        if each.arrangement.starts_at is not None
        and abs(each.arrangement.starts_at - now) <= PLANNED_WITHIN
        and (each.channel == channel or each.theme == theme)
    ]
    return min(near)[2] if near else None


def _made(scene: Scene, command: StartMeeting, now: datetime) -> tuple[Meeting, NewChange]:
    """A meeting that nobody had scheduled."""
    theme = command.theme or own_theme(scene, command.origin.channel)
    text = text_of(scene, theme, command.text, command.language)
    group = scene.record.group
    arrangement = Arrangement(starts_at=now, zone=group.zone)
    entry = entry_of(scene, command.origin, theme, text, now)
    return meetings.schedule(
        entry, scene.record.place(Series.MEETING), phase=group.phase, arrangement=arrangement
    )


def _announced(scene: Scene, opened: Meeting, now: datetime) -> tuple[NewDelivery, NewDelivery]:
    """The line in the channel, whose thread is the meeting's; and what asks its opener to close it later."""
    line = delivery_of(scene, opened, DeliveryKind.MEETING, opened.channel or "", now)
    opener = opened.opener or ""
    asking = replace(
        delivery_of(scene, opened, DeliveryKind.REMINDER, opener, now + LONG_AFTER),
        key=reminder_key(scene, opened),
        state=DeliveryState.HELD,
    )
    return line, asking
