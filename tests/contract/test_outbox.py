"""Deliveries: their keys, their parts, and what becomes of them under a lease."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import timedelta
from typing import Unpack

import pytest

from domain.delivery import Delivery, DeliveryState, Lease, LeaseLost, NewDelivery, Part, Payload
from domain.outbox import Outbox
from domain.ports import Store, UnitOfWork
from storage.repositories.chunks import FEW
from tests.contract.desk import Desk, found
from tests.contract.samples import ELSEWHERE, LATER, NOW, PAYLOADS, WORKSPACE, DeliveryFacts, delivery

MINE, THEIRS = Lease("mine"), Lease("theirs")


async def work(store: Store, job: Callable[[Outbox], object]) -> object:
    return await store.write(lambda uow: job(uow.outbox))


async def get(store: Store, number: int) -> Delivery:
    stored = await store.read(lambda uow: uow.outbox.get(number))
    assert stored is not None
    return stored


async def add(desk: Desk, key: str = "digest:1", **more: Unpack[DeliveryFacts]) -> int:
    new = replace(delivery(key, desk.group), **more)
    number = await desk.store.write(lambda uow: uow.outbox.add(new))
    assert number is not None
    return number


async def claim(store: Store, lease: Lease = MINE, *, limit: int = 10, minutes: int = 0) -> list[str]:
    now = NOW + timedelta(minutes=minutes)
    return [each.key for each in await store.write(lambda uow: uow.outbox.claim(lease, now, limit))]


async def claimed(desk: Desk) -> int:
    """The number of a delivery with two parts, held under MINE."""
    number = await add(desk)
    await claim(desk.store)
    await work(desk.store, lambda outbox: outbox.freeze(number, MINE, PAYLOADS))
    return number


async def test_a_delivery_comes_back_as_it_was_stored(desk: Desk) -> None:
    new = delivery("digest:1", desk.group)
    stored = await get(desk.store, await add(desk))
    assert {each.name: getattr(stored, each.name) for each in fields(NewDelivery)} == {
        each.name: getattr(new, each.name) for each in fields(NewDelivery)
    }
    assert (stored.attempts, stored.looks, stored.error, stored.parts) == (0, 0, None, ())
    assert await desk.store.read(lambda uow: uow.outbox.get(404)) is None


async def test_a_key_is_delivered_once_for_ever(desk: Desk) -> None:
    number = await add(desk)
    again = delivery("digest:1", desk.group)
    assert await desk.store.write(lambda uow: uow.outbox.add(again)) is None
    await claim(desk.store)
    await work(desk.store, lambda outbox: outbox.settle(number, MINE, DeliveryState.SENT, None))
    assert await desk.store.write(lambda uow: uow.outbox.add(again)) is None


async def test_several_are_stored_in_their_order_but_for_those_whose_keys_are_there(desk: Desk) -> None:
    await add(desk, "digest:1", channel="C0OLD")
    facts = {"text": "«ñ» \\u0000", "languages": ["es"], "none": None}
    new = [
        replace(delivery(f"digest:{number}", desk.group), channel=f"C{number}", facts=facts)
        for number in (3, 1, 2)
    ]
    stored = await desk.store.write(lambda uow: uow.outbox.add_new(new))
    assert stored == {"digest:3", "digest:2"}
    assert await desk.store.write(lambda uow: uow.outbox.add_new(new)) == frozenset()
    assert await desk.store.write(lambda uow: uow.outbox.add_new([])) == frozenset()
    claimed = await desk.store.write(lambda uow: uow.outbox.claim(MINE, NOW, 10))
    assert [(one.key, one.channel) for one in claimed] == [
        ("digest:1", "C0OLD"),
        ("digest:3", "C3"),
        ("digest:2", "C2"),
    ]
    last = claimed[-1]
    assert {each.name: getattr(last, each.name) for each in fields(NewDelivery)} == {
        each.name: getattr(new[-1], each.name) for each in fields(NewDelivery)
    }
    assert (last.attempts, last.looks, last.error, last.parts) == (0, 0, None, ())


async def test_a_claim_takes_what_is_not_final_up_to_its_limit(desk: Desk) -> None:
    for number in range(4):
        await add(desk, f"digest:{number}", channel=f"C{number}")
    await add(desk, "skipped", state=DeliveryState.SKIPPED)
    assert await claim(desk.store, limit=3) == ["digest:0", "digest:1", "digest:2"]
    assert await claim(desk.store, THEIRS) == ["digest:3"]
    assert await desk.store.read(lambda uow: uow.outbox.waiting()) == 4


async def test_what_is_claimed_comes_with_its_frozen_parts(desk: Desk) -> None:
    number = await claimed(desk)
    parts = tuple(Part(position=position, payload=payload) for position, payload in enumerate(PAYLOADS))
    assert (await get(desk.store, number)).parts == parts
    until = NOW + timedelta(minutes=1)
    await work(desk.store, lambda outbox: outbox.postpone(number, MINE, DeliveryState.PENDING, until, "429"))
    (stored,) = await desk.store.write(lambda uow: uow.outbox.claim(THEIRS, until, 10))
    assert stored.parts == parts


async def test_beginning_a_part_is_noted_before_it_is_sent(desk: Desk) -> None:
    number = await claimed(desk)
    await work(desk.store, lambda outbox: outbox.begin(number, MINE, 0, NOW))
    stored = await get(desk.store, number)
    assert (stored.state, stored.attempts, stored.looks) == (DeliveryState.SENDING, 1, 0)
    assert [(part.begun_at, part.ts) for part in stored.parts] == [(NOW, None), (None, None)]


async def test_a_part_that_arrived_has_its_place(desk: Desk) -> None:
    number = await claimed(desk)
    await work(desk.store, lambda outbox: outbox.begin(number, MINE, 1, NOW))
    await work(desk.store, lambda outbox: outbox.arrived(number, MINE, 1, "1763650000.000100"))
    stored = await get(desk.store, number)
    assert [(part.begun_at, part.ts) for part in stored.parts] == [(None, None), (NOW, "1763650000.000100")]


async def test_a_refused_part_is_as_if_it_was_never_begun(desk: Desk) -> None:
    number = await claimed(desk)
    await work(desk.store, lambda outbox: outbox.begin(number, MINE, 0, NOW))
    await work(desk.store, lambda outbox: outbox.refused(number, MINE, 0))
    assert (await get(desk.store, number)).parts[0].begun_at is None


async def test_what_is_postponed_is_not_claimed_before_its_time(desk: Desk) -> None:
    number = await add(desk)
    await claim(desk.store)
    until = NOW + timedelta(minutes=5)
    await work(desk.store, lambda outbox: outbox.postpone(number, MINE, DeliveryState.PENDING, until, "429"))
    assert await claim(desk.store, THEIRS, minutes=4) == []
    assert await claim(desk.store, THEIRS, minutes=5) == ["digest:1"]
    assert (await get(desk.store, number)).error == "429"


async def test_looks_are_counted_while_checking_and_forgotten_when_sending(desk: Desk) -> None:
    number = await claimed(desk)
    for looks in (1, 2):
        await work(
            desk.store, lambda outbox: outbox.postpone(number, MINE, DeliveryState.CHECKING, NOW, "timeout")
        )
        assert (await get(desk.store, number)).looks == looks
        await claim(desk.store)
    await work(desk.store, lambda outbox: outbox.begin(number, MINE, 0, LATER))
    stored = await get(desk.store, number)
    assert (stored.looks, stored.attempts, stored.state) == (0, 1, DeliveryState.SENDING)


@pytest.mark.parametrize(
    "state", [DeliveryState.SENT, DeliveryState.UNCERTAIN, DeliveryState.FAILED, DeliveryState.SKIPPED]
)
async def test_what_is_settled_is_never_claimed_again(desk: Desk, state: DeliveryState) -> None:
    number = await add(desk)
    await claim(desk.store)
    await work(desk.store, lambda outbox: outbox.settle(number, MINE, state, "archived"))
    stored = await get(desk.store, number)
    assert (stored.state, stored.error) == (state, "archived")
    assert await claim(desk.store, THEIRS, minutes=600) == []
    assert await desk.store.read(lambda uow: uow.outbox.waiting()) == 0


async def test_a_state_that_is_not_final_does_not_settle(durable_desk: Desk) -> None:
    number = await add(durable_desk)
    await claim(durable_desk.store)
    with pytest.raises(ValueError, match="not final"):
        await work(
            durable_desk.store, lambda outbox: outbox.settle(number, MINE, DeliveryState.CHECKING, None)
        )


async def test_a_part_that_was_not_frozen_cannot_be_begun(durable_desk: Desk) -> None:
    number = await claimed(durable_desk)
    with pytest.raises(LookupError):
        await work(durable_desk.store, lambda outbox: outbox.begin(number, MINE, 2, NOW))
    assert (await get(durable_desk.store, number)).attempts == 0


async def test_a_workspace_with_much_to_deliver_leaves_room_for_the_others(durable_desk: Desk) -> None:
    store = durable_desk.store
    for number in range(6):
        await add(durable_desk, f"many:{number}", channel=f"C{number}")
    other = await found(store, ELSEWHERE)
    few = delivery("few:1", other.group, workspace=ELSEWHERE)
    await store.write(lambda uow: uow.outbox.add(few))
    assert await claim(store, limit=3) == ["many:0", "few:1", "many:1"]


USES: list[Callable[[Outbox, int, Lease], object]] = [
    lambda outbox, number, lease: outbox.freeze(number, lease, PAYLOADS),
    lambda outbox, number, lease: outbox.begin(number, lease, 0, NOW),
    lambda outbox, number, lease: outbox.arrived(number, lease, 0, "1.1"),
    lambda outbox, number, lease: outbox.refused(number, lease, 0),
    lambda outbox, number, lease: outbox.postpone(number, lease, DeliveryState.PENDING, LATER, None),
    lambda outbox, number, lease: outbox.settle(number, lease, DeliveryState.SENT, None),
]


@pytest.mark.parametrize("use", USES, ids=["freeze", "begin", "arrived", "refused", "postpone", "settle"])
async def test_nothing_is_done_under_a_token_that_does_not_hold_the_delivery(
    desk: Desk, use: Callable[[Outbox, int, Lease], object]
) -> None:
    number = await claimed(desk)
    before = await get(desk.store, number)
    with pytest.raises(LeaseLost):
        await work(desk.store, lambda outbox: use(outbox, number, THEIRS))
    assert await get(desk.store, number) == before


async def test_a_lease_that_was_given_back_holds_no_more(desk: Desk) -> None:
    number = await claimed(desk)
    await work(desk.store, lambda outbox: outbox.postpone(number, MINE, DeliveryState.PENDING, NOW, None))
    with pytest.raises(LeaseLost):
        await work(desk.store, lambda outbox: outbox.begin(number, MINE, 0, NOW))
    assert (await get(desk.store, number)).workspace == WORKSPACE


async def test_a_claim_of_more_than_a_statement_names_one_by_one_takes_them_all(store: Store) -> None:
    desk = await found(store)
    lease, many = Lease("many"), 2 * FEW + 3

    def add(uow: UnitOfWork) -> None:
        for number in range(many):
            new = delivery(f"digest:{number}", desk.group)
            uow.outbox.add(replace(new, channel=f"C{number}", subscription=None))

    await store.write(add)
    claimed = await store.write(lambda uow: uow.outbox.claim(lease, NOW, many))
    assert len({one.id for one in claimed}) == many
    assert await store.write(lambda uow: uow.outbox.claim(lease, NOW, many)) == ()

    def freeze(uow: UnitOfWork) -> None:
        for one in claimed:
            uow.outbox.freeze(one.id, lease, (Payload({"text": one.key}, {"text": one.key}),))

    def postpone(uow: UnitOfWork) -> None:
        for one in claimed:
            uow.outbox.postpone(one.id, lease, one.state, NOW, None)

    await store.write(freeze)
    later = NOW + timedelta(hours=1)
    await store.write(postpone)
    again = await store.write(lambda uow: uow.outbox.claim(lease, later, many))
    assert [one.parts[0].payload.rich["text"] for one in again] == [one.key for one in again]
    assert len(again) == many
