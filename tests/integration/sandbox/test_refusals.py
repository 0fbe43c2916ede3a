"""What the Web API and the routes for people refuse, by code."""

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.client import ElementName, InMessage, InView, People, RefusedError
from bot.sandbox.emoji import EMOJI
from bot.sandbox.seed import WorkspaceSeed
from bot.sandbox.server import Sandbox
from tests.integration.sandbox.fake_app import FakeApp
from tests.integration.sandbox.forms import modal, text_value
from tests.integration.sandbox.refusals import refused
from tests.integration.sandbox.seeds import (
    BOT,
    BOT_TOKEN,
    CLOSED,
    GENERAL,
    LEAD,
    LEAD_DM,
    LOBBY,
    MEMBER,
    SCOPES,
    STEERING,
    seed_facts,
)

UNKNOWN_TS = "1700000000.000000"


class TestWithEveryScope:
    """Scopes that let the refusals behind them be seen."""

    @pytest.fixture
    def seed(self) -> WorkspaceSeed:
        facts = seed_facts()
        facts["app"]["scopes"] = [*SCOPES, "channels:join", "team:read", "im:read", "mpim:write"]
        facts["users"][1]["deleted"] = True
        return WorkspaceSeed.model_validate(facts)

    @pytest.mark.parametrize(
        ("method", "arguments", "error"),
        [
            ("team.info", {"team": "T0OTHER"}, "team_not_found"),
            ("bots.info", {"bot": "B0OTHER"}, "bot_not_found"),
            ("conversations.join", {"channel": CLOSED}, "is_archived"),
            ("conversations.join", {"channel": STEERING}, "channel_not_found"),
            ("conversations.open", {}, "users_list_not_supplied"),
            ("conversations.open", {"users": f"{LEAD},{MEMBER}"}, "method_not_supported_for_channel_type"),
            ("conversations.open", {"users": "U0NOBODY"}, "user_not_found"),
            ("conversations.open", {"users": BOT}, "user_not_found"),
            ("conversations.open", {"users": MEMBER}, "user_disabled"),
            ("conversations.open", {"channel": GENERAL}, "method_not_supported_for_channel_type"),
            ("conversations.list", {"limit": "many"}, "invalid_limit"),
            ("conversations.list", {"cursor": "YXQ6eA=="}, "invalid_cursor"),
            ("conversations.list", {"cursor": "b3RoZXI6MQ=="}, "invalid_cursor"),
            ("conversations.history", {"channel": GENERAL, "cursor": "YXQ6MQ=="}, "invalid_cursor"),
            ("chat.update", {"channel": GENERAL, "ts": UNKNOWN_TS, "text": "x"}, "message_not_found"),
            ("chat.update", {"channel": GENERAL, "ts": "x", "text": "x"}, "message_not_found"),
            ("chat.update", {"channel": CLOSED, "ts": UNKNOWN_TS, "text": "x"}, "is_inactive"),
            ("chat.getPermalink", {"channel": GENERAL, "message_ts": UNKNOWN_TS}, "message_not_found"),
            (
                "chat.postMessage",
                {"channel": GENERAL, "text": "x", "reply_broadcast": True},
                "invalid_arguments",
            ),
            ("reactions.add", {"channel": LOBBY, "timestamp": "1.0", "name": "x"}, "not_in_channel"),
            ("reactions.add", {"channel": CLOSED, "timestamp": "1.0", "name": "x"}, "is_archived"),
            ("reactions.add", {"channel": GENERAL, "timestamp": "x", "name": "x"}, "bad_timestamp"),
            ("reactions.add", {"channel": GENERAL, "timestamp": "1.0", "name": "x"}, "message_not_found"),
            ("views.open", {"view": modal()}, "invalid_arguments"),
            ("views.open", {"view": "{"}, "invalid_arguments"),
            ("views.update", {"view": modal()}, "invalid_arguments"),
            ("views.update", {"view": modal(), "view_id": "V0NOTHING"}, "not_found"),
            (
                "views.publish",
                {"view": {"type": "home", "blocks": [{"type": "divider"}]}, "user_id": "U0NOBODY"},
                "invalid_arguments",
            ),
            (
                "views.publish",
                {"view": {"type": "home", "blocks": [{"type": "divider"}]}, "user_id": LEAD, "hash": "1.a"},
                "hash_conflict",
            ),
        ],
    )
    async def test_the_app_is_refused(
        self, slack: AsyncWebClient, method: str, arguments: dict[str, object], error: str
    ) -> None:
        assert (await refused(slack, method, **arguments))["error"] == error

    async def test_the_app_joins_and_learns_of_team_and_bot(self, slack: AsyncWebClient) -> None:
        joined = await slack.conversations_join(channel=LOBBY)
        again = await slack.conversations_join(channel=LOBBY)
        team = await slack.team_info()
        bot = await slack.bots_info(bot="B0LOCAL001")
        direct = await slack.conversations_open(users=LEAD, return_im=True)
        seen = await slack.conversations_info(channel=direct["channel"]["id"])

        assert joined["channel"]["is_member"] is True
        assert again["warning"] == "already_in_channel"
        assert team["team"]["domain"] == "working-group"
        assert bot["bot"]["user_id"] == BOT
        assert (direct["channel"]["user"], seen["channel"]["is_im"]) == (LEAD, True)

    async def test_somebody_who_left_does_nothing(self, people: People) -> None:
        with pytest.raises(RefusedError, match="user_deactivated"):
            await people.messages(MEMBER, GENERAL)


