"""Recordings that share a transaction and its statements, with nothing of one in another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.exc import DBAPIError

from domain.ports import Ahead, Asking, Sending
from storage.bulk import RowsError
from storage.futures import Outcome
from storage.intake import Job
from storage.repositories.charters import CharterCache
from storage.repositories.foresight import lock_and_foresee
from storage.repositories.sendings import lock_and_hold
from storage.session import Session
from storage.unit_of_work import SqlUnitOfWork


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a job. `wrote`: it wrote something; `keyed`: the key of its interaction among it."""

    outcome: Outcome
    wrote: bool = False
    keyed: bool = False


def run_together(session: Session, charters: CharterCache, jobs: Sequence[Job]) -> list[Done | None]:
    """What came of each job; None for one of which somebody else holds something, which is not run.

    A job that fails leaves nothing. What the others added is pending when this returns: it may go together
    with the COMMIT. Raises DBAPIError or RowsError when the database refused something: then no job may be
    told anything.
    """
    with session.together():
        every = [job.ahead for job in jobs if job.ahead is not None]
        locked = _foreseen(session, every)
        return [_one(session, charters, job) if job.ahead in locked else None for job in jobs]


def _foreseen(session: Session, every: Sequence[Asking]) -> frozenset[Asking]:
    """Those for which everything is locked that they need."""
    recordings = [ahead for ahead in every if isinstance(ahead, Ahead)]
    sendings = [ahead for ahead in every if isinstance(ahead, Sending)]
    groups = lock_and_foresee(session, recordings) if recordings else frozenset()
    ready = lock_and_hold(session, sendings) if sendings else frozenset()
    return ready | {ahead for ahead in recordings if ahead.group in groups}


def _one(session: Session, charters: CharterCache, job: Job) -> Done | None:
    uow = SqlUnitOfWork(session, charters, writing=True)
    try:
        value = job.run(uow)
    except (DBAPIError, RowsError):
        raise
    except BaseException as error:  # noqa: BLE001 - who waits for the job hears of it
        session.drop()
        return Done(Outcome(error=error))
    uow.flush()
    return Done(Outcome(value), wrote=session.keep(), keyed=uow.stored_receipt)
