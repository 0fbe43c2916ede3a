"""Of which items' moves people of one group do not want to be told."""

from __future__ import annotations

from typing import Any

from sqlalchemy import bindparam, delete, select

from domain.reference import Reference
from storage.repositories.scope import Scope
from storage.statements import insert_new
from storage.tables.notices import mute

_KEY = ("group_id", "user_id", "series", "item")
_THIS = tuple(mute.c[name] == bindparam(f"of_{name}") for name in _KEY)
_HAS = select(mute.c.item).where(*_THIS)
_ADD = insert_new(mute, _KEY, mute.c.item)
_REMOVE = delete(mute).where(*_THIS)


class MuteRows:
    """What is muted, by person and item."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def has(self, user: str, reference: Reference) -> bool:
        return self._scope.connection.execute(_HAS, self._this(user, reference)).first() is not None

    def add(self, user: str, reference: Reference) -> None:
        key = {name.removeprefix("of_"): value for name, value in self._this(user, reference).items()}
        row = {"workspace": self._scope.workspace, **key}
        self._scope.connection.execute(_ADD.on(self._scope.connection), row)

    def remove(self, user: str, reference: Reference) -> None:
        self._scope.connection.execute(_REMOVE, self._this(user, reference))

    def _this(self, user: str, reference: Reference) -> dict[str, Any]:
        return {
            "of_group_id": self._scope.group,
            "of_user_id": user,
            "of_series": reference.series.value,
            "of_item": reference.number,
        }
