"""Blocks in attachments are blocks of the message: checked with the others, and their buttons work."""

from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.client import ElementName, InEphemeral, InMessage, People
from bot.sandbox.seed import WorkspaceSeed
from tests.integration.sandbox.fake_app import FakeApp
from tests.integration.sandbox.forms import plain
from tests.integration.sandbox.refusals import refused
from tests.integration.sandbox.seeds import GENERAL, LEAD, workspace_seed

DIVIDER = {"type": "divider"}


@pytest.fixture
def seed() -> WorkspaceSeed:
    return workspace_seed(unsupported_blocks=["data_table"])


def attached(**names: str) -> list[dict[str, Any]]:
    button = {"type": "button", "text": plain("Go"), "value": "R-1", **names}
    return [{"blocks": [DIVIDER]}, {"blocks": [{"type": "actions", "elements": [button]}]}]


async def test_a_button_in_an_attachment_works_and_says_where_it_stands(
    people: People, app: FakeApp, slack: AsyncWebClient
) -> None:
    ts = (await slack.chat_postMessage(channel=GENERAL, text="x", attachments=attached()))["ts"]
    block = (await people.messages(LEAD, GENERAL))[0]["attachments"][1]["blocks"][0]
    element = ElementName(InMessage(GENERAL, ts), block["block_id"], block["elements"][0]["action_id"])

    reply = await people.action(LEAD, element)

    assert (reply.ok, app.payloads[0]["actions"][0]["value"]) == (True, "R-1")
    assert app.payloads[0]["container"] == {
        "type": "message_attachment",
        "message_ts": ts,
        "attachment_id": 2,
        "channel_id": GENERAL,
        "is_ephemeral": False,
        "is_app_unfurl": False,
    }


async def test_so_does_one_that_only_its_reader_sees(
    people: People, app: FakeApp, slack: AsyncWebClient
) -> None:
    attachments = attached(action_id="go")
    attachments[1]["blocks"][0]["block_id"] = "b"
    await slack.chat_postEphemeral(channel=GENERAL, user=LEAD, text="x", attachments=attachments)
    shown = (await people.messages(LEAD, GENERAL))[0]

    reply = await people.action(LEAD, ElementName(InEphemeral(GENERAL, shown["id"]), "b", "go"))

    container = app.payloads[0]["container"]
    assert (reply.ok, container["attachment_id"], container["is_ephemeral"]) == (True, 2, True)


async def test_what_stands_nowhere_in_the_message_is_unknown(people: People, slack: AsyncWebClient) -> None:
    ts = (await slack.chat_postMessage(channel=GENERAL, text="x", attachments=attached()))["ts"]

    reply = await people.action(LEAD, ElementName(InMessage(GENERAL, ts), "b", "go"))

    assert reply.error == "unknown_action"


async def test_a_block_that_the_workspace_does_not_know_is_refused_in_an_attachment_too(
    slack: AsyncWebClient,
) -> None:
    cells = [[{"type": "raw_text", "text": "x"}]] * 2
    table = {"type": "data_table", "caption": "x", "rows": cells}

    answer = await refused(
        slack, "chat.postMessage", channel=GENERAL, text="x", attachments=[{"blocks": [table]}]
    )

    assert answer["error"] == "invalid_blocks"
    assert "/attachments/0/blocks/0" in answer["errors"][0]
