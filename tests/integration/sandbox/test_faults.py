"""Planned faults: what the app meets, and what was done all the same."""

import asyncio
import time

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.client import People
from bot.sandbox.faults import Effect, Fault
from bot.sandbox.methods.table import METHODS
from bot.sandbox.server import Sandbox
from tests.integration.sandbox.fake_app import FakeApp
from tests.integration.sandbox.seeds import BOT_TOKEN, GENERAL, LEAD

HEADERS = {"Authorization": f"Bearer {BOT_TOKEN}"}


async def post(sandbox: Sandbox, session: aiohttp.ClientSession) -> tuple[int, bytes]:
    url = f"{sandbox.api_url}chat.postMessage"
    body = {"channel": GENERAL, "text": "hello"}
    async with session.post(url, json=body, headers=HEADERS) as response:
        return response.status, await response.read()


async def texts(people: People) -> list[str]:
    return [message["text"] for message in await people.messages(LEAD, GENERAL)]


@pytest.mark.parametrize(
    ("effect", "status", "done"),
    [
        ("error_before", 500, False),
        ("error_after", 500, True),
        ("ratelimited", 429, False),
        ("refused", 200, False),
        ("empty", 200, True),
        ("not_json", 200, True),
    ],
)
async def test_a_fault_answers_and_leaves_the_call_done_or_not(
    sandbox: Sandbox,
    session: aiohttp.ClientSession,
    people: People,
    effect: Effect,
    status: int,
    *,
    done: bool,
) -> None:
    await people.fault(Fault("chat.postMessage", effect))

    answered, body = await post(sandbox, session)

    assert answered == status
    assert b'"ok": true' not in body
    assert await texts(people) == ["hello"] * done


@pytest.mark.parametrize(("effect", "done"), [("drop_before", False), ("drop_after", True)])
async def test_a_dropped_connection_gives_no_answer(
    sandbox: Sandbox, session: aiohttp.ClientSession, people: People, effect: Effect, *, done: bool
) -> None:
    await people.fault(Fault("chat.postMessage", effect))

    with pytest.raises(aiohttp.ClientError):
        await post(sandbox, session)

    assert await texts(people) == ["hello"] * done
    assert (await post(sandbox, session))[0] == 200


async def test_a_delayed_call_is_done_late_and_a_delayed_answer_at_once(
    sandbox: Sandbox, session: aiohttp.ClientSession, people: People
) -> None:
    await people.fault(Fault("chat.postMessage", "delay", seconds=0.2))
    started = time.monotonic()
    late_call = asyncio.create_task(post(sandbox, session))
    await asyncio.sleep(0.05)
    before = await texts(people)
    await late_call
    elapsed = time.monotonic() - started
    await people.fault(Fault("chat.postMessage", "delay_after", seconds=0.2))
    late_answer = asyncio.create_task(post(sandbox, session))
    await asyncio.sleep(0.05)

    assert before == []
    assert elapsed >= 0.2
    assert await texts(people) == ["hello", "hello"]
    assert (await late_answer)[0] == 200


async def test_calls_are_skipped_then_hit_as_often_as_planned(
    sandbox: Sandbox, session: aiohttp.ClientSession, people: People
) -> None:
    await people.fault(Fault("chat.postMessage", "error_before", skip=2, times=2))

    statuses = [(await post(sandbox, session))[0] for _ in range(5)]

    assert statuses == [200, 200, 500, 500, 200]


async def test_cleared_faults_do_not_happen(
    sandbox: Sandbox, session: aiohttp.ClientSession, people: People
) -> None:
    await people.fault(Fault("*", "error_before", times=9))
    await people.clear_faults()

    assert (await post(sandbox, session))[0] == 200


async def test_a_refusal_is_slack_s_own_answer_and_leaves_the_call_undone(
    sandbox: Sandbox, session: aiohttp.ClientSession, people: People
) -> None:
    await people.fault(Fault("chat.postMessage", "refused", error="restricted_action"))

    assert await post(sandbox, session) == (200, b'{"ok": false, "error": "restricted_action"}')
    assert await texts(people) == []


async def test_a_planned_limit_names_its_seconds(slack: AsyncWebClient, people: People) -> None:
    await people.fault(Fault("auth.test", "ratelimited", retry_after=7))

    with pytest.raises(Exception, match="ratelimited") as failure:
        await slack.auth_test()

    assert failure.value.response.headers["Retry-After"] == "7"  # type: ignore[attr-defined] # SlackApiError's


