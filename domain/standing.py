"""Where a theme, or the whole group, stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from domain.change import Change
from domain.group import STALLED_WEEKS
from domain.item import Item
from domain.recommendation import RecommendationStatus, StatusGroup
from domain.reference import RecordKind, Reference
from domain.register import Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Figures of one theme (`theme` is its key), or of several or the whole group (None).

    `progress` is the mean progress, in whole percent, of the recommendations not closed without result; None
    without any. `overdue` counts recommendations that were due before today. What is `stalled` has not
    changed for `stalled_weeks`.
    """

    theme: str | None
    by_group: Mapping[StatusGroup, int]
    progress: int | None
    recommendations: int
    obstacles: int
    notes: Mapping[RecordKind, int]
    unanswered: int
    overdue: int
    overdue_actions: int
    stalled: int
    stalled_weeks: int = STALLED_WEEKS


@dataclass(frozen=True, slots=True)
class Overview:
    """Where a theme, or the whole group, stands, and what happened there last.

    `latest` is the latest change of each item touched last, newest first, and `items` holds those items.
    """

    standing: Standing
    latest: tuple[Change, ...]
    items: Mapping[Reference, Item]


def by_status_group(tally: Tally, theme: str | None) -> dict[StatusGroup, int]:
    """How many recommendations each group of status has, every group present."""
    counts = dict.fromkeys(StatusGroup, 0)
    for status in RecommendationStatus:
        found = tally.total(RecordKind.RECOMMENDATION, theme=theme, statuses=frozenset({status}))
        counts[StatusGroup.of(status)] += found.items
    return counts


def mean_progress(tally: Tally, theme: str | None) -> int | None:
    """Mean progress over what still counts: closed without result leaves the mean alone."""
    counted = frozenset(s for s in RecommendationStatus if StatusGroup.of(s) is not StatusGroup.CLOSED)
    found = tally.total(RecordKind.RECOMMENDATION, theme=theme, statuses=counted)
    return round(found.progress / found.items) if found.items else None
