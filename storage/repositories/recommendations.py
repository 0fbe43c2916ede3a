"""Recommendations of one group, and which obstacles they answer."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Row, and_, bindparam, delete, func, select, update

from domain.recommendation import UNDER_WAY, Recommendation
from domain.reference import RecordKind, Reference, Series
from storage.bulk import inserted
from storage.repositories.chunks import chunked
from storage.repositories.items import COLUMNS, THEME, ItemRows, by_number, common
from storage.tables.items import answer, item, recommendation

_OWN_NAMES = ("countries", "drivers", "priority", "override")
_JOINED = and_(
    recommendation.c.group_id == item.c.group_id,
    item.c.series == Series.RECOMMENDATION.value,
    recommendation.c.number == item.c.number,
)
_GET = by_number(*(recommendation.c[name] for name in _OWN_NAMES)).where(_JOINED)
_NUMBERS: BindParameter[Any] = bindparam("numbers", expanding=True)
_HAVING = select(*COLUMNS, *(recommendation.c[name] for name in _OWN_NAMES)).where(
    item.c.group_id == bindparam("group_id"), item.c.number.in_(_NUMBERS), _JOINED
)
_ANSWERS_OF = (
    select(answer.c.recommendation, answer.c.obstacle)
    .where(answer.c.group_id == bindparam("group_id"), answer.c.recommendation.in_(_NUMBERS))
    .order_by(answer.c.recommendation, answer.c.position)
)
_ANSWERS = (
    select(answer.c.obstacle)
    .where(answer.c.group_id == bindparam("group_id"), answer.c.recommendation == bindparam("recommendation"))
    .order_by(answer.c.position)
)
_ANSWERING = (
    select(answer.c.recommendation)
    .where(answer.c.group_id == bindparam("group_id"), answer.c.obstacle == bindparam("obstacle"))
    .order_by(answer.c.recommendation)
)
_ADD = inserted(recommendation)
_SAVE = update(recommendation).where(
    recommendation.c.group_id == bindparam("of_group"),
    recommendation.c.number == bindparam("of_number"),
)
_LINK = inserted(answer)
_UNLINK = delete(answer).where(
    answer.c.group_id == bindparam("of_group"), answer.c.recommendation == bindparam("of_number")
)

_STALLED = (
    select(func.count())
    .select_from(item)
    .where(
        item.c.group_id == bindparam("group_id"),
        item.c.kind == RecordKind.RECOMMENDATION.value,
        item.c.status.in_([status.value for status in UNDER_WAY]),
        item.c.changed_at < bindparam("unchanged_since", type_=item.c.changed_at.type),
    )
)
_STALLED_IN_THEME = _STALLED.where(bindparam("theme") == THEME)


class RecommendationRows(ItemRows[Recommendation]):
    """Items of the series R."""

    series = Series.RECOMMENDATION

    def count_stalled(self, theme: str | None, unchanged_since: datetime) -> int:
        statement = _STALLED if theme is None else _STALLED_IN_THEME
        in_theme = {} if theme is None else {"theme": theme}
        parameters = {"group_id": self._scope.group, "unchanged_since": unchanged_since, **in_theme}
        return int(self._scope.connection.execute(statement, parameters).scalar_one())

    def linking(self, reference: Reference) -> tuple[int, ...]:
        if reference.series is not Series.OBSTACLE:
            return ()
        parameters = {"group_id": self._scope.group, "obstacle": reference.number}
        return tuple(self._scope.connection.execute(_ANSWERING, parameters).scalars())

    def having(self, numbers: Collection[int]) -> tuple[Recommendation, ...]:
        found: list[Recommendation] = []
        for chunk in chunked(frozenset(numbers)):
            parameters = {"group_id": self._scope.group, "numbers": chunk}
            answers: dict[int, list[int]] = {}
            for number, obstacle in self._scope.connection.execute(_ANSWERS_OF, parameters):
                answers.setdefault(number, []).append(obstacle)
            rows = self._scope.connection.execute(_HAVING, parameters)
            found += [_recommendation(row, tuple(answers.get(row.number, ()))) for row in rows]
        return tuple(found)

    def _read(self, number: int) -> Recommendation | None:
        row = self._scope.connection.execute(_GET, self.key(number)).one_or_none()
        if row is None:
            return None
        parameters = {"group_id": self._scope.group, "recommendation": number}
        answers = self._scope.connection.execute(_ANSWERS, parameters).scalars()
        return _recommendation(row, tuple(answers))

    def _add_own(self, item: Recommendation) -> None:
        row = {"group_id": self._scope.group, "number": item.number, **_values(item)}
        self._scope.connection.add(_ADD, [row])
        self._link(item)

    def _save_own(self, before: Recommendation, after: Recommendation) -> None:
        key = {"of_group": self._scope.group, "of_number": after.number}
        if _values(before) != _values(after):
            self._scope.connection.execute(_SAVE, key | _values(after))
        if before.answers != after.answers:
            self._scope.connection.execute(_UNLINK, key)
            self._link(after)

    def _link(self, item: Recommendation) -> None:
        links = [
            {
                "group_id": self._scope.group,
                "recommendation": item.number,
                "obstacle": obstacle,
                "position": position,
            }
            for position, obstacle in enumerate(item.answers)
        ]
        if links:
            self._scope.connection.add(_LINK, links)


def _recommendation(row: Row[Any], answers: tuple[int, ...]) -> Recommendation:
    return Recommendation(
        **common(row),
        answers=answers,
        countries=tuple(row.countries),
        drivers=tuple(row.drivers),
        priority=row.priority,
        override=row.override,
    )


def _values(item: Recommendation) -> dict[str, Any]:
    return {
        "countries": list(item.countries),
        "drivers": list(item.drivers),
        "priority": item.priority,
        "override": item.override,
    }
