"""Recordings that wait together share a transaction; whatever goes wrong with it, each is then run alone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Protocol

from sqlalchemy.exc import DBAPIError

from domain.ports import OutcomeUnknown
from storage.batches import runs_of
from storage.bulk import RowsError
from storage.direct import Direct
from storage.futures import Outcome
from storage.intake import Job
from storage.postgresql.failures import is_lost
from storage.repositories.charters import CharterCache
from storage.session import Session
from storage.together import Done, run_together


class Alone(Protocol):
    """Runs a job in a transaction of its own."""

    def __call__(self, job: Job, *, in_doubt: bool) -> None:
        """`in_doubt`: a COMMIT with what it wrote was lost."""
        ...


class SharedTransactions:
    """Runs jobs that tell what they will ask. Nobody hears of an outcome before the COMMIT it is part of."""

    def __init__(
        self,
        direct: Direct,
        charters: CharterCache,
        committed: Callable[[Collection[str]], None],
        alone: Alone,
    ) -> None:
        self._direct = direct
        self._charters = charters
        self._committed = committed
        self._alone = alone

    def write(self, jobs: Sequence[Job]) -> list[Outcome | None]:
        """An outcome for each; None for one that is run alone."""
        done: list[Done | None] = []
        try:
            with Session(self._direct) as session:
                for run in runs_of(jobs):
                    done += run_together(session, self._charters, run)
                try:
                    session.finish()
                except DBAPIError as error:
                    if is_lost(error):
                        return [self._in_doubt(job, one) for job, one in zip(jobs, done, strict=True)]
                    raise
                finally:
                    self._committed(session.written)
        except (DBAPIError, RowsError):
            done = [None] * len(jobs)
        except BaseException as error:  # noqa: BLE001 - the callers hear of it; the thread goes on
            return [Outcome(error=error)] * len(jobs)
        return [self._told(job, one) for job, one in zip(jobs, done, strict=True)]

    def _told(self, job: Job, one: Done | None) -> Outcome | None:
        if one is None:
            self._alone(job, in_doubt=False)
            return None
        return one.outcome

    def _in_doubt(self, job: Job, one: Done | None) -> Outcome | None:
        """What to tell when the connection went away during COMMIT.

        Who stored their key finds it when they are run again; who wrote nothing may always be.
        """
        if one is not None and one.wrote and not one.keyed:
            return Outcome(error=OutcomeUnknown("the connection went away during COMMIT"))
        self._alone(job, in_doubt=one is not None and one.wrote)
        return None
