"""The stream, the page, the clock and the workspace as a process of its own."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox import stream
from bot.sandbox.client import People, RefusedError
from bot.sandbox.seed import WorkspaceSeed
from bot.sandbox.server import Sandbox
from bot.sandbox.shapes import JsonObject
from tests.integration.sandbox.fake_app import FakeApp
from tests.integration.sandbox.seeds import GENERAL, LEAD, MEMBER, STEERING


async def test_people_are_told_live_what_they_may_see(people: People, slack: AsyncWebClient) -> None:
    async with people.stream(MEMBER) as events:
        await people.message(LEAD, STEERING, "secret")
        await slack.chat_postEphemeral(channel=GENERAL, user=LEAD, text="for the lead")
        ts = await people.message(LEAD, GENERAL, "hello")
        await people.edit_message(LEAD, GENERAL, ts, "hello all")
        await slack.reactions_add(channel=GENERAL, timestamp=ts, name="eyes")
        await people.delete_message(LEAD, GENERAL, ts)
        told = await events_until(events, "message_deleted")

    kinds = [event["type"] for event in told if event["type"] != "traffic"]
    assert kinds == ["message", "message_changed", "reaction", "message_deleted"]
    first = next(event for event in told if event["type"] == "message")
    assert (first["channel"], first["message"]["text"]) == (GENERAL, "hello")
    assert "secret" not in str([e for e in told if e["type"] == "message"])


async def events_until(events: AsyncIterator[JsonObject], last: str) -> list[JsonObject]:
    told = []
    async with asyncio.timeout(5):
        async for event in events:
            told.append(event)
            if event["type"] == last:
                break
    return told


async def test_a_reader_who_comes_back_is_given_what_was_missed(people: People) -> None:
    async with people.stream(LEAD) as events:
        await people.message(LEAD, GENERAL, "one")
        seen = (await events_until(events, "message"))[-1]
    await people.message(LEAD, GENERAL, "two")

    async with people.stream(LEAD, after=seen["n"]) as events:
        missed = (await events_until(events, "message"))[-1]

    assert missed["message"]["text"] == "two"


async def test_views_failures_and_the_clock_are_told(
    people: People, app: FakeApp, slack: AsyncWebClient
) -> None:
    view = {"type": "home", "blocks": [{"type": "divider"}]}
    app.fails(500)
    async with people.stream(LEAD) as events:
        await slack.views_publish(user_id=LEAD, view=view)
        await people.command(LEAD, GENERAL, "/wg x")
        await people.advance(timedelta(days=1))
        told = {event["type"]: event for event in await events_until(events, "clock")}

    assert told["home_published"]["view"]["type"] == "home"
    assert told["failure"]["error"] == "dispatch_failed"
    assert told["clock"]["offset_seconds"] == pytest.approx(86400)
    assert told["traffic"]["what"] == "/wg"


async def test_a_large_event_arrives_whole(people: People) -> None:
    text = "ñ" * 12_000
    async with people.stream(LEAD) as events:
        for _ in range(20):
            await people.message(LEAD, GENERAL, text)
        await people.advance(timedelta(seconds=1))
        told = await events_until(events, "clock")

    assert [len(e["message"]["text"]) for e in told if e["type"] == "message"] == [12_000] * 20


async def read_to_end(events: AsyncIterator[JsonObject]) -> list[JsonObject]:
    return [event async for event in events]


async def test_streams_end_with_the_workspace(seed: WorkspaceSeed, session: aiohttp.ClientSession) -> None:
    sandbox = Sandbox(seed)
    await sandbox.start()
    people = People(sandbox.url, session)
    async with people.stream(LEAD) as events:
        reading = asyncio.create_task(read_to_end(events))
        await asyncio.sleep(0)
        await asyncio.wait_for(sandbox.stop(), timeout=3)
        assert await asyncio.wait_for(reading, timeout=3) == []


async def test_nobody_streams_as_somebody_unknown(people: People) -> None:
    with pytest.raises(RefusedError, match="user_not_found"):
        async with people.stream("U0NOBODY"):
            pytest.fail("an unknown person was let in")


async def test_the_clock_moves_forward_only(people: People) -> None:
    start = await people.now()
    moved = await people.advance(timedelta(hours=2))
    target = datetime(2099, 1, 1, tzinfo=UTC)
    there = await people.move_clock(target)
    ts = await people.message(LEAD, GENERAL, "from the future")

    with pytest.raises(RefusedError, match="clock_backwards"):
        await people.move_clock(start)

    assert timedelta(hours=2) <= moved - start < timedelta(hours=2, seconds=10)
    assert timedelta(0) <= there - target < timedelta(seconds=10)
    assert float(ts) >= target.timestamp()


async def test_the_page_stays_on_this_machine(sandbox: Sandbox, session: aiohttp.ClientSession) -> None:
    async with session.get(f"{sandbox.url}/") as response:
        page = await response.text()
        policy = response.headers["Content-Security-Policy"]
    async with session.get(f"{sandbox.url}/page/api.js") as response:
        script_type = response.content_type
    async with session.get(f"{sandbox.url}/page/%2e%2e/server.py") as response:
        outside = response.status
    async with session.get(f"{sandbox.url}/page/none.js") as response:
        missing = response.status

    assert "<html" in page
    own = f"connect-src 'self' {sandbox.url.replace('http', 'ws')};"
    assert policy.startswith(f"default-src 'self'; {own} img-src 'self' data:;")
    assert "unsafe" not in policy
    assert script_type == "text/javascript"
    assert (outside, missing) == (404, 404)


async def test_it_runs_on_its_own_and_writes_its_clock(
    seed: WorkspaceSeed, tmp_path: Path, session: aiohttp.ClientSession
) -> None:
    described, clock = tmp_path / "seed.json", tmp_path / "clock"
    described.write_text(seed.model_dump_json(), encoding="utf-8")
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot.sandbox",
        str(described),
        "--clock-file",
        str(clock),
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        assert process.stdout is not None
        url = (await asyncio.wait_for(process.stdout.readline(), timeout=20)).decode().strip()
        before = float(clock.read_text(encoding="ascii"))
        await People(url, session).advance(timedelta(seconds=90))
        after = float(clock.read_text(encoding="ascii"))
    finally:
        process.send_signal(signal.SIGTERM)
        status = await asyncio.wait_for(process.wait(), timeout=20)

    assert url.startswith("http://127.0.0.1:")
    assert (before, after, status) == (0.0, 90.0, 0)


async def test_a_reader_who_does_not_read_is_sent_away_without_being_waited_for(
    sandbox: Sandbox, session: aiohttp.ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream, "MAX_BEHIND", 20)
    url = f"{sandbox.url}/people/stream?as={LEAD}"
    async with session.ws_connect(url, max_msg_size=0) as reader:
        for _ in range(400):
            sandbox.workspace.stream.publish({"type": "much", "text": "x" * 200_000}, remember=False)
            await asyncio.sleep(0)
        assert not sandbox.workspace.stream.has_readers
        told = 0
        async with asyncio.timeout(10):
            async for message in reader:
                told += message.type is aiohttp.WSMsgType.TEXT

    assert told < 380
