"""What a future can carry from a thread to a loop."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def carried(work: Callable[[], T]) -> T:
    """What the work returns or raises; StopIteration, which no future carries, as RuntimeError."""
    try:
        return work()
    except StopIteration as error:
        raise carriable(error) from error


def carriable(error: BaseException) -> BaseException:
    """The error as a future can carry it."""
    return RuntimeError("a job raised StopIteration") if isinstance(error, StopIteration) else error
