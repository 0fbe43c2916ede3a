"""Rows that are written in one statement, however many there are: they travel as one parameter, as JSON.

Both engines read JSON as rows (sqlite.org/json1.html; postgresql.org, JSON functions). One statement costs
Python the same for one row as for fifty, and SQLite works through all of them without Python's lock.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import (
    JSON,
    Column,
    ColumnElement,
    Connection,
    Date,
    Dialect,
    FromClause,
    Select,
    Table,
    Text,
    bindparam,
    cast,
    column,
    func,
    insert,
    literal_column,
    select,
    true,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.sql import Executable
from sqlalchemy.types import TypeEngine

from storage.jsontext import written
from storage.statements import PerEngine
from storage.tables.base import Instant

Question: TypeAlias = tuple[Executable, Mapping[str, Any]]
"""A statement and its parameters, in the order in which they are always given."""

Row: TypeAlias = Mapping[str, Any]
Merge: TypeAlias = Callable[[Sequence[Row]], Sequence[Row]]
"""What several writers of one transaction want written, made one: a statement meets each row once."""

ROWS = "rows"
"""The parameter."""

_ENCODER = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False)

_POSTGRESQL: Dialect = postgresql.dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy's own

_NUL = r"\u0000"
_WRITTEN_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")
"""A NUL: SQLite ends a text of JSON's there, and PostgreSQL refuses it. Behind a backslash that somebody
typed it is none."""


class RowsError(ValueError):
    """Rows that do not travel as JSON. Never with their values."""


def source(columns: Mapping[str, TypeEngine[Any]], name: str) -> PerEngine[FromClause]:
    """The rows of the parameter as a table with these columns."""
    each: ColumnElement[str] = literal_column("value")
    lite: FromClause = (
        select(*(func.json_extract(each, literal_column(f"'$.{name}'")).label(name) for name in columns))
        .select_from(func.json_each(bindparam(ROWS, type_=Text())).table_valued("value"))
        .subquery(name)
    )
    # JSON inside JSON and words for an index come as text: only that keeps them as they were written.
    typed = (column(name, Text() if _is_text(of) else of) for name, of in columns.items())
    post: FromClause = (
        func.json_to_recordset(cast(bindparam(ROWS, type_=Text()), JSON))
        .table_valued(*typed)
        .render_derived(name=name, with_types=True)
    )
    return PerEngine(sqlite=lite, postgresql=post)


class Bulk:
    """A statement over the rows of its parameter, and how values of Python's become JSON."""

    def __init__(
        self,
        table: Table,
        columns: Mapping[str, TypeEngine[Any]],
        statement: PerEngine[Any],
        merge: Merge | None = None,
    ) -> None:
        self.table = table
        self.statement = statement
        self._merge = merge
        self._converted = tuple(
            (name, convert) for name, of in columns.items() if (convert := _converter(of)) is not None
        )

    def question(self, rows: Sequence[Row], connection: Connection) -> Question:
        """The statement over these rows. Raises RowsError for a text that no database takes."""
        return self.statement.on(connection), {ROWS: self.parameter(rows, connection.dialect)}

    def parameter(self, rows: Sequence[Row], dialect: Dialect) -> str:
        """The rows as JSON. Raises RowsError for a text that no database takes."""
        merged = rows if self._merge is None else self._merge(rows)
        text = _ENCODER.encode([self._plain(row, dialect) for row in merged])
        if not _is_fit(text):
            raise RowsError(f"a text for {self.table.name} that no database takes")
        return text

    def _plain(self, row: Row, dialect: Dialect) -> Row:
        if not self._converted:
            return row
        plain = dict(row)
        for name, convert in self._converted:
            value = plain.get(name)
            if value is not None:
                plain[name] = convert(value, dialect)
        return plain


def inserted(table: Table) -> Bulk:
    """Inserts rows that hold a value for every column of the table."""
    columns = {each.name: each.type for each in table.c}
    rows = source(columns, f"new_{table.name}")
    return Bulk(
        table,
        columns,
        PerEngine(
            sqlite=insert(table).from_select(list(columns), select(*rows.sqlite.c)),
            postgresql=insert(table).from_select(
                list(columns), select(*(_value(rows.postgresql.c[each.name], each) for each in table.c))
            ),
        ),
    )


