"""The Web API as slack_sdk's client meets it."""

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.client import People
from bot.sandbox.seed import WorkspaceSeed
from bot.sandbox.server import Sandbox
from tests.integration.sandbox.refusals import refused
from tests.integration.sandbox.seeds import (
    BOT,
    BOT_TOKEN,
    GENERAL,
    GUEST,
    LEAD,
    LEAD_DM,
    LOBBY,
    MEMBER,
    SCOPES,
    STEERING,
    STRANGER,
    seed_facts,
)


async def test_the_app_learns_who_it_is(slack: AsyncWebClient) -> None:
    answer = await slack.auth_test()

    assert (answer["user_id"], answer["team_id"], answer["bot_id"]) == (BOT, "T0LOCAL001", "B0LOCAL001")
    assert answer.headers["x-oauth-scopes"] == ",".join(SCOPES)


@pytest.mark.parametrize(
    ("token", "error"), [("xoxb-other", "invalid_auth"), ("", "not_authed"), ("xapp-1", "invalid_auth")]
)
async def test_only_the_token_of_the_app_is_taken(
    sandbox: Sandbox, session: aiohttp.ClientSession, token: str, error: str
) -> None:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    async with session.post(f"{sandbox.api_url}auth.test", headers=headers) as response:
        assert (response.status, await response.json()) == (200, {"ok": False, "error": error})


async def test_a_method_that_is_not_there_is_named(slack: AsyncWebClient) -> None:
    assert await refused(slack, "chat.shout") == {
        "ok": False,
        "error": "unknown_method",
        "req_method": "chat.shout",
    }


async def test_a_missing_scope_is_named_with_those_provided(slack: AsyncWebClient) -> None:
    assert await refused(slack, "conversations.join", channel=LOBBY) == {
        "ok": False,
        "error": "missing_scope",
        "needed": "channels:join",
        "provided": ",".join(SCOPES),
    }


@pytest.mark.parametrize("method", ["chat.postMessage", "conversations.info", "users.info", "views.open"])
async def test_an_argument_that_was_not_sent_is_invalid_arguments(slack: AsyncWebClient, method: str) -> None:
    answer = await refused(slack, method)

    assert answer["error"] == "invalid_arguments"
    assert answer["response_metadata"]["messages"][0].startswith("[ERROR] missing required field: ")


async def test_a_body_that_is_no_json_is_said_so(sandbox: Sandbox, session: aiohttp.ClientSession) -> None:
    headers = {"Authorization": f"Bearer {BOT_TOKEN}", "Content-Type": "application/json"}
    async with session.post(f"{sandbox.api_url}auth.test", data=b"{", headers=headers) as response:
        assert (await response.json())["error"] == "invalid_json"


async def test_forms_queries_and_json_are_understood_alike(
    sandbox: Sandbox, session: aiohttp.ClientSession
) -> None:
    headers = {"Authorization": f"Bearer {BOT_TOKEN}"}
    url = f"{sandbox.api_url}users.info"
    async with session.get(url, params={"user": LEAD}, headers=headers) as by_query:
        first = await by_query.json()
    async with session.post(url, data={"user": LEAD, "token": BOT_TOKEN}) as by_form:
        second = await by_form.json()
    async with session.post(url, json={"user": LEAD}, headers=headers) as by_json:
        third = await by_json.json()

    assert first["user"]["id"] == second["user"]["id"] == third["user"]["id"] == LEAD


async def test_locale_comes_when_asked_for_and_never_of_strangers(slack: AsyncWebClient) -> None:
    plain = await slack.users_info(user=MEMBER)
    asked = await slack.users_info(user=MEMBER, include_locale=True)
    stranger = await slack.users_info(user=STRANGER, include_locale=True)

    assert "locale" not in plain["user"]
    assert (asked["user"]["locale"], asked["user"]["tz"]) == ("es-MX", "America/Mexico_City")
    assert stranger["user"]["is_stranger"] is True
    assert not {"locale", "tz"} & set(stranger["user"])
    assert stranger["user"]["team_id"] != "T0LOCAL001"


