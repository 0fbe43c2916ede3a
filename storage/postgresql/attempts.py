"""Running a job again until it succeeds, its time is up, or its failure is not one that passes."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from random import SystemRandom
from typing import TypeVar

from sqlalchemy.exc import DBAPIError

from domain.ports import OutcomeUnknown, StoreUnavailable
from storage.postgresql.failures import is_race, is_unavailable, is_worth_another_try

T = TypeVar("T")

RACES_MAX = 3
"""A key that two jobs want is found by the second at its next run; who still wants it then is mistaken."""


class CommitLostError(Exception):
    """The connection went away during COMMIT. `keyed`: the job stored the key of its interaction."""

    def __init__(self, *, keyed: bool) -> None:
        super().__init__("the connection went away during COMMIT")
        self.keyed = keyed


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to go on (seconds), and the pauses between: doubled each time, each cut short by chance."""

    total: float = 6.0
    first_pause: float = 0.01
    longest_pause: float = 0.5


@dataclass(frozen=True, slots=True)
class Clockwork:
    """Monotonic seconds, sleeping, and chance between 0 and 1; passed in so that tests need not wait."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = SystemRandom().random


def persistently(
    attempt: Callable[[], T], patience: Patience, clockwork: Clockwork, *, in_doubt: bool = False
) -> T:
    """What the attempt returns in the end.

    An attempt whose COMMIT was lost is only run again when it stored its key: then it finds its own receipt.
    Once one was lost (`in_doubt`: before this), giving up means OutcomeUnknown, whatever failed after it.
    Raises StoreUnavailable, OutcomeUnknown, or what the attempt raises.
    """
    deadline = clockwork.now() + patience.total
    pause = patience.first_pause
    races = 0
    while True:
        try:
            return attempt()
        except CommitLostError as lost:
            if not lost.keyed:
                raise OutcomeUnknown(str(lost)) from lost
            in_doubt = True
            failure: Exception = lost
        except DBAPIError as error:
            races += is_race(error)
            if races > RACES_MAX or not is_worth_another_try(error):
                raise _given_up(error, in_doubt=in_doubt) from error
            failure = error
        wait = pause * (0.5 + clockwork.chance() / 2)
        if clockwork.now() + wait > deadline:
            raise _given_up(failure, in_doubt=in_doubt) from failure
        clockwork.sleep(wait)
        pause = min(pause * 2, patience.longest_pause)


def _given_up(failure: Exception, *, in_doubt: bool) -> Exception:
    if in_doubt:
        return OutcomeUnknown(f"PostgreSQL: {failure}")
    if isinstance(failure, DBAPIError) and not is_unavailable(failure):
        return failure
    return StoreUnavailable(f"PostgreSQL: {failure}")
