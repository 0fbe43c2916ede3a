"""Deliveries made ahead of their time, and those taken back before anybody sent them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Unpack

import pytest

from domain.delivery import DeliveryState, Lease, LeaseLost, Payload, Skipped
from domain.ports import UnitOfWork
from tests.contract.desk import Desk
from tests.contract.samples import NOW, DeliveryFacts, delivery

MINE = Lease("mine")
HELD, SKIPPED = DeliveryState.HELD, DeliveryState.SKIPPED
PAYLOAD = Payload({"text": "x"}, {"text": "x"})


async def add(desk: Desk, key: str, **more: Unpack[DeliveryFacts]) -> int:
    new = replace(delivery(key, desk.group), **more)
    number = await desk.store.write(lambda uow: uow.outbox.add(new))
    assert number is not None
    return number


async def claim(desk: Desk) -> list[str]:
    return [one.key for one in await desk.store.write(lambda uow: uow.outbox.claim(MINE, NOW, 10))]


async def withdraw(desk: Desk, key: str) -> DeliveryState | None:
    return await desk.store.write(lambda uow: uow.outbox.withdraw(key))


async def test_what_is_held_is_claimed_once_its_time_has_come(desk: Desk) -> None:
    for minutes in (1, 2):
        await add(desk, f"in {minutes}", state=HELD, due_at=NOW + timedelta(minutes=minutes))
    assert await claim(desk) == []
    assert await desk.store.write(lambda uow: uow.outbox.release(NOW)) == 0
    assert await desk.store.write(lambda uow: uow.outbox.release(NOW + timedelta(minutes=1))) == 1
    assert await claim(desk) == ["in 1"]
    assert await desk.store.read(lambda uow: uow.outbox.waiting()) == 2


@pytest.mark.parametrize("state", [HELD, DeliveryState.PENDING])
async def test_what_nobody_began_to_send_is_taken_back(desk: Desk, state: DeliveryState) -> None:
    number = await add(desk, "notice", state=state)
    assert await withdraw(desk, "notice") is SKIPPED
    row = await desk.store.read(lambda uow: uow.outbox.get(number))
    assert row is not None
    assert row.skipped is Skipped.WITHDRAWN
    assert await withdraw(desk, "notice") is SKIPPED
    assert await claim(desk) == []
    assert await withdraw(desk, "nothing") is None


async def test_whoever_was_about_to_send_it_has_lost_it(desk: Desk) -> None:
    number = await add(desk, "notice")
    await claim(desk)
    await desk.store.write(lambda uow: uow.outbox.freeze(number, MINE, (PAYLOAD,)))
    assert await withdraw(desk, "notice") is SKIPPED
    with pytest.raises(LeaseLost):
        await desk.store.write(lambda uow: uow.outbox.begin(number, MINE, 0, NOW))


async def test_it_is_too_late_for_what_was_begun(desk: Desk) -> None:
    number = await add(desk, "notice")
    await claim(desk)
    await desk.store.write(lambda uow: uow.outbox.freeze(number, MINE, (PAYLOAD,)))
    await desk.store.write(lambda uow: uow.outbox.begin(number, MINE, 0, NOW))
    assert await withdraw(desk, "notice") is DeliveryState.SENDING


async def refused(desk: Desk, *, position: int) -> None:
    """This part was not taken; those before it stand there."""
    number = await add(desk, "notice")
    await claim(desk)
    await desk.store.write(lambda uow: uow.outbox.freeze(number, MINE, (PAYLOAD, PAYLOAD)))

    def post(uow: UnitOfWork) -> None:
        for before in range(position):
            uow.outbox.begin(number, MINE, before, NOW)
            uow.outbox.arrived(number, MINE, before, "1.0")
        uow.outbox.begin(number, MINE, position, NOW)
        uow.outbox.refused(number, MINE, position)
        uow.outbox.postpone(number, MINE, DeliveryState.PENDING, NOW + timedelta(minutes=1), "ratelimited")

    await desk.store.write(post)


async def test_what_slack_refused_so_far_is_taken_back(desk: Desk) -> None:
    await refused(desk, position=0)
    assert await withdraw(desk, "notice") is SKIPPED


async def test_it_is_too_late_for_what_arrived_in_part(desk: Desk) -> None:
    await refused(desk, position=1)
    assert await withdraw(desk, "notice") is DeliveryState.PENDING
