"""Over Socket Mode: the bot is killed, then asked to end, while sixteen people write."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.house import OVER_SOCKETS, QUICK, opened
from tests.faults.nursery import Nursery
from tests.faults.writers import writing

pytestmark = pytest.mark.faults

NOTES_BETWEEN = 60
A_FEW_SECONDS = 10.0


async def test_every_acknowledged_note_is_there_once_after_a_kill_and_a_stop_under_load(
    nursery: Nursery, sqlite_url: str, tmp_path: Path
) -> None:
    async with opened(nursery, tmp_path, sqlite_url, QUICK | OVER_SOCKETS) as house:
        async with writing(house) as writers:
            await writers.until_acknowledged(NOTES_BETWEEN)
            await house.kill_bot()
            await house.open_bot()
            await writers.until_acknowledged(NOTES_BETWEEN)
            house.bot.terminate()
            ended = await house.bot.ended(A_FEW_SECONDS)
            await house.open_bot()
            await writers.until_acknowledged(NOTES_BETWEEN)
        record = house.database.record()
    assert ended == 0
    record.require_sound()
    writers.told.require_kept(record)
    # Slack waits for an answer that is under way, and has nobody to ask meanwhile.
    assert set(writers.told.failed.values()) <= {"operation_timeout", "dispatch_failed"}
