"""Statements handed straight to the driver give what SQLAlchemy's own execution gives."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, bindparam, delete, insert, make_url, select, update
from sqlalchemy.exc import IntegrityError, MultipleResultsFound, NoResultFound

from storage.direct import Direct, DirectConnection
from storage.postgresql.connections import engine as postgresql_engine
from storage.sqlite.connections import writing_engine
from storage.tables.receipts import receipt
from tests.contract.samples import NOW, WORKSPACE

FACTS = {"ñ": [1, None, "🚗"], "nested": {"a": True}}
ADD = insert(receipt)
GET = select(receipt).where(receipt.c.key == bindparam("key"))
ALL = select(receipt.c.key, receipt.c.stored_at).order_by(receipt.c.key)
LISTED = select(receipt.c.key).where(receipt.c.key.in_(bindparam("keys", expanding=True)))
FIXED = select(receipt.c.key).where(receipt.c.key.in_(["one", "two"]), receipt.c.subject == "N-1")
SAVE = update(receipt).where(receipt.c.key == bindparam("of_key"))
REMOVE = delete(receipt).where(receipt.c.key == bindparam("key")).returning(receipt.c.subject)


def row(key: str, subject: str = "N-1") -> dict[str, object]:
    return {"workspace": WORKSPACE, "key": key, "subject": subject, "facts": FACTS, "stored_at": NOW}


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    url = make_url(database_url)
    if url.get_backend_name() == "sqlite":
        assert url.database is not None
        made = writing_engine(Path(url.database))
    else:
        made = postgresql_engine(url, 1)
    yield made
    made.dispose()


@pytest.fixture
def connection(engine: Engine) -> Iterator[DirectConnection]:
    """Every statement above was executed once already, so all that can go straight to the driver do."""
    with DirectConnection(Direct(engine)) as connected:
        for statement, parameters in (
            (ADD, row("zero")),
            (GET, {"key": "zero"}),
            (ALL, {}),
            (LISTED, {"keys": ["zero"]}),
            (FIXED, {}),
            (SAVE, {"of_key": "zero", "subject": "N-0"}),
            (REMOVE, {"key": "zero"}),
        ):
            connected.execute(statement, parameters)
        if connected.dialect.name == "sqlite":
            connected.exec_driver_sql("BEGIN")
        yield connected


def test_values_come_back_as_they_went_in(connection: DirectConnection) -> None:
    connection.execute(ADD, row("one"))
    found = connection.execute(GET, {"key": "one"}).one()
    assert (found.workspace, found.key, found.subject) == (WORKSPACE, "one", "N-1")
    assert (found.facts, found.stored_at) == (FACTS, NOW)
    assert tuple(found) == tuple(Connection.execute(connection, GET, {"key": "one"}).one())


def test_a_list_of_parameters_is_executed_one_by_one(connection: DirectConnection) -> None:
    connection.execute(ADD, [row("one"), row("two"), row("three")])
    assert [found.key for found in connection.execute(ALL)] == ["one", "three", "two"]


def test_lists_in_conditions_fixed_or_given_are_understood(connection: DirectConnection) -> None:
    connection.execute(ADD, [row("one"), row("two", "N-2"), row("three")])
    assert list(connection.execute(FIXED).scalars()) == ["one"]
    assert set(connection.execute(LISTED, {"keys": ["two", "three"]}).scalars()) == {"two", "three"}
    assert set(connection.execute(LISTED, {"keys": []}).scalars()) == set()


def test_changes_tell_how_many_rows_they_met_and_what_they_return(connection: DirectConnection) -> None:
    connection.execute(ADD, row("one"))
    assert connection.execute(SAVE, {"of_key": "one", "subject": "N-9"}).rowcount == 1
    assert connection.execute(SAVE, {"of_key": "two", "subject": "N-9"}).rowcount == 0
    assert connection.execute(REMOVE, {"key": "one"}).scalar_one() == "N-9"
    assert connection.execute(REMOVE, {"key": "one"}).one_or_none() is None


def test_one_row_means_one(connection: DirectConnection) -> None:
    assert connection.execute(ALL).first() is None
    assert connection.execute(ALL).scalar() is None
    with pytest.raises(NoResultFound):
        connection.execute(ALL).one()
    connection.execute(ADD, [row("one"), row("two")])
    assert connection.execute(ALL).scalar() == "one"
    with pytest.raises(MultipleResultsFound):
        connection.execute(ALL).one_or_none()


def test_a_refused_statement_is_told_as_sqlalchemy_tells_it_without_its_values(
    connection: DirectConnection,
) -> None:
    connection.execute(ADD, row("one", "secret"))
    with pytest.raises(IntegrityError) as refused:
        connection.execute(ADD, row("one", "secret"))
    assert "secret" not in str(refused.value).replace("receipt", "")
    connection.rollback()
    connection.execute(ADD, row("one"))
    assert connection.execute(GET, {"key": "one"}).one().subject == "N-1"


def test_the_tables_that_are_written_are_told(connection: DirectConnection) -> None:
    connection.written.clear()
    connection.execute(ALL)
    assert connection.written == set()
    connection.execute(ADD, row("one"))
    assert connection.written == {"receipt"}
