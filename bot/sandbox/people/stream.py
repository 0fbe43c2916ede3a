"""`GET /people/stream`: what happens, over a WebSocket.

A browser has six connections to an address for requests, and a stream that is a request holds one: with six
pages open, none of them got an answer to anything. WebSockets are counted apart.
"""

import asyncio

from aiohttp import web

from bot.sandbox.decoding import decode_count
from bot.sandbox.errors import PeopleError
from bot.sandbox.people.access import actor
from bot.sandbox.stream import Subscription
from bot.sandbox.workspace import Workspace

CLOSING_SECONDS = 1.0
"""A stream that ends does not wait long for the reader to agree."""
HEARTBEAT_SECONDS = 30.0
"""How often a reader is asked whether it is still there: one that is gone without a word leaves."""


class StreamRoute:
    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Each event is a text of JSON with its number `n`; `after` is the number of the last one seen."""
        try:
            person = actor(self._workspace, request.query.get("as", ""))
        except PeopleError as failure:
            return web.json_response(failure.answer(), status=failure.status)
        socket = web.WebSocketResponse(timeout=CLOSING_SECONDS, heartbeat=HEARTBEAT_SECONDS)
        # Subscribed before the upgrade is answered, so that a reader who has the answer misses nothing.
        with self._workspace.stream.subscribe(person.id, _last_seen(request)) as subscription:
            await socket.prepare(request)
            if request.transport is not None:
                subscription.abort = request.transport.abort
            telling = asyncio.create_task(_tell(socket, subscription))
            async for _ in socket:
                pass  # A reader has nothing to say; this hears that it left.
            subscription.queue.put_nowait(None)
            await telling
        return socket


async def _tell(socket: web.WebSocketResponse, subscription: Subscription) -> None:
    """Tell until the end of the stream, or of the connection."""
    try:
        while (event := await subscription.queue.get()) is not None:
            await socket.send_json({**event.body, "n": event.number})
        await socket.close()
    except ConnectionError:
        return  # The reader left; there is nobody to tell.


def _last_seen(request: web.Request) -> int | None:
    try:
        return decode_count(request.query.get("after", ""))
    except ValueError:
        return None
