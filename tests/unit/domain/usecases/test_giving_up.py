"""What never arrived is told by the next digest; what arrived in part counts as told."""

from __future__ import annotations

import pytest

from domain.delivery import DeliveryState, Lease, LeaseLost, Payload
from domain.usecases.deliveries import materialise
from domain.usecases.giving_up import give_up
from tests.fakes.scene import FOUNDED_AT, Hand
from tests.fakes.store import FakeUnitOfWork
from tests.unit.domain.usecases.outbox import LEASE, MONDAY_NINE, WEEK, current, digests, settle


def test_what_never_arrived_is_told_by_the_next_digest(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    hand.change(FOUNDED_AT)
    materialise(uow, MONDAY_NINE, 10)
    settle(uow, MONDAY_NINE, DeliveryState.FAILED)
    hand.change(MONDAY_NINE)
    materialise(uow, MONDAY_NINE + WEEK, 10)
    failed, following = digests(uow)
    assert failed.state is DeliveryState.FAILED
    assert failed.error == "is_archived"
    assert following.facts["after"] == failed.facts["after"]
    assert following.facts["through"] == hand.record.changes.last_number
    assert following.facts["since"] == failed.facts["since"]


def test_what_arrived_in_part_counts_as_told(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    materialise(uow, MONDAY_NINE, 10)
    (held,) = uow.outbox.claim(LEASE, MONDAY_NINE, 1)
    uow.outbox.freeze(held.id, LEASE, [Payload({}, {}), Payload({}, {})])
    uow.outbox.begin(held.id, LEASE, 0, MONDAY_NINE)
    uow.outbox.arrived(held.id, LEASE, 0, "1.0")
    give_up(uow, uow.outbox.deliveries[held.id], LEASE, "is_archived")
    assert current(hand).told_through == held.facts["through"]


def test_giving_up_needs_the_lease(uow: FakeUnitOfWork, hand: Hand) -> None:
    hand.subscribe(FOUNDED_AT)
    materialise(uow, MONDAY_NINE, 10)
    (held,) = uow.outbox.claim(LEASE, MONDAY_NINE, 1)
    with pytest.raises(LeaseLost):
        give_up(uow, held, Lease("another"), "is_archived")
    assert current(hand).told_through == held.facts["through"]
