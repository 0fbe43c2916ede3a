"""Modals and the Home: opened by triggers, filled in by people, answered by the app."""

import asyncio
from collections.abc import Awaitable
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.client import ElementName, InView, People, RefusedError
from tests.integration.sandbox.fake_app import FakeApp, Received
from tests.integration.sandbox.forms import modal, plain, text_value
from tests.integration.sandbox.seeds import GENERAL, LEAD, LEAD_DM, LOBBY, MEMBER


async def trigger(people: People, app: FakeApp) -> str:
    await people.command(LEAD, GENERAL, "/wg x")
    return app.commands[-1]["trigger_id"]


async def code(call: Awaitable[object]) -> str:
    with pytest.raises(SlackApiError) as failure:
        await call
    return str(failure.value.response["error"])


async def test_a_trigger_opens_one_modal_for_its_person(
    people: People, app: FakeApp, slack: AsyncWebClient
) -> None:
    trigger_id = await trigger(people, app)

    answer = await slack.views_open(trigger_id=trigger_id, view=modal())

    view = answer["view"]
    assert view["root_view_id"] == view["id"]
    assert view["previous_view_id"] is None
    assert view["state"]["values"]["body"]["text"] == {"type": "plain_text_input", "value": None}
    assert [v["id"] for v in await people.views(LEAD)] == [view["id"]]
    assert await people.views(MEMBER) == []
    assert await code(slack.views_open(trigger_id=trigger_id, view=modal())) == "exchanged_trigger_id"


async def test_triggers_that_slack_never_gave_are_invalid(slack: AsyncWebClient) -> None:
    assert await code(slack.views_open(trigger_id="12345.98765.abcd2358fdea", view=modal())) == (
        "invalid_trigger_id"
    )
    assert await code(slack.views_open(trigger_id="soon", view=modal())) == "invalid_arguments"


async def test_a_refused_view_does_not_spend_the_trigger(
    people: People, app: FakeApp, slack: AsyncWebClient
) -> None:
    trigger_id = await trigger(people, app)

    refused = await code(slack.views_open(trigger_id=trigger_id, view=modal(title=plain("x" * 25))))
    accepted = await slack.views_open(trigger_id=trigger_id, view=modal())

    assert refused == "invalid_arguments"
    assert accepted["ok"]


async def test_a_click_in_a_modal_carries_what_is_filled_in_and_can_push(
    people: People, app: FakeApp, slack: AsyncWebClient, opened: dict[str, Any]
) -> None:
    element = ElementName(InView(opened["id"]), "more", "add")
    await people.action(LEAD, element, values=text_value("half"))

    payload = app.payloads[0]
    pushed = await slack.views_push(trigger_id=payload["trigger_id"], view=modal())
    updated = await slack.views_update(view_id=opened["id"], hash=opened["hash"], view=modal())
    conflict = await code(slack.views_update(view_id=opened["id"], hash=opened["hash"], view=modal()))

    assert payload["container"] == {"type": "view", "view_id": opened["id"]}
    assert payload["view"]["state"]["values"]["body"]["text"]["value"] == "half"
    assert "response_url" not in payload
    assert pushed["view"]["previous_view_id"] == opened["id"]
    assert updated["view"]["state"]["values"]["body"]["text"]["value"] == "half"
    assert conflict == "hash_conflict"


async def test_a_trigger_of_a_command_pushes_nothing(
    people: People, app: FakeApp, slack: AsyncWebClient, opened: dict[str, Any]
) -> None:
    trigger_id = await trigger(people, app)

    assert await code(slack.views_push(trigger_id=trigger_id, view=modal())) == "not_found"
    assert [v["id"] for v in await people.views(LEAD)] == [opened["id"]]


async def test_external_ids_name_one_view(
    people: People, app: FakeApp, slack: AsyncWebClient, opened: dict[str, Any]
) -> None:
    named = modal(external_id="form-1")
    await slack.views_update(view_id=opened["id"], view=named)
    by_name = await slack.views_update(external_id="form-1", view=named)
    await people.command(MEMBER, GENERAL, "/wg x")

    taken = await code(slack.views_open(trigger_id=app.commands[-1]["trigger_id"], view=named))
    unknown = await code(slack.views_update(external_id="form-2", view=modal()))

    assert by_name["view"]["id"] == opened["id"]
    assert taken == "duplicate_external_id"
    assert unknown == "not_found"


