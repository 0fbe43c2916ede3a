"""Digests prepared before they are due: used while nothing happened, forgotten otherwise."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from domain.delivery import Delivery, DeliveryState
from domain.outbox import Prepared
from domain.ports import Store, UnitOfWork
from domain.subscription import Subscription
from domain.usecases.preparing import AHEAD, GOOD_FOR, to_prepare, use_ahead
from storage.opening import open_store
from tests.contract.preparing import (
    LEASE,
    OTHER,
    SOON,
    WORDS,
    asks_for_one_that_waits,
    hand_of,
    kept,
    materialised,
    pauses,
    prepared,
    record_of,
    rows,
    subscribed,
    subscription,
    taken,
    used,
)
from tests.fakes.scene import CHANNEL, FOUNDED_AT, MEMBER, MONDAYS_AT_NINE, WORKSPACE
from tests.unit.domain.usecases.outbox import MONDAY_NINE, personal


def of_its_own(whole: Delivery | Subscription) -> object:
    """Without what differs between two groups."""
    if isinstance(whole, Subscription):
        return replace(whole, workspace="", group=0)
    return replace(whole, workspace="", group=0, id=0, parts=(), key=whole.key.partition("/D-")[2])


@pytest.mark.parametrize("skip_quiet", [False, True])
@pytest.mark.parametrize("news", [False, True])
async def test_what_was_prepared_is_the_delivery_that_would_have_been_made(
    store: Store, *, skip_quiet: bool, news: bool
) -> None:
    """But for its words, which are there already."""
    await subscribed(store, skip_quiet=skip_quiet, news=news)
    (first, *_) = await taken(store, limit=1)
    assert first.workspace == WORKSPACE
    await kept(store, [first])
    assert await rows(store) == ()
    assert await used(store) == 1
    await materialised(store)
    (mine,), (theirs,) = await rows(store), await rows(store, OTHER)
    assert of_its_own(mine) == of_its_own(theirs)
    assert of_its_own(await subscription(store)) == of_its_own(await subscription(store, 1, OTHER))
    quiet = skip_quiet and not news
    assert mine.state is (DeliveryState.SKIPPED if quiet else DeliveryState.PENDING)
    assert [part.payload for part in mine.parts] == ([] if quiet else list(WORDS))
    assert all(part.begun_at is None and part.ts is None for part in mine.parts)
    assert theirs.parts == ()


async def test_it_is_sent_with_the_words_that_were_prepared(store: Store) -> None:
    await subscribed(store)
    await prepared(store)
    await used(store)
    claimed = await store.write(lambda uow: uow.outbox.claim(LEASE, MONDAY_NINE, 1))
    assert [part.payload for part in claimed[0].parts] == list(WORDS)

    def send(uow: UnitOfWork) -> None:
        for position in range(len(WORDS)):
            uow.outbox.begin(claimed[0].id, LEASE, position, MONDAY_NINE)
            uow.outbox.arrived(claimed[0].id, LEASE, position, f"{position + 1}.0")
        uow.outbox.settle(claimed[0].id, LEASE, DeliveryState.SENT, None)

    await store.write(send)
    row = await store.read(lambda uow: uow.outbox.get(claimed[0].id))
    assert row is not None
    assert [part.ts for part in row.parts] == ["1.0", "2.0"]


async def test_each_slot_is_given_out_once_the_first_due_first(store: Store) -> None:
    await subscribed(store, count=2)
    later = await store.write(
        lambda uow: hand_of(uow).subscribe(
            FOUNDED_AT, replace(MONDAYS_AT_NINE, at=time(9, 1)), themes=("talent",)
        )
    )
    first, second, third = await taken(store, limit=2), await taken(store, limit=2), await taken(store)
    assert [(one.workspace, one.number) for one in (*first, *second, *third)] == [
        (WORKSPACE, 1),
        (WORKSPACE, 2),
        (OTHER, 1),
        (OTHER, 2),
        (WORKSPACE, later.number),
    ]
    assert await taken(store) == ()


async def test_who_asks_on_looks_only_behind_the_last_one_that_was_given_out(store: Store) -> None:
    """Whatever comes before it was left to somebody else, or to the next look from the beginning."""
    await subscribed(store, count=2)
    first, second = await taken(store, limit=2)
    theirs = await store.read(lambda uow: record_of(uow, OTHER).group.id)

    async def found(behind: Subscription) -> list[tuple[str, int]]:
        found = await store.write(lambda uow: to_prepare(uow, SOON, 1, behind))
        return [(one.workspace, one.number) for one in found]

    assert await found(replace(second, workspace=OTHER, group=theirs, number=1)) == [(OTHER, 2)]
    assert await found(first) == [(OTHER, 1)]
    assert await found(second) == []


@pytest.mark.parametrize("now", [MONDAY_NINE, MONDAY_NINE - AHEAD - timedelta(microseconds=1)])
async def test_what_is_due_or_not_due_soon_is_not_given_out(store: Store, now: datetime) -> None:
    await subscribed(store)
    assert await taken(store, now) == ()


@pytest.mark.parametrize("event", [pauses, asks_for_one_that_waits])
async def test_what_is_paused_or_on_its_way_is_not_given_out(
    store: Store, event: Callable[[UnitOfWork], None]
) -> None:
    await subscribed(store)
    await store.write(event)
    assert [one.workspace for one in await taken(store)] == [OTHER]


async def test_what_was_given_out_and_never_prepared_is_left_to_its_time(store: Store) -> None:
    """Whoever took it is gone; once it was looked at, what they bring too late is kept nowhere."""
    await subscribed(store)
    (late, _) = await taken(store)
    uses = await store.read(lambda uow: use_ahead(uow, late))
    assert uses is not None
    assert await used(store) == 2
    assert await rows(store) == ()
    brought = Prepared(uses.delivery, WORDS, uses.subscription)
    await store.write(lambda uow: uow.preparations.keep([brought]))
    assert await used(store) == 0
    await materialised(store)
    assert [row.parts for row in await rows(store)] == [()]


async def test_after_a_downtime_it_is_made_anew(store: Store) -> None:
    """Other slots may have passed since."""
    await subscribed(store)
    await prepared(store)
    assert await used(store, MONDAY_NINE + GOOD_FOR) == 2
    assert await rows(store) == ()
    await materialised(store)
    assert [row.parts for row in await rows(store)] == [()]


async def test_until_then_it_is_used(store: Store) -> None:
    await subscribed(store)
    await prepared(store)
    assert await used(store, MONDAY_NINE + GOOD_FOR - timedelta(microseconds=1)) == 2
    assert [len(row.parts) for row in await rows(store)] == [len(WORDS)]


async def test_a_few_are_used_at_a_time_the_lowest_numbers_first(store: Store) -> None:
    await subscribed(store, count=2)
    await prepared(store)
    assert await used(store, limit=2) == 2
    every = [*await rows(store), *await rows(store, OTHER)]
    assert [(row.workspace, row.subscription) for row in every] == [(WORKSPACE, 1), (OTHER, 1)]
    assert [await used(store, limit=3), await used(store)] == [2, 0]
    assert len({row.key for row in (*await rows(store), *await rows(store, OTHER))}) == 4


async def test_it_goes_to_where_its_channel_is_by_now(store: Store) -> None:
    await subscribed(store)
    await prepared(store)
    await store.write(lambda uow: record_of(uow).move_channel(CHANNEL, "C0NEW"))
    await used(store)
    assert [row.channel for row in await rows(store)] == ["C0NEW"]


async def test_a_reader_who_left_gets_none_prepared(store: Store) -> None:
    await subscribed(store)

    def leave(uow: UnitOfWork) -> None:
        personal(uow, hand_of(uow))
        record_of(uow).members.remove(MEMBER)

    await store.write(leave)
    found = [one for one in await taken(store) if one.reader is not None]
    assert len(found) == 1
    assert await kept(store, found) == []


async def test_what_was_skipped_by_then_is_not_made_again(store: Store) -> None:
    """Somebody took its key, whoever it was."""
    await subscribed(store)
    (use, _) = await prepared(store)
    await store.write(lambda uow: uow.outbox.add(replace(use.delivery, state=DeliveryState.SKIPPED)))
    before = await rows(store)
    await used(store)
    assert await rows(store) == before


@pytest.mark.postgresql
async def test_a_group_that_somebody_writes_to_holds_up_no_other(postgresql_url: str) -> None:
    """What they write makes it void, or not: it is looked at when they are done."""
    stores = [await open_store(postgresql_url) for _ in range(2)]
    try:
        await subscribed(stores[0])
        await prepared(stores[0])
        begun, ended = threading.Event(), threading.Event()

        def slow(uow: UnitOfWork) -> None:
            record_of(uow).changes.last_number  # noqa: B018 - locks the group
            begun.set()
            assert ended.wait(10)

        writing = asyncio.create_task(stores[1].write(slow))
        await asyncio.to_thread(begun.wait, 10)
        assert await used(stores[0]) == 1
        assert (await rows(stores[0]), len(await rows(stores[0], OTHER))) == ((), 1)
        ended.set()
        await writing
        assert await used(stores[0]) == 1
        assert len(await rows(stores[0])) == 1
    finally:
        for each in stores:
            await each.close()


async def test_replicas_take_and_use_each_digest_once(durable: Store) -> None:
    await subscribed(durable, count=8)
    taken_by = await asyncio.gather(*(taken(durable, limit=4) for _ in range(6)))
    while more := await taken(durable, limit=4):
        taken_by.append(more)
    names = [(one.workspace, one.number) for some in taken_by for one in some]
    assert len(names) == len(set(names)) == 16
    await asyncio.gather(*(kept(durable, some) for some in taken_by))
    looked_at = await asyncio.gather(*(used(durable, limit=4) for _ in range(8)))
    while few := await used(durable):
        looked_at.append(few)
    assert sum(looked_at) == 16
    every = [*await rows(durable), *await rows(durable, OTHER)]
    assert len(every) == len({row.key for row in every}) == 16
    assert all(len(row.parts) == len(WORDS) for row in every)
