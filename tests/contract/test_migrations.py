"""The tables and their history say the same, on both engines."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from storage.opening import migrate, open_store
from storage.schema import MIGRATIONS, Upgrade, configuration
from storage.tables.schema import metadata
from storage.tables.search import SEARCH_INDEX
from tests.contract.releases import connect
from tests.postgresql import PostgresqlServer


def tables(url: str) -> set[str]:
    """The tables we know of: not those in which SQLite keeps its index of words."""
    with connect(url) as connection:
        found = set(inspect(connection).get_table_names())
    connection.engine.dispose()
    return {table for table in found if not table.startswith(SEARCH_INDEX)}


def _is_of_both_engines(_: object, name: str | None, *__: object) -> bool:
    """Alembic cannot be told that something belongs to one engine; how SQLite keeps it is compared below."""
    return name is None or not (name.startswith(SEARCH_INDEX) or name == "ix_search_stems")


def test_there_is_one_head() -> None:
    assert len(ScriptDirectory(str(MIGRATIONS)).get_heads()) == 1


def test_an_empty_database_is_brought_to_the_head_and_stays_there(empty_url: str) -> None:
    assert migrate(empty_url) is Upgrade.CREATED
    assert tables(empty_url) == {*metadata().tables, "alembic_version"}
    assert migrate(empty_url) is Upgrade.NOTHING
    assert tables(empty_url) == {*metadata().tables, "alembic_version"}


def test_older_tables_are_told_apart_from_none(empty_url: str) -> None:
    with connect(empty_url) as connection:
        command.upgrade(configuration(connection), "0001")
        connection.commit()
    connection.engine.dispose()
    assert migrate(empty_url) is Upgrade.UPGRADED


def test_the_migrated_tables_are_those_the_statements_are_written_over(empty_url: str) -> None:
    migrate(empty_url)
    with connect(empty_url) as connection:
        opts = {"compare_server_default": True, "include_object": _is_of_both_engines}
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, metadata()) == []
    connection.engine.dispose()


def test_on_sqlite_the_migrated_tables_are_made_by_the_same_words(tmp_path: Path) -> None:
    """Alembic's comparison does not see how SQLite stores a table."""

    def words(path: Path) -> dict[str, list[str]]:
        with connect(f"sqlite:///{path}") as connection:
            rows = connection.execute(
                text(
                    "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name != 'alembic_version'"
                )
            )
            found = {name: sorted(sql.replace(",", " ").split()) for name, sql in rows}
        connection.engine.dispose()
        return found

    migrate(f"sqlite:///{tmp_path / 'migrated.db'}")
    with connect(f"sqlite:///{tmp_path / 'created.db'}") as connection:
        metadata().create_all(connection)
        connection.commit()
    connection.engine.dispose()
    assert words(tmp_path / "migrated.db") == words(tmp_path / "created.db")


def test_a_migration_that_fails_leaves_nothing(empty_url: str) -> None:
    with connect(empty_url) as connection:
        connection.execute(text("CREATE TABLE part (somebody TEXT)"))
        connection.commit()
    connection.engine.dispose()
    with pytest.raises(DBAPIError, match="already exists"):
        migrate(empty_url)
    assert tables(empty_url) == {"part"}


@pytest.mark.postgresql
def test_replicas_that_start_together_migrate_one_after_the_other(
    postgresql_server: PostgresqlServer,
) -> None:
    name = postgresql_server.create()
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(migrate, [postgresql_server.url(name)] * 4))
    assert "item" in tables(postgresql_server.url(name))
    postgresql_server.drop(name)


async def test_opening_may_migrate_an_empty_database_first(empty_url: str) -> None:
    store = await open_store(empty_url, migrate=True)
    await store.check()
    await store.close()
    assert "item" in tables(empty_url)
