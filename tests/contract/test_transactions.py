"""What a transaction promises: all or nothing, one view, and an answer only after the commit."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace

import pytest

from domain.ports import Store, StoreUnavailable, UnitOfWork
from domain.receipt import Receipt
from domain.refusal import Refusal, RefusalCode
from domain.repositories import GroupRecord
from storage.opening import open_store
from tests.contract.desk import Desk
from tests.contract.samples import (
    CHARTER,
    LEADER,
    NOW,
    PROFILE,
    WORKSPACE,
    add_note,
    add_obstacle,
    add_recommendation,
    delivery,
    names,
    subscription,
)


def everything(desk: Desk, uow: UnitOfWork) -> None:
    """One of every kind of write."""
    workspace = uow.workspace(WORKSPACE)
    record = workspace.group(desk.group)
    record.save_group(replace(record.group, names=names("Renamed", "Nuevo")))
    record.members.add(LEADER, NOW)
    add_note(record)
    add_obstacle(record)
    add_recommendation(record, answers=(1,))
    record.subscriptions.add(subscription())
    workspace.people.save(PROFILE)
    workspace.receipts.add("trigger", Receipt("N-1"), NOW)
    workspace.found_group(CHARTER)
    uow.outbox.add(delivery("digest:1", desk.group))


def seen(desk: Desk, uow: UnitOfWork) -> tuple[object, ...]:
    """What of it is there."""
    workspace = uow.workspace(WORKSPACE)
    record = workspace.group(desk.group)
    return (
        record.group.names,
        record.members.all(),
        record.notes.get(1),
        record.changes.last_number,
        record.changes.between(0, 99, 99),
        record.register.tally().counts,
        record.obstacles.count_unanswered(None),
        record.subscriptions.get(1),
        workspace.people.get(PROFILE.person.user),
        workspace.receipts.find("trigger"),
        len(workspace.groups()),
        uow.outbox.waiting(),
    )


NOTHING: tuple[object, ...] = (CHARTER.names, (), None, 0, (), {}, 0, None, None, None, 1, 0)


async def test_a_refusal_leaves_nothing_behind(desk: Desk) -> None:
    def refuse(uow: UnitOfWork) -> None:
        everything(desk, uow)
        raise Refusal(RefusalCode.LEAD_ONLY, theme="charging")

    with pytest.raises(Refusal) as refusal:
        await desk.store.write(refuse)
    assert refusal.value.facts == {"theme": "charging"}
    assert await desk.store.read(lambda uow: seen(desk, uow)) == NOTHING


async def test_after_a_refusal_numbers_go_on_where_they_were(desk: Desk) -> None:
    def refuse(record: GroupRecord) -> None:
        add_note(record)
        raise Refusal(RefusalCode.LEAD_ONLY)

    await desk.write(add_note)
    with pytest.raises(Refusal):
        await desk.write(refuse)
    note = await desk.write(add_note)
    assert (note.number, note.recorded_in) == (2, 2)


async def test_what_a_write_returned_is_read_by_everybody_after_it(desk: Desk) -> None:
    await desk.store.write(lambda uow: everything(desk, uow))
    whole = await desk.store.read(lambda uow: seen(desk, uow))
    assert all(part not in (None, (), {}) for part in (*whole[:6], *whole[7:]))


async def test_any_exception_comes_back_as_it_is(durable: Store) -> None:
    class OddError(Exception):
        pass

    def odd(_: UnitOfWork) -> None:
        raise OddError("as it is")

    for run in (durable.write, durable.read):
        with pytest.raises(OddError, match="as it is"):
            await run(odd)


async def test_even_stop_iteration_reaches_the_caller(durable: Store) -> None:
    for run in (durable.write, durable.read):
        with pytest.raises(RuntimeError, match="StopIteration"):
            await run(lambda _: next(iter(())))


async def test_a_read_sees_one_state_though_others_write(durable_desk: Desk) -> None:
    """The reader is held between its two looks until a write was answered."""
    looked, written = threading.Event(), threading.Event()

    def look_twice(record: GroupRecord) -> tuple[int, object, int]:
        before = len(record.changes.between(0, 99, 99))
        looked.set()
        assert written.wait(10)
        return before, record.notes.get(1), len(record.changes.between(0, 99, 99))

    reading = asyncio.create_task(durable_desk.read(look_twice))
    await asyncio.to_thread(looked.wait, 10)
    await durable_desk.write(add_note)
    written.set()
    assert await reading == (0, None, 0)
    assert await durable_desk.read(lambda record: record.changes.last_number) == 1


async def test_a_read_cannot_write(durable_desk: Desk) -> None:
    with pytest.raises(Exception, match=r"(?i)read.?only"):
        await durable_desk.read(add_note)
    assert await durable_desk.read(lambda record: record.changes.last_number) == 0


async def test_a_caller_who_goes_away_leaves_its_job_and_the_others_alone(durable_desk: Desk) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(record: GroupRecord) -> None:
        begun.set()
        assert go_on.wait(10)
        add_note(record)

    impatient = asyncio.create_task(durable_desk.write(slow))
    await asyncio.to_thread(begun.wait, 10)
    waiting = asyncio.create_task(durable_desk.write(add_note))
    gone = asyncio.create_task(durable_desk.write(add_note))
    await asyncio.sleep(0)
    impatient.cancel()
    gone.cancel()
    with pytest.raises(asyncio.CancelledError):
        await impatient
    go_on.set()
    await waiting
    await durable_desk.store.close()
    assert gone.cancelled()


async def test_what_was_accepted_is_written_before_the_store_is_closed(database_url: str) -> None:
    store = await open_store(database_url)
    group = await store.write(lambda uow: uow.workspace(WORKSPACE).found_group(CHARTER).group.id)
    desk = Desk(store, group)
    writes = [asyncio.create_task(desk.write(add_note)) for _ in range(50)]
    await asyncio.sleep(0)
    for write in writes[::2]:
        write.cancel()
    await store.close()
    results = await asyncio.gather(*writes, return_exceptions=True)
    assert sum(isinstance(result, asyncio.CancelledError) for result in results) == 25
    again = await open_store(database_url)
    after = Desk(again, group)
    assert await after.read(lambda record: record.changes.last_number) == 50
    await again.close()


async def test_a_closed_store_is_unavailable_and_closes_again(database_url: str) -> None:
    store = await open_store(database_url)
    await store.check()
    await store.close()
    await store.close()
    for ask in (store.write(nothing), store.read(nothing), store.check()):
        with pytest.raises(StoreUnavailable):
            await ask


def nothing(_: UnitOfWork) -> None:
    """A job that does nothing."""
