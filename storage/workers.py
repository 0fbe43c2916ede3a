"""Threads that run jobs one at a time, and wake who waits for them."""

from __future__ import annotations

from collections.abc import Sequence

from storage.futures import Outcome
from storage.intake import Intake, Job


class Workers(Intake):
    """A fixed number of threads. What a loop's own executor does between thread and loop costs twice as much.

    A job whose caller went away before it began is not run; shield the future of one that must be.
    """

    def __init__(self, threads: int, name: str) -> None:
        super().__init__(threads, name, 1, _one_by_one)


def _one_by_one(jobs: Sequence[Job]) -> list[Outcome | None]:
    return [None if job.future.cancelled() else _outcome(job) for job in jobs]


def _outcome(job: Job) -> Outcome:
    try:
        return Outcome(job.run())
    except BaseException as error:  # noqa: BLE001 - the caller hears of it; the thread goes on
        return Outcome(error=error)
