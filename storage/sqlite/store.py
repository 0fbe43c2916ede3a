"""The store over one SQLite file."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Hashable
from pathlib import Path
from time import monotonic
from typing import TypeVar

from sqlalchemy import text

from domain.ports import Asking, UnitOfWork
from storage.answers import GLANCED, Answers
from storage.direct import Direct
from storage.repositories.charters import CharterCache
from storage.session import Session
from storage.sqlite.checkpoints import Checkpoints
from storage.sqlite.connections import driver_connection, reading_engine, writing_engine
from storage.sqlite.failures import translated
from storage.sqlite.file_lock import FileLock
from storage.sqlite.writer import Writer
from storage.unit_of_work import SqlUnitOfWork
from storage.workers import Workers

T = TypeVar("T")

READERS = 4
"""Threads that read: Python runs one at a time, a few keep the disk busy."""

_ANSWERS = text("SELECT 1 FROM alembic_version")


class SqliteStore:
    """Holds the file's lock until closed; takes it over from who opened it."""

    def __init__(self, path: Path, lock: FileLock) -> None:
        charters = CharterCache()
        self._lock = lock
        self._charters = charters
        self._writing = writing_engine(path)
        self._reading = reading_engine(path, READERS)
        self._direct = Direct(self._reading)
        self._answers, self._glances = Answers(monotonic), Answers(monotonic)
        self._checkpoints = Checkpoints(path)
        self._writer = Writer(Direct(self._writing), charters, self._committed)
        self._readers = Workers(READERS, "sqlite-reader")

    async def write(self, job: Callable[[UnitOfWork], T], ahead: Asking | None = None) -> T:
        """Run the job in a writing transaction; returns after the commit."""
        return await self._writer.submit(job, ahead)

    async def read(self, query: Callable[[UnitOfWork], T], *, key: Hashable | None = None) -> T:
        """Run the query on a view of what is committed as it begins."""

        def ask() -> asyncio.Future[T]:
            return self._readers.submit(lambda: self._read(query))

        return await (ask() if key is None else self._answers.recall(key, ask))

    async def glance(self, key: Hashable, query: Callable[[UnitOfWork], T]) -> T:
        """Run the query, or answer as before when none of its subjects was written since."""
        return await self._glances.recall(key, lambda: self.read(query))

    async def check(self) -> None:
        """Return when the file answers."""
        await self._readers.submit(self._check)

    async def close(self) -> None:
        """Write what was accepted, then let go of the file. Closing twice is closing once."""
        await asyncio.to_thread(self._close)

    def _read(self, query: Callable[[UnitOfWork], T]) -> T:
        with translated(writing=False), Session(self._direct, writing=False) as connection:
            driver_connection(connection).execute("BEGIN")
            return query(SqlUnitOfWork(connection, self._charters, writing=False))

    def _committed(self, written: Collection[str]) -> None:
        self._checkpoints.committed()
        self._answers.forget()
        if not GLANCED.isdisjoint(written):
            self._glances.forget()

    def _check(self) -> None:
        with translated(writing=False), self._reading.connect() as connection:
            connection.execute(_ANSWERS)

    def _close(self) -> None:
        self._writer.close()
        self._checkpoints.close()
        self._readers.close()
        self._reading.dispose()
        self._writing.dispose()
        self._lock.release()


def read_once(path: Path, query: Callable[[UnitOfWork], T]) -> T:
    """The query's answer from a file that another process may have open. Raises StoreUnavailable."""
    engine = reading_engine(path, 1)
    try:
        with translated(writing=False), Session(Direct(engine), writing=False) as connection:
            driver_connection(connection).execute("BEGIN")
            return query(SqlUnitOfWork(connection, CharterCache(), writing=False))
    finally:
        engine.dispose()
