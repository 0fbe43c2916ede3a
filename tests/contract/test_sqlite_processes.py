"""One process at a time has a SQLite file; when it is killed, what it acknowledged is there."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from storage.errors import DatabaseInUseError
from storage.opening import open_store
from tests.contract.desk import Desk, found

ROOT = Path(__file__).parents[2]
RUNNING = ROOT / "docs" / "running.md"
PROGRAM = ROOT / "tests" / "contract" / "programs" / "acknowledge.py"
ACKNOWLEDGED = 40
"""Notes before the kill: enough for many commits of several jobs."""


def writing(url: str, group: int) -> subprocess.Popen[str]:
    """A process that writes notes and prints their numbers."""
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, PROGRAM, url, str(group)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def acknowledged(process: subprocess.Popen[str], count: int) -> list[int]:
    """The next numbers it prints."""
    assert process.stdout is not None
    return [int(process.stdout.readline()) for _ in range(count)]


def run_in(folder: Path, program: str) -> None:
    """Run a program to its end."""
    subprocess.run([sys.executable, "-c", program], cwd=folder, check=True)  # noqa: S603 - our own words


def killed(process: subprocess.Popen[str]) -> list[int]:
    """The numbers it had still printed when it was killed."""
    process.send_signal(signal.SIGKILL)
    rest, _ = process.communicate(timeout=20)
    *whole, _ = rest.split("\n")
    return [int(line) for line in whole]


async def prepared(url: str) -> int:
    """The number of a group in a file that is closed again."""
    store = await open_store(url)
    group = (await found(store)).group
    await store.close()
    return group


async def test_a_second_process_is_refused_and_told_what_to_do(sqlite_url: str) -> None:
    group = await prepared(sqlite_url)
    process = writing(sqlite_url, group)
    try:
        acknowledged(process, 1)
        with pytest.raises(DatabaseInUseError) as refused:
            await open_store(sqlite_url)
    finally:
        killed(process)
    told = str(refused.value)
    assert f"process (id {process.pid}" in told
    assert "rapporteur.db.lock" in told
    assert "stop it first" in told


async def test_every_note_that_was_acknowledged_survives_a_kill(sqlite_url: str) -> None:
    group = await prepared(sqlite_url)
    told: list[int] = []
    for _ in range(3):
        process = writing(sqlite_url, group)
        told += acknowledged(process, ACKNOWLEDGED)
        told += killed(process)
    store = await open_store(sqlite_url)
    desk = Desk(store, group)
    last = await desk.read(lambda record: record.changes.last_number)
    stored = await desk.read(lambda record: [record.notes.get(number) for number in range(1, last + 1)])
    history = await desk.read(lambda record: record.changes.between(0, last, last))
    tally = await desk.read(lambda record: record.register.tally())
    await store.close()
    assert len(set(told)) == len(told) >= 3 * ACKNOWLEDGED
    assert set(told) <= set(range(1, last + 1))
    assert all(stored)
    assert [change.number for change in history] == list(range(1, last + 1))
    assert sum(count.items for count in tally.counts.values()) == last


def copying() -> str:
    """The program that docs/running.md makes a copy with."""
    (program,) = re.findall(r'^ {4}python3 -c "(.+)"$', RUNNING.read_text("utf-8"), re.MULTILINE)
    return str(program)


def test_the_copy_that_the_documentation_makes_is_an_error_where_no_record_is(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        run_in(tmp_path, copying())
    assert not (tmp_path / "rapporteur.db").exists()


async def test_the_copy_that_the_documentation_makes_has_what_was_acknowledged(
    sqlite_url: str, tmp_path: Path
) -> None:
    group = await prepared(sqlite_url)
    process = writing(sqlite_url, group)
    try:
        told = acknowledged(process, ACKNOWLEDGED)
        run_in(tmp_path, copying())
    finally:
        killed(process)
    assert not (tmp_path / "copy.db-wal").exists()
    store = await open_store(f"sqlite:///{tmp_path / 'copy.db'}")
    desk = Desk(store, group)
    last = await desk.read(lambda record: record.changes.last_number)
    stored = await desk.read(lambda record: [record.notes.get(number) for number in range(1, last + 1)])
    await store.close()
    assert set(told) <= set(range(1, last + 1))
    assert all(stored)


@pytest.mark.parametrize("beside", [(), ("rapporteur.db-wal", "rapporteur.db-shm")], ids=["clean", "killed"])
def test_the_way_back_that_the_documentation_shows_works_after_any_stop(
    tmp_path: Path, beside: tuple[str, ...]
) -> None:
    (way,) = re.findall(r"((?:^ {4}(?:before=|for |cp ).+\n){3})", RUNNING.read_text("utf-8"), re.MULTILINE)
    for name in ("rapporteur.db", *beside):
        (tmp_path / name).write_text("former", "utf-8")
    (tmp_path / "copy.db").write_text("copy", "utf-8")

    subprocess.run(["/bin/sh", "-euc", way], cwd=tmp_path, check=True)  # noqa: S603 - our own words

    assert (tmp_path / "rapporteur.db").read_text("utf-8") == "copy"
    (before,) = tmp_path.glob("before-*")
    assert {found.name for found in tmp_path.iterdir()} == {before.name, "copy.db", "rapporteur.db"}
    assert {found.name for found in before.iterdir()} == {"rapporteur.db", *beside}

    subprocess.run(["/bin/sh", "-euc", way], cwd=tmp_path, check=True)  # noqa: S603 - our own words
    assert len(list(tmp_path.glob("before-*"))) == 2
    assert (before / "rapporteur.db").read_text("utf-8") == "former"
