"""`/socket/TICKET`: where the app's Socket Mode connections arrive."""

from aiohttp import web

from bot.sandbox.sockets import Connection, Sockets

# A connection that is closed does not wait long for the other side to agree.
CLOSING_SECONDS = 1.0


class SocketRoute:
    def __init__(self, sockets: Sockets) -> None:
        self._sockets = sockets

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """403 for a ticket that was used, is too old or never was."""
        if not self._sockets.admits(request.match_info["ticket"]):
            return web.json_response({"ok": False, "error": "invalid_ticket"}, status=403)
        socket = web.WebSocketResponse(timeout=CLOSING_SECONDS, heartbeat=self._sockets.timing.ping)
        await socket.prepare(request)

        def drop() -> None:
            if request.transport is not None:
                request.transport.close()

        await self._sockets.serve(Connection(socket, drop))
        return socket
