"""A Bolt app with slack_sdk's own Socket Mode client takes what the workspace sends for Slack's."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.client import ElementName, InMessage, People
from bot.sandbox.faults import Fault
from bot.sandbox.seed import WorkspaceSeed
from bot.sandbox.server import Sandbox
from bot.sandbox.workspace import Timing
from tests.integration.sandbox.forms import modal, plain, text_value
from tests.integration.sandbox.seeds import (
    APP_TOKEN,
    BOT_TOKEN,
    GENERAL,
    LEAD,
    socket_seed,
)

MENU = {
    "type": "actions",
    "block_id": "next",
    "elements": [
        {"type": "button", "action_id": "share", "value": "N-1", "text": plain("Share")},
        {"type": "external_select", "action_id": "item", "placeholder": plain("Which")},
    ],
}
OPTIONS = [{"text": plain("One"), "value": "1"}]


def listeners(bolt: AsyncApp, heard: list[str]) -> None:
    @bolt.command("/wg")
    async def command(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        if body["text"] == "form":
            await client.views_open(trigger_id=body["trigger_id"], view=modal())
        await ack({"response_type": "in_channel", "text": f"did {body['text']}", "blocks": [MENU]})

    @bolt.action("share")
    async def share(ack: AsyncAck) -> None:
        heard.append("share")
        await ack()

    @bolt.options("item")
    async def options(ack: AsyncAck) -> None:
        await ack(options=OPTIONS)

    @bolt.view("note")
    async def submitted(ack: AsyncAck) -> None:
        await ack(response_action="errors", errors={"body": "not yet"})

    @bolt.event("message")
    async def message(event: dict[str, Any]) -> None:
        heard.append(event["text"])


@pytest.fixture
def seed() -> WorkspaceSeed:
    return socket_seed()


@pytest.fixture
def timing() -> Timing:
    return Timing(retry_seconds=(0.5, 0.5))


@pytest.fixture
def heard() -> list[str]:
    return []


@pytest.fixture
async def handler(slack: AsyncWebClient, heard: list[str]) -> AsyncIterator[AsyncSocketModeHandler]:
    bolt = AsyncApp(token=BOT_TOKEN, client=slack, process_before_response=True)
    listeners(bolt, heard)
    handler = AsyncSocketModeHandler(bolt, APP_TOKEN, ping_interval=0.2)
    await handler.connect_async()  # type: ignore[no-untyped-call] # Bolt's
    yield handler
    client = handler.client
    ending = [client.message_processor, client.current_session_monitor, client.message_receiver]
    await handler.close_async()  # type: ignore[no-untyped-call] # Bolt's
    await asyncio.gather(*(task for task in ending if task is not None), return_exceptions=True)


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not holds():  # noqa: ASYNC110  # slack_sdk's client has nothing to wait for
            await asyncio.sleep(0.02)


@pytest.mark.usefixtures("handler")
async def test_commands_views_clicks_and_options_are_answered_over_the_socket(
    people: People, heard: list[str]
) -> None:
    reply = await people.command(LEAD, GENERAL, "/wg form")
    view = (await people.views(LEAD))[0]
    submission = await people.submit(LEAD, view["id"], text_value("a note"))
    shown = (await people.messages(LEAD, GENERAL))[0]
    click = await people.action(LEAD, ElementName(InMessage(GENERAL, shown["ts"]), "next", "share"))
    menu = ElementName(InMessage(GENERAL, shown["ts"]), "next", "item")
    suggested = await people.suggest(LEAD, menu, "one")

    assert (reply.ok, click.ok) == (True, True)
    assert shown["text"] == "did form"
    assert submission.errors == {"body": "not yet"}
    assert suggested["options"] == OPTIONS
    assert heard == ["share"]


@pytest.mark.usefixtures("handler")
async def test_events_are_acknowledged_over_the_socket(people: People, heard: list[str]) -> None:
    await people.message(LEAD, GENERAL, "hello")
    await people.idle()
    await asyncio.sleep(0.6)

    assert heard == ["hello"]


async def test_the_client_opens_another_connection_when_asked(
    sandbox: Sandbox, people: People, handler: AsyncSocketModeHandler
) -> None:
    sockets = sandbox.workspace.sockets
    await people.command(LEAD, GENERAL, "/wg one")
    before = handler.client.current_session
    await people.disconnect("refresh_requested")
    await until(lambda: handler.client.current_session is not before and sockets.connections == 1)

    reply = await people.command(LEAD, GENERAL, "/wg two")

    assert reply.ok
    assert [m["text"] for m in await people.messages(LEAD, GENERAL)] == ["did one", "did two"]


async def test_the_client_comes_back_after_a_dropped_connection_and_gets_the_event_again(
    sandbox: Sandbox, people: People, handler: AsyncSocketModeHandler, heard: list[str]
) -> None:
    before = handler.client.current_session
    await people.fault(Fault("events_api", "drop_before"))
    await people.message(LEAD, GENERAL, "hello")
    await until(lambda: bool(heard))

    assert heard == ["hello"]
    assert handler.client.current_session is not before
    assert sandbox.workspace.sockets.connections == 1
