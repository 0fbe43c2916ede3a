"""The WebSockets of Socket Mode, kept open: replaced when Slack ends them and when they are lost.

Source: docs.slack.dev, using Socket Mode. Every connection has an address of its own, asked for anew: an
address opens one connection, and only for a while.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import structlog
from aiohttp import ClientSession, ClientWebSocketResponse, ClientWSTimeout, WSMsgType
from slack_sdk.errors import SlackApiError

from bot import log_events
from bot.delivery.answers import TRANSPORT_ERRORS, read_reply
from handlers.desk.places import place_of

CONNECTIONS = 2
"""Slack takes up to ten of an app ("up to 10 open WebSocket connections at the same time") and sends each
envelope over any one: while one is replaced, the other is there."""

PING_SECONDS = 5.0
"""Between pings; a connection that owes the answer for half as long is lost."""
DIAL_SECONDS = 10.0
"""How long asking for an address and connecting to it may take."""
STEADY_SECONDS = 10.0
"""A connection that lasted longer was a good one: the next is opened at once."""
PLANNED = frozenset({"warning", "refresh_requested"})
"""Reasons of a `disconnect` that belong to the life of every connection."""
FAREWELL_SECONDS = 30.0
"""How long a connection that Slack has said it will end is listened to. Slack ends it in about ten."""
REASON_MAX = 40
"""Characters of a reason that are logged; Slack's are words such as refresh_requested."""
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


class Connections:
    """`address` asks Slack for the address of one new connection; it raises TRANSPORT_ERRORS."""

    def __init__(self, address: Callable[[], Awaitable[str]], session: ClientSession, hear: Hear) -> None:
        self._address = address
        self._session = session
        self._hear = hear
        self._open: list[ClientWebSocketResponse] = []
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
        await asyncio.gather(*(socket.close() for socket in tuple(self._open)))
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
        loop = asyncio.get_running_loop()
        while True:
            began, wait, planned = loop.time(), 0.0, False
            try:
                socket = await self._dial()
            except TRANSPORT_ERRORS as error:
                wait = self._not_connected(error)
            else:
                planned = await self._listen(socket)
            unsteady = 0 if planned or loop.time() - began > STEADY_SECONDS else unsteady + 1
            await asyncio.sleep(max(wait, pause(unsteady)))

    async def _dial(self) -> ClientWebSocketResponse:
        async with asyncio.timeout(DIAL_SECONDS):
            address = await self._address()
            return await self._session.ws_connect(address, heartbeat=PING_SECONDS, timeout=GOODBYE)

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

    async def _listen(self, socket: ClientWebSocketResponse) -> bool:
        """Until the connection is lost, or Slack says that it will be; it is then read on apart.

        Whether it ends as planned.
        """
        ending: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        reading = self._spawn(self._read(socket, ending))
        planned = await ending
        self._spawn(self._take_leave(socket, reading))
        return planned

    async def _read(self, socket: ClientWebSocketResponse, ending: asyncio.Future[bool]) -> None:
        try:
            async for frame in socket:
                message = _object_in(frame.data) if frame.type is WSMsgType.TEXT else {}
                if message.get("type") == "hello":
                    self._greet(socket)
                elif message.get("type") == "disconnect":
                    self._end(ending, str(message.get("reason")))
                elif message:
                    self._hear(message, socket)
            if not ending.done():
                self._log.warning(log_events.SOCKET_LOST)
        finally:
            self._forget(socket)
            if not ending.done():
                ending.set_result(False)
            await socket.close()

    def _end(self, ending: asyncio.Future[bool], reason: str) -> None:
        self._log.info(log_events.SOCKET_ENDING, reason=reason[:REASON_MAX])
        if not ending.done():
            ending.set_result(reason in PLANNED)

    async def _take_leave(self, socket: ClientWebSocketResponse, reading: asyncio.Task[None]) -> None:
        """Slack ends the connection; should it forget to, we do."""
        await asyncio.wait({reading}, timeout=FAREWELL_SECONDS)
        await socket.close()

    def _greet(self, socket: ClientWebSocketResponse) -> None:
        self._log.info(log_events.SOCKET_CONNECTED)
        self._open.append(socket)
        self._ever = True
        self._greeted.set()

    def _forget(self, socket: ClientWebSocketResponse) -> None:
        if socket in self._open:
            self._open.remove(socket)
        if not self._open:
            self._greeted.clear()

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
