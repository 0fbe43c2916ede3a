"""Slash commands: what the app gets, and what the person and the channel see of its answer."""

import asyncio
import hashlib
import hmac

import aiohttp
import pytest
from aiohttp import web

from bot.sandbox.client import People
from bot.sandbox.server import Sandbox
from tests.integration.sandbox.fake_app import FakeApp, Received
from tests.integration.sandbox.seeds import (
    BOT,
    CLOSED,
    GENERAL,
    LEAD,
    LEAD_DM,
    LOBBY,
    MEMBER,
    QUICK,
    SECRET,
    STEERING,
    STRANGER,
)


async def test_a_command_arrives_with_the_fields_of_slack(people: People, app: FakeApp) -> None:
    reply = await people.command(LEAD, GENERAL, "/wg action @member.jalisco a < b & c in #lobby")

    assert reply.ok
    fields = app.commands[0]
    assert fields.pop("response_url").startswith("http://127.0.0.1:")
    assert fields.pop("trigger_id").count(".") == 2
    assert fields == {
        "token": "",
        "team_id": "T0LOCAL001",
        "team_domain": "working-group",
        "channel_id": GENERAL,
        "channel_name": "general",
        "user_id": LEAD,
        "user_name": "lead-infra",
        "command": "/wg",
        "text": f"action <@{MEMBER}|member.jalisco> a &lt; b &amp; c in <#{LOBBY}|lobby>",
        "api_app_id": "A0LOCAL001",
        "is_enterprise_install": "false",
    }


async def test_the_request_is_signed_over_its_very_bytes(people: People, app: FakeApp) -> None:
    await people.command(LEAD, GENERAL, "/wg nota ¿qué?")

    received = app.received[0]
    base = b"v0:" + received.headers["X-Slack-Request-Timestamp"].encode() + b":" + received.raw
    expected = "v0=" + hmac.new(SECRET.encode(), base, hashlib.sha256).hexdigest()
    assert received.headers["X-Slack-Signature"] == expected


@pytest.mark.parametrize(
    ("channel", "name"), [(LEAD_DM, "directmessage"), (STEERING, "privategroup"), (LOBBY, "lobby")]
)
async def test_commands_work_where_the_app_is_not_a_member(
    people: People, app: FakeApp, channel: str, name: str
) -> None:
    reply = await people.command(LEAD, channel, "/wg help")

    assert reply.ok
    assert app.commands[0]["channel_name"] == name


async def test_an_empty_acknowledgement_shows_nothing(people: People) -> None:
    reply = await people.command(LEAD, GENERAL, "/wg help")

    assert (reply.status, reply.body) == (200, "")
    assert await people.messages(LEAD, GENERAL) == []


async def test_plain_text_is_shown_to_the_person_alone(people: People, app: FakeApp) -> None:
    app.says("Recorded N-1")

    await people.command(LEAD, GENERAL, "/wg note x")

    shown = await people.messages(LEAD, GENERAL)
    assert [(m["text"], m["ephemeral"], m["user"]) for m in shown] == [("Recorded N-1", True, BOT)]
    assert await people.messages(MEMBER, GENERAL) == []


async def test_an_answer_in_the_channel_shows_the_line_that_was_typed(people: People, app: FakeApp) -> None:
    app.says({"response_type": "in_channel", "text": "Recorded N-1"})

    await people.command(LEAD, LOBBY, "/wg note x")

    shown = await people.messages(MEMBER, LOBBY)
    assert [(m["text"], m["command"]) for m in shown] == [
        ("Recorded N-1", {"user": LEAD, "text": "/wg note x"})
    ]


@pytest.mark.parametrize("timing", [QUICK])
async def test_a_late_acknowledgement_is_an_operation_timeout(people: People, app: FakeApp) -> None:
    async def late(_received: Received) -> web.Response:
        await asyncio.sleep(0.6)
        return web.Response(text="too late")

    app.answer = late

    reply = await people.command(LEAD, GENERAL, "/wg note x")

    assert (reply.ok, reply.error, reply.status) == (False, "operation_timeout", None)
    shown = await people.messages(LEAD, GENERAL)
    assert [m["text"] for m in shown] == ["/wg failed with the error “operation_timeout”"]


@pytest.mark.parametrize("status", [201, 302, 404, 500])
async def test_any_other_status_is_a_failed_dispatch(people: People, app: FakeApp, status: int) -> None:
    app.fails(status)

    reply = await people.command(LEAD, GENERAL, "/wg note x")

    assert (reply.ok, reply.error, reply.status) == (False, "dispatch_failed", status)


async def test_people_are_told_when_the_app_is_away_and_served_when_it_is_back(
    people: People, app: FakeApp
) -> None:
    assert (await people.command(LEAD, GENERAL, "/wg help")).ok
    port = int(app.url.split(":")[2].split("/")[0])
    await app.stop()
    away = await people.command(LEAD, GENERAL, "/wg help")
    await app.start(port)
    back = await people.command(LEAD, GENERAL, "/wg help")

    assert (away.ok, away.error) == (False, "dispatch_failed")
    assert back.ok


