"""Jobs that wait together share a commit on SQLite: what one's failure does to the others."""

from __future__ import annotations

import asyncio
import resource
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from time import monotonic

import pytest

from domain.ports import StoreUnavailable, UnitOfWork
from domain.refusal import Refusal, RefusalCode
from domain.repositories import GroupRecord
from storage.opening import open_store
from storage.sqlite.connections import BUSY_TIMEOUT, driver_connection
from tests.contract.desk import Desk, found
from tests.contract.inside import connection_of, file_of, writer_of
from tests.contract.samples import add_note, entry, names


@pytest.fixture
async def desk(sqlite_url: str) -> AsyncIterator[Desk]:
    store = await open_store(sqlite_url)
    yield await found(store)
    await store.close()


async def together(desk: Desk, *jobs: Callable[[UnitOfWork], object]) -> list[object]:
    """What each job came to, all of them in one commit: they gather while another holds the writer."""
    busy, go_on = threading.Event(), threading.Event()

    def hold(_: UnitOfWork) -> None:
        busy.set()
        assert go_on.wait(10)

    holding = asyncio.create_task(desk.store.write(hold))
    await asyncio.to_thread(busy.wait, 10)
    writes = [asyncio.create_task(desk.store.write(job)) for job in jobs]
    await asyncio.sleep(0)
    go_on.set()
    await holding
    return await asyncio.gather(*writes, return_exceptions=True)


def note_of(desk: Desk, text: str = "text") -> Callable[[UnitOfWork], object]:
    return lambda uow: add_note(desk.record(uow), entry(text)).number


async def numbers(desk: Desk) -> list[int]:
    history = await desk.read(lambda record: record.changes.between(0, 9999, 9999))
    return [change.number for change in history]


