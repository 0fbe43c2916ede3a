"""Everybody writes at once."""

from __future__ import annotations

import asyncio

import pytest

from bot.sandbox.dispatch import ACKNOWLEDGE_SECONDS
from tests.faults.group import PEOPLE, THEME, handle
from tests.faults.house import House
from tests.faults.writers import Told

pytestmark = pytest.mark.faults

NOTES_EACH = 4


async def test_sixty_four_notes_at_once_are_all_answered_in_time_and_stored(house: House) -> None:
    told = Told()

    async def write(user: str, number: int) -> None:
        text = f"{handle(user)} note {number}"
        told.take(text, await house.say(user, f"note {text}"))

    await asyncio.gather(*(write(user, number) for user in PEOPLE for number in range(NOTES_EACH)))
    assert told.failed == {}
    assert told.slowest_ms < ACKNOWLEDGE_SECONDS * 1000
    record = house.database.record()
    record.require_sound()
    told.require_kept(record)
    assert record.tally == {(THEME, "note", "recorded"): len(PEOPLE) * NOTES_EACH}