async def test_a_wrong_reaction_is_refused(slack: AsyncWebClient, people: People) -> None:
    ts = await people.message(LEAD, GENERAL, "x")
    message = {"channel": GENERAL, "timestamp": ts}
    for name in sorted(EMOJI)[:50]:
        await slack.reactions_add(channel=GENERAL, timestamp=ts, name=name)

    assert (await refused(slack, "reactions.add", **message, name="two words"))["error"] == "invalid_name"
    assert (await refused(slack, "reactions.add", **message, name="zzz"))["error"] == "too_many_emoji"


async def test_forms_carry_json_as_text(sandbox: Sandbox, session: aiohttp.ClientSession) -> None:
    form = {
        "token": BOT_TOKEN,
        "channel": GENERAL,
        "blocks": '[{"type": "divider", "block_id": "d"}]',
        "text": "x",
        "metadata": "",
    }
    async with session.post(f"{sandbox.api_url}chat.postMessage", data=form) as response:
        message = (await response.json())["message"]
    async with session.post(f"{sandbox.api_url}auth.test", json=[1], headers={}) as response:
        not_an_object = await response.json()

    assert message["blocks"] == [{"type": "divider", "block_id": "d"}]
    assert not_an_object["error"] == "not_authed"


async def test_markdown_text_becomes_a_markdown_block(slack: AsyncWebClient) -> None:
    answer = await slack.chat_postMessage(channel=GENERAL, markdown_text="**bold**")

    assert [(b["type"], b["text"]) for b in answer["message"]["blocks"]] == [("markdown", "**bold**")]


async def test_an_update_of_attachments_or_blocks_alone_keeps_the_rest(slack: AsyncWebClient) -> None:
    divider = [{"type": "divider", "block_id": "d"}]
    ts = (await slack.chat_postMessage(channel=GENERAL, text="one", blocks=divider))["ts"]

    message = {"channel": GENERAL, "ts": ts}
    attached = await slack.api_call("chat.update", json=message | {"attachments": [{"text": "more"}]})
    blocks = await slack.api_call("chat.update", json=message | {"blocks": divider})

    assert (attached["text"], attached["message"]["blocks"]) == ("one", divider)
    assert attached["message"]["attachments"] == [{"text": "more"}]
    assert blocks["text"] == "one"


@pytest.mark.parametrize(("text", "error"), [("  ", "no_text"), ("x" * 12_001, "msg_too_long")])
async def test_people_write_neither_nothing_nor_too_much(people: People, text: str, error: str) -> None:
    with pytest.raises(RefusedError, match=error):
        await people.message(LEAD, GENERAL, text)


async def test_people_answer_only_messages_that_are_there(people: People) -> None:
    with pytest.raises(RefusedError, match="message_not_found"):
        await people.message(LEAD, GENERAL, "x", thread_ts=UNKNOWN_TS)


@pytest.mark.parametrize(
    ("channel", "invited", "error"),
    [
        (GENERAL, MEMBER, "already_in_channel"),
        (GENERAL, "U0NOBODY", "user_not_found"),
        (LEAD_DM, MEMBER, "method_not_supported_for_channel_type"),
    ],
)
async def test_who_cannot_be_invited_is_not(people: People, channel: str, invited: str, error: str) -> None:
    with pytest.raises(RefusedError, match=error):
        await people.invite(LEAD, channel, invited)


async def test_a_handle_that_nobody_has_is_not_invited(people: People) -> None:
    reply = await people.command(LEAD, LOBBY, "/invite @nobody")

    assert (reply.ok, reply.error) == (False, "user_not_found")


