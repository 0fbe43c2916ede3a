"""Digests with everything in them: a full week, one after downtime, a person's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from domain.coverage import Coverage
from domain.digest import Digest, NetEffects
from domain.figures import Figures, ThemeFigures, Trend
from domain.group import Seat, Sector
from domain.item import Item
from domain.meeting import Arrangement, Meeting, Mode
from domain.outlook import Heap, Missed, Outlook
from domain.recommendation import Recommendation, StatusGroup
from domain.reference import RecordKind, Series
from domain.silence import Silence
from tests.unit.handlers.digests.made import digest, shift, standing
from tests.unit.handlers.material import (
    CHAIR,
    EN,
    LEAD,
    MEMBER,
    NOW,
    ZONE,
    action,
    by_reference,
    note,
    obstacle,
    recommendation,
)


def figures(*counts: int, progress: int | None = 38) -> Figures:
    return Figures(dict(zip(StatusGroup, counts, strict=True)), progress)


def late(number: int, days: int) -> Item:
    return replace(action(number), due_on=(NOW - timedelta(days=days)).date())


def stalled(number: int) -> Recommendation:
    return replace(recommendation(number), changed_at=NOW - timedelta(weeks=6))


def ahead() -> Meeting:
    return Meeting(
        kind=RecordKind.MEETING,
        number=12,
        theme="infrastructure",
        status="scheduled",
        text=replace(note().text, original="Second table on charging corridors"),
        author=LEAD,
        recorded_in=70,
        recorded_at=NOW,
        changed_at=NOW,
        phase="diagnosis",
        arrangement=Arrangement(
            starts_at=datetime(2027, 3, 11, 16, 0, tzinfo=UTC), zone=ZONE, mode=Mode.HYBRID
        ),
    )


NEW: Sequence[Item] = (
    note(RecordKind.DECISION, 2),
    recommendation(5),
    obstacle(6),
    action(8),
    note(),
)
FULL_WEEK = replace(
    digest(
        NetEffects(
            recorded=tuple(item.reference for item in NEW),
            moved=(
                shift(Series.RECOMMENDATION, 2, "under_review", "agreed"),
                shift(Series.OBSTACLE, 4, "identified", "confirmed"),
            ),
            progressed=(shift(Series.RECOMMENDATION, 3, "10", "40"),),
            joined=(LEAD,),
        ),
        by_reference(*NEW, recommendation(2), recommendation(3), obstacle(4)),
        unanswered=(obstacle(), obstacle(6)),
        figures=standing(),
    ),
    upcoming=(ahead(),),
    outlook=Outlook(
        overdue=Heap((late(7, 3), replace(late(9, 1), owner=CHAIR)), 2),
        soon=Heap((action(8), replace(recommendation(2), due_on=date(2027, 3, 31))), 2),
        stalled=Heap((stalled(1),), 1),
        soon_by=date(2027, 3, 31),
    ),
    silence=Silence((), ("US",), (Seat(Sector.ACADEMIA, "MX"),)),
    trend=Trend(
        now=figures(5, 3, 2, 1, 1),
        before=figures(6, 2, 2, 1, 0, progress=35),
        new=1,
        agreed=1,
    ),
    by_theme=(
        ThemeFigures("infrastructure", figures(3, 2, 2, 1, 1, progress=45)),
        ThemeFigures("talent", figures(2, 1, 0, 0, 0, progress=None)),
    ),
)
QUIET_WEEK = replace(
    digest(figures=standing()),
    trend=Trend(now=figures(5, 3, 2, 1, 1), before=figures(5, 3, 2, 1, 1)),
)
AFTER_DOWNTIME = replace(
    FULL_WEEK, missed=Missed(7, tuple(date(2027, 2, day) for day in (8, 11, 15, 18, 22)))
)
ONE_MISSED = replace(QUIET_WEEK, missed=Missed(1, (date(2027, 3, 1),)))
OWN = replace(
    FULL_WEEK,
    coverage=Coverage(concerning=MEMBER),
    trend=None,
    silence=Silence(),
    by_theme=(),
    languages=(EN,),
)


def filled(shown: Digest, items: Sequence[Item]) -> Digest:
    """The same with many new items, and as many of everything that waits as is shown."""
    eight = tuple(items[:8])
    heap = Heap(eight, 500)
    return replace(
        shown,
        effects=replace(shown.effects, recorded=tuple(item.reference for item in items)),
        items={**shown.items, **by_reference(*items)},
        outlook=Outlook(overdue=heap, soon=heap, stalled=heap, soon_by=date(2027, 3, 31)),
    )
