"""A worker that stops gives back what it did not begin and waits for what is on its way."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from domain.delivery import Delivery, DeliveryState, Payload
from domain.timings import Timings
from tests.unit.bot.delivery.rig import ONE, TWO, Rig, work


async def test_stopping_gives_back_what_was_not_begun(rig: Rig) -> None:
    rig.add()
    arrived = asyncio.Event()
    go_on = asyncio.Event()

    async def compose(_: Delivery) -> Sequence[Payload]:
        arrived.set()
        await go_on.wait()
        return ONE

    equipment = replace(rig.equipment(), compose=compose)
    worker = rig.worker(equipment)
    await worker.tick()
    await arrived.wait()
    stopping = asyncio.create_task(worker.stop())
    await asyncio.sleep(0)
    go_on.set()
    await stopping
    assert rig.channel.posts == 0
    assert rig.row().state is DeliveryState.PENDING
    assert not rig.store.uow.outbox.leases
    assert not await worker.tick()


async def test_stopping_waits_for_what_is_on_its_way_to_slack(rig: Rig) -> None:
    rig.add()
    rig.payloads = TWO
    stopping: list[asyncio.Task[None]] = []

    async def stop() -> None:
        stopping.append(asyncio.create_task(worker.stop()))
        await asyncio.sleep(0)

    worker = rig.worker()
    rig.channel.meanwhile = stop
    await worker.tick()
    await worker.idle()
    await stopping[0]
    assert rig.channel.texts == ["rich"]
    assert rig.row().parts[0].ts is not None
    assert not rig.store.uow.outbox.leases
    await work(rig.worker())
    assert rig.channel.texts == ["rich", "rich 2"]


async def test_stopping_does_not_sit_out_a_pause(rig: Rig) -> None:
    rig.add()
    rig.payloads = TWO
    worker = rig.worker(rig.equipment(Timings(pace=timedelta(seconds=5))))
    await worker.tick()
    await asyncio.sleep(0.05)
    async with asyncio.timeout(1):
        await worker.stop()
    assert rig.channel.texts == ["rich"]
    assert not rig.store.uow.outbox.leases
