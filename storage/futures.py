"""Outcomes on their way from a thread to the futures of a loop."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a job returned, or what it raised."""

    value: Any = None
    error: BaseException | None = None


def settle(future: asyncio.Future[Any], outcome: Outcome) -> None:
    """Give the outcome to who waits; nobody does any more when the future is done. Called in its loop."""
    if future.done():
        return
    if outcome.error is None:
        future.set_result(outcome.value)
    else:
        future.set_exception(_carriable(outcome.error))


def _carriable(error: BaseException) -> BaseException:
    """The error as a future can carry it: not StopIteration."""
    return RuntimeError("a job raised StopIteration") if isinstance(error, StopIteration) else error
