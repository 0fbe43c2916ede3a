"""Jobs made in a loop."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Place = TypeVar("Place")
Thing = TypeVar("Thing")
Answer = TypeVar("Answer")


def over(thing: Thing, job: Callable[[Place, Thing], Answer]) -> Callable[[Place], Answer]:
    """The job over the thing of this turn of a loop, whenever it is run.

    A default in a lambda does the same, but nothing can check the types of that lambda.
    """
    return lambda place: job(place, thing)
