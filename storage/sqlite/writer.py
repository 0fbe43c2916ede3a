"""The one thread that writes: jobs that wait together share a commit, none with the failure of another."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Collection, Sequence
from math import ceil
from time import monotonic
from typing import TypeVar

from domain.ports import Asking, StoreUnavailable, UnitOfWork
from storage.batches import runs_of
from storage.direct import Direct
from storage.futures import Outcome
from storage.intake import Intake, Job
from storage.repositories.charters import CharterCache
from storage.session import Session
from storage.sqlite.connections import BUSY_TIMEOUT, driver_connection
from storage.sqlite.failures import is_locked, unavailable, understood
from storage.together import run_together
from storage.unit_of_work import SqlUnitOfWork

T = TypeVar("T")

GROUP_MAX = 64
"""Jobs in one commit: more would make the first of them wait for the last."""

_STEP = 0.1
"""Seconds by which waiting for a lock is cut: few lengths, so that their statements stay prepared."""


class _GroupLostError(Exception):
    """SQLite rolled back the whole transaction: no job of the group is stored, whatever it was told."""


class _ApartError(Exception):
    """Jobs that shared statements are to be run again, each by itself."""


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
        self._connection: Session | None = None
        self._intake = Intake(1, "sqlite-writer", GROUP_MAX, self._write)

    def submit(self, job: Callable[[UnitOfWork], T], ahead: Asking | None = None) -> asyncio.Future[T]:
        """Accept a job; the future belongs to the running loop. Raises StoreUnavailable once closed."""
        return self._intake.submit(job, ahead)

    def close(self) -> None:
        """Write what was accepted, then end the thread."""
        self._intake.close()
        self._disconnect()

    def _write(self, jobs: Sequence[Job]) -> Sequence[Outcome]:
        """What the jobs came to; of the first ones alone, while the others may still wait for a lock."""
        try:
            try:
                return self._transaction(jobs)
            except _ApartError:
                self._give_up()
                return self._transaction(jobs, apart=True)
        except BaseException as error:  # noqa: BLE001 - the callers hear of it; the thread goes on
            if is_locked(error) and not self._in_transaction():
                jobs = [job for job in jobs if not _patience(job)] or jobs[:1]
            self._give_up()
            return [Outcome(error=unavailable(error)) for _ in jobs]

    def _transaction(self, jobs: Sequence[Job], *, apart: bool = False) -> list[Outcome]:
        connection = self._connected()
        raw = driver_connection(connection)
        raw.execute(f"PRAGMA busy_timeout={ceil(_patience(jobs[0]) / _STEP) * round(_STEP * 1000)}")
        raw.execute("BEGIN IMMEDIATE")
        outcomes: list[Outcome] = []
        for run in runs_of(jobs):
            if apart or run[0].ahead is None:
                outcomes += [self._one(job, connection, raw) for job in run]
            else:
                outcomes += self._together(run, connection, raw)
        raw.execute("COMMIT")
        self._committed(connection.written)
        connection.written.clear()
        return outcomes

    def _together(self, run: Sequence[Job], connection: Session, raw: sqlite3.Connection) -> list[Outcome]:
        """Jobs that share statements. Raises _ApartError when the database refused what one of them wrote."""
        try:
            done = run_together(connection, self._charters, run)
            connection.flush()
        except Exception as error:
            if not raw.in_transaction:
                raise _GroupLostError(f"the transaction was rolled back: {error}") from error
            if isinstance(understood(error, writing=True), StoreUnavailable):
                raise
            raise _ApartError from error
        if not raw.in_transaction:
            raise _GroupLostError("the transaction was ended")
        return [
            # Nobody else can hold a group here: there is none of that number.
            self._one(job, connection, raw) if one is None else one.outcome
            for job, one in zip(run, done, strict=True)
        ]

    def _one(self, job: Job, connection: Session, raw: sqlite3.Connection) -> Outcome:
        """One job in its savepoint. Raises when it cannot be told apart from the others any more."""
        raw.execute("SAVEPOINT job")
        try:
            uow = SqlUnitOfWork(connection, self._charters, writing=True)
            value = job.run(uow)
            uow.flush()
            connection.flush()
        except BaseException as error:
            connection.forget()
            if not raw.in_transaction:
                raise _GroupLostError(f"the transaction was rolled back: {error}") from error
            raw.execute("ROLLBACK TO job")
            raw.execute("RELEASE job")
            return Outcome(error=understood(error, writing=True))
        raw.execute("RELEASE job")
        return Outcome(value)

    def _connected(self) -> Session:
        if self._connection is None:
            self._connection = Session(self._direct)
        return self._connection

    def _in_transaction(self) -> bool:
        return self._connection is not None and driver_connection(self._connection).in_transaction

    def _give_up(self) -> None:
        self._roll_back()
        # Charters read in this transaction may hold what was never committed.
        self._charters.clear()

    def _roll_back(self) -> None:
        if self._connection is None:
            return
        self._connection.forget()
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


def _patience(job: Job) -> float:
    """Seconds the job may still wait for a lock from outside: those it waited behind others count."""
    return max(0.0, job.since + BUSY_TIMEOUT - monotonic())
