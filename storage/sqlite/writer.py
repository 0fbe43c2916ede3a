"""The one thread that writes: jobs that wait together share a commit, each in a savepoint of its own."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from math import ceil
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from time import monotonic
from typing import Any, TypeVar

from domain.ports import StoreUnavailable, UnitOfWork
from storage.direct import Direct, DirectConnection
from storage.futures import Outcome, settle
from storage.repositories.charters import CharterCache
from storage.sqlite.connections import BUSY_TIMEOUT, driver_connection
from storage.sqlite.failures import is_locked, unavailable, understood
from storage.unit_of_work import SqlUnitOfWork

T = TypeVar("T")

GROUP_MAX = 64
"""Jobs in one commit: more would make the first of them wait for the last."""


_STEP = 0.1
"""Seconds by which waiting for a lock is cut: few lengths, so that their statements stay prepared."""


@dataclass(frozen=True, slots=True)
class _Job:
    """A job, who waits for it, and since when by the monotonic clock."""

    run: Callable[[UnitOfWork], Any]
    future: asyncio.Future[Any]
    since: float

    @property
    def patience(self) -> float:
        """Seconds it may still wait for a lock from outside: those it waited behind others count."""
        return max(0.0, self.since + BUSY_TIMEOUT - monotonic())


class _GroupLostError(Exception):
    """SQLite rolled back the whole transaction: no job of the group is stored, whatever it was told."""


class Writer:
    """Runs jobs in the order they come. Nobody hears of an outcome before the COMMIT that it is part of.

    A caller that goes away changes nothing: an accepted job is run.
    """

    def __init__(
        self, direct: Direct, charters: CharterCache, committed: Callable[[Collection[str]], None]
    ) -> None:
        self._direct = direct
        self._charters = charters
        self._committed = committed
        self._connection: DirectConnection | None = None
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._accepting = Lock()
        self._closed = False
        self._thread = Thread(target=self._run, name="sqlite-writer", daemon=True)
        self._thread.start()

    def submit(self, job: Callable[[UnitOfWork], T]) -> asyncio.Future[T]:
        """Accept a job; the future belongs to the running loop. Raises StoreUnavailable once closed."""
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        with self._accepting:
            if self._closed:
                raise StoreUnavailable("the store is closed")
            self._jobs.put(_Job(job, future, monotonic()))
        return future

    def close(self) -> None:
        """Write what was accepted, then end the thread."""
        with self._accepting:
            if not self._closed:
                self._closed = True
                self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (first := self._jobs.get()) is not None:
            jobs, last = self._waiting_with(first)
            while jobs:
                outcomes = self._write(jobs)
                _deliver(jobs[: len(outcomes)], outcomes)
                jobs = jobs[len(outcomes) :]
            if last:
                break
        self._disconnect()

    def _waiting_with(self, first: _Job) -> tuple[list[_Job], bool]:
        """The job with those that wait behind it, and whether the end was among them."""
        jobs = [first]
        with suppress(Empty):
            while len(jobs) < GROUP_MAX:
                job = self._jobs.get_nowait()
                if job is None:
                    return jobs, True
                jobs.append(job)
        return jobs, False

    def _write(self, jobs: Sequence[_Job]) -> list[Outcome]:
        """What the jobs came to; of the first ones alone, while the others may still wait for a lock."""
        try:
            return self._transaction(jobs)
        except BaseException as error:  # noqa: BLE001 - the callers hear of it; the thread goes on
            if is_locked(error) and not self._in_transaction():
                jobs = [job for job in jobs if not job.patience] or jobs[:1]
            self._roll_back()
            # Charters read in this transaction may hold what was never committed.
            self._charters.clear()
            return [Outcome(error=unavailable(error)) for _ in jobs]

    def _transaction(self, jobs: Sequence[_Job]) -> list[Outcome]:
        connection = self._connected()
        raw = driver_connection(connection)
        raw.execute(f"PRAGMA busy_timeout={ceil(jobs[0].patience / _STEP) * round(_STEP * 1000)}")
        raw.execute("BEGIN IMMEDIATE")
        outcomes = [self._one(job, connection, raw) for job in jobs]
        raw.execute("COMMIT")
        self._committed(connection.written)
        connection.written.clear()
        return outcomes

    def _one(self, job: _Job, connection: DirectConnection, raw: sqlite3.Connection) -> Outcome:
        """One job in its savepoint. Raises when it cannot be told apart from the others any more."""
        raw.execute("SAVEPOINT job")
        try:
            uow = SqlUnitOfWork(connection, self._charters, writing=True)
            value = job.run(uow)
            uow.flush()
        except BaseException as error:
            if not raw.in_transaction:
                raise _GroupLostError(f"the transaction was rolled back: {error}") from error
            raw.execute("ROLLBACK TO job")
            raw.execute("RELEASE job")
            return Outcome(error=understood(error, writing=True))
        raw.execute("RELEASE job")
        return Outcome(value)

    def _connected(self) -> DirectConnection:
        if self._connection is None:
            self._connection = self._direct.connect()
        return self._connection

    def _in_transaction(self) -> bool:
        return self._connection is not None and driver_connection(self._connection).in_transaction

    def _roll_back(self) -> None:
        if self._connection is None:
            return
        try:
            raw = driver_connection(self._connection)
            if raw.in_transaction:
                raw.execute("ROLLBACK")
        except Exception:  # noqa: BLE001 - whatever it is, this connection is of no more use
            self._disconnect()

    def _disconnect(self) -> None:
        if self._connection is not None:
            self._connection.invalidate()
            self._connection.close()
            self._connection = None


def _deliver(jobs: Sequence[_Job], outcomes: Sequence[Outcome]) -> None:
    """Wake each loop once, however many of its callers wait."""
    by_loop: dict[asyncio.AbstractEventLoop, list[tuple[asyncio.Future[Any], Outcome]]] = {}
    for job, outcome in zip(jobs, outcomes, strict=True):
        by_loop.setdefault(job.future.get_loop(), []).append((job.future, outcome))
    for loop, settled in by_loop.items():
        with suppress(RuntimeError):  # a loop that was closed: nobody waits there any more
            loop.call_soon_threadsafe(_settle, settled)


def _settle(settled: Sequence[tuple[asyncio.Future[Any], Outcome]]) -> None:
    for future, outcome in settled:
        settle(future, outcome)
