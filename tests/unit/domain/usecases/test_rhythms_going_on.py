"""Of every few weeks those go on in which a digest came, whatever is edited."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from domain.recurrence import MonthlyOnWeekday, Recurrence, Weekly
from domain.schedule import Schedule
from domain.subscription import Subscription
from domain.usecases.deliveries import materialise
from domain.usecases.rescheduling import EditDigest, edit_digest
from domain.usecases.skipping import SkipDigest, skip_digest
from tests.fakes.scene import CHAIR, CHANNEL, FOUNDED_AT, Hand
from tests.fakes.store import FakeUnitOfWork
from tests.unit.domain.usecases.outbox import MONDAY_NINE, settle

HOUR = timedelta(hours=1)


def at_nine(recurrence: Recurrence) -> Schedule:
    return Schedule(recurrence, time(9), "America/Mexico_City")


def edit(hand: Hand, now: datetime, schedule: Schedule) -> Subscription:
    command = EditDigest(
        origin=hand.origin(CHAIR),
        group=1,
        channel=CHANNEL,
        number=1,
        revision=lambda before: replace(before, schedule=schedule),
    )
    return edit_digest(command, hand.uow, now).subscription


@pytest.mark.parametrize(
    ("before", "after", "following"),
    [
        (Weekly(frozenset({0})), Weekly(frozenset({0}), 2), date(2026, 12, 7)),
        (Weekly(frozenset({0})), Weekly(frozenset({0}), 3), date(2026, 12, 14)),
        (Weekly(frozenset({0})), Weekly(frozenset({4}), 2), date(2026, 12, 11)),
        (Weekly(frozenset({0})), Weekly(frozenset({4})), date(2026, 11, 27)),
        (Weekly(frozenset({0})), Weekly(frozenset({0, 3}), 2), date(2026, 11, 26)),
        (Weekly(frozenset({0}), 2), Weekly(frozenset({1}), 2), date(2026, 12, 8)),
        (MonthlyOnWeekday(4, 0), Weekly(frozenset({0}), 2), date(2026, 12, 7)),
    ],
)
def test_weeks_are_counted_from_the_one_in_which_it_last_came(
    uow: FakeUnitOfWork, hand: Hand, before: Recurrence, after: Recurrence, following: date
) -> None:
    hand.subscribe(FOUNDED_AT, at_nine(before))
    materialise(uow, MONDAY_NINE, 9)
    settle(uow, MONDAY_NINE)
    schedule = at_nine(after)
    edited = edit(hand, MONDAY_NINE + HOUR, schedule)
    assert edited.next_slot is not None
    assert edited.next_slot.date == following


def test_another_weekday_and_back_leaves_the_weeks(uow: FakeUnitOfWork, hand: Hand) -> None:
    fortnightly = at_nine(Weekly(frozenset({0}), 2))
    first = hand.subscribe(FOUNDED_AT, fortnightly)
    materialise(uow, MONDAY_NINE, 9)
    settle(uow, MONDAY_NINE)
    tuesdays = at_nine(Weekly(frozenset({1}), 2))
    edit(hand, MONDAY_NINE + 3 * HOUR, tuesdays)
    edited = edit(hand, MONDAY_NINE + 4 * HOUR, fortnightly)
    assert edited.schedule == first.schedule
    assert edited.next_slot is not None
    assert edited.next_slot.date == date(2026, 12, 7)


def test_after_a_date_that_was_left_out_weeks_are_still_those_of_the_last_that_came(
    uow: FakeUnitOfWork, hand: Hand
) -> None:
    hand.subscribe(FOUNDED_AT)
    materialise(uow, MONDAY_NINE, 9)
    settle(uow, MONDAY_NINE)
    skip_digest(SkipDigest(steer=hand.steer(1, CHAIR)), uow, MONDAY_NINE + HOUR)
    fortnightly = at_nine(Weekly(frozenset({0}), 2))
    edited = edit(hand, MONDAY_NINE + HOUR, fortnightly)
    assert edited.next_slot is not None
    assert edited.next_slot.date == date(2026, 12, 7)
