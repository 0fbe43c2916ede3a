"""What became of deliveries, and what is decided about them by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Unpack

import pytest

from domain.delivery import Delivery, DeliveryKind, DeliveryState, Lease
from domain.outbox import Sought
from tests.contract.desk import Desk
from tests.contract.samples import CHANNEL, NOW, PAYLOADS, WORKSPACE, DeliveryFacts, delivery
from tests.jobs import over

MINE = Lease("mine")
UNCERTAIN = DeliveryState.UNCERTAIN


async def add(desk: Desk, key: str, **more: Unpack[DeliveryFacts]) -> Delivery:
    new = replace(delivery(key, desk.group), **more)
    number = await desk.store.write(lambda uow: uow.outbox.add(new))
    return await get(desk, number or 0)


async def get(desk: Desk, number: int) -> Delivery:
    stored = await desk.store.read(lambda uow: uow.outbox.get(number))
    assert stored is not None
    return stored


async def in_doubt(desk: Desk) -> Delivery:
    """Two parts: the first arrived, nobody knows of the second."""
    number = (await add(desk, "doubtful")).id
    await desk.store.write(lambda uow: uow.outbox.claim(MINE, NOW, 1))
    await desk.store.write(lambda uow: uow.outbox.freeze(number, MINE, PAYLOADS))
    for position in (0, 1):
        await desk.store.write(over(position, lambda uow, at: uow.outbox.begin(number, MINE, at, NOW)))
    await desk.store.write(lambda uow: uow.outbox.arrived(number, MINE, 0, "1.1"))
    await desk.store.write(lambda uow: uow.outbox.settle(number, MINE, UNCERTAIN, "missing_scope"))
    return await get(desk, number)


@pytest.mark.parametrize(
    ("sought", "keys"),
    [
        (Sought(), ["notice", "skipped", "here"]),
        (Sought(workspace=WORKSPACE, group=1, channel=CHANNEL, kind=DeliveryKind.DIGEST), ["here"]),
        (Sought(state=DeliveryState.SKIPPED), ["skipped"]),
        (Sought(workspace="T9"), []),
    ],
)
async def test_deliveries_are_found_the_newest_first(desk: Desk, sought: Sought, keys: list[str]) -> None:
    await add(desk, "here")
    await add(desk, "skipped", state=DeliveryState.SKIPPED, channel="C2")
    await add(desk, "notice", kind=DeliveryKind.NOTICE, channel="U1")
    found = await desk.store.read(lambda uow: uow.logbook.latest(sought, 10))
    assert [one.key for one in found] == keys
    few = await desk.store.read(lambda uow: uow.logbook.latest(sought, 1))
    assert [one.key for one in few] == keys[:1]


@pytest.mark.parametrize(("channel", "keys"), [(None, ["first", "there", "second"]), ("C2", ["there"])])
async def test_what_is_on_its_way_is_found_by_kind_and_channel_the_oldest_first(
    desk: Desk, channel: str | None, keys: list[str]
) -> None:
    reply = DeliveryKind.REPLY
    await add(desk, "first", kind=reply)
    await add(desk, "there", channel="C2", kind=reply)
    await add(desk, "over", channel="C2", state=DeliveryState.SKIPPED, kind=reply)
    await add(desk, "digest", channel="C2")
    await add(desk, "second", kind=reply)
    found = await desk.store.read(lambda uow: uow.logbook.under_way(WORKSPACE, desk.group, reply, channel))
    assert [one.key for one in found] == keys


async def test_one_is_found_by_its_key_with_its_parts(desk: Desk) -> None:
    doubtful = await in_doubt(desk)
    assert await desk.store.read(lambda uow: uow.logbook.by_key("doubtful")) == doubtful
    assert await desk.store.read(lambda uow: uow.logbook.by_key("nothing")) is None


async def test_what_is_taken_up_again_keeps_its_doubts(desk: Desk) -> None:
    doubtful = await in_doubt(desk)
    assert await desk.store.write(lambda uow: uow.logbook.reopen(doubtful, afresh=False))
    again = await get(desk, doubtful.id)
    assert (again.state, again.error, again.looks) == (DeliveryState.SENDING, None, 0)
    assert again.parts == doubtful.parts
    (claimed,) = await desk.store.write(lambda uow: uow.outbox.claim(MINE, NOW, 1))
    assert claimed.id == doubtful.id


async def test_afresh_only_what_is_known_to_stand_there_counts(desk: Desk) -> None:
    doubtful = await in_doubt(desk)
    assert await desk.store.write(lambda uow: uow.logbook.reopen(doubtful, afresh=True))
    again = await get(desk, doubtful.id)
    assert again.state is DeliveryState.PENDING
    assert [(part.begun_at, part.ts) for part in again.parts] == [(NOW, "1.1"), (None, None)]


async def test_what_somebody_saw_arrive_is_sent(desk: Desk) -> None:
    doubtful = await in_doubt(desk)
    assert await desk.store.write(lambda uow: uow.logbook.confirm(doubtful))
    assert (await get(desk, doubtful.id)).state is DeliveryState.SENT


async def test_nothing_is_decided_about_what_is_not_as_it_was_read(desk: Desk) -> None:
    doubtful = await in_doubt(desk)
    for stale in (replace(doubtful, attempts=1), replace(doubtful, state=DeliveryState.FAILED)):
        assert not await desk.store.write(over(stale, lambda uow, was: uow.logbook.confirm(was)))
        assert not await desk.store.write(over(stale, lambda uow, was: uow.logbook.reopen(was, afresh=False)))
    assert await get(desk, doubtful.id) == doubtful


async def test_what_waits_is_counted_by_kind_with_the_oldest(desk: Desk) -> None:
    await in_doubt(desk)
    await add(desk, "first", due_at=NOW - timedelta(hours=2))
    await add(desk, "second")
    await add(desk, "notice", kind=DeliveryKind.NOTICE)
    await add(desk, "held", state=DeliveryState.HELD)
    queues = await desk.store.read(lambda uow: uow.logbook.queues())
    assert queues[DeliveryKind.NOTICE].count == 1
    assert queues[DeliveryKind.DIGEST].count == 2
    assert queues[DeliveryKind.DIGEST].oldest == NOW - timedelta(hours=2)
    assert set(queues) == {DeliveryKind.DIGEST, DeliveryKind.NOTICE}
