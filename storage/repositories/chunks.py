"""Long lists of parameters, in pieces a statement can take."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, bindparam

T = TypeVar("T")

CHUNK = 500
"""Values in one IN list: well below SQLite's 32,766 parameters and PostgreSQL's 65,535."""


def chunked(values: Collection[T]) -> Iterator[Sequence[T]]:
    """The values in lists of at most CHUNK."""
    rest = iter(values)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


FEW = 64
"""Values of a statement whose text is always the same: it stays prepared, as one with a list does not."""


def among_few(column: ColumnElement[Any]) -> ColumnElement[bool]:
    """The column is one of the values that `few` gives."""
    return column.in_([bindparam(f"few_{place}", type_=column.type) for place in range(FEW)])


def few(values: Sequence[T]) -> dict[str, T]:
    """Parameters for `among_few`: one value to FEW of them, the last one repeated."""
    return {f"few_{place}": values[min(place, len(values) - 1)] for place in range(FEW)}


def few_by_few(values: Sequence[T]) -> Iterator[dict[str, T]]:
    """Parameters for `among_few`, one time after the other, until every value was among them."""
    for first in range(0, len(values), FEW):
        yield few(values[first : first + FEW])
