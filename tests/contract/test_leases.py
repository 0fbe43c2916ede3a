"""Leases run out: by the caller's clock on SQLite, by the server's on PostgreSQL."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from domain.delivery import DeliveryState, Lease, LeaseLost, Payload
from domain.ports import Store
from storage.opening import open_store
from tests.contract.desk import Desk, found
from tests.contract.samples import NOW, PAYLOADS, delivery

SHORT = timedelta(milliseconds=300)


async def claim(
    store: Store, token: str, *, after: timedelta = timedelta(0), length: timedelta = SHORT
) -> int:
    """How many deliveries are claimed, with so much time gone by on either clock."""
    lease = Lease(token, length)
    return len(await store.write(lambda uow: uow.outbox.claim(lease, NOW + after, 10)))


async def ready(store: Store) -> tuple[Desk, int]:
    desk = await found(store)
    number = await store.write(lambda uow: uow.outbox.add(delivery("digest:1", desk.group)))
    assert number is not None
    return desk, number


async def test_while_a_lease_lasts_nobody_else_gets_the_delivery(durable: Store) -> None:
    await ready(durable)
    assert await claim(durable, "first", length=timedelta(minutes=1)) == 1
    assert await claim(durable, "second", after=timedelta(seconds=59)) == 0


async def test_a_lease_that_ran_out_is_taken_over_and_its_token_is_worth_nothing(durable: Store) -> None:
    _, number = await ready(durable)
    await claim(durable, "first")
    await asyncio.sleep(SHORT.total_seconds() * 1.5)
    assert await claim(durable, "second", after=SHORT) == 1
    with pytest.raises(LeaseLost):
        await durable.write(lambda uow: uow.outbox.settle(number, Lease("first"), DeliveryState.SENT, None))
    await durable.write(lambda uow: uow.outbox.settle(number, Lease("second"), DeliveryState.SENT, None))


async def test_beginning_a_part_lets_the_lease_run_anew(durable: Store) -> None:
    _, number = await ready(durable)
    lease = Lease("first", SHORT)
    await claim(durable, "first")
    await durable.write(lambda uow: uow.outbox.freeze(number, lease, PAYLOADS))
    await asyncio.sleep(SHORT.total_seconds() * 0.7)
    begun = NOW + SHORT * 0.7
    await durable.write(lambda uow: uow.outbox.begin(number, lease, 0, begun))
    await asyncio.sleep(SHORT.total_seconds() * 0.6)
    assert await claim(durable, "second", after=SHORT * 1.3) == 0
    await asyncio.sleep(SHORT.total_seconds() * 0.6)
    assert await claim(durable, "second", after=SHORT * 1.9) == 1


@pytest.mark.postgresql
async def test_a_replica_whose_clock_is_ahead_takes_nothing_over(postgresql_url: str) -> None:
    store = await open_store(postgresql_url)
    await ready(store)
    assert await claim(store, "first", length=timedelta(minutes=1)) == 1
    assert await claim(store, "second", after=timedelta(hours=1)) == 0
    await store.close()


async def test_a_claim_is_not_held_back_by_the_applications_clock(durable: Store) -> None:
    """The local workspace may run ahead of real time: what is due there is due."""
    await ready(durable)
    assert await claim(durable, "first", after=-timedelta(days=3)) == 1


async def test_a_part_is_worded_anew_by_itself(store: Store) -> None:
    await ready(store)
    (held,) = await store.write(lambda uow: uow.outbox.claim(Lease("mine"), NOW, 1))
    mine, words = Lease("mine"), Payload({"text": "anew"}, {"text": "plainly anew"}, 7)

    await store.write(lambda uow: uow.outbox.freeze(held.id, mine, PAYLOADS))
    await store.write(lambda uow: uow.outbox.reword_part(held.id, mine, 1, words))
    row = await store.read(lambda uow: uow.outbox.get(held.id))
    assert row is not None
    assert [part.payload for part in row.parts] == [PAYLOADS[0], words]
    with pytest.raises(LeaseLost):
        await store.write(lambda uow: uow.outbox.reword_part(held.id, Lease("theirs"), 1, words))
