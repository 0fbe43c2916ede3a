"""PostgreSQL's plans for steps of deliveries: each is looked up, however many others there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.sql import Executable

from bot.delivery.settling import beginning
from domain.delivery import Delivery, DeliveryState
from domain.ports import Store, UnitOfWork
from storage.direct import DirectConnection
from storage.opening import open_store
from tests.contract.samples import delivery
from tests.contract.test_sending_together import MINE, begin, claimed, rows, together

OTHERS = 1000
LOOKED_AT_MAX = 100
"""Rows of a table that six steps look at, at most; PostgreSQL takes every list of them for a hundred."""

pytestmark = pytest.mark.postgresql


async def with_others(store: Store) -> tuple[Delivery, ...]:
    """Six that are held, among a thousand that wait, each in a channel that had its turn."""
    held = await claimed(store)
    one = held[0]

    def job(uow: UnitOfWork) -> None:
        more = [replace(delivery(f"other:{at}", one.group), channel=f"C{at}") for at in range(OTHERS)]
        uow.outbox.add_new([replace(new, workspace=one.workspace) for new in more])
        for new in more:
            uow.pauses.rest(one.workspace, new.channel, timedelta(microseconds=1))

    await store.write(job)
    return held


async def test_the_rows_of_steps_are_looked_up_one_by_one(
    postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without statistics, as in the minute in which thousands come to wait."""
    store = await open_store(postgresql_url)
    held = await with_others(store)
    plans: list[dict[str, Any]] = []
    run = DirectConnection.run_several

    def explained(
        connection: DirectConnection, several: Sequence[tuple[Executable, Mapping[str, Any], bool]]
    ) -> list[Any]:
        answers: list[Any] = []
        for statement, given, asks in several:
            prepared = connection._at_once(statement, given)
            if prepared.sql.startswith("SELECT"):
                cursor: Any = connection.connection.cursor()
                cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {prepared.sql}", prepared.parameters(given))
                plans.append(cursor.fetchone()[0][0]["Plan"])
            answers += run(connection, [(statement, given, asks)])
        return answers

    with monkeypatch.context() as patched:
        patched.setattr(DirectConnection, "run_several", explained)
        await together(store, *((begin(one), beginning(one, MINE)) for one in held))
    assert [row.state for row in await rows(store, held)] == [DeliveryState.SENDING] * len(held)
    await store.close()
    looked_at = list(looks(plans))
    assert {table for table, _ in looked_at} >= {"delivery", "pause"}
    assert [one for one in looked_at if one[1] > LOOKED_AT_MAX] == []


def looks(plans: Sequence[dict[str, Any]]) -> Iterator[tuple[str, float]]:
    """The tables that nodes of the plans look at, and at how many rows."""
    for node in plans:
        removed = node.get("Rows Removed by Filter", 0) + node.get("Rows Removed by Index Recheck", 0)
        if "Relation Name" in node:
            yield node["Relation Name"], (node["Actual Rows"] + removed) * node["Actual Loops"]
        yield from looks(node.get("Plans", ()))
