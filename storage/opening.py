"""From an address to an open store, or to a database whose tables are of this release."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TypeVar

from sqlalchemy import URL, Connection, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError

from domain.ports import Store, StoreUnavailable, UnitOfWork
from storage import schema
from storage.errors import UrlError
from storage.postgresql.connections import engine as postgresql_engine
from storage.postgresql.failures import is_unavailable
from storage.postgresql.store import PostgresqlStore
from storage.schema import Upgrade
from storage.sqlite.connections import migration_engine
from storage.sqlite.failures import translated
from storage.sqlite.file_lock import FileLock
from storage.sqlite.store import SqliteStore, read_once

T = TypeVar("T")

_MIGRATION_LOCK = text("SELECT pg_advisory_xact_lock(:number)")
_MIGRATION_LOCK_NUMBER = 7_260_154_209
"""Any number, the same in every release: replicas that start together migrate one after the other."""


async def open_store(url: str, *, migrate: bool = False) -> Store:
    """The store at `sqlite:///PATH` or `postgresql://…`; the caller closes it.

    The tables must be of this release, else SchemaError; with `migrate` an empty or older database is
    upgraded first. Raises UrlError, DatabaseInUseError (SQLite: another process has it) or StoreUnavailable.
    """
    return await asyncio.to_thread(_open, _parsed(url), migrate=migrate)


async def ask(url: str, query: Callable[[UnitOfWork], T]) -> T:
    """The query's answer, also while the bot has the database: nothing is locked and nothing written.

    Raises UrlError, SchemaError or StoreUnavailable.
    """
    parsed = _parsed(url)
    if parsed.get_backend_name() == "sqlite":
        path = _path(parsed)
        await asyncio.to_thread(_prepare_sqlite, path, migrate=False)
        return await asyncio.to_thread(read_once, path, query)
    store = await open_store(url)
    try:
        return await store.read(query)
    finally:
        await store.close()


def migrate(url: str) -> Upgrade:
    """Bring the tables to this release's version, and tell what that took.

    Raises UrlError, SchemaError, DatabaseInUseError or StoreUnavailable.
    """
    parsed = _parsed(url)
    if parsed.get_backend_name() == "sqlite":
        path = _path(parsed)
        with FileLock(path):
            return _prepare_sqlite(path, migrate=True)
    return _prepare_postgresql(parsed, migrate=True)


def place_of(url: str) -> str:
    """Where the database is, for people to read: the file's whole path, or the address without who asks.

    Raises UrlError.
    """
    parsed = _parsed(url)
    if parsed.get_backend_name() == "sqlite":
        return str(_path(parsed))
    return _address(parsed)


def _address(url: URL) -> str:
    host = url.host or url.query.get("host")
    named = host if isinstance(host, str) else None
    return URL.create("postgresql", host=named, port=url.port, database=url.database).render_as_string()


def _open(url: URL, *, migrate: bool) -> Store:
    if url.get_backend_name() != "sqlite":
        _prepare_postgresql(url, migrate=migrate)
        return PostgresqlStore(url)
    path = _path(url)
    with ExitStack() as held:
        lock = held.enter_context(FileLock(path))
        _prepare_sqlite(path, migrate=migrate)
        store = SqliteStore(path, lock)
        held.pop_all()
        return store


def _parsed(url: str) -> URL:
    try:
        parsed = make_url(url.replace("postgres://", "postgresql://", 1))
        backend = parsed.get_backend_name()
    except ArgumentError:
        raise UrlError(
            "the database's address cannot be read: use sqlite:///PATH or postgresql://…"
        ) from None
    if backend not in {"sqlite", "postgresql"}:
        raise UrlError(f"no {backend} here: use sqlite:///PATH or postgresql://…")
    return parsed


def _path(url: URL) -> Path:
    database = url.database or ":memory:"
    if ":memory:" in database or database.startswith("file:"):
        raise UrlError("a database in memory would forget what it acknowledged: use sqlite:///PATH")
    path = Path(database).resolve()
    if not path.parent.is_dir():
        raise UrlError(f"there is no folder {path.parent} for the database: make it first")
    return path


def _prepare_sqlite(path: Path, *, migrate: bool) -> Upgrade:
    if not migrate and not path.exists():
        schema.require_head_of(None, str(path))
    engine = migration_engine(path)
    try:
        with translated(writing=True), engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE" if migrate else "BEGIN")
            return _prepare(connection, str(path), migrate=migrate)
    finally:
        engine.dispose()


def _prepare_postgresql(url: URL, *, migrate: bool) -> Upgrade:
    engine = postgresql_engine(url, 1, timeouts=not migrate)
    try:
        with engine.connect() as connection:
            if migrate:
                connection.execute(_MIGRATION_LOCK, {"number": _MIGRATION_LOCK_NUMBER})
            return _prepare(connection, _address(url), migrate=migrate)
    except DBAPIError as error:
        if is_unavailable(error):
            raise StoreUnavailable(f"PostgreSQL: {_first_line(error)}") from error
        raise
    finally:
        engine.dispose()


def _first_line(error: DBAPIError) -> str:
    """What the driver says, without its hints: whoever starts the bot reads one sentence."""
    return str(error.orig).partition("\n")[0].strip()


def _prepare(connection: Connection, place: str, *, migrate: bool) -> Upgrade:
    if not migrate:
        schema.require_head(connection, place)
        return Upgrade.NOTHING
    done = schema.upgrade(connection)
    connection.commit()
    return done
