"""chat.* and reactions.* as slack_sdk's client meets them."""

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.client import People
from bot.sandbox.seed import WorkspaceSeed
from tests.integration.sandbox.refusals import refused
from tests.integration.sandbox.seeds import (
    BOT,
    CLOSED,
    GENERAL,
    LEAD,
    LOBBY,
    MEMBER,
    SCOPES,
    STEERING,
    seed_facts,
)


def with_scopes(*more: str) -> WorkspaceSeed:
    facts = seed_facts()
    facts["app"]["scopes"] = [*SCOPES, *more]
    return WorkspaceSeed.model_validate(facts)


async def test_a_posted_message_comes_back_in_the_shape_of_slack(slack: AsyncWebClient) -> None:
    blocks = [
        {"type": "actions", "elements": [{"type": "button", "text": {"type": "plain_text", "text": "Go"}}]}
    ]

    answer = await slack.chat_postMessage(channel=GENERAL, text="Status", blocks=blocks)

    message = answer["message"]
    assert (answer["channel"], answer["ts"]) == (GENERAL, message["ts"])
    assert (message["user"], message["bot_id"], message["app_id"]) == (BOT, "B0LOCAL001", "A0LOCAL001")
    assert message["blocks"][0]["block_id"]
    assert message["blocks"][0]["elements"][0]["action_id"]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"channel": LOBBY, "text": "x"}, "not_in_channel"),
        ({"channel": CLOSED, "text": "x"}, "is_archived"),
        ({"channel": STEERING, "text": "x"}, "channel_not_found"),
        ({"channel": "C0NOWHERE", "text": "x"}, "channel_not_found"),
        ({"channel": GENERAL}, "no_text"),
        ({"channel": GENERAL, "text": "x", "thread_ts": "1700000000.000000"}, "thread_not_found"),
        ({"channel": GENERAL, "text": "x", "blocks": "{"}, "invalid_blocks_format"),
        ({"channel": GENERAL, "text": "x", "metadata": {"event_type": "x"}}, "invalid_metadata_format"),
        ({"channel": GENERAL, "text": "x", "blocks": [{"type": "nothing"}]}, "invalid_blocks"),
    ],
)
async def test_what_slack_refuses_to_post_is_refused(
    slack: AsyncWebClient, people: People, arguments: dict[str, object], error: str
) -> None:
    answer = await refused(slack, "chat.postMessage", **arguments)

    assert answer["error"] == error
    assert await people.messages(LEAD, GENERAL) == []


async def test_refused_blocks_are_explained(slack: AsyncWebClient) -> None:
    header = {"type": "header", "text": {"type": "plain_text", "text": "x" * 151}}

    answer = await refused(slack, "chat.postMessage", channel=GENERAL, text="x", blocks=[header])

    assert "/blocks/0/text" in answer["response_metadata"]["messages"][0]
    assert answer["errors"] == answer["response_metadata"]["messages"]


async def test_an_update_follows_the_rules_for_blocks_and_metadata(slack: AsyncWebClient) -> None:
    divider = [{"type": "divider", "block_id": "d"}]
    metadata = {"event_type": "digest", "event_payload": {}}
    ts = (await slack.chat_postMessage(channel=GENERAL, text="one", blocks=divider, metadata=metadata))["ts"]

    with_blocks = await slack.chat_update(channel=GENERAL, ts=ts, text="two", blocks=divider)
    text_only = await slack.chat_update(channel=GENERAL, ts=ts, text="three")
    cleared = await slack.chat_update(channel=GENERAL, ts=ts, text="four", metadata={})

    assert with_blocks["message"]["blocks"] == divider
    assert "edited" not in with_blocks["message"]
    assert "blocks" not in text_only["message"]
    assert text_only["message"]["edited"]["user"] == BOT
    assert text_only["message"]["metadata"] == metadata
    assert "metadata" not in cleared["message"]


