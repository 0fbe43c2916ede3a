"""The demonstration in a folder that it was run in before."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from aiohttp import ClientSession

from bot.clocks import ShiftedClock, SystemClock
from bot.demo.running import demo_settings, demonstrating
from bot.demo.sample import Sample
from bot.sandbox.client import People


def counted(folder: Path) -> dict[str, int]:
    with closing(sqlite3.connect(folder / "rapporteur.db")) as database:
        tables = ("working_group", "member", "item", "change", "subscription")
        return {table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}  # noqa: S608 - the names above


async def test_a_second_demonstration_goes_on_with_the_record_of_the_first(tmp_path: Path) -> None:
    sample = Sample.read()
    async with demonstrating(demo_settings(tmp_path), 0):
        first = counted(tmp_path)
    async with demonstrating(demo_settings(tmp_path), 0):
        second = counted(tmp_path)
    assert first == second
    assert first["working_group"] == first["subscription"] == 1
    assert first["member"] == len(sample.members)
    said = sum(event.do not in {"move", "done", "position"} for event in sample.events)
    assert first["item"] == said + len(sample.meetings) + 1


async def test_its_clock_goes_on_from_where_the_first_one_was(tmp_path: Path) -> None:
    month = timedelta(days=30)
    async with demonstrating(demo_settings(tmp_path), 0) as shown, ClientSession() as session:
        await People(shown.page, session).advance(month)
    async with demonstrating(demo_settings(tmp_path), 0):
        again = ShiftedClock(tmp_path / "clock", SystemClock())
        assert again.now() - SystemClock().now() > month - timedelta(minutes=1)
