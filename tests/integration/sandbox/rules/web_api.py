"""Rules of the Web API."""

import json

from bot.sandbox.faults import Fault
from bot.sandbox.limits import Tier
from bot.sandbox.methods.table import METHODS
from bot.sandbox.seed import WorkspaceSeed
from tests.integration.sandbox.rules.stage import Row, Stage
from tests.integration.sandbox.seeds import (
    BOT_TOKEN,
    GENERAL,
    LEAD,
    workspace_seed,
)

TIERS = {
    "chat.update": Tier.T3,
    "conversations.history": Tier.T3,
    "conversations.replies": Tier.T3,
    "conversations.info": Tier.T3,
    "views.open": Tier.T4,
    "views.push": Tier.T4,
    "views.update": Tier.T4,
    "views.publish": Tier.T4,
    "users.info": Tier.T4,
    "chat.postEphemeral": Tier.T4,
    "conversations.list": Tier.T2,
    "users.list": Tier.T2,
}
METADATA = {"event_type": "delivery", "event_payload": {"id": "d-1"}}


def limited() -> WorkspaceSeed:
    return workspace_seed(rate_limits=True)


def sold_outside_the_marketplace() -> WorkspaceSeed:
    return workspace_seed(rate_limits=True, commercial_distribution=True)


async def calls_of_a_tier(stage: Stage) -> None:
    assert [(await stage.ask("users.list"))["status"] for _ in range(20)] == [200] * 20


async def one_call_more(stage: Stage) -> None:
    for _ in range(20):
        await stage.ask("users.list")
    refused = await stage.ask("users.list")
    assert (refused["status"], refused["error"], refused["retry_after"]) == (429, "ratelimited", "60")
    assert (await stage.ask("conversations.list"))["ok"]
    stage.watch.seconds += 60
    assert (await stage.ask("users.list"))["ok"]


async def a_message_a_second(stage: Stage) -> None:
    for _ in range(10):
        await stage.post()
        stage.watch.seconds += 1
    assert len(await stage.texts()) == 10


async def several_at_once(stage: Stage) -> None:
    answers = [await stage.ask("chat.postMessage", channel=GENERAL, text="x") for _ in range(4)]
    assert [each["status"] for each in answers] == [200, 200, 200, 429]
    assert answers[-1]["retry_after"] == "1"
    assert len(await stage.texts()) == 3


async def tiers_are_those(stage: Stage) -> None:
    assert {name: METHODS[name].tier for name in TIERS} == TIERS
    answers = [await stage.ask("users.info", user=LEAD) for _ in range(51)]
    assert {each["status"] for each in answers} == {200}


async def beyond_the_tiers(stage: Stage) -> None:
    answers = [await stage.ask("conversations.info", channel=GENERAL) for _ in range(51)]
    assert [each["status"] for each in answers] == [200] * 50 + [429]
    assert await stage.error("canvases.create") == "unknown_method"


async def found_by_its_metadata(stage: Stage) -> None:
    ts = await stage.post(metadata=METADATA)
    read = await stage.ask("conversations.history", channel=GENERAL, include_all_metadata=True)
    assert [(each["ts"], each["metadata"]) for each in read["messages"]] == [(ts, METADATA)]


async def posted_twice(stage: Stage) -> None:
    await stage.post(metadata=METADATA, client_msg_id="1")
    await stage.post(metadata=METADATA, client_msg_id="1")
    read = await stage.ask("conversations.history", channel=GENERAL)
    assert len(read["messages"]) == 2
    assert "metadata" not in read["messages"][0]


async def posted_now(stage: Stage) -> None:
    await stage.post(metadata=METADATA)
    assert len(await stage.texts()) == 1


async def posted_later(stage: Stage) -> None:
    error = await stage.error("chat.scheduleMessage", channel=GENERAL, text="x", post_at=2_000_000_000)
    assert error == "unknown_method"
    assert await stage.texts() == []


async def without_a_file(stage: Stage) -> None:
    await stage.post()
    assert not [name for name in METHODS if name.startswith("files.")]


async def with_a_file(stage: Stage) -> None:
    for method in ("files.getUploadURLExternal", "files.completeUploadExternal", "files.info"):
        assert await stage.error(method) == "unknown_method"
    block = {"type": "file", "external_id": "f", "source": "remote"}
    assert (
        await stage.error("chat.postMessage", channel=GENERAL, text="x", blocks=[block]) == "invalid_blocks"
    )