async def test_the_app_changes_and_deletes_only_its_own(slack: AsyncWebClient, people: People) -> None:
    theirs = await people.message(LEAD, GENERAL, "mine")
    own = (await slack.chat_postMessage(channel=GENERAL, text="x"))["ts"]

    update = await refused(slack, "chat.update", channel=GENERAL, ts=theirs, text="y")
    delete = await refused(slack, "chat.delete", channel=GENERAL, ts=theirs)
    await slack.chat_delete(channel=GENERAL, ts=own)
    again = await refused(slack, "chat.delete", channel=GENERAL, ts=own)

    assert (update["error"], delete["error"]) == ("cant_update_message", "cant_delete_message")
    assert again["error"] == "message_not_found"
    assert [m["text"] for m in await people.messages(LEAD, GENERAL)] == ["mine"]


async def test_a_deleted_first_message_leaves_its_thread(slack: AsyncWebClient, people: People) -> None:
    ts = (await slack.chat_postMessage(channel=GENERAL, text="x"))["ts"]
    await people.message(LEAD, GENERAL, "reply", thread_ts=ts)

    await slack.chat_delete(channel=GENERAL, ts=ts)

    thread = await people.messages(LEAD, GENERAL, thread_ts=ts)
    assert [(m.get("subtype"), m["text"]) for m in thread] == [
        ("tombstone", "This message was deleted."),
        (None, "reply"),
    ]


async def test_ephemeral_messages_are_for_one_person_and_not_in_the_history(
    slack: AsyncWebClient, people: People
) -> None:
    await slack.chat_postEphemeral(channel=GENERAL, user=MEMBER, text="psst")

    history = await slack.conversations_history(channel=GENERAL)
    outside = await refused(slack, "chat.postEphemeral", channel=GENERAL, user="U0NOBODY", text="x")

    assert history["messages"] == []
    assert await people.messages(LEAD, GENERAL) == []
    assert [(m["text"], m["ephemeral"]) for m in await people.messages(MEMBER, GENERAL)] == [("psst", True)]
    assert outside["error"] == "user_not_in_channel"


async def test_permalinks_name_the_thread(slack: AsyncWebClient, people: People) -> None:
    ts = await people.message(LEAD, GENERAL, "x")
    reply = await people.message(LEAD, GENERAL, "y", thread_ts=ts)

    first = await slack.chat_getPermalink(channel=GENERAL, message_ts=ts)
    second = await slack.chat_getPermalink(channel=GENERAL, message_ts=reply)

    base = f"https://working-group.slack.com/archives/{GENERAL}/p"
    assert first["permalink"] == base + ts.replace(".", "")
    assert second["permalink"] == f"{base}{reply.replace('.', '')}?thread_ts={ts}&cid={GENERAL}"


async def test_reactions_are_added_once_and_removed(slack: AsyncWebClient, people: People) -> None:
    ts = await people.message(LEAD, GENERAL, "#note x")
    await people.react(MEMBER, GENERAL, ts, "memo")
    await slack.reactions_add(channel=GENERAL, timestamp=ts, name="memo")

    again = await refused(slack, "reactions.add", channel=GENERAL, timestamp=ts, name="memo")
    reactions = (await people.messages(LEAD, GENERAL))[0]["reactions"]
    await slack.reactions_remove(channel=GENERAL, timestamp=ts, name="memo")
    gone = await refused(slack, "reactions.remove", channel=GENERAL, timestamp=ts, name="memo")

    assert again["error"] == "already_reacted"
    assert reactions == [{"name": "memo", "users": [MEMBER, BOT], "count": 2}]
    assert gone["error"] == "no_reaction"


@pytest.mark.parametrize("method", ["chat.update", "chat.delete", "chat.postEphemeral"])
async def test_only_posting_takes_a_person_for_a_channel(slack: AsyncWebClient, method: str) -> None:
    posted = await slack.chat_postMessage(channel=LEAD, text="one")
    arguments = {"user": LEAD, "ts": posted["ts"], "text": "two"}

    answer = await refused(slack, method, channel=LEAD, **arguments)
    done = await slack.api_call(method, json={"channel": posted["channel"], **arguments})

    assert (answer["error"], done["ok"]) == ("channel_not_found", True)


@pytest.mark.parametrize(
    ("seed", "shown"),
    [(with_scopes(), None), (with_scopes("chat:write.customize"), "Secretary")],
)
async def test_a_name_of_its_own_is_shown_with_the_scope_for_it(
    slack: AsyncWebClient, shown: str | None
) -> None:
    answer = await slack.chat_postMessage(channel=GENERAL, text="one", username="Secretary")

    assert answer["message"].get("username") == shown
