"""The WebSockets of Socket Mode, kept open: replaced when Slack ends them and when they are lost.

Source: docs.slack.dev, using Socket Mode. Every connection has an address of its own, asked for anew: an
address opens one connection, and only for a while.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any

import structlog
from aiohttp import ClientSession, ClientWebSocketResponse, ClientWSTimeout, WSMsgType
from slack_sdk.errors import SlackApiError

from bot import log_events
from bot.delivery.answers import TRANSPORT_ERRORS, read_reply
from bot.presence import Presence
from bot.told import code_told
from handlers.desk.places import place_of

OPEN_MAX = 10
"""Slack's limit of an app: "up to 10 open WebSocket connections at the same time"."""
CONNECTIONS = 2
"""Slack sends each envelope over any one: while one is replaced, the other is there."""
FAREWELLS_MAX = OPEN_MAX - CONNECTIONS
"""Connections that Slack has said it will end, listened to at the same time."""

PING_SECONDS = 5.0
"""Between pings; a connection that owes the answer for half as long is lost."""
DIAL_SECONDS = 10.0
"""How long asking for an address and connecting to it may take."""
HELLO_SECONDS = 10.0
"""How long Slack may take to greet on a connection; one without a greeting is of no use."""
STEADY_SECONDS = 10.0
"""A connection that lasted longer after its greeting was a good one, whatever ended it: the next is opened at
once. Slack's last for hours."""
FAREWELL_SECONDS = 30.0
"""How long a connection that Slack has said it will end is listened to. Slack ends it in about ten."""
FIRST_PAUSE_SECONDS = 0.25
LONGEST_PAUSE_SECONDS = 30.0
DOUBLINGS_MAX = 16
"""Enough for the longest pause; a number that grows for ever is none for an exponent."""

GOODBYE = ClientWSTimeout(ws_close=1.0)
"""How long Slack may take to agree that a connection we close is closed."""

REFUSED = frozenset(
    {
        "account_inactive",
        "forbidden_team",
        "invalid_auth",
        "missing_scope",
        "no_permission",
        "not_allowed_token_type",
        "not_authed",
        "token_revoked",
    }
)
"""Errors of apps.connections.open that no waiting mends (docs.slack.dev, apps.connections.open)."""

Hear = Callable[[dict[str, Any], ClientWebSocketResponse], None]
"""Takes a JSON object that came over a connection. Must not wait."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One connection: when it was greeted, by the loop's clock, and whether its end is known."""

    socket: ClientWebSocketResponse
    greeted: asyncio.Future[float]
    ending: asyncio.Future[None]

    def end(self) -> None:
        """Its end is known."""
        if not self.ending.done():
            self.ending.set_result(None)


