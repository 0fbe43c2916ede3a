"""Jobs that wait together, taken together by a thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from domain.ports import Ahead, UnitOfWork
from storage.intake import Intake, Job

T = TypeVar("T")


class Batches(Intake):
    """Threads that take all jobs that wait, up to a number; an accepted job is run."""

    def submit(self, job: Callable[[UnitOfWork], T], ahead: Ahead | None = None) -> asyncio.Future[T]:
        """Accept a job; the future belongs to the running loop. Raises StoreUnavailable once closed."""
        return self.accept(job, ahead)


def runs_of(jobs: Sequence[Job]) -> Iterator[Sequence[Job]]:
    """The jobs in order, cut into runs: of jobs that tell what they will ask, or of one that does not.

    No two of a run are of one person or have one key: so nothing that the first writes is what the second
    asks ahead.
    """
    run: list[Job] = []
    people: set[object] = set()
    for job in jobs:
        named = () if job.ahead is None else (job.ahead.person, (job.ahead.person.workspace, job.ahead.key))
        if run and (not named or not people or not people.isdisjoint(named)):
            yield run
            run, people = [], set()
        run.append(job)
        people.update(named)
    if run:
        yield run
