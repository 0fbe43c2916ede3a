"""PostgreSQL goes away and comes back: what is told is true, and what was keyed is written once."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from itertools import count

import psycopg
import pytest
from sqlalchemy import PoolProxiedConnection, make_url

from domain.ports import OutcomeUnknown, StoreUnavailable, UnitOfWork
from domain.receipt import Receipt
from storage.opening import open_store
from storage.postgresql.attempts import Patience
from storage.postgresql.store import PostgresqlStore
from tests.contract.desk import Desk, found
from tests.contract.inside import connection_of, engine_of
from tests.contract.samples import NOW, WORKSPACE, add_note
from tests.postgresql import PostgresqlServer

pytestmark = pytest.mark.postgresql


@pytest.fixture
async def desk(postgresql_url: str) -> AsyncIterator[Desk]:
    store = await open_store(postgresql_url)
    yield await found(store)
    await store.close()


def keyed(desk: Desk, key: str) -> Callable[[UnitOfWork], str]:
    """A job that records a note once for its key."""

    def job(uow: UnitOfWork) -> str:
        workspace = uow.workspace(WORKSPACE)
        record = workspace.group(desk.group)
        receipt = workspace.receipts.find(key)
        if receipt is not None:
            return receipt.subject
        note = add_note(record)
        workspace.receipts.add(key, Receipt(str(note.reference)), NOW)
        return str(note.reference)

    return job


async def stored(desk: Desk) -> list[str]:
    history = await desk.read(lambda record: record.changes.between(0, 9999, 9999))
    assert [change.number for change in history] == list(range(1, len(history) + 1))
    return [str(change.subject) for change in history]


class Line:
    """What happens to the connections of a store at COMMIT, a number of times."""

    def __init__(self, desk: Desk) -> None:
        self._dialect = engine_of(desk.store).dialect
        self._commit = self._dialect.do_commit

    def cut(self, times: int, *, committed: bool) -> None:
        """Lose the connection before the server hears of the COMMIT, or after it did it."""
        left = iter(range(times))

        def do_commit(dbapi_connection: PoolProxiedConnection) -> None:
            if next(left, None) is None:
                self._commit(dbapi_connection)
                return
            if committed:
                dbapi_connection.commit()
            assert dbapi_connection.driver_connection is not None
            dbapi_connection.driver_connection.close()
            raise psycopg.OperationalError("server closed the connection unexpectedly")

        self._dialect.do_commit = do_commit  # type: ignore[method-assign]  # the fault


async def test_a_keyed_write_whose_commit_was_lost_is_run_again_and_written_once(desk: Desk) -> None:
    line = Line(desk)
    line.cut(2, committed=False)
    assert await desk.store.write(keyed(desk, "trigger-1")) == "N-1"
    line.cut(1, committed=True)
    assert await desk.store.write(keyed(desk, "trigger-2")) == "N-2"
    assert await stored(desk) == ["N-1", "N-2"]


@pytest.mark.parametrize("committed", [False, True])
async def test_the_outcome_of_a_write_without_a_key_is_unknown_and_it_is_not_run_again(
    desk: Desk, *, committed: bool
) -> None:
    Line(desk).cut(1, committed=committed)
    with pytest.raises(OutcomeUnknown):
        await desk.write(add_note)
    assert await stored(desk) == (["N-1"] if committed else [])


async def test_a_write_in_doubt_that_cannot_be_settled_is_unknown(postgresql_url: str) -> None:
    store = PostgresqlStore(make_url(postgresql_url), patience=Patience(total=0.3))
    desk = await found(store)
    Line(desk).cut(100, committed=False)
    with pytest.raises(OutcomeUnknown):
        await store.write(keyed(desk, "trigger"))
    await store.close()


async def test_a_connection_lost_before_the_commit_only_means_another_try(
    desk: Desk, postgresql_server: PostgresqlServer
) -> None:
    runs = count()

    def job(uow: UnitOfWork) -> int:
        number = add_note(desk.record(uow)).number
        if next(runs) < 2:
            mine = connection_of(uow).exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
            postgresql_server.execute(f"SELECT pg_terminate_backend({mine})")
        uow.outbox.waiting()
        return number

    assert await desk.store.write(job) == 1
    assert next(runs) == 3
    assert await stored(desk) == ["N-1"]


@pytest.mark.parametrize("abruptly", [False, True], ids=["stopped", "crashed"])
async def test_sixteen_writers_survive_a_restart_of_the_server(
    desk: Desk, postgresql_server: PostgresqlServer, *, abruptly: bool
) -> None:
    told: dict[str, str] = {}
    enough = asyncio.Event()

    async def writer(number: int) -> None:
        for turn in range(25):
            key = f"{number}-{turn}"
            told[key] = await desk.store.write(keyed(desk, key))
            if len(told) > 60:
                enough.set()

    writers = asyncio.gather(*(writer(number) for number in range(16)))
    await enough.wait()
    await asyncio.to_thread(postgresql_server.stop, abruptly=abruptly)
    await asyncio.sleep(0.5)
    await asyncio.to_thread(postgresql_server.start)
    await writers
    notes = await stored(desk)
    assert len(told) == len(notes) == 16 * 25
    assert sorted(told.values()) == sorted(notes)


async def test_while_the_server_is_gone_the_store_is_unavailable_and_then_it_is_back(
    postgresql_url: str, postgresql_server: PostgresqlServer
) -> None:
    store = PostgresqlStore(make_url(postgresql_url), patience=Patience(total=0.3))
    desk = await found(store)
    postgresql_server.stop()
    try:
        for ask in (desk.write(add_note), desk.read(lambda record: record.group), store.check()):
            with pytest.raises(StoreUnavailable):
                await ask
    finally:
        postgresql_server.start()
    await store.check()
    assert (await desk.write(add_note)).number == 1
    await store.close()


async def test_a_group_that_somebody_holds_too_long_is_unavailable(desk: Desk, postgresql_url: str) -> None:
    with psycopg.connect(postgresql_url) as stuck:
        stuck.execute("SELECT FROM working_group FOR UPDATE")
        with pytest.raises(StoreUnavailable, match="lock timeout"):
            await desk.write(add_note)
        assert await desk.read(lambda record: record.changes.last_number) == 0
    assert (await desk.write(add_note)).number == 1


async def test_other_groups_are_written_while_one_is_locked(desk: Desk) -> None:
    other = await found(desk.store)
    locked, go_on = threading.Event(), threading.Event()

    def hold(uow: UnitOfWork) -> None:
        add_note(desk.record(uow))
        locked.set()
        assert go_on.wait(10)

    holding = asyncio.create_task(desk.store.write(hold))
    await asyncio.to_thread(locked.wait, 10)
    assert (await other.write(add_note)).number == 1
    go_on.set()
    await holding


async def test_instants_are_utc_whatever_the_server_thinks(
    desk: Desk, postgresql_url: str, postgresql_server: PostgresqlServer
) -> None:
    database = make_url(postgresql_url).database
    postgresql_server.execute(f"ALTER DATABASE {database} SET timezone TO 'America/Tijuana'")
    await desk.write(add_note)
    store = await open_store(postgresql_url)
    note = await store.read(lambda uow: desk.record(uow).notes.get(1))
    await store.close()
    assert note is not None
    assert (note.recorded_at, str(note.recorded_at.tzinfo)) == (NOW, "UTC")
