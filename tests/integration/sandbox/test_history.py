"""conversations.history and conversations.replies."""

from datetime import timedelta

from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.client import People
from tests.integration.sandbox.refusals import refused
from tests.integration.sandbox.seeds import (
    GENERAL,
    LEAD,
    LOBBY,
)


async def test_metadata_is_in_the_history_when_asked_for(slack: AsyncWebClient) -> None:
    metadata = {"event_type": "digest", "event_payload": {"delivery": "D1", "part": 0}}
    posted = await slack.chat_postMessage(channel=GENERAL, text="Digest", metadata=metadata)

    plain = await slack.conversations_history(channel=GENERAL)
    asked = await slack.conversations_history(channel=GENERAL, include_all_metadata=True)

    assert posted["message"]["metadata"] == metadata
    assert "metadata" not in plain["messages"][0]
    assert asked["messages"][0]["metadata"] == metadata


async def test_history_is_newest_first_in_pages_and_spans(slack: AsyncWebClient) -> None:
    stamps = [(await slack.chat_postMessage(channel=GENERAL, text=str(n)))["ts"] for n in range(5)]

    pages = []
    async for page in await slack.conversations_history(channel=GENERAL, limit=2):
        pages.append(([m["text"] for m in page["messages"]], page["has_more"]))
        await slack.chat_postMessage(channel=GENERAL, text="meanwhile")
    span = await slack.conversations_history(channel=GENERAL, oldest=stamps[1], latest=stamps[3])
    inclusive = await slack.conversations_history(
        channel=GENERAL, oldest=stamps[1], latest=stamps[3], inclusive=True
    )

    assert pages == [(["4", "3"], True), (["2", "1"], True), (["0"], False)]
    assert [m["text"] for m in span["messages"]] == ["2"]
    assert [m["text"] for m in inclusive["messages"]] == ["3", "2", "1"]
    assert (await refused(slack, "conversations.history", channel=GENERAL, oldest="x"))["error"] == (
        "invalid_ts_oldest"
    )


async def test_threads_are_read_oldest_first_from_any_of_their_messages(
    slack: AsyncWebClient, people: People
) -> None:
    parent = await people.message(LEAD, GENERAL, "agenda")
    first = await slack.chat_postMessage(channel=GENERAL, text="noted", thread_ts=parent)
    await slack.chat_postMessage(
        channel=GENERAL, text="and told", thread_ts=first["ts"], reply_broadcast=True
    )

    thread = await slack.conversations_replies(channel=GENERAL, ts=first["ts"])
    history = await slack.conversations_history(channel=GENERAL)

    assert [m["text"] for m in thread["messages"]] == ["agenda", "noted", "and told"]
    assert (thread["messages"][0]["reply_count"], thread["messages"][1]["parent_user_id"]) == (2, LEAD)
    assert [m["text"] for m in history["messages"]] == ["and told", "agenda"]
    missing = await refused(slack, "conversations.replies", channel=GENERAL, ts="1.0")
    assert missing["error"] == "thread_not_found"


async def test_the_history_lags_behind_as_told(slack: AsyncWebClient, people: People) -> None:
    await people.history_lag(timedelta(seconds=30))
    posted = await slack.chat_postMessage(channel=GENERAL, text="late")

    hidden = await slack.conversations_history(channel=GENERAL)
    no_thread = await refused(slack, "conversations.replies", channel=GENERAL, ts=posted["ts"])
    seen_by_people = await people.messages(LEAD, GENERAL)
    await people.advance(timedelta(seconds=31))
    found = await slack.conversations_history(channel=GENERAL)

    assert hidden["messages"] == []
    assert no_thread["error"] == "thread_not_found"
    assert [m["text"] for m in seen_by_people] == ["late"]
    assert [m["text"] for m in found["messages"]] == ["late"]


async def test_history_needs_membership(slack: AsyncWebClient) -> None:
    assert (await refused(slack, "conversations.history", channel=LOBBY))["error"] == "not_in_channel"
