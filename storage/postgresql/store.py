"""The store over a PostgreSQL server."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Hashable
from dataclasses import replace
from time import monotonic
from typing import Any, TypeVar

from sqlalchemy import URL, Text, cast, func, select, text
from sqlalchemy.exc import DBAPIError

from domain.ports import Asking, Sending, StoreUnavailable, UnitOfWork
from storage.answers import GLANCED, KEPT, Answers
from storage.direct import Direct
from storage.intake import Intake, Job
from storage.postgresql.attempts import Clockwork, CommitLostError, Patience, persistently
from storage.postgresql.connections import engine
from storage.postgresql.failures import is_lost
from storage.postgresql.shared import SharedTransactions
from storage.postgresql.snapshots import Snapshots
from storage.repositories.charters import CharterCache
from storage.session import Session
from storage.unit_of_work import SqlUnitOfWork
from storage.workers import Workers

T = TypeVar("T")

WRITERS = 6
READERS = 4
SHARED = 1
SENDING = 1
"""Threads of each kind, with a connection each: long reads never keep a write waiting for a thread."""

SHARED_MAX = 64
"""Jobs in one transaction: more would make the first of them wait for the last."""

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
        self._engine = engine(url, 1 + SHARED + SENDING + WRITERS + READERS)
        self._reading = self._engine.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )
        self._write_direct, self._read_direct = Direct(self._engine), Direct(self._reading)
        self._alone = Direct(self._engine.execution_options(isolation_level="AUTOCOMMIT"))
        self._writers = Workers(WRITERS, "postgresql-writer")
        self._readers = Workers(READERS, "postgresql-reader")
        shared = SharedTransactions(self._write_direct, self._charters, self._committed, self._alone_from_now)
        self._shared = Intake(SHARED, "postgresql-shared", SHARED_MAX, shared.write)
        # No recording waits behind what is sent.
        self._sendings = Intake(SENDING, "postgresql-sending", SHARED_MAX, shared.write)
        # Asked again and again, and never by two threads at once.
        self._asking: Session | None = None
        self._snapshots = Snapshots(lambda: self._readers.submit(self._snapshot))

    async def write(self, job: Callable[[UnitOfWork], T], ahead: Asking | None = None) -> T:
        """Run the job in a writing transaction; returns after the commit. An accepted job is run."""
        if ahead is not None:
            intake = self._sendings if isinstance(ahead, Sending) else self._shared
            return await asyncio.shield(intake.submit(job, ahead))
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

    def _write(self, job: Callable[[UnitOfWork], T], *, in_doubt: bool = False) -> T:
        return persistently(
            lambda: self._transaction(job), self._patience, self._clockwork, in_doubt=in_doubt
        )

    def _alone_from_now(self, job: Job, *, in_doubt: bool) -> None:
        self._writers.go_on(replace(job, run=lambda: self._write(job.run, in_doubt=in_doubt)))

    def _transaction(self, job: Callable[[UnitOfWork], T]) -> T:
        with Session(self._write_direct) as connection:
            uow = SqlUnitOfWork(connection, self._charters, writing=True)
            result = job(uow)
            uow.flush()
            try:
                connection.finish()
            except DBAPIError as error:
                if is_lost(error):
                    raise CommitLostError(keyed=uow.stored_receipt) from error
                raise
            finally:
                self._committed(connection.written)
            return result

    def _committed(self, written: Collection[str]) -> None:
        if not GLANCED.isdisjoint(written):
            self._glances.forget()

    def _read(self, query: Callable[[UnitOfWork], T]) -> T:
        return self._read_marked(query, marked=False)[1]

    def _read_marked(self, query: Callable[[UnitOfWork], T], *, marked: bool = True) -> tuple[str, T]:
        """What the query gives, and the snapshot it was read from."""

        def attempt() -> tuple[str, T]:
            with Session(self._read_direct, writing=False) as connection:
                snapshot = connection.execute(_SNAPSHOT).scalar_one() if marked else ""
                return snapshot, query(SqlUnitOfWork(connection, self._charters, writing=False))

        return persistently(attempt, self._patience, self._clockwork)

    def _snapshot(self) -> str:
        def attempt() -> str:
            asking = self._asking = self._asking or Session(self._alone, writing=False)
            try:
                return str(asking.execute(_SNAPSHOT).scalar_one())
            except DBAPIError:
                self._asking = None
                asking.close()
                raise

        return persistently(attempt, self._patience, self._clockwork)

    def _check(self) -> None:
        try:
            with self._reading.connect() as connection:
                connection.execute(_ANSWERS)
        except DBAPIError as error:
            raise StoreUnavailable(f"PostgreSQL: {error}") from error

    def _close(self) -> None:
        self._shared.close()
        self._sendings.close()
        self._writers.close()
        self._readers.close()
        if self._asking is not None:
            self._asking.close()
        self._engine.dispose()
