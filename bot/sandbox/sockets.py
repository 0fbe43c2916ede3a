"""Socket Mode: payloads for the app over its WebSocket connections.

Source: https://docs.slack.dev/apis/events-api/using-socket-mode
"""

import asyncio
import json
import secrets
import uuid
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from types import MappingProxyType
from typing import Literal, Protocol

from aiohttp import WSMessage, WSMsgType

from bot.sandbox.decoding import decode_json
from bot.sandbox.deliveries import (
    ACKNOWLEDGE_SECONDS,
    Acknowledgement,
    Delivery,
    not_reached,
    too_late,
)
from bot.sandbox.faults import Fault, FaultPlan
from bot.sandbox.shapes import JsonObject

# "up to 10 open WebSocket connections at the same time"
MAX_CONNECTIONS = 10
# `approximate_connection_time` of Slack's `hello`.
CONNECTION_SECONDS = 3600.0
# "about 10 seconds before the disconnect"
WARNING_SECONDS = 10.0
# Undocumented: how long an address waits for its one connection, and how often Slack pings.
TICKET_SECONDS = 30.0
PING_SECONDS = 30.0
HOST = "local-workspace"

# `http_timeout` is the name over HTTP; over sockets slack_sdk has seen "timeout" (its Socket Mode fixtures).
_SOCKET_REASONS: Mapping[str, str] = MappingProxyType({"http_timeout": "timeout"})

DisconnectReason = Literal["warning", "refresh_requested", "link_disabled"]


@dataclass(frozen=True, slots=True)
class SocketTiming:
    """In seconds."""

    ticket: float = TICKET_SECONDS
    connection: float = CONNECTION_SECONDS
    warning: float = WARNING_SECONDS
    ping: float = PING_SECONDS


class WebSocket(Protocol):
    """What is needed of a connection; ConnectionError when it is no longer there."""

    async def send_json(self, data: JsonObject) -> None: ...

    async def close(self) -> object: ...

    def __aiter__(self) -> AsyncIterator[WSMessage]: ...


@dataclass(eq=False, slots=True)
class Connection:
    """`drop` ends it without a closing handshake; `receives` is False once it is about to be closed."""

    socket: WebSocket
    drop: Callable[[], None]
    receives: bool = False
    life: set[asyncio.Task[None]] = field(default_factory=set)

    async def say(self, body: JsonObject) -> bool:
        """Whether it was still there to be told."""
        try:
            await self.socket.send_json(body)
        except ConnectionError:
            # A reset before it is written, and "Connection lost" while the other side does not read.
            return False
        return True

    def lives_on(self, task: asyncio.Task[None]) -> None:
        """What ends the connection from now on, in place of what would have."""
        for earlier in self.life:
            earlier.cancel()
        self.life = {task}


