"""The bot's connections as the workspace has them: how many there are, and how they are lost."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from bot.connections import CONNECTIONS
from bot.sandbox.sockets import Connection, Sockets
from tests.integration.office import Office

PATIENCE_SECONDS = 10.0


def sockets_of(office: Office) -> Sockets:
    return office.sandbox.workspace.sockets


def connections_of(office: Office) -> list[Connection]:
    """Those that take envelopes."""
    return [connection for connection in sockets_of(office)._connections if connection.receives]


def lose(office: Office, how_many: int = CONNECTIONS) -> None:
    """Cut connections without a closing handshake, as a network does."""
    for connection in connections_of(office)[:how_many]:
        sockets_of(office)._drop(connection)


async def until(holds: Callable[[], bool]) -> None:
    """Return once it holds."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not holds():  # noqa: ASYNC110 - nobody tells of the state of connections
            await asyncio.sleep(0.01)


async def until_back(office: Office, how_many: int = CONNECTIONS) -> None:
    """Return once the bot has its connections again, and no others."""
    await until(lambda: len(connections_of(office)) == sockets_of(office).connections == how_many)
