"""The row of a date that was left out can be removed: then its key is free again."""

from __future__ import annotations

from dataclasses import replace

from domain.delivery import DeliveryState, Lease
from tests.contract.desk import Desk
from tests.contract.samples import NOW, PAYLOADS, delivery

KEY = "digest:1"
MINE = Lease("mine")


async def test_what_was_skipped_before_anything_was_begun_is_forgotten(desk: Desk) -> None:
    skipped = replace(delivery(KEY, desk.group), state=DeliveryState.SKIPPED)
    await desk.store.write(lambda uow: uow.outbox.add(skipped))
    assert await desk.store.write(lambda uow: uow.logbook.unskip(KEY))
    assert await desk.store.read(lambda uow: uow.logbook.by_key(KEY)) is None
    assert not await desk.store.write(lambda uow: uow.logbook.unskip(KEY))
    again = delivery(KEY, desk.group)
    assert await desk.store.write(lambda uow: uow.outbox.add(again)) is not None


async def test_what_waits_is_not_forgotten(desk: Desk) -> None:
    await desk.store.write(lambda uow: uow.outbox.add(delivery(KEY, desk.group)))
    assert not await desk.store.write(lambda uow: uow.logbook.unskip(KEY))
    assert await desk.store.read(lambda uow: uow.logbook.by_key(KEY)) is not None


async def test_what_was_skipped_after_it_had_words_is_not_forgotten(desk: Desk) -> None:
    number = await desk.store.write(lambda uow: uow.outbox.add(delivery(KEY, desk.group)))
    assert number is not None
    await desk.store.write(lambda uow: uow.outbox.claim(MINE, NOW, 10))
    await desk.store.write(lambda uow: uow.outbox.freeze(number, MINE, PAYLOADS))
    await desk.store.write(lambda uow: uow.outbox.settle(number, MINE, DeliveryState.SKIPPED, "stopped"))
    assert not await desk.store.write(lambda uow: uow.logbook.unskip(KEY))
