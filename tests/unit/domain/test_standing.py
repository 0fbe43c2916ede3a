"""The figures of where things stand."""

from __future__ import annotations

import pytest

from domain.recommendation import RecommendationStatus as Status
from domain.recommendation import StatusGroup
from domain.reference import RecordKind
from domain.register import Count, Tally, TallyKey
from domain.standing import by_status_group, mean_progress


def tally(*counted: tuple[str | None, Status, int, int]) -> Tally:
    """Of theme, status, how many and the sum of their progress."""
    return Tally(
        {
            TallyKey(theme, RecordKind.RECOMMENDATION, status): Count(items, progress)
            for theme, status, items, progress in counted
        }
    )


TALLY = tally(
    ("charging", Status.PROPOSED, 2, 0),
    ("charging", Status.UNDER_REVIEW, 1, 0),
    ("charging", Status.AGREED, 1, 0),
    ("charging", Status.IN_PROGRESS, 1, 25),
    ("talent", Status.PARTIALLY_IMPLEMENTED, 1, 60),
    ("talent", Status.IMPLEMENTED, 1, 100),
    ("talent", Status.NOT_IMPLEMENTED, 1, 30),
    ("talent", Status.SUPERSEDED, 1, 30),
    (None, Status.WITHDRAWN, 1, 30),
)


def test_recommendations_are_counted_in_five_groups() -> None:
    assert by_status_group(TALLY, None) == {
        StatusGroup.OPEN: 3,
        StatusGroup.AGREED: 1,
        StatusGroup.UNDER_WAY: 2,
        StatusGroup.DONE: 1,
        StatusGroup.CLOSED: 3,
    }


def test_every_group_is_there_even_when_it_counts_none() -> None:
    assert by_status_group(Tally(), None) == dict.fromkeys(StatusGroup, 0)
    assert by_status_group(TALLY, "talent")[StatusGroup.OPEN] == 0


def test_other_kinds_do_not_count_as_recommendations() -> None:
    notes = Tally({TallyKey("charging", RecordKind.OBSTACLE, Status.PROPOSED): Count(5, 0)})
    assert by_status_group(notes, None) == dict.fromkeys(StatusGroup, 0)
    assert mean_progress(notes, None) is None


@pytest.mark.parametrize(("theme", "mean"), [("charging", 5), ("talent", 80), (None, 26), ("supply", None)])
def test_progress_is_the_mean_of_what_was_not_closed_without_result(
    theme: str | None, mean: int | None
) -> None:
    assert mean_progress(TALLY, theme) == mean


def test_without_anything_left_that_counts_there_is_no_mean() -> None:
    assert mean_progress(tally(("talent", Status.WITHDRAWN, 3, 200)), "talent") is None


def test_the_mean_is_given_in_whole_percent() -> None:
    assert mean_progress(tally(("talent", Status.IN_PROGRESS, 3, 200)), None) == 67
