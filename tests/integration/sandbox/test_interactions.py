"""Clicks, choices, suggestions, shortcuts, and the app's later answers through response URLs."""

from typing import Any

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.client import ElementName, InEphemeral, InMessage, People, RefusedError, container_of
from bot.sandbox.server import Sandbox
from tests.integration.sandbox.fake_app import FakeApp
from tests.integration.sandbox.seeds import GENERAL, LEAD, LOBBY, MEMBER


def plain(text: str) -> dict[str, str]:
    return {"type": "plain_text", "text": text}


BUTTONS = {
    "type": "actions",
    "block_id": "next",
    "elements": [
        {
            "type": "button",
            "action_id": "share",
            "value": "N-1:3",
            "text": plain("Share"),
            "style": "primary",
        },
        {
            "type": "static_select",
            "action_id": "status",
            "options": [{"text": plain(name), "value": name} for name in ("open", "agreed")],
        },
        {"type": "overflow", "action_id": "more", "options": [{"text": plain("Undo"), "value": "undo"}]},
    ],
}
SEARCH = {
    "type": "section",
    "block_id": "search",
    "text": plain("Find"),
    "accessory": {"type": "external_select", "action_id": "item", "min_query_length": 1},
}


@pytest.fixture
async def posted(slack: AsyncWebClient) -> InMessage:
    answer = await slack.chat_postMessage(channel=GENERAL, text="N-1", blocks=[BUTTONS, SEARCH])
    return InMessage(GENERAL, answer["ts"])


async def respond(session: aiohttp.ClientSession, url: str, body: object) -> tuple[int, str]:
    async with session.post(url, json=body) as response:
        return response.status, await response.text()


async def test_a_click_carries_the_button_and_the_message(
    people: People, app: FakeApp, posted: InMessage
) -> None:
    reply = await people.action(MEMBER, ElementName(posted, "next", "share"), {"value": "forged"})

    payload = app.payloads[0]
    action = payload["actions"][0]
    assert (reply.ok, reply.status) == (True, 200)
    assert action.pop("action_ts")
    assert action == {
        "type": "button",
        "block_id": "next",
        "action_id": "share",
        "value": "N-1:3",
        "text": plain("Share"),
        "style": "primary",
    }
    assert payload["user"] == {
        "id": MEMBER,
        "username": "member.jalisco",
        "name": "member.jalisco",
        "team_id": "T0LOCAL001",
    }
    assert payload["container"] == {
        "type": "message",
        "message_ts": posted.ts,
        "channel_id": GENERAL,
        "is_ephemeral": False,
    }
    assert payload["channel"] == {"id": GENERAL, "name": "general"}
    assert (payload["message"]["ts"], payload["message"]["bot_id"]) == (posted.ts, "B0LOCAL001")
    assert (payload["team"], payload["api_app_id"]) == (
        {"id": "T0LOCAL001", "domain": "working-group"},
        "A0LOCAL001",
    )


async def test_a_choice_comes_whole_and_in_the_state(people: People, app: FakeApp, posted: InMessage) -> None:
    chosen = {"selected_option": {"value": "agreed"}}
    await people.action(LEAD, ElementName(posted, "next", "status"), chosen)
    await people.action(LEAD, ElementName(posted, "next", "more"), {"selected_option": {"value": "undo"}})

    option = {"text": plain("agreed"), "value": "agreed"}
    assert app.payloads[0]["actions"][0]["selected_option"] == option
    assert app.payloads[0]["state"]["values"]["next"]["status"] == {
        "type": "static_select",
        "selected_option": option,
    }
    assert app.payloads[1]["actions"][0]["selected_option"] == {"text": plain("Undo"), "value": "undo"}


@pytest.mark.parametrize(
    ("element", "action", "error"),
    [
        (("next", "nothing"), {}, "unknown_action"),
        (("next", "status"), {"selected_option": {"value": "invented"}}, "unknown_option"),
    ],
)
async def test_only_what_is_there_can_be_used(
    people: People,
    app: FakeApp,
    posted: InMessage,
    element: tuple[str, str],
    action: dict[str, Any],
    error: str,
) -> None:
    reply = await people.action(LEAD, ElementName(posted, *element), action)

    assert (reply.ok, reply.error) == (False, error)
    assert app.payloads == []


