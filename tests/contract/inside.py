"""What lies below the surface of a store: where faults are injected and settings are read."""

from __future__ import annotations

from sqlalchemy import Connection, Engine

from domain.ports import Store, UnitOfWork
from storage.postgresql.store import PostgresqlStore
from storage.sqlite.store import SqliteStore
from storage.unit_of_work import SqlUnitOfWork


def connection_of(uow: UnitOfWork) -> Connection:
    """What the transaction runs on."""
    assert isinstance(uow, SqlUnitOfWork)
    return uow._connection


def writer_of(store: Store) -> Connection:
    """The one connection on which a SQLite store writes."""
    assert isinstance(store, SqliteStore)
    connection = store._writer._connection
    assert connection is not None
    return connection


def file_of(store: Store) -> str:
    """The path of the database of a SQLite store."""
    assert isinstance(store, SqliteStore)
    path = store._writing.url.database
    assert path is not None
    return path


def engine_of(store: Store) -> Engine:
    """What a PostgreSQL store connects with."""
    assert isinstance(store, PostgresqlStore)
    return store._engine
