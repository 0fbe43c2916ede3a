"""What the app sent is kept: what Slack would take for checks of whole suites, the rest with its reasons."""

from typing import Any

import aiohttp
import pytest
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.client import ElementName, InMessage, People
from bot.sandbox.server import Sandbox
from tests.integration.sandbox.fake_app import FakeApp
from tests.integration.sandbox.forms import modal, plain, text_value
from tests.integration.sandbox.refusals import refused
from tests.integration.sandbox.seeds import GENERAL, LEAD

DIVIDER: dict[str, Any] = {"type": "divider"}
HEADER: dict[str, Any] = {"type": "header"}
HOME = {"type": "home", "blocks": [DIVIDER]}


async def test_every_accepted_payload_is_kept_as_it_was_sent(
    sandbox: Sandbox, people: People, slack: AsyncWebClient, session: aiohttp.ClientSession, app: FakeApp
) -> None:
    message = {"text": "one", "blocks": [DIVIDER]}
    ts = (await slack.api_call("chat.postMessage", json={"channel": GENERAL} | message))["ts"]
    await slack.chat_postEphemeral(channel=GENERAL, user=LEAD, text="two")
    await slack.chat_update(channel=GENERAL, ts=ts, text="three")
    await slack.views_publish(user_id=LEAD, view=HOME)
    app.says({"text": "four"})
    await people.command(LEAD, GENERAL, "/wg x")
    async with session.post(app.commands[0]["response_url"], json={"text": "five"}) as response:
        assert response.status == 200

    kept = sandbox.workspace.payloads.accepted
    assert [(each.kind, each.via) for each in kept] == [
        ("message", "chat.postMessage"),
        ("ephemeral", "chat.postEphemeral"),
        ("update", "chat.update"),
        ("view", "views.publish"),
        ("acknowledgement", "/wg"),
        ("response", "response_url"),
    ]
    assert (kept[0].payload, kept[3].payload) == (message, HOME)
    assert await people.payloads() == [each.as_json() for each in kept]
    assert await people.rejections() == []


async def test_answers_to_forms_and_menus_are_kept(
    sandbox: Sandbox, people: People, slack: AsyncWebClient, app: FakeApp, opened: dict[str, Any]
) -> None:
    errors = {"response_action": "errors", "errors": {"body": "no"}}
    options = {"options": [{"text": plain("One"), "value": "1"}]}
    menu = {"type": "external_select", "action_id": "item", "placeholder": plain("Which")}
    block = {"type": "actions", "block_id": "b", "elements": [menu]}
    ts = (await slack.chat_postMessage(channel=GENERAL, text="x", blocks=[block]))["ts"]
    app.says(errors)
    await people.submit(LEAD, opened["id"], text_value("a note"))
    app.says(options)
    await people.suggest(LEAD, ElementName(InMessage(GENERAL, ts), "b", "item"), "one")

    kept = {each.kind: each for each in sandbox.workspace.payloads.accepted}
    assert (kept["view"].via, kept["view"].payload) == ("views.open", modal())
    assert (kept["submission_response"].payload, kept["suggestions"].payload) == (errors, options)


async def test_what_was_refused_is_kept_with_its_violations(
    people: People, slack: AsyncWebClient, session: aiohttp.ClientSession, app: FakeApp
) -> None:
    wrong = {"text": "x", "blocks": [HEADER]}
    await refused(slack, "chat.postMessage", channel=GENERAL, **wrong)
    await refused(slack, "chat.postMessage", channel="C0NOTHING", text="x")
    app.says(wrong)
    await people.command(LEAD, GENERAL, "/wg x")
    async with session.post(app.commands[0]["response_url"], json=wrong) as response:
        assert response.status == 400

    rejections = await people.rejections()
    assert [(each["via"], each["error"]) for each in rejections] == [
        ("chat.postMessage", "invalid_blocks"),
        ("chat.postMessage", "channel_not_found"),
        ("/wg", "invalid_command_response"),
        ("response_url", "invalid_blocks"),
    ]
    assert [[v["path"] for v in each["violations"]] for each in rejections] == [
        ["/blocks/0"],
        [],
        ["/blocks/0"],
        ["/blocks/0"],
    ]
    assert rejections[2]["payload"] == wrong


@pytest.mark.parametrize("answer", ["not json", {"response_action": "dance"}])
async def test_refused_answers_to_forms_and_menus_are_kept(
    people: People, slack: AsyncWebClient, app: FakeApp, opened: dict[str, Any], answer: object
) -> None:
    menu = {"type": "external_select", "action_id": "item", "placeholder": plain("Which")}
    block = {"type": "actions", "block_id": "b", "elements": [menu]}
    ts = (await slack.chat_postMessage(channel=GENERAL, text="x", blocks=[block]))["ts"]
    app.says(answer)

    await people.submit(LEAD, opened["id"], text_value("a note"))
    with pytest.raises(Exception, match="invalid_suggestions"):
        await people.suggest(LEAD, ElementName(InMessage(GENERAL, ts), "b", "item"), "one")

    assert [(each["via"], each["error"], each["payload"]) for each in await people.rejections()] == [
        ("view_submission", "invalid_submission_response", answer),
        ("block_suggestion", "invalid_suggestions", answer),
    ]


async def test_an_app_that_does_not_answer_sent_nothing_to_keep(people: People, app: FakeApp) -> None:
    app.fails(500)

    await people.command(LEAD, GENERAL, "/wg x")

    assert (await people.payloads(), await people.rejections()) == ([], [])


async def test_the_models_of_the_sdk_can_check_what_is_kept(sandbox: Sandbox, slack: AsyncWebClient) -> None:
    await slack.chat_postMessage(channel=GENERAL, text="x", blocks=[DIVIDER])
    await slack.views_publish(user_id=LEAD, view=HOME)

    message, home = sandbox.workspace.payloads.accepted
    for block in Block.parse_all(message.payload["blocks"]):
        block.validate_json()
    View(**home.payload).validate_json()
    assert isinstance(home.payload, dict)
