"""Databases as earlier releases left them, written past the repositories."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, MetaData, Table, create_engine, insert, make_url

DRIVERS = {"sqlite": "sqlite+pysqlite", "postgresql": "postgresql+psycopg"}
BEGAN = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def connect(url: str) -> Connection:
    return create_engine(make_url(url).set(drivername=DRIVERS[url.split(":", maxsplit=1)[0]])).connect()


def reflected(connection: Connection, name: str) -> Table:
    return Table(name, MetaData(), autoload_with=connection)


def instant(connection: Connection, second: int) -> Any:  # noqa: ANN401 - as the engine keeps it
    """So many seconds after BEGAN."""
    at = BEGAN + timedelta(seconds=second)
    return (at - _EPOCH) // timedelta(microseconds=1) if connection.dialect.name == "sqlite" else at


def add_group(connection: Connection, group: int) -> None:
    """A group that has counted nothing yet."""
    groups = reflected(connection, "working_group")
    counters = {column.name: 0 for column in groups.c if column.name.startswith("last_")}
    founded = {"id": group, "workspace": "T0001", "revision": 1, **counters}
    connection.execute(insert(groups), founded)
