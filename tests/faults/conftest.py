"""Both databases, each with a house of processes over it, and a server that tests may kill."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from storage.opening import migrate
from tests.faults.house import House, opened
from tests.faults.nursery import Nursery, nursing
from tests.postgresql import PostgresqlServer, serving


@pytest.fixture(scope="session")
def nursery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nursery]:
    """Where the processes of every test come from."""
    with nursing(tmp_path_factory.mktemp("nursery")) as nursery:
        yield nursery


@pytest.fixture
async def house(nursery: Nursery, tmp_path: Path, database_url: str) -> AsyncIterator[House]:
    async with opened(nursery, tmp_path, database_url) as house:
        yield house


@pytest.fixture(scope="session")
def own_server() -> Iterator[PostgresqlServer]:
    """A server that may be killed: only one test at a time uses it, and leaves it running."""
    with serving() as server:
        yield server


@pytest.fixture
def own_url(own_server: PostgresqlServer) -> str:
    """An empty database of that server."""
    url = own_server.url(own_server.create())
    migrate(url)
    return url
