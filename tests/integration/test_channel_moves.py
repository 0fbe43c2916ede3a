"""A channel gets another id, as happens when it is shared: everything that stood in it goes along."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from tests.integration.cast import CHANNELS, USERS
from tests.integration.office import START, TICK_SECONDS, Office

MOVED = "C0MOVED"
NEXT_MONDAY = timedelta(days=5)
LEAD = USERS["lead-infra"]


@pytest.fixture
def tick_seconds() -> float:
    return TICK_SECONDS


async def said(office: Office, line: str) -> str:
    """What is typed in the channel under its new id, and what the person then sees last."""
    reply = await office.people.command(LEAD, MOVED, line)
    assert reply.ok, reply
    return str((await office.people.messages(LEAD, MOVED))[-1])


async def test_binding_digests_and_records_follow(office: Office) -> None:
    await office.asks("lead-infra", "infrastructure", "/wg note Before it moved")
    await office.asks("lead-infra", "infrastructure", "/wg digest mon 09:00")

    await office.people.change_channel_id(CHANNELS["infrastructure"], MOVED)
    await office.people.idle()

    assert "N-2" in await said(office, "/wg note After it moved")
    assert "After it moved" in await said(office, "/wg list notes theme:infra")
    assert "D-1" in await said(office, "/wg digest list")
    async with office.people.stream(LEAD) as events, asyncio.timeout(10):
        await office.people.move_clock(START + NEXT_MONDAY)
        async for event in events:
            if event["type"] == "message" and event.get("channel") == MOVED:
                break
    digest = str((await office.people.messages(LEAD, MOVED))[-1])
    assert "N-2" in digest


async def test_the_same_event_again_changes_nothing(office: Office) -> None:
    await office.asks("lead-infra", "infrastructure", "/wg digest mon 09:00")

    await office.people.change_channel_id(CHANNELS["infrastructure"], "C0MIDDLE")
    await office.people.idle()
    await office.people.change_channel_id("C0MIDDLE", MOVED)
    await office.people.idle()

    assert "D-1" in await said(office, "/wg digest list")
