"""The traits of items, in SQL: each the one condition that lists, gaps, status and digest share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Protocol

from sqlalchemy import ColumnElement, FromClause, and_, exists, false, func, select, text

from domain.action import ActionStatus
from domain.item import WITHDRAWN
from domain.language import Language
from domain.obstacle import ObstacleStatus
from domain.people import Role
from domain.recommendation import OPEN_STATUSES, UNDER_WAY, RecommendationStatus
from domain.reference import RecordKind, Series
from domain.register import DUE_KINDS, Filter, Trait
from storage.tables.items import HAS_ONE_VERSION, answer, item, position, recommendation
from storage.tables.people import member

OPEN_OBSTACLES = sorted(status.value for status in ObstacleStatus if status.is_open)
OPEN_RECOMMENDATIONS = sorted(status.value for status in OPEN_STATUSES)
TO_DO = sorted({*OPEN_RECOMMENDATIONS, ActionStatus.OPEN.value})
DEBATED = sorted({RecommendationStatus.PROPOSED.value, RecommendationStatus.UNDER_REVIEW.value})
_UNDER_WAY = sorted(status.value for status in UNDER_WAY)
_GONE = sorted(
    {
        WITHDRAWN,
        ObstacleStatus.MERGED.value,
        ObstacleStatus.DROPPED.value,
        RecommendationStatus.SUPERSEDED.value,
        ActionStatus.DONE.value,
        ActionStatus.DROPPED.value,
    }
)
"""What is translated no more: taken back, dropped or done, or another item has its place."""
_ANSWERING = [*OPEN_RECOMMENDATIONS, RecommendationStatus.IMPLEMENTED.value]


class Asked(Protocol):
    """A filter on its way into SQL, with the table it is asked of."""

    @property
    def filter(self) -> Filter: ...

    @property
    def group(self) -> int: ...

    @property
    def of(self) -> FromClause: ...


def unanswered(of: FromClause = item) -> tuple[ColumnElement[bool], ...]:
    """An open obstacle that no open or implemented recommendation answers."""
    answering = item.alias("answering")
    stands = exists().where(
        answering.c.group_id == answer.c.group_id,
        answering.c.series == Series.RECOMMENDATION.value,
        answering.c.number == answer.c.recommendation,
        answering.c.status.in_(_ANSWERING),
    )
    # One inside the other, not joined: SQLite would go through every recommendation for each obstacle.
    is_answered = exists().where(
        answer.c.group_id == of.c.group_id, answer.c.obstacle == of.c.number, stands.correlate(answer)
    )
    return (
        of.c.kind == RecordKind.OBSTACLE.value,
        of.c.status.in_(OPEN_OBSTACLES),
        ~is_answered.correlate(of),
    )


def overdue(of: FromClause, today: Any) -> tuple[ColumnElement[bool], ...]:  # noqa: ANN401 - a day or a parameter for one
    """Open recommendations and actions that were due before today."""
    return (
        of.c.kind.in_(sorted(kind.value for kind in DUE_KINDS)),
        of.c.status.in_(TO_DO),
        of.c.due_on < today,
    )


def is_priority(group: int, of: FromClause = item) -> ColumnElement[bool]:
    """A recommendation that comes first."""
    first = select(recommendation.c.number).where(
        recommendation.c.group_id == group, recommendation.c.priority.is_(True)
    )
    return and_(of.c.series == Series.RECOMMENDATION.value, of.c.number.in_(first))


def _unvoiced(asked: Asked) -> ColumnElement[bool]:
    """Debated, and fewer seats have spoken on this edition than there are."""
    of = asked.of
    seat = member.c.sector + "/" + member.c.country
    seats = sorted(f"{one.sector.value}/{one.country}" for one in asked.filter.seats)
    spoken = (
        select(func.count(seat.distinct()))
        .select_from(position)
        .where(
            position.c.group_id == of.c.group_id,
            position.c.recommendation == of.c.number,
            position.c.edition == of.c.edition,
            member.c.group_id == position.c.group_id,
            member.c.user_id == position.c.user_id,
            member.c.role != Role.OBSERVER.value,
            seat.in_(seats),
        )
        .correlate(of)
        .scalar_subquery()
    )
    return and_(of.c.kind == RecordKind.RECOMMENDATION.value, of.c.status.in_(DEBATED), spoken < len(seats))


def _untranslated(asked: Asked) -> ColumnElement[bool]:
    """No other version where the group has another language than the original's.

    The first condition is the index's own, letter by letter.
    """
    of = asked.of
    one_sided = [language.value for language in Language if asked.filter.languages - {language}]
    return and_(text(HAS_ONE_VERSION), of.c.language.in_(one_sided), of.c.status.not_in(_GONE))


def _lacking(column: str) -> Callable[[Asked], ColumnElement[bool]]:
    """An open recommendation without what stands in the column."""

    def lacks(asked: Asked) -> ColumnElement[bool]:
        of = asked.of
        return and_(
            of.c.kind == RecordKind.RECOMMENDATION.value,
            of.c.status.in_(OPEN_RECOMMENDATIONS),
            of.c[column].is_(None),
        )

    return lacks


def _stalled(asked: Asked) -> ColumnElement[bool]:
    """Under way, and not touched since."""
    of, since = asked.of, asked.filter.unchanged_since
    if since is None:
        return false()
    return and_(
        of.c.kind == RecordKind.RECOMMENDATION.value,
        of.c.status.in_(_UNDER_WAY),
        of.c.changed_at < since,
    )


TRAITS: Mapping[Trait, Callable[[Asked], ColumnElement[bool]]] = MappingProxyType(
    {
        Trait.OVERDUE: lambda asked: and_(*overdue(asked.of, asked.filter.today)),
        Trait.PRIORITY: lambda asked: is_priority(asked.group, asked.of),
        Trait.UNANSWERED: lambda asked: and_(*unanswered(asked.of)),
        Trait.UNOWNED: _lacking("owner"),
        Trait.UNDATED: _lacking("due_on"),
        Trait.UNVOICED: _unvoiced,
        Trait.STALLED: _stalled,
        Trait.UNTRANSLATED: _untranslated,
    }
)
