"""SQLite's log goes into the database file beside the commits, and never grows without end."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
import time
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from domain.repositories import GroupRecord
from storage.opening import open_store
from storage.sqlite.checkpoints import Checkpoints
from storage.sqlite.connections import LOG_PAGES
from storage.sqlite.store import SqliteStore
from tests.contract.desk import Desk, found
from tests.contract.samples import add_note

NOTES = 40
"""Recorded at a time."""

PATIENCE = 20.0
"""Seconds a loaded machine may take for what takes half of one."""

_FRAME = 4096 + 24
"""Bytes of a page in the log, with its header (sqlite.org/fileformat2.html, the WAL's format)."""


@pytest.fixture
def file(sqlite_url: str) -> Path:
    return Path(sqlite_url.removeprefix("sqlite:///"))


@pytest.fixture
async def desk(sqlite_url: str) -> AsyncIterator[Desk]:
    store = await open_store(sqlite_url)
    yield await found(store)
    await store.close()


def written_at(file: Path) -> int:
    """When the database file itself was written last; what is in its log alone does not touch it."""
    return file.stat().st_mtime_ns


def size_of_log(file: Path) -> int:
    return file.with_name(f"{file.name}-wal").stat().st_size


def is_written_after(before: int, file: Path) -> bool:
    """Whether the file is written again in time."""
    ends = time.monotonic() + PATIENCE
    while (written := written_at(file)) == before and time.monotonic() < ends:
        time.sleep(0.01)
    return written > before


def add_notes(record: GroupRecord) -> None:
    for _ in range(NOTES):
        add_note(record)


async def test_what_was_recorded_comes_into_the_file_soon_after(desk: Desk, file: Path) -> None:
    for _ in range(2):
        before = written_at(file)
        await desk.write(add_note)
        assert await asyncio.to_thread(is_written_after, before, file)


async def test_no_commit_of_a_few_notes_carries_the_log_itself(desk: Desk, file: Path) -> None:
    assert isinstance(desk.store, SqliteStore)
    await asyncio.to_thread(desk.store._checkpoints.close)
    before = written_at(file)
    for _ in range(30):
        await desk.write(add_note)
    assert written_at(file) == before


async def test_the_log_begins_anew_past_its_bound_when_nobody_else_carries_it(desk: Desk, file: Path) -> None:
    assert isinstance(desk.store, SqliteStore)
    await asyncio.to_thread(desk.store._checkpoints.close)
    before, least = written_at(file), NOTES * _FRAME
    for _ in range(3 * LOG_PAGES * _FRAME // least):
        await desk.write(add_notes)
    assert written_at(file) > before
    assert size_of_log(file) < 2 * LOG_PAGES * _FRAME


def test_a_checkpoint_that_fails_is_tried_again_after_the_next_commit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.sqlite.checkpoints.PAUSE", 0.0)
    file = tmp_path / "checked.db"
    file.write_bytes(b"no database" * 100)
    checkpoints = Checkpoints(file)
    checkpoints.committed()
    time.sleep(0.1)
    file.write_bytes(b"")
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        before = written_at(file)
        connection.execute("CREATE TABLE item (text TEXT)")
        assert written_at(file) == before
        checkpoints.committed()
        assert is_written_after(before, file)
        checkpoints.close()
        checkpoints.close()


def test_the_end_is_seen_in_the_very_moment_in_which_a_checkpoint_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pause = 0.001
    monkeypatch.setattr("storage.sqlite.checkpoints.PAUSE", pause)
    for _ in range(300):
        checkpoints = Checkpoints(tmp_path / "ended.db")
        checkpoints.committed()
        time.sleep(pause)
        closing_it = threading.Thread(target=checkpoints.close, daemon=True)
        closing_it.start()
        closing_it.join(PATIENCE)
        assert not closing_it.is_alive()
