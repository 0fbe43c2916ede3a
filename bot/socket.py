"""Socket Mode: the same application over a WebSocket that the bot opens (docs.slack.dev, Socket Mode)."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from time import time

import structlog
from slack_bolt.adapter.socket_mode.async_internals import run_async_bolt_app, send_async_response
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient

from bot import log_events

PING_SECONDS = 5.0
"""Between pings; a socket that stays silent for four of them is replaced by slack_sdk."""


class Socket:
    """Hands envelopes to Bolt and its answers back, and knows how many are under way."""

    def __init__(self, app: AsyncApp) -> None:
        self._app = app
        self._under_way: set[asyncio.Task[None]] = set()
        self._stopping = False
        self._log = structlog.get_logger()

    async def handle(self, client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        """Answer one envelope. Once stopping, new ones are left to Slack, which delivers them elsewhere."""
        if self._stopping:
            return
        task = asyncio.current_task()
        if task is not None:
            self._under_way.add(task)
        try:
            response = await run_async_bolt_app(self._app, request)
            await send_async_response(client, request, response, time())
        except (ConnectionError, RuntimeError) as error:
            self._log.warning(log_events.SOCKET_LOST, error=type(error).__name__)
        finally:
            if task is not None:
                self._under_way.discard(task)

    async def drain(self, patience: timedelta) -> None:
        """Take nothing more; return when what is under way is answered, or when patience ends."""
        self._stopping = True
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=patience.total_seconds())


@asynccontextmanager
async def socket_connected(
    app: AsyncApp, app_token: str, api_url: str, patience: timedelta
) -> AsyncIterator[None]:
    """Stay connected while the block runs; slack_sdk replaces sockets that are lost or refreshed."""
    client = SocketModeClient(
        app_token=app_token,
        logger=_quiet_logger(),
        web_client=AsyncWebClient(base_url=api_url, retry_handlers=[]),
        ping_interval=PING_SECONDS,
    )
    socket = Socket(app)
    client.socket_mode_request_listeners.append(socket.handle)
    try:
        await client.connect()  # type: ignore[no-untyped-call]  # slack_sdk leaves it untyped
        structlog.get_logger().info(log_events.SOCKET_CONNECTED)
        yield
    finally:
        await socket.drain(patience)
        await client.close()  # type: ignore[no-untyped-call]  # the same


def _quiet_logger() -> logging.Logger:
    """slack_sdk's lines hold payloads below this level."""
    logger = logging.getLogger("rapporteur.socket")
    logger.setLevel(logging.ERROR)
    return logger
