"""Deliveries: which states are final, and the lengths of time that keep a message single."""

from __future__ import annotations

import pytest

from domain.delivery import FIRST_LOOK, LEASE, POST_TIMEOUT, SECOND_LOOK, DeliveryState, Lease
from domain.timings import Timings

FINAL = {DeliveryState.SENT, DeliveryState.UNCERTAIN, DeliveryState.FAILED, DeliveryState.SKIPPED}


@pytest.mark.parametrize("state", DeliveryState)
def test_nothing_more_is_done_about_what_was_sent_failed_skipped_or_is_uncertain(
    state: DeliveryState,
) -> None:
    assert state.is_final is (state in FINAL)


def test_a_post_ends_before_its_lease_does() -> None:
    assert POST_TIMEOUT < LEASE
    assert Lease("owner").length == LEASE


def test_the_history_is_looked_at_twice_with_time_between() -> None:
    assert FIRST_LOOK < SECOND_LOOK


def test_delivering_uses_these_lengths_unless_told_otherwise() -> None:
    timings = Timings()
    assert (timings.lease, timings.post_timeout) == (LEASE, POST_TIMEOUT)
    assert (timings.first_look, timings.second_look) == (FIRST_LOOK, SECOND_LOOK)
