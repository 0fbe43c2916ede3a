"""Threads that run jobs in the order they come, and wake who waits for them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Any, TypeVar

from domain.ports import StoreUnavailable
from storage.futures import Outcome, settle

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Job:
    """A job and who waits for it."""

    run: Callable[[], Any]
    future: asyncio.Future[Any]


class Workers:
    """A fixed number of threads. What a loop's own executor does between thread and loop costs twice as much.

    A job whose caller went away before it began is not run; shield the future of one that must be.
    """

    def __init__(self, threads: int, name: str) -> None:
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._accepting = Lock()
        self._closed = False
        self._threads = [
            Thread(target=self._work, name=f"{name}-{number}", daemon=True) for number in range(threads)
        ]
        for thread in self._threads:
            thread.start()

    def submit(self, job: Callable[[], T]) -> asyncio.Future[T]:
        """Accept a job; the future belongs to the running loop. Raises StoreUnavailable once closed."""
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        with self._accepting:
            if self._closed:
                raise StoreUnavailable("the store is closed")
            self._jobs.put(_Job(job, future))
        return future

    def go_on(self, job: Callable[[], Any], future: asyncio.Future[Any]) -> None:
        """Accept a job that somebody began; the future is theirs. Called before `close`."""
        self._jobs.put(_Job(job, future))

    def close(self) -> None:
        """Run what was accepted, then end the threads."""
        with self._accepting:
            if not self._closed:
                self._closed = True
                for _ in self._threads:
                    self._jobs.put(None)
        for thread in self._threads:
            thread.join()

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            if not job.future.cancelled():
                _deliver(job.future, _outcome(job.run))


def _outcome(run: Callable[[], Any]) -> Outcome:
    try:
        return Outcome(run())
    except BaseException as error:  # noqa: BLE001 - the caller hears of it; the thread goes on
        return Outcome(error=error)


def _deliver(future: asyncio.Future[Any], outcome: Outcome) -> None:
    with suppress(RuntimeError):  # a loop that was closed: nobody waits there any more
        future.get_loop().call_soon_threadsafe(settle, future, outcome)
