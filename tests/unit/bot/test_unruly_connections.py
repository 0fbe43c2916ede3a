"""Connections to a Slack that ends each one at once, or never greets: few attempts, few open at a time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from aiohttp import ClientSession, web
from structlog.testing import capture_logs

from bot import connections, log_events
from bot.connections import OPEN_MAX, Connections

PATIENCE_SECONDS = 10.0


class UnrulySlack:
    """Says hello on connections from the number `hello_from` on, and then that it ends them, for `reason`.

    It never does end them.
    """

    def __init__(self, reason: str | None = None, hello_from: int = 1) -> None:
        self.opened = 0
        self.most = 0
        self.url = ""
        self._reason = reason
        self._hello_from = hello_from
        self._sockets: list[web.WebSocketResponse] = []

    @property
    def open(self) -> int:
        return sum(not socket.closed for socket in self._sockets)

    async def address(self) -> str:
        return self.url

    async def connected(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self._sockets.append(socket)
        self.opened += 1
        self.most = max(self.most, self.open)
        if self.opened >= self._hello_from:
            await socket.send_json({"type": "hello"})
            if self._reason is not None:
                await socket.send_json({"type": "disconnect", "reason": self._reason})
        async for _ in socket:
            pass
        return socket


@asynccontextmanager
async def connecting(slack: UnrulySlack) -> AsyncIterator[Connections]:
    application = web.Application()
    application.router.add_get("/", slack.connected)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    slack.url = f"ws://127.0.0.1:{runner.addresses[0][1]}/"
    try:
        async with ClientSession() as session:
            kept = Connections(slack.address, session, lambda _message, _way: None)
            try:
                yield kept
            finally:
                await kept.close()
    finally:
        await runner.cleanup()


async def until(holds: Callable[[], bool]) -> None:
    """Return once it holds."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not holds():  # noqa: ASYNC110 - nobody tells of the state of connections
            await asyncio.sleep(0.01)


@pytest.mark.parametrize("reason", ["refresh_requested", "warning", "link_disabled"])
async def test_connections_that_end_at_once_are_replaced_with_growing_pauses(reason: str) -> None:
    slack = UnrulySlack(reason)

    async with connecting(slack) as kept:
        await kept.open()
        await asyncio.sleep(0.6)

    assert connections.CONNECTIONS < slack.opened <= 4 * connections.CONNECTIONS


async def test_the_first_connection_that_soon_ends_is_replaced_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(connections, "FIRST_PAUSE_SECONDS", 60.0)
    slack = UnrulySlack("refresh_requested")

    async with connecting(slack) as kept:
        await kept.open()
        await until(lambda: slack.opened == 2 * connections.CONNECTIONS)


async def test_no_more_are_open_at_a_time_than_slack_allows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "pause", lambda _unsteady: 0.0)
    slack = UnrulySlack("refresh_requested")

    async with connecting(slack) as kept:
        await kept.open()
        await until(lambda: slack.opened >= 3 * OPEN_MAX)

    assert slack.most <= OPEN_MAX
    assert slack.open == 0


async def test_slack_that_does_not_greet_is_told_of_and_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "HELLO_SECONDS", 0.05)
    slack = UnrulySlack(hello_from=3)

    with capture_logs() as logs:
        async with connecting(slack) as kept, asyncio.timeout(PATIENCE_SECONDS):
            await kept.open()
            await until(lambda: slack.opened >= connections.CONNECTIONS + 2)
            assert slack.open == connections.CONNECTIONS

    told = [line["error"] for line in logs if line["event"] == log_events.SOCKET_UNREACHABLE]
    assert told == ["no_hello"] * connections.CONNECTIONS


async def test_connections_without_a_greeting_are_tried_with_growing_pauses(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(connections, "HELLO_SECONDS", 0.01)
    monkeypatch.setattr(connections, "STEADY_SECONDS", 0.005)
    slack = UnrulySlack(hello_from=1_000)

    async with connecting(slack) as kept:
        opening = asyncio.create_task(kept.open())
        await asyncio.sleep(0.6)
        opening.cancel()

    assert connections.CONNECTIONS < slack.opened <= 4 * connections.CONNECTIONS