async def test_an_answer_that_breaks_a_rule_is_refused_with_its_violations(
    people: People, app: FakeApp
) -> None:
    app.says({"blocks": [{"type": "header", "text": {"type": "plain_text", "text": "x" * 151}}]})

    reply = await people.command(LEAD, GENERAL, "/wg status")

    assert (reply.ok, reply.error) == (False, "invalid_command_response")
    assert [v["rule"] for v in reply.violations] == ["header-text-max"]


async def test_json_that_does_not_parse_is_refused(people: People, app: FakeApp) -> None:
    async def broken(_received: Received) -> web.Response:
        return web.Response(text='{"text": ', content_type="application/json")

    app.answer = broken

    reply = await people.command(LEAD, GENERAL, "/wg status")

    assert reply.error == "invalid_command_response"


@pytest.mark.parametrize(
    ("user", "channel", "text", "error"),
    [
        (LEAD, GENERAL, "/other x", "unknown_command"),
        (LEAD, GENERAL, "   ", "unknown_command"),
        (STRANGER, GENERAL, "/wg help", "command_not_shared"),
        (MEMBER, LOBBY, "/wg help", "not_in_channel"),
        (MEMBER, STEERING, "/wg help", "channel_not_found"),
        (LEAD, CLOSED, "/wg help", "is_archived"),
        ("U0NOBODY", GENERAL, "/wg help", "user_not_found"),
    ],
)
async def test_what_a_person_cannot_type_never_reaches_the_app(
    people: People, app: FakeApp, user: str, channel: str, text: str, error: str
) -> None:
    reply = await people.command(user, channel, text)

    assert (reply.ok, reply.error) == (False, error)
    assert app.received == []


async def test_commands_do_not_work_in_threads(people: People, app: FakeApp) -> None:
    ts = await people.message(LEAD, LOBBY, "agenda")

    reply = await people.command(LEAD, LOBBY, "/wg note x", thread_ts=ts)

    assert (reply.ok, reply.error) == (False, "not_in_thread")
    assert app.commands == []


async def test_the_app_is_invited_as_slack_does_it(people: People, sandbox: Sandbox) -> None:
    reply = await people.command(LEAD, LOBBY, "/invite @scribe")

    channel = sandbox.workspace.directory.channel(LOBBY)
    assert reply.ok
    assert channel is not None
    assert BOT in channel.members


@pytest.mark.parametrize("handle", ["@scribe", "@Scribe"])
async def test_whoever_invites_the_app_again_is_told_that_it_is_there(handle: str, people: People) -> None:
    reply = await people.command(LEAD, GENERAL, f"/invite {handle}")

    assert reply.ok
    (told,) = [each for each in await people.messages(LEAD, GENERAL) if each["ephemeral"]]
    assert told["text"] == f"<@{BOT}> is already in this channel."


async def test_sixty_four_commands_at_once_are_each_answered_with_their_own(
    people: People, app: FakeApp
) -> None:
    async def echo(received: Received) -> web.Response:
        await asyncio.sleep(0.01)
        return web.Response(text=received.fields["text"])

    app.answer = echo

    replies = await asyncio.gather(
        *(people.command(LEAD, GENERAL, f"/wg note {number}") for number in range(64))
    )

    assert [reply.body for reply in replies] == [f"note {number}" for number in range(64)]
    stamps = [message["ts"] for message in await people.messages(LEAD, GENERAL)]
    assert len(set(stamps)) == 64
    assert stamps == sorted(stamps)


async def test_a_request_that_cannot_be_read_says_what_is_wrong(
    sandbox: Sandbox, session: aiohttp.ClientSession
) -> None:
    async with session.post(f"{sandbox.url}/people/command", json={"as": LEAD, "text": 3}) as response:
        answer = await response.json()

    assert (response.status, answer["ok"], answer["error"]) == (400, False, "invalid_request")
    assert {violation["path"] for violation in answer["violations"]} == {"/channel", "/text"}


@pytest.mark.parametrize(("body", "shown"), [('"said"', ["said"]), ("null", []), ("{}", []), ("", [])])
async def test_json_may_be_a_text_or_nothing(
    people: People, app: FakeApp, body: str, shown: list[str]
) -> None:
    async def answer(_received: Received) -> web.Response:
        return web.Response(text=body, content_type="application/json")

    app.answer = answer

    assert (await people.command(LEAD, GENERAL, "/wg help")).ok
    assert [m["text"] for m in await people.messages(LEAD, GENERAL)] == shown


async def test_a_list_is_no_answer(people: People, app: FakeApp) -> None:
    app.says(["said"])

    assert (await people.command(LEAD, GENERAL, "/wg help")).error == "invalid_command_response"


async def test_a_channel_archived_meanwhile_takes_no_answer(people: People, app: FakeApp) -> None:
    async def answer(_received: Received) -> web.Response:
        await people.archive(LEAD, LOBBY)
        return web.json_response({"response_type": "in_channel", "text": "recorded"})

    app.answer = answer

    reply = await people.command(LEAD, LOBBY, "/wg note x")

    assert (reply.ok, reply.error) == (False, "is_archived")
    assert [m["subtype"] for m in await people.messages(LEAD, LOBBY)] == ["channel_archive"]
