"""What the deliveries about meetings tell, read when they are worded; and where they came to stand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

from domain.delivery import Delivery, DeliveryKind, DeliveryState
from domain.group import Group
from domain.language import Language
from domain.meeting import Meeting, MeetingStatus
from domain.minutes import Agenda, Correction, Minutes
from domain.ports import UnitOfWork
from domain.repositories import GroupRecord, WorkspaceRecord
from domain.usecases.convening import key_of
from domain.usecases.minutes import agenda_of, correction_of, minutes_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A meeting was opened."""

    group: Group
    agenda: Agenda


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """A meeting was closed."""

    group: Group
    minutes: Minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlong:
    """A meeting is open for too long; `language` and `zone` are those of whoever opened it."""

    group: Group
    meeting: Meeting
    language: Language
    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """Minutes were corrected; `thread` is the ts of the message to say so beside.

    It is None where nobody knows whether the minutes stand in the channel: then it is said there by itself.
    """

    group: Group
    correction: Correction
    thread: str | None


REMEMBERED = frozenset({DeliveryKind.MEETING, DeliveryKind.MINUTES})
"""Messages whose place a meeting remembers."""

Announcement: TypeAlias = Opened | Ended | Overlong | Corrected


def announcement_of(delivery: Delivery, uow: UnitOfWork) -> Announcement | None:
    """What a delivery about a meeting tells; None when there is nothing to tell any more, or not there.

    A channel that has gone to another group is told nothing. Raises LookupError when the group is gone.
    """
    workspace = uow.workspace(delivery.workspace)
    record = workspace.group(delivery.group)
    meeting = record.meetings.get(int(delivery.facts["meeting"]))
    if meeting is None:
        return None
    if delivery.kind is DeliveryKind.REMINDER:
        return _overlong(workspace, record, meeting)
    binding = workspace.channels.get(delivery.channel)
    if binding is None or binding.group != delivery.group:
        return None
    if delivery.kind is DeliveryKind.MEETING:
        return Opened(group=record.group, agenda=agenda_of(workspace, record, meeting))
    if delivery.kind is DeliveryKind.MINUTES:
        return Ended(group=record.group, minutes=minutes_of(workspace, record, meeting))
    return _corrected(workspace, record, meeting, delivery, uow)


def is_told_later(delivery: Delivery, uow: UnitOfWork) -> bool:
    """Whether a correction that had nothing to correct is still to be told. In a write its group is locked.

    Minutes that were worded without it, and that may be in the channel or come there as they are, are waited
    for; and those that have arrived in the meantime stand there without it.
    """
    if delivery.kind is not DeliveryKind.CORRECTION:
        return False
    if announcement_of(delivery, uow) is not None:
        return True
    record = uow.workspace(delivery.workspace).group(delivery.group)
    meeting = record.meetings.get(int(delivery.facts["meeting"]))
    minutes = None if meeting is None else _posted_minutes(record, meeting, uow)
    return minutes is not None and bool(minutes.parts) and not minutes.state.is_final


def arrived(delivery: Delivery, position: int, ts: str, uow: UnitOfWork) -> None:
    """A message of a delivery stands in its channel under this ts: a meeting remembers its own two."""
    if delivery.kind not in REMEMBERED or position != 0:
        return
    record = uow.workspace(delivery.workspace).group(delivery.group)
    meeting = record.meetings.get(int(delivery.facts["meeting"]))
    if meeting is None:
        return
    is_line = delivery.kind is DeliveryKind.MEETING
    record.meetings.save(replace(meeting, thread=ts) if is_line else replace(meeting, minutes=ts))


def _overlong(workspace: WorkspaceRecord, record: GroupRecord, meeting: Meeting) -> Overlong | None:
    if meeting.status != MeetingStatus.OPEN or meeting.opener is None:
        return None
    group, profile = record.group, workspace.people.get(meeting.opener)
    language = profile.language if profile is not None else None
    zone = profile.zone if profile is not None else None
    return Overlong(
        group=group, meeting=meeting, language=language or group.languages[0], zone=zone or group.zone
    )


def _corrected(
    workspace: WorkspaceRecord, record: GroupRecord, meeting: Meeting, delivery: Delivery, uow: UnitOfWork
) -> Corrected | None:
    """Minutes that are not worded yet are worded with the correction in them."""
    if meeting.minutes is None:
        minutes = _posted_minutes(record, meeting, uow)
        if minutes is None or minutes.state is not DeliveryState.UNCERTAIN:
            return None
    after, through = int(delivery.facts["after"]), int(delivery.facts["through"])
    correction = correction_of(workspace, record, meeting, after, through)
    return Corrected(group=record.group, correction=correction, thread=meeting.minutes)


def _posted_minutes(record: GroupRecord, meeting: Meeting, uow: UnitOfWork) -> Delivery | None:
    """The delivery of its minutes, as its row is now."""
    return uow.logbook.by_key(key_of(DeliveryKind.MINUTES, record.group, meeting))