@contextmanager
def files_may_grow_to(size: int) -> Iterator[None]:
    """Writing past this size fails with an I/O error, as on a broken disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


async def test_jobs_that_wait_together_share_a_commit(desk: Desk) -> None:
    commits: list[str] = []
    raw = driver_connection(writer_of(desk.store))
    raw.set_trace_callback(lambda sql: commits.append(sql) if sql == "COMMIT" else None)
    assert await together(desk, *[note_of(desk)] * 20) == list(range(1, 21))
    raw.set_trace_callback(None)
    assert len(commits) == 2


async def test_a_refusal_among_them_leaves_the_others_whole(desk: Desk) -> None:
    def refuse(uow: UnitOfWork) -> None:
        record = desk.record(uow)
        add_note(record)
        record.save_group(replace(record.group, names=names("Refused", "Rechazado")))
        raise Refusal(RefusalCode.LEAD_ONLY)

    first, refused, second = await together(desk, note_of(desk), refuse, note_of(desk))
    assert (first, second) == (1, 2)
    assert isinstance(refused, Refusal)
    assert await numbers(desk) == [1, 2]
    group = await desk.write(lambda record: record.group)
    assert group.names != names("Refused", "Rechazado")


async def test_later_jobs_see_what_earlier_ones_of_the_group_wrote(desk: Desk) -> None:
    def last(uow: UnitOfWork) -> tuple[int, bool]:
        record = desk.record(uow)
        return record.changes.last_number, record.notes.get(1) is not None

    assert await together(desk, note_of(desk), last) == [1, (1, True)]


async def test_when_sqlite_rolls_back_everything_no_job_of_the_group_is_told_it_was_saved(
    desk: Desk,
) -> None:
    def roll_back(uow: UnitOfWork) -> None:
        add_note(desk.record(uow))
        connection_of(uow).exec_driver_sql("ROLLBACK")
        raise sqlite3.OperationalError("disk I/O error")

    outcomes = await together(desk, note_of(desk), roll_back, note_of(desk))
    assert all(isinstance(outcome, StoreUnavailable) for outcome in outcomes)
    assert await numbers(desk) == []
    assert await together(desk, note_of(desk), note_of(desk)) == [1, 2]


async def test_a_job_that_ended_the_transaction_and_says_nothing_fails_the_group_too(desk: Desk) -> None:
    def end_it(uow: UnitOfWork) -> str:
        connection_of(uow).exec_driver_sql("ROLLBACK")
        return "done"

    outcomes = await together(desk, note_of(desk), end_it, note_of(desk))
    assert all(isinstance(outcome, StoreUnavailable) for outcome in outcomes)
    assert await numbers(desk) == []


async def test_a_write_error_in_the_second_of_three_saves_none_of_them(desk: Desk) -> None:
    """The cache is made so small that pages are written before the commit: the error comes to the job."""

    def shrink(uow: UnitOfWork) -> None:
        connection_of(uow).exec_driver_sql("PRAGMA cache_size = 2")

    def much(uow: UnitOfWork) -> None:
        record = desk.record(uow)
        for number in range(200):
            add_note(record, entry(f"{number}" * 900))

    await desk.write(add_note)
    await desk.store.write(shrink)
    with files_may_grow_to(400_000):
        outcomes = await together(desk, note_of(desk), much, note_of(desk))
    assert [type(outcome) for outcome in outcomes] == [StoreUnavailable] * 3
    assert await numbers(desk) == [1]
    assert await together(desk, note_of(desk), note_of(desk)) == [2, 3]


async def test_an_error_of_the_commit_fails_every_job_of_the_group(desk: Desk) -> None:
    def refuse(_: UnitOfWork) -> None:
        raise Refusal(RefusalCode.LEAD_ONLY)

    await desk.write(add_note)
    with files_may_grow_to(wal_size(desk) + 4096):
        outcomes = await together(desk, note_of(desk, "x" * 3000), refuse, note_of(desk, "y" * 3000))
    assert [type(outcome) for outcome in outcomes] == [StoreUnavailable] * 3
    assert await numbers(desk) == [1]
    assert await together(desk, note_of(desk), note_of(desk)) == [2, 3]


async def test_a_charter_that_was_never_committed_is_not_remembered(desk: Desk) -> None:
    def rename(english: str) -> Callable[[GroupRecord], None]:
        return lambda record: record.save_group(replace(record.group, names=names(english, "x" * 3000)))

    def rename_and_look(uow: UnitOfWork) -> None:
        rename("Lost")(desk.record(uow))

    with files_may_grow_to(wal_size(desk) + 4096):
        outcomes = await together(desk, rename_and_look, lambda uow: desk.record(uow).group, note_of(desk))
    assert [type(outcome) for outcome in outcomes] == [StoreUnavailable] * 3
    await desk.write(rename("Kept"))
    group = await desk.read(lambda record: record.group)
    assert group.names == names("Kept", "x" * 3000)


async def test_a_full_database_tells_the_truth_to_each(desk: Desk) -> None:
    def limit(uow: UnitOfWork) -> None:
        pages = connection_of(uow).exec_driver_sql("PRAGMA page_count").scalar_one()
        connection_of(uow).exec_driver_sql(f"PRAGMA max_page_count = {pages + 20}")

    def much(uow: UnitOfWork) -> None:
        for number in range(100):
            add_note(desk.record(uow), entry(f"{number}" * 900))

    await desk.store.write(limit)
    first, full, last = await together(desk, note_of(desk), much, note_of(desk))
    assert isinstance(full, StoreUnavailable)
    told = [outcome for outcome in (first, last) if isinstance(outcome, int)]
    assert await numbers(desk) == told


async def test_a_file_somebody_else_has_locked_is_unavailable_until_it_is_free(desk: Desk) -> None:
    other = sqlite3.connect(file_of(desk.store), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreUnavailable, match="locked"):
        await desk.write(add_note)
    assert await numbers(desk) == []
    other.execute("ROLLBACK")
    other.close()
    assert (await desk.write(add_note)).number == 1


async def test_a_connection_that_broke_is_replaced(desk: Desk) -> None:
    await desk.write(add_note)
    driver_connection(writer_of(desk.store)).close()
    with pytest.raises(StoreUnavailable):
        await desk.write(add_note)
    assert (await desk.write(add_note)).number == 2


async def test_every_connection_is_set_up_as_promised(sqlite_url: str) -> None:
    settings = ("journal_mode", "synchronous", "foreign_keys", "query_only")

    def read(uow: UnitOfWork) -> list[object]:
        return [connection_of(uow).exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in settings]

    store = await open_store(sqlite_url)
    assert await store.write(read) == ["wal", 2, 1, 0]
    assert (await store.read(read))[2:] == [1, 1]
    await store.close()


def wal_size(desk: Desk) -> int:
    return Path(f"{file_of(desk.store)}-wal").stat().st_size


async def test_who_waits_behind_others_for_a_locked_file_waits_no_longer_than_they(
    desk: Desk, sqlite_url: str
) -> None:
    async def waits(after: float) -> float:
        await asyncio.sleep(after)
        began = monotonic()
        with pytest.raises(StoreUnavailable):
            await desk.store.write(note_of(desk))
        return monotonic() - began

    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        first, second = await asyncio.gather(waits(0.0), waits(BUSY_TIMEOUT / 2))

    assert await numbers(desk) == []
    assert first >= BUSY_TIMEOUT
    assert BUSY_TIMEOUT <= second < 1.5 * BUSY_TIMEOUT


async def test_who_waited_behind_others_is_written_when_the_file_is_free_in_time(
    desk: Desk, sqlite_url: str
) -> None:
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        first = asyncio.create_task(desk.store.write(note_of(desk, "first")))
        await asyncio.sleep(BUSY_TIMEOUT / 2)
        second = asyncio.create_task(desk.store.write(note_of(desk, "second")))
        with pytest.raises(StoreUnavailable):
            await first
        other.execute("ROLLBACK")

    assert await second == 1
    assert await numbers(desk) == [1]
