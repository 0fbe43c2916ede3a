"""What a post is on the wire: who says it, in which writing, by which way; and what is told of it in logs."""

from __future__ import annotations

import json
import logging
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import ClientSession, web
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.internal_utils import get_user_agent

from bot.delivery.destination import Destinations
from bot.delivery.poster import SDK_LOGGER, Poster, body_of, client_of, open_session
from bot.proxy import NAMES
from domain.delivery import Part, Payload
from domain.sending import Accepted, Answer
from tests.fakes.web_api import PlannedWebApi, ok
from tests.goldens import PAYLOADS
from tests.unit.bot.delivery.posts import BEGUN_AT, delivery

SPANISH = "Resumen: ▰▰▱ 40% · «Electrificación» 👍"
HALF = "half \ud83d a pair"
SENT = Accepted("1.000002")


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


class Wire:
    """A Web API that keeps every request as it came."""

    def __init__(self) -> None:
        self.url = ""
        self.headers: list[dict[str, str]] = []
        self.bodies: list[bytes] = []

    async def take(self, request: web.Request) -> web.Response:
        self.headers.append(dict(request.headers))
        self.bodies.append(await request.read())
        return web.json_response({"ok": True, "ts": "1.000002"})


@pytest.fixture
async def wire() -> AsyncIterator[Wire]:
    made = Wire()
    application = web.Application()
    application.router.add_post("/api/{method}", made.take)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.url = f"http://127.0.0.1:{runner.addresses[0][1]}/api/"
    yield made
    await runner.cleanup()


async def posted(session: ClientSession, url: str, rich: dict[str, Any]) -> Answer:
    client = client_of("xoxb-token", url, session)

    async def client_for(_: str) -> AsyncWebClient:
        return client

    part = Part(position=0, payload=Payload(rich, rich), begun_at=BEGUN_AT)
    return await Poster(client_for, Destinations()).post(delivery(part), part, plain=False)


async def test_a_post_names_slack_sdk_the_token_and_its_charset(wire: Wire, session: ClientSession) -> None:
    assert await posted(session, wire.url, {"text": "rich"}) == SENT
    (headers,) = wire.headers
    assert headers["User-Agent"] == get_user_agent()
    assert headers["Content-Type"] == "application/json;charset=utf-8"
    assert headers["Authorization"] == "Bearer xoxb-token"
    assert headers["Content-Length"] == str(len(wire.bodies[0]))


async def test_accents_and_emoji_leave_as_utf_8(wire: Wire, session: ClientSession) -> None:
    assert await posted(session, wire.url, {"text": SPANISH}) == SENT
    assert SPANISH.encode() in wire.bodies[0]
    assert json.loads(wire.bodies[0])["text"] == SPANISH


async def test_half_a_surrogate_pair_is_escaped_and_not_left_in_doubt(
    wire: Wire, session: ClientSession
) -> None:
    assert await posted(session, wire.url, {"text": HALF}) == SENT
    assert json.loads(wire.bodies[0])["text"] == HALF


@pytest.mark.parametrize("name", sorted(path.name for path in PAYLOADS.glob("*.json")))
def test_what_is_sent_reads_as_what_was_worded(name: str) -> None:
    for case in json.loads((PAYLOADS / name).read_text("utf-8")):
        assert json.loads(body_of(case)) == case
        assert list(json.loads(body_of(case))) == list(case)


@pytest.mark.parametrize(
    "value",
    [None, True, 0, -1, 10**30, 1.5, 1e300, "", "\x00\x1f\x7f\u2028", [], {}, {"1": [{"a": [None]}]}],
)
def test_every_value_of_json_is_written_so_that_it_is_read_again(value: object) -> None:
    assert json.loads(body_of({"value": value})) == {"value": value}


def test_what_is_no_json_is_refused_as_json_refuses_it() -> None:
    with pytest.raises(TypeError):
        body_of({"value": object()})


async def test_a_post_goes_through_the_proxy_of_the_environment(
    slack: PlannedWebApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", slack.url.removesuffix("/api/"))
    slack.answers.append(ok(ts="1.000002"))
    async with open_session(timedelta(seconds=5)) as session:
        assert await posted(session, "http://slack.invalid/api/", {"text": "rich"}) == SENT
    assert [method for method, _ in slack.asked] == ["chat.postMessage"]


class Told(dict[str, str]):
    """Counts how often it is written out for a log."""

    times = 0

    def __repr__(self) -> str:
        self.times += 1
        return super().__repr__()


async def test_nothing_is_written_out_for_a_log_that_nobody_keeps(wire: Wire, session: ClientSession) -> None:
    block = Told(type="divider")
    assert await posted(session, wire.url, {"text": "rich", "blocks": [block]}) == SENT
    assert json.loads(wire.bodies[0])["blocks"] == [{"type": "divider"}]
    assert block.times == 0


@pytest.mark.parametrize("name", ["", "slack_sdk", SDK_LOGGER])
async def test_slack_sdk_tells_its_requests_and_answers_where_debugging_is_asked_for(
    wire: Wire, session: ClientSession, caplog: pytest.LogCaptureFixture, name: str
) -> None:
    with caplog.at_level(logging.DEBUG, logger=name):
        assert await posted(session, wire.url, {"text": "rich"}) == SENT
    told = [record.getMessage() for record in caplog.records if record.name.startswith(SDK_LOGGER)]
    assert [line.partition(" - ")[0] for line in told] == [
        "Sending a request",
        "Received the following response",
    ]
    assert "xoxb-token" not in "".join(told)


def test_a_client_that_is_not_given_a_logger_has_the_one_meant_here() -> None:
    assert AsyncWebClient(token="xoxb-token").logger.name == SDK_LOGGER
