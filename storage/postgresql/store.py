"""The store over a PostgreSQL server."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from sqlalchemy import URL, text
from sqlalchemy.exc import DBAPIError

from domain.ports import StoreUnavailable, UnitOfWork
from storage.futures import carried
from storage.postgresql.attempts import Clockwork, CommitLostError, Patience, persistently
from storage.postgresql.connections import engine
from storage.postgresql.failures import is_lost
from storage.repositories.charters import CharterCache
from storage.unit_of_work import SqlUnitOfWork

T = TypeVar("T")

WRITERS = 6
READERS = 4
"""Threads of each kind, with a connection each: long reads never keep a write waiting for a thread."""

_ANSWERS = text("SELECT 1 FROM alembic_version")


class PostgresqlStore:
    """Writes lock their group's row; reads see one snapshot."""

    def __init__(
        self, url: URL, *, patience: Patience | None = None, clockwork: Clockwork | None = None
    ) -> None:
        self._patience = patience or Patience()
        self._clockwork = clockwork or Clockwork()
        self._charters = CharterCache()
        self._engine = engine(url, WRITERS + READERS)
        self._reading = self._engine.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )
        self._writers = ThreadPoolExecutor(WRITERS, thread_name_prefix="postgresql-writer")
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="postgresql-reader")
        self._closed = False

    async def write(self, job: Callable[[UnitOfWork], T]) -> T:
        """Run the job in a writing transaction; returns after the commit. An accepted job is run."""
        return await asyncio.shield(self._accepted(self._writers, lambda: self._write(job)))

    async def read(self, query: Callable[[UnitOfWork], T]) -> T:
        """Run the query on a snapshot."""
        return await self._accepted(self._readers, lambda: self._read(query))

    async def check(self) -> None:
        """Return when the server answers, without trying again."""
        await self._accepted(self._readers, self._check)

    async def close(self) -> None:
        """Finish what was accepted, then let go of the connections. Closing twice is closing once."""
        self._closed = True
        await asyncio.to_thread(self._close)

    def _accepted(self, threads: ThreadPoolExecutor, work: Callable[[], T]) -> asyncio.Future[T]:
        if self._closed:
            raise StoreUnavailable("the store is closed")
        return asyncio.get_running_loop().run_in_executor(threads, carried, work)

    def _write(self, job: Callable[[UnitOfWork], T]) -> T:
        return persistently(lambda: self._transaction(job), self._patience, self._clockwork)

    def _transaction(self, job: Callable[[UnitOfWork], T]) -> T:
        with self._engine.connect() as connection:
            uow = SqlUnitOfWork(connection, self._charters, writing=True)
            result = job(uow)
            uow.flush()
            try:
                connection.commit()
            except DBAPIError as error:
                if is_lost(error):
                    raise CommitLostError(keyed=uow.stored_receipt) from error
                raise
            return result

    def _read(self, query: Callable[[UnitOfWork], T]) -> T:
        def attempt() -> T:
            with self._reading.connect() as connection:
                return query(SqlUnitOfWork(connection, self._charters, writing=False))

        return persistently(attempt, self._patience, self._clockwork)

    def _check(self) -> None:
        try:
            with self._reading.connect() as connection:
                connection.execute(_ANSWERS)
        except DBAPIError as error:
            raise StoreUnavailable(f"PostgreSQL: {error}") from error

    def _close(self) -> None:
        self._writers.shutdown()
        self._readers.shutdown()
        self._engine.dispose()
