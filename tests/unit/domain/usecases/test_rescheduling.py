"""Editing a digest, and leaving one of its dates out: ranges go on, dates never come twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import Any

import pytest

from domain.change import ChangeKind
from domain.coverage import EVERYTHING, Coverage
from domain.delivery import DeliveryState, Skipped
from domain.group import Sector
from domain.language import Language
from domain.recurrence import MonthlyOnDay, Weekly
from domain.refusal import Refusal, RefusalCode
from domain.schedule import Schedule
from domain.subscription import Definition, SubscriptionState
from domain.usecases.deliveries import materialise
from domain.usecases.rescheduling import EditDigest, Edited, edit_digest
from domain.usecases.skipping import LeftOut, SkipDigest, skip_digest
from domain.usecases.subscriptions import pause, resume, stop, subscribe
from tests.fakes.scene import CHAIR, CHANNEL, FOUNDED_AT, LEAD, MEMBER, MONDAYS_AT_NINE, Hand
from tests.fakes.store import FakeUnitOfWork
from tests.unit.domain.usecases.outbox import MONDAY_NINE, WEEK, current, digests, personal, settle
from tests.unit.domain.usecases.wanted import wanted

HOUR = timedelta(hours=1)


def at(hour: int, *, zone: str = "America/Mexico_City") -> Schedule:
    return Schedule(Weekly(frozenset({0})), time(hour), zone)


def edit(
    hand: Hand,
    now: datetime = FOUNDED_AT,
    user: str = CHAIR,
    key: str | None = None,
    version: int | None = None,
    number: int = 1,
    **facts: object,
) -> Edited:
    def revised(before: Definition) -> Definition:
        return replace(before, **facts)  # type: ignore[arg-type]  # any of its fields

    command = EditDigest(
        origin=hand.origin(user, key),
        group=1,
        channel=CHANNEL,
        number=number,
        revision=revised,
        version=version,
    )
    return edit_digest(command, hand.uow, now)


def skip(hand: Hand, now: datetime, on: date | None = None, user: str = CHAIR) -> LeftOut:
    return skip_digest(SkipDigest(steer=hand.steer(1, user), on=on), hand.uow, now)


def refused(job: Callable[[], object]) -> RefusalCode:
    with pytest.raises(Refusal) as caught:
        job()
    return caught.value.code


def test_only_what_is_said_is_different_and_history_tells_each_of_it(hand: Hand) -> None:
    before = hand.subscribe(FOUNDED_AT)
    edited = edit(hand, schedule=at(10), languages=(Language.SPANISH,))
    after = edited.subscription
    assert after == current(hand)
    assert after == replace(
        before,
        schedule=at(10),
        languages=(Language.SPANISH,),
        next_slot=after.next_slot,
        version=2,
    )
    told = [(change.kind, change.before, change.after, change.comment) for change in edited.changes]
    assert told == [
        (ChangeKind.DIGEST_EDITED, "time=09:00", "time=10:00", "D-1"),
        (ChangeKind.DIGEST_EDITED, "languages=en", "languages=es", "D-1"),
    ]

    assert hand.record.changes.between(before.told_through, 99, 9)[0].after == "time=10:00"


def test_the_next_date_is_later_than_any_that_was_used(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    materialise(uow, MONDAY_NINE, 9)
    settle(uow, MONDAY_NINE)
    slot = edit(hand, MONDAY_NINE + HOUR, schedule=at(17)).subscription.next_slot
    assert slot is not None
    assert slot.date == date(2026, 11, 30)
    materialise(uow, MONDAY_NINE + WEEK + 9 * HOUR, 9)
    assert [each.facts["slot"] for each in digests(uow)] == ["2026-11-23", "2026-11-30"]


def test_the_range_goes_on_where_the_last_digest_ended(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    materialise(uow, MONDAY_NINE, 9)
    settle(uow, MONDAY_NINE)
    edit(hand, MONDAY_NINE + HOUR, schedule=at(10))
    hand.change(MONDAY_NINE + 2 * HOUR)
    materialise(uow, MONDAY_NINE + WEEK + HOUR, 9)
    first, second = digests(uow)
    assert second.facts["after"] == first.facts["through"]
    assert second.facts["through"] == hand.record.changes.last_number


def test_a_digest_that_is_due_by_now_goes_as_it_was(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    edit(hand, MONDAY_NINE, schedule=at(17), languages=(Language.SPANISH,))
    (due,) = digests(uow)
    assert (due.facts["slot"], due.facts["languages"]) == ("2026-11-23", ["en"])
    assert materialise(uow, MONDAY_NINE + 9 * HOUR, 9).created == 0
    assert current(hand).last_date == date(2026, 11, 23)


def test_one_on_its_way_goes_as_it_was_and_what_is_due_meanwhile_is_a_row(
    uow: FakeUnitOfWork, hand: Hand
) -> None:
    hand.subscribe(FOUNDED_AT)
    materialise(uow, MONDAY_NINE, 9)
    edited = edit(hand, MONDAY_NINE + WEEK, schedule=at(17)).subscription
    first, passed = digests(uow)
    assert (first.state, first.facts["languages"]) == (DeliveryState.PENDING, ["en"])
    assert (passed.skipped, passed.facts["slot"]) == (Skipped.UNDER_WAY, "2026-11-30")
    assert passed.facts["after"] == passed.facts["through"]
    assert edited.next_slot is not None
    assert edited.next_slot.date == date(2026, 12, 7)


def test_every_second_week_counts_from_the_first_slot_and_keeps_its_weeks(hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    fortnightly = Weekly(frozenset({0}), 2)
    first = edit(hand, schedule=Schedule(fortnightly, time(9), "UTC")).subscription
    assert first.schedule.recurrence == replace(fortnightly, anchor=date(2026, 11, 23))
    later = MONDAY_NINE + 3 * HOUR
    moved = edit(hand, later, schedule=Schedule(fortnightly, time(10), "UTC")).subscription
    assert moved.schedule.recurrence == first.schedule.recurrence
    assert moved.next_slot is not None
    assert moved.next_slot.date == date(2026, 12, 7)


def test_a_paused_digest_is_edited_and_stays_paused(hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    pause(hand.steer(1), hand.uow, FOUNDED_AT)
    edited = edit(hand, schedule=Schedule(MonthlyOnDay(1), time(9), "UTC")).subscription
    assert (edited.state, edited.next_slot) == (SubscriptionState.PAUSED, None)
    resumed = resume(hand.steer(1), hand.uow, FOUNDED_AT)
    assert resumed.next_slot is not None
    assert resumed.next_slot.date == date(2026, 12, 1)


def test_what_is_so_already_writes_nothing(hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    history = hand.record.changes.last_number
    assert edit(hand, schedule=MONDAYS_AT_NINE).changes == ()
    assert (hand.record.changes.last_number, current(hand).version) == (history, 1)


def test_a_replay_gets_the_first_ones_answer(hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    first = edit(hand, key="once", schedule=at(10))
    history = hand.record.changes.last_number
    second = edit(hand, key="once", schedule=at(10))
    assert [change.after for change in second.changes] == [change.after for change in first.changes]
    assert (hand.record.changes.last_number, current(hand).version) == (history, 2)


def test_an_edit_that_cannot_be_is_refused(hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    hand.subscribe(FOUNDED_AT, at(17))
    hand.subscribe(FOUNDED_AT, themes=("charging",))
    third = {"number": 3, "user": LEAD}
    assert refused(lambda: edit(hand, user=MEMBER, schedule=at(8))) is RefusalCode.LEAD_ONLY
    cases: list[tuple[dict[str, Any], RefusalCode]] = [
        ({"schedule": at(17)}, RefusalCode.DIGEST_ALREADY),
        ({"schedule": at(8), "version": 7}, RefusalCode.DIGEST_CHANGED),
        ({"schedule": at(8), "number": 9}, RefusalCode.SUBSCRIPTION_UNKNOWN),
        ({"coverage": Coverage(themes=("supply",))}, RefusalCode.THEME_UNKNOWN),
        ({"coverage": Coverage(countries=("CA",))}, RefusalCode.COUNTRY_UNKNOWN),
        ({"coverage": Coverage(mine_of=CHAIR)}, RefusalCode.DIGEST_OF_ONES_OWN),
        ({"coverage": Coverage(concerning=CHAIR)}, RefusalCode.DIGEST_OF_ONES_OWN),
        ({"schedule": at(8, zone="Nowhere/City")}, RefusalCode.ZONE_UNKNOWN),
        (third | {"coverage": EVERYTHING}, RefusalCode.LEAD_ONLY),
    ]
    for facts, code in cases:
        assert refused(partial(edit, hand, **facts)) is code, facts
    stop(hand.steer(1), hand.uow, FOUNDED_AT)
    assert refused(lambda: edit(hand, schedule=at(8))) is RefusalCode.SUBSCRIPTION_ENDED


def test_a_sector_that_the_group_does_not_have_is_refused_when_scheduling(hand: Hand) -> None:
    hand.record.save_group(replace(hand.record.group, sectors=(Sector.INDUSTRY,)))
    command = wanted(hand.origin(), coverage=Coverage(sectors=(Sector.ACADEMIA,)))
    assert refused(lambda: subscribe(command, hand.uow, FOUNDED_AT)) is RefusalCode.SECTOR_UNKNOWN


def test_the_skipped_date_is_a_row_and_its_changes_go_to_the_next(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    told = current(hand).told_through
    hand.change(FOUNDED_AT)
    left = skip(hand, FOUNDED_AT, date(2026, 11, 23))
    skipped = left.subscription
    assert left.date == date(2026, 11, 23)
    assert skipped.next_slot is not None
    assert (skipped.next_slot.date, skipped.last_date) == (date(2026, 11, 30), date(2026, 11, 23))
    (row,) = digests(uow)
    assert (row.state, row.facts["after"], row.facts["through"]) == (DeliveryState.SKIPPED, told, told)
    assert row.skipped is Skipped.ASKED
    assert materialise(uow, MONDAY_NINE, 9).created == 0
    materialise(uow, MONDAY_NINE + WEEK, 9)
    assert digests(uow)[-1].facts["after"] == told


@pytest.mark.parametrize(
    ("weekday", "following"), [(4, date(2026, 11, 20)), (0, date(2026, 11, 30))], ids=["earlier", "the same"]
)
def test_a_skipped_date_does_not_hold_up_the_days_of_another_rhythm(
    hand: Hand, weekday: int, following: date
) -> None:
    hand.subscribe(datetime(2026, 11, 16, 20, tzinfo=UTC))
    skip(hand, datetime(2026, 11, 16, 20, tzinfo=UTC), date(2026, 11, 23))
    schedule = replace(at(10), recurrence=Weekly(frozenset({weekday})))
    edited = edit(hand, datetime(2026, 11, 16, 20, tzinfo=UTC), schedule=schedule).subscription
    assert edited.next_slot is not None
    assert edited.next_slot.date == following


def test_pressing_twice_skips_one(hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    first = skip(hand, FOUNDED_AT, date(2026, 11, 23))
    history = hand.record.changes.last_number
    again = skip(hand, FOUNDED_AT, date(2026, 11, 23))
    assert (again.subscription, again.date) == (first.subscription, None)
    assert hand.record.changes.last_number == history


def test_a_reader_skips_their_own_and_nobody_elses(uow: FakeUnitOfWork, hand: Hand) -> None:
    personal(uow, hand)
    steer = replace(hand.steer(1, MEMBER), channel=MEMBER)
    found = skip_digest(SkipDigest(steer=steer), uow, FOUNDED_AT).subscription
    assert found.last_date == date(2026, 11, 23)
    other = replace(hand.steer(1, LEAD), channel=MEMBER)
    assert refused(lambda: skip_digest(SkipDigest(steer=other), uow, FOUNDED_AT)) is RefusalCode.LEAD_ONLY


def test_a_paused_digest_has_no_next_one_to_skip(hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    pause(hand.steer(1), hand.uow, FOUNDED_AT)
    assert refused(lambda: skip(hand, FOUNDED_AT)) is RefusalCode.DIGEST_NOT_DUE


def test_resuming_does_not_bring_a_skipped_date_back(hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    skip(hand, FOUNDED_AT)
    pause(hand.steer(1), hand.uow, FOUNDED_AT)
    resumed = resume(hand.steer(1), hand.uow, datetime(2026, 11, 21, tzinfo=UTC))
    assert resumed.next_slot is not None
    assert resumed.next_slot.date == date(2026, 11, 30)
