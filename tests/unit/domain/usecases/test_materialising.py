"""What is due becomes a delivery, over everything since the last one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domain.change import Change, ChangeKind
from domain.delivery import DeliveryState, Skipped
from domain.subscription import SubscriptionState
from domain.usecases.composed import digest_told
from domain.usecases.deliveries import SKIPPED_ROWS_MAX, Materialised, materialise
from domain.usecases.digest_facts import scope_of, stretch_of
from domain.usecases.digests import CHUNK
from domain.usecases.subscriptions import resume
from tests.fakes.scene import CHANNEL, FOUNDED_AT, MEMBER, WORKSPACE, Hand, found
from tests.fakes.store import FakeUnitOfWork
from tests.unit.domain.usecases.outbox import DAILY, MONDAY_NINE, WEEK, current, deliveries, personal, settle
from tests.unit.domain.usecases.stage import profile


def test_a_due_slot_becomes_a_delivery_over_everything_since_the_last(
    uow: FakeUnitOfWork, hand: Hand
) -> None:
    subscription = hand.subscribe(FOUNDED_AT)
    hand.change(FOUNDED_AT)
    assert materialise(uow, MONDAY_NINE - timedelta(seconds=1), 10) == Materialised(0, 0)
    assert materialise(uow, MONDAY_NINE, 10) == Materialised(1, 0)
    (delivery,) = deliveries(uow)
    assert delivery.key == "digest:T0001/1/D-1:2026-11-23"
    assert (delivery.state, delivery.channel) == (DeliveryState.PENDING, CHANNEL)
    assert delivery.due_at == MONDAY_NINE
    assert delivery.facts["slot"] == "2026-11-23"
    stretch = stretch_of(delivery.facts)
    assert (stretch.after, stretch.through) == (subscription.told_through, hand.record.changes.last_number)
    assert (stretch.since, stretch.until) == (FOUNDED_AT, MONDAY_NINE)
    told = current(hand)
    assert told.told_through == stretch.through
    assert told.last_date == date(2026, 11, 23)
    assert told.next_slot is not None
    assert told.next_slot.due_at == MONDAY_NINE + WEEK


def test_nothing_is_made_while_a_delivery_is_in_flight(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    materialise(uow, MONDAY_NINE, 10)
    assert materialise(uow, MONDAY_NINE + WEEK, 10) == Materialised(0, 0)
    settle(uow, MONDAY_NINE + WEEK)
    assert materialise(uow, MONDAY_NINE + WEEK, 10) == Materialised(1, 0)


def test_after_downtime_one_digest_covers_the_gap_and_the_other_slots_are_rows_too(
    uow: FakeUnitOfWork, hand: Hand
) -> None:
    hand.subscribe(FOUNDED_AT)
    for week in range(4):
        hand.change(FOUNDED_AT + week * WEEK)
    assert materialise(uow, MONDAY_NINE + 3 * WEEK, 10) == Materialised(1, 3)
    *skipped, last = deliveries(uow)
    assert {row.state for row in skipped} == {DeliveryState.SKIPPED}
    assert {row.skipped for row in skipped} == {Skipped.PASSED}
    assert [row.key[-10:] for row in skipped] == ["2026-11-23", "2026-11-30", "2026-12-07"]
    assert all(row.facts["after"] == row.facts["through"] for row in skipped)
    assert last.key.endswith("2026-12-14")
    assert last.facts["missed"] == 3
    assert last.facts["through"] - last.facts["after"] == 4


def test_years_of_downtime_leave_a_bounded_number_of_rows(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT, DAILY)
    now = FOUNDED_AT + timedelta(days=3650)
    assert materialise(uow, now, 10) == Materialised(1, SKIPPED_ROWS_MAX)
    assert deliveries(uow)[-1].facts["missed"] == 3649
    next_slot = current(hand).next_slot
    assert next_slot is not None
    assert next_slot.due_at > now


def test_the_period_begins_where_the_last_digest_ended(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    late = MONDAY_NINE + timedelta(hours=5)
    materialise(uow, late, 10)
    settle(uow, late)
    materialise(uow, MONDAY_NINE + WEEK, 10)
    assert stretch_of(deliveries(uow)[-1].facts).since == late


def test_a_quiet_slot_is_skipped_where_so_set(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT, skip_quiet=True, themes=("talent",))
    hand.change(FOUNDED_AT, theme="charging")
    assert materialise(uow, MONDAY_NINE, 10) == Materialised(0, 1)
    (row,) = deliveries(uow)
    assert row.skipped is Skipped.QUIET
    assert current(hand).told_through == row.facts["through"] == hand.record.changes.last_number
    hand.change(MONDAY_NINE, theme="talent")
    assert materialise(uow, MONDAY_NINE + WEEK, 10) == Materialised(1, 0)


def test_news_are_looked_for_no_further_than_the_first_of_them(
    uow: FakeUnitOfWork, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The group's row is locked meanwhile."""
    hand.subscribe(FOUNDED_AT, skip_quiet=True)
    for _ in range(CHUNK + 1):
        hand.change(FOUNDED_AT, theme="charging")
    changes, asked = hand.record.changes, []
    between = changes.between

    def counted(after: int, through: int, limit: int) -> tuple[Change, ...]:
        asked.append(after)
        return between(after, through, limit)

    monkeypatch.setattr(changes, "between", counted)
    assert materialise(uow, MONDAY_NINE, 10) == Materialised(1, 0)
    assert len(asked) == 1


