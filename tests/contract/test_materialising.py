"""Digests that are made together: what they ask of the database, and what somebody made before."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from domain.channel import Binding
from domain.delivery import Delivery, DeliveryState
from domain.outbox import Sought
from domain.ports import Store, UnitOfWork
from domain.subscription import Subscription
from domain.usecases.deliveries import Materialised, materialise
from domain.usecases.slots import delivery_of_digest, slot_key
from tests.contract.counting import counting
from tests.fakes.scene import FOUNDED_AT, WORKSPACE, Hand, found
from tests.unit.domain.usecases.outbox import MONDAY_NINE

MANY = 7
OF_EACH = 1
"""What is asked for each subscription: its latest delivery, at the end of an index."""


async def subscribed(store: Store, workspace: str, count: int) -> tuple[Subscription, ...]:
    """So many digests of one group that are due on Monday, over a change."""

    def job(uow: UnitOfWork) -> tuple[Subscription, ...]:
        record, keys = found(uow, workspace), itertools.count(1)
        hands = [Hand(uow, record, f"C{number}", keys) for number in range(count)]
        for hand in hands:
            uow.workspace(workspace).channels.bind(Binding(hand.channel, record.group.id))
        made = tuple(hand.subscribe(FOUNDED_AT) for hand in hands)
        hands[0].change(FOUNDED_AT)
        return made

    return await store.write(job)


async def made(store: Store) -> Materialised:
    return await store.write(lambda uow: materialise(uow, MONDAY_NINE, 100))


async def waiting(store: Store) -> tuple[Delivery, ...]:
    sought = Sought(state=DeliveryState.PENDING)
    return await store.read(lambda uow: uow.logbook.latest(sought, 100))


async def test_many_of_a_group_are_made_by_the_statements_of_one(
    durable: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    for workspace, count in (("T1", 1), ("T2", 1), ("T3", MANY)):
        await subscribed(durable, workspace, count)
        with counting(monkeypatch) as counted:
            assert await made(durable) == Materialised(count, 0)
        asked.append(counted.asked)
    # A statement goes to the driver from its second execution on.
    _, one, many = asked
    assert many - one == OF_EACH * (MANY - 1)


async def test_a_delivery_that_is_there_already_is_not_made_again_and_tells_nothing(store: Store) -> None:
    """Whoever took its slot: its subscription goes on to the next one, those made with it are told."""
    subscriptions = await subscribed(store, WORKSPACE, 3)
    slot = subscriptions[1].next_slot
    assert slot is not None
    there = replace(
        delivery_of_digest(subscriptions[1], slot_key(subscriptions[1], slot.date), {}, slot.due_at),
        state=DeliveryState.SKIPPED,
    )
    await store.write(lambda uow: uow.outbox.add(there))
    assert await made(store) == Materialised(2, 0)
    assert {one.subscription for one in await waiting(store)} == {1, 3}

    def now(uow: UnitOfWork) -> list[Subscription | None]:
        group = uow.workspace(WORKSPACE).group(subscriptions[0].group)
        return [group.subscriptions.get(one.number) for one in subscriptions]

    after = [one for one in await store.read(now) if one is not None]
    assert [one.last_date for one in after] == [slot.date] * 3
    told = [one.told_through > before.told_through for one, before in zip(after, subscriptions, strict=True)]
    assert told == [True, False, True]
    assert await made(store) == Materialised(0, 0)
