"""What waits is looked at again before it is said, and worded anew, on every store alike."""

from __future__ import annotations

import pytest

from domain.channel import Binding
from domain.delivery import Delivery, DeliveryState, Lease, LeaseLost, Payload, Skipped
from domain.ports import Store, UnitOfWork
from domain.usecases.deliveries import materialise
from domain.usecases.timeliness import leave_unsaid, why_unsaid
from tests.fakes.scene import CHANNEL, FOUNDED_AT, WORKSPACE, Hand, found
from tests.unit.domain.usecases.outbox import MONDAY_NINE, WEEK

MINE, THEIRS = Lease("mine"), Lease("theirs")
WORDS = [Payload({"text": word}, {"text": word}) for word in ("first", "second")]
OTHERS = [Payload({"text": "later"}, {"text": "later"})]


async def claimed(store: Store) -> Delivery:
    """Monday's digest of something that happened, under the lease MINE."""

    def job(uow: UnitOfWork) -> Delivery:
        hand = Hand(uow, found(uow))
        hand.subscribe(FOUNDED_AT)
        hand.change(FOUNDED_AT)
        materialise(uow, MONDAY_NINE, 10)
        (held,) = uow.outbox.claim(MINE, MONDAY_NINE, 10)
        return held

    return await store.write(job)


async def test_a_digest_that_is_not_said_is_skipped_and_its_range_told_by_the_next(store: Store) -> None:
    held = await claimed(store)

    def rebind(uow: UnitOfWork) -> None:
        channels = uow.workspace(WORKSPACE).channels
        channels.release(CHANNEL)

    def ask(uow: UnitOfWork) -> Skipped | None:
        return why_unsaid(held, uow, MONDAY_NINE)

    assert await store.write(ask) is None
    await store.write(rebind)
    assert await store.write(ask) is Skipped.ELSEWHERE
    await store.write(lambda uow: leave_unsaid(uow, held, MINE, Skipped.ELSEWHERE))
    row = await store.read(lambda uow: uow.outbox.get(held.id))
    assert row is not None
    assert (row.state, row.error) == (DeliveryState.SKIPPED, Skipped.ELSEWHERE)

    def following(uow: UnitOfWork) -> Delivery:
        uow.workspace(WORKSPACE).channels.bind(Binding(CHANNEL, 1))
        materialise(uow, MONDAY_NINE + WEEK, 10)
        (following,) = uow.outbox.claim(THEIRS, MONDAY_NINE + WEEK, 10)
        return following

    assert (await store.write(following)).facts["after"] == held.facts["after"]


async def test_whoever_lost_the_lease_leaves_nothing_unsaid(store: Store) -> None:
    held = await claimed(store)
    with pytest.raises(LeaseLost):
        await store.write(lambda uow: leave_unsaid(uow, held, THEIRS, Skipped.STOPPED))
    row = await store.read(lambda uow: uow.outbox.get(held.id))
    assert row is not None
    assert row.state is DeliveryState.PENDING


async def test_other_words_take_the_place_of_the_first_with_all_that_was_noted_of_them(store: Store) -> None:
    held = await claimed(store)

    def job(uow: UnitOfWork) -> None:
        uow.outbox.freeze(held.id, MINE, WORDS)
        uow.outbox.begin(held.id, MINE, 0, MONDAY_NINE)
        uow.outbox.reword(held.id, MINE, OTHERS)

    await store.write(job)
    row = await store.read(lambda uow: uow.outbox.get(held.id))
    assert row is not None
    assert [(part.position, part.payload, part.begun_at) for part in row.parts] == [(0, OTHERS[0], None)]
    with pytest.raises(LeaseLost):
        await store.write(lambda uow: uow.outbox.reword(held.id, THEIRS, WORDS))
