"""Reading what waits for somebody, within what a digest covers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from domain.coverage import Coverage
from domain.digest import NetEffects
from domain.figures import Figures, Trend
from domain.item import Item
from domain.outlook import Outlook, soon_by
from domain.recommendation import RecommendationStatus
from domain.reference import RecordKind, Reference, Series
from domain.register import Filter, Order, Trait
from domain.repositories import GroupRecord
from domain.usecases.listing import heap_of

SHOWN = 8
"""Items of each list that a digest names."""


def outlook(record: GroupRecord, coverage: Coverage, now: datetime, by: date | None) -> Outlook:
    """What is past its day, due through `by` (a local day; None: within a week) and stalled as of now."""
    soon = by or soon_by(now.astimezone(record.group.timezone).date(), None)
    overdue, stalled = (
        Filter(traits=frozenset({trait}), within=coverage) for trait in (Trait.OVERDUE, Trait.STALLED)
    )
    return Outlook(
        overdue=heap_of(record, overdue, Order.DUE, now, limit=SHOWN),
        soon=heap_of(record, Filter(due_by=soon, within=coverage), Order.DUE, now, limit=SHOWN),
        stalled=heap_of(record, stalled, Order.OLDEST, now, limit=SHOWN),
        soon_by=soon,
    )


def trend(
    now: Figures | None, before: Figures | None, effects: NetEffects, items: Mapping[Reference, Item]
) -> Trend | None:
    """The figures and what happened in the range; None where nobody took figures."""
    if now is None:
        return None
    recorded = [items[one] for one in effects.recorded if one in items]
    new = [item.status for item in recorded if item.kind is RecordKind.RECOMMENDATION]
    moved = [shift.after for shift in effects.moved if shift.subject.series is Series.RECOMMENDATION]
    reached = [*new, *moved]
    return Trend(
        now=now,
        before=before,
        new=len(new),
        agreed=reached.count(RecommendationStatus.AGREED),
        implemented=reached.count(RecommendationStatus.IMPLEMENTED),
    )
