"""A channel is told of its meeting in a day and in an hour, at the time that holds then."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.channel import Binding
from domain.delivery import Delivery, DeliveryKind, DeliveryState
from domain.item import WITHDRAWN
from domain.reminder import HowSoon
from domain.usecases.meeting_reminders import meeting_ahead_of
from domain.usecases.moving import Move, move
from tests.fakes.scene import CHANNEL, MEMBER, WORKSPACE
from tests.unit.domain.usecases.gathering import ELSEWHERE, M1, arranged, meeting, scheduled, started
from tests.unit.domain.usecases.stage import NOW, Stage

STARTS = NOW + timedelta(days=3)
HOUR = timedelta(hours=1)


def ahead(stage: Stage) -> list[Delivery]:
    found = stage.uow.outbox.deliveries.values()
    return [each for each in found if each.kind is DeliveryKind.MEETING_AHEAD]


def told(stage: Stage, delivery: Delivery, late: timedelta = timedelta()) -> HowSoon | None:
    found = meeting_ahead_of(delivery, stage.uow, delivery.due_at + late)
    return None if found is None else found.how_soon


def at(stage: Stage, starts_at: datetime | None, **facts: object) -> None:
    scheduled(stage, arrangement=arranged(starts_at), **facts)


def test_both_are_held_until_their_time_from_the_scheduling_on(charging: Stage) -> None:
    at(charging, STARTS)
    day, hour = ahead(charging)
    assert [day.due_at, hour.due_at] == [STARTS - 24 * HOUR, STARTS - HOUR]
    assert {each.state for each in (day, hour)} == {DeliveryState.HELD}
    assert {each.channel for each in (day, hour)} == {CHANNEL}
    assert [told(charging, each) for each in (day, hour)] == [HowSoon.DAY, HowSoon.HOUR]


@pytest.mark.parametrize(("hours", "kept"), [(23, ["hour"]), (1, []), (24, ["hour"]), (25, ["day", "hour"])])
def test_what_is_nearer_already_is_not_told_of(charging: Stage, hours: int, kept: list[str]) -> None:
    at(charging, NOW + hours * HOUR)
    assert [each.facts["how_soon"] for each in ahead(charging)] == kept


def test_a_day_ahead_is_told_three_hours_late_at_most_and_an_hour_ahead_half_an_hour(charging: Stage) -> None:
    at(charging, STARTS)
    day, hour = ahead(charging)
    assert told(charging, day, 3 * HOUR) is HowSoon.DAY
    assert told(charging, day, 3 * HOUR + timedelta(seconds=1)) is None
    assert told(charging, hour, HOUR / 2) is HowSoon.HOUR
    assert told(charging, hour, HOUR / 2 + timedelta(seconds=1)) is None


def test_a_meeting_that_was_moved_is_told_of_at_its_new_time_alone(charging: Stage) -> None:
    at(charging, STARTS)
    at(charging, STARTS + 48 * HOUR, reference=M1)
    assert [told(charging, each) for each in ahead(charging)] == [None, None, HowSoon.DAY, HowSoon.HOUR]
    at(charging, STARTS, reference=M1)
    assert len(ahead(charging)) == 4
    assert [told(charging, each) for each in ahead(charging)] == [HowSoon.DAY, HowSoon.HOUR, None, None]


def test_another_place_makes_no_second_row_and_is_told(charging: Stage) -> None:
    at(charging, STARTS)
    scheduled(charging, reference=M1, arrangement=arranged(None, place="Room 9"))
    assert len(ahead(charging)) == 2
    found = meeting_ahead_of(ahead(charging)[0], charging.uow, STARTS - 24 * HOUR)
    assert found is not None
    assert found.meeting.arrangement.place == "Room 9"


def test_a_meeting_that_was_called_off_or_has_begun_is_not_told_of(charging: Stage) -> None:
    at(charging, STARTS)
    hour = ahead(charging)[1]
    move(Move(origin=charging.origin(), group=1, reference=M1, to=WITHDRAWN), charging.uow, NOW)
    assert told(charging, hour) is None
    move(
        Move(origin=charging.origin("U0CHAIR"), group=1, reference=M1, reopen=True, reason="x"),
        charging.uow,
        NOW,
    )
    assert told(charging, hour) is HowSoon.HOUR
    started(charging, reference=M1)
    assert told(charging, hour) is None


def test_a_channel_that_has_gone_to_another_group_is_told_nothing(charging: Stage) -> None:
    at(charging, STARTS)
    charging.uow.workspace(WORKSPACE).channels.bind(Binding(CHANNEL, 2))
    assert told(charging, ahead(charging)[0]) is None


def test_what_was_scheduled_in_a_direct_message_is_told_in_the_channel_of_its_theme(charging: Stage) -> None:
    at(charging, STARTS, channel="D0MEMBER", theme="charging")
    assert {each.channel for each in ahead(charging)} == {CHANNEL}


def test_without_such_a_channel_it_is_one_of_the_whole_group_or_none(charging: Stage) -> None:
    at(charging, STARTS, channel="D0MEMBER", theme="talent")
    assert {each.channel for each in ahead(charging)} == {ELSEWHERE}
    channels = charging.uow.workspace(WORKSPACE).channels
    channels.bind(Binding(ELSEWHERE, 1, "charging"))
    at(charging, STARTS + HOUR, channel="D0MEMBER", theme="talent")
    assert len(ahead(charging)) == 2


def test_a_meeting_without_a_time_is_told_of_when_it_gets_one(charging: Stage) -> None:
    at(charging, STARTS)
    held = meeting(charging)
    charging.record.meetings.save(replace(held, arrangement=replace(held.arrangement, starts_at=None)))
    assert told(charging, ahead(charging)[0]) is None
    assert held.author == MEMBER


def test_the_word_of_a_day_before_knows_when_the_day_itself_has_begun(charging: Stage) -> None:
    zone = ZoneInfo("America/Mexico_City")
    starts_at = (STARTS + 72 * HOUR).astimezone(zone).replace(hour=1, minute=0)
    at(charging, starts_at.astimezone(UTC))
    day, hour = ahead(charging)
    held = starts_at - 24 * HOUR
    found = [meeting_ahead_of(day, charging.uow, held + late) for late in (0 * HOUR, 3 * HOUR)]
    assert [each.on_time for each in found if each is not None] == [True, True]
    at(charging, starts_at.replace(hour=23, minute=30).astimezone(UTC), reference=M1)
    day, hour = ahead(charging)[2:]
    found = [
        meeting_ahead_of(each, charging.uow, each.due_at + late)
        for each, late in ((day, 0 * HOUR), (day, HOUR), (hour, 0 * HOUR))
    ]
    assert [each.on_time for each in found if each is not None] == [True, False, True]