class Sockets:
    """`enabled` is the app's setting; connections may be opened all the same, and are sent nothing then."""

    def __init__(
        self,
        app_id: str,
        faults: FaultPlan,
        monotonic: Callable[[], float],
        timing: SocketTiming,
        acknowledge_seconds: float = ACKNOWLEDGE_SECONDS,
    ) -> None:
        self.enabled = False
        self.timing = timing
        self._app_id = app_id
        self._faults = faults
        self._monotonic = monotonic
        self._acknowledge_seconds = acknowledge_seconds
        self._tickets: dict[str, float] = {}
        self._connections: list[Connection] = []
        self._waiting: dict[str, asyncio.Future[object]] = {}
        self._turn = 0

    @property
    def connections(self) -> int:
        return len(self._connections)

    def ticket(self) -> str:
        """What opens one connection, once and soon."""
        ticket = secrets.token_urlsafe(24)
        self._tickets[ticket] = self._monotonic()
        return ticket

    def admits(self, ticket: str) -> bool:
        issued = self._tickets.pop(ticket, None)
        return issued is not None and self._monotonic() - issued <= self.timing.ticket

    async def serve(self, connection: Connection) -> None:
        """Until the connection ends."""
        if len(self._connections) >= MAX_CONNECTIONS:
            # Seen in slackapi/bolt-js#2225 and #2238.
            await connection.say(_disconnect("too_many_websockets"))
            await connection.socket.close()
            return
        self._connections.append(connection)
        connection.lives_on(asyncio.create_task(self._lifetime(connection)))
        try:
            connection.receives = await connection.say(self._hello())
            async for message in connection.socket:
                if message.type is WSMsgType.TEXT:
                    self._hear(message.data)
        finally:
            self._connections.remove(connection)
            tasks = connection.life - {asyncio.current_task()}
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def deliver(self, delivery: Delivery) -> Acknowledgement:
        """Send to any connection and wait for the acknowledgement, on whichever connection it comes."""
        started = self._monotonic()
        fault = self._faults.take_for_socket(delivery.kind)
        if fault is not None and fault.effect == "delay":
            await asyncio.sleep(fault.seconds)
        envelope_id = str(uuid.uuid4())
        answered: asyncio.Future[object] = asyncio.get_running_loop().create_future()
        self._waiting[envelope_id] = answered
        try:
            # Sending counts: a reader that is slow keeps the person waiting as an app that is slow does.
            async with asyncio.timeout(self._acknowledge_seconds):
                if not await self._send(_envelope(envelope_id, delivery), fault):
                    return not_reached()
                payload = await answered
        except TimeoutError:
            return too_late(self._elapsed(started))
        finally:
            del self._waiting[envelope_id]
        written = "" if payload is None or not delivery.accepts_response else json.dumps(payload)
        return Acknowledgement(HTTPStatus.OK, written, self._elapsed(started), "application/json")

    async def disconnect(self, reason: DisconnectReason) -> None:
        """Tell every connection; `link_disabled` is what happens when Socket Mode is turned off."""
        if reason == "link_disabled":
            self.enabled = False
        for connection in tuple(self._connections):
            await self._announce(connection, reason)
            connection.lives_on(asyncio.create_task(self._ending(connection, reason)))

    async def close(self) -> None:
        await asyncio.gather(*(connection.socket.close() for connection in self._connections))

    async def _send(self, envelope: JsonObject, fault: Fault | None) -> bool:
        """Whether the envelope was delivered, as far as Slack can see."""
        connection = self._next()
        if connection is None:
            return False
        if fault is not None and fault.effect == "drop_before":
            self._drop(connection)
            return False
        times = 2 if fault is not None and fault.effect == "twice" else 1
        while not await connection.say(envelope):
            connection.receives = False
            following = self._next()
            if following is None:
                return False
            connection = following
        if fault is not None and fault.effect == "drop_after":
            self._drop(connection)
        for _ in range(times - 1):
            await (self._next() or connection).say(envelope)
        return True

    def _next(self) -> Connection | None:
        receiving = [connection for connection in self._connections if connection.receives]
        self._turn += 1
        return receiving[self._turn % len(receiving)] if receiving else None

    def _drop(self, connection: Connection) -> None:
        connection.receives = False
        connection.drop()

    def _hear(self, text: str) -> None:
        """An acknowledgement; of one that comes too late, twice or for nothing, Slack takes no notice."""
        try:
            answer = decode_json(text)
        except ValueError:
            return
        if not isinstance(answer, dict):
            return
        envelope_id = answer.get("envelope_id")
        answered = self._waiting.get(envelope_id) if isinstance(envelope_id, str) else None
        if answered is not None and not answered.done():
            answered.set_result(answer.get("payload"))

    async def _lifetime(self, connection: Connection) -> None:
        await asyncio.sleep(max(self.timing.connection - self.timing.warning, 0))
        await self._announce(connection, "warning")
        await self._ending(connection, "warning")

    async def _ending(self, connection: Connection, reason: DisconnectReason) -> None:
        """What follows the announcement: time to open another connection, then the end of this one."""
        if reason == "warning":
            await asyncio.sleep(self.timing.warning)
            await self._announce(connection, "refresh_requested")
        if reason != "link_disabled":
            await asyncio.sleep(self.timing.warning)
        await connection.socket.close()

    async def _announce(self, connection: Connection, reason: DisconnectReason) -> None:
        connection.receives = connection.receives and reason == "warning"
        with suppress(TimeoutError):
            async with asyncio.timeout(self._acknowledge_seconds):
                await connection.say(_disconnect(reason))

    def _hello(self) -> JsonObject:
        return {
            "type": "hello",
            "num_connections": len(self._connections),
            "connection_info": {"app_id": self._app_id},
            "debug_info": {
                "host": HOST,
                "build_number": 1,
                "approximate_connection_time": int(self.timing.connection),
            },
        }

    def _elapsed(self, started: float) -> float:
        return (self._monotonic() - started) * 1000


def _envelope(envelope_id: str, delivery: Delivery) -> JsonObject:
    envelope: JsonObject = {
        "envelope_id": envelope_id,
        "type": delivery.kind,
        "accepts_response_payload": delivery.accepts_response,
        "payload": delivery.payload,
    }
    if delivery.kind == "events_api":
        retry = delivery.retry
        envelope["retry_attempt"] = retry.number if retry else 0
        envelope["retry_reason"] = _SOCKET_REASONS.get(retry.reason, retry.reason) if retry else ""
    return envelope


def _disconnect(reason: str) -> JsonObject:
    return {"type": "disconnect", "reason": reason, "debug_info": {"host": HOST}}
