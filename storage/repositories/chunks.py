"""Long lists of parameters, in pieces a statement can take."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

CHUNK = 500
"""Values in one IN list: well below SQLite's 32,766 parameters and PostgreSQL's 65,535."""


def chunked(values: Collection[T]) -> Iterator[Sequence[T]]:
    """The values in lists of at most CHUNK."""
    rest = iter(values)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk
