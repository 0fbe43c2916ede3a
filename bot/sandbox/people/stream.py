"""`GET /people/stream`: what happens, as server-sent events."""

import json

from aiohttp import web

from bot.sandbox.errors import PeopleError
from bot.sandbox.people.access import actor
from bot.sandbox.workspace import Workspace

RETRY_MS = 1000
"""How soon a browser asks again after a dropped connection."""


class StreamRoute:
    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    async def handle(self, request: web.Request) -> web.StreamResponse:
        try:
            person = actor(self._workspace, request.query.get("as", ""))
        except PeopleError as failure:
            return web.json_response(failure.answer(), status=failure.status)
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        # Subscribed before the headers go out, so that nothing is missed by a reader that has got them.
        with self._workspace.stream.subscribe(person.id, _last_seen(request)) as subscription:
            try:
                await response.prepare(request)
                await response.write(f": connected\nretry: {RETRY_MS}\n\n".encode())
                while (event := await subscription.queue.get()) is not None:
                    await response.write(f"id: {event.number}\ndata: {json.dumps(event.body)}\n\n".encode())
            except ConnectionResetError:
                # The reader left; there is nobody to tell.
                return response
        return response


def _last_seen(request: web.Request) -> int | None:
    sent = request.headers.get("Last-Event-ID") or request.query.get("after", "")
    return int(sent) if sent.isdecimal() else None