def inserted_new(table: Table, key: str, names: Sequence[str]) -> Bulk:
    """Inserts rows with these columns whose key no row has, in their order; gives the keys of these."""
    columns = {name: table.c[name].type for name in names}
    rows = source(columns, f"new_{table.name}")

    def statement(selected: Select[Any], make: Callable[[Table], Any]) -> Executable:
        # SQLite would take ON CONFLICT for a join without the WHERE (sqlite.org/lang_upsert.html).
        inserting = make(table).from_select(list(columns), selected.where(true()))
        new: Executable = inserting.on_conflict_do_nothing(index_elements=[key]).returning(table.c[key])
        return new

    typed = (_value(rows.postgresql.c[name], table.c[name]) for name in names)
    statements = PerEngine(
        sqlite=statement(select(*rows.sqlite.c), sqlite.insert),
        postgresql=statement(select(*typed), postgresql.insert),
    )
    return Bulk(table, columns, statements)


def added(table: Table, keys: Sequence[str], sums: Sequence[str]) -> Bulk:
    """Adds to the sums of the row with these keys, or inserts it. Rows with the same keys are one."""
    columns = {name: table.c[name].type for name in (*keys, *sums)}
    rows = source(columns, f"new_{table.name}")

    def statement(of: FromClause, make: Callable[[Table], Any]) -> Executable:
        # SQLite would take ON CONFLICT for a join without the WHERE (sqlite.org/lang_upsert.html).
        selected = select(*(of.c[name] for name in columns)).where(true())
        inserting = make(table).from_select(list(columns), selected)
        moved = {name: table.c[name] + inserting.excluded[name] for name in sums}
        upserting: Executable = inserting.on_conflict_do_update(index_elements=keys, set_=moved)
        return upserting

    def merge(several: Sequence[Row]) -> Sequence[Row]:
        merged: dict[tuple[Any, ...], dict[str, Any]] = {}
        for row in several:
            key = tuple(row[name] for name in keys)
            known = merged.get(key)
            if known is None:
                merged[key] = dict(row)
            else:
                for name in sums:
                    known[name] += row[name]
        return list(merged.values())

    statements = PerEngine(
        sqlite=statement(rows.sqlite, sqlite.insert), postgresql=statement(rows.postgresql, postgresql.insert)
    )
    return Bulk(table, columns, statements, merge)


def saved(table: Table, keys: Sequence[str], names: Sequence[str]) -> Bulk:
    """Sets columns of the row with these keys. Of rows with the same keys the last one holds."""
    columns = {name: table.c[name].type for name in (*keys, *names)}
    rows = source(columns, f"new_{table.name}")

    def statement(of: FromClause) -> Executable:
        values = {name: of.c[name] for name in names}
        return update(table).values(values).where(*(table.c[key] == of.c[key] for key in keys))

    statements = PerEngine(statement(rows.sqlite), statement(rows.postgresql))
    return Bulk(table, columns, statements, last_of(keys))


def last_of(keys: Sequence[str]) -> Merge:
    """Of rows with the same keys the last one."""
    return lambda several: list({tuple(row[key] for key in keys): row for row in several}.values())


def _is_fit(text: str) -> bool:
    """Whether a database takes the JSON: not half a surrogate pair, which nothing encodes, and not a NUL.

    The expression alone would take longer than writing the rows: it looks at every character.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return _NUL not in text or _WRITTEN_NUL.search(text) is None


def _value(given: ColumnElement[Any], of: Column[Any]) -> Any:  # noqa: ANN401 - a column or a cast
    on_postgresql = of.type.dialect_impl(_POSTGRESQL)
    return cast(given, on_postgresql) if _is_text(of.type) else given


def _is_text(of: TypeEngine[Any]) -> bool:
    """Whether PostgreSQL gets it as text, and makes of the text what the column takes."""
    return isinstance(of.dialect_impl(_POSTGRESQL), JSON | TSVECTOR)


def _converter(of: TypeEngine[Any]) -> Callable[[Any, Dialect], Any] | None:
    if isinstance(of, Instant):
        return lambda value, dialect: _of_instant(of.process_bind_param(value, dialect))
    if isinstance(of, Date):
        return lambda value, _: value.isoformat()
    if isinstance(of, JSON):
        return lambda value, _: written(value)
    return None


def _of_instant(bound: int | date) -> int | str:
    return bound if isinstance(bound, int) else bound.isoformat()
