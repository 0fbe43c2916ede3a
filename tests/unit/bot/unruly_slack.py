"""A Slack that ends connections or never greets on them, and what connects to it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from aiohttp import ClientSession, web

from bot.connections import Connections


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
        with suppress(ConnectionResetError):  # the other side may be gone before it is greeted
            await self._greet(socket)
        async for _ in socket:
            pass
        return socket

    async def _greet(self, socket: web.WebSocketResponse) -> None:
        if self.opened < self._hello_from:
            return
        await socket.send_json({"type": "hello"})
        if self._reason is not None:
            await socket.send_json({"type": "disconnect", "reason": self._reason})


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
