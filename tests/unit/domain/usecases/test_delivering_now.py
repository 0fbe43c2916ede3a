"""A digest asked for now tells everything so far, once, and leaves the schedule as it is."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.delivery import DeliveryState
from domain.refusal import Refusal, RefusalCode
from domain.usecases.deliveries import QUIET_AGAIN_AFTER, deliver_now
from domain.usecases.subscriptions import stop
from tests.fakes.scene import FOUNDED_AT, LEAD, MEMBER, Hand
from tests.fakes.store import FakeUnitOfWork
from tests.unit.domain.usecases.outbox import current, deliveries, digests, settle


def test_now_tells_everything_and_the_slot_keeps_its_time(uow: FakeUnitOfWork, hand: Hand) -> None:
    before = hand.subscribe(FOUNDED_AT)
    hand.change(FOUNDED_AT)
    queued = deliver_now(hand.steer(1, key="trigger-now"), uow, FOUNDED_AT)
    (delivery,) = deliveries(uow)
    assert queued.key == delivery.key == "now:trigger-now"
    assert (delivery.facts["after"], delivery.facts["through"]) == (
        before.told_through,
        hand.record.changes.last_number,
    )
    assert current(hand).told_through == hand.record.changes.last_number
    assert current(hand).next_slot == before.next_slot


def test_a_replay_of_now_gets_the_first_answer(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    command = hand.steer(1)
    first = deliver_now(command, uow, FOUNDED_AT)
    assert deliver_now(command, uow, FOUNDED_AT).key == first.key
    assert len(deliveries(uow)) == 1


def test_now_is_refused_while_a_digest_is_on_its_way(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    deliver_now(hand.steer(1), uow, FOUNDED_AT)
    with pytest.raises(Refusal) as refused:
        deliver_now(hand.steer(1), uow, FOUNDED_AT)
    assert refused.value.code is RefusalCode.DIGEST_IN_FLIGHT


def test_now_is_refused_again_for_ten_minutes_while_nothing_new_happened(
    uow: FakeUnitOfWork, hand: Hand
) -> None:
    hand.subscribe(FOUNDED_AT)
    deliver_now(hand.steer(1), uow, FOUNDED_AT)
    settle(uow, FOUNDED_AT)
    with pytest.raises(Refusal) as refused:
        deliver_now(hand.steer(1), uow, FOUNDED_AT + QUIET_AGAIN_AFTER - timedelta(seconds=1))
    assert (refused.value.code, refused.value.facts) == (RefusalCode.NOTHING_NEW, {"number": 1})
    assert len(deliveries(uow)) == 1
    deliver_now(hand.steer(1), uow, FOUNDED_AT + QUIET_AGAIN_AFTER)
    assert len(deliveries(uow)) == 2


def test_now_is_taken_again_once_something_happened(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    deliver_now(hand.steer(1), uow, FOUNDED_AT)
    settle(uow, FOUNDED_AT)
    hand.change(FOUNDED_AT)
    assert deliver_now(hand.steer(1), uow, FOUNDED_AT).subscription.number == 1


def test_now_is_taken_again_after_a_quiet_digest_that_failed(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    deliver_now(hand.steer(1), uow, FOUNDED_AT)
    settle(uow, FOUNDED_AT, DeliveryState.FAILED)
    deliver_now(hand.steer(1), uow, FOUNDED_AT)
    assert len(digests(uow)) == 2


def test_now_is_for_those_who_may_schedule(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT, themes=("charging",))
    with pytest.raises(Refusal) as refused:
        deliver_now(hand.steer(1, MEMBER), uow, FOUNDED_AT)
    assert refused.value.code is RefusalCode.LEAD_ONLY
    assert deliver_now(hand.steer(1, LEAD), uow, FOUNDED_AT).subscription.number == 1


def test_now_is_refused_once_the_digest_has_ended(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    stop(hand.steer(1), uow, FOUNDED_AT)
    with pytest.raises(Refusal) as refused:
        deliver_now(hand.steer(1), uow, FOUNDED_AT)
    assert refused.value.code is RefusalCode.SUBSCRIPTION_ENDED
