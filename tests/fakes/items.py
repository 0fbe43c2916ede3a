"""The items of one group in memory."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Generic, TypeVar

from domain.action import Action, ActionStatus
from domain.item import WITHDRAWN, Item
from domain.note import Note
from domain.obstacle import Obstacle, Severity
from domain.position import Position
from domain.recommendation import OPEN_STATUSES, UNDER_WAY, Recommendation, RecommendationStatus
from domain.reference import RecordKind, Series
from domain.register import DUE_KINDS, Count, Filter, Page, Tally, TallyKey
from domain.search import Query, Results
from storage.stems import hit

ItemT = TypeVar("ItemT", bound=Item)

_SEVERITY = {Severity.HIGH: 0, Severity.MEDIUM: 1, Severity.LOW: 2, None: 3}


class FakeItems(Generic[ItemT]):
    """Items by number."""

    def __init__(self) -> None:
        self.by_number: dict[int, ItemT] = {}

    def get(self, number: int) -> ItemT | None:
        return self.by_number.get(number)

    def add(self, item: ItemT) -> None:
        if item.number in self.by_number:
            raise AssertionError(f"{item.reference} stored twice")
        self.by_number[item.number] = item

    def save(self, item: ItemT) -> None:
        if item.number not in self.by_number:
            raise AssertionError(f"{item.reference} was never stored")
        self.by_number[item.number] = item

    def move_channel(self, old: str, new: str) -> None:
        for item in list(self.by_number.values()):
            if item.channel == old:
                self.save(replace(item, channel=new))

    def of_theme(self, theme: str | None) -> list[ItemT]:
        return [item for item in self.by_number.values() if theme is None or item.theme == theme]


class FakeRecommendations(FakeItems[Recommendation]):
    """Recommendations by number."""

    def count_stalled(self, theme: str | None, unchanged_since: datetime) -> int:
        return sum(
            item.status in UNDER_WAY and item.changed_at < unchanged_since for item in self.of_theme(theme)
        )


class FakeObstacles(FakeItems[Obstacle]):
    """Obstacles by number; which are answered is read from the recommendations."""

    def __init__(self, recommendations: FakeRecommendations) -> None:
        super().__init__()
        self._recommendations = recommendations

    def get(self, number: int) -> Obstacle | None:
        found = super().get(number)
        return None if found is None else self._linked(found)

    def _linked(self, obstacle: Obstacle) -> Obstacle:
        held = self._recommendations.by_number.values()
        answered_by = tuple(item.number for item in held if obstacle.number in item.answers)
        return replace(obstacle, answered_by=answered_by)

    def count_unanswered(self, theme: str | None) -> int:
        return sum(not self._is_answered(item) for item in self.of_theme(theme))

    def unanswered(self, themes: Collection[str], limit: int) -> tuple[Obstacle, ...]:
        found = [item for item in self.by_number.values() if not themes or item.theme in themes]
        waiting = [self._linked(item) for item in found if not self._is_answered(item)]
        return tuple(sorted(waiting, key=lambda item: (_SEVERITY[item.severity], item.number))[:limit])

    def _is_answered(self, obstacle: Obstacle) -> bool:
        if obstacle.status not in {"identified", "confirmed"}:
            return True
        return any(
            obstacle.number in item.answers
            and (RecommendationStatus(item.status).is_open or item.status == RecommendationStatus.IMPLEMENTED)
            for item in self._recommendations.by_number.values()
        )


class FakePositions:
    """The latest position of each member on each recommendation."""

    def __init__(self) -> None:
        self.by_recommendation: dict[int, dict[str, Position]] = {}

    def of(self, recommendation: int) -> tuple[Position, ...]:
        held = self.by_recommendation.get(recommendation, {}).values()
        return tuple(sorted(held, key=lambda position: (position.at, position.user)))

    def put(self, recommendation: int, position: Position) -> None:
        self.by_recommendation.setdefault(recommendation, {})[position.user] = position


class FakeRegister:
    """Every item of the group."""

    def __init__(
        self,
        notes: FakeItems[Note],
        obstacles: FakeObstacles,
        recommendations: FakeRecommendations,
        actions: FakeItems[Action],
    ) -> None:
        self._stores = (notes, obstacles, recommendations, actions)

    def all(self) -> list[Item]:
        return [item for store in self._stores for item in store.by_number.values()]

    def page(self, filter_: Filter, *, before: int | None, limit: int) -> Page:
        found = [item for item in self.all() if _matches(item, filter_)]
        if before is not None:
            found = [item for item in found if item.recorded_in < before]
        found.sort(key=lambda item: item.recorded_in, reverse=True)
        shown = tuple(found[:limit])
        return Page(shown, shown[-1].recorded_in if len(found) > limit else None)

    def same(self, author: str, kind: RecordKind, text: str, since: datetime) -> Item | None:
        found = [
            item
            for item in self.all()
            if (item.author, item.kind, item.text.original) == (author, kind, text)
            and item.recorded_at >= since
            and item.status != WITHDRAWN
        ]
        return max(found, key=lambda item: item.recorded_in, default=None)

    def tally(self) -> Tally:
        counts: dict[TallyKey, Count] = {}
        for item in self.all():
            key = TallyKey(item.theme, item.kind, item.status)
            counts[key] = counts.get(key, Count()) + Count(1, item.progress)
        return Tally(counts)

    def count_overdue(self, theme: str | None, today: date) -> Mapping[RecordKind, int]:
        to_do = {*OPEN_STATUSES, ActionStatus.OPEN}
        late = [
            item.kind
            for item in self.all()
            if theme in {None, item.theme}
            and item.status in to_do
            and item.due_on is not None
            and item.due_on < today
        ]
        return {kind: late.count(kind) for kind in DUE_KINDS}

    def having(self, numbers: Collection[tuple[Series, int]]) -> tuple[Item, ...]:
        return tuple(item for item in self.all() if (item.reference.series, item.reference.number) in numbers)


def _matches(item: Item, wanted: Filter) -> bool:
    return (
        (not wanted.kinds or item.kind in wanted.kinds)
        and (wanted.theme is None or item.theme == wanted.theme)
        and (not wanted.statuses or item.status in wanted.statuses)
        and (wanted.author is None or item.author == wanted.author)
        and (wanted.concerns is None or wanted.concerns in {item.author, item.owner})
    )


class FakeSearch:
    """Looks at every item of the register."""

    def __init__(self, register: FakeRegister) -> None:
        self._register = register

    def find(self, query: Query, filter_: Filter, *, before: int | None, limit: int) -> Results:
        newest_first = sorted(self._register.all(), key=lambda item: item.recorded_in, reverse=True)
        found = [
            hit(query, item)
            for item in newest_first
            if _matches(item, filter_)
            and (before is None or item.recorded_in < before)
            and all(any(hit(Query((term,)), item).spans.values()) for term in query.terms)
        ]
        shown = tuple(found[:limit])
        return Results(shown, shown[-1].item.recorded_in if len(found) > limit else None)
