"""Clocks that give instants in UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.clocks import ShiftedClock, SystemClock
from tests.fakes.time import ManualClock


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "clock"


def test_the_system_clock_gives_the_present_in_utc() -> None:
    before = datetime.now(UTC)
    now = SystemClock().now()
    assert before <= now <= datetime.now(UTC)
    assert now.tzinfo is UTC


def test_without_a_file_there_is_no_offset(file: Path) -> None:
    real = ManualClock()
    assert ShiftedClock(file, real).now() == real.now()


@pytest.mark.parametrize(
    ("written", "offset"),
    [("0", 0.0), ("604800", 604800.0), ("90.5", 90.5), (" 60\n", 60.0)],
)
def test_the_file_moves_the_clock_forward_by_seconds(file: Path, written: str, offset: float) -> None:
    real = ManualClock()
    file.write_text(written, encoding="ascii")
    assert ShiftedClock(file, real).now() == real.now() + timedelta(seconds=offset)


def test_a_file_that_changes_counts_from_the_next_look_on(file: Path) -> None:
    real = ManualClock()
    clock = ShiftedClock(file, real)
    file.write_text("60", encoding="ascii")
    assert clock.now() - real.now() == timedelta(minutes=1)
    file.write_text("3600", encoding="ascii")
    assert clock.now() - real.now() == timedelta(hours=1)


def test_shifted_time_goes_on(file: Path) -> None:
    real = ManualClock()
    file.write_text("60", encoding="ascii")
    clock = ShiftedClock(file, real)
    before = clock.now()
    real.advance(5)
    assert clock.now() - before == timedelta(seconds=5)


@pytest.mark.parametrize("written", ["", "soon", "ñ"])
def test_a_file_without_a_number_is_an_error(file: Path, written: str) -> None:
    file.write_text(written, encoding="utf-8")
    with pytest.raises(ValueError, match=r"could not convert|can't decode"):
        ShiftedClock(file, ManualClock()).now()
