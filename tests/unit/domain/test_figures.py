"""The figures that digests compare."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from domain.figures import Figures, by_theme, figures, figures_in
from domain.outlook import soon_by
from domain.recommendation import StatusGroup
from domain.reference import RecordKind
from domain.register import Count, Tally, TallyKey

TALLY = Tally(
    {
        TallyKey("charging", RecordKind.RECOMMENDATION, "proposed"): Count(2, 0),
        TallyKey("charging", RecordKind.RECOMMENDATION, "in_progress"): Count(1, 40),
        TallyKey("talent", RecordKind.RECOMMENDATION, "withdrawn"): Count(1, 90),
        TallyKey("talent", RecordKind.NOTE, "recorded"): Count(7, 0),
    }
)


def counts(*numbers: int) -> dict[StatusGroup, int]:
    return dict(zip(StatusGroup, numbers, strict=True))


def test_recommendations_are_counted_by_group_of_status() -> None:
    assert figures(TALLY) == Figures(counts(2, 0, 1, 0, 1), 13)
    assert figures(TALLY, "talent") == Figures(counts(0, 0, 0, 0, 1), None)
    assert figures(TALLY).total == 4


def test_figures_come_back_from_the_facts_of_a_delivery() -> None:
    for found in (figures(TALLY), figures(TALLY, "talent"), figures(Tally())):
        assert figures_in(json.loads(json.dumps(found.facts()))) == found
    assert figures_in(None) is None


def test_themes_stand_in_the_order_asked_and_empty_ones_nowhere() -> None:
    assert [one.theme for one in by_theme(TALLY, ["talent", "supply", "charging"])] == ["talent", "charging"]


@pytest.mark.parametrize(("days", "expected"), [(None, 7), (1, 7), (7, 7), (30, 30)])
def test_soon_is_a_week_or_until_the_next_digest(days: int | None, expected: int) -> None:
    today = date(2027, 3, 8)
    following = None if days is None else today + timedelta(days=days)
    assert soon_by(today, following) == today + timedelta(days=expected)