# What each effect answers (None: nothing) and whether the call was done.
OUTCOMES: list[tuple[Effect, int | None, bool]] = [
    ("ratelimited", 429, False),
    ("refused", 200, False),
    ("error_before", 500, False),
    ("error_after", 500, True),
    ("drop_before", None, False),
    ("drop_after", None, True),
    ("delay", 200, True),
    ("delay_after", 200, True),
    ("empty", 200, True),
    ("not_json", 200, True),
]


async def status_of(session: aiohttp.ClientSession, url: str, body: dict[str, object]) -> int | None:
    """None when the connection broke before an answer."""
    try:
        async with session.post(url, json=body, headers=HEADERS) as response:
            await response.read()
            return response.status
    except aiohttp.ClientError:
        return None


@pytest.mark.parametrize(("effect", "status", "done"), OUTCOMES)
async def test_response_urls_meet_every_fault(
    people: People,
    app: FakeApp,
    session: aiohttp.ClientSession,
    effect: Effect,
    status: int | None,
    *,
    done: bool,
) -> None:
    await people.command(LEAD, GENERAL, "/wg x")
    url = app.commands[0]["response_url"]
    await people.fault(Fault("response_url", effect, seconds=0.05))

    met = await status_of(session, url, {"text": "shown"})
    again = [await status_of(session, url, {"text": "again"}) for _ in range(5)]

    assert met == status
    assert await texts(people) == ["shown"] * done + ["again"] * (5 - done)
    assert again == [200] * (5 - done) + [404] * done


@pytest.mark.parametrize(("effect", "status", "done"), OUTCOMES)
@pytest.mark.parametrize("method", ["reactions.add", "*"])
async def test_every_method_meets_every_fault(
    sandbox: Sandbox,
    people: People,
    session: aiohttp.ClientSession,
    method: str,
    effect: Effect,
    status: int | None,
    *,
    done: bool,
) -> None:
    ts = await people.message(LEAD, GENERAL, "x")
    await people.fault(Fault(method, effect, seconds=0.05))
    url, body = f"{sandbox.api_url}reactions.add", {"channel": GENERAL, "timestamp": ts, "name": "eyes"}

    met = await status_of(session, url, dict(body))
    shown = (await people.messages(LEAD, GENERAL))[0]

    assert met == status
    assert [each["name"] for each in shown.get("reactions", [])] == ["eyes"] * done
    assert await status_of(session, url, dict(body)) == 200


@pytest.mark.parametrize(("effect", "status"), [(effect, status) for effect, status, _ in OUTCOMES])
async def test_a_fault_can_be_planned_for_each_method_by_its_name(
    sandbox: Sandbox,
    people: People,
    session: aiohttp.ClientSession,
    effect: Effect,
    status: int | None,
) -> None:
    for method in METHODS:
        await people.fault(Fault(method, effect, seconds=0.01))
        met = await status_of(session, f"{sandbox.api_url}{method}", {})
        again = await status_of(session, f"{sandbox.api_url}{method}", {})
        assert (method, met, again) == (method, status, 200)


async def test_traffic_keeps_what_was_asked_and_answered(slack: AsyncWebClient, people: People) -> None:
    await people.command(LEAD, GENERAL, "/wg x")
    await slack.chat_postMessage(channel=GENERAL, text="hello")
    await people.idle()

    by_what = {each["what"]: each for each in await people.traffic()}
    assert by_what["/wg"]["direction"] == "to_app"
    assert by_what["/wg"]["request"]["text"] == "x"
    assert by_what["chat.postMessage"]["direction"] == "to_workspace"
    assert by_what["chat.postMessage"]["answer"]["ok"] is True
    assert BOT_TOKEN not in str(await people.traffic())


async def test_traffic_tells_what_the_app_got_and_not_what_it_should_have(
    sandbox: Sandbox, session: aiohttp.ClientSession, people: People
) -> None:
    await people.fault(Fault("chat.postMessage", "error_after"))
    await people.fault(Fault("chat.postMessage", "drop_before"))
    await post(sandbox, session)
    with pytest.raises(aiohttp.ClientError):
        await post(sandbox, session)

    statuses = [each["status"] for each in await people.traffic() if each["what"] == "chat.postMessage"]
    assert statuses == [500, None]
