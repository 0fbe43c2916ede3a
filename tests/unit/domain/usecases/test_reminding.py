"""Who is reminded, and when; and that nobody is twice."""

from __future__ import annotations

import copy
from dataclasses import replace
from datetime import time, timedelta

import pytest

from domain.delivery import DeliveryState
from domain.language import Language
from domain.reminder import TO_BE_PLANNED
from domain.usecases.muting import MuteReminders, mute_reminders
from domain.usecases.reminders import Made, remind
from tests.fakes.scene import LEAD, MEMBER, WORKSPACE
from tests.unit.domain.usecases.mornings import (
    ENOUGH,
    FRIDAY,
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    comes,
    in_zone,
    made,
    morning,
    on,
    planned,
    references,
    settled,
    told,
)
from tests.unit.domain.usecases.stage import GUEST, NOW, STRANGER, Stage

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def everybody_has_a_plan(stage: Stage) -> None:
    planned(stage, NOW)


def test_who_just_joined_is_planned_for_and_not_reminded_in_the_afternoon(stage: Stage) -> None:
    stage.action(due_on=NOW.date())
    stage.record.members.add(replace(stage.member(MEMBER), user="U0NEWEST"), NOW)
    assert remind(stage.uow, NOW, ENOUGH) == Made(1, 0)
    plan = stage.record.reminding.get("U0NEWEST")
    assert plan is not None
    assert plan.next_at == morning(MONDAY)


def test_who_has_nothing_to_do_gets_no_row(stage: Stage) -> None:
    stage.action(due_on=FRIDAY)
    comes(stage, MONDAY)
    assert made(stage) == []


def test_there_is_one_message_a_person_a_day_however_often_the_clock_ticks(stage: Stage) -> None:
    for number in range(3):
        stage.action(due_on=MONDAY, owner=(MEMBER, LEAD)[number % 2])
    first = comes(stage, MONDAY)
    assert first.created == 2
    for minute in (31, 45):
        assert comes(stage, MONDAY, time(8, minute)) == Made()
    assert sorted(each.channel for each in made(stage)) == [LEAD, MEMBER]


def test_two_replicas_that_tick_together_make_one(stage: Stage) -> None:
    """The second looks before the first has committed, and acts after it."""
    stage.action(due_on=MONDAY)
    seen = copy.deepcopy(stage.record.reminding.by_user)
    assert comes(stage, MONDAY).created == 1
    assert comes(stage, MONDAY) == Made()
    stage.record.reminding.by_user = seen
    assert comes(stage, MONDAY).created == 0
    assert len(made(stage)) == 1


def test_a_batch_is_bounded_and_the_rest_follows(stage: Stage) -> None:
    people = len(stage.record.members.all())
    looked = []
    while (step := remind(stage.uow, morning(MONDAY), 2)) != Made():
        looked.append(step.looked)
    assert sum(looked) == people - 2
    assert max(looked) == 2


def test_who_left_was_barred_or_muted_reminders_meanwhile_is_told_nothing(stage: Stage) -> None:
    stage.action(due_on=MONDAY)
    comes(stage, MONDAY)
    (delivery,) = made(stage)
    assert told(stage, delivery) is not None
    people = stage.uow.workspace(WORKSPACE).people
    profile = people.get(MEMBER)
    assert profile is not None
    for barred in (
        replace(profile, is_guest=True),
        replace(profile, is_stranger=True),
        replace(profile, is_deactivated=True),
    ):
        people.save(barred)
        assert told(stage, delivery) is None
    people.save(profile)
    mute_reminders(MuteReminders(origin=stage.origin(), group=1), stage.uow)
    assert told(stage, delivery) is None
    mute_reminders(MuteReminders(origin=stage.origin(), group=1, muted=False), stage.uow)
    stage.record.members.remove(MEMBER)
    assert told(stage, delivery) is None


@pytest.mark.parametrize("user", [GUEST, STRANGER])
def test_guests_and_strangers_are_never_reminded(stage: Stage, user: str) -> None:
    stage.action(due_on=MONDAY, owner=user)
    comes(stage, MONDAY)
    assert made(stage) == []
    plan = stage.record.reminding.get(user)
    assert plan is not None
    assert plan.next_at is None


