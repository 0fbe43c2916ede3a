"""The bot is killed again and again while sixteen people write: nothing it acknowledged is lost."""

from __future__ import annotations

import pytest

from tests.faults.house import House
from tests.faults.writers import writing

pytestmark = pytest.mark.faults

KILLS = 3
NOTES_BETWEEN = 60


async def test_every_acknowledged_note_is_there_once_after_kills_under_load(house: House) -> None:
    async with writing(house) as writers:
        for _ in range(KILLS):
            await writers.until_acknowledged(NOTES_BETWEEN)
            await house.kill_bot()
            await house.open_bot()
        await writers.until_acknowledged(NOTES_BETWEEN)
    record = house.database.record()
    record.require_sound()
    writers.told.require_kept(record)
    # The kills cut requests off, and people were told nothing worse than that.
    assert set(writers.told.failed.values()) == {"dispatch_failed"}
