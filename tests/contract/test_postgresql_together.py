"""Recordings that share a transaction on PostgreSQL: locks of others, connections that go, plans."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from typing import Any

import psycopg
import pytest
from sqlalchemy.sql import Executable

from domain.ports import OutcomeUnknown, StoreUnavailable, UnitOfWork
from storage.direct import DirectConnection
from storage.opening import open_store
from tests.contract.desk import Desk
from tests.contract.inside import connection_of
from tests.contract.samples import add_note
from tests.contract.sharing import PEOPLE, doing, peopled, references, said, submitted, together
from tests.contract.test_postgresql_failures import Line, stored
from tests.postgresql import PostgresqlServer

pytestmark = pytest.mark.postgresql


@pytest.fixture
async def desk(postgresql_url: str) -> AsyncIterator[Desk]:
    store = await open_store(postgresql_url)
    yield await peopled(store)
    await store.close()


async def test_a_group_that_somebody_holds_keeps_nobody_of_another_group_waiting(
    desk: Desk, postgresql_url: str
) -> None:
    other = await peopled(desk.store)
    held, free = submitted(said(desk, PEOPLE[0])), submitted(said(other, PEOPLE[1]))
    with psycopg.connect(postgresql_url) as stuck:
        stuck.execute("SELECT FROM working_group WHERE id = %s FOR UPDATE", [desk.group])
        waiting = asyncio.create_task(desk.store.write(held.job, held.ahead))
        also = asyncio.create_task(desk.store.write(free.job, free.ahead))
        await asyncio.sleep(0)
        assert references([await also]) == ["N-1"]
        assert not waiting.done()
    assert references([await waiting]) == ["N-1"]


async def test_a_group_that_somebody_holds_too_long_is_unavailable(desk: Desk, postgresql_url: str) -> None:
    errand = submitted(said(desk, PEOPLE[0]))
    with psycopg.connect(postgresql_url) as stuck:
        stuck.execute("SELECT FROM working_group FOR UPDATE")
        with pytest.raises(StoreUnavailable, match="lock timeout"):
            await desk.store.write(errand.job, errand.ahead)
    assert references([await desk.store.write(errand.job, errand.ahead)]) == ["N-1"]


@pytest.mark.parametrize("committed", [False, True])
async def test_those_whose_commit_was_lost_are_written_once(desk: Desk, *, committed: bool) -> None:
    """Who stored a key is run again alone, who stored none is told that nobody knows."""
    line = Line(desk)

    def keyless(uow: UnitOfWork) -> int:
        line.cut(1, committed=committed)
        return add_note(desk.record(uow)).number

    errands = [submitted(said(desk, user)) for user in PEOPLE[:3]]
    await together(desk.store, *errands)
    again, unknown, *new = await together(
        desk.store,
        errands[0],
        doing(desk, PEOPLE[1], keyless),
        *(submitted(said(desk, user)) for user in PEOPLE[3:6]),
    )
    assert references([again]) == ["N-1"]
    assert isinstance(unknown, OutcomeUnknown)
    assert sorted(references(new)) == (["N-5", "N-6", "N-7"] if committed else ["N-4", "N-5", "N-6"])
    assert len(await stored(desk)) == (7 if committed else 6)


async def test_a_connection_that_goes_before_the_commit_only_means_another_try(
    desk: Desk, postgresql_server: PostgresqlServer
) -> None:
    gone: list[int] = []

    def cut(uow: UnitOfWork) -> int:
        number = add_note(desk.record(uow)).number
        if not gone:
            gone.append(connection_of(uow).exec_driver_sql("SELECT pg_backend_pid()").scalar_one())
            postgresql_server.execute(f"SELECT pg_terminate_backend({gone[0]})")
        return number

    first, cutting, last = await together(
        desk.store,
        submitted(said(desk, PEOPLE[0])),
        doing(desk, PEOPLE[1], cut),
        submitted(said(desk, PEOPLE[2])),
    )
    assert len(gone) == 1
    assert {*references([first, last]), f"N-{cutting}"} == {"N-1", "N-2", "N-3"}
    assert len(await stored(desk)) == 3


async def test_two_replicas_write_the_same_groups_without_a_gap(desk: Desk, postgresql_url: str) -> None:
    other = await peopled(desk.store)
    replica = await open_store(postgresql_url)

    async def caller(number: int) -> None:
        store = (desk.store, replica)[number % 2]
        for turn in range(8):
            where = (desk, other)[(number // 2 + turn) % 2]
            errand = submitted(said(where, PEOPLE[number], f"{number}-{turn}"))
            references([await store.write(errand.job, errand.ahead)])

    await asyncio.gather(*(caller(number) for number in range(len(PEOPLE))))
    await replica.close()
    assert len(await stored(desk)) + len(await stored(other)) == 8 * len(PEOPLE)


async def test_what_is_asked_ahead_is_asked_of_indexes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many recordings there are, and though the server takes every list of them for a hundred."""
    plans: list[Any] = []
    run = DirectConnection.run_several

    def explained(
        connection: DirectConnection, several: Sequence[tuple[Executable, Mapping[str, Any], bool]]
    ) -> list[Any]:
        for statement, given, asks in several:
            prepared = connection._at_once(statement, given)
            if asks and "lateral" in prepared.sql.lower():
                explain = f"EXPLAIN (FORMAT JSON) {prepared.sql}"
                cursor = connection.connection.cursor()
                plans.append(cursor.execute(explain, prepared.parameters(given)).fetchone()[0][0]["Plan"])
        return run(connection, several)

    monkeypatch.setattr(DirectConnection, "run_several", explained)
    await together(desk.store, *(submitted(said(desk, user)) for user in PEOPLE))
    nodes = [node for plan in plans for node in flat(plan)]
    looked_at = {node["Relation Name"] for node in nodes if "Relation Name" in node}
    assert looked_at >= {"person", "member", "binding", "receipt", "item"}
    assert not [node for node in nodes if node["Node Type"] == "Seq Scan"]


def flat(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for part in plan.get("Plans", ()):
        yield from flat(part)
