"""What waits to be sent when a digest is paused is not sent: the next one tells it."""

from __future__ import annotations

import pytest

from domain.delivery import Delivery, DeliveryState, Payload, Skipped
from domain.usecases.deliveries import deliver_now, materialise
from domain.usecases.resending import Decide, resend
from domain.usecases.subscriptions import pause, resume
from tests.fakes.scene import CHANNEL, FOUNDED_AT, Hand
from tests.fakes.store import FakeUnitOfWork
from tests.unit.domain.usecases.outbox import LEASE, MONDAY_NINE, WEEK, current, digests, settle

FAILED, SKIPPED, UNCERTAIN = DeliveryState.FAILED, DeliveryState.SKIPPED, DeliveryState.UNCERTAIN


def waiting(uow: FakeUnitOfWork, hand: Hand) -> Delivery:
    """Monday's digest of something that happened."""
    hand.subscribe(FOUNDED_AT)
    hand.change(FOUNDED_AT)
    materialise(uow, MONDAY_NINE, 9)
    (one,) = digests(uow)
    return one


def ranges(uow: FakeUnitOfWork) -> list[tuple[int, int]]:
    told = [each for each in digests(uow) if each.state not in {SKIPPED, FAILED}]
    return [(each.facts["after"], each.facts["through"]) for each in told]


def test_what_waits_is_not_sent_and_the_next_one_after_the_pause_tells_it(
    uow: FakeUnitOfWork, hand: Hand
) -> None:
    one = waiting(uow, hand)
    pause(hand.steer(1), uow, MONDAY_NINE)
    row = uow.outbox.deliveries[one.id]
    assert (row.state, row.skipped) == (SKIPPED, Skipped.WITHDRAWN)
    assert current(hand).told_through == one.facts["after"]

    resume(hand.steer(1), uow, MONDAY_NINE)
    hand.change(MONDAY_NINE)
    materialise(uow, MONDAY_NINE + WEEK, 9)
    assert ranges(uow) == [(one.facts["after"], hand.record.changes.last_number)]


def test_who_is_about_to_send_it_finds_the_lease_lost(uow: FakeUnitOfWork, hand: Hand) -> None:
    one = waiting(uow, hand)
    uow.outbox.claim(LEASE, MONDAY_NINE, 9)
    pause(hand.steer(1), uow, MONDAY_NINE)
    assert one.id not in uow.outbox.leases


@pytest.mark.parametrize("state", [DeliveryState.SENT, UNCERTAIN, FAILED])
def test_what_came_to_its_end_before_stays(uow: FakeUnitOfWork, hand: Hand, state: DeliveryState) -> None:
    one = waiting(uow, hand)
    settle(uow, MONDAY_NINE, state)
    before = current(hand)
    assert pause(hand.steer(1), uow, MONDAY_NINE).told_through == before.told_through
    assert uow.outbox.deliveries[one.id].state is state


def test_what_may_stand_there_goes_on(uow: FakeUnitOfWork, hand: Hand) -> None:
    one = waiting(uow, hand)
    (held,) = uow.outbox.claim(LEASE, MONDAY_NINE, 9)
    uow.outbox.freeze(held.id, LEASE, [Payload({"text": "rich"}, {"text": "plain"})])
    uow.outbox.begin(held.id, LEASE, 0, MONDAY_NINE)
    told = current(hand).told_through
    assert pause(hand.steer(1), uow, MONDAY_NINE).told_through == told
    assert uow.outbox.deliveries[one.id].state is DeliveryState.SENDING


def test_one_that_somebody_asked_for_now_still_comes(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    hand.change(FOUNDED_AT)
    deliver_now(hand.steer(1), uow, FOUNDED_AT)
    pause(hand.steer(1), uow, FOUNDED_AT)
    (one,) = digests(uow)
    assert one.state is DeliveryState.PENDING


def test_one_that_is_sent_again_behind_a_later_one_still_comes(uow: FakeUnitOfWork, hand: Hand) -> None:
    one = waiting(uow, hand)
    settle(uow, MONDAY_NINE, UNCERTAIN)
    hand.change(MONDAY_NINE)
    materialise(uow, MONDAY_NINE + WEEK, 9)
    settle(uow, MONDAY_NINE + WEEK)
    doubted = uow.outbox.deliveries[one.id]
    command = Decide(
        origin=hand.origin(), group=1, channel=CHANNEL, delivery=one.id, attempts=doubted.attempts
    )
    resend(command, uow, MONDAY_NINE + WEEK)
    told = current(hand).told_through
    assert pause(hand.steer(1), uow, MONDAY_NINE + WEEK).told_through == told
    assert not uow.outbox.deliveries[one.id].state.is_final
