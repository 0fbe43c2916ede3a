"""The stores that keep the contract: both engines, and the one in memory that other tests use."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from domain.ports import Store
from storage.opening import open_store
from tests.conftest import ENGINES
from tests.contract.desk import Desk, found
from tests.fakes.store import FakeStore
from tests.postgresql import PostgresqlServer


@pytest.fixture(params=[*ENGINES, "memory"])
async def store(request: pytest.FixtureRequest) -> AsyncIterator[Store]:
    """A store with nothing in it; what every store promises is tested on all three."""
    if request.param == "memory":
        yield FakeStore()
        return
    store = await open_store(request.getfixturevalue(f"{request.param}_url"))
    yield store
    await store.close()


@pytest.fixture
async def desk(store: Store) -> Desk:
    return await found(store)


@pytest.fixture
async def durable(database_url: str) -> AsyncIterator[Store]:
    """A store on a database, for what memory cannot promise."""
    store = await open_store(database_url)
    yield store
    await store.close()


@pytest.fixture
async def durable_desk(durable: Store) -> Desk:
    return await found(durable)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database with nothing in it."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    server: PostgresqlServer = request.getfixturevalue("postgresql_server")
    name = server.create()
    yield server.url(name)
    server.drop(name)
