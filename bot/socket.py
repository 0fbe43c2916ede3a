"""Socket Mode: the same application over WebSockets that the bot opens.

Source: docs.slack.dev, using Socket Mode.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from http import HTTPStatus
from typing import Any

import structlog
from aiohttp import ClientSession, ClientWebSocketResponse
from slack_bolt.adapter.socket_mode.async_internals import run_async_bolt_app
from slack_bolt.async_app import AsyncApp
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient

from bot import log_events
from bot.authorization import InstallationError
from bot.connections import Connections
from bot.delivery.answers import read_reply
from bot.envelopes import Envelope, envelope_of
from bot.presence import Presence
from bot.proxy import proxy_of_environment
from handlers.desk.places import place_of

ACKNOWLEDGED_WITHIN = 3.0
"""Seconds (docs.slack.dev: "within 3 seconds"); an acknowledgement that comes later is worth nothing."""


class Socket:
    """Hands envelopes to Bolt and its answers back, and knows how many are under way."""

    def __init__(
        self,
        app: AsyncApp,
        app_token: str,
        api_url: str,
        session: ClientSession,
        presence: Presence | None = None,
    ) -> None:
        self._app = app
        self._app_token = app_token
        self._client = AsyncWebClient(base_url=api_url, session=session, retry_handlers=[])
        self._connections = Connections(self._address, session, self._hear, presence)
        self._under_way: set[asyncio.Task[None]] = set()
        self._stopping = False
        self._log = structlog.get_logger()

    async def open(self) -> None:
        """Return once Slack can reach the bot. Raises InstallationError when it refuses the token."""
        try:
            await self._connections.open()
        except SlackApiError as error:
            code = read_reply(error).name
            raise InstallationError(f"Slack opens no socket with SLACK_APP_TOKEN: {code}.") from error

    async def close(self, patience: timedelta) -> None:
        """Answer what is under way, then end.

        What arrives meanwhile is answered too, for Slack cannot be asked to send no more; when that does not
        end within `patience` nothing more is taken, and what was taken gets the time Slack gives it.
        """
        await self._drain(patience.total_seconds())
        self._stopping = True
        await self._drain(ACKNOWLEDGED_WITHIN)
        late = tuple(self._under_way)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        await self._connections.close()

    async def _drain(self, seconds: float) -> None:
        ends = asyncio.get_running_loop().time() + seconds
        while self._under_way and (left := ends - asyncio.get_running_loop().time()) > 0:
            await asyncio.wait(self._under_way, timeout=left)

    async def _address(self) -> str:
        answer = await self._client.apps_connections_open(app_token=self._app_token)
        return str(answer.get("url"))

    def _hear(self, message: dict[str, Any], way: ClientWebSocketResponse) -> None:
        """Take one message. What is not acknowledged, Slack may deliver again, or elsewhere."""
        if self._stopping:
            return
        envelope = envelope_of(message)
        if envelope is None:
            self._log.warning(log_events.SOCKET_REFUSED, reason="body")
            return
        task = asyncio.create_task(self._serve(envelope, way))
        self._under_way.add(task)
        task.add_done_callback(self._served)

    def _served(self, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is not None:
            self._log.error(log_events.SOCKET_FAILED, error=type(error).__name__, place=place_of(error))

    async def _serve(self, envelope: Envelope, way: ClientWebSocketResponse) -> None:
        ends = asyncio.get_running_loop().time() + ACKNOWLEDGED_WITHIN
        response = await run_async_bolt_app(self._app, _request(envelope))
        if response.status != HTTPStatus.OK:
            self._log.warning(log_events.SOCKET_REFUSED, reason="status", status=response.status)
            return
        try:
            async with asyncio.timeout_at(ends):
                await self._connections.say(_acknowledgement(envelope, response), way)
        except TimeoutError:
            self._log.warning(log_events.SOCKET_ANSWER_LOST)


@asynccontextmanager
async def socket_connected(
    app: AsyncApp, app_token: str, api_url: str, patience: timedelta, presence: Presence | None = None
) -> AsyncIterator[None]:
    """Stay connected while the block runs.

    Raises InstallationError when Slack refuses the token. `patience` as in Socket.close, `presence` as in
    Connections.
    """
    async with ClientSession(proxy=proxy_of_environment()) as session:
        socket = Socket(app, app_token, api_url, session, presence)
        try:
            await socket.open()
            yield
        finally:
            await socket.close(patience)


def _request(envelope: Envelope) -> SocketModeRequest:
    return SocketModeRequest(
        type=envelope.type,
        envelope_id=envelope.envelope_id,
        payload=envelope.payload,
        accepts_response_payload=envelope.accepts_response_payload,
        retry_attempt=envelope.retry_attempt,
        retry_reason=envelope.retry_reason,
    )


def _acknowledgement(envelope: Envelope, response: BoltResponse) -> dict[str, Any]:
    """What Bolt would answer over HTTP, in the form that Socket Mode has for it."""
    named = {"envelope_id": envelope.envelope_id}
    if not response.body or not envelope.accepts_response_payload:
        return named
    is_json = response.first_headers().get("content-type", "").startswith("application/json")
    return named | {"payload": json.loads(response.body) if is_json else {"text": response.body}}
