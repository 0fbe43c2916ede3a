"""An app made with Bolt takes what the workspace sends for Slack's."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.client import ElementName, InMessage, People
from bot.sandbox.server import Sandbox
from tests.integration.sandbox.forms import modal, plain, text_value
from tests.integration.sandbox.seeds import BOT_TOKEN, GENERAL, LEAD, SECRET

SHARE = {
    "type": "actions",
    "block_id": "next",
    "elements": [{"type": "button", "action_id": "share", "value": "N-1", "text": plain("Share")}],
}


def listeners(bolt: AsyncApp, heard: list[str]) -> None:
    @bolt.command("/wg")
    async def command(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await client.views_open(trigger_id=body["trigger_id"], view=modal())
        await ack({"response_type": "in_channel", "text": f"opened {body['text']}", "blocks": [SHARE]})

    @bolt.action("share")
    async def share(ack: AsyncAck, respond: AsyncRespond) -> None:
        await respond(text="shared", replace_original=True)
        await ack()

    @bolt.view("note")
    async def submitted(ack: AsyncAck, view: dict[str, Any]) -> None:
        heard.append(view["state"]["values"]["body"]["text"]["value"])
        await ack()

    @bolt.shortcut("new_record")
    async def shortcut(ack: AsyncAck, shortcut: dict[str, Any]) -> None:
        heard.append(shortcut["type"])
        await ack()

    @bolt.event("app_mention")
    async def mentioned(event: dict[str, Any]) -> None:
        heard.append(event["text"])

    @bolt.event("message")
    async def message(event: dict[str, Any]) -> None:
        heard.append(event["channel_type"])


@pytest.fixture
def heard() -> list[str]:
    return []


@pytest.fixture
async def bolt_app(sandbox: Sandbox, slack: AsyncWebClient, heard: list[str]) -> AsyncIterator[None]:
    bolt = AsyncApp(token=BOT_TOKEN, signing_secret=SECRET, client=slack, process_before_response=True)
    listeners(bolt, heard)
    runner = web.AppRunner(bolt.web_app(), access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    sandbox.set_request_url(f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events")
    yield
    await runner.cleanup()


@pytest.mark.usefixtures("bolt_app")
async def test_a_record_is_made_through_command_modal_and_button(people: People, heard: list[str]) -> None:
    reply = await people.command(LEAD, GENERAL, "/wg note")
    view = (await people.views(LEAD))[0]
    submission = await people.submit(LEAD, view["id"], text_value("a note"))
    shown = (await people.messages(LEAD, GENERAL))[0]
    click = await people.action(LEAD, ElementName(InMessage(GENERAL, shown["ts"]), "next", "share"))

    assert (reply.ok, submission.ok, click.ok) == (True, True, True)
    assert shown["text"] == "opened note"
    assert heard == ["a note"]
    assert [m["text"] for m in await people.messages(LEAD, GENERAL)] == ["shared"]


@pytest.mark.usefixtures("bolt_app")
async def test_mentions_messages_and_shortcuts_reach_their_listeners(
    people: People, heard: list[str]
) -> None:
    await people.message(LEAD, GENERAL, "@scribe help")
    await people.idle()
    await people.shortcut(LEAD, "new_record")

    assert sorted(heard) == ["<@U0BOT00001> help", "channel", "shortcut"]
