"""The store over a PostgreSQL server."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Hashable
from time import monotonic
from typing import Any, TypeVar

from sqlalchemy import URL, Text, cast, func, select, text
from sqlalchemy.exc import DBAPIError

from domain.ports import StoreUnavailable, UnitOfWork
from storage.answers import GLANCED, KEPT, Answers
from storage.direct import Direct
from storage.postgresql.attempts import Clockwork, CommitLostError, Patience, persistently
from storage.postgresql.connections import engine
from storage.postgresql.failures import is_lost
from storage.postgresql.snapshots import Snapshots
from storage.repositories.charters import CharterCache
from storage.unit_of_work import SqlUnitOfWork
from storage.workers import Workers

T = TypeVar("T")

WRITERS = 6
READERS = 4
"""Threads of each kind, with a connection each: long reads never keep a write waiting for a thread."""

_SNAPSHOT = select(cast(func.pg_current_snapshot(), Text))
"""Which transactions are visible: the same text, the same rows (postgresql.org, transaction ID functions)."""

_ANSWERS = text("SELECT 1 FROM alembic_version")


class PostgresqlStore:
    """Writes lock their group's row; reads see one snapshot."""

    def __init__(
        self, url: URL, *, patience: Patience | None = None, clockwork: Clockwork | None = None
    ) -> None:
        self._patience = patience or Patience()
        self._clockwork = clockwork or Clockwork()
        self._charters = CharterCache()
        self._glances = Answers(monotonic)
        self._seen: dict[Hashable, tuple[str, Any]] = {}
        self._engine = engine(url, WRITERS + READERS)
        self._reading = self._engine.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )
        self._write_direct, self._read_direct = Direct(self._engine), Direct(self._reading)
        self._alone = Direct(self._engine.execution_options(isolation_level="AUTOCOMMIT"))
        self._writers = Workers(WRITERS, "postgresql-writer")
        self._readers = Workers(READERS, "postgresql-reader")
        self._snapshots = Snapshots(lambda: self._readers.submit(self._snapshot))

    async def write(self, job: Callable[[UnitOfWork], T]) -> T:
        """Run the job in a writing transaction; returns after the commit. An accepted job is run."""
        return await asyncio.shield(self._writers.submit(lambda: self._write(job)))

    async def read(self, query: Callable[[UnitOfWork], T], *, key: Hashable | None = None) -> T:
        """Run the query on a snapshot. Under a key, whatever replica commits is seen at once."""
        if key is None:
            return await self._readers.submit(lambda: self._read(query))
        found = self._seen.get(key)
        if found is not None and found[0] == await self._snapshots.now():
            kept: T = found[1]
            return kept
        snapshot, answer = await self._readers.submit(lambda: self._read_marked(query))
        if len(self._seen) >= KEPT:
            self._seen.clear()
        self._seen[key] = (snapshot, answer)
        return answer

    async def glance(self, key: Hashable, query: Callable[[UnitOfWork], T]) -> T:
        """Run the query, or answer as before when none of its subjects was written here since."""
        return await self._glances.recall(key, lambda: self.read(query))

    async def check(self) -> None:
        """Return when the server answers, without trying again."""
        await self._readers.submit(self._check)

    async def close(self) -> None:
        """Finish what was accepted, then let go of the connections. Closing twice is closing once."""
        await asyncio.to_thread(self._close)

    def _write(self, job: Callable[[UnitOfWork], T]) -> T:
        return persistently(lambda: self._transaction(job), self._patience, self._clockwork)

    def _transaction(self, job: Callable[[UnitOfWork], T]) -> T:
        with self._write_direct.connect() as connection:
            uow = SqlUnitOfWork(connection, self._charters, writing=True)
            result = job(uow)
            uow.flush()
            try:
                connection.commit()
            except DBAPIError as error:
                if is_lost(error):
                    raise CommitLostError(keyed=uow.stored_receipt) from error
                raise
            finally:
                if not GLANCED.isdisjoint(connection.written):
                    self._glances.forget()
            return result

    def _read(self, query: Callable[[UnitOfWork], T]) -> T:
        return self._read_marked(query, marked=False)[1]

    def _read_marked(self, query: Callable[[UnitOfWork], T], *, marked: bool = True) -> tuple[str, T]:
        """What the query gives, and the snapshot it was read from."""

        def attempt() -> tuple[str, T]:
            with self._read_direct.connect() as connection:
                snapshot = connection.execute(_SNAPSHOT).scalar_one() if marked else ""
                return snapshot, query(SqlUnitOfWork(connection, self._charters, writing=False))

        return persistently(attempt, self._patience, self._clockwork)

    def _snapshot(self) -> str:
        def attempt() -> str:
            with self._alone.connect() as connection:
                return str(connection.execute(_SNAPSHOT).scalar_one())

        return persistently(attempt, self._patience, self._clockwork)

    def _check(self) -> None:
        try:
            with self._reading.connect() as connection:
                connection.execute(_ANSWERS)
        except DBAPIError as error:
            raise StoreUnavailable(f"PostgreSQL: {error}") from error

    def _close(self) -> None:
        self._writers.close()
        self._readers.close()
        self._engine.dispose()
