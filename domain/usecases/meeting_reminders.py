"""Telling a channel of a meeting before it starts: rows made when it is scheduled, held until their time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from domain.delivery import Delivery, DeliveryKind, DeliveryState, NewDelivery, Skipped
from domain.meeting import Meeting, MeetingStatus
from domain.ports import UnitOfWork
from domain.reminder import HowSoon, MeetingAhead, meeting_key
from domain.reminding import ComingMeeting
from domain.repositories import GroupRecord, WorkspaceRecord
from domain.usecases.gathering import meeting_of
from domain.usecases.origin import Scene

LOOKED_AHEAD = HowSoon.DAY.ahead + timedelta(hours=3)
"""How far ahead meetings are looked at that nobody is to be told of yet: often before their time comes."""


def foretell(uow: UnitOfWork, scene: Scene, meeting: Meeting, now: datetime) -> None:
    """Have its channel told a day and an hour before it starts; what is nearer already needs no telling.

    At another time it is told anew: the time is part of the key, and what was made for the time before finds
    when its turn comes that the meeting is not held then.
    """
    for new in _ahead(scene.workspace, scene.record, meeting, now):
        uow.outbox.add(new)


def unforetold(uow: UnitOfWork, now: datetime) -> tuple[ComingMeeting, ...]:
    """Meetings that start soon and of which a channel is to be told, but no delivery says so.

    They were scheduled by a release that told nobody, or when the group had no channel. A look without locks.
    """
    coming = uow.reminders.meetings(now, now + LOOKED_AHEAD)
    return tuple(each for each in coming if any(not _is_made(uow, new) for new in _of(uow, each, now)))


def foretell_late(uow: UnitOfWork, coming: Iterable[ComingMeeting], now: datetime) -> int:
    """Have the channels told of these, looked at again under their groups' locks, in one order.

    How many deliveries are new: whoever comes second finds them there.
    """
    news = (new for each in sorted(coming) for new in _of(uow, each, now))
    return sum(uow.outbox.add(new) is not None for new in news)


def _of(uow: UnitOfWork, coming: ComingMeeting, now: datetime) -> Iterator[NewDelivery]:
    workspace = uow.workspace(coming.workspace)
    record = workspace.group(coming.group)
    meeting = record.meetings.get(coming.number)
    if meeting is not None and meeting.status == MeetingStatus.SCHEDULED:
        yield from _ahead(workspace, record, meeting, now)


def _is_made(uow: UnitOfWork, new: NewDelivery) -> bool:
    return uow.logbook.by_key(new.key) is not None


def _ahead(
    workspace: WorkspaceRecord, record: GroupRecord, meeting: Meeting, now: datetime
) -> Iterator[NewDelivery]:
    starts_at, channel = meeting.arrangement.starts_at, _channel(workspace, record, meeting)
    if starts_at is None or channel is None:
        return
    for how_soon in HowSoon:
        if starts_at - how_soon.ahead > now:
            yield _delivery(record, meeting, starts_at, channel, how_soon)


def meeting_ahead_of(delivery: Delivery, uow: UnitOfWork, now: datetime) -> MeetingAhead | None:
    """What a delivery of kind MEETING_AHEAD tells; None when it is not told any more (`why_not_told`).

    Raises LookupError when the group is gone.
    """
    record = uow.workspace(delivery.workspace).group(delivery.group)
    meeting = meeting_of(record, delivery)
    if meeting is None or why_not_told(delivery, uow, now) is not None:
        return None
    how_soon = HowSoon(delivery.facts["how_soon"])
    starts_at, zone = meeting.arrangement.starts_at, ZoneInfo(record.group.zone)
    today = now.astimezone(zone).date()
    is_today = starts_at is not None and starts_at.astimezone(zone).date() == today
    on_time = how_soon is not HowSoon.DAY or not is_today
    return MeetingAhead(group=record.group, meeting=meeting, how_soon=how_soon, on_time=on_time)


def why_not_told(delivery: Delivery, uow: UnitOfWork, now: datetime) -> Skipped | None:
    """Why it is too late for a delivery of kind MEETING_AHEAD, if it is.

    Nor is anything told of a meeting that was moved, opened or called off, or in a channel that has gone to
    another group. Raises LookupError when the group is gone.
    """
    workspace = uow.workspace(delivery.workspace)
    meeting = meeting_of(workspace.group(delivery.group), delivery)
    binding = workspace.channels.get(delivery.channel)
    if binding is None or binding.group != delivery.group:
        return Skipped.ELSEWHERE
    starts_at = datetime.fromisoformat(delivery.facts["starts_at"])
    is_ahead = meeting is not None and meeting.status == MeetingStatus.SCHEDULED
    if meeting is None or not is_ahead or meeting.arrangement.starts_at != starts_at:
        return Skipped.MOVED
    is_late = now - delivery.due_at > HowSoon(delivery.facts["how_soon"]).patience
    return Skipped.TOO_LATE if is_late else None


def _channel(workspace: WorkspaceRecord, record: GroupRecord, meeting: Meeting) -> str | None:
    """Where it was scheduled, else the channel of its theme, else one of the whole group."""
    bound = workspace.channels.of_group(record.group.id)
    if any(each.channel == meeting.channel for each in bound):
        return meeting.channel
    own = [each.channel for each in bound if each.theme == meeting.theme]
    general = [each.channel for each in bound if each.theme is None]
    return next(iter([*own, *general]), None)


def _delivery(
    record: GroupRecord, meeting: Meeting, starts_at: datetime, channel: str, how_soon: HowSoon
) -> NewDelivery:
    group = record.group
    return NewDelivery(
        key=meeting_key(group.workspace, group.id, meeting, how_soon),
        kind=DeliveryKind.MEETING_AHEAD,
        workspace=group.workspace,
        group=group.id,
        subscription=None,
        channel=channel,
        facts={
            "meeting": meeting.number,
            "how_soon": how_soon.value,
            "starts_at": starts_at.isoformat(),
        },
        due_at=starts_at - how_soon.ahead,
        state=DeliveryState.HELD,
    )