def test_a_quiet_slot_is_told_where_not_set(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    assert materialise(uow, MONDAY_NINE, 10) == Materialised(1, 0)


def test_at_most_the_limit_is_made_at_once(uow: FakeUnitOfWork, hand: Hand) -> None:
    for themes in ((), ("charging",), ("talent",)):
        hand.subscribe(FOUNDED_AT, themes=themes)
    assert materialise(uow, MONDAY_NINE, 2) == Materialised(2, 0)
    assert materialise(uow, MONDAY_NINE, 2) == Materialised(1, 0)
    assert materialise(uow, MONDAY_NINE, 2) == Materialised(0, 0)


def test_the_same_number_in_two_workspaces_makes_two_keys(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    Hand(uow, found(uow, "T0002")).subscribe(FOUNDED_AT)
    materialise(uow, MONDAY_NINE, 10)
    assert {row.key for row in deliveries(uow)} == {
        "digest:T0001/1/D-1:2026-11-23",
        "digest:T0002/1/D-1:2026-11-23",
    }


def test_a_slot_whose_key_exists_is_passed_without_telling_anything(uow: FakeUnitOfWork, hand: Hand) -> None:
    subscription = hand.subscribe(FOUNDED_AT)
    materialise(uow, MONDAY_NINE, 10)
    settle(uow, MONDAY_NINE)
    hand.record.subscriptions.save(subscription)
    assert materialise(uow, MONDAY_NINE, 10) == Materialised(0, 0)
    assert current(hand).told_through == subscription.told_through
    assert current(hand).next_slot != subscription.next_slot


@pytest.mark.parametrize("lost", ["membership", "is_guest", "is_stranger"])
def test_a_personal_digest_of_somebody_who_left_is_stopped_instead_of_delivered(
    uow: FakeUnitOfWork, hand: Hand, lost: str
) -> None:
    personal(uow, hand)
    if lost == "membership":
        del uow.workspace(WORKSPACE).group(1).members.by_user[MEMBER]
    else:
        uow.workspace(WORKSPACE).people.save(profile(MEMBER, **{lost: True}))
    assert materialise(uow, MONDAY_NINE, 10) == Materialised(0, 1)
    (row,) = deliveries(uow)
    assert row.state is DeliveryState.SKIPPED
    assert row.facts["after"] == row.facts["through"]
    assert (current(hand).state, current(hand).next_slot) == (SubscriptionState.STOPPED, None)
    (told,) = hand.record.changes.between(row.facts["through"], hand.record.changes.last_number, 10)
    assert (told.kind, told.after, told.comment) == (ChangeKind.DIGEST_STOPPED, MEMBER, "D-1")
    assert materialise(uow, MONDAY_NINE + WEEK, 10) == Materialised(0, 0)


def test_a_personal_digest_of_a_member_is_delivered(uow: FakeUnitOfWork, hand: Hand) -> None:
    personal(uow, hand)
    assert materialise(uow, MONDAY_NINE, 10) == Materialised(1, 0)


def test_a_delivery_knows_its_digest(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT, themes=("charging",))
    hand.change(FOUNDED_AT)
    hand.change(FOUNDED_AT, theme="talent")
    materialise(uow, MONDAY_NINE, 10)
    digest = digest_told(deliveries(uow)[0], uow).digest
    assert (digest.since, digest.until) == (FOUNDED_AT, MONDAY_NINE)
    assert digest.themes == scope_of(deliveries(uow)[0].facts).coverage.themes == ("charging",)
    assert digest.changes == 2
    assert len(digest.effects.recorded) == 1


def test_resuming_what_was_never_paused_does_not_pass_over_a_slot_that_is_due(
    uow: FakeUnitOfWork, hand: Hand
) -> None:
    hand.subscribe(FOUNDED_AT)
    resume(hand.steer(1), uow, MONDAY_NINE)
    assert materialise(uow, MONDAY_NINE, 10) == Materialised(1, 0)
