"""Statements that the two engines spell differently."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

StatementT = TypeVar("StatementT")


@dataclass(frozen=True, slots=True)
class PerEngine(Generic[StatementT]):
    """One statement for each engine, built once."""

    sqlite: StatementT
    postgresql: StatementT

    def on(self, connection: Connection) -> StatementT:
        """The statement for this connection's engine."""
        return self.sqlite if connection.dialect.name == "sqlite" else self.postgresql


Assignments = Callable[[Any], dict[str, Any]]
"""From the row that could not be inserted (`excluded`) to what is set on the one that is there."""


def upsert(table: Table, keys: Sequence[str], assignments: Assignments) -> PerEngine[Any]:
    """Insert, or set the assignments where a row with these keys exists."""
    lite = sqlite.insert(table)
    post = postgresql.insert(table)
    return PerEngine(
        sqlite=lite.on_conflict_do_update(index_elements=keys, set_=assignments(lite.excluded)),
        postgresql=post.on_conflict_do_update(index_elements=keys, set_=assignments(post.excluded)),
    )


def insert_new(table: Table, keys: Sequence[str], returned: ColumnElement[Any]) -> PerEngine[Any]:
    """Insert and return a column, or nothing at all where a row with these keys exists."""
    return PerEngine(
        sqlite=sqlite.insert(table).on_conflict_do_nothing(index_elements=keys).returning(returned),
        postgresql=postgresql.insert(table).on_conflict_do_nothing(index_elements=keys).returning(returned),
    )
