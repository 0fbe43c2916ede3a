"""Events to the app: what it is told, and what happens when it does not answer."""

import asyncio

import pytest
from aiohttp import web
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.client import People, RefusedError
from bot.sandbox.seed import WorkspaceSeed
from bot.sandbox.server import Sandbox
from bot.sandbox.workspace import Timing
from tests.integration.sandbox.fake_app import FakeApp, Received
from tests.integration.sandbox.seeds import (
    BOT,
    GENERAL,
    LEAD,
    LEAD_DM,
    LOBBY,
    MEMBER,
    QUICK,
    STEERING,
    seed_facts,
)


async def test_a_message_arrives_in_the_envelope_of_slack(people: People, app: FakeApp) -> None:
    ts = await people.message(LEAD, GENERAL, "hello #lobby")
    await people.idle()

    envelope = app.received[0].event
    event = envelope["event"]
    assert (envelope["type"], envelope["team_id"], envelope["api_app_id"]) == (
        "event_callback",
        "T0LOCAL001",
        "A0LOCAL001",
    )
    assert envelope["event_id"].startswith("Ev")
    assert envelope["authorizations"][0]["user_id"] == BOT
    assert (event["type"], event["channel"], event["channel_type"]) == ("message", GENERAL, "channel")
    assert (event["user"], event["ts"], event["event_ts"]) == (LEAD, ts, ts)
    assert event["text"] == f"hello <#{LOBBY}|lobby>"
    assert event["blocks"][0]["elements"][0]["elements"] == [
        {"type": "text", "text": "hello "},
        {"type": "channel", "channel_id": LOBBY},
    ]


async def test_a_mention_arrives_twice(people: People, app: FakeApp) -> None:
    ts = await people.message(LEAD, GENERAL, "@scribe note x")
    await people.idle()

    assert sorted(event["type"] for event in app.events) == ["app_mention", "message"]
    assert {event["ts"] for event in app.events} == {ts}
    ids = {received.event["event_id"] for received in app.received}
    assert len(ids) == 2


async def test_the_app_hears_nothing_of_channels_it_is_not_in(people: People, app: FakeApp) -> None:
    await people.message(LEAD, LOBBY, "@scribe hello")
    await people.message(LEAD, STEERING, "hello")
    await people.idle()

    assert app.received == []


async def test_direct_messages_arrive_without_a_mention(people: People, app: FakeApp) -> None:
    await people.message(LEAD, LEAD_DM, "@scribe help")
    await people.idle()

    assert [(e["type"], e["channel_type"]) for e in app.events] == [("message", "im")]


async def test_the_app_hears_itself_corrections_and_deletions(
    people: People, app: FakeApp, slack: AsyncWebClient
) -> None:
    own = await slack.chat_postMessage(channel=GENERAL, text="one")
    await people.idle()
    await slack.chat_update(channel=GENERAL, ts=own["ts"], text="two")
    await people.idle()
    await slack.chat_delete(channel=GENERAL, ts=own["ts"])
    await people.idle()

    posted, changed, deleted = app.events
    assert posted["bot_id"] == "B0LOCAL001"
    assert (changed["subtype"], changed["message"]["text"], changed["previous_message"]["text"]) == (
        "message_changed",
        "two",
        "one",
    )
    assert (deleted["subtype"], deleted["deleted_ts"]) == ("message_deleted", own["ts"])


async def test_changes_of_people_and_channels_are_told(people: People, app: FakeApp) -> None:
    await people.change_user(MEMBER, tz="America/Tijuana", locale="en-US")
    await people.change_channel_id(GENERAL, "C0GENERAL2")
    await people.archive(LEAD, "C0GENERAL2")
    await people.idle()

    by_type = {event["type"]: event for event in app.events}
    assert (by_type["user_change"]["user"]["tz"], by_type["user_change"]["user"]["locale"]) == (
        "America/Tijuana",
        "en-US",
    )
    assert by_type["channel_id_changed"]["old_channel_id"] == GENERAL
    assert by_type["channel_id_changed"]["new_channel_id"] == "C0GENERAL2"
    assert by_type["channel_archive"]["channel"] == "C0GENERAL2"


async def test_messages_stay_with_a_channel_whose_id_changes(people: People) -> None:
    ts = await people.message(LEAD, GENERAL, "one")
    await people.change_channel_id(GENERAL, "C0GENERAL2")
    await people.edit_message(LEAD, "C0GENERAL2", ts, "two")

    assert [m["text"] for m in await people.messages(LEAD, "C0GENERAL2")] == ["two"]


async def test_an_event_is_tried_three_times_more_with_number_and_reason(
    people: People, app: FakeApp
) -> None:
    app.fails(500)

    await people.message(LEAD, GENERAL, "hello")
    await app.arrivals(4)
    await asyncio.sleep(0.2)

    headers = [each.headers for each in app.received]
    assert [h.get("X-Slack-Retry-Num") for h in headers] == [None, "1", "2", "3"]
    assert {h.get("X-Slack-Retry-Reason") for h in headers[1:]} == {"http_error"}
    assert len({each.event["event_id"] for each in app.received}) == 1


