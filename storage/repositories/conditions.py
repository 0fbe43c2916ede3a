"""What a filter asks of the item table, in SQL. Everything that lists, counts or searches asks it here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, FromClause, Select, String, and_, cast, exists, func, or_, select

from domain.coverage import Coverage
from domain.kinds import NATURES
from domain.quarter import first_day_of, last_day_of
from domain.recommendation import RecommendationStatus
from domain.reference import RecordKind, Series
from domain.register import DUE_KINDS, NO_THEME, Filter
from storage.jsontext import written
from storage.repositories.traits import TO_DO, TRAITS
from storage.tables.items import item, obstacle, position, recommendation
from storage.tables.people import member

Conditions: TypeAlias = list[ColumnElement[bool]]

_GUIDES = ("author", "owner", "theme")
"""What one person or theme recorded is in an index in the order of lists: such a one is walked through."""


def conditions(filter_: Filter, group: int) -> Conditions:
    """What the filter asks of the item table, for any index that helps."""
    return [item.c.group_id == group, *filtered(filter_, group)]


def walking(filter_: Filter, group: int) -> Conditions:
    """The same for walking through many items in order, until there are enough.

    Written so that at most one column, a guide's, tempts the engine to an index: one that is in the order of
    lists. Any other would leave fewer items, and all of them to be sorted.
    """
    guide = next((name for name in _GUIDES if getattr(filter_, name)), None)
    guide = guide or ("kind" if len(filter_.kinds) == 1 else None)
    return [item.c.group_id == group, *_every(_Asked(filter_, group, item, held=True, guide=guide))]


def filtered(filter_: Filter, group: int, of: FromClause = item) -> Conditions:
    """What the filter asks of items of the group, of the item table or an alias of it."""
    return _every(_Asked(filter_, group, of))


def _every(asked: _Asked) -> Conditions:
    return [
        *asked.state(),
        *asked.people(),
        *asked.when(),
        *asked.due(),
        *asked.own(),
        *(TRAITS[trait](asked) for trait in sorted(asked.filter.traits)),
    ]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A filter on its way into SQL, of a table or its alias. `held`: no index may serve but the guide's."""

    filter: Filter
    group: int
    of: FromClause
    held: bool = False
    guide: str | None = None

    def column(self, name: str) -> ColumnElement[Any]:
        column: ColumnElement[Any] = self.of.c[name]
        return func.coalesce(column, column) if self.held and name != self.guide else column

    def state(self) -> Conditions:
        """Kind, theme and status: what the tally counts by, and the meeting."""
        wanted, column = self.filter, self.column
        found: Conditions = []
        kinds = wanted.kinds or _kinds_with(wanted.statuses)
        if kinds:
            found.append(column("kind").in_(sorted(kind.value for kind in kinds)))
        if wanted.theme is not None:
            found.append(
                column("theme").is_(None) if wanted.theme == NO_THEME else column("theme") == wanted.theme
            )
        if wanted.statuses:
            found.append(column("status").in_(sorted(map(str, wanted.statuses))))
        if wanted.meeting is not None:
            found.append(column("meeting") == wanted.meeting)
        return found

    def people(self) -> Conditions:
        """Who recorded it, who carries it out, whom it waits for."""
        wanted, column = self.filter, self.column
        found: Conditions = []
        if wanted.author is not None:
            found.append(column("author") == wanted.author)
        if wanted.owner is not None:
            found.append(column("owner") == wanted.owner)
        if wanted.concerns is not None:
            found.append(or_(column("author") == wanted.concerns, column("owner") == wanted.concerns))
        if wanted.sector is not None:
            found.append(column("author").in_(self._members().where(member.c.sector == wanted.sector.value)))
        if wanted.owing is not None:
            found += self._owed_by(wanted.owing)
        if wanted.within is not None:
            found += self._covered(wanted.within)
        return found

    def _covered(self, wanted: Coverage) -> Conditions:
        """`Coverage.covers` in SQL."""
        column = self.column
        found: Conditions = []
        if wanted.themes:
            found.append(column("theme").in_(sorted(wanted.themes)))
        if wanted.mine_of is not None:
            found.append(or_(column("author") == wanted.mine_of, column("owner") == wanted.mine_of))
        if wanted.sectors:
            sectors = sorted(sector.value for sector in wanted.sectors)
            found.append(self._author_is(member.c.sector.in_(sectors)))
        if wanted.countries:
            found.append(or_(*(self._of_country(country) for country in sorted(wanted.countries))))
        if wanted.concerning is not None:
            found.append(self._concerning(wanted.concerning, wanted.led))
        return found

    def _concerning(self, user: str, led: tuple[str, ...]) -> ColumnElement[bool]:
        of, column = self.of, self.column
        spoken = exists().where(
            position.c.group_id == of.c.group_id,
            position.c.recommendation == of.c.number,
            position.c.user_id == user,
        )
        return or_(
            column("kind") == RecordKind.MEETING.value,
            column("author") == user,
            column("owner") == user,
            column("theme").in_(sorted(led)),
            and_(of.c.series == Series.RECOMMENDATION.value, spoken.correlate(of)),
        )

    def when(self) -> Conditions:
        """When it was recorded, and the quarter it is due in."""
        wanted, column = self.filter, self.column
        found: Conditions = []
        if wanted.since is not None:
            found.append(column("recorded_at") >= wanted.since)
        if wanted.until is not None:
            found.append(column("recorded_at") < wanted.until)
        if wanted.quarter is not None:
            found.append(column("due_on").between(first_day_of(wanted.quarter), last_day_of(wanted.quarter)))
        return found

    def due(self) -> Conditions:
        """What is still to be done from today through a day."""
        wanted, column = self.filter, self.column
        if wanted.due_by is None:
            return []
        return [
            column("kind").in_(sorted(kind.value for kind in DUE_KINDS)),
            column("status").in_(TO_DO),
            column("due_on").between(wanted.today, wanted.due_by),
        ]

    def own(self) -> Conditions:
        """What stands in the tables of the kinds: countries and drivers."""
        found: Conditions = []
        if self.filter.country is not None:
            found.append(self._of_country(self.filter.country))
        if self.filter.driver is not None:
            driven = select(recommendation.c.number).where(
                recommendation.c.group_id == self.group,
                _holds(recommendation.c.drivers, self.filter.driver),
            )
            found.append(and_(self.of.c.series == Series.RECOMMENDATION.value, self.of.c.number.in_(driven)))
        return found

    def _author_is(self, such: ColumnElement[bool]) -> ColumnElement[bool]:
        """Looked up by the item's author: a digest asks of few items, and a sector has many members."""
        theirs = exists().where(
            member.c.group_id == self.of.c.group_id, member.c.user_id == self.of.c.author, such
        )
        return theirs.correlate(self.of)

    def _members(self) -> Select[tuple[str]]:
        return select(member.c.user_id).where(member.c.group_id == self.group)

    def _owed_by(self, user: str) -> Conditions:
        of = self.of
        said = exists().where(
            position.c.group_id == of.c.group_id,
            position.c.recommendation == of.c.number,
            position.c.user_id == user,
            position.c.edition == of.c.edition,
        )
        return [
            of.c.kind == RecordKind.RECOMMENDATION.value,
            of.c.status == RecommendationStatus.UNDER_REVIEW.value,
            ~said.correlate(of),
        ]

    def _of_country(self, country: str) -> ColumnElement[bool]:
        """The countries that the item names; its author's where it names none.

        Asked of each item in turn: most groups have two countries, and then every other item passes.
        """
        of = self.of
        theirs = of.c.author.in_(self._members().where(member.c.country == country))
        named = [
            and_(
                of.c.series == series.value,
                exists()
                .where(
                    table.c.group_id == of.c.group_id,
                    table.c.number == of.c.number,
                    or_(_holds(table.c.countries, country), and_(_text(table.c.countries) == _NONE, theirs)),
                )
                .correlate(of),
            )
            for table, series in _WITH_COUNTRIES.items()
        ]
        with_countries = sorted(series.value for series in _WITH_COUNTRIES.values())
        return or_(*named, and_(of.c.series.not_in(with_countries), theirs))


_WITH_COUNTRIES: Mapping[Any, Series] = MappingProxyType(
    {obstacle: Series.OBSTACLE, recommendation: Series.RECOMMENDATION}
)
_NONE = written([])


def _holds(column: ColumnElement[Any], value: str) -> ColumnElement[bool]:
    """Whether a list of words kept as JSON holds the word: written in quotes it is in no other word."""
    return _text(column).contains(written(value), autoescape=True)


def _text(column: ColumnElement[Any]) -> ColumnElement[str]:
    return cast(column, String)


def _kinds_with(statuses: frozenset[str]) -> frozenset[RecordKind]:
    """The kinds that can have one of the statuses: what is looked up by status is looked up by kind first."""
    if not statuses:
        return frozenset()
    having = {
        series for series, nature in NATURES.items() if statuses & {str(status) for status in nature.statuses}
    }
    return frozenset(kind for kind in RecordKind if kind.series in having)
