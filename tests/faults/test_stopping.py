"""The bot is asked to end in the middle of its work: what is under way is finished, what it said holds."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from bot.sandbox.faults import Fault
from domain.delivery import DeliveryState
from tests.faults.group import CHAIR, PEOPLE
from tests.faults.house import QUICK, House, opened
from tests.faults.nursery import Nursery
from tests.faults.programs import until
from tests.faults.writers import Told, writing

pytestmark = pytest.mark.faults

A_FEW_SECONDS = 10.0
"""Requests under way get 5, a post under way what is left of its timeout."""
ROUNDS = 5
UNDER_WAY = PEOPLE[:4]
"""Writers who wait while the group is held: for 1.5 s in all, then they are told so."""
ON_ITS_WAY = 2.5
"""Seconds Slack takes to answer the post, enough for the bot to be asked to end meanwhile."""
PATIENT = {"RAPPORTEUR_POST_TIMEOUT_SECONDS": "4", "RAPPORTEUR_LEASE_SECONDS": "10"}


async def _arrived(house: House) -> None:
    """Return when what was sent before has reached the bot: it answers what was sent after it."""
    for _ in range(ROUNDS):
        await house.people.now()
        assert await house.status("/healthz") is not None


async def test_requests_under_way_are_answered_before_the_bot_ends(house: House) -> None:
    told = Told()

    async def write(user: str, text: str) -> None:
        told.take(text, await house.say(user, f"note {text}"))

    await asyncio.gather(*(write(user, f"member-{user[-2:]} first") for user in PEOPLE))
    async with asyncio.TaskGroup() as group:
        with house.database.held():
            for user in UNDER_WAY:
                group.create_task(write(user, f"member-{user[-2:]} under way"))
            await _arrived(house)
            house.bot.terminate()
            await until(house.is_deaf, A_FEW_SECONDS)
            assert (len(told.acknowledged), told.failed) == (len(PEOPLE), {})
    assert await house.bot.ended(A_FEW_SECONDS) == 0
    assert told.failed == {}
    record = house.database.record()
    record.require_sound()
    told.require_kept(record)
    assert record.last_note == len(PEOPLE) + len(UNDER_WAY)


async def test_nothing_acknowledged_is_lost_when_the_bot_ends_under_load_with_a_digest_on_its_way(
    nursery: Nursery, database_url: str, tmp_path: Path
) -> None:
    async with opened(nursery, tmp_path, database_url, QUICK | PATIENT) as house:
        assert (await house.say(CHAIR, "digest weekly mon 09:00")).ok
        await house.people.fault(Fault("chat.postMessage", "delay_after", seconds=ON_ITS_WAY))
        await house.people.move_clock(house.database.next_due() + timedelta(seconds=1))
        await until(lambda: any(found.begun for found in house.database.postings()))
        async with writing(house) as writers:
            await writers.until_acknowledged(len(PEOPLE) // 2)
            assert house.database.postings()[0].ts is None
            house.bot.terminate()
            assert await house.bot.ended(A_FEW_SECONDS) == 0
        record = house.database.record()
        record.require_sound()
        writers.told.require_kept(record)
        (posting,) = house.database.postings()
        assert (posting.state, posting.leased) == (DeliveryState.SENT, False)
        assert await house.deliveries_in_channel() == {posting.key: 1}
