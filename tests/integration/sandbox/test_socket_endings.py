"""Socket Mode: connections end, announced, and Socket Mode itself may."""

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.client import People
from bot.sandbox.seed import WorkspaceSeed
from bot.sandbox.sockets import SocketTiming
from bot.sandbox.workspace import Timing
from tests.integration.sandbox.fake_app import FakeApp
from tests.integration.sandbox.seeds import (
    APP_TOKEN,
    GENERAL,
    LEAD,
    RETRIES,
    socket_seed,
)
from tests.integration.sandbox.socket_app import BRIEF, SocketApp


@pytest.fixture
def seed() -> WorkspaceSeed:
    return socket_seed()


@pytest.fixture
def timing() -> Timing:
    return Timing(retry_seconds=RETRIES, socket=SocketTiming(warning=0.1))


async def test_a_warning_comes_before_the_refresh_and_the_refresh_before_the_end(
    people: People, sockets: SocketApp
) -> None:
    socket = await sockets.connect()

    await people.disconnect("warning")
    warned = await people.command(LEAD, GENERAL, "/wg x")
    await socket.ended()

    assert warned.ok
    assert socket.reasons == ["warning", "refresh_requested"]


async def test_a_connection_about_to_end_gets_nothing_more(people: People, sockets: SocketApp) -> None:
    old = await sockets.connect()
    await people.disconnect("refresh_requested")
    unreached = await people.command(LEAD, GENERAL, "/wg x")
    new = await sockets.connect()
    reached = await people.command(LEAD, GENERAL, "/wg x")
    await old.ended()

    assert (unreached.error, reached.ok) == ("dispatch_failed", True)
    assert (len(old.envelopes), len(new.envelopes)) == (0, 1)


async def test_with_socket_mode_turned_off_the_request_url_is_used_again(
    people: People, sockets: SocketApp, app: FakeApp, slack: AsyncWebClient
) -> None:
    socket = await sockets.connect()
    await people.disconnect("link_disabled")
    await socket.ended()
    opened = await slack.apps_connections_open(app_token=APP_TOKEN)
    idle = await sockets.connect()
    over_http = await people.command(LEAD, GENERAL, "/wg x")
    await people.socket_mode(enabled=True)
    over_socket = await people.command(LEAD, GENERAL, "/wg y")
    await people.socket_mode(enabled=False)

    assert socket.reasons == ["link_disabled"]
    assert opened["response_metadata"]["messages"] == ["[WARN] Socket Mode is not turned on."]
    assert (over_http.ok, [each["text"] for each in app.commands]) == (True, ["x"])
    assert (over_socket.ok, [each["payload"]["text"] for each in idle.envelopes]) == (True, ["y"])


@pytest.mark.parametrize("timing", [Timing(socket=BRIEF)])
async def test_connections_are_recycled_after_their_time(sockets: SocketApp) -> None:
    socket = await sockets.connect()
    await socket.ended()

    assert socket.reasons == ["warning", "refresh_requested"]
