"""Turns in a channel, and times when a workspace is left in peace."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.delivery.pacing import Pace
from tests.fakes.time import ManualClock


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def pace(clock: ManualClock) -> Pace:
    return Pace(clock.monotonic, timedelta(seconds=1))


def test_turns_in_a_channel_are_a_second_apart(pace: Pace) -> None:
    assert [pace.reserve("T1", "C1").total_seconds() for _ in range(3)] == [0, 1, 2]


def test_other_channels_do_not_wait_for_this_one(pace: Pace) -> None:
    pace.reserve("T1", "C1")
    assert pace.wait("T1", "C1") == timedelta(seconds=1)
    assert not pace.wait("T1", "C2")
    assert not pace.wait("T2", "C1")


def test_a_held_workspace_holds_all_its_channels_until_the_time_is_over(
    pace: Pace, clock: ManualClock
) -> None:
    pace.hold(timedelta(seconds=30), "T1")
    assert pace.wait("T1", "C1") == timedelta(seconds=30)
    assert not pace.wait("T2", "C1")
    clock.advance(30)
    assert not pace.wait("T1", "C1")


def test_a_shorter_hold_does_not_end_a_longer_one(pace: Pace) -> None:
    pace.hold(timedelta(seconds=30), "T1")
    pace.hold(timedelta(seconds=5), "T1")
    assert pace.wait("T1", "C1") == timedelta(seconds=30)


def test_what_has_passed_is_forgotten_and_what_counts_is_kept(pace: Pace, clock: ManualClock) -> None:
    for number in range(5000):
        pace.reserve("T1", f"C{number}")
    clock.advance(2)
    pace.hold(timedelta(seconds=30), "T2")
    pace.reserve("T1", "C1")
    assert len(pace._not_before) == 2
    assert pace.wait("T2", "C9") == timedelta(seconds=30)
