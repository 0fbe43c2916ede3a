"""What people of one group did last, where no change tells it."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from domain.act import Act, ActKind
from storage.repositories.scope import Scope
from storage.statements import upsert
from storage.tables.notices import last_act

_KEPT = ("kind", "key", "after", "subject", "former")
_LATEST = select(*(last_act.c[name] for name in _KEPT)).where(
    last_act.c.group_id == bindparam("of_group"), last_act.c.user_id == bindparam("of_user")
)
_PUT = upsert(last_act, ["group_id", "user_id"], lambda given: {name: given[name] for name in _KEPT})


class ActRows:
    """The latest act of each person."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def latest(self, user: str) -> Act | None:
        parameters = {"of_group": self._scope.group, "of_user": user}
        row = self._scope.connection.execute(_LATEST, parameters).one_or_none()
        if row is None:
            return None
        return Act(
            kind=ActKind(row.kind), key=row.key, after=row.after, subject=row.subject, former=row.former
        )

    def put(self, user: str, act: Act) -> None:
        row = {
            "group_id": self._scope.group,
            "user_id": user,
            "workspace": self._scope.workspace,
            "kind": act.kind.value,
            "key": act.key,
            "after": act.after,
            "subject": act.subject,
            "former": act.former,
        }
        self._scope.connection.execute(_PUT.on(self._scope.connection), row)
