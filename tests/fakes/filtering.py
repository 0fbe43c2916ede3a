"""Whether an item of a record in memory passes a filter, asked of the items themselves one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from domain.action import ActionStatus
from domain.coverage import Company, Coverage
from domain.group import Seat
from domain.item import WITHDRAWN, Item
from domain.obstacle import Obstacle
from domain.people import Member, Role
from domain.position import Position
from domain.quarter import quarter_of
from domain.recommendation import OPEN_STATUSES, UNDER_WAY, Recommendation
from domain.reference import RecordKind
from domain.register import DUE_KINDS, NO_THEME, Filter, Trait


class Obstacles(Protocol):
    def is_answered(self, obstacle: Obstacle) -> bool: ...


class Positions(Protocol):
    def of(self, recommendation: int) -> tuple[Position, ...]: ...


class Members(Protocol):
    def get(self, user: str) -> Member | None: ...


@dataclass(frozen=True, slots=True)
class Facts:
    """What a filter asks besides the item itself."""

    obstacles: Obstacles
    positions: Positions
    members: Members

    def passes(self, item: Item, wanted: Filter) -> bool:
        """Whether the item has everything that is asked for."""
        return all(_state(item, wanted)) and all(self._people(item, wanted)) and all(self._more(item, wanted))

    def _people(self, item: Item, wanted: Filter) -> Iterable[bool]:
        author = self.members.get(item.author)
        yield wanted.author in {None, item.author}
        yield wanted.owner in {None, item.owner}
        yield wanted.concerns in {None, item.author, item.owner}
        yield wanted.sector is None or (author is not None and author.sector is wanted.sector)
        yield wanted.owing is None or (
            item.kind is RecordKind.RECOMMENDATION
            and item.status == "under_review"
            and all(one.user != wanted.owing for one in self._spoken(item))
        )

    def is_covered(self, item: Item, coverage: Coverage) -> bool:
        """Whether a digest of that coverage tells of the item."""
        people = [self.members.get(user) for user in (item.author, coverage.concerning) if user is not None]
        members = {one.user: one for one in people if one is not None}
        spoken = item.kind is RecordKind.RECOMMENDATION and any(
            one.user == coverage.concerning for one in self.positions.of(item.number)
        )
        return coverage.covers(item, Company(members, frozenset({item.reference} if spoken else ())))

    def _more(self, item: Item, wanted: Filter) -> Iterable[bool]:
        author = self.members.get(item.author)
        named = item.countries if isinstance(item, Obstacle | Recommendation) else ()
        countries = named or ((author.country,) if author is not None else ())
        drivers = item.drivers if isinstance(item, Recommendation) else ()
        yield wanted.country is None or wanted.country in countries
        yield wanted.driver is None or wanted.driver in drivers
        yield wanted.within is None or self.is_covered(item, wanted.within)
        for trait in wanted.traits:
            yield _TRAITS[trait](self, item, wanted)

    def _spoken(self, item: Item) -> list[Position]:
        return [one for one in self.positions.of(item.number) if one.edition == item.edition]

    def overdue(self, item: Item, wanted: Filter) -> bool:
        to_do = {*OPEN_STATUSES, ActionStatus.OPEN}
        is_late = item.due_on is not None and wanted.today is not None and item.due_on < wanted.today
        return item.kind in DUE_KINDS and item.status in to_do and is_late

    def priority(self, item: Item, _: Filter) -> bool:
        return isinstance(item, Recommendation) and item.priority

    def unanswered(self, item: Item, _: Filter) -> bool:
        return isinstance(item, Obstacle) and not self.obstacles.is_answered(item)

    def unowned(self, item: Item, _: Filter) -> bool:
        return isinstance(item, Recommendation) and item.status in OPEN_STATUSES and item.owner is None

    def undated(self, item: Item, _: Filter) -> bool:
        return isinstance(item, Recommendation) and item.status in OPEN_STATUSES and item.due_on is None

    def unvoiced(self, item: Item, wanted: Filter) -> bool:
        if not isinstance(item, Recommendation) or item.status not in {"proposed", "under_review"}:
            return False
        members = [self.members.get(one.user) for one in self._spoken(item)]
        spoken = {
            Seat(member.sector, member.country)
            for member in members
            if member is not None and member.role is not Role.OBSERVER
        }
        return not wanted.seats <= spoken

    def untranslated(self, item: Item, wanted: Filter) -> bool:
        has_versions = {RecordKind.OBSTACLE, RecordKind.RECOMMENDATION, RecordKind.ACTION}
        missing = wanted.languages - {item.text.language} - set(item.text.versions)
        gone = {WITHDRAWN, "merged", "superseded", "dropped", "done"}
        return item.kind in has_versions and item.status not in gone and bool(missing)

    def stalled(self, item: Item, wanted: Filter) -> bool:
        is_old = wanted.unchanged_since is not None and item.changed_at < wanted.unchanged_since
        return isinstance(item, Recommendation) and item.status in UNDER_WAY and is_old


_TRAITS: Mapping[Trait, Callable[[Facts, Item, Filter], bool]] = {
    Trait.OVERDUE: Facts.overdue,
    Trait.PRIORITY: Facts.priority,
    Trait.UNANSWERED: Facts.unanswered,
    Trait.UNOWNED: Facts.unowned,
    Trait.UNDATED: Facts.undated,
    Trait.UNVOICED: Facts.unvoiced,
    Trait.STALLED: Facts.stalled,
    Trait.UNTRANSLATED: Facts.untranslated,
}


def _state(item: Item, wanted: Filter) -> Iterable[bool]:
    yield not wanted.kinds or item.kind in wanted.kinds
    yield wanted.theme is None or (item.theme or NO_THEME) == wanted.theme
    yield not wanted.statuses or item.status in wanted.statuses
    yield wanted.meeting in {None, item.meeting}
    yield wanted.since is None or item.recorded_at >= wanted.since
    yield wanted.until is None or item.recorded_at < wanted.until
    quarter = None if item.due_on is None else quarter_of(item.due_on)
    yield wanted.quarter in {None, quarter}
    yield wanted.due_by is None or _is_due(item, wanted.today, wanted.due_by)


def _is_due(item: Item, today: date | None, by: date) -> bool:
    """Whether it is still to be done from today through that day."""
    to_do = {*OPEN_STATUSES, ActionStatus.OPEN}
    within = item.due_on is not None and today is not None and today <= item.due_on <= by
    return item.kind in DUE_KINDS and item.status in to_do and within
