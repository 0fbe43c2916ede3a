"""Connections that are closed at any moment of their opening: none is left open behind them."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from aiohttp import ClientSession, ClientWebSocketResponse

from tests.unit.bot.unruly_slack import UnrulySlack, connecting

MOMENTS = range(12)
"""Turns of the event loop after a connection was made; its reader has begun by then."""


@pytest.mark.parametrize("hello_from", [1, 1_000], ids=["greeted", "not greeted"])
@pytest.mark.parametrize("moment", MOMENTS)
async def test_whenever_connections_are_closed_none_is_left_open(
    moment: int, hello_from: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[ClientWebSocketResponse] = []
    connected = asyncio.Event()
    ws_connect = ClientSession._ws_connect

    async def noticed(*arguments: Any, **settings: Any) -> ClientWebSocketResponse:  # noqa: ANN401 - as they came
        socket: ClientWebSocketResponse = await ws_connect(*arguments, **settings)
        made.append(socket)
        connected.set()
        return socket

    monkeypatch.setattr(ClientSession, "_ws_connect", noticed)
    slack = UnrulySlack(hello_from=hello_from)

    async with connecting(slack) as kept:
        opening = asyncio.create_task(kept.open())
        await connected.wait()
        for _ in range(moment):
            await asyncio.sleep(0)
        await kept.close()
        assert made
        assert all(socket.closed for socket in made)
        opening.cancel()
