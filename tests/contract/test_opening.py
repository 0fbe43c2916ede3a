"""Addresses that cannot be opened, and what the person who runs the bot is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, make_url, text

from domain.ports import StoreUnavailable
from storage.errors import DatabaseInUseError, SchemaError, UrlError
from storage.opening import migrate, open_store, place_of
from storage.schema import MIGRATIONS
from tests.postgresql import PostgresqlServer


def stamp(url: str, version: str) -> None:
    """Say that the tables are of another version."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "postgresql":
        parsed = parsed.set(drivername="postgresql+psycopg")
    engine = create_engine(parsed)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :version"), {"version": version})
    engine.dispose()


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "sqlite:///file:x?mode=memory&uri=true"])
async def test_a_database_in_memory_is_refused(url: str) -> None:
    with pytest.raises(UrlError, match="forget what it acknowledged"):
        await open_store(url, migrate=True)


@pytest.mark.parametrize("url", ["mysql://host/db", "not an address", "", "oracle:///x"])
async def test_an_address_of_anything_else_is_refused(url: str) -> None:
    with pytest.raises(UrlError, match="use sqlite:///PATH or postgresql://"):
        await open_store(url)


async def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UrlError, match="there is no folder"):
        await open_store(f"sqlite:///{tmp_path / 'missing' / 'rapporteur.db'}", migrate=True)


async def test_a_file_that_is_not_there_needs_migrating_and_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match="rapporteur migrate"):
        await open_store(f"sqlite:///{tmp_path / 'new.db'}")
    assert not (tmp_path / "new.db").exists()


async def test_a_file_that_is_no_database_is_unavailable(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("this is no database\n" * 100)
    with pytest.raises(StoreUnavailable):
        await open_store(f"sqlite:///{tmp_path / 'text.db'}")
    assert "no database" in (tmp_path / "text.db").read_text()


@pytest.mark.postgresql
async def test_an_empty_postgresql_database_needs_migrating(postgresql_server: PostgresqlServer) -> None:
    name = postgresql_server.create()
    with pytest.raises(SchemaError, match="rapporteur migrate"):
        await open_store(postgresql_server.url(name))
    postgresql_server.drop(name)


@pytest.mark.postgresql
async def test_a_server_that_is_not_there_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable):
        await open_store(f"postgresql://postgres@/rapporteur?host={tmp_path}")


@pytest.mark.postgresql
@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg", "postgresql+asyncpg"])
async def test_every_spelling_of_postgresql_is_understood(postgresql_url: str, scheme: str) -> None:
    store = await open_store(postgresql_url.replace("postgresql", scheme, 1))
    await store.check()
    await store.close()


async def test_tables_of_a_release_not_known_here_are_left_alone(empty_url: str) -> None:
    migrate(empty_url)
    stamp(empty_url, "9999")
    for migrating in (False, True):
        with pytest.raises(SchemaError, match="a newer release"):
            await open_store(empty_url, migrate=migrating)
    with pytest.raises(SchemaError, match="a newer release"):
        migrate(empty_url)


async def test_a_refused_opening_leaves_the_file_to_others(sqlite_url: str) -> None:
    stamp(sqlite_url, "9999")
    with pytest.raises(SchemaError):
        await open_store(sqlite_url)
    stamp(sqlite_url, str(ScriptDirectory(str(MIGRATIONS)).get_current_head()))
    store = await open_store(sqlite_url)
    await store.close()


async def test_an_open_file_is_neither_opened_nor_migrated_again(sqlite_url: str) -> None:
    store = await open_store(sqlite_url)
    with pytest.raises(DatabaseInUseError, match="stop it first"):
        await open_store(sqlite_url)
    with pytest.raises(DatabaseInUseError):
        migrate(sqlite_url)
    await store.close()
    again = await open_store(sqlite_url)
    await again.close()


async def test_a_file_reached_by_another_name_is_the_same_file(sqlite_url: str, tmp_path: Path) -> None:
    (tmp_path / "link.db").symlink_to(tmp_path / "rapporteur.db")
    store = await open_store(sqlite_url)
    with pytest.raises(DatabaseInUseError):
        await open_store(f"sqlite:///{tmp_path / 'link.db'}")
    await store.close()


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("postgresql://bot:secret@db:5433/rapporteur", "postgresql://db:5433/rapporteur"),
        ("postgres://bot:secret@db/rapporteur?sslmode=require&password=secret", "postgresql://db/rapporteur"),
        ("postgresql:///rapporteur?host=db&user=bot&password=secret", "postgresql://db/rapporteur"),
    ],
)
def test_the_place_of_a_database_tells_no_password(url: str, place: str) -> None:
    assert place_of(url) == place


def test_the_place_of_a_file_is_its_whole_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert place_of("sqlite:///record.db") == str(tmp_path / "record.db")
