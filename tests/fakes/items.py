"""The items of one group in memory."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Generic, TypeVar

from domain.action import ActionStatus
from domain.address import same_place
from domain.coverage import Coverage
from domain.evidence import Evidence
from domain.item import WITHDRAWN, Item
from domain.language import Language
from domain.obstacle import Obstacle, Severity
from domain.position import Position
from domain.recommendation import OPEN_STATUSES, UNDER_WAY, Recommendation, RecommendationStatus
from domain.reference import RecordKind, Reference
from domain.register import (
    COUNTED_MAX,
    DUE_KINDS,
    NEWEST_FIRST,
    Arrangement,
    Count,
    Cursor,
    Filter,
    Page,
    Tally,
    TallyKey,
)
from domain.search import Query, Results
from domain.similarity import Likeness
from storage.likeness import likenesses
from storage.stems import hit
from tests.fakes.filtering import Facts

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

    def linking(self, reference: Reference) -> tuple[int, ...]:
        return tuple(sorted(item.number for item in self.by_number.values() if reference in item.links))

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

    def having(self, numbers: Collection[int]) -> tuple[Recommendation, ...]:
        return tuple(self.by_number[number] for number in set(numbers) if number in self.by_number)


class FakeObstacles(FakeItems[Obstacle]):
    """Obstacles by number; which are answered is read from the recommendations."""

    def __init__(self, recommendations: FakeRecommendations) -> None:
        super().__init__()
        self._recommendations = recommendations
        self.is_covered: Callable[[Item, Coverage], bool] | None = None
        """Set by the record, which knows the members."""

    def get(self, number: int) -> Obstacle | None:
        found = super().get(number)
        return None if found is None else self._linked(found)

    def _linked(self, obstacle: Obstacle) -> Obstacle:
        held = self._recommendations.by_number.values()
        answered_by = tuple(item.number for item in held if obstacle.number in item.answers)
        return replace(obstacle, answered_by=answered_by)

    def count_unanswered(self, theme: str | None) -> int:
        return sum(not self.is_answered(item) for item in self.of_theme(theme))

    def unanswered(
        self, themes: Collection[str], limit: int, within: Coverage | None = None
    ) -> tuple[Obstacle, ...]:
        found = [item for item in self.by_number.values() if not themes or item.theme in themes]
        if within is not None and self.is_covered is not None:
            found = [item for item in found if self.is_covered(item, within)]
        waiting = [self._linked(item) for item in found if not self.is_answered(item)]
        return tuple(sorted(waiting, key=lambda item: (_SEVERITY[item.severity], item.number))[:limit])

    def is_answered(self, obstacle: Obstacle) -> bool:
        if obstacle.status not in {"identified", "confirmed"}:
            return True
        return any(
            obstacle.number in item.answers
            and (RecommendationStatus(item.status).is_open or item.status == RecommendationStatus.IMPLEMENTED)
            for item in self._recommendations.by_number.values()
        )


class FakeEvidence(FakeItems[Evidence]):
    """Evidence by number."""

    def at_address(self, address: str) -> int | None:
        held = [item for item in self.by_number.values() if item.status != WITHDRAWN]
        same = [item.number for item in held if same_place(item.address) == same_place(address)]
        return max(same, default=None)


class FakePositions:
    """The latest position of each member on each recommendation."""

    def __init__(self) -> None:
        self.by_recommendation: dict[int, dict[str, Position]] = {}

    def of(self, recommendation: int) -> tuple[Position, ...]:
        held = self.by_recommendation.get(recommendation, {}).values()
        return tuple(sorted(held, key=lambda position: (position.at, position.user)))

    def put(self, recommendation: int, position: Position) -> None:
        self.by_recommendation.setdefault(recommendation, {})[position.user] = position

    def remove(self, recommendation: int, user: str) -> None:
        self.by_recommendation.get(recommendation, {}).pop(user, None)


class FakeRegister:
    """Every item of the group."""

    def __init__(self, stores: Collection[FakeItems[Any]], facts: Facts) -> None:
        self._stores = stores
        self._facts = facts

    def passing(self, filter_: Filter) -> list[Item]:
        return [item for item in self.all() if self._facts.passes(item, filter_)]

    def all(self) -> list[Item]:
        return [item for store in self._stores for item in store.by_number.values()]

    def page(
        self,
        filter_: Filter,
        *,
        arrangement: Arrangement = NEWEST_FIRST,
        after: Cursor | None = None,
        limit: int,
    ) -> Page:
        passing = {item.recorded_in: item for item in self.passing(filter_)}
        placed = [
            Cursor(
                place, arrangement.key_of(item, priority=isinstance(item, Recommendation) and item.priority)
            )
            for place, item in passing.items()
        ]
        cut = arrangement.cut(placed, after, limit)
        items = tuple(passing[cursor.recorded_in] for cursor in cut.shown)
        return Page(items, cut.following, self.count(filter_), cut.preceding)

    def count(self, filter_: Filter) -> int | None:
        count = len(self.passing(filter_))
        return count if count <= COUNTED_MAX or filter_.is_tallied else None

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

    def having(self, references: Collection[Reference], within: Coverage | None = None) -> tuple[Item, ...]:
        passing = self.passing(Filter(within=within))
        return tuple(item for item in passing if item.reference in references)


class FakeSearch:
    """Looks at every item of the register."""

    def __init__(self, register: FakeRegister) -> None:
        self._register = register

    def find(self, query: Query, filter_: Filter, *, before: int | None, limit: int) -> Results:
        newest_first = sorted(
            self._register.passing(filter_), key=lambda item: item.recorded_in, reverse=True
        )
        found = [
            hit(query, item)
            for item in newest_first
            if (before is None or item.recorded_in < before)
            and all(any(hit(Query((term,)), item).spans.values()) for term in query.terms)
        ]
        shown = tuple(found[:limit])
        return Results(shown, shown[-1].item.recorded_in if len(found) > limit else None)

    def alike(self, text: str, language: Language) -> tuple[Likeness, ...]:
        asked = Filter(kinds=frozenset({RecordKind.RECOMMENDATION}), statuses=frozenset(OPEN_STATUSES))
        found = likenesses(text, language, self._register.passing(asked))
        return tuple(likeness for likeness in found if likeness.shared)