async def test_the_home_is_published_when_it_is_opened(
    people: People, app: FakeApp, slack: AsyncWebClient
) -> None:
    home = {"type": "home", "blocks": [{"type": "divider"}]}

    async def publish(received: Received) -> web.Response:
        await slack.views_publish(user_id=received.event["event"]["user"], view=home)
        return web.Response()

    app.answer = publish

    first = await people.home(LEAD)
    second = await people.home(LEAD)

    assert first is not None
    assert second is not None
    assert [e["type"] for e in app.events] == ["app_home_opened"] * 2
    assert (app.events[0]["channel"], app.events[0]["tab"]) == (LEAD_DM, "home")
    assert "view" not in app.events[0]
    assert app.events[1]["view"]["id"] == first["id"] == second["id"]
    assert first["hash"] != second["hash"]


async def test_a_home_that_the_app_does_not_publish_is_empty(people: People, app: FakeApp) -> None:
    app.fails(500)

    assert await people.home(LEAD) is None
    assert app.events[0]["type"] == "app_home_opened"


async def test_a_home_is_neither_closed_nor_submitted(people: People, slack: AsyncWebClient) -> None:
    home = await slack.views_publish(user_id=LEAD, view={"type": "home", "blocks": [{"type": "divider"}]})

    with pytest.raises(RefusedError, match="view_not_found"):
        await people.close(LEAD, home["view"]["id"])
    assert (await people.submit(LEAD, home["view"]["id"])).error == "view_not_found"


async def test_a_modal_is_its_persons_own(people: People, app: FakeApp, opened: dict[str, Any]) -> None:
    submission = await people.submit(MEMBER, opened["id"], text_value("a note"))

    assert (submission.ok, submission.error) == (False, "view_not_found")
    assert app.payloads == []


async def test_two_submissions_at_once_both_reach_the_app_and_close_the_modal_once(
    people: People, app: FakeApp, opened: dict[str, Any]
) -> None:
    both = await asyncio.gather(*(people.submit(LEAD, opened["id"], text_value("a note")) for _ in range(2)))

    assert [submission.ok for submission in both] == [True, True]
    assert len(app.payloads) == 2
    assert len({payload["trigger_id"] for payload in app.payloads}) == 2
    assert await people.views(LEAD) == []


async def test_a_menu_with_a_response_url_lets_the_app_answer_in_the_chosen_channel(
    people: People,
    app: FakeApp,
    slack: AsyncWebClient,
    session: aiohttp.ClientSession,
    opened: dict[str, Any],
) -> None:
    menu = {"type": "conversations_select", "action_id": "where", "response_url_enabled": True}
    block = {"type": "input", "block_id": "place", "label": plain("Where"), "element": menu}
    await slack.views_update(view_id=opened["id"], view=modal(blocks=[block]))
    values = {"place": {"where": {"selected_conversation": LOBBY}}}
    await people.submit(LEAD, opened["id"], values)

    url = app.payloads[0]["response_urls"][0]
    async with session.post(
        url.pop("response_url"), json={"text": "hi", "response_type": "in_channel"}
    ) as sent:
        assert sent.status == 200

    assert url == {"block_id": "place", "action_id": "where", "channel_id": LOBBY}
    assert [m["text"] for m in await people.messages(LEAD, LOBBY)] == ["hi"]


async def test_a_home_is_no_modal_and_a_modal_no_home(
    people: People, app: FakeApp, slack: AsyncWebClient
) -> None:
    trigger_id = await trigger(people, app)

    assert await code(slack.views_publish(user_id=LEAD, view=modal())) == "invalid_arguments"
    assert await code(
        slack.views_open(trigger_id=trigger_id, view={"type": "home", "blocks": [{"type": "divider"}]})
    ) == ("invalid_arguments")