def test_who_muted_reminders_gets_none_until_they_want_them_again(stage: Stage) -> None:
    stage.action(due_on=TUESDAY)
    for _ in range(2):
        mute_reminders(MuteReminders(origin=stage.origin(), group=1), stage.uow)
    assert on(stage, MONDAY, MEMBER) == []
    for _ in range(2):
        mute_reminders(MuteReminders(origin=stage.origin(), group=1, muted=False), stage.uow)
    plan = stage.record.reminding.get(MEMBER)
    assert plan is not None
    assert plan.next_at == TO_BE_PLANNED
    planned(stage, morning(MONDAY, time(15)))
    assert on(stage, TUESDAY, MEMBER) == ["A-1 today"]


def test_who_joins_again_still_has_muted_reminders(stage: Stage) -> None:
    mute_reminders(MuteReminders(origin=stage.origin(), group=1), stage.uow)
    member = stage.member(MEMBER)
    stage.record.members.remove(MEMBER)
    stage.record.members.add(member, NOW)
    stage.action(due_on=MONDAY)
    assert on(stage, MONDAY, MEMBER) == []


def test_after_a_downtime_only_today_is_told_with_what_matters_of_before(stage: Stage) -> None:
    stage.action(due_on=MONDAY)
    stage.action(due_on=MONDAY + 14 * DAY)
    later = WEDNESDAY + 7 * DAY
    assert comes(stage, later, time(13)).created == 1
    (delivery,) = made(stage)
    assert delivery.key.endswith(later.isoformat())
    assert references(told(stage, delivery)) == ["A-1 overdue"]


def test_late_in_the_evening_nobody_is_written_to_but_in_the_next_morning(stage: Stage) -> None:
    stage.action(due_on=MONDAY)
    assert comes(stage, MONDAY, time(20)).created == 0
    assert on(stage, TUESDAY, MEMBER) == ["A-1 overdue"]


def test_a_reminder_that_waited_until_the_next_day_is_skipped_and_its_matters_come_with_the_next(
    stage: Stage,
) -> None:
    stage.action(due_on=MONDAY - DAY)
    comes(stage, MONDAY)
    (late,) = made(stage)
    assert told(stage, late, morning(TUESDAY)) is None
    settled(stage, DeliveryState.SKIPPED)
    assert on(stage, TUESDAY, MEMBER) == ["A-1 overdue"]
    assert on(stage, WEDNESDAY, MEMBER) == []


def test_a_reminder_that_slack_refused_comes_with_the_next(stage: Stage) -> None:
    stage.action(due_on=MONDAY - DAY)
    comes(stage, MONDAY)
    settled(stage, DeliveryState.FAILED)
    assert on(stage, TUESDAY, MEMBER) == ["A-1 overdue"]


def test_everybody_s_morning_is_their_own(stage: Stage) -> None:
    in_zone(stage, LEAD, "Asia/Tokyo")
    planned(stage, NOW)
    stage.action(due_on=TUESDAY + DAY, owner=LEAD)
    stage.action(due_on=TUESDAY + DAY, owner=MEMBER)
    in_tokyo = morning(TUESDAY, zone="Asia/Tokyo")
    remind(stage.uow, morning(MONDAY), ENOUGH)
    while remind(stage.uow, in_tokyo, ENOUGH) != Made():
        pass
    assert {each.channel for each in made(stage)} <= {LEAD}
    comes(stage, TUESDAY)
    assert sorted(each.channel for each in made(stage)) == [LEAD, MEMBER]


def test_what_was_due_on_a_clock_that_has_moved_meanwhile_is_told_once(stage: Stage) -> None:
    """Somebody travels west in the morning: their day begins again, and is not told again."""
    stage.action(due_on=MONDAY)
    comes(stage, MONDAY)
    in_zone(stage, MEMBER, "America/Tijuana")
    for hour in (9, 11, 15):
        comes(stage, MONDAY, time(hour))
    assert len(made(stage, MEMBER)) == 1


def test_a_member_whom_slack_told_us_nothing_of_is_reminded_in_the_group_s_language_and_zone(
    stage: Stage,
) -> None:
    stage.record.members.add(replace(stage.member(MEMBER), user="U0UNSEEN"), NOW)
    planned(stage, NOW)
    stage.action(owner="U0UNSEEN", due_on=MONDAY)
    comes(stage, MONDAY)
    found = told(stage, made(stage)[0])
    assert found is not None
    assert (found.reader.user, found.reader.language) == ("U0UNSEEN", Language.ENGLISH)
    assert found.reader.zone == "America/Mexico_City"
