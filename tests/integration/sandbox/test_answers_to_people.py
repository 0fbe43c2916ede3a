"""How the routes for people refuse: with HTTP 200 as Slack does, so that browsers log no errors."""

import aiohttp
import pytest

from bot.sandbox.server import Sandbox
from tests.integration.sandbox.seeds import GENERAL, LEAD, LOBBY, MEMBER, STEERING


@pytest.mark.parametrize(
    ("route", "body", "error"),
    [
        ("message", {"as": LEAD, "channel": LOBBY, "text": " "}, "no_text"),
        ("command", {"as": LEAD, "channel": GENERAL, "text": "/other"}, "unknown_command"),
        ("close", {"as": LEAD, "view_id": "V0NOTHING"}, "view_not_found"),
        ("message", {"as": "U0NOBODY", "channel": GENERAL, "text": "x"}, "user_not_found"),
        ("socket_mode", {"enabled": "true"}, "no_app_token"),
        ("faults", {"method": "chat.nothing", "effect": "delay"}, "unknown_method"),
    ],
)
async def test_an_act_that_is_not_possible_is_refused_with_200(
    sandbox: Sandbox, session: aiohttp.ClientSession, route: str, body: dict[str, str], error: str
) -> None:
    async with session.post(f"{sandbox.url}/people/{route}", json=body) as response:
        answer = await response.json()

    assert (response.status, answer["ok"], answer["error"]) == (200, False, error)


@pytest.mark.parametrize(
    ("route", "query", "error"),
    [
        ("messages", {"as": MEMBER, "channel": STEERING}, "channel_not_found"),
        ("stream", {"as": "U0NOBODY"}, "user_not_found"),
    ],
)
async def test_what_cannot_be_seen_is_refused_with_200(
    sandbox: Sandbox, session: aiohttp.ClientSession, route: str, query: dict[str, str], error: str
) -> None:
    async with session.get(f"{sandbox.url}/people/{route}", params=query) as response:
        answer = await response.json()

    assert (response.status, answer["ok"], answer["error"]) == (200, False, error)


async def test_a_request_that_cannot_be_read_is_refused_with_400(
    sandbox: Sandbox, session: aiohttp.ClientSession
) -> None:
    headers = {"Content-Type": "application/json"}

    async with session.post(f"{sandbox.url}/people/message", data=b"{", headers=headers) as response:
        assert (response.status, (await response.json())["error"]) == (400, "invalid_request")