async def test_a_failed_click_is_told(people: People, app: FakeApp, posted: InMessage) -> None:
    app.fails(500)

    reply = await people.action(LEAD, ElementName(posted, "next", "share"))

    assert (reply.ok, reply.error, reply.status) == (False, "dispatch_failed", 500)


async def test_suggestions_are_asked_for_and_checked(people: People, app: FakeApp, posted: InMessage) -> None:
    element = ElementName(posted, "search", "item")
    app.says({"options": [{"text": plain("R-1"), "value": "R-1"}]})
    found = await people.suggest(LEAD, element, "grid")
    app.says({"options": [{"text": plain("x" * 76), "value": "R-1"}]})

    with pytest.raises(RefusedError) as refusal:
        await people.suggest(LEAD, element, "grid")

    payload = app.payloads[0]
    assert found["options"] == [{"text": plain("R-1"), "value": "R-1"}]
    assert (payload["type"], payload["action_id"], payload["value"]) == ("block_suggestion", "item", "grid")
    assert refusal.value.code == "invalid_suggestions"
    assert refusal.value.violations[0]["rule"] == "option-text-max"


async def test_shortcuts_carry_their_message_or_none(people: People, app: FakeApp) -> None:
    ts = await people.message(MEMBER, GENERAL, "we need *chargers*")
    await people.shortcut(LEAD, "record_message", GENERAL, ts)
    await people.shortcut(LEAD, "new_record")
    unknown = await people.shortcut(LEAD, "other")
    nowhere = await people.shortcut(LEAD, "record_message")

    on_message, on_nothing = app.payloads
    assert (on_message["type"], on_message["message_ts"]) == ("message_action", ts)
    assert (on_message["message"]["user"], on_message["message"]["text"]) == (MEMBER, "we need *chargers*")
    assert on_message["response_url"]
    assert (on_nothing["type"], on_nothing["callback_id"]) == ("shortcut", "new_record")
    assert "channel" not in on_nothing
    assert (unknown.error, nowhere.error) == ("unknown_shortcut", "message_required")


