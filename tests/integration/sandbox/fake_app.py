"""An app over real HTTP that keeps what it is sent and answers as a test tells it."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

Answer = Callable[["Received"], Awaitable[web.Response]]


@dataclass(frozen=True)
class Received:
    headers: dict[str, str]
    raw: bytes
    fields: dict[str, str] = field(default_factory=dict)
    payload: dict[str, Any] = field(default_factory=dict)
    event: dict[str, Any] = field(default_factory=dict)


async def _accept(_received: Received) -> web.Response:
    return web.Response()


class FakeApp:
    def __init__(self) -> None:
        self.answer: Answer = _accept
        self.received: list[Received] = []
        self.url = ""
        self._runner: web.AppRunner | None = None
        self._arrived = asyncio.Condition()

    @property
    def commands(self) -> list[dict[str, str]]:
        return [each.fields for each in self.received if each.fields]

    @property
    def payloads(self) -> list[dict[str, Any]]:
        return [each.payload for each in self.received if each.payload]

    @property
    def events(self) -> list[dict[str, Any]]:
        return [each.event["event"] for each in self.received if "event" in each.event]

    def says(self, body: object) -> None:
        """Acknowledge everything with this body: text, or an object as JSON."""

        async def answer(_received: Received) -> web.Response:
            return web.Response(text=body) if isinstance(body, str) else web.json_response(body)

        self.answer = answer

    def says_json(self, text: str) -> None:
        """Acknowledge everything with this text, called JSON."""

        async def answer(_received: Received) -> web.Response:
            return web.Response(text=text, content_type="application/json")

        self.answer = answer

    def fails(self, status: int) -> None:
        async def answer(_received: Received) -> web.Response:
            return web.Response(status=status)

        self.answer = answer

    async def start(self, port: int = 0) -> None:
        application = web.Application()
        application.router.add_post("/slack/events", self._handle)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", port).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/slack/events"

    async def stop(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def arrivals(self, count: int) -> None:
        """Until so many requests have arrived."""
        async with asyncio.timeout(5), self._arrived:
            await self._arrived.wait_for(lambda: len(self.received) >= count)

    async def _handle(self, request: web.Request) -> web.Response:
        raw = await request.read()
        received = _decoded(dict(request.headers), raw, request.content_type)
        self.received.append(received)
        async with self._arrived:
            self._arrived.notify_all()
        return await self.answer(received)


def _decoded(headers: dict[str, str], raw: bytes, content_type: str) -> Received:
    if content_type == "application/json":
        return Received(headers, raw, event=json.loads(raw))
    fields = dict(parse_qsl(raw.decode(), keep_blank_values=True))
    if "payload" in fields:
        return Received(headers, raw, payload=json.loads(fields["payload"]))
    return Received(headers, raw, fields=fields)
