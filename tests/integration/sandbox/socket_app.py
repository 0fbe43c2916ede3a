"""An app in Socket Mode that keeps its envelopes and acknowledges as a test tells it."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.sockets import SocketTiming

SILENT = object()
BRIEF = SocketTiming(connection=0.2, warning=0.1, ping=0.1)

Answer = Callable[[dict[str, Any]], object]


def nothing(_envelope: dict[str, Any]) -> object:
    """Acknowledge without a payload."""
    return None


class Socket:
    """One connection, and everything it was told."""

    def __init__(
        self, connection: aiohttp.ClientWebSocketResponse, app: "SocketApp", arrived: asyncio.Condition
    ) -> None:
        self.connection = connection
        self.messages: list[dict[str, Any]] = []
        self._app = app
        self._arrived = arrived
        self._task = asyncio.create_task(self._listen())

    @property
    def envelopes(self) -> list[dict[str, Any]]:
        return [message for message in self.messages if "envelope_id" in message]

    @property
    def reasons(self) -> list[str]:
        """Why the connection is said to end."""
        return [message["reason"] for message in self.messages if message["type"] == "disconnect"]

    async def until(self, found: Callable[["Socket"], bool]) -> None:
        async with asyncio.timeout(5), self._arrived:
            await self._arrived.wait_for(lambda: found(self))

    async def ended(self) -> None:
        """Until the workspace has closed the connection."""
        async with asyncio.timeout(5):
            await asyncio.shield(self._task)

    async def close(self) -> None:
        await self.connection.close()
        await self._task

    async def _listen(self) -> None:
        async for frame in self.connection:
            message = json.loads(frame.data)
            self.messages.append(message)
            if "envelope_id" in message:
                await self._acknowledge(message)
            async with self._arrived:
                self._arrived.notify_all()

    async def _acknowledge(self, envelope: dict[str, Any]) -> None:
        payload = self._app.answer(envelope)
        if payload is SILENT:
            return
        answer = {"envelope_id": envelope["envelope_id"]} | ({} if payload is None else {"payload": payload})
        try:
            await self.connection.send_json(answer)
        except ConnectionResetError:
            # The workspace dropped the connection, as a test wished.
            return


class SocketApp:
    """`answer` gives the payload of an acknowledgement, None for one without, or SILENT."""

    def __init__(self, client: AsyncWebClient, app_token: str, session: aiohttp.ClientSession) -> None:
        self.answer: Answer = nothing
        self.sockets: list[Socket] = []
        self._client = client
        self._token = app_token
        self._session = session
        self._arrived = asyncio.Condition()

    @property
    def envelopes(self) -> list[dict[str, Any]]:
        return [envelope for socket in self.sockets for envelope in socket.envelopes]

    async def arrivals(self, count: int) -> None:
        """Until so many envelopes have arrived, on whichever connections."""
        async with asyncio.timeout(5), self._arrived:
            await self._arrived.wait_for(lambda: len(self.envelopes) >= count)

    async def address(self) -> str:
        return str((await self._client.apps_connections_open(app_token=self._token))["url"])

    async def connect(self) -> Socket:
        """A connection that has got its hello, or what came instead."""
        connection = await self._session.ws_connect(await self.address())
        socket = Socket(connection, self, self._arrived)
        self.sockets.append(socket)
        await socket.until(lambda socket: bool(socket.messages))
        return socket

    async def close(self) -> None:
        for socket in self.sockets:
            await socket.close()