class TestResponseUrls:
    async def test_answers_are_for_the_person_unless_told_otherwise(
        self, people: People, app: FakeApp, session: aiohttp.ClientSession
    ) -> None:
        await people.command(LEAD, LOBBY, "/wg status")
        url = app.commands[0]["response_url"]

        first = await respond(session, url, {"text": "for you"})
        await respond(session, url, {"text": "for all", "response_type": "in_channel"})

        assert first == (200, "ok")
        assert [m["text"] for m in await people.messages(LEAD, LOBBY)] == ["for you", "for all"]
        assert [m["text"] for m in await people.messages(MEMBER, LOBBY)] == ["for all"]

    async def test_there_are_five_uses_and_refused_ones_do_not_count(
        self, people: People, app: FakeApp, session: aiohttp.ClientSession
    ) -> None:
        await people.command(LEAD, GENERAL, "/wg status")
        url = app.commands[0]["response_url"]

        refused = await respond(session, url, {"text": ""})
        taken = [(await respond(session, url, {"text": str(n)}))[0] for n in range(5)]
        sixth = await respond(session, url, {"text": "x"})

        assert (refused[0], "no_text" in refused[1]) == (400, True)
        assert taken == [200] * 5
        assert (sixth[0], "used_url" in sixth[1]) == (404, True)

    async def test_an_unknown_address_is_not_found(
        self, sandbox: Sandbox, session: aiohttp.ClientSession
    ) -> None:
        assert (await respond(session, f"{sandbox.url}/response/none", {"text": "x"}))[0] == 404

    async def test_a_command_has_no_original_to_replace(
        self, people: People, app: FakeApp, session: aiohttp.ClientSession
    ) -> None:
        await people.command(LEAD, GENERAL, "/wg status")
        url = app.commands[0]["response_url"]

        await respond(session, url, {"text": "one"})
        await respond(session, url, {"text": "two", "replace_original": True})

        assert [m["text"] for m in await people.messages(LEAD, GENERAL)] == ["one", "two"]

    async def test_an_ephemeral_message_is_replaced_and_deleted_by_its_click(
        self, people: People, app: FakeApp, session: aiohttp.ClientSession
    ) -> None:
        app.says({"text": "one", "blocks": [BUTTONS]})
        await people.command(LEAD, GENERAL, "/wg status")
        app.says("")
        shown = (await people.messages(LEAD, GENERAL))[0]
        container = container_of(GENERAL, shown)
        await people.action(LEAD, ElementName(container, "next", "share"))
        payload = app.payloads[0]

        await respond(session, payload["response_url"], {"text": "two", "replace_original": True})
        replaced = await people.messages(LEAD, GENERAL)
        await respond(session, payload["response_url"], {"delete_original": True})

        assert isinstance(container, InEphemeral)
        assert payload["container"]["is_ephemeral"] is True
        assert "message" not in payload
        assert [(m["id"], m["text"]) for m in replaced] == [(shown["id"], "two")]
        assert await people.messages(LEAD, GENERAL) == []

    async def test_a_message_is_replaced_and_deleted_for_everybody(
        self, people: People, app: FakeApp, session: aiohttp.ClientSession, posted: InMessage
    ) -> None:
        await people.action(LEAD, ElementName(posted, "next", "share"))
        url = app.payloads[0]["response_url"]

        await respond(session, url, {"text": "shared", "replace_original": True})
        replaced = await people.messages(MEMBER, GENERAL)
        await respond(session, url, {"delete_original": True})

        assert [(m["ts"], m["text"]) for m in replaced] == [(posted.ts, "shared")]
        assert await people.messages(MEMBER, GENERAL) == []

    async def test_what_breaks_a_rule_is_refused(
        self, people: People, app: FakeApp, session: aiohttp.ClientSession
    ) -> None:
        await people.command(LEAD, GENERAL, "/wg status")
        url = app.commands[0]["response_url"]

        status, text = await respond(session, url, {"blocks": [{"type": "nothing"}]})

        assert (status, "invalid_blocks" in text) == (400, True)


async def test_a_click_in_a_thread_names_it(people: People, app: FakeApp, slack: AsyncWebClient) -> None:
    parent = await people.message(LEAD, GENERAL, "agenda")
    posted = await slack.chat_postMessage(channel=GENERAL, text="N-1", blocks=[BUTTONS], thread_ts=parent)
    await slack.chat_postEphemeral(channel=GENERAL, user=LEAD, text="N-2", blocks=[BUTTONS], thread_ts=parent)
    shown = (await people.messages(LEAD, GENERAL, thread_ts=parent))[-1]

    await people.action(LEAD, ElementName(InMessage(GENERAL, posted["ts"]), "next", "share"))
    await people.action(LEAD, ElementName(container_of(GENERAL, shown), "next", "share"))

    assert [payload["container"]["thread_ts"] for payload in app.payloads] == [parent, parent]
    assert [payload["container"]["is_ephemeral"] for payload in app.payloads] == [False, True]


@pytest.mark.parametrize("raw", [b"{", b"[]"])
async def test_a_response_that_is_no_object_is_an_invalid_payload(
    people: People, app: FakeApp, session: aiohttp.ClientSession, raw: bytes
) -> None:
    await people.command(LEAD, GENERAL, "/wg status")

    async with session.post(app.commands[0]["response_url"], data=raw) as response:
        assert (response.status, (await response.json())["error"]) == (400, "invalid_payload")


async def test_an_original_that_is_gone_is_answered_with_a_new_message(
    people: People,
    app: FakeApp,
    slack: AsyncWebClient,
    session: aiohttp.ClientSession,
    posted: InMessage,
) -> None:
    await people.action(LEAD, ElementName(posted, "next", "share"))
    url = app.payloads[0]["response_url"]
    await slack.chat_delete(channel=GENERAL, ts=posted.ts)

    await respond(session, url, {"text": "too late", "replace_original": True})
    deleted = await respond(session, url, {"delete_original": True})

    assert deleted == (200, "ok")
    assert [(m["text"], m["ephemeral"]) for m in await people.messages(LEAD, GENERAL)] == [("too late", True)]
