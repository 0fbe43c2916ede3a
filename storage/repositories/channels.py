"""Which channels of one workspace belong to which group."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import bindparam, delete, select, update

from domain.channel import Binding
from storage.session import Session
from storage.statements import insert_new, upsert
from storage.tables.channels import binding

_COLUMNS = (binding.c.channel, binding.c.group_id, binding.c.theme, binding.c.meeting)
_OF_WORKSPACE = binding.c.workspace == bindparam("workspace")
GET = select(*_COLUMNS).where(_OF_WORKSPACE, binding.c.channel == bindparam("channel"))
_OF_GROUP = (
    select(*_COLUMNS)
    .where(_OF_WORKSPACE, binding.c.group_id == bindparam("group_id"))
    .order_by(binding.c.channel)
)
_BIND = upsert(
    binding,
    ["workspace", "channel"],
    lambda wanted: {"group_id": wanted.group_id, "theme": wanted.theme, "meeting": wanted.meeting},
)

_OLD = (binding.c.workspace == bindparam("of_workspace"), binding.c.channel == bindparam("old"))
_MOVE = update(binding).where(*_OLD).values(channel=bindparam("new"))
_DROP = delete(binding).where(*_OLD)
_CLAIM = insert_new(binding, ["workspace", "channel"], binding.c.channel)


class ChannelRows:
    """The bindings of one workspace."""

    def __init__(self, connection: Session, workspace: str) -> None:
        self._connection = connection
        self._workspace = workspace

    def get(self, channel: str) -> Binding | None:
        row = self._connection.execute(GET, asked(self._workspace, channel)).one_or_none()
        return None if row is None else Binding(*row)

    def claim(self, binding: Binding) -> bool:
        """Bind a channel that is nobody's; a transaction that is at it too is waited for."""
        claimed = self._connection.execute(_CLAIM.on(self._connection), self._row(binding))
        return claimed.one_or_none() is not None

    def bind(self, binding: Binding) -> None:
        """Bind or bind anew. A group of another workspace fails on its foreign key."""
        self._connection.execute(_BIND.on(self._connection), self._row(binding))

    def release(self, channel: str) -> None:
        """The channel belongs to no group."""
        self._connection.execute(_DROP, {"of_workspace": self._workspace, "old": channel})

    def of_group(self, group: int) -> tuple[Binding, ...]:
        """The group's channels, by their ids."""
        rows = self._connection.execute(_OF_GROUP, {"workspace": self._workspace, "group_id": group})
        return tuple(Binding(*row) for row in rows)

    def move(self, old: str, new: str) -> None:
        """The channel has another id now; where that one is bound already, it stays so.

        A meeting that is open under the old id is so under the new one, where its group has none open there.
        """
        if old == new:
            return
        key = {"of_workspace": self._workspace, "old": old}
        held, there = self.get(old), self.get(new)
        if there is None:
            self._connection.execute(_MOVE, key | {"new": new})
            return
        self._connection.execute(_DROP, key)
        if held is not None and held.group == there.group and there.meeting is None:
            self.bind(replace(there, meeting=held.meeting))

    def _row(self, binding: Binding) -> dict[str, str | int | None]:
        return {
            "workspace": self._workspace,
            "channel": binding.channel,
            "group_id": binding.group,
            "theme": binding.theme,
            "meeting": binding.meeting,
        }


def asked(workspace: str, channel: str) -> dict[str, str]:
    """The parameters of GET."""
    return {"workspace": workspace, "channel": channel}
