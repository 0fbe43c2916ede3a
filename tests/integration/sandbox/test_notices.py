"""What Slack writes in channels when people join, rename and archive: rows that no person wrote."""

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
    LOBBY,
    MEMBER,
    SCOPES,
    STEERING,
    seed_facts,
)

READS = ["channels:read", "groups:read"]


def hearing(*scopes: str) -> WorkspaceSeed:
    facts = seed_facts()
    granted = [scope for scope in SCOPES if scope not in READS]
    facts["app"] |= {
        "events": [*EVENTS, "member_joined_channel"],
        "scopes": [*granted, "channels:join", *scopes],
        "channels": [GENERAL, STEERING],
    }
    return WorkspaceSeed.model_validate(facts)


@pytest.fixture
def seed() -> WorkspaceSeed:
    return hearing(*READS)


async def test_an_invitation_leaves_a_row_and_the_app_is_told_of_both(
    people: People, app: FakeApp, slack: AsyncWebClient
) -> None:
    await people.invite(LEAD, STEERING, MEMBER)
    await people.idle()
    row = (await slack.conversations_history(channel=STEERING))["messages"][0]

    joined = next(event for event in app.events if event["type"] == "member_joined_channel")
    told = next(event for event in app.events if event["type"] == "message")
    assert (joined["user"], joined["inviter"], joined["channel_type"]) == (MEMBER, LEAD, "G")
    assert row | {"channel": STEERING, "channel_type": "group", "event_ts": row["ts"]} == told
    assert (row["subtype"], row["user"], row["inviter"]) == ("group_join", MEMBER, LEAD)
    assert row["text"] == f"<@{MEMBER}> has joined the channel"
    assert {"client_msg_id", "blocks", "bot_id"} & set(row) == set()


async def test_an_app_that_joins_hears_of_itself_and_of_no_mention(
    people: People, app: FakeApp, slack: AsyncWebClient
) -> None:
    await slack.conversations_join(channel=LOBBY)
    await slack.conversations_join(channel=LOBBY)
    await people.idle()

    assert [(event["type"], event["user"]) for event in app.events] == [
        ("message", BOT),
        ("member_joined_channel", BOT),
    ]
    assert "inviter" not in app.events[1]
    assert [m["subtype"] for m in await people.messages(LEAD, LOBBY)] == ["channel_join"]


@pytest.mark.parametrize("seed", [hearing(), hearing("channels:read")])
async def test_who_joins_a_private_channel_is_told_with_the_scope_for_private_ones(
    people: People, app: FakeApp
) -> None:
    await people.invite(LEAD, STEERING, MEMBER)
    await people.idle()

    assert [event["type"] for event in app.events] == ["message"]


async def test_new_names_and_the_end_of_a_channel_stand_in_its_history(people: People) -> None:
    await people.rename(LEAD, GENERAL, "plenary")
    await people.archive(LEAD, GENERAL)

    renamed, archived = await people.messages(LEAD, GENERAL)
    assert renamed["subtype"] == "channel_name"
    assert (renamed["old_name"], renamed["name"]) == ("general", "plenary")
    assert (archived["subtype"], BOT in archived["members"]) == ("channel_archive", True)


async def test_nobody_changes_such_a_row(people: People, slack: AsyncWebClient) -> None:
    await people.rename(LEAD, GENERAL, "plenary")
    ts = (await people.messages(LEAD, GENERAL))[0]["ts"]

    with pytest.raises(RefusedError, match="cant_update_message"):
        await people.edit_message(LEAD, GENERAL, ts, "mine")
    with pytest.raises(RefusedError, match="cant_delete_message"):
        await people.delete_message(LEAD, GENERAL, ts)
    answer = await refused(slack, "chat.update", channel=GENERAL, ts=ts, text="mine")
    assert answer["error"] == "cant_update_message"


async def test_those_who_were_there_from_the_start_have_left_no_row(people: People) -> None:
    assert await people.messages(LEAD, GENERAL) == []