async def test_nobody_is_found_under_an_unknown_id(slack: AsyncWebClient) -> None:
    assert (await refused(slack, "users.info", user="U0NOBODY"))["error"] == "user_not_found"


async def test_lists_come_in_pages(slack: AsyncWebClient) -> None:
    found = []
    async for page in await slack.users_list(limit=2):
        assert len(page["members"]) <= 2
        found += [member["id"] for member in page["members"]]

    assert found == [LEAD, MEMBER, GUEST, STRANGER, BOT]
    assert (await refused(slack, "users.list", cursor="nonsense"))["error"] == "invalid_cursor"


async def test_private_channels_are_seen_by_members_only(slack: AsyncWebClient, people: People) -> None:
    before = await refused(slack, "conversations.info", channel=STEERING)
    await people.invite(LEAD, STEERING, BOT)
    after = await slack.conversations_info(channel=STEERING, include_num_members=True)

    assert before["error"] == "channel_not_found"
    assert (after["channel"]["is_private"], after["channel"]["num_members"]) == (True, 2)


async def test_channels_are_listed_by_kind(slack: AsyncWebClient) -> None:
    public = await slack.conversations_list(exclude_archived=True)
    private = await slack.conversations_list(types="private_channel")

    assert [(c["id"], c["is_member"]) for c in public["channels"]] == [(GENERAL, True), (LOBBY, False)]
    assert private["channels"] == []
    assert (await refused(slack, "conversations.list", types="rooms"))["error"] == "invalid_types"


async def test_members_of_a_channel_include_the_app(slack: AsyncWebClient) -> None:
    answer = await slack.conversations_members(channel=GENERAL)

    assert set(answer["members"]) == {LEAD, MEMBER, GUEST, STRANGER, BOT}


async def test_a_direct_message_is_opened_and_written_in(slack: AsyncWebClient, people: People) -> None:
    opened = await slack.conversations_open(users=[LEAD])
    posted = await slack.chat_postMessage(channel=LEAD, text="hello")

    assert opened["channel"]["id"] == posted["channel"] == LEAD_DM
    assert [m["text"] for m in await people.messages(LEAD, LEAD_DM)] == ["hello"]


async def test_socket_mode_is_refused_clearly(slack: AsyncWebClient) -> None:
    assert (await refused(slack, "apps.connections.open"))["error"] == "not_allowed_token_type"


async def test_a_taken_port_is_refused_and_leaves_nothing_behind(
    sandbox: Sandbox, seed: WorkspaceSeed
) -> None:
    port = int(sandbox.url.rsplit(":", 1)[1])
    other = Sandbox(seed)

    with pytest.raises(OSError, match="address already in use"):
        await other.start(port=port)

    assert other.url == ""


class TestRateLimits:
    @pytest.fixture
    def seed(self) -> WorkspaceSeed:
        return WorkspaceSeed.model_validate(seed_facts() | {"rate_limits": True})

    async def test_a_channel_takes_short_bursts_then_asks_to_wait(self, slack: AsyncWebClient) -> None:
        for number in range(3):
            await slack.chat_postMessage(channel=GENERAL, text=str(number))

        with pytest.raises(SlackApiError) as failure:
            await slack.chat_postMessage(channel=GENERAL, text="3")
        await slack.chat_postMessage(channel=LEAD, text="elsewhere")

        response = failure.value.response
        assert (response.status_code, response["error"]) == (429, "ratelimited")
        assert response.headers["Retry-After"] == "1"

    async def test_a_tier_is_counted_by_method(self, slack: AsyncWebClient) -> None:
        for _ in range(20):
            await slack.users_list()

        with pytest.raises(SlackApiError) as failure:
            await slack.users_list()
        await slack.conversations_list()

        assert 50 <= int(failure.value.response.headers["Retry-After"]) <= 60