@pytest.mark.parametrize("timing", [QUICK])
async def test_a_late_answer_is_retried_as_a_timeout_until_one_is_in_time(
    people: People, app: FakeApp
) -> None:
    async def late_once(_received: Received) -> web.Response:
        if len(app.received) == 1:
            await asyncio.sleep(0.6)
        return web.Response()

    app.answer = late_once
    await people.message(LEAD, GENERAL, "hello")
    await app.arrivals(2)
    await asyncio.sleep(0.2)

    assert [e.headers.get("X-Slack-Retry-Reason") for e in app.received] == [None, "http_timeout"]


async def test_the_app_can_ask_for_no_retry(people: People, app: FakeApp) -> None:
    async def final(_received: Received) -> web.Response:
        return web.Response(status=500, headers={"X-Slack-No-Retry": "1"})

    app.answer = final
    await people.message(LEAD, GENERAL, "hello")
    await people.idle()
    await asyncio.sleep(0.2)

    assert len(app.received) == 1


async def test_a_pending_retry_ends_with_the_workspace(seed: WorkspaceSeed, app: FakeApp) -> None:
    app.fails(500)
    sandbox = Sandbox(seed, Timing(retry_seconds=(60.0,)))
    await sandbox.start()
    sandbox.set_request_url(app.url)
    workspace = sandbox.workspace
    sent = workspace.events.send("app_mention", {"type": "app_mention"})
    assert sent is not None
    await sent

    await sandbox.stop()

    others = asyncio.all_tasks() - {asyncio.current_task()}
    assert not [task for task in others if "_deliver" in repr(task)]


async def test_without_the_scope_there_is_no_event(app: FakeApp) -> None:
    facts = seed_facts()
    facts["app"]["scopes"] = ["commands"]
    sandbox = Sandbox(WorkspaceSeed.model_validate(facts))
    await sandbox.start()
    sandbox.set_request_url(app.url)
    try:
        assert sandbox.workspace.events.send("message.channels", {"type": "message"}) is None
        assert app.received == []
    finally:
        await sandbox.stop()


async def test_an_address_is_taken_when_it_echoes_the_challenge(people: People, app: FakeApp) -> None:
    async def echo(received: Received) -> web.Response:
        return web.json_response({"challenge": received.event["challenge"]})

    app.answer = echo
    await people.request_url(app.url, verify=True)
    app.says("no")

    with pytest.raises(RefusedError) as refusal:
        await people.request_url(f"{app.url}/other", verify=True)
    reply = await people.command(LEAD, GENERAL, "/wg x")

    assert app.received[0].event["type"] == "url_verification"
    assert refusal.value.code == "url_verification_failed"
    assert reply.body == "no"


@pytest.mark.parametrize("status", [200, 202, 204])
async def test_any_status_of_success_acknowledges_an_event_but_200_alone_a_command(
    people: People, app: FakeApp, status: int
) -> None:
    app.fails(status)
    await people.message(LEAD, GENERAL, "hello")
    await people.idle()
    await asyncio.sleep(0.2)
    reply = await people.command(LEAD, GENERAL, "/wg x")

    assert len(app.events) == 1
    assert reply.ok is (status == 200)


async def test_the_first_message_of_a_thread_changes_into_a_mark_and_the_mark_goes_with_the_last_reply(
    people: People, app: FakeApp, slack: AsyncWebClient
) -> None:
    first = await people.message(LEAD, GENERAL, "one")
    reply = await people.message(LEAD, GENERAL, "two", thread_ts=first)
    await people.idle()
    await people.delete_message(LEAD, GENERAL, first)
    await people.idle()
    mark = (await slack.conversations_history(channel=GENERAL))["messages"][0]
    await people.delete_message(LEAD, GENERAL, reply)
    await people.idle()

    changed = app.events[2]
    deleted = {event["deleted_ts"]: event["previous_message"] for event in app.events[3:]}
    assert (changed["subtype"], changed["message"]) == ("message_changed", mark)
    assert changed["previous_message"]["text"] == "one"
    assert (mark["subtype"], mark["hidden"], mark["user"]) == ("tombstone", True, "USLACKBOT")
    assert "blocks" not in mark
    assert [deleted[ts].get("subtype") for ts in (reply, first)] == [None, "tombstone"]
    assert await people.messages(LEAD, GENERAL) == []


def sharing() -> WorkspaceSeed:
    facts = seed_facts()
    facts["channels"][0]["is_ext_shared"] = True
    facts["app"]["channels"] = [GENERAL, LOBBY]
    return WorkspaceSeed.model_validate(facts)


@pytest.mark.parametrize("seed", [sharing()])
async def test_an_event_says_whether_its_channel_is_shared(people: People, app: FakeApp) -> None:
    await people.message(LEAD, GENERAL, "one")
    await people.message(LEAD, LOBBY, "two")
    await people.change_user(MEMBER, title="Chair")
    await people.change_channel_id(GENERAL, "C0GENERAL2")
    await people.idle()

    envelopes = [each.event for each in app.received]
    assert {
        each["event"].get("text", each["event"]["type"]): each["is_ext_shared_channel"] for each in envelopes
    } == {"one": True, "two": False, "user_change": False, "channel_id_changed": True}
