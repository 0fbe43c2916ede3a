"""A mention in a workspace in which nobody has founded a group gets what a slash command gets."""

from __future__ import annotations

import asyncio

import pytest

from bot.demo.workspace import BOT_USER
from domain.language import Language
from tests.integration.cast import USERS
from tests.integration.office import DIRECT, POSTED_WITHIN, TICK_SECONDS, Office, address
from tests.integration.words import ENGLISH, SPANISH, words
from tests.rendering import said_lines

WHERE = "lobby"
each_person = pytest.mark.parametrize(
    ("who", "language", "line"),
    [("newcomer-us", ENGLISH, "note The grid is old"), ("newcomer-mx", SPANISH, "nota La red es vieja")],
)


async def hears(office: Office, who: str, where: str) -> dict[str, object]:
    """The newest message of the bot that the person sees there, once there is one."""
    async with asyncio.timeout(POSTED_WITHIN):
        while True:
            seen = [message for message in await office.messages(who, where) if message["user"] == BOT_USER]
            if seen:
                return seen[-1]
            await asyncio.sleep(TICK_SECONDS)


@each_person
async def test_a_mention_is_answered_to_its_person_alone(
    empty_office: Office, who: str, language: Language, line: str
) -> None:
    office = empty_office
    await office.people.message(USERS[who], address(who, WHERE), f"@rapporteur {line}")

    heard = await hears(office, who, WHERE)

    assert heard.get("ephemeral")
    assert words(office, language, "no-group-here") in "\n".join(said_lines(heard))
    other = await office.messages("oem-us", WHERE)
    assert all(message["user"] != BOT_USER for message in other)


@each_person
async def test_a_direct_message_is_answered_there(
    empty_office: Office, who: str, language: Language, line: str
) -> None:
    office = empty_office
    await office.people.message(USERS[who], address(who, DIRECT), line)

    heard = await hears(office, who, DIRECT)

    assert words(office, language, "no-group-here") in "\n".join(said_lines(heard))


async def test_a_mention_in_a_thread_is_answered_in_it(empty_office: Office) -> None:
    office, who = empty_office, "newcomer-us"
    root = await office.people.message(USERS["oem-us"], address(who, WHERE), "Shall we begin?")
    await office.people.message(USERS[who], address(who, WHERE), "@rapporteur status", root)
    async with asyncio.timeout(POSTED_WITHIN):
        while True:
            seen = await office.people.messages(USERS[who], address(who, WHERE), root)
            mine = [message for message in seen if message["user"] == BOT_USER]
            if mine:
                break
            await asyncio.sleep(TICK_SECONDS)
    assert words(office, ENGLISH, "no-group-here") in "\n".join(said_lines(mine[-1]))
