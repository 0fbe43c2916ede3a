"""A line between browser and workspace that can be cut."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

HOST = "127.0.0.1"
CHUNK = 65_536


class Line:
    """Passes everything on to a port of this machine, from a port of its own, under the name of the other.

    The workspace serves those alone who come by its own address. Browsers send the head of a request at once.
    """

    def __init__(self, port: int) -> None:
        self._there = port
        self._here = 0
        self._server: asyncio.Server | None = None
        self._flowing = asyncio.Event()
        self._flowing.set()
        self._writers: set[asyncio.StreamWriter] = set()

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self._here}"

    async def mend(self) -> None:
        """Listen, at the same port as before."""
        self._server = await asyncio.start_server(self._connected, HOST, self._here)
        self._here = self._server.sockets[0].getsockname()[1]

    def halt(self) -> None:
        """Keep every connection, and pass nothing on."""
        self._flowing.clear()

    def flow(self) -> None:
        """Pass on what came meanwhile, and what comes."""
        self._flowing.set()

    async def cut(self) -> None:
        """End every connection and take no other."""
        self.flow()
        if self._server is not None:
            self._server.close()
        for writer in tuple(self._writers):
            writer.transport.abort()
        self._server = None

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        onward, back = await asyncio.open_connection(HOST, self._there)
        ends = {writer, back}
        self._writers |= ends
        try:
            await asyncio.gather(
                _pass(reader, back, self._renamed, self._flowing), _pass(onward, writer, bytes, self._flowing)
            )
        finally:
            self._writers -= ends
            for each in ends:
                each.close()

    def _renamed(self, data: bytes) -> bytes:
        here, there = (f"{HOST}:{port}".encode() for port in (self._here, self._there))
        return data.replace(here, there)


async def _pass(
    reader: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
    change: Callable[[bytes], bytes],
    flowing: asyncio.Event,
) -> None:
    try:
        while data := await reader.read(CHUNK):
            await flowing.wait()
            writer.write(change(data))
            await writer.drain()
        writer.write_eof()
    except (ConnectionError, OSError, RuntimeError):
        # The line was cut, or the other end is gone: both directions end.
        writer.transport.abort()
