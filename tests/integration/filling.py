"""Forms in the office: opening one, its fields, and what the bot posts once it is submitted."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from bot.demo.workspace import BOT_USER
from tests.integration.office import POSTED_WITHIN, TICK_SECONDS, Office
from tests.rendering import said_lines


async def opens(office: Office, who: str, where: str, line: str) -> dict[str, Any]:
    """Type a line that opens a form; the form."""
    reply = await office.types(who, where, line)
    assert reply.ok, reply
    return await office.form(who)


async def delivered(office: Office, where: str, count: int) -> str:
    """What the bot has posted in the channel by itself, once it is so much."""
    async with asyncio.timeout(POSTED_WITHIN):
        while True:
            seen = await office.messages("chair-us", where)
            mine = [one for one in seen if one["user"] == BOT_USER and not one.get("ephemeral")]
            if len(mine) >= count:
                return "\n".join(line for message in mine for line in said_lines(message))
            await asyncio.sleep(TICK_SECONDS)


def names_of(view: Mapping[str, Any]) -> list[str]:
    """The fields of a form."""
    return [block["block_id"] for block in view["blocks"] if block["type"] == "input"]
