"""The roadmap: recommendations by the quarter they are due in, and by theme."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.group import GroupCharter
from domain.quarter import MONTHS_A_YEAR, quarter_of
from domain.recommendation import OPEN_STATUSES, Recommendation, RecommendationStatus

PLANNED = OPEN_STATUSES | {RecommendationStatus.IMPLEMENTED}
"""What is in a plan: what is to be done, and what was."""


_LAST = 999_999
"""Behind every quarter, written as a number: 20271 for the first one of 2027."""


class Stage(StrEnum):
    """The parts of a roadmap, in its order."""

    OVERDUE = "overdue"
    QUARTER = "quarter"
    LATER = "later"
    """A quarter behind the group's horizon."""
    UNDATED = "undated"


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """The place of a recommendation in the roadmap: its part, its theme by its place, then its number.

    What moves meanwhile moves no other's mark, so that a page can begin behind one.
    """

    part: int
    theme: int
    number: int


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a roadmap; `quarter` is written `2027-Q1`, None for other parts. `items` are in order."""

    stage: Stage
    quarter: str | None
    items: tuple[Recommendation, ...]

    @property
    def place(self) -> int:
        """Where it stands among all parts that there may be."""
        if self.quarter is not None:
            return int(self.quarter.replace("-Q", ""))
        return 0 if self.stage is Stage.OVERDUE else _LAST

    @property
    def progress(self) -> int:
        """Mean progress in whole percent; 0 of nothing."""
        return round(sum(item.progress for item in self.items) / len(self.items)) if self.items else 0


@dataclass(frozen=True, slots=True)
class Roadmap:
    """Every part: what is overdue, the quarters of the horizon, what comes later, what has no day."""

    parts: tuple[Part, ...]
    themes: tuple[str, ...]
    """Keys of the group's themes, in its order."""
    quarter: str
    """The one that it is."""

    def mark(self, part: Part, item: Recommendation) -> Mark:
        """Where the item of this part stands."""
        theme = self.themes.index(item.theme) if item.theme in self.themes else len(self.themes)
        return Mark(part.place, theme, item.number)

    @property
    def empty(self) -> tuple[str, ...]:
        """The quarters of the horizon, from the present one on, in which nothing is due."""
        return tuple(
            part.quarter or ""
            for part in self.parts
            if part.stage is Stage.QUARTER and (part.quarter or "") >= self.quarter and not part.items
        )

    @property
    def count(self) -> int:
        """How many recommendations it holds."""
        return sum(len(part.items) for part in self.parts)


def horizon(charter: GroupCharter) -> tuple[str, ...]:
    """The quarters that the group's months fall into, from the one it starts in."""
    start = charter.starts_on
    first = start.year * MONTHS_A_YEAR + start.month - 1
    months = range(first, first + max(1, charter.horizon_months))
    quarters = (quarter_of(date(month // MONTHS_A_YEAR, month % MONTHS_A_YEAR + 1, 1)) for month in months)
    return tuple(dict.fromkeys(quarters))


def roadmap(items: Iterable[Recommendation], charter: GroupCharter, today: date) -> Roadmap:
    """The roadmap of these recommendations as of a local day of the group's zone.

    What is open and past its day is overdue, whatever its quarter. Quarters before the horizon begin it.
    """
    planned = horizon(charter)
    found: dict[tuple[Stage, str | None], list[Recommendation]] = {}
    for item in items:
        found.setdefault(_stage(item, planned, today), []).append(item)
    earlier = {
        quarter for stage, quarter in found if stage is Stage.QUARTER and quarter and quarter < planned[0]
    }
    places: list[tuple[Stage, str | None]] = [(Stage.OVERDUE, None)]
    places += [(Stage.QUARTER, quarter) for quarter in (*sorted(earlier), *planned)]
    places += sorted(place for place in found if place[0] is Stage.LATER)
    places += [(Stage.UNDATED, None)]
    themes = tuple(theme.key for theme in charter.themes)
    parts = [
        Part(stage, quarter, _ordered(found.get((stage, quarter), ()), themes)) for stage, quarter in places
    ]
    return Roadmap(tuple(parts), themes, quarter_of(today))


def _stage(item: Recommendation, planned: Sequence[str], today: date) -> tuple[Stage, str | None]:
    if item.due_on is None or item.quarter is None:
        return Stage.UNDATED, None
    if item.due_on < today and RecommendationStatus(item.status).is_open:
        return Stage.OVERDUE, None
    return (Stage.LATER if item.quarter > planned[-1] else Stage.QUARTER), item.quarter


def _ordered(items: Iterable[Recommendation], themes: Sequence[str]) -> tuple[Recommendation, ...]:
    rank = {key: place for place, key in enumerate(themes)}
    return tuple(sorted(items, key=lambda item: (rank.get(item.theme or "", len(rank)), item.number)))
