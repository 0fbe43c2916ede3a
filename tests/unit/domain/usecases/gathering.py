"""Meetings on the stage: scheduled, started and ended by whoever a test names."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.delivery import Delivery, DeliveryKind
from domain.language import Language
from domain.meeting import Arrangement, Meeting, Mode
from domain.reference import Reference, Series
from domain.usecases.attending import Attend, Attended, attend
from domain.usecases.convening import Convened
from domain.usecases.meetings import EndMeeting, StartMeeting, end_meeting, start_meeting
from domain.usecases.scheduling import ScheduleMeeting, schedule_meeting
from tests.fakes.scene import CHANNEL, MEMBER
from tests.unit.domain.usecases.stage import NOW, Stage

ZONE = "America/Mexico_City"
SOON = NOW + timedelta(hours=2)
M1 = Reference(Series.MEETING, 1)
ELSEWHERE = "C0OTHER"
"""A second channel of the group."""


def arranged(at: datetime | None = SOON, **facts: object) -> Arrangement:
    return Arrangement(starts_at=at, zone=ZONE, **facts)  # type: ignore[arg-type]  # any of its fields


def scheduled(stage: Stage, user: str = MEMBER, /, **facts: object) -> Convened:
    channel = facts.pop("channel", CHANNEL)
    key = facts.pop("key", None)
    at = facts.pop("at", NOW)
    assert isinstance(at, datetime)
    asked = {"arrangement": arranged(mode=Mode.HYBRID, place="Room 2"), "text": "Charging standards"} | facts
    command = ScheduleMeeting(
        origin=stage.origin(user, channel=channel, key=key),  # type: ignore[arg-type]  # as the caller says
        group=1,
        language=Language.ENGLISH,
        **asked,  # type: ignore[arg-type]  # any of its fields
    )
    return schedule_meeting(command, stage.uow, at)


def started(
    stage: Stage,
    user: str = MEMBER,
    *,
    at: datetime = NOW,
    channel: str | None = CHANNEL,
    key: str | None = None,
    **facts: object,
) -> Convened:
    command = StartMeeting(
        origin=stage.origin(user, channel=channel, key=key),
        group=1,
        language=Language.ENGLISH,
        **facts,  # type: ignore[arg-type]  # any of its fields
    )
    return start_meeting(command, stage.uow, at)


def ended(
    stage: Stage,
    user: str = MEMBER,
    reference: Reference | None = None,
    *,
    at: datetime = NOW,
    channel: str | None = CHANNEL,
    key: str | None = None,
) -> Convened:
    origin = stage.origin(user, channel=channel, key=key)
    return end_meeting(EndMeeting(origin=origin, group=1, reference=reference), stage.uow, at)


def attended(
    stage: Stage,
    user: str,
    *users: str,
    reference: Reference | None = None,
    present: bool = True,
    channel: str | None = CHANNEL,
    key: str | None = None,
) -> Attended:
    origin = stage.origin(user, channel=channel, key=key)
    command = Attend(origin=origin, group=1, reference=reference, users=users, present=present)
    return attend(command, stage.uow, NOW)


def meeting(stage: Stage, number: int = 1) -> Meeting:
    found = stage.record.meetings.get(number)
    assert found is not None
    return found


def deliveries(stage: Stage, kind: DeliveryKind) -> list[Delivery]:
    return [each for each in stage.uow.outbox.deliveries.values() if each.kind is kind]
