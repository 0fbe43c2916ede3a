"""The workspace's clock and timestamps."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.clock import SandboxClock, Timestamps, as_timestamp, parse_timestamp

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def clock(path: Path | None = None) -> SandboxClock:
    return SandboxClock(real=lambda: NOON, path=path)


def test_it_starts_at_real_time_and_advances_by_what_it_is_told() -> None:
    moved = clock()
    moved.advance(timedelta(hours=1))

    assert clock().now() == NOON
    assert moved.now() == NOON + timedelta(hours=1)
    assert moved.offset == timedelta(hours=1)


def test_it_moves_to_an_instant_of_any_zone() -> None:
    moved = clock()
    moved.move_to(datetime.fromisoformat("2026-03-03T06:00:00-06:00"))

    assert moved.now() == NOON + timedelta(days=1)


def test_it_never_moves_backwards() -> None:
    moved = clock()

    with pytest.raises(ValueError, match="forward"):
        moved.advance(timedelta(seconds=-1))
    with pytest.raises(ValueError, match="forward"):
        moved.move_to(NOON - timedelta(seconds=1))
    assert moved.now() == NOON


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        clock().move_to(datetime(2027, 1, 1))  # noqa: DTZ001 (what is refused)


def test_a_workspace_that_is_started_again_goes_on_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "clock"
    clock(path).advance(timedelta(days=30))

    again = clock(path)
    assert again.now() == NOON + timedelta(days=30)
    assert float(path.read_text(encoding="ascii")) == timedelta(days=30).total_seconds()


@pytest.mark.parametrize("text", ["soon", "", "nan", "1e300"])
def test_a_file_without_a_number_of_seconds_is_told_and_left_alone(tmp_path: Path, text: str) -> None:
    path = tmp_path / "clock"
    path.write_text(text, encoding="ascii")

    with pytest.raises(OSError, match="no number of seconds") as caught:
        clock(path)
    assert caught.value.filename == str(path)
    assert path.read_text(encoding="ascii") == text


def test_the_offset_stands_in_its_file_in_seconds(tmp_path: Path) -> None:
    path = tmp_path / "clock"
    moved = clock(path)
    at_first = path.read_text(encoding="ascii")
    moved.advance(timedelta(minutes=1, milliseconds=500))

    assert at_first == "0.0\n"
    assert float(path.read_text(encoding="ascii")) == pytest.approx(60.5)
    assert list(tmp_path.iterdir()) == [path]


def test_timestamps_rise_while_the_clock_stands_still() -> None:
    timestamps = Timestamps(clock())

    given_out = [timestamps.next() for _ in range(1000)]

    assert given_out[0] == f"{int(NOON.timestamp())}.000000"
    assert len(set(given_out)) == 1000
    assert given_out == sorted(given_out)


def test_timestamps_follow_the_clock() -> None:
    moved = clock()
    timestamps = Timestamps(moved)
    before = timestamps.next()
    moved.advance(timedelta(seconds=10))

    assert float(timestamps.next()) - float(before) == pytest.approx(10)


@given(st.integers(min_value=0, max_value=9_999_999_999_999_999))
def test_a_timestamp_is_read_as_it_was_written(micros: int) -> None:
    assert parse_timestamp(as_timestamp(micros)) == micros


@pytest.mark.parametrize(("text", "micros"), [("0", 0), ("12", 12_000_000), ("12.5", 12_500_000)])
def test_short_timestamps_are_read(text: str, micros: int) -> None:
    assert parse_timestamp(text) == micros


@pytest.mark.parametrize("text", ["", "now", "-1", "1.x", "1e3", "٣"])
def test_what_is_no_timestamp_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a timestamp"):
        parse_timestamp(text)
