"""The row of a date that was left out can be removed: then its key is free again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from domain.delivery import SKIPPED_FACT, DeliveryState, Lease, Skipped
from domain.ports import Store
from tests.contract.desk import Desk, found
from tests.contract.samples import NOW, PAYLOADS, delivery, subscription
from tests.jobs import over

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


async def test_the_dates_of_a_digest_that_are_taken_say_why_they_were_skipped(store: Store) -> None:
    one, other = await found(store), await found(store)
    for desk in (one, one, other):
        await desk.write(lambda record: record.subscriptions.add(subscription()))
    skipped = DeliveryState.SKIPPED
    rows: list[tuple[Desk, int, Mapping[str, Any], DeliveryState, int]] = [
        (one, 1, {"slot": "2026-11-23"}, DeliveryState.SENT, 0),
        (one, 1, {"slot": "2026-11-30", SKIPPED_FACT: Skipped.ASKED}, skipped, 7),
        (one, 1, {"slot": "2026-11-16"}, DeliveryState.SENT, -7),
        (one, 1, {"through": 3}, DeliveryState.SENT, 0),
        (one, 2, {"slot": "2026-12-07"}, DeliveryState.SENT, 0),
        (other, 1, {"slot": "2026-12-14"}, DeliveryState.SENT, 0),
    ]
    for number, (desk, of, facts, state, days) in enumerate(rows):
        plain = delivery(f"digest:{number}", desk.group, subscription=of)
        row = replace(plain, facts=facts, state=state, due_at=NOW + timedelta(days=days))
        await store.write(over(row, lambda uow, row: uow.outbox.add(row)))
    taken = await one.read(lambda record: record.subscriptions.dates_taken(1, NOW))
    assert taken == {date(2026, 11, 23): None, date(2026, 11, 30): Skipped.ASKED}
