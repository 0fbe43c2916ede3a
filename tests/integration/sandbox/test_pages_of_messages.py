"""A long channel is read a page at a time."""

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.server import Sandbox
from tests.integration.sandbox.seeds import GENERAL, LEAD


async def read(sandbox: Sandbox, session: aiohttp.ClientSession, **query: str) -> tuple[list[str], bool]:
    """The texts, oldest first, and whether there are older ones."""
    params = {"as": LEAD, "channel": GENERAL, **query}
    async with session.get(f"{sandbox.url}/people/messages", params=params) as response:
        answer = await response.json()
    return [message["text"] for message in answer["messages"]], answer["has_more"]


async def test_a_reader_gets_the_newest_and_from_then_on_what_follows(
    sandbox: Sandbox, session: aiohttp.ClientSession, slack: AsyncWebClient
) -> None:
    posted = [await slack.chat_postMessage(channel=GENERAL, text=f"{number}") for number in range(5)]
    await slack.chat_postEphemeral(channel=GENERAL, user=LEAD, text="only you")

    assert await read(sandbox, session) == (["0", "1", "2", "3", "4", "only you"], False)
    assert await read(sandbox, session, limit="2") == (["3", "4", "only you"], True)
    assert await read(sandbox, session, limit="5") == (["0", "1", "2", "3", "4", "only you"], False)
    assert await read(sandbox, session, oldest=str(posted[3]["ts"])) == (["3", "4", "only you"], True)
    await slack.chat_delete(channel=GENERAL, ts=str(posted[3]["ts"]))
    assert await read(sandbox, session, oldest=str(posted[3]["ts"])) == (["4", "only you"], True)


async def test_what_only_one_person_sees_is_read_with_the_messages_around_it(
    sandbox: Sandbox, session: aiohttp.ClientSession, slack: AsyncWebClient
) -> None:
    await slack.chat_postMessage(channel=GENERAL, text="before")
    await slack.chat_postEphemeral(channel=GENERAL, user=LEAD, text="only you")
    await slack.chat_postMessage(channel=GENERAL, text="after")

    assert await read(sandbox, session, limit="1") == (["after"], True)
    assert await read(sandbox, session, limit="2") == (["before", "only you", "after"], False)


@pytest.mark.parametrize("limit", ["0", "-1", "many"])
async def test_a_page_has_at_least_one_message(
    sandbox: Sandbox, session: aiohttp.ClientSession, limit: str
) -> None:
    params = {"as": LEAD, "channel": GENERAL, "limit": limit}
    async with session.get(f"{sandbox.url}/people/messages", params=params) as response:
        answer = await response.json()
    assert (response.status, answer["error"]) == (400, "invalid_request")