class Connections:
    """`address` asks Slack for the address of one new connection; it raises TRANSPORT_ERRORS.

    `presence` learns when there is a connection and when there is none.
    """

    def __init__(
        self,
        address: Callable[[], Awaitable[str]],
        session: ClientSession,
        hear: Hear,
        presence: Presence | None = None,
    ) -> None:
        self._presence = presence or Presence()
        self._address = address
        self._session = session
        self._hear = hear
        self._made: set[ClientWebSocketResponse] = set()
        self._open: list[ClientWebSocketResponse] = []
        self._leaving: list[ClientWebSocketResponse] = []
        self._greeted = asyncio.Event()
        self._ever = False
        self._tasks: set[asyncio.Task[None]] = set()
        self._log = structlog.get_logger()

    async def open(self) -> None:
        """Return once there is a connection; from then on there are CONNECTIONS, as far as Slack lets.

        Raises SlackApiError when Slack refuses the token before there was any.
        """
        keepers = [self._spawn(self._keep()) for _ in range(CONNECTIONS)]
        greeted = asyncio.create_task(self._greeted.wait())
        await asyncio.wait({greeted, *keepers}, return_when=asyncio.FIRST_COMPLETED)
        greeted.cancel()
        for keeper in keepers:
            if keeper.done():
                keeper.result()

    async def close(self) -> None:
        """End every connection and every attempt."""
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        # A reader that is cancelled before its first step closes nothing.
        await asyncio.gather(*(socket.close() for socket in tuple(self._made)))
        self._made.clear()
        self._open.clear()

    async def say(self, body: dict[str, Any], first: ClientWebSocketResponse) -> None:
        """Send over `first`, or over another connection when that one is gone: the newest, or the next."""
        while True:
            for socket in (first, *reversed(self._open)):
                try:
                    await socket.send_json(body)
                except ConnectionError:
                    self._forget(socket)
                else:
                    return
            await self._greeted.wait()

    async def _keep(self) -> None:
        """One connection after another."""
        unsteady = 0
        while True:
            wait, lasted = 0.0, 0.0
            try:
                socket = await self._dial()
            except TRANSPORT_ERRORS as error:
                wait = self._not_connected(error)
            else:
                lasted = await self._listen(socket)
            unsteady = 0 if lasted > STEADY_SECONDS else unsteady + 1
            await asyncio.sleep(max(wait, pause(unsteady)))

    async def _dial(self) -> ClientWebSocketResponse:
        async with asyncio.timeout(DIAL_SECONDS):
            address = await self._address()
            socket = await self._session.ws_connect(address, heartbeat=PING_SECONDS, timeout=GOODBYE)
            self._made.add(socket)
            return socket

    def _not_connected(self, error: Exception) -> float:
        """The seconds that Slack asks to wait. Raises the error where waiting does not help."""
        if not isinstance(error, SlackApiError):
            self._log.warning(log_events.SOCKET_UNREACHABLE, error=type(error).__name__)
            return 0.0
        reply = read_reply(error)
        if reply.code in REFUSED and not self._ever:
            raise error
        self._log.warning(log_events.SOCKET_UNREACHABLE, error=reply.name)
        return 0.0 if reply.retry_after is None else reply.retry_after.total_seconds()

    async def _listen(self, socket: ClientWebSocketResponse) -> float:
        """Until the connection is lost, or Slack says that it will be; it is then read on apart.

        How many seconds it lasted since its greeting; 0 without one.
        """
        loop = asyncio.get_running_loop()
        line = _Line(socket, loop.create_future(), loop.create_future())
        reading = self._spawn(self._read(line))
        settled: set[asyncio.Future[Any]] = {line.greeted, line.ending}
        await asyncio.wait(settled, timeout=HELLO_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        if not line.greeted.done() and not line.ending.done():
            self._log.warning(log_events.SOCKET_UNREACHABLE, error="no_hello")
            line.end()
            await socket.close()
            return 0.0
        await line.ending
        lasted = loop.time() - line.greeted.result() if line.greeted.done() else 0.0
        await self._leave(socket, reading)
        return lasted

    async def _read(self, line: _Line) -> None:
        try:
            async for frame in line.socket:
                message = _object_in(frame.data) if frame.type is WSMsgType.TEXT else {}
                if message.get("type") == "hello":
                    self._greet(line)
                elif message.get("type") == "disconnect":
                    self._log.info(log_events.SOCKET_ENDING, reason=code_told(message.get("reason")))
                    line.end()
                elif message:
                    self._hear(message, line.socket)
            if not line.ending.done():
                self._log.warning(log_events.SOCKET_LOST)
        finally:
            self._forget(line.socket)
            line.end()
            await line.socket.close()
            self._made.discard(line.socket)

    async def _leave(self, socket: ClientWebSocketResponse, reading: asyncio.Task[None]) -> None:
        """Read the connection on apart; return once there is room for its successor."""
        self._leaving.append(socket)
        self._spawn(self._take_leave(socket, reading))
        if len(self._leaving) > FAREWELLS_MAX:
            await self._leaving.pop(0).close()

    async def _take_leave(self, socket: ClientWebSocketResponse, reading: asyncio.Task[None]) -> None:
        """Slack ends the connection; should it forget to, we do."""
        await asyncio.wait({reading}, timeout=FAREWELL_SECONDS)
        await socket.close()
        if socket in self._leaving:
            self._leaving.remove(socket)

    def _greet(self, line: _Line) -> None:
        if line.greeted.done():
            return
        line.greeted.set_result(asyncio.get_running_loop().time())
        self._log.info(log_events.SOCKET_CONNECTED)
        self._open.append(line.socket)
        self._ever = True
        self._greeted.set()
        self._presence.came()

    def _forget(self, socket: ClientWebSocketResponse) -> None:
        if socket in self._open:
            self._open.remove(socket)
        if not self._open:
            self._greeted.clear()
            self._presence.went()

    def _spawn(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is not None:
            self._log.error(log_events.SOCKET_FAILED, error=type(error).__name__, place=place_of(error))


def pause(unsteady: int) -> float:
    """Seconds before the next attempt, after so many in a row that came to nothing or soon ended."""
    if unsteady <= 1:
        return 0.0
    return min(FIRST_PAUSE_SECONDS * 2.0 ** min(unsteady - 2, DOUBLINGS_MAX), LONGEST_PAUSE_SECONDS)


def _object_in(text: str) -> dict[str, Any]:
    """The JSON object; an empty one where there is none."""
    try:
        message = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return message if isinstance(message, dict) else {}
