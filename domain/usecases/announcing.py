"""What the deliveries about meetings tell, read when they are worded; and where they came to stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TypeAlias

from domain.delivery import Delivery, DeliveryKind, DeliveryState
from domain.group import Group
from domain.language import Language
from domain.meeting import Meeting, MeetingStatus
from domain.minutes import Agenda, Correction, Minutes
from domain.notice import language_of, zone_of
from domain.ports import UnitOfWork
from domain.repositories import GroupRecord, WorkspaceRecord
from domain.usecases.convening import key_of
from domain.usecases.gathering import meeting_of
from domain.usecases.minutes import agenda_of, correction_of, minutes_of
from domain.usecases.notices import notice_at_any_age
from domain.usecases.replying import told_by
from domain.usecases.telling_order import follows_another, is_in_order


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
    through: int
    """The number of the group's last change that they know of."""


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


class ToldLater(Enum):
    """Why something that had nothing to tell is still to be told."""

    NOW = auto()
    """There is something by now."""
    BESIDE_MINUTES = auto()
    """A correction, once it is known whether they arrived."""
    BEHIND_ANOTHER = auto()
    """An earlier one of the same is not told yet: the last words are to stand last."""


REMEMBERED = frozenset({DeliveryKind.MEETING, DeliveryKind.MINUTES})
"""Messages whose place a meeting remembers."""

Announcement: TypeAlias = Opened | Ended | Overlong | Corrected


def announcement_of(delivery: Delivery, uow: UnitOfWork) -> Announcement | None:
    """What a delivery about a meeting tells; None when there is nothing to tell any more, or not there.

    A channel that has gone to another group is told nothing. Raises LookupError when the group is gone.
    """
    workspace = uow.workspace(delivery.workspace)
    record = workspace.group(delivery.group)
    meeting = meeting_of(record, delivery)
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
        minutes = minutes_of(workspace, record, meeting)
        return Ended(group=record.group, minutes=minutes, through=record.changes.last_number)
    return _corrected(workspace, record, meeting, delivery, uow)


def told_later(delivery: Delivery, uow: UnitOfWork) -> ToldLater | None:
    """Why what had nothing to tell is still to be told; None when it is not. In a write its group is locked.

    What is told of the same thing waits for what was to be told before. A correction waits for minutes that
    were worded without it, and that may be in the channel or come there as they are; and those that have
    arrived in the meantime stand there without it.
    """
    match delivery.kind:
        case DeliveryKind.REPLY:
            return _in_its_order(delivery, uow, told_by)
        case DeliveryKind.NOTICE:
            return _in_its_order(delivery, uow, notice_at_any_age)
        case DeliveryKind.CORRECTION:
            return _correction_later(delivery, uow)
        case _:
            return None


def _correction_later(delivery: Delivery, uow: UnitOfWork) -> ToldLater | None:
    if announcement_of(delivery, uow) is not None:
        return ToldLater.NOW
    record = uow.workspace(delivery.workspace).group(delivery.group)
    meeting = meeting_of(record, delivery)
    minutes = None if meeting is None else _posted_minutes(record, meeting, uow)
    if meeting is None or (minutes is not None and _is_said_by(minutes, delivery)):
        return None
    if not _are_coming(minutes) and not _may_stand(meeting, minutes):
        return None
    if follows_another(delivery, uow):
        return ToldLater.BEHIND_ANOTHER
    return ToldLater.BESIDE_MINUTES if _are_coming(minutes) else None


def _in_its_order(
    delivery: Delivery, uow: UnitOfWork, told: Callable[[Delivery, UnitOfWork], object | None]
) -> ToldLater | None:
    if not is_in_order(delivery):
        return None
    uow.workspace(delivery.workspace).lock_group(delivery.group)
    if follows_another(delivery, uow):
        return ToldLater.BEHIND_ANOTHER
    return None if told(delivery, uow) is None else ToldLater.NOW


def arrived(delivery: Delivery, position: int, ts: str, uow: UnitOfWork) -> None:
    """A message of a delivery stands in its channel under this ts: a meeting remembers its own two."""
    if delivery.kind not in REMEMBERED or position != 0:
        return
    record = uow.workspace(delivery.workspace).group(delivery.group)
    meeting = meeting_of(record, delivery)
    if meeting is None:
        return
    is_line = delivery.kind is DeliveryKind.MEETING
    record.meetings.save(replace(meeting, thread=ts) if is_line else replace(meeting, minutes=ts))


def _overlong(workspace: WorkspaceRecord, record: GroupRecord, meeting: Meeting) -> Overlong | None:
    if meeting.status != MeetingStatus.OPEN or meeting.opener is None:
        return None
    group, profile = record.group, workspace.people.get(meeting.opener)
    return Overlong(
        group=group, meeting=meeting, language=language_of(profile, group), zone=zone_of(profile, group)
    )


def _corrected(
    workspace: WorkspaceRecord, record: GroupRecord, meeting: Meeting, delivery: Delivery, uow: UnitOfWork
) -> Corrected | None:
    """Minutes that are not worded yet are worded with the correction in them. Corrections come in order."""
    minutes = _posted_minutes(record, meeting, uow)
    if _are_coming(minutes) or not _may_stand(meeting, minutes) or follows_another(delivery, uow):
        return None
    if minutes is not None and _is_said_by(minutes, delivery):
        return None
    after, through = int(delivery.facts["after"]), int(delivery.facts["through"])
    correction = correction_of(workspace, record, meeting, after, through)
    return Corrected(group=record.group, correction=correction, thread=meeting.minutes)


def _are_coming(minutes: Delivery | None) -> bool:
    """Whether they are worded and some of them, as of a second language, may yet come to stand below."""
    return minutes is not None and bool(minutes.parts) and not minutes.state.is_final


def _may_stand(meeting: Meeting, minutes: Delivery | None) -> bool:
    """Whether its minutes stand in the channel, or nobody will ever know."""
    is_in_doubt = minutes is not None and minutes.state is DeliveryState.UNCERTAIN
    return meeting.minutes is not None or is_in_doubt


def _is_said_by(minutes: Delivery, correction: Delivery) -> bool:
    """Whether they were worded with it."""
    through = minutes.worded_through
    return through is not None and int(correction.facts["through"]) <= through


def _posted_minutes(record: GroupRecord, meeting: Meeting, uow: UnitOfWork) -> Delivery | None:
    """The delivery of its minutes, as its row is now."""
    return uow.logbook.by_key(key_of(DeliveryKind.MINUTES, record.group, meeting))
