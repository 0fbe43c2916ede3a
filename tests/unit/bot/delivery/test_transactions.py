"""How many transactions a delivery takes, and what stands together in each."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from domain.delivery import Delivery, DeliveryState, Lease, Payload
from domain.ports import UnitOfWork
from tests.fakes.store import FakeOutbox, FakeStore
from tests.unit.bot.delivery.rig import TWO, Rig, work


class CountingStore(FakeStore):
    """Remembers the delivery as it was after each transaction that wrote."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[Delivery] = []

    async def write(self, job: Callable[[UnitOfWork], Any], ahead: Any = None) -> Any:  # noqa: ANN401 - as the port has it
        result = await FakeStore.write(self, job, ahead)
        self.seen += self.uow.outbox.deliveries.values()
        return result


def told(store: CountingStore) -> list[tuple[DeliveryState, list[tuple[bool, bool]]]]:
    """State, and of each part whether it was begun and has arrived, each once."""
    every = [
        (one.state, [(part.begun_at is not None, part.ts is not None) for part in one.parts])
        for one in store.seen
    ]
    return [one for at, one in enumerate(every) if at == 0 or every[at - 1] != one]


async def test_words_are_frozen_as_they_are_begun_and_settled_as_they_arrive() -> None:
    store = CountingStore()
    rig = Rig(store=store)
    rig.add()
    await work(rig.worker())
    assert told(store) == [
        (DeliveryState.PENDING, []),
        (DeliveryState.SENDING, [(True, False)]),
        (DeliveryState.SENT, [(True, True)]),
    ]


async def test_only_the_last_of_several_parts_settles() -> None:
    store = CountingStore()
    rig = Rig(store=store, payloads=TWO)
    rig.add()
    await work(rig.worker())
    assert told(store) == [
        (DeliveryState.PENDING, []),
        (DeliveryState.SENDING, [(True, False), (False, False)]),
        (DeliveryState.SENDING, [(True, True), (False, False)]),
        (DeliveryState.SENDING, [(True, True), (True, False)]),
        (DeliveryState.SENT, [(True, True), (True, True)]),
    ]


async def test_words_that_cannot_be_stored_are_worded_again_later(monkeypatch: pytest.MonkeyPatch) -> None:
    rig = Rig()
    rig.add()

    def refuse(_outbox: FakeOutbox, _number: int, _lease: Lease, _parts: Sequence[Payload]) -> None:
        raise ValueError("no words of mine")

    with monkeypatch.context() as patched:
        patched.setattr(FakeOutbox, "freeze", refuse)
        await work(rig.worker())
    assert (rig.row().state, rig.row().parts, rig.row().error) == (DeliveryState.PENDING, (), "ValueError")
    rig.clock.advance(rig.not_before)
    await work(rig.worker())
    assert (rig.row().state, len(rig.composed)) == (DeliveryState.SENT, 2)


async def test_places_that_come_free_together_are_filled_by_one_claim() -> None:
    store = CountingStore()
    rig = Rig(store=store)
    for number in range(12):
        rig.add(f"digest:{number}", channel=f"C{number}")
    worker = rig.worker(concurrency=4)
    claims = 0
    while await asyncio.wait_for(worker.tick(), 5):
        claims += 1
    await worker.idle()
    assert {one.state for one in store.uow.outbox.deliveries.values()} == {DeliveryState.SENT}
    assert claims <= 6
