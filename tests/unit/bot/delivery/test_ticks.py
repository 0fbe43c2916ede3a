"""What the ticks do, and what they say of it."""

from __future__ import annotations

from datetime import timedelta

from bot.delivery.ticks import RECEIPTS_KEPT, forgetting, materialising
from domain.receipt import Receipt
from tests.fakes.scene import FOUNDED_AT, Hand, found
from tests.fakes.store import FakeStore
from tests.fakes.time import ManualClock


async def test_materialising_says_whether_there_was_anything() -> None:
    store = FakeStore()
    Hand(store.uow, found(store.uow)).subscribe(FOUNDED_AT)
    clock = ManualClock(FOUNDED_AT)
    tick = materialising(store, clock)
    assert not await tick()
    clock.advance(timedelta(days=7).total_seconds())
    assert await tick()
    assert not await tick()
    assert store.uow.outbox.waiting() == 1


async def test_receipts_are_forgotten_after_their_time() -> None:
    store = FakeStore()
    receipts = store.uow.workspace("T1").receipts
    receipts.add("old", Receipt("N-1"), FOUNDED_AT)
    receipts.add("new", Receipt("N-2"), FOUNDED_AT + timedelta(days=1))
    clock = ManualClock(FOUNDED_AT + RECEIPTS_KEPT + timedelta(seconds=1))
    assert not await forgetting(store, clock, clock)()
    assert set(store.uow.workspace("T1").receipts.by_key) == {"new"}
