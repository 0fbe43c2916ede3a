"""What the members of one group hold of its recommendations."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, bindparam, delete, select

from domain.position import Position, Stance
from storage.repositories.scope import Scope
from storage.statements import upsert
from storage.tables.items import position

_KEY = ("group_id", "recommendation", "user_id")
_WORDS = ("stance", "comment", "edition", "at")
_OF = (
    select(position.c.user_id, *(position.c[name] for name in _WORDS))
    .where(
        position.c.group_id == bindparam("of_group"),
        position.c.recommendation == bindparam("of_recommendation"),
    )
    .order_by(position.c.at, position.c.user_id)
)
_PUT = upsert(position, _KEY, lambda said: {name: said[name] for name in _WORDS})

_REMOVE = delete(position).where(
    position.c.group_id == bindparam("of_group"),
    position.c.recommendation == bindparam("of_recommendation"),
    position.c.user_id == bindparam("of_user"),
)


class PositionRows:
    """Positions by recommendation and user id."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def of(self, recommendation: int) -> tuple[Position, ...]:
        parameters = {"of_group": self._scope.group, "of_recommendation": recommendation}
        return tuple(map(_position, self._scope.connection.execute(_OF, parameters)))

    def put(self, recommendation: int, position: Position) -> None:
        row = {
            "group_id": self._scope.group,
            "recommendation": recommendation,
            "user_id": position.user,
            "stance": position.stance.value,
            "comment": position.comment,
            "edition": position.edition,
            "at": position.at,
        }
        self._scope.connection.execute(_PUT.on(self._scope.connection), row)

    def remove(self, recommendation: int, user: str) -> None:
        parameters = {"of_group": self._scope.group, "of_recommendation": recommendation, "of_user": user}
        self._scope.connection.execute(_REMOVE, parameters)


def _position(row: Row[Any]) -> Position:
    return Position(
        user=row.user_id, stance=Stance(row.stance), comment=row.comment, edition=row.edition, at=row.at
    )
