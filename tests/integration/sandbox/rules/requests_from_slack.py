"""Rules of the requests that Slack sends."""

import asyncio
import time

from slack_sdk.signature import SignatureVerifier

from bot.sandbox.client import ElementName, InEphemeral, InView
from bot.sandbox.signing import signed_headers
from tests.integration.sandbox.forms import modal, plain
from tests.integration.sandbox.rules.stage import Row, Stage
from tests.integration.sandbox.seeds import (
    GENERAL,
    LEAD,
    QUICK,
    SECRET,
)

BUTTON = {"type": "button", "action_id": "go", "text": plain("Go")}
MENU = {"type": "external_select", "action_id": "item", "placeholder": plain("Which")}
BLOCK = {"type": "actions", "block_id": "b", "elements": [BUTTON, MENU]}


async def acknowledged_in_time(stage: Stage) -> None:
    stage.app.says({"text": "I do not understand that."})
    reply = await stage.people.command(LEAD, GENERAL, "/wg what")
    assert (reply.ok, reply.status) == (True, 200)
    assert await stage.texts() == ["I do not understand that."]


async def acknowledged_late_or_with_an_error(stage: Stage) -> None:
    stage.answer_late(0.6, asyncio.sleep)
    assert (await stage.people.command(LEAD, GENERAL, "/wg x")).error == "operation_timeout"
    stage.app.fails(500)
    assert (await stage.people.command(LEAD, GENERAL, "/wg x")).error == "dispatch_failed"


async def signed_now(stage: Stage) -> None:
    await stage.command()
    request = stage.app.received[0]
    assert SignatureVerifier(SECRET).is_valid_request(request.raw, request.headers)


async def signed_long_ago_or_by_another(stage: Stage) -> None:
    await stage.command()
    raw = stage.app.received[0].raw
    old = signed_headers(SECRET, int(time.time()) - 301, raw)
    other = signed_headers("another", int(time.time()), raw)
    verifier = SignatureVerifier(SECRET)
    assert [verifier.is_valid_request(raw, headers) for headers in (old, other)] == [False, False]


async def trigger_used_at_once(stage: Stage) -> None:
    trigger = (await stage.command())["trigger_id"]
    stage.watch.seconds += 3
    assert (await stage.ask("views.open", trigger_id=trigger, view=modal()))["ok"]


async def trigger_used_twice_or_late(stage: Stage) -> None:
    trigger = (await stage.command())["trigger_id"]
    await stage.ask("views.open", trigger_id=trigger, view=modal())
    assert await stage.error("views.open", trigger_id=trigger, view=modal()) == "exchanged_trigger_id"
    late = (await stage.command())["trigger_id"]
    stage.watch.seconds += 3.1
    assert await stage.error("views.open", trigger_id=late, view=modal()) == "expired_trigger_id"


async def _click_on_ephemeral(stage: Stage) -> str:
    """The ts of an ephemeral message whose button was clicked."""
    stage.app.says({"text": "acknowledged"})
    whispered = await stage.ask("chat.postEphemeral", channel=GENERAL, user=LEAD, text="1", blocks=[BLOCK])
    shown = (await stage.people.messages(LEAD, GENERAL))[0]
    await stage.people.action(LEAD, ElementName(InEphemeral(GENERAL, shown["id"]), "b", "go"))
    return str(whispered["message_ts"])


async def ephemeral_replaced_by_response_url(stage: Stage) -> None:
    await _click_on_ephemeral(stage)
    url = stage.app.payloads[0]["response_url"]
    assert await stage.respond(url, replace_original=True, text="2") == 200
    assert await stage.texts() == ["2"]


async def ephemeral_not_updated_otherwise(stage: Stage) -> None:
    ts = await _click_on_ephemeral(stage)
    assert await stage.error("chat.update", channel=GENERAL, ts=ts, text="2") == "message_not_found"
    assert await stage.texts() == ["1"]


async def five_responses(stage: Stage) -> None:
    url = (await stage.command())["response_url"]
    stage.watch.seconds += 30 * 60
    assert [await stage.respond(url, text=f"{n}") for n in range(5)] == [200] * 5
    shown = await stage.people.messages(LEAD, GENERAL)
    assert [message.get("ephemeral") for message in shown] == [True] * 5


async def a_sixth_or_late_response(stage: Stage) -> None:
    url = (await stage.command())["response_url"]
    statuses = [await stage.respond(url, replace_original=True, text=f"{n}") for n in range(6)]
    late = (await stage.command())["response_url"]
    stage.watch.seconds += 30 * 60 + 1
    assert statuses == [200] * 5 + [404]
    assert await stage.respond(late, text="x") == 404
    assert await stage.texts() == ["0", "1", "2", "3", "4"]
    assert [each["error"] for each in await stage.people.rejections()] == ["used_url", "expired_url"]


async def _pushed(stage: Stage, times: int) -> list[str]:
    """Errors of pushing onto an open modal; empty when it was done."""
    await stage.open(modal())
    errors = []
    for _ in range(times):
        top = (await stage.people.views(LEAD))[-1]
        await stage.people.action(LEAD, ElementName(InView(top["id"]), "more", "add"))
        trigger = stage.app.payloads[-1]["trigger_id"]
        answer = await stage.ask("views.push", trigger_id=trigger, view=modal())
        errors.append(answer.get("error", ""))
    return errors


async def three_views(stage: Stage) -> None:
    assert await _pushed(stage, 2) == ["", ""]


async def four_views(stage: Stage) -> None:
    assert await _pushed(stage, 3) == ["", "", "push_limit_reached"]


ROWS = (
    Row(
        "acknowledge a command, action or view submission",
        "within 3 s, HTTP 200; an error is also 200 with ephemeral text, never 500",
        ("deliveries", "over_http", "people.failures"),
        acknowledged_in_time,
        acknowledged_late_or_with_an_error,
        timing=QUICK,
    ),
    Row(
        "signature",
        "`v0=` HMAC-SHA256 over `v0:timestamp:body`; refuse a timestamp older than 300 s",
        ("signing", "over_http"),
        signed_now,
        signed_long_ago_or_by_another,
    ),
    Row(
        "trigger_id",
        "valid 3 s, single use",
        ("triggers",),
        trigger_used_at_once,
        trigger_used_twice_or_late,
    ),
    Row(
        "ephemeral messages",
        "cannot be updated through the Web API, only through response_url; a click's acknowledgement changes "
        "nothing by itself",
        ("messages", "response_route", "people.actions"),
        ephemeral_replaced_by_response_url,
        ephemeral_not_updated_otherwise,
    ),
    Row(
        "response_url",
        "5 uses within 30 min; default `ephemeral`; cannot replace the user's own slash message",
        ("response_urls", "response_route"),
        five_responses,
        a_sixth_or_late_response,
    ),
    Row("modal stack", "3 views", ("views",), three_views, four_views),
)
