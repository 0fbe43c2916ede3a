"""Subscriptions of a group, and when they are due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.coverage import EVERYTHING, Coverage
from domain.delivery import DeliveryState, Lease, NewDelivery
from domain.group import Sector
from domain.ports import Store, UnitOfWork
from domain.recurrence import LAST, MonthlyOnDay, MonthlyOnWeekday, Recurrence, Weekly
from domain.schedule import Slot
from domain.subscription import Subscription, SubscriptionState
from storage.repositories.chunks import FEW
from tests.contract.desk import Desk, found
from tests.contract.samples import ELSEWHERE, LATER, NOW, PAYLOADS, WORKSPACE, delivery, subscription
from tests.jobs import over

MINE = Lease("mine")


async def subscribe(desk: Desk, minutes: int = 0, channel: str = "C0001") -> Subscription:
    due_at = NOW + timedelta(minutes=minutes)
    return await desk.write(lambda record: record.subscriptions.add(subscription(due_at, channel=channel)))


async def due(store: Store, limit: int = 10) -> list[tuple[int, int]]:
    found = await store.write(lambda uow: uow.outbox.due(NOW, limit))
    return [(each.group, each.number) for each in found]


async def deliver(store: Store, new: NewDelivery) -> int | None:
    return await store.write(lambda uow: uow.outbox.add(new))


async def test_a_subscription_comes_back_as_it_was_set_up(desk: Desk) -> None:
    stored = await desk.write(lambda record: record.subscriptions.add(subscription()))
    assert (stored.number, stored.workspace, stored.group, stored.version) == (1, WORKSPACE, desk.group, 1)
    assert await desk.read(lambda record: record.subscriptions.get(1)) == stored
    assert await desk.read(lambda record: record.subscriptions.get(2)) is None


@pytest.mark.parametrize(
    "recurrence",
    [
        Weekly(frozenset({0, 4})),
        Weekly(frozenset({4}), 2, date(2026, 11, 23)),
        MonthlyOnDay(15),
        MonthlyOnDay(LAST),
        MonthlyOnWeekday(LAST, 4),
    ],
)
@pytest.mark.parametrize(
    "coverage",
    [
        EVERYTHING,
        Coverage(concerning="U0READER"),
        Coverage(themes=("talent",), mine_of="U0READER", sectors=(Sector.INDUSTRY,), countries=("MX", "US")),
    ],
)
async def test_every_schedule_and_coverage_comes_back_and_can_take_the_place_of_another(
    desk: Desk, recurrence: Recurrence, coverage: Coverage
) -> None:
    plain = subscription()
    wanted = replace(plain, schedule=replace(plain.schedule, recurrence=recurrence), coverage=coverage)
    stored = await desk.write(lambda record: record.subscriptions.add(wanted))
    assert await desk.read(lambda record: record.subscriptions.get(1)) == stored
    assert (stored.schedule, stored.coverage) == (wanted.schedule, wanted.coverage)
    former = replace(stored, schedule=plain.schedule, coverage=plain.coverage, version=2)
    for state in (former, replace(stored, version=3)):
        await desk.write(over(state, lambda record, state: record.subscriptions.save(state)))
        assert await desk.read(lambda record: record.subscriptions.get(1)) == state


async def test_a_delivery_is_found_by_its_key_in_its_group_alone(store: Store) -> None:
    one, other = await found(store), await found(store)
    number = (await subscribe(one)).number
    await deliver(store, delivery("digest:a", one.group, subscription=number))
    await deliver(store, delivery("notice:b", one.group))
    known = await one.read(lambda record: record.subscriptions.delivery("digest:a"))
    assert known is not None
    assert (known.key, known.subscription) == ("digest:a", number)
    for desk, key in ((other, "digest:a"), (one, "notice:b"), (one, "digest:c")):
        assert await desk.read(over(key, lambda record, key: record.subscriptions.delivery(key))) is None


async def test_subscriptions_are_numbered_in_their_group(store: Store) -> None:
    one, other = await found(store), await found(store)
    numbers = [(await subscribe(desk)).number for desk in (one, other, one)]
    assert numbers == [1, 1, 2]


async def test_a_subscription_is_saved_with_its_new_state(desk: Desk) -> None:
    stored = await subscribe(desk)
    paused = replace(
        stored, state=SubscriptionState.PAUSED, next_slot=None, last_date=date(2026, 11, 23), version=2
    )
    resumed = replace(stored, next_slot=Slot(date(2026, 12, 3), LATER), told_through=44, version=3)
    for state in (paused, resumed):
        await desk.write(over(state, lambda record, state: record.subscriptions.save(state)))
        assert await desk.read(lambda record: record.subscriptions.get(1)) == state


async def test_a_subscription_that_is_not_there_cannot_be_saved(durable_desk: Desk) -> None:
    stored = await subscribe(durable_desk)
    with pytest.raises(LookupError):
        await durable_desk.write(lambda record: record.subscriptions.save(replace(stored, number=9)))


async def test_the_subscriptions_of_a_channel_are_those_not_stopped(desk: Desk) -> None:
    first, stopped, paused = [await subscribe(desk) for _ in range(3)]
    await subscribe(desk, channel="C0002")
    stopped = replace(stopped, state=SubscriptionState.STOPPED, next_slot=None)
    paused = replace(paused, state=SubscriptionState.PAUSED, next_slot=None)
    for state in (stopped, paused):
        await desk.write(over(state, lambda record, state: record.subscriptions.save(state)))
    assert await desk.read(lambda record: record.subscriptions.of_channel("C0001")) == (first, paused)
    assert await desk.read(lambda record: record.subscriptions.of_channel("C0003")) == ()


async def test_due_are_the_active_ones_whose_time_has_come_the_longest_due_first(store: Store) -> None:
    one, other = await found(store), await found(store, ELSEWHERE)
    await subscribe(one, 0)
    await subscribe(one, 1)
    await subscribe(other, -5)
    paused = await subscribe(one, -9)
    paused = replace(paused, state=SubscriptionState.PAUSED, next_slot=None)
    await one.write(lambda record: record.subscriptions.save(paused))
    assert await due(store) == [(other.group, 1), (one.group, 1)]
    assert await due(store, 1) == [(other.group, 1)]


async def test_one_with_a_delivery_in_flight_is_not_due(store: Store) -> None:
    desk = await found(store)
    await subscribe(desk)
    await subscribe(desk)
    await deliver(store, delivery("digest:1", desk.group, subscription=1))
    assert await desk.read(lambda record: record.subscriptions.in_flight(1))
    assert not await desk.read(lambda record: record.subscriptions.in_flight(2))
    assert await due(store) == [(desk.group, 2)]


async def test_a_skipped_delivery_is_not_in_flight(store: Store) -> None:
    desk = await found(store)
    await subscribe(desk)
    skipped = replace(delivery("digest:1", desk.group, subscription=1), state=DeliveryState.SKIPPED)
    await deliver(store, skipped)
    assert not await desk.read(lambda record: record.subscriptions.in_flight(1))
    assert await due(store) == [(desk.group, 1)]


async def test_the_latest_delivery_is_the_newest_that_was_not_skipped(store: Store) -> None:
    desk = await found(store)
    await subscribe(desk)
    assert await desk.read(lambda record: record.subscriptions.latest_delivery(1)) is None
    states = (DeliveryState.SENT, DeliveryState.UNCERTAIN, DeliveryState.SKIPPED)
    for state in states:
        new = replace(delivery(f"digest:{state}", desk.group, subscription=1), state=state)
        await deliver(store, new)
    await deliver(store, delivery("digest:other", desk.group, subscription=2))
    latest = await desk.read(lambda record: record.subscriptions.latest_delivery(1))
    assert latest is not None
    assert latest.key == "digest:uncertain"


async def test_those_that_wait_for_their_slot_have_no_delivery_in_flight(store: Store) -> None:
    desk = await found(store)
    numbers = [(await subscribe(desk)).number for _ in range(FEW + 2)]
    for number, state in (
        (1, DeliveryState.PENDING),
        (2, DeliveryState.SENT),
        (FEW + 1, DeliveryState.CHECKING),
    ):
        new = replace(delivery(f"digest:{number}", desk.group, subscription=number), state=state)
        await deliver(store, new)
    waiting = await desk.read(lambda record: record.subscriptions.waiting([*numbers, 404]))
    assert [one.number for one in waiting] == [number for number in numbers if number not in {1, FEW + 1}]
    assert waiting[0] == await desk.read(lambda record: record.subscriptions.get(2))
    assert await desk.read(lambda record: record.subscriptions.waiting([])) == ()


async def test_the_latest_deliveries_of_several_come_by_their_numbers(store: Store) -> None:
    desk = await found(store)
    for _ in range(3):
        await subscribe(desk)
    for number, state in ((1, DeliveryState.SENT), (1, DeliveryState.FAILED), (3, DeliveryState.SKIPPED)):
        key = f"digest:{number}:{state}"
        await deliver(store, replace(delivery(key, desk.group, subscription=number), state=state))
    await deliver(store, delivery("digest:2", desk.group, subscription=2))
    (claimed,) = await store.write(lambda uow: uow.outbox.claim(MINE, NOW, 10))
    await store.write(lambda uow: uow.outbox.freeze(claimed.id, MINE, PAYLOADS))
    latest = await desk.read(lambda record: record.subscriptions.latest_deliveries([1, 2, 3]))
    assert {number: one.key for number, one in latest.items()} == {1: "digest:1:failed", 2: "digest:2"}
    assert latest[2] == await desk.read(lambda record: record.subscriptions.latest_delivery(2))
    assert len(latest[2].parts) == len(PAYLOADS)


async def test_a_subscription_has_one_delivery_in_flight(durable: Store) -> None:
    desk = await found(durable)
    await subscribe(desk)
    await deliver(durable, delivery("digest:1", desk.group, subscription=1))
    with pytest.raises(Exception, match=r"(?i)unique"):
        await deliver(durable, delivery("digest:2", desk.group, subscription=1))
    assert await durable.read(lambda uow: uow.outbox.waiting()) == 1


async def test_due_advanced_and_delivered_in_one_transaction(store: Store) -> None:
    desk = await found(store)
    await subscribe(desk)

    def materialise(uow: UnitOfWork) -> int:
        for one in uow.outbox.due(NOW, 10):
            uow.outbox.add(delivery("digest:1", one.group, subscription=one.number))
            record = uow.workspace(one.workspace).group(one.group)
            told = replace(one, next_slot=Slot(LATER.date(), LATER), told_through=9)
            record.subscriptions.save(told)
        return uow.outbox.waiting()

    assert await store.write(materialise) == 1
    assert await store.write(materialise) == 1
