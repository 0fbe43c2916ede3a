"""Every query of the ports is answered from an index, with many groups beside the one that asks.

Without this a list or a digest that is quick in a test would read the whole table in its third year.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

import psycopg
import pytest
from sqlalchemy import create_engine, make_url

from storage.opening import migrate
from storage.sqlite.connections import driver_connection
from storage.tables.changes import change
from storage.tables.deliveries import delivery
from storage.tables.evidence import evidence, support
from storage.tables.items import answer, item, obstacle, position, recommendation
from storage.tables.people import member
from storage.tables.receipts import receipt
from storage.tables.reminders import reminder_plan, snooze
from storage.tables.search import search
from storage.tables.subscriptions import subscription
from tests.contract.long_life import ITEMS, filled
from tests.contract.questions import flat, statements_of
from tests.postgresql import PostgresqlServer

WATCHED = {
    table.name
    for table in (
        item,
        change,
        delivery,
        receipt,
        subscription,
        member,
        answer,
        obstacle,
        recommendation,
        search,
        position,
        evidence,
        support,
        reminder_plan,
        snooze,
    )
}


STEPS_MAX = 3_000
"""Steps of SQLite's machine for one statement: a group read whole, or once for each item, takes more."""

WHOLE = {
    "page by country": 60 * ITEMS,
    "page by another country": 60 * ITEMS,
    "page by sector": 18 * ITEMS,
    "count of many": 18 * ITEMS,
    "page by untranslated": 12 * ITEMS,
}
"""Questions that look at each item, or each member of a sector, where few pass: one look-up for each."""

ROWS_MAX = ITEMS
"""Rows one node of a PostgreSQL plan may look at: no more than a group has."""


async def test_on_sqlite_no_query_of_the_ports_reads_more_than_it_needs(sqlite_url: str) -> None:
    store, group = await filled(sqlite_url)
    asked = await statements_of(store, group)
    await store.close()
    engine = create_engine(sqlite_url)
    scans: list[tuple[str, str]] = []
    steps: dict[str, int] = {}
    with engine.connect() as connection:
        raw = driver_connection(connection)
        for name, (statement, parameters) in flat(asked):
            plan = [row[3] for row in raw.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)]
            scans += [(name, step) for step in plan if step.startswith("SCAN") and step.split()[1] in WATCHED]
            steps[name] = max(steps.get(name, 0), counted(raw, statement, parameters))
    engine.dispose()
    assert scans == []
    assert {name: count for name, count in steps.items() if count > WHOLE.get(name, STEPS_MAX)} == {}
    assert all(asked.values())


@pytest.fixture
def fresh_url(postgresql_server: PostgresqlServer) -> Iterator[str]:
    """A database that nobody used before: what others deleted would lead to other plans."""
    name = postgresql_server.create()
    migrate(postgresql_server.url(name))
    yield postgresql_server.url(name)
    postgresql_server.drop(name)


@pytest.mark.postgresql
async def test_on_postgresql_no_query_of_the_ports_reads_more_than_it_needs(fresh_url: str) -> None:
    store, group = await filled(fresh_url)
    asked = await statements_of(store, group)
    await store.close()
    engine = create_engine(make_url(fresh_url).set(drivername="postgresql+psycopg"))
    scans: list[str] = []
    rows: dict[str, float] = {}
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert isinstance(raw, psycopg.Connection)
        raw.execute("ANALYZE")
        raw.commit()
        cursor = psycopg.RawCursor(raw)
        before = None
        for name, (statement, parameters) in flat(asked):
            if name != before:
                # What a question sets for its transaction is no other's.
                raw.rollback()
            before = name
            explained = cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {statement}", parameters).fetchone()
            assert explained is not None
            for node in nodes(explained[0][0]["Plan"]):
                if node["Node Type"] == "Seq Scan" and node["Relation Name"] in WATCHED:
                    scans.append(name)
                looked_at = node["Actual Rows"] + node.get("Rows Removed by Filter", 0)
                rows[name] = max(rows.get(name, 0), looked_at * node["Actual Loops"])
    engine.dispose()
    assert scans == []
    assert {name: count for name, count in rows.items() if count > ROWS_MAX} == {}
    assert all(asked.values())


def counted(raw: sqlite3.Connection, statement: str, parameters: Sequence[object]) -> int:
    """The steps SQLite takes for the statement."""
    steps = 0

    def count() -> None:
        nonlocal steps
        steps += 1

    raw.set_progress_handler(count, 1)
    raw.execute(statement, parameters).fetchall()
    raw.set_progress_handler(None, 1)
    return steps


def nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The nodes of a plan."""
    yield plan
    for part in plan.get("Plans", ()):
        yield from nodes(part)
