"""Arguments that are too much are refused as any others are; the workspace never fails over them."""

import base64

import aiohttp
import pytest

from bot.sandbox.client import People
from bot.sandbox.server import Sandbox
from tests.integration.sandbox.fake_app import FakeApp
from tests.integration.sandbox.seeds import BOT_TOKEN, GENERAL, LEAD

DEEP = "[" * 100_000 + "]" * 100_000


def cursor(position: str) -> str:
    return base64.b64encode(f"at:{position}".encode()).decode()


@pytest.mark.parametrize(
    ("method", "arguments", "error"),
    [
        ("chat.postMessage", {"channel": GENERAL, "text": "x", "blocks": DEEP}, "invalid_blocks_format"),
        ("chat.postMessage", {"channel": GENERAL, "text": "x", "metadata": DEEP}, "invalid_metadata_format"),
        ("conversations.list", {"limit": "²"}, "invalid_limit"),
        ("conversations.list", {"limit": "9" * 5_000}, "invalid_limit"),
        ("conversations.list", {"cursor": cursor("9" * 5_000)}, "invalid_cursor"),
        ("conversations.list", {"cursor": cursor("-1")}, "invalid_cursor"),
    ],
)
async def test_an_argument_of_a_form_that_is_too_much_is_refused(
    sandbox: Sandbox, session: aiohttp.ClientSession, method: str, arguments: dict[str, str], error: str
) -> None:
    headers = {"Authorization": f"Bearer {BOT_TOKEN}"}
    async with session.post(sandbox.api_url + method, data=arguments, headers=headers) as response:
        assert (response.status, (await response.json())["error"]) == (200, error)


async def test_a_body_that_is_nested_too_deeply_is_no_json(
    sandbox: Sandbox, session: aiohttp.ClientSession
) -> None:
    headers = {"Authorization": f"Bearer {BOT_TOKEN}", "Content-Type": "application/json"}
    async with session.post(f"{sandbox.api_url}auth.test", data=DEEP, headers=headers) as response:
        assert (response.status, (await response.json())["error"]) == (200, "invalid_json")


async def test_a_later_answer_that_is_nested_too_deeply_is_refused(
    people: People, app: FakeApp, session: aiohttp.ClientSession
) -> None:
    await people.command(LEAD, GENERAL, "/wg x")
    url = app.commands[0]["response_url"]

    async with session.post(url, data=DEEP) as response:
        assert (response.status, (await response.json())["error"]) == (400, "invalid_payload")
    async with session.post(url, json={"text": "kept"}) as response:
        assert response.status == 200


async def test_an_acknowledgement_that_is_nested_too_deeply_is_the_fault_of_the_app(
    people: People, app: FakeApp
) -> None:
    app.says_json(DEEP)

    reply = await people.command(LEAD, GENERAL, "/wg x")

    assert (reply.ok, reply.error) == (False, "invalid_command_response")
