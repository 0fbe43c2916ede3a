"""Socket Mode: connections, envelopes and their acknowledgements, frame by frame."""

import asyncio
from typing import Any

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.client import ElementName, InMessage, People
from bot.sandbox.seed import WorkspaceSeed
from bot.sandbox.server import Sandbox
from bot.sandbox.sockets import MAX_CONNECTIONS, SocketTiming
from bot.sandbox.workspace import Timing
from tests.integration.sandbox.fake_app import FakeApp
from tests.integration.sandbox.forms import modal, plain, text_value
from tests.integration.sandbox.refusals import refused
from tests.integration.sandbox.seeds import (
    APP_TOKEN,
    BOT_TOKEN,
    GENERAL,
    LEAD,
    RETRIES,
    socket_seed,
)
from tests.integration.sandbox.socket_app import SILENT, SocketApp

HASTY = Timing(acknowledge_seconds=0.3, retry_seconds=RETRIES)


@pytest.fixture
def seed() -> WorkspaceSeed:
    return socket_seed()


async def test_a_connection_is_greeted_with_what_slack_says(sockets: SocketApp) -> None:
    first = await sockets.connect()
    second = await sockets.connect()

    assert first.messages[0] == {
        "type": "hello",
        "num_connections": 1,
        "connection_info": {"app_id": "A0LOCAL001"},
        "debug_info": {"host": "local-workspace", "build_number": 1, "approximate_connection_time": 3600},
    }
    assert second.messages[0]["num_connections"] == 2


async def test_an_address_opens_one_connection(sockets: SocketApp, session: aiohttp.ClientSession) -> None:
    address = await sockets.address()
    async with session.ws_connect(address):
        with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
            await session.ws_connect(address)


@pytest.mark.parametrize("timing", [Timing(socket=SocketTiming(ticket=0.0))])
async def test_an_address_does_not_wait(sockets: SocketApp, session: aiohttp.ClientSession) -> None:
    address = await sockets.address()
    await asyncio.sleep(0.01)

    with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
        await session.ws_connect(address)


async def test_only_an_app_level_token_that_may_connect_opens_connections(
    slack: AsyncWebClient, session: aiohttp.ClientSession
) -> None:
    assert (await refused(slack, "apps.connections.open"))["error"] == "not_allowed_token_type"
    slack.token = APP_TOKEN
    assert (await refused(slack, "auth.test"))["error"] == "not_allowed_token_type"

    other = Sandbox(socket_seed(app_scopes=[]))
    await other.start()
    client = AsyncWebClient(token=APP_TOKEN, base_url=other.api_url, session=session, retry_handlers=[])
    answer = await refused(client, "apps.connections.open")
    await other.stop()
    assert (answer["error"], answer["needed"]) == ("missing_scope", "connections:write")


async def test_a_command_goes_over_the_socket_and_its_acknowledgement_shows(
    people: People, sockets: SocketApp, app: FakeApp
) -> None:
    sockets.answer = lambda _: {"response_type": "in_channel", "text": "kept"}
    socket = await sockets.connect()

    reply = await people.command(LEAD, GENERAL, "/wg note @lead-infra <here>")

    envelope = socket.envelopes[0]
    assert (envelope["type"], envelope["accepts_response_payload"]) == ("slash_commands", True)
    assert envelope["payload"]["text"] == f"note <@{LEAD}|lead-infra> &lt;here&gt;"
    assert set(envelope) == {"envelope_id", "type", "accepts_response_payload", "payload"}
    assert (reply.ok, reply.status, reply.body) == (True, 200, sockets.answer({}))
    assert (await people.messages(LEAD, GENERAL))[0]["text"] == "kept"
    assert app.received == []


async def test_without_a_connection_the_app_is_not_reached(people: People) -> None:
    reply = await people.command(LEAD, GENERAL, "/wg x")

    assert (reply.ok, reply.error) == (False, "dispatch_failed")
    assert "dispatch_failed" in reply.detail


@pytest.mark.parametrize("timing", [HASTY])
async def test_silence_is_a_timeout(people: People, sockets: SocketApp) -> None:
    sockets.answer = lambda _: SILENT
    await sockets.connect()

    assert (await people.command(LEAD, GENERAL, "/wg x")).error == "operation_timeout"


@pytest.mark.parametrize("timing", [HASTY])
@pytest.mark.parametrize("noise", ["not json", "[]", '{"envelope_id": "unknown"}', '{"envelope_id": 1}'])
async def test_what_acknowledges_nothing_is_not_heard(people: People, sockets: SocketApp, noise: str) -> None:
    sockets.answer = lambda _: SILENT
    socket = await sockets.connect()
    await socket.connection.send_str(noise)
    silent = await people.command(LEAD, GENERAL, "/wg x")
    sockets.answer = lambda _: None

    assert silent.error == "operation_timeout"
    assert (await people.command(LEAD, GENERAL, "/wg x")).ok


