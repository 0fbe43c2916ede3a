"""A transaction's connection: rows to insert wait until they are needed, answers may be there already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from typing import Any, TypeVar

from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql import Executable, Select

from storage.bulk import Bulk, Question, Row
from storage.direct import Direct, DirectConnection, Rows

T = TypeVar("T")


class Pending:
    """Rows that are to be written, by what writes them, in the order in which it was asked for."""

    def __init__(self) -> None:
        self._rows: dict[Bulk, list[Row]] = {}

    def __bool__(self) -> bool:
        return bool(self._rows)

    def add(self, bulk: Bulk, rows: Sequence[Row]) -> None:
        """More rows."""
        self._rows.setdefault(bulk, []).extend(rows)

    def absorb(self, other: Pending) -> bool:
        """Take over everything of the other; not, when what one writes first the other writes last."""
        order = merged(list(self._rows), list(other._rows))
        if order is None:
            return False
        mine, theirs = dict(self._rows), dict(other.take())
        self._rows = {bulk: [*mine.get(bulk, ()), *theirs.get(bulk, ())] for bulk in order}
        return True

    def take(self) -> list[tuple[Bulk, list[Row]]]:
        """Everything; nothing is left."""
        taken, self._rows = list(self._rows.items()), {}
        return taken


def merged(first: Sequence[T], second: Sequence[T]) -> list[T] | None:
    """All of both, each once and in the order of either; None where they contradict each other."""
    places = {one: place for place, one in enumerate(first)}
    order: list[T] = []
    taken = 0
    for one in second:
        place = places.get(one)
        if place is None:
            order.append(one)
        elif place < taken:
            return None
        else:
            order += first[taken : place + 1]
            taken = place + 1
    return [*order, *first[taken:]]


class Session(DirectConnection):
    """A connection on which rows may be added later: before any other statement, or at the end.

    Jobs that share a transaction (`together`) share its statements. What a job added is written with what the
    others added; when it fails that is forgotten. A job that writes otherwise gets a savepoint for it.
    """

    def __init__(self, direct: Direct, *, writing: bool = True) -> None:
        super().__init__(direct)
        self._writing = writing
        self._pending = Pending()
        self._kept = Pending()
        self._known: dict[Executable, dict[tuple[tuple[str, Any], ...], Rows]] = {}
        self._together = False
        self._apart = False

    def add(self, bulk: Bulk, rows: Sequence[Row]) -> None:
        """Write these rows before anything else is asked, at the latest by `flush`."""
        self._pending.add(bulk, rows)
        self.written.add(bulk.table.name)
        if not self._writing:
            # The database refuses it here, where it is wrong.
            self.flush()

    def know(self, question: Question, rows: Rows) -> None:
        """Answer the question with these rows while jobs go on together; not behind what a job added."""
        if self._together:
            statement, parameters = question
            self._known.setdefault(statement, {})[tuple(parameters.items())] = rows

    def ask_anew(self) -> None:
        """What is added changes an answer that others may know: from here on each asks for itself."""
        self._known.clear()

    def execute(self, statement: Executable, parameters: Any = None, **options: Any) -> Any:  # noqa: ANN401 - Rows stand in for SQLAlchemy's result
        """As a connection does, after what is pending. Raises DBAPIError."""
        if not self._pending and (answers := self._known.get(statement)):
            known = answers.get(tuple(parameters.items()))
            if known is not None:
                return known
        self._catch_up(writes=not isinstance(statement, Select))
        return super().execute(statement, parameters, **options)

    def exec_driver_sql(self, statement: str, *more: Any, **options: Any) -> Any:  # noqa: ANN401 - SQLAlchemy's
        """As a connection does, after what is pending. Raises DBAPIError."""
        self._catch_up(writes=True)
        return super().exec_driver_sql(statement, *more, **options)

    def ask(self, *questions: Question) -> list[Rows]:
        """The answers, on PostgreSQL in one exchange with the server. Raises DBAPIError."""
        self.flush()
        return self.run_several([(*question, True) for question in questions])

    def flush(self) -> None:
        """Write what is pending. Raises DBAPIError or RowsError."""
        self._keep_pending()
        if self._kept:
            self._write(self._kept)

    def finish(self) -> None:
        """Write what is pending and commit, on PostgreSQL in one exchange. Raises DBAPIError or RowsError."""
        try:
            with self._one_exchange():
                self.flush()
                self.commit()
        except DBAPIError:
            # Whether a transaction is still open there is hard to say; on a closed connection none is.
            if not self.invalidated:
                self.invalidate()
            raise

    @contextmanager
    def together(self) -> Iterator[None]:
        """Jobs go on one after the other, each up to its `keep` or `drop`; what they added stays pending."""
        self._together = True
        try:
            yield
        finally:
            self._together = False
            self._known.clear()

    def keep(self) -> bool:
        """The job came to its end: what it added is to be written. Whether it wrote anything."""
        wrote = self._apart or bool(self._pending)
        if self._apart:
            self._write(self._pending)
            super().exec_driver_sql("RELEASE SAVEPOINT job")
            self._apart = False
        else:
            self._keep_pending()
        return wrote

    def drop(self) -> None:
        """The job failed: nothing of it is to be there."""
        self._pending.take()
        if self._apart:
            super().exec_driver_sql("ROLLBACK TO SAVEPOINT job")
            super().exec_driver_sql("RELEASE SAVEPOINT job")
            self._apart = False

    def close(self) -> None:
        """As a connection does; what is pending is forgotten."""
        self.forget()
        super().close()

    def forget(self) -> None:
        """Let go of what is pending: its transaction is rolled back."""
        self._pending.take()
        self._kept.take()
        self._apart = False

    def _catch_up(self, *, writes: bool) -> None:
        """What is about to be executed sees everything that was added."""
        if not self._together:
            if self._pending or self._kept:
                self.flush()
            return
        if self._kept and not self._apart:
            self._write(self._kept)
        if not (writes or self._pending):
            return
        if not self._apart:
            super().exec_driver_sql("SAVEPOINT job")
            self._apart = True
        self._write(self._pending)
        if writes:
            # Whatever it is, others may have been told otherwise.
            self._known.clear()

    def _keep_pending(self) -> None:
        """With what is kept, in an order that is that of every job; else behind it."""
        if not self._kept.absorb(self._pending):
            self._write(self._kept)
            self._kept.absorb(self._pending)

    def _write(self, pending: Pending) -> None:
        taken = pending.take()
        self.run_several([(*bulk.question(rows, self), False) for bulk, rows in taken])

    def _one_exchange(self) -> Any:  # noqa: ANN401 - a context
        return self.pipeline() if self.dialect.name == "postgresql" else nullcontext()
