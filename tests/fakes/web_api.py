"""A Web API on 127.0.0.1 that answers exactly what a test planned, bytes and all."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

DATE = "Mon, 23 Nov 2026 15:00:10 GMT"
"""When an answer sets out that is not planned to say otherwise."""


@dataclass(frozen=True, slots=True)
class Raw:
    """An HTTP answer to the letter; `drop` closes the connection instead."""

    body: bytes = b""
    status: int = 200
    content_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)
    drop: bool = False


def ok(**facts: object) -> Raw:
    return Raw(json.dumps({"ok": True, **facts}).encode())


def refused(code: str, status: int = 200, **headers: str) -> Raw:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Raw(json.dumps({"ok": False, "error": code}).encode(), status, headers=named)


class PlannedWebApi:
    """Serves the planned answers in order, whatever the method, and keeps what was asked."""

    def __init__(self) -> None:
        self.answers: deque[Raw] = deque()
        self.asked: list[tuple[str, dict[str, Any]]] = []
        application = web.Application()
        application.router.add_route("*", "/api/{method}", self._answer)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
        self.url = ""

    async def start(self) -> None:
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/api/"

    async def stop(self) -> None:
        await self._runner.cleanup()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        asked = dict(request.query)
        if request.content_type == "application/json" and request.can_read_body:
            asked |= await request.json()
        self.asked.append((request.match_info["method"], asked))
        planned = self.answers.popleft()
        if planned.drop:
            if request.transport is not None:
                request.transport.abort()
            return web.Response()
        return web.Response(
            body=planned.body,
            status=planned.status,
            headers={"Date": DATE, **planned.headers, "Content-Type": planned.content_type},
        )
