"""Which jobs that wait together are run together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from storage.intake import Job


def runs_of(jobs: Sequence[Job]) -> Iterator[Sequence[Job]]:
    """The jobs in order, cut into runs: of jobs that tell what they will ask, or of one that does not.

    Those of a run are of one kind and have nothing in common, as the person or the delivery: so nothing that
    the first writes is what the second asks ahead.
    """
    run: list[Job] = []
    taken: set[object] = set()
    for job in jobs:
        named = () if job.ahead is None else job.ahead.names
        same = bool(run) and type(run[0].ahead) is type(job.ahead)
        if run and (not named or not same or not taken.isdisjoint(named)):
            yield run
            run, taken = [], set()
        run.append(job)
        taken.update(named)
    if run:
        yield run
