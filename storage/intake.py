"""Jobs on their way to threads, and their outcomes on the way back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from time import monotonic
from typing import Any, TypeAlias, TypeVar

from domain.ports import Asking, StoreUnavailable
from storage.futures import Outcome, settle

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Job:
    """A job, who waits for it, what it says that it will ask; and since when, by the monotonic clock."""

    run: Callable[..., Any]
    future: asyncio.Future[Any]
    ahead: Asking | None = None
    since: float = field(default_factory=monotonic)


Work: TypeAlias = Callable[[Sequence[Job]], Sequence[Outcome | None]]
"""Runs jobs. An outcome for each; None for one that somebody else goes on with, or nobody waits for.

Outcomes of the first ones alone, one at least: the others are run again."""


class Intake:
    """Threads that take jobs in the order they come, at most `most` at a time."""

    def __init__(self, threads: int, name: str, most: int, work: Work) -> None:
        self._most = most
        self._work = work
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._accepting = Lock()
        self._closed = False
        self._threads = [
            Thread(target=self._run, name=f"{name}-{number}", daemon=True) for number in range(threads)
        ]
        for thread in self._threads:
            thread.start()

    def submit(self, run: Callable[..., T], ahead: Asking | None = None) -> asyncio.Future[T]:
        """Accept a job; the future belongs to the running loop. Raises StoreUnavailable once closed."""
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        with self._accepting:
            if self._closed:
                raise StoreUnavailable("the store is closed")
            self._jobs.put(Job(run, future, ahead))
        return future

    def go_on(self, job: Job) -> None:
        """Accept a job that somebody began. Called before `close`."""
        self._jobs.put(job)

    def close(self) -> None:
        """Run what was accepted, then end the threads. Closing twice is closing once."""
        with self._accepting:
            if not self._closed:
                self._closed = True
                for _ in self._threads:
                    self._jobs.put(None)
        for thread in self._threads:
            thread.join()

    def _run(self) -> None:
        while (first := self._jobs.get()) is not None:
            jobs, last = self._waiting_with(first)
            while jobs:
                outcomes = self._work(jobs)
                _deliver(jobs[: len(outcomes)], outcomes)
                jobs = jobs[len(outcomes) :]
            if last:
                break

    def _waiting_with(self, first: Job) -> tuple[list[Job], bool]:
        """The job with those that wait behind it, and whether the end was among them."""
        jobs = [first]
        with suppress(Empty):
            while len(jobs) < self._most:
                job = self._jobs.get_nowait()
                if job is None:
                    return jobs, True
                jobs.append(job)
        return jobs, False


def _deliver(jobs: Sequence[Job], outcomes: Sequence[Outcome | None]) -> None:
    """Wake each loop once, however many of its callers wait."""
    by_loop: dict[asyncio.AbstractEventLoop, list[tuple[asyncio.Future[Any], Outcome]]] = {}
    for job, outcome in zip(jobs, outcomes, strict=True):
        if outcome is not None:
            by_loop.setdefault(job.future.get_loop(), []).append((job.future, outcome))
    for loop, settled in by_loop.items():
        with suppress(RuntimeError):  # a loop that was closed: nobody waits there any more
            loop.call_soon_threadsafe(_settle, settled)


def _settle(settled: Sequence[tuple[asyncio.Future[Any], Outcome]]) -> None:
    for future, outcome in settled:
        settle(future, outcome)
