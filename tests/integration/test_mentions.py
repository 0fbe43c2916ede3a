"""The same verbs in messages: by a mention in channels and threads, and in direct messages with the bot."""

from __future__ import annotations

import asyncio

import pytest

from bot.demo.workspace import BOT_USER
from tests.integration.cast import CHANNELS, USERS
from tests.integration.office import DIRECT, POSTED_WITHIN, TICK_SECONDS, Office, address
from tests.integration.words import ENGLISH, SPANISH, words
from tests.rendering import said_lines


@pytest.fixture
def tick_seconds() -> float:
    return TICK_SECONDS


async def says(office: Office, who: str, where: str, text: str, thread: str | None = None) -> str:
    """Write a message; its ts."""
    answer = await office.people.message(USERS[who], address(who, where), text, thread)
    await office.people.idle()
    return answer


async def told(office: Office, who: str, where: str, thread: str | None, count: int) -> str:
    """What the bot says there, once it has said so much."""
    async with asyncio.timeout(POSTED_WITHIN):
        while True:
            seen = await office.people.messages(USERS[who], address(who, where), thread)
            mine = [message for message in seen if message["user"] == BOT_USER]
            if len(mine) >= count:
                return "\n".join(line for message in mine for line in said_lines(message))
            await asyncio.sleep(TICK_SECONDS)


async def test_a_mention_in_a_thread_records_and_answers_there(office: Office) -> None:
    root = await says(office, "oem-us", "infrastructure", "Shall we begin?")

    await says(office, "oem-us", "infrastructure", "@rapporteur note The grid is old", root)

    line = await told(office, "lead-infra", "infrastructure", root, 1)
    assert "*N-1* note, Infrastructure: The grid is old" in line


async def test_a_mention_in_a_channel_is_answered_in_a_thread_under_it(office: Office) -> None:
    ts = await says(office, "lead-infra", "infrastructure", "@rapporteur: obstáculo No hay transformadores")

    line = await told(office, "oem-us", "infrastructure", ts, 1)

    assert "*O-1* obstáculo, Infraestructura: No hay transformadores" in line


async def test_what_is_asked_in_a_mention_only_its_person_sees(office: Office) -> None:
    await office.asks("oem-us", "infrastructure", "/wg note Something")
    await office.reads("lead-infra", "infrastructure")
    await says(office, "oem-us", "infrastructure", "@rapporteur show N-1")

    async with office.next_message("lobby"):
        answer = await _whispered(office, "oem-us", "infrastructure")
        await says(office, "oem-us", "lobby", "Done")

    assert "N-1 · note · Infrastructure" in answer
    assert "N-1 ·" not in await office.reads("lead-infra", "infrastructure")


async def _whispered(office: Office, who: str, where: str) -> str:
    """The newest answer that they alone see there, once there is one."""
    async with asyncio.timeout(POSTED_WITHIN):
        while True:
            seen = await office.messages(who, where)
            if seen and seen[-1].get("ephemeral"):
                return "\n".join(said_lines(seen[-1]))
            await asyncio.sleep(TICK_SECONDS)


@pytest.mark.parametrize(
    ("who", "text", "message"),
    [
        ("guest-us", "note Something", "refusal-guest-reads-only"),
        ("stranger", "note Something", "refusal-guest-reads-only"),
        ("newcomer-us", "note Something", "refusal-members-only"),
        ("oem-us", "frobnicate", "button-help"),
        ("oem-us", "note", "verb-note.help"),
        ("oem-us", "", "help-title"),
        ("newcomer-us", "join", "form-by-button"),
    ],
)
async def test_what_cannot_be_done_is_said_to_the_person_alone(
    office: Office, who: str, text: str, message: str
) -> None:
    before = await office.changes()
    await says(office, who, "infrastructure", f"@rapporteur {text}")

    answer = await _whispered(office, who, "infrastructure")

    assert words(office, ENGLISH, message) in answer
    assert await office.changes() == before


async def test_a_direct_message_is_read_like_a_command(office: Office) -> None:
    await says(office, "lead-infra", DIRECT, "nota Visto en la visita")
    recorded = await told(office, "lead-infra", DIRECT, None, 1)
    await says(office, "lead-infra", DIRECT, "ver N-1")
    shown = await told(office, "lead-infra", DIRECT, None, 2)

    assert "*N-1* nota" in recorded
    assert words(office, SPANISH, "kind-note") in shown
    assert "Visto en la visita" in shown


async def test_a_mention_that_slack_sends_again_is_done_and_answered_once(office: Office) -> None:
    ts = await says(office, "oem-us", "infrastructure", "@rapporteur note Once only")
    await told(office, "oem-us", "infrastructure", ts, 1)
    (sent,) = await office.exchanges("app_mention")
    before = await office.changes()

    await office.sandbox.workspace.dispatcher.event(sent["request"])
    await says(office, "oem-us", "infrastructure", "@rapporteur show N-1")
    await _whispered(office, "oem-us", "infrastructure")

    assert await office.changes() == before
    thread = await office.people.messages(USERS["oem-us"], CHANNELS["infrastructure"], ts)
    assert [message["user"] for message in thread] == [USERS["oem-us"], BOT_USER]


async def test_people_who_are_mentioned_are_named(office: Office) -> None:
    await office.asks("lead-infra", "infrastructure", "/wg help")
    ts = await says(office, "oem-us", "infrastructure", "@rapporteur action @lead-infra Ask the plant")

    line = await told(office, "oem-us", "infrastructure", ts, 1)

    assert "owner: lead-infra" in line
    assert "Ask the plant" in line


async def test_messages_that_do_not_speak_to_the_bot_are_not_kept(office: Office) -> None:
    before = await office.changes()
    await says(office, "oem-us", "infrastructure", "note This is between us")
    await office.people.idle()

    assert await office.changes() == before


async def test_a_move_and_a_position_in_a_thread_are_told_there(office: Office) -> None:
    await office.asks("lead-infra", "infrastructure", "/wg recommend Publish a map")
    root = await says(office, "oem-us", "infrastructure", "About R-1")
    await says(office, "oem-us", "infrastructure", "@rapporteur support R-1 it is cheap", root)
    await told(office, "oem-us", "infrastructure", root, 1)
    await says(office, "lead-infra", "infrastructure", "@rapporteur move R-1 under review", root)
    await told(office, "oem-us", "infrastructure", root, 2)
    await says(office, "lead-infra", "infrastructure", "@rapporteur undo R-1", root)

    lines = await told(office, "oem-us", "infrastructure", root, 3)

    assert "*R-1* support from oem-us, industry (United States): Publish a map" in lines
    assert "it is cheap" in lines
    assert "propuesta → en revisión" in lines
    assert "queda como antes (propuesta)" in lines
