"""Connections that hand a statement they know straight to the driver.

SQLAlchemy builds and compiles every statement; what it does anew for each execution costs several times what
SQLite takes to answer (docs/decisions/0009). A statement that is executed a second time is therefore kept as
the driver takes it. Statements made for one execution, those with lists of parameters and text go its way.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Self, TypeAlias
from weakref import WeakKeyDictionary

from sqlalchemy import BindParameter, Connection, Dialect, Engine, Table
from sqlalchemy.exc import MultipleResultsFound, NoResultFound
from sqlalchemy.sql import Delete, Executable, Insert, Select, Update
from sqlalchemy.sql.compiler import ExpandedState, SQLCompiler

_Convert: TypeAlias = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Place:
    """A parameter in the order of the driver: given under a key, or (`key` None) always the same."""

    key: str | None
    value: Any
    convert: _Convert | None


class Rows:
    """What a statement gave: all of it, fetched. The part of SQLAlchemy's result that is used here."""

    __slots__ = ("_rows", "rowcount")

    def __init__(self, rows: Sequence[Any], rowcount: int) -> None:
        self._rows = rows
        self.rowcount = rowcount

    def __iter__(self) -> Iterator[Any]:
        return iter(self._rows)

    def all(self) -> Sequence[Any]:
        return self._rows

    def first(self) -> Any:  # noqa: ANN401 - a row
        return self._rows[0] if self._rows else None

    def one_or_none(self) -> Any:  # noqa: ANN401 - the same
        """Raises MultipleResultsFound."""
        if len(self._rows) > 1:
            raise MultipleResultsFound("more than one row where one was asked for")
        return self.first()

    def one(self) -> Any:  # noqa: ANN401 - the same
        """Raises MultipleResultsFound or NoResultFound."""
        row = self.one_or_none()
        if row is None:
            raise NoResultFound("no row where one was asked for")
        return row

    def scalars(self) -> Sequence[Any]:
        return [row[0] for row in self._rows]

    def scalar(self) -> Any:  # noqa: ANN401 - the first column of the first row
        return self._rows[0][0] if self._rows else None

    def scalar_one(self) -> Any:  # noqa: ANN401 - the first column of the row
        return self.one()[0]


class _Prepared:
    """A statement as the driver takes it, and how its parameters and rows are converted."""

    def __init__(
        self, sql: str, places: Sequence[_Place], columns: Mapping[str, _Convert | None], *, returns: bool
    ) -> None:
        self.sql = sql
        self._returns = returns
        self._fixed = [place.value for place in places]
        given = [(at, place.key, place.convert) for at, place in enumerate(places) if place.key is not None]
        self._plain = [(at, key) for at, key, convert in given if convert is None]
        self._made = [(at, key, convert) for at, key, convert in given if convert is not None]
        self._row = row_of(tuple(columns))
        self._converted = tuple((at, made) for at, made in enumerate(columns.values()) if made is not None)

    def parameters(self, given: Mapping[str, Any]) -> list[Any]:
        values = self._fixed.copy()
        for at, key in self._plain:
            values[at] = given[key]
        for at, key, convert in self._made:
            values[at] = convert(given[key])
        return values

    def rows(self, cursor: Any) -> Rows:  # noqa: ANN401 - the driver's
        if not self._returns:
            return Rows((), cursor.rowcount)
        # All of it, also what SQLAlchemy returns unasked (keys): SQLite ends a statement with its last row.
        fetched = cursor.fetchall()
        return Rows([self._read(row) for row in fetched], cursor.rowcount)

    def _read(self, row: Sequence[Any]) -> Any:  # noqa: ANN401 - a named tuple
        if self._converted:
            row = list(row)
            for at, convert in self._converted:
                row[at] = convert(row[at])
        return self._row(row)


def row_of(columns: Sequence[str]) -> Callable[[Iterable[Any]], Any]:
    """What makes a row that is read by place and by name; of no columns, whatever comes is nothing."""
    if not columns:
        return tuple
    made: Any = namedtuple("Row", tuple(columns), rename=True)  # type: ignore[misc]  # noqa: PYI024 - named by the statement
    make: Callable[[Iterable[Any]], Any] = made._make
    return make


