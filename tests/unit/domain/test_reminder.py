"""On which days people are reminded, and of what."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.reference import Reference, Series
from domain.reminder import (
    ASKED_WITHIN,
    SHOWN_MAX,
    TO_BE_PLANNED,
    Dated,
    HowSoon,
    Plan,
    Wanted,
    Why,
    chosen,
    due_items,
    due_today,
    is_asked_on,
    is_reminding_day,
    key_of,
    latest_day,
    meeting_key,
    planned,
    reminding_day_after,
    reminding_day_by,
    slot_on,
    why_told,
)
from tests.unit.domain.gatherings import meeting

USER, ZONE = "U0LEAD", "America/Mexico_City"
ACTION, MILESTONE = Reference(Series.ACTION, 7), Reference(Series.RECOMMENDATION, 2)
MONDAY, WEDNESDAY, FRIDAY = date(2027, 3, 1), date(2027, 3, 3), date(2027, 3, 5)
DAYS = st.dates(date(2026, 1, 1), date(2029, 1, 1))


def due(day: date, reference: Reference = ACTION) -> Dated:
    return Dated(USER, reference, day)


def days(count: int) -> timedelta:
    return timedelta(days=count)


@pytest.mark.parametrize(
    ("due_on", "why"),
    [
        (WEDNESDAY, Why.TODAY),
        (WEDNESDAY + days(1), Why.TOMORROW),
        (WEDNESDAY + days(2), None),
        (WEDNESDAY - days(1), Why.OVERDUE),
        (WEDNESDAY - days(2), None),
        (WEDNESDAY - days(8), Why.OVERDUE),
    ],
)
def test_an_action_is_told_the_day_before_on_the_day_and_the_day_after_and_then_weekly(
    due_on: date, why: Why | None
) -> None:
    assert why_told(due(due_on), WEDNESDAY, WEDNESDAY - days(1), None) is why


@pytest.mark.parametrize("ahead", [1, 2, 3])
def test_what_is_due_on_a_week_end_and_on_monday_is_told_on_friday(ahead: int) -> None:
    assert why_told(due(FRIDAY + days(ahead)), FRIDAY, FRIDAY - days(1), None) is Why.TOMORROW
    assert why_told(due(FRIDAY + days(4)), FRIDAY, FRIDAY - days(1), None) is None


@pytest.mark.parametrize("before", [1, 2, 3])
def test_what_was_due_since_friday_is_overdue_on_monday(before: int) -> None:
    assert why_told(due(MONDAY - days(before)), MONDAY, MONDAY - days(3), None) is Why.OVERDUE


def test_what_should_have_been_told_while_nobody_was_reminded_is_told_with_the_next_day() -> None:
    late = due(MONDAY)
    assert why_told(late, FRIDAY, MONDAY, None) is Why.OVERDUE
    assert why_told(late, FRIDAY, WEDNESDAY, None) is None
    assert why_told(late, FRIDAY, None, None) is Why.OVERDUE


def test_a_milestone_is_told_two_weeks_ahead_and_then_weekly_until_it_is_done() -> None:
    ends_on = date(2027, 3, 31)
    told = [
        day
        for day in (date(2027, 3, 1) + days(number) for number in range(50))
        if is_reminding_day(day)
        and why_told(due(ends_on, MILESTONE), day, reminding_day_by(day - days(1)), None)
    ]
    assert told == [date(2027, 3, 17) + days(7 * number) for number in range(5)]


def test_what_was_put_off_is_silent_until_its_day_and_told_on_it() -> None:
    yesterday = WEDNESDAY - days(1)
    for item in (due(WEDNESDAY - days(3)), due(WEDNESDAY), due(WEDNESDAY + days(20), MILESTONE)):
        assert why_told(item, WEDNESDAY, yesterday, FRIDAY) is None
        assert why_told(item, FRIDAY, FRIDAY - days(1), FRIDAY) is not None
    assert why_told(due(WEDNESDAY + days(20)), FRIDAY, WEDNESDAY, FRIDAY) is Why.RETURNED
    assert why_told(due(WEDNESDAY + days(20)), FRIDAY, FRIDAY, FRIDAY) is None


def test_what_was_put_off_until_a_week_end_is_told_after_it() -> None:
    assert why_told(due(MONDAY), MONDAY + days(7), FRIDAY, FRIDAY + days(1)) is Why.OVERDUE


@given(DAYS, st.integers(0, 500), st.sampled_from([ACTION, MILESTONE]))
def test_every_open_item_is_told_within_a_week_of_any_day_past_its_own(
    due_on: date, later: int, reference: Reference
) -> None:
    start = due_on + days(1 + later)
    week = [day for day in (start + days(number) for number in range(7)) if is_reminding_day(day)]
    told = [
        day for day in week if why_told(due(due_on, reference), day, reminding_day_by(day - days(1)), None)
    ]
    assert len(told) == 1


@given(DAYS, st.lists(st.booleans(), min_size=12, max_size=12))
def test_whatever_days_are_missed_the_first_day_of_being_overdue_is_told_once(
    due_on: date, answers: list[bool]
) -> None:
    """Days of a stopped process are as if they had not been: the first one after them tells it."""
    since: date | None = due_on
    told = 0
    for number, runs in enumerate(answers, start=1):
        day = due_on + days(number)
        if runs and is_reminding_day(day):
            told += why_told(due(due_on), day, since, None) is Why.OVERDUE
            since = day
    ran = since is not None and since > due_on
    weeks = 0 if since is None else (since - reminding_day_after(due_on)).days // 7
    assert told <= 1 + max(weeks, 0)
    assert (told > 0) == ran


@given(DAYS)
def test_everything_a_day_tells_is_due_by_the_day_that_is_asked_for(day: date) -> None:
    for ahead in range(40):
        for reference in (ACTION, MILESTONE):
            if why_told(due(day + days(ahead), reference), day, day - days(1), None):
                assert day + days(ahead) <= latest_day(day)


def test_items_come_reason_after_reason_and_the_longest_due_first() -> None:
    items = [
        due(MONDAY - days(1), Reference(Series.ACTION, 2)),
        due(MONDAY),
        due(MONDAY - days(3), Reference(Series.ACTION, 9)),
        due(MONDAY + days(14), MILESTONE),
    ]
    found = due_items(items, {}, MONDAY, None)
    assert [str(one.reference) for one in found] == ["A-9", "A-2", "A-7", "R-2"]
    snoozed = {ACTION: FRIDAY}
    assert ACTION not in {one.reference for one in due_items(items, snoozed, MONDAY, None)}


def test_of_many_items_some_of_every_reason_are_shown_in_their_order() -> None:
    wanted = [Wanted(Reference(Series.ACTION, number), Why.OVERDUE) for number in range(1, 30)]
    wanted += [Wanted(Reference(Series.RECOMMENDATION, 1), Why.POSITION, 3), Wanted(MILESTONE, Why.MILESTONE)]
    shown = chosen(wanted)
    assert len(shown) == SHOWN_MAX
    assert shown[-2:] == tuple(wanted[-2:])
    assert list(shown) == sorted(shown, key=wanted.index)
    assert chosen(wanted[:3]) == tuple(wanted[:3])


def at(day: date, hour: int, minute: int = 0, zone: str = ZONE) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo(zone)).astimezone(UTC)


def test_the_morning_is_half_past_eight_by_the_person_s_clock() -> None:
    plan = Plan(user=USER, next_at=at(MONDAY, 8, 30))
    assert due_today(plan, ZONE, at(MONDAY, 8, 29)) is None
    assert due_today(plan, ZONE, at(MONDAY, 8, 30)) == MONDAY
    assert due_today(plan, ZONE, at(MONDAY, 19, 59)) == MONDAY


def test_nobody_is_reminded_twice_a_day_in_the_evening_on_a_week_end_or_right_after_joining() -> None:
    plan = Plan(user=USER, next_at=at(FRIDAY, 8, 30))
    assert due_today(Plan(user=USER, next_at=None, last_on=FRIDAY), ZONE, at(FRIDAY, 9)) is None
    assert due_today(plan, ZONE, at(FRIDAY, 20)) is None
    assert due_today(plan, ZONE, at(FRIDAY + days(1), 9)) is None
    assert due_today(Plan(user=USER, next_at=TO_BE_PLANNED), ZONE, at(FRIDAY, 9)) is None
    assert planned(plan, ZONE, at(FRIDAY, 20)) == at(FRIDAY + days(3), 8, 30)


def test_who_moves_to_another_zone_is_never_reminded_of_one_day_twice() -> None:
    """From Tokyo, where it is Wednesday already, to Los Angeles, where the day begins anew."""
    used = Plan(user=USER, next_at=None, last_on=WEDNESDAY)
    now = at(WEDNESDAY, 9, zone="Asia/Tokyo")
    there = "America/Los_Angeles"
    assert planned(used, there, now) == at(WEDNESDAY + days(1), 8, 30, there)


@given(
    st.integers(0, 3 * 366 * 24 * 60),
    st.sampled_from(
        ["America/Mexico_City", "America/Tijuana", "Africa/Cairo", "Pacific/Apia", "Antarctica/Troll"]
    ),
)
def test_the_next_time_is_ahead_on_a_working_day_and_the_right_one_to_remind(minute: int, zone: str) -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)
    plan = Plan(user=USER, next_at=TO_BE_PLANNED)
    following = planned(plan, zone, now)
    day = following.astimezone(ZoneInfo(zone)).date()
    assert now < following <= now + days(4)
    assert is_reminding_day(day)
    assert slot_on(day, zone) == following
    assert due_today(Plan(user=USER, next_at=following), zone, following) == day


def test_positions_are_asked_two_days_before_the_meeting_or_before_the_week_end() -> None:
    held, arranged_at = meeting(at(FRIDAY, 10)), at(MONDAY - days(7), 9)
    asked = [
        day
        for day in (MONDAY + days(number) for number in range(7))
        if is_reminding_day(day)
        and is_asked_on(held, ZONE, day, reminding_day_by(day - days(1)), at(day, 8, 30), arranged_at)
    ]
    assert asked == [WEDNESDAY]
    on_monday, arranged_at = meeting(at(MONDAY, 10)), at(MONDAY - days(14), 9)
    friday = MONDAY - days(3)
    assert is_asked_on(on_monday, ZONE, friday, friday - days(1), at(friday, 8, 30), arranged_at)
    assert not is_asked_on(on_monday, ZONE, MONDAY, friday, at(MONDAY, 8, 30), arranged_at)


def test_positions_are_asked_before_a_meeting_that_was_arranged_late_and_not_after_it() -> None:
    tuesday = MONDAY + days(1)
    held, arranged_at = meeting(at(WEDNESDAY, 10)), at(MONDAY, 15)
    assert is_asked_on(held, ZONE, tuesday, MONDAY, at(tuesday, 8, 30), arranged_at)
    assert not is_asked_on(held, ZONE, WEDNESDAY, tuesday, at(WEDNESDAY, 8, 30), arranged_at)
    assert not is_asked_on(held, ZONE, WEDNESDAY, MONDAY, at(WEDNESDAY, 10), arranged_at)


@given(
    st.integers(0, 14 * 24 * 60),
    st.sampled_from(["Pacific/Kiritimati", "America/Mexico_City", "Pacific/Niue"]),
    st.sampled_from(["Pacific/Kiritimati", "America/Mexico_City", "Pacific/Niue"]),
)
def test_nobody_is_asked_before_a_meeting_that_is_far_wherever_they_went_since(
    minute: int, zone: str, then: str
) -> None:
    now = at(MONDAY, 0) + timedelta(minutes=minute)
    day = now.astimezone(ZoneInfo(then)).date()
    held = meeting(now + ASKED_WITHIN + timedelta(minutes=1))
    assert not is_asked_on(held, zone, day, None, now, now)


def test_keys_name_a_day_of_a_person_and_a_time_of_a_meeting() -> None:
    assert key_of("T1", 2, USER, MONDAY) == "remind:T1/2/U0LEAD:2027-03-01"
    held = meeting(at(MONDAY, 10))
    assert meeting_key("T1", 2, held, HowSoon.HOUR) == "meeting:T1/2/M-4:hour:2027-03-01T16:00:00Z"
