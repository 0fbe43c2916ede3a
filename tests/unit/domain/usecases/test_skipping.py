"""Leaving a date of a digest out, and bringing it back while it lies ahead."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from domain.change import ChangeKind
from domain.delivery import DeliveryState
from domain.recurrence import Weekly
from domain.refusal import Refusal, RefusalCode
from domain.schedule import Schedule
from domain.usecases.deliveries import materialise
from domain.usecases.rescheduling import EditDigest, edit_digest
from domain.usecases.skipping import Reinstated, SkipDigest, skip_digest, unskip_digest
from domain.usecases.subscriptions import pause, resume
from tests.fakes.scene import CHAIR, CHANNEL, FOUNDED_AT, LEAD, MEMBER, Hand
from tests.fakes.store import FakeUnitOfWork
from tests.unit.domain.usecases.outbox import MONDAY_NINE, WEEK, current, digests, personal, settle

FIRST, SECOND = date(2026, 11, 23), date(2026, 11, 30)


def skip(hand: Hand, now: datetime = FOUNDED_AT, on: date | None = None) -> None:
    skip_digest(SkipDigest(steer=hand.steer(1, CHAIR), on=on), hand.uow, now)


def unskip(hand: Hand, now: datetime = FOUNDED_AT, on: date | None = None, user: str = CHAIR) -> Reinstated:
    return unskip_digest(SkipDigest(steer=hand.steer(1, user), on=on), hand.uow, now)


@pytest.mark.parametrize("on", [None, FIRST])
def test_what_was_left_out_comes_back_as_if_nothing_had_been(
    uow: FakeUnitOfWork, hand: Hand, on: date | None
) -> None:
    before = hand.subscribe(FOUNDED_AT)
    skip(hand)
    back = unskip(hand, on=on)
    assert back.date == FIRST
    assert back.subscription == replace(before, version=before.version + 2, last_date=FIRST)
    assert not digests(uow)
    assert materialise(uow, MONDAY_NINE, 9).created == 1
    assert digests(uow)[-1].facts["slot"] == FIRST.isoformat()


def test_history_says_what_was_left_out_and_that_it_came_back(hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    skip(hand)
    unskip(hand)
    told = hand.record.changes.between(0, hand.record.changes.last_number, 99)[-2:]
    kinds = [ChangeKind.DIGEST_SKIPPED, ChangeKind.DIGEST_UNSKIPPED]
    assert [(each.kind, each.after, each.comment) for each in told] == [
        (kind, FIRST.isoformat(), "D-1") for kind in kinds
    ]


def test_of_two_dates_that_are_left_out_the_later_comes_back_unless_the_earlier_is_named(
    uow: FakeUnitOfWork, hand: Hand
) -> None:
    hand.subscribe(FOUNDED_AT)
    skip(hand)
    skip(hand)
    assert unskip(hand, on=FIRST).date == FIRST
    skip(hand, on=FIRST)
    back = unskip(hand)
    assert (back.date, back.others) == (SECOND, (FIRST,))
    assert unskip(hand, on=SECOND) == Reinstated(back.subscription, None, (FIRST,))
    assert unskip(hand).date == FIRST
    assert unskip(hand).date is None
    assert materialise(uow, MONDAY_NINE, 9).created == 1


def test_pressing_twice_brings_one_back(hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    skip(hand)
    skip(hand)
    first = unskip(hand, on=SECOND)
    history = hand.record.changes.last_number
    again = unskip(hand, on=SECOND)
    assert (again.subscription, again.date, again.others) == (first.subscription, None, (FIRST,))
    assert hand.record.changes.last_number == history


def test_a_replay_gets_the_first_ones_answer(hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    skip(hand)
    command = SkipDigest(steer=hand.steer(1, CHAIR))
    first = unskip_digest(command, hand.uow, FOUNDED_AT)
    assert unskip_digest(command, hand.uow, FOUNDED_AT) == first


def test_a_date_that_has_passed_stays_left_out(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    skip(hand)
    left = current(hand)
    assert unskip(hand, MONDAY_NINE) == Reinstated(left, None)
    assert [row.state for row in digests(uow)] == [DeliveryState.SKIPPED]


def test_a_date_that_was_used_is_not_one_that_was_left_out(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    materialise(uow, MONDAY_NINE, 9)
    settle(uow, MONDAY_NINE)
    assert unskip(hand, MONDAY_NINE - timedelta(hours=1)).date is None
    assert [row.state for row in digests(uow)] == [DeliveryState.SENT]


def test_behind_one_that_was_sent_the_dates_go_on(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    materialise(uow, MONDAY_NINE, 9)
    settle(uow, MONDAY_NINE)
    before = current(hand)
    skip(hand, MONDAY_NINE)
    back = unskip(hand, MONDAY_NINE).subscription
    assert back == replace(before, version=before.version + 2, last_date=SECOND)
    assert materialise(uow, MONDAY_NINE + WEEK, 9).created == 1


@pytest.mark.parametrize(
    ("weekday", "back", "following"),
    [(0, FIRST, FIRST), (1, None, date(2026, 11, 17)), (4, None, date(2026, 11, 20))],
    ids=["the same day", "an earlier day", "another day"],
)
def test_after_an_edit_a_date_comes_back_that_the_schedule_still_has(
    uow: FakeUnitOfWork, hand: Hand, weekday: int, back: date | None, following: date
) -> None:
    now = datetime(2026, 11, 16, 20, tzinfo=UTC)
    hand.subscribe(now)
    skip(hand, now)
    schedule = Schedule(Weekly(frozenset({weekday})), time(10), "America/Mexico_City")
    edit = EditDigest(
        origin=hand.origin(CHAIR),
        group=1,
        channel=CHANNEL,
        number=1,
        revision=lambda before: replace(before, schedule=schedule),
    )
    edit_digest(edit, uow, now)
    found = unskip(hand, now)
    assert found.date == back
    assert found.subscription.next_slot is not None
    assert found.subscription.next_slot.date == following


def test_a_paused_digest_stays_paused_and_has_the_date_again_once_resumed(
    uow: FakeUnitOfWork, hand: Hand
) -> None:
    hand.subscribe(FOUNDED_AT)
    skip(hand)
    pause(hand.steer(1), uow, FOUNDED_AT)
    back = unskip(hand)
    assert (back.date, back.subscription.next_slot) == (FIRST, None)
    resumed = resume(hand.steer(1), uow, FOUNDED_AT)
    assert resumed.next_slot is not None
    assert resumed.next_slot.date == FIRST


def test_readers_bring_back_their_own_and_nobody_elses(uow: FakeUnitOfWork, hand: Hand) -> None:
    personal(uow, hand)
    own = replace(hand.steer(1, MEMBER), channel=MEMBER)
    skip_digest(SkipDigest(steer=own), uow, FOUNDED_AT)
    other = SkipDigest(steer=replace(hand.steer(1, LEAD), channel=MEMBER))
    with pytest.raises(Refusal) as caught:
        unskip_digest(other, uow, FOUNDED_AT)
    assert caught.value.code is RefusalCode.LEAD_ONLY
    again = replace(hand.steer(1, MEMBER), channel=MEMBER)
    assert unskip_digest(SkipDigest(steer=again), uow, FOUNDED_AT).date == FIRST
