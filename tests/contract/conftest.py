"""The stores that keep the contract: both engines, and the one in memory that other tests use."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from domain.ports import Store
from storage.opening import open_store
from tests.conftest import ENGINES
from tests.contract.desk import Desk, found
from tests.fakes.store import FakeStore


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
