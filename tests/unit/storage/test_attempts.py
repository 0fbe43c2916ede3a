"""Which failures are tried again, how long, and what is said in the end."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from psycopg import errors
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from domain.ports import OutcomeUnknown, StoreUnavailable
from storage.postgresql.attempts import RACES_MAX, Clockwork, CommitLostError, Patience, persistently

PATIENCE = Patience(total=10.0, first_pause=1.0, longest_pause=4.0)


class Time:
    """Seconds that pass only by sleeping, each pause as long as chance allows."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def clockwork(self) -> Clockwork:
        return Clockwork(now=lambda: sum(self.slept), sleep=self.slept.append, chance=lambda: 1.0)


def wrapped(cause: psycopg.Error, *, lost: bool = False) -> DBAPIError:
    kind = IntegrityError if isinstance(cause, psycopg.IntegrityError) else OperationalError
    return kind("SELECT 1", {}, cause, connection_invalidated=lost)


class Naming(errors.Diagnostic):
    """Details that name a constraint."""

    def __init__(self, constraint: str) -> None:
        super().__init__(None)
        self._constraint = constraint

    @property
    def constraint_name(self) -> str:
        return self._constraint


class Violation(errors.UniqueViolation):
    """A unique violation that names its constraint, as the server's answer does."""

    def __init__(self, constraint: str) -> None:
        super().__init__(constraint)
        self._constraint = constraint

    @property
    def diag(self) -> errors.Diagnostic:
        return Naming(self._constraint)


CONFLICT = wrapped(errors.SerializationFailure("conflict"))
DEADLOCK = wrapped(errors.DeadlockDetected("deadlock"))
GONE = wrapped(psycopg.OperationalError("gone"), lost=True)
SHUTDOWN = wrapped(errors.AdminShutdown("shutdown"))
FULL = wrapped(errors.DiskFull("full"))
RACE = wrapped(Violation("pk_receipt"))
DUPLICATE = wrapped(Violation("pk_member"))
SYNTAX = wrapped(errors.SyntaxError("syntax"))


def attempts(*outcomes: Exception | str) -> tuple[Time, Iterator[Exception | str]]:
    return Time(), iter(outcomes)


def run(time: Time, outcomes: Iterator[Exception | str]) -> str:
    def attempt() -> str:
        outcome = next(outcomes)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    return persistently(attempt, PATIENCE, time.clockwork())


@pytest.mark.parametrize("passing", [CONFLICT, DEADLOCK, GONE, SHUTDOWN, RACE], ids=repr)
def test_a_failure_that_passes_is_tried_again(passing: DBAPIError) -> None:
    assert run(*attempts(passing, passing, "done")) == "done"


def test_pauses_double_up_to_the_longest_and_end_with_patience() -> None:
    time, outcomes = attempts(*[GONE] * 20)
    with pytest.raises(StoreUnavailable):
        run(time, outcomes)
    assert time.slept == [1.0, 2.0, 4.0]


def test_chance_halves_a_pause_at_most() -> None:
    time = Time()
    clockwork = Clockwork(now=lambda: 0.0, sleep=time.slept.append, chance=lambda: 0.0)
    comes: list[DBAPIError | str] = [GONE, "done"]
    outcomes = iter(comes)

    def attempt() -> str:
        outcome = next(outcomes)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    assert persistently(attempt, PATIENCE, clockwork) == "done"
    assert time.slept == [0.5]


def test_a_full_disk_is_not_tried_again() -> None:
    time, outcomes = attempts(FULL, "done")
    with pytest.raises(StoreUnavailable):
        run(time, outcomes)
    assert time.slept == []


@pytest.mark.parametrize("fault", [SYNTAX, DUPLICATE], ids=repr)
def test_a_fault_of_ours_comes_back_as_it_is(fault: DBAPIError) -> None:
    time, outcomes = attempts(fault, "done")
    with pytest.raises(DBAPIError) as raised:
        run(time, outcomes)
    assert raised.value is fault


def test_a_race_that_is_never_won_comes_back_as_it_is() -> None:
    time, outcomes = attempts(*[RACE] * 20)
    with pytest.raises(IntegrityError):
        run(time, outcomes)
    assert len(time.slept) == RACES_MAX


def test_a_lost_commit_with_a_key_is_tried_again() -> None:
    assert run(*attempts(CommitLostError(keyed=True), GONE, "done")) == "done"


def test_a_lost_commit_without_a_key_is_not_tried_again() -> None:
    time, outcomes = attempts(CommitLostError(keyed=False), "done")
    with pytest.raises(OutcomeUnknown):
        run(time, outcomes)
    assert time.slept == []


@pytest.mark.parametrize("last", [GONE, CONFLICT, FULL, SYNTAX], ids=repr)
def test_once_a_commit_was_lost_giving_up_never_says_nothing_was_written(last: DBAPIError) -> None:
    with pytest.raises(OutcomeUnknown):
        run(*attempts(CommitLostError(keyed=True), *[last] * 20))
