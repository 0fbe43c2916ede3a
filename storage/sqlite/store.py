"""The store over one SQLite file."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from sqlalchemy import text

from domain.ports import StoreUnavailable, UnitOfWork
from storage.futures import carried
from storage.repositories.charters import CharterCache
from storage.sqlite.connections import reading_engine, writing_engine
from storage.sqlite.failures import translated
from storage.sqlite.file_lock import FileLock
from storage.sqlite.writer import Writer
from storage.unit_of_work import SqlUnitOfWork

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
        self._writer = Writer(self._writing, charters)
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="sqlite-reader")
        self._closed = False

    async def write(self, job: Callable[[UnitOfWork], T]) -> T:
        """Run the job in a writing transaction; returns after the commit."""
        return await self._writer.submit(job)

    async def read(self, query: Callable[[UnitOfWork], T]) -> T:
        """Run the query on a view of what is committed as it begins."""
        return await self._reading_thread(lambda: self._read(query))

    async def check(self) -> None:
        """Return when the file answers."""
        await self._reading_thread(self._check)

    async def close(self) -> None:
        """Write what was accepted, then let go of the file. Closing twice is closing once."""
        self._closed = True
        await asyncio.to_thread(self._close)

    def _reading_thread(self, work: Callable[[], T]) -> asyncio.Future[T]:
        if self._closed:
            raise StoreUnavailable("the store is closed")
        return asyncio.get_running_loop().run_in_executor(self._readers, carried, work)

    def _read(self, query: Callable[[UnitOfWork], T]) -> T:
        with translated(writing=False), self._reading.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            return query(SqlUnitOfWork(connection, self._charters, writing=False))

    def _check(self) -> None:
        with translated(writing=False), self._reading.connect() as connection:
            connection.execute(_ANSWERS)

    def _close(self) -> None:
        self._writer.close()
        self._readers.shutdown()
        self._reading.dispose()
        self._writing.dispose()
        self._lock.release()