async def test_an_invalid_acknowledgement_is_refused_as_over_http(people: People, sockets: SocketApp) -> None:
    sockets.answer = lambda _: {"blocks": [{"type": "header"}]}
    await sockets.connect()

    reply = await people.command(LEAD, GENERAL, "/wg x")

    assert reply.error == "invalid_command_response"
    assert reply.violations


async def test_submissions_and_suggestions_are_answered_in_the_acknowledgement(
    people: People, sockets: SocketApp, slack: AsyncWebClient
) -> None:
    await sockets.connect()
    menu = {"type": "external_select", "action_id": "item", "placeholder": plain("Which")}
    block = {"type": "actions", "block_id": "b", "elements": [menu]}
    ts = (await slack.chat_postMessage(channel=GENERAL, text="x", blocks=[block]))["ts"]
    option = {"text": plain("One"), "value": "1"}
    await people.command(LEAD, GENERAL, "/wg form")
    trigger = sockets.envelopes[-1]["payload"]["trigger_id"]
    view = (await slack.views_open(trigger_id=trigger, view=modal()))["view"]

    sockets.answer = lambda _: {"response_action": "errors", "errors": {"body": "no"}}
    submission = await people.submit(LEAD, view["id"], text_value("a note"))
    sockets.answer = lambda _: {"options": [option]}
    suggested = await people.suggest(LEAD, ElementName(InMessage(GENERAL, ts), "b", "item"), "one")

    assert submission.errors == {"body": "no"}
    assert suggested["options"] == [option]
    assert [each["payload"]["type"] for each in sockets.envelopes[-2:]] == [
        "view_submission",
        "block_suggestion",
    ]


async def test_a_payload_where_none_is_accepted_changes_nothing(people: People, sockets: SocketApp) -> None:
    sockets.answer = lambda _: {"text": "unwanted"}
    await sockets.connect()

    reply = await people.shortcut(LEAD, "new_record")
    await people.message(LEAD, GENERAL, "hello")
    await people.idle()

    assert reply.ok
    assert [each["accepts_response_payload"] for each in sockets.envelopes] == [False, False]
    assert [m["text"] for m in await people.messages(LEAD, GENERAL)] == ["hello"]


@pytest.mark.parametrize("timing", [HASTY])
async def test_events_come_again_on_any_connection_until_they_are_acknowledged(
    people: People, sockets: SocketApp
) -> None:
    sockets.answer = lambda envelope: None if envelope["retry_attempt"] == 2 else SILENT
    first, second = await sockets.connect(), await sockets.connect()

    await people.message(LEAD, GENERAL, "hello")
    await sockets.arrivals(3)
    await asyncio.sleep(0.2)

    came = sorted(sockets.envelopes, key=lambda envelope: envelope["retry_attempt"])
    assert [(each["retry_attempt"], each["retry_reason"]) for each in came] == [
        (0, ""),
        (1, "timeout"),
        (2, "timeout"),
    ]
    assert len({each["envelope_id"] for each in came}) == 3
    assert len({each["payload"]["event_id"] for each in came}) == 1
    assert first.envelopes
    assert second.envelopes


async def test_an_eleventh_connection_is_sent_away(sockets: SocketApp) -> None:
    for _ in range(MAX_CONNECTIONS):
        await sockets.connect()

    eleventh = await sockets.connect()
    await eleventh.ended()

    assert eleventh.reasons == ["too_many_websockets"]
    assert sockets.sockets[-2].messages[0]["num_connections"] == MAX_CONNECTIONS


async def test_payloads_are_spread_over_the_connections(people: People, sockets: SocketApp) -> None:
    several = [await sockets.connect() for _ in range(3)]
    for _ in range(6):
        await people.command(LEAD, GENERAL, "/wg x")
    await several[0].close()
    await people.command(LEAD, GENERAL, "/wg x")

    assert [bool(socket.envelopes) for socket in several] == [True, True, True]
    assert len(sockets.envelopes) == 7


@pytest.mark.parametrize("timing", [Timing(socket=SocketTiming(ping=0.1))])
async def test_both_sides_ping(sockets: SocketApp, session: aiohttp.ClientSession) -> None:
    async with session.ws_connect(await sockets.address(), autoping=False) as connection:
        await connection.receive_json()
        await connection.ping(b"sdk-ping-pong:1.5")
        frames: list[tuple[aiohttp.WSMsgType, Any]] = []
        while len({kind for kind, _ in frames}) < 2:
            frame = await connection.receive(timeout=5)
            frames.append((frame.type, bytes(frame.data)))
            if frame.type is aiohttp.WSMsgType.PING:  # a side that answers none is given up
                await connection.pong(frame.data)

    assert (aiohttp.WSMsgType.PONG, b"sdk-ping-pong:1.5") in frames
    assert aiohttp.WSMsgType.PING in {kind for kind, _ in frames}


def test_socket_mode_needs_a_token() -> None:
    with pytest.raises(ValueError, match="app_token"):
        socket_seed(app_token=None)


async def test_the_bot_token_is_not_in_any_envelope(people: People, sockets: SocketApp) -> None:
    await sockets.connect()
    await people.command(LEAD, GENERAL, "/wg x")

    assert BOT_TOKEN not in str(sockets.envelopes)
