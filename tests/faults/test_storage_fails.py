"""The disk of SQLite is full, PostgreSQL is killed: nothing that was acknowledged or posted is lost."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import pytest

from tests.faults.campaign import LOG_MARGIN
from tests.faults.fleet import Fleet, sailing
from tests.faults.nursery import Nursery
from tests.faults.oracles import complaints
from tests.faults.programs import until
from tests.faults.steps import Step
from tests.faults.writers import Told
from tests.postgresql import PostgresqlServer

pytestmark = pytest.mark.faults

NOTES = 12


async def _write(fleet: Fleet, told: Told, text: str) -> None:
    told.take(f"member-00 {text}", await fleet.say(f"note member-00 {text}"))


@contextmanager
def _read(sqlite_url: str) -> Iterator[None]:
    """A transaction that has seen the record, open until the block is left."""
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM item").fetchone()
        yield


def _fill(fleet: Fleet) -> None:
    size = fleet.journal_size()
    assert size > len(fleet.complaints) + LOG_MARGIN
    fleet.fill_disk(size)


async def test_a_full_disk_loses_no_acknowledged_note_and_no_digest_that_was_posted(
    nursery: Nursery, tmp_path: Path, sqlite_url: str
) -> None:
    told = Told()
    async with sailing(nursery, tmp_path, sqlite_url) as fleet:
        await fleet.subscribe("daily 09:00")
        with ExitStack() as reading:
            # Nothing of the log is written over while it is read. The first reader may have found it carried
            # into the file; then nothing more is carried, and the second one reads the log for certain.
            for number in range(NOTES):
                reading.enter_context(_read(sqlite_url))
                await _write(fleet, told, f"while there was room {number}")
            catching = await fleet.catching(Step.POSTED, lambda: _fill(fleet))
            await fleet.due()
            assert await catching is not None
            await _write(fleet, told, "on a full disk")
            await until(lambda: "delivery.abandoned" in fleet.complaints)
        fleet.fill_disk(-1)
        await fleet.rest()
        await _write(fleet, told, "when there was room again")
        record = fleet.database.record()
        ledger = await fleet.ledger()
    record.require_sound()
    told.require_kept(record)
    assert list(told.failed) == ["member-00 on a full disk"]
    assert complaints(ledger) == []
    assert [row.state for row in ledger.rows] == ["sent"]
    assert len(ledger.seen) == 1


@pytest.mark.postgresql
async def test_a_postgresql_that_is_killed_and_comes_back_loses_and_doubles_nothing(
    nursery: Nursery, tmp_path: Path, own_server: PostgresqlServer, own_url: str
) -> None:
    told = Told()
    async with sailing(nursery, tmp_path, own_url, replicas=2, places=2) as fleet:
        await fleet.subscribe("daily 09:00")
        for step in (Step.CLAIMED, Step.POSTED):
            texts = [f"{step} {number}" for number in range(NOTES)]
            writing = [asyncio.create_task(_write(fleet, told, text)) for text in texts]
            catching = await fleet.catching(step, lambda: own_server.stop(abruptly=True))
            await fleet.due()
            assert await catching is not None
            await asyncio.to_thread(own_server.start)
            await asyncio.gather(*writing)
            await fleet.rest()
        await _write(fleet, told, "when it was there again")
        record = fleet.database.record()
        ledger = await fleet.ledger()
    record.require_sound()
    told.require_kept(record)
    assert complaints(ledger) == []
    assert [row.state for row in ledger.rows] == ["sent"] * 4
