"""From a subscription to its channel, through both ticks, as the application's clock moves."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from bot.delivery.ticks import materialising
from bot.scheduler import Scheduler, Tick
from domain.delivery import Delivery, DeliveryState
from domain.ports import UnitOfWork
from domain.repositories import GroupRecord
from domain.subscription import Subscription
from tests.fakes.scene import CHAIR, CHANNEL, FOUNDED_AT, WORKSPACE, Hand
from tests.fakes.time import ManualClock
from tests.integration.delivery.rig import Rig

MONDAY_NINE = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
WEEK = timedelta(days=7)
OFTEN = timedelta(seconds=0.05)


def record_of(uow: UnitOfWork) -> GroupRecord:
    return uow.workspace(WORKSPACE).group(1)


async def subscribed(rig: Rig) -> Subscription:
    return await rig.store.write(lambda uow: Hand(uow, record_of(uow)).subscribe(FOUNDED_AT))


async def current(rig: Rig) -> Subscription:
    found = await rig.store.read(lambda uow: record_of(uow).subscriptions.get(1))
    assert found is not None
    return found


async def latest(rig: Rig) -> Delivery | None:
    return await rig.store.read(lambda uow: record_of(uow).subscriptions.latest_delivery(1))


async def happens(condition: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(15):
        while not await condition():  # noqa: ASYNC110 - the database and the workspace tell nobody
            await asyncio.sleep(0.03)


async def test_a_weekly_digest_appears_once_at_each_slot_and_once_after_downtime(rig: Rig) -> None:
    await subscribed(rig)
    clock = ManualClock(MONDAY_NINE - timedelta(seconds=1))
    worker = rig.worker()
    ticks = [
        Tick("materialise", OFTEN, materialising(rig.store, clock)),
        Tick("deliver", OFTEN, worker.tick),
    ]
    scheduler = Scheduler(ticks)
    scheduler.start()
    await asyncio.sleep(0.2)
    assert await rig.texts() == []
    for expected, passed in ((1, timedelta(seconds=1)), (2, WEEK), (3, 5 * WEEK)):
        clock.advance(passed.total_seconds())

        async def is_told(expected: int = expected) -> bool:
            row = await latest(rig)
            told = row is not None and row.state is DeliveryState.SENT
            return told and len(await rig.texts()) == expected

        await happens(is_told)
    await asyncio.sleep(0.2)
    await scheduler.stop()
    await worker.stop()
    assert len(await rig.texts()) == 3
    last = await latest(rig)
    assert last is not None
    assert last.facts["missed"] == 4
    next_slot = (await current(rig)).next_slot
    assert next_slot is not None
    assert next_slot.due_at == MONDAY_NINE + 7 * WEEK


async def test_what_could_not_be_posted_is_told_after_the_channel_is_back(rig: Rig) -> None:
    before = await subscribed(rig)
    materialise = materialising(rig.store, ManualClock(MONDAY_NINE))
    await rig.people.archive(CHAIR, CHANNEL)
    assert await materialise()
    assert (await current(rig)).told_through >= before.told_through
    failed = await latest(rig)
    assert failed is not None
    assert await rig.run(failed.id) is DeliveryState.FAILED
    assert (await current(rig)).told_through == before.told_through
    assert await materialising(rig.store, ManualClock(MONDAY_NINE + WEEK))()
    following = await latest(rig)
    assert following is not None
    assert following.facts["after"] == failed.facts["after"]
    assert following.facts["since"] == failed.facts["since"]


async def test_replicas_that_materialise_at_once_make_one_delivery(rig: Rig) -> None:
    await subscribed(rig)
    tick = materialising(rig.store, ManualClock(MONDAY_NINE))
    assert sorted(await asyncio.gather(*(tick() for _ in range(6)))) == [False] * 5 + [True]
    assert await rig.store.read(lambda uow: uow.outbox.waiting()) == 1
