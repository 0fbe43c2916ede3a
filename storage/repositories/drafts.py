"""What people of one group wrote and have not recorded yet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select

from domain.draft import Draft
from storage.repositories.scope import Scope
from storage.statements import insert_new
from storage.tables.notices import draft

_KEEP = insert_new(draft, ["workspace", "key"], draft.c.id)
_NUMBER = select(draft.c.id).where(
    draft.c.workspace == bindparam("of_workspace"), draft.c.key == bindparam("of_key")
)
_THIS = (draft.c.id == bindparam("of_id"), draft.c.group_id == bindparam("of_group"))
_GET = select(draft).where(*_THIS)
_REMOVE = delete(draft).where(*_THIS)
_FORGET = delete(draft).where(draft.c.kept_at < bindparam("before", type_=draft.c.kept_at.type))


class DraftRows:
    """Drafts of one group, by number."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def keep(self, user: str, key: str, content: Mapping[str, Any], at: datetime) -> int:
        connection, workspace = self._scope.connection, self._scope.workspace
        row = {
            "workspace": workspace,
            "group_id": self._scope.group,
            "user_id": user,
            "key": key,
            "content": dict(content),
            "kept_at": at,
        }
        kept = connection.execute(_KEEP.on(connection), row).scalar()
        if kept is None:
            kept = connection.execute(_NUMBER, {"of_workspace": workspace, "of_key": key}).scalar_one()
        return int(kept)

    def get(self, number: int) -> Draft | None:
        row = self._scope.connection.execute(_GET, self._this(number)).one_or_none()
        if row is None:
            return None
        return Draft(number=row.id, user=row.user_id, key=row.key, content=row.content, kept_at=row.kept_at)

    def remove(self, number: int) -> None:
        self._scope.connection.execute(_REMOVE, self._this(number))

    def _this(self, number: int) -> dict[str, int]:
        return {"of_id": number, "of_group": self._scope.group}


def forget_drafts(connection: Connection, before: datetime) -> int:
    """Remove those of every workspace that were kept before then; how many there were."""
    return connection.execute(_FORGET, {"before": before}).rowcount