async def test_direct_messages_are_neither_archived_nor_renamed(people: People) -> None:
    with pytest.raises(RefusedError, match="method_not_supported_for_channel_type"):
        await people.archive(LEAD, LEAD_DM)
    with pytest.raises(RefusedError, match="channel_not_found"):
        await people.change_channel_id(LEAD_DM, "C0ANOTHER")
    with pytest.raises(RefusedError, match="channel_taken"):
        await people.change_channel_id(GENERAL, LOBBY)
    with pytest.raises(RefusedError, match="user_not_found"):
        await people.change_user(BOT, name="other")


async def test_the_clock_takes_an_advance_or_an_instant(
    sandbox: Sandbox, session: aiohttp.ClientSession
) -> None:
    bodies: list[dict[str, object]] = [{}, {"advance_seconds": -1}, {"to": "2026-01-01T00:00:00"}]
    for body in bodies:
        async with session.post(f"{sandbox.url}/people/clock", json=body) as response:
            assert (response.status, (await response.json())["error"]) == (400, "invalid_request")


async def test_the_page_learns_who_is_there_before_anybody_acts(
    sandbox: Sandbox, session: aiohttp.ClientSession
) -> None:
    for asked, first in (
        ("", LEAD),
        ("?language=en", LEAD),
        ("?language=es", MEMBER),
        ("?language=fr", LEAD),
    ):
        async with session.get(f"{sandbox.url}/people/workspace{asked}") as response:
            assert (await response.json())["me"]["id"] == first


async def test_suggestions_belong_to_external_menus_and_to_apps_that_answer(
    people: People, app: FakeApp, slack: AsyncWebClient
) -> None:
    menu = {"type": "external_select", "action_id": "item"}
    button = {"type": "button", "action_id": "go", "text": {"type": "plain_text", "text": "Go"}}
    block = {"type": "actions", "block_id": "b", "elements": [menu, button]}
    ts = (await slack.chat_postMessage(channel=GENERAL, text="x", blocks=[block]))["ts"]
    app.fails(500)

    with pytest.raises(RefusedError, match="unknown_action"):
        await people.suggest(LEAD, ElementName(InMessage(GENERAL, ts), "b", "go"), "x")
    with pytest.raises(RefusedError, match="dispatch_failed"):
        await people.suggest(LEAD, ElementName(InMessage(GENERAL, ts), "b", "item"), "one")
    with pytest.raises(RefusedError, match="query_too_short"):
        await people.suggest(LEAD, ElementName(InMessage(GENERAL, ts), "b", "item"), "on")


async def test_failed_shortcuts_are_told(people: People, app: FakeApp) -> None:
    app.fails(404)

    assert (await people.shortcut(LEAD, "new_record")).error == "dispatch_failed"


@pytest.mark.parametrize("body", ["not json", '["a list"]', '{"response_action": "dance"}'])
async def test_submissions_are_answered_with_what_slack_knows(
    people: People, app: FakeApp, opened: dict[str, object], body: str
) -> None:
    app.says(body)

    submission = await people.submit(LEAD, str(opened["id"]), text_value("a note"))

    assert (submission.ok, submission.error) == (False, "invalid_submission_response")
    assert len(await people.views(LEAD)) == 1


async def test_a_view_without_a_submit_button_is_not_submitted(
    people: People, slack: AsyncWebClient, opened: dict[str, object]
) -> None:
    bare = {"type": "modal", "title": {"type": "plain_text", "text": "T"}, "blocks": [{"type": "divider"}]}
    await slack.views_update(view_id=str(opened["id"]), view=bare)

    assert (await people.submit(LEAD, str(opened["id"]))).error == "not_submittable"


async def test_a_choice_in_a_modal_is_kept_in_its_state(
    people: People, app: FakeApp, opened: dict[str, object]
) -> None:
    element = ElementName(InView(str(opened["id"])), "theme", "theme")

    await people.action(LEAD, element, {"selected_option": {"value": "grid"}})

    view = (await people.views(LEAD))[0]
    assert view["state"]["values"]["theme"]["theme"]["selected_option"]["value"] == "grid"
    assert app.payloads[0]["view"]["state"] == view["state"]


async def test_closing_may_clear_the_whole_stack(
    people: People, app: FakeApp, opened: dict[str, object]
) -> None:
    app.says({"response_action": "push", "view": modal(clear_on_close=True, notify_on_close=True)})
    second = await people.submit(LEAD, str(opened["id"]), text_value("one"))
    assert second.view is not None

    await people.close(LEAD, second.view["id"])

    assert (app.payloads[-1]["type"], app.payloads[-1]["is_cleared"]) == ("view_closed", True)
    assert await people.views(LEAD) == []
