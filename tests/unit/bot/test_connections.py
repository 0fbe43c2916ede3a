"""The pauses between attempts to connect."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bot.connections import FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS, pause


@pytest.mark.parametrize("unsteady", [0, 1])
def test_after_a_good_connection_and_after_the_first_bad_one_the_next_is_tried_at_once(unsteady: int) -> None:
    assert pause(unsteady) == 0.0


def test_pauses_double_until_the_longest() -> None:
    pauses = [pause(unsteady) for unsteady in range(2, 20)]

    assert pauses[0] == FIRST_PAUSE_SECONDS
    assert all(after == min(2 * before, LONGEST_PAUSE_SECONDS) for before, after in pairwise(pauses))
    assert pauses[-1] == LONGEST_PAUSE_SECONDS


def test_after_a_year_of_attempts_the_pause_is_still_the_longest() -> None:
    assert pause(10**6) == LONGEST_PAUSE_SECONDS