class Direct:
    """The prepared statements of one engine, shared by its connections and threads."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._known: WeakKeyDictionary[Any, dict[tuple[str, ...], _Prepared | None]] = WeakKeyDictionary()

    def prepared(
        self, statement: Executable, given: Mapping[str, Any], *, at_once: bool = False
    ) -> _Prepared | None:
        """The statement for parameters of these names; None where SQLAlchemy has to execute it.

        Unless it is wanted `at_once`, it is prepared when it is executed a second time.
        """
        by_names = self._known.get(statement)
        if by_names is None:
            by_names = self._known[statement] = {}
            if not at_once:
                return None
        names = tuple(given)
        if names not in by_names:
            by_names[names] = _prepare(statement, given, self.engine.dialect)
        return by_names[names]


class DirectConnection(Connection):
    """A connection of SQLAlchemy's in everything but the execution of prepared statements."""

    def __init__(self, direct: Direct) -> None:
        super().__init__(direct.engine)
        self._direct = direct
        self._piped = False
        self.written: set[str] = set()
        """Names of the tables that statements were executed on which write."""

    def __enter__(self) -> Self:
        return self

    def execute(self, statement: Executable, parameters: Any = None, **options: Any) -> Any:  # noqa: ANN401 - Rows stand in for SQLAlchemy's result
        """Run the statement with one mapping of parameters, or with each of a list. Raises DBAPIError."""
        if isinstance(statement, Insert | Update | Delete) and isinstance(statement.table, Table):
            self.written.add(statement.table.name)
        first = parameters[0] if isinstance(parameters, list) else parameters or {}
        prepared = None if options else self._direct.prepared(statement, first)
        if prepared is None:
            return super().execute(statement, parameters, **options)
        if not self.in_transaction():
            self.begin()
        every = parameters if isinstance(parameters, list) else [first]
        return self._run(prepared, [prepared.parameters(given) for given in every])

    def run_several(self, several: Sequence[tuple[Executable, Mapping[str, Any], bool]]) -> list[Rows]:
        """Run statements one after the other, each with its parameters and whether it returns rows.

        On PostgreSQL they go in one exchange, and none after one that failed is run. Raises DBAPIError.
        """
        if not self.in_transaction():
            self.begin()
        todo = [(self._at_once(statement, given), given, asks) for statement, given, asks in several]
        if self.dialect.name != "postgresql":
            return [self._run(prepared, [prepared.parameters(given)]) for prepared, given, _ in todo]
        with self.pipeline():
            asked = [self._send(prepared, prepared.parameters(given)) for prepared, given, _ in todo]
            return [
                prepared.rows(cursor) for cursor, (prepared, _, asks) in zip(asked, todo, strict=True) if asks
            ]

    @contextmanager
    def pipeline(self) -> Iterator[None]:
        """What is sent inside goes to PostgreSQL together (psycopg, pipeline mode). Raises DBAPIError.

        Inside another one it is a part of that: psycopg would wait for the answers at the end of each.
        """
        if self._piped:
            yield
            return
        connection = self.connection
        raw: Any = connection.driver_connection
        self._piped = True
        try:
            with raw.pipeline():
                yield
        except self.dialect.loaded_dbapi.Error as error:
            connection.info.pop(_CURSOR, None)
            self._handle_dbapi_exception(error, "several statements", None, None, None)
        finally:
            self._piped = False

    def _at_once(self, statement: Executable, given: Mapping[str, Any]) -> _Prepared:
        prepared = self._direct.prepared(statement, given, at_once=True)
        if prepared is None:
            raise TypeError("a statement that cannot go straight to the driver")
        return prepared

    def _send(self, prepared: _Prepared, parameters: list[Any]) -> Any:  # noqa: ANN401 - the driver's cursor
        cursor = self.connection.cursor()
        cursor.execute(prepared.sql, parameters)
        return cursor

    def _run(self, prepared: _Prepared, every: Sequence[list[Any]]) -> Rows:
        connection = self.connection
        cursor = connection.info.get(_CURSOR)
        if cursor is None:
            cursor = connection.info[_CURSOR] = connection.cursor()
        try:
            for parameters in every:
                cursor.execute(prepared.sql, parameters)
            return prepared.rows(cursor)
        except self.dialect.loaded_dbapi.Error as error:
            connection.info.pop(_CURSOR)
            self._handle_dbapi_exception(error, prepared.sql, None, cursor, None)


_CURSOR = "rapporteur_cursor"
"""Where a pooled connection keeps the one cursor that every direct execution uses."""


def _prepare(statement: Executable, given: Mapping[str, Any], dialect: Dialect) -> _Prepared | None:
    if not isinstance(statement, Select | Insert | Update | Delete):
        return None
    compiled = statement.compile(dialect=dialect, column_keys=sorted(given))
    if not _is_plain(compiled):
        return None
    state = compiled.construct_expanded_state(dict(given))
    places = [
        _given(compiled.binds[name], dialect) if name in given else _fixed(state, name)
        for name in state.positiontup or ()
    ]
    returns = isinstance(statement, Select) or bool(compiled.effective_returning)
    return _Prepared(state.statement, places, _columns(statement, dialect), returns=returns)


def _is_plain(compiled: SQLCompiler) -> bool:
    """Whether the driver gets every parameter as given: no defaults made here, no lists given later."""
    lists = compiled.post_compile_params | compiled.literal_execute_params
    return not (
        compiled.insert_prefetch
        or compiled.update_prefetch
        or compiled.escaped_bind_names
        or any(bind.required for bind in lists)
    )


def _given(bind: BindParameter[Any], dialect: Dialect) -> _Place:
    return _Place(bind.key, None, bind.type.dialect_impl(dialect).bind_processor(dialect))


def _fixed(state: ExpandedState, name: str) -> _Place:
    value, convert = state.parameters[name], state.processors.get(name)
    return _Place(None, convert(value) if callable(convert) else value, None)


def _columns(statement: Any, dialect: Dialect) -> dict[str, _Convert | None]:  # noqa: ANN401 - what may return rows
    """The columns of its rows by name, and what makes a value of each from what the driver gives."""
    return {
        name: column.type.dialect_impl(dialect).result_processor(dialect, None)
        for name, column in statement.exported_columns.items()
    }
