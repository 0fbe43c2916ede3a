"""What happens to channels, people and tokens over time, and what the app learns of it."""

from datetime import timedelta

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.client import People, RefusedError
from bot.sandbox.seed import WorkspaceSeed
from tests.integration.sandbox.fake_app import FakeApp
from tests.integration.sandbox.refusals import refused
from tests.integration.sandbox.seeds import (
    BOT,
    EVENTS,
    GENERAL,
    LEAD,
    LEAD_DM,
    LOBBY,
    MEMBER,
    STEERING,
    seed_facts,
)


@pytest.fixture
def seed() -> WorkspaceSeed:
    facts = seed_facts()
    more = ["channel_rename", "group_rename", "group_archive", "tokens_revoked"]
    facts["app"] |= {"events": [*EVENTS, *more], "channels": [GENERAL, STEERING]}
    return WorkspaceSeed.model_validate(facts)


async def test_a_renamed_channel_is_known_by_its_new_name(
    people: People, app: FakeApp, slack: AsyncWebClient
) -> None:
    await people.rename(LEAD, GENERAL, "plenary")
    await people.message(LEAD, GENERAL, "see #plenary and #general")
    await people.idle()
    channel = (await slack.conversations_info(channel=GENERAL))["channel"]

    renamed = next(event for event in app.events if event["type"] == "channel_rename")
    assert renamed["channel"] == {"id": GENERAL, "name": "plenary", "created": 0}
    assert (channel["name"], channel["previous_names"]) == ("plenary", ["general"])
    assert [m["text"] for m in await people.messages(LEAD, GENERAL)] == [
        f'<@{LEAD}> has renamed the channel from "general" to "plenary"',
        f"see <#{GENERAL}|plenary> and #general",
    ]


async def test_a_name_that_another_channel_has_is_refused(people: People) -> None:
    with pytest.raises(RefusedError, match="name_taken"):
        await people.rename(LEAD, GENERAL, "lobby")
    with pytest.raises(RefusedError, match="method_not_supported_for_channel_type"):
        await people.rename(LEAD, LEAD_DM, "mine")


async def test_private_channels_have_events_of_their_own(people: People, app: FakeApp) -> None:
    await people.rename(LEAD, STEERING, "committee")
    await people.archive(LEAD, STEERING)
    await people.idle()

    assert sorted(event.get("subtype", event["type"]) for event in app.events) == [
        "group_archive",
        "group_archive",
        "group_name",
        "group_rename",
    ]


async def test_the_app_hears_nothing_of_names_where_it_is_not(people: People, app: FakeApp) -> None:
    await people.rename(LEAD, LOBBY, "hall")
    await people.idle()

    assert app.received == []


async def test_in_an_archived_channel_nobody_writes_and_history_stays(
    people: People, slack: AsyncWebClient
) -> None:
    await people.message(LEAD, GENERAL, "last")
    await people.archive(LEAD, GENERAL)

    with pytest.raises(RefusedError, match="is_archived"):
        await people.message(LEAD, GENERAL, "more")
    assert (await people.command(LEAD, GENERAL, "/wg x")).error == "is_archived"
    assert (await refused(slack, "chat.postMessage", channel=GENERAL, text="x"))["error"] == "is_archived"
    assert (await slack.conversations_history(channel=GENERAL))["messages"][1]["text"] == "last"


async def test_somebody_deactivated_is_out_of_every_channel_and_can_do_nothing(
    people: People, slack: AsyncWebClient
) -> None:
    await people.change_user(MEMBER, deleted=True)
    await people.message(LEAD, GENERAL, "ask @member.jalisco")

    with pytest.raises(RefusedError, match="user_deactivated"):
        await people.message(MEMBER, GENERAL, "x")
    assert (await people.command(MEMBER, GENERAL, "/wg x")).error == "user_deactivated"
    assert (await slack.users_info(user=MEMBER))["user"]["deleted"] is True
    assert MEMBER not in (await slack.conversations_members(channel=GENERAL))["members"]
    ephemeral = {"channel": GENERAL, "user": MEMBER, "text": "x"}
    assert (await refused(slack, "chat.postEphemeral", **ephemeral))["error"] == "user_not_in_channel"
    assert (await people.messages(LEAD, GENERAL))[0]["text"] == "ask @member.jalisco"


async def test_a_revoked_token_is_good_for_nothing_and_the_app_is_told(
    people: People, app: FakeApp, slack: AsyncWebClient
) -> None:
    assert (await slack.auth_test())["ok"]
    await people.revoke_token()
    await people.message(LEAD, GENERAL, "hello")
    await people.idle()

    assert app.events == [{"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [BOT]}}]
    for method in ("auth.test", "chat.postMessage", "users.info"):
        assert (await refused(slack, method, channel=GENERAL, text="x"))["error"] == "token_revoked"


async def test_the_history_of_direct_messages_lags_too(people: People, slack: AsyncWebClient) -> None:
    await slack.chat_postMessage(channel=LEAD, text="early")
    await people.advance(timedelta(minutes=1))
    await people.history_lag(timedelta(seconds=30))
    await slack.chat_postMessage(channel=LEAD, text="late")
    before = await slack.conversations_history(channel=LEAD_DM)
    await people.advance(timedelta(minutes=1))
    after = await slack.conversations_history(channel=LEAD_DM)

    assert [m["text"] for m in before["messages"]] == ["early"]
    assert [m["text"] for m in after["messages"]] == ["late", "early"]