async def _sixteen_messages(stage: Stage) -> str:
    """The ts of the first, of which the others are replies."""
    first = await stage.people.message(LEAD, GENERAL, "0")
    for number in range(1, 17):
        await stage.people.message(LEAD, GENERAL, f"{number}")
        await stage.people.message(LEAD, GENERAL, f"{number}", first)
    return first


async def a_page_a_minute(stage: Stage) -> None:
    first = await _sixteen_messages(stage)
    read = await stage.ask("conversations.history", channel=GENERAL, limit=100)
    replies = await stage.ask("conversations.replies", channel=GENERAL, ts=first)
    assert (len(read["messages"]), read["has_more"]) == (15, True)
    assert (len(replies["messages"]), replies["has_more"]) == (15, True)


async def another_page_at_once(stage: Stage) -> None:
    first = await _sixteen_messages(stage)
    for method in ("conversations.history", "conversations.replies"):
        await stage.ask(method, channel=GENERAL, ts=first)
        refused = await stage.ask(method, channel=GENERAL, ts=first)
        assert (refused["status"], refused["retry_after"]) == (429, "60")


async def an_answer_in_json(stage: Stage) -> None:
    await stage.people.fault(Fault("chat.postMessage", "empty"))
    await _raw(stage)
    assert json.loads(await _raw(stage))["ok"]


async def no_answer_in_json(stage: Stage) -> None:
    await stage.people.fault(Fault("chat.postMessage", "empty"))
    await stage.people.fault(Fault("chat.postMessage", "not_json"))
    assert await _raw(stage) == b""
    assert (await _raw(stage)).startswith(b"<!DOCTYPE html>")
    assert len(await stage.texts()) == 2


async def _raw(stage: Stage) -> bytes:
    headers = {"Authorization": f"Bearer {BOT_TOKEN}"}
    body = {"channel": GENERAL, "text": "x"}
    async with stage.session.post(
        f"{stage.sandbox.api_url}chat.postMessage", json=body, headers=headers
    ) as response:
        return await response.read()


ROWS = (
    Row(
        "tiers, per method, workspace and app",
        "T1 1/min, T2 20/min, T3 50/min, T4 100/min; 429 with `Retry-After` seconds",
        ("limits", "web_api"),
        calls_of_a_tier,
        one_call_more,
        seed=limited,
    ),
    Row(
        "chat.postMessage",
        "about 1/s a channel, several hundred/min a workspace",
        ("limits",),
        a_message_a_second,
        several_at_once,
        seed=limited,
    ),
    Row(
        "T3: chat.update, chat.scheduleMessage, conversations.history, conversations.replies, "
        "conversations.info · T4: views.*, users.info, chat.postEphemeral · T2: conversations.list, "
        "users.list, "
        "canvases.*",
        "",
        ("methods.table",),
        tiers_are_those,
        beyond_the_tiers,
        seed=limited,
    ),
    Row(
        "idempotency key for chat.postMessage",
        "none documented: reconcile by message `metadata` and channel history",
        ("methods.chat", "methods.history"),
        found_by_its_metadata,
        posted_twice,
    ),
    Row(
        "chat.scheduleMessage",
        "at most 120 days ahead, 30 per channel per 5 min; a message with `metadata` is not posted: "
        "the method is absent here",
        ("methods.table",),
        posted_now,
        posted_later,
    ),
    Row(
        "files",
        "`files.getUploadURLExternal`, upload, `files.completeUploadExternal`: the methods are absent here",
        ("methods.table", "validator.blocks"),
        without_a_file,
        with_a_file,
    ),
    Row(
        "history and replies",
        "for apps distributed commercially outside the Marketplace 1/min and 15 messages (May 2025); "
        "others T3",
        ("limits", "methods.history"),
        a_page_a_minute,
        another_page_at_once,
        seed=sold_outside_the_marketplace,
    ),
    Row(
        "answers",
        "may be empty or not JSON for a while (slackapi/python-slack-sdk#1693): treat as transient",
        ("faults", "faulty"),
        an_answer_in_json,
        no_answer_in_json,
    ),
)
