"""Planned faults of Socket Mode: connections that break around an envelope, envelopes that come twice."""

import pytest

from bot.sandbox.client import People, RefusedError
from bot.sandbox.faults import Fault
from bot.sandbox.seed import WorkspaceSeed
from bot.sandbox.workspace import Timing
from tests.integration.sandbox.seeds import GENERAL, LEAD, socket_seed
from tests.integration.sandbox.socket_app import SocketApp


@pytest.fixture
def seed() -> WorkspaceSeed:
    return socket_seed()


@pytest.fixture
def timing() -> Timing:
    return Timing(acknowledge_seconds=0.5, retry_seconds=(0.2,))


async def test_a_connection_dropped_before_loses_the_envelope(people: People, sockets: SocketApp) -> None:
    dropped = await sockets.connect()
    await people.fault(Fault("socket_mode", "drop_before"))

    reply = await people.command(LEAD, GENERAL, "/wg x")
    await dropped.ended()
    other = await sockets.connect()
    again = await people.command(LEAD, GENERAL, "/wg x")

    assert (reply.error, again.ok) == ("dispatch_failed", True)
    assert (len(dropped.envelopes), len(other.envelopes)) == (0, 1)
    assert dropped.reasons == []


async def test_a_connection_dropped_after_loses_the_acknowledgement(
    people: People, sockets: SocketApp
) -> None:
    dropped = await sockets.connect()
    await people.fault(Fault("slash_commands", "drop_after"))

    reply = await people.command(LEAD, GENERAL, "/wg x")
    await dropped.ended()

    assert reply.error == "operation_timeout"
    assert len(dropped.envelopes) == 1


async def test_an_event_whose_connection_dropped_comes_again_on_another(
    people: People, sockets: SocketApp
) -> None:
    await sockets.connect()
    await sockets.connect()
    await people.fault(Fault("events_api", "drop_before"))

    await people.message(LEAD, GENERAL, "hello")
    await sockets.arrivals(1)

    assert [(e["retry_attempt"], e["retry_reason"]) for e in sockets.envelopes] == [(1, "connection_failed")]


async def test_an_envelope_may_come_twice_and_counts_once(people: People, sockets: SocketApp) -> None:
    sockets.answer = lambda _: {"text": "kept"}
    socket = await sockets.connect()
    await people.fault(Fault("slash_commands", "twice"))

    reply = await people.command(LEAD, GENERAL, "/wg x")
    await socket.until(lambda socket: len(socket.envelopes) == 2)

    assert reply.ok
    assert len({each["envelope_id"] for each in socket.envelopes}) == 1
    assert [m["text"] for m in await people.messages(LEAD, GENERAL)] == ["kept"]


async def test_an_envelope_may_be_late(people: People, sockets: SocketApp) -> None:
    await sockets.connect()
    await people.fault(Fault("interactive", "delay", seconds=0.1))

    reply = await people.shortcut(LEAD, "new_record")

    assert reply.ok
    assert reply.elapsed_ms >= 100


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault("socket_mode", "not_json"), "invalid_request"),
        (Fault("chat.postMessage", "twice"), "invalid_request"),
        (Fault("chat.postMesage", "delay"), "unknown_method"),
    ],
)
async def test_a_fault_that_cannot_happen_is_refused(people: People, fault: Fault, error: str) -> None:
    with pytest.raises(RefusedError, match=error):
        await people.fault(fault)
