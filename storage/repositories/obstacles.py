"""Obstacles of one group."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Row, Select, and_, bindparam, case, func, select, update

from domain.coverage import Coverage
from domain.obstacle import Obstacle, Severity
from domain.reference import Series
from domain.register import Filter
from storage.bulk import inserted
from storage.repositories.chunks import chunked
from storage.repositories.conditions import filtered
from storage.repositories.items import COLUMNS, THEME, ItemRows, by_number, common
from storage.repositories.traits import unanswered
from storage.tables.items import answer, item, obstacle

_OWN = (obstacle.c.severity, obstacle.c.countries)
_JOINED = and_(
    obstacle.c.group_id == item.c.group_id,
    item.c.series == Series.OBSTACLE.value,
    obstacle.c.number == item.c.number,
)
_GET = by_number(*_OWN).where(_JOINED)
_ANSWERED_BY = (
    select(answer.c.obstacle, answer.c.recommendation)
    .where(
        answer.c.group_id == bindparam("group_id"),
        answer.c.obstacle.in_(bindparam("numbers", expanding=True)),
    )
    .order_by(answer.c.obstacle, answer.c.recommendation)
)
_ADD = inserted(obstacle)
_SAVE = update(obstacle).where(
    obstacle.c.group_id == bindparam("of_group"), obstacle.c.number == bindparam("of_number")
)

_UNANSWERED = (item.c.group_id == bindparam("group_id"), *unanswered())
_IN_THEMES = THEME.in_(bindparam("themes", expanding=True))
_COUNT = select(func.count()).select_from(item).where(*_UNANSWERED)
_COUNT_IN_THEME = _COUNT.where(bindparam("theme") == THEME)
_RANK = case(
    {severity.value: rank for rank, severity in enumerate(reversed(Severity))},
    value=obstacle.c.severity,
    else_=len(Severity),
)
_LIST: Select[Any] = (
    select(*COLUMNS, *_OWN)
    .where(*_UNANSWERED, _JOINED)
    .order_by(_RANK, item.c.recorded_in)
    .limit(bindparam("limit"))
)
_LIST_IN_THEMES = _LIST.where(_IN_THEMES)


class ObstacleRows(ItemRows[Obstacle]):
    """Items of the series O. `answered_by` is read from the links; recommendations write those."""

    series = Series.OBSTACLE

    def count_unanswered(self, theme: str | None) -> int:
        statement = _COUNT if theme is None else _COUNT_IN_THEME
        in_theme = {} if theme is None else {"theme": theme}
        parameters = {"group_id": self._scope.group, **in_theme}
        return int(self._scope.connection.execute(statement, parameters).scalar_one())

    def unanswered(
        self, themes: Collection[str], limit: int, within: Coverage | None = None
    ) -> tuple[Obstacle, ...]:
        statement = _LIST_IN_THEMES if themes else _LIST
        if within is not None:
            statement = statement.where(*filtered(Filter(within=within), self._scope.group))
        parameters: dict[str, Any] = {"group_id": self._scope.group, "limit": limit}
        if themes:
            parameters["themes"] = list(themes)
        rows = self._scope.connection.execute(statement, parameters).all()
        answers = self._answers([row.number for row in rows])
        return tuple(_obstacle(row, answers) for row in rows)

    def _read(self, number: int) -> Obstacle | None:
        row = self._scope.connection.execute(_GET, self.key(number)).one_or_none()
        return None if row is None else _obstacle(row, self._answers([number]))

    def _answers(self, numbers: Collection[int]) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for chunk in chunked(numbers):
            parameters = {"group_id": self._scope.group, "numbers": chunk}
            for number, recommendation in self._scope.connection.execute(_ANSWERED_BY, parameters):
                found.setdefault(number, []).append(recommendation)
        return found

    def _add_own(self, item: Obstacle) -> None:
        row = {"group_id": self._scope.group, "number": item.number, **_values(item)}
        self._scope.connection.add(_ADD, [row])

    def _save_own(self, before: Obstacle, after: Obstacle) -> None:
        if _values(before) != _values(after):
            key = {"of_group": self._scope.group, "of_number": after.number}
            self._scope.connection.execute(_SAVE, key | _values(after))


def _obstacle(row: Row[Any], answers: dict[int, list[int]]) -> Obstacle:
    return Obstacle(
        **common(row),
        severity=None if row.severity is None else Severity(row.severity),
        countries=tuple(row.countries),
        answered_by=tuple(answers.get(row.number, ())),
    )


def _values(item: Obstacle) -> dict[str, Any]:
    return {
        "severity": None if item.severity is None else item.severity.value,
        "countries": list(item.countries),
    }
