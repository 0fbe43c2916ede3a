"""Socket Mode over connections that a test makes: what happens when they are gone."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from aiohttp import WSMessage, WSMsgType

from bot.sandbox.deliveries import Delivery
from bot.sandbox.faults import FaultPlan
from bot.sandbox.shapes import JsonObject
from bot.sandbox.sockets import Connection, Sockets, SocketTiming

DELIVERY = Delivery("slash_commands", "/wg", {"command": "/wg"})


@dataclass
class FakeSocket:
    """Acknowledges every envelope; `gone` after its hello if a test wishes."""

    gone: bool = False
    reads: bool = True
    trouble: type[ConnectionError] = ConnectionResetError
    said: list[JsonObject] = field(default_factory=list)
    frames: asyncio.Queue[WSMessage | None] = field(default_factory=asyncio.Queue)

    async def send_json(self, data: JsonObject) -> None:
        if self.gone and data["type"] != "hello":
            raise self.trouble
        if not self.reads and data["type"] != "hello":
            await asyncio.Event().wait()
        self.said.append(data)
        if "envelope_id" in data:
            answer = json.dumps({"envelope_id": data["envelope_id"]})
            self.frames.put_nowait(WSMessage(WSMsgType.TEXT, answer, None))

    def drop(self) -> None:
        self.frames.put_nowait(None)

    async def close(self) -> object:
        self.drop()
        return True

    async def __aiter__(self) -> AsyncIterator[WSMessage]:
        while (frame := await self.frames.get()) is not None:
            yield frame


async def served(sockets: Sockets, *fakes: FakeSocket) -> list[asyncio.Task[None]]:
    tasks = [asyncio.create_task(sockets.serve(Connection(fake, fake.drop))) for fake in fakes]
    await asyncio.sleep(0)
    return tasks


def opened(acknowledge_seconds: float = 3.0) -> Sockets:
    return Sockets("A1", FaultPlan(), lambda: 0.0, SocketTiming(), acknowledge_seconds)


async def test_an_envelope_for_a_connection_that_is_gone_goes_to_another() -> None:
    sockets, gone, there = opened(), FakeSocket(gone=True), FakeSocket()
    tasks = await served(sockets, gone, there)

    answers = [await sockets.deliver(DELIVERY) for _ in range(3)]
    await sockets.close()
    await asyncio.gather(*tasks)

    assert [answer.error for answer in answers] == [None] * 3
    assert [said["type"] for said in gone.said] == ["hello"]
    assert [said["type"] for said in there.said] == ["hello", *["slash_commands"] * 3]


async def test_with_every_connection_gone_the_app_is_not_reached() -> None:
    sockets, gone = opened(), [FakeSocket(gone=True), FakeSocket(gone=True)]
    tasks = await served(sockets, *gone)

    answer = await sockets.deliver(DELIVERY)
    await sockets.disconnect("link_disabled")
    await asyncio.gather(*tasks)

    assert (answer.error, answer.reason) == ("dispatch_failed", "connection_failed")
    assert sockets.connections == 0


async def test_a_connection_lost_while_writing_is_gone_like_any_other() -> None:
    sockets, lost = opened(), FakeSocket(gone=True, trouble=ConnectionError)
    tasks = await served(sockets, lost)

    answer = await sockets.deliver(DELIVERY)
    await sockets.close()
    await asyncio.gather(*tasks)

    assert (answer.error, answer.reason) == ("dispatch_failed", "connection_failed")


async def test_an_app_that_does_not_read_is_as_late_as_one_that_does_not_answer() -> None:
    sockets, slow = opened(0.05), FakeSocket(reads=False)
    tasks = await served(sockets, slow)

    async with asyncio.timeout(2):
        answer = await sockets.deliver(DELIVERY)
        await sockets.disconnect("link_disabled")
        await asyncio.gather(*tasks)

    assert (answer.error, answer.reason) == ("operation_timeout", "http_timeout")
