"""Databases as earlier releases left them, written past the repositories."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from alembic import command
from sqlalchemy import Connection, MetaData, Table, create_engine, insert, make_url

from storage.opening import migrate
from storage.schema import configuration

DRIVERS = {"sqlite": "sqlite+pysqlite", "postgresql": "postgresql+psycopg"}
BEGAN = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def connect(url: str) -> Connection:
    return create_engine(make_url(url).set(drivername=DRIVERS[url.split(":", maxsplit=1)[0]])).connect()


def reflected(connection: Connection, name: str) -> Table:
    return Table(name, MetaData(), autoload_with=connection)


def upgraded(url: str, revision: str, write: Callable[[Connection], None]) -> None:
    """The database with what the release of that revision wrote, brought to today's."""
    with connect(url) as connection:
        command.upgrade(configuration(connection), revision)
        write(connection)
        connection.commit()
    connection.engine.dispose()
    migrate(url)


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
