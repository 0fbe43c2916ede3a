"""An office for each test: empty, or with the sample's group at work in it. Its traffic is watched."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sandbox.sockets import SocketTiming
from tests.goldens import FOLDER, Goldens
from tests.integration.gathering import WHERE, Gathering
from tests.integration.office import DEFAULT_SOCKET, NEVER, UNHURRIED, Office, Patience, opened
from tests.integration.watch import objections
from tests.integration.working_group import make_group


@pytest.fixture
def office_url(request: pytest.FixtureRequest) -> str:
    """The bot's database: SQLite, or the engine that the test is parametrised with."""
    url: str = request.getfixturevalue(f"{getattr(request, 'param', 'sqlite')}_url")
    return url


@pytest.fixture
def tick_seconds() -> float:
    """How often the bot looks for digests that are due."""
    return NEVER


@pytest.fixture(params=["http", "sockets"])
def transport(request: pytest.FixtureRequest) -> str:
    """How requests reach the bot: every test runs both ways, but for the folders `http` and `sockets`."""
    way: str = request.param
    return way


@pytest.fixture
def socket_timing() -> SocketTiming:
    """How long sockets live."""
    return DEFAULT_SOCKET


@pytest.fixture
def patience() -> Patience:
    """How long the bot may take, and the workspace waits."""
    return UNHURRIED


@pytest.fixture
async def empty_office(
    office_url: str,
    tmp_path: Path,
    tick_seconds: float,
    transport: str,
    socket_timing: SocketTiming,
    patience: Patience,
) -> AsyncIterator[Office]:
    """The workspace with the bot installed, and nothing set up."""
    over_sockets = transport == "sockets"
    async with opened(
        office_url, tmp_path, tick_seconds, sockets=over_sockets, socket=socket_timing, patience=patience
    ) as office:
        yield office
        found = await objections(office)
    assert not found, "\n".join(found)


@pytest.fixture
async def office(empty_office: Office) -> Office:
    """The same with the sample's group, its channels and members."""
    await make_group(empty_office)
    return empty_office


@pytest.fixture
def goldens(request: pytest.FixtureRequest) -> Goldens:
    """Golden files of the integration suite."""
    return Goldens(FOLDER / "integration", update=request.config.getoption("--update-golden"))


@pytest.fixture
def gathering(office: Office) -> Gathering:
    return Gathering(office, WHERE)
