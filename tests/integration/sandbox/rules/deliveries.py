"""Rules of what reaches the app: events, texts, suggestions, commands, sockets."""

import asyncio

import pytest
from pydantic import ValidationError

from bot.sandbox.client import ElementName, InMessage, RefusedError
from bot.sandbox.events import RETRY_SECONDS
from bot.sandbox.sockets import MAX_CONNECTIONS
from tests.integration.sandbox.forms import modal, plain, text_value
from tests.integration.sandbox.rules.stage import Row, Stage
from tests.integration.sandbox.seeds import (
    APP_TOKEN,
    GENERAL,
    LEAD,
    QUICK,
    STRANGER,
    seed_facts,
    socket_seed,
    workspace_seed,
)
from tests.integration.sandbox.socket_app import SocketApp

BUTTON = {"type": "button", "action_id": "go", "text": plain("Go")}
MENU = {"type": "external_select", "action_id": "item", "placeholder": plain("Which")}
BLOCK = {"type": "actions", "block_id": "b", "elements": [BUTTON, MENU]}


async def event_answered(stage: Stage) -> None:
    await stage.people.message(LEAD, GENERAL, "x")
    await stage.people.idle()
    await asyncio.sleep(0.15)
    assert len(stage.app.received) == 1


async def event_not_answered(stage: Stage) -> None:
    stage.app.fails(500)
    await stage.people.message(LEAD, GENERAL, "x")
    await stage.app.arrivals(4)
    numbers = [each.headers.get("X-Slack-Retry-Num") for each in stage.app.received]
    reasons = {each.headers.get("X-Slack-Retry-Reason") for each in stage.app.received[1:]}
    assert (numbers, reasons) == ([None, "1", "2", "3"], {"http_error"})
    assert len({each.event["event_id"] for each in stage.app.received}) == 1
    assert RETRY_SECONDS == (0.0, 60.0, 300.0)


async def texts_encoded(stage: Stage) -> None:
    sent = await stage.command("a & <b> @lead-infra #general")
    await stage.people.message(LEAD, GENERAL, "a & <b> @lead-infra https://example.org/a")
    await stage.people.idle()
    assert sent["text"] == f"a &amp; &lt;b&gt; <@{LEAD}|lead-infra> <#{GENERAL}|general>"
    assert stage.app.events[0]["text"] == f"a &amp; &lt;b&gt; <@{LEAD}> <https://example.org/a>"


async def modal_values_raw(stage: Stage) -> None:
    view = (await stage.open(modal()))["view"]
    await stage.people.submit(LEAD, view["id"], text_value("a & <b>"))
    values = stage.app.payloads[-1]["view"]["state"]["values"]
    assert values["body"]["text"]["value"] == "a & <b>"


async def _suggest(stage: Stage) -> int:
    ts = await stage.post(blocks=[BLOCK])
    answer = await stage.people.suggest(LEAD, ElementName(InMessage(GENERAL, ts), "b", "item"), "one")
    return len(answer["options"])


def _options(count: int) -> dict[str, object]:
    return {"options": [{"text": plain("One"), "value": f"{n}"} for n in range(count)]}


async def hundred_options(stage: Stage) -> None:
    stage.app.says(_options(100))
    assert await _suggest(stage) == 100


async def more_options_or_late_ones(stage: Stage) -> None:
    stage.app.says(_options(101))
    with pytest.raises(RefusedError, match="invalid_suggestions") as refusal:
        await _suggest(stage)
    assert refusal.value.violations[0]["rule"] == "suggestions-options-max"
    stage.answer_late(0.6, asyncio.sleep)
    with pytest.raises(RefusedError, match="operation_timeout"):
        await _suggest(stage)


def _with_commands(count: int) -> dict[str, object]:
    return {**seed_facts()["app"], "commands": [{"command": f"/wg{n}"} for n in range(count)]}


async def command_in_a_channel(stage: Stage) -> None:
    assert (await stage.people.command(LEAD, GENERAL, "/wg help")).ok
    assert len(workspace_seed(app=_with_commands(50)).app.commands) == 50


async def command_where_there_is_none(stage: Stage) -> None:
    ts = await stage.people.message(LEAD, GENERAL, "x")
    assert (await stage.people.command(LEAD, GENERAL, "/wg x", ts)).error == "not_in_thread"
    assert (await stage.people.command(STRANGER, GENERAL, "/wg x")).error == "command_not_shared"
    with pytest.raises(ValidationError, match="commands"):
        workspace_seed(app=_with_commands(51))


async def ten_connections(stage: Stage) -> None:
    app = SocketApp(stage.slack, APP_TOKEN, stage.session)
    for _ in range(MAX_CONNECTIONS):
        await app.connect()
    for _ in range(MAX_CONNECTIONS):
        assert (await stage.people.command(LEAD, GENERAL, "/wg x")).ok
    assert [len(socket.envelopes) for socket in app.sockets] == [1] * MAX_CONNECTIONS
    await app.close()


async def an_eleventh_connection_or_none(stage: Stage) -> None:
    assert (await stage.people.command(LEAD, GENERAL, "/wg x")).error == "dispatch_failed"
    app = SocketApp(stage.slack, APP_TOKEN, stage.session)
    for _ in range(MAX_CONNECTIONS + 1):
        await app.connect()
    await app.sockets[-1].ended()
    await stage.people.disconnect("refresh_requested")
    await app.sockets[0].until(lambda socket: bool(socket.reasons))
    reasons = [app.sockets[-1].reasons, app.sockets[0].reasons]
    await app.close()
    assert reasons == [["too_many_websockets"], ["refresh_requested"]]


ROWS = (
    Row(
        "events",
        "retried at about 0 s, 1 min, 5 min with `x-slack-retry-num` and `-reason`; de-duplicate on "
        "`event_id`",
        ("events", "over_http"),
        event_answered,
        event_not_answered,
    ),
    Row(
        "command and message text",
        "may arrive with `&amp; &lt; &gt;` entities and `<@U…|name>`, `<#C…|name>`, `<url|label>`; "
        "modal values "
        "arrive raw",
        ("entities",),
        texts_encoded,
        modal_values_raw,
    ),
    Row(
        "block suggestions (external selects)",
        "own request kind, 3 s, at most 100 options",
        ("people.actions", "validator.responses"),
        hundred_options,
        more_options_or_late_ones,
        timing=QUICK,
    ),
    Row(
        "slash commands",
        "do not work in threads; not shared across Slack Connect (each workspace installs the app); "
        "at most 50 "
        "per app; enable user and channel escaping; offer `help`",
        ("people.commands", "seed"),
        command_in_a_channel,
        command_where_there_is_none,
    ),
    Row(
        "Socket Mode",
        "up to 10 connections, each payload goes to any one; connections are recycled; not allowed in the "
        "Marketplace",
        ("sockets", "socket_route"),
        ten_connections,
        an_eleventh_connection_or_none,
        seed=socket_seed,
    ),
)
