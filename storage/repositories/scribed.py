"""Which messages of one group's channels were recorded as what."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, bindparam, select

from domain.reference import Reference, Series
from domain.scribed import Scribed
from storage.repositories.scope import Scope
from storage.statements import upsert
from storage.tables.meetings import scribed

_KEY = ("group_id", "channel", "ts", "entry")
_OF_MESSAGE = (
    select(scribed)
    .where(
        scribed.c.group_id == bindparam("of_group"),
        scribed.c.channel == bindparam("of_channel"),
        scribed.c.ts == bindparam("of_ts"),
    )
    .order_by(scribed.c.entry)
)
_PUT = upsert(
    scribed, _KEY, lambda new: {name: new[name] for name in ("series", "item", "mark", "edited", "gone")}
)


class ScribedRows:
    """Entries by channel, ts and entry."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def of_message(self, channel: str, ts: str) -> tuple[Scribed, ...]:
        parameters = {"of_group": self._scope.group, "of_channel": channel, "of_ts": ts}
        return tuple(map(_scribed, self._scope.connection.execute(_OF_MESSAGE, parameters)))

    def put(self, scribed: Scribed) -> None:
        row = {
            "group_id": self._scope.group,
            "channel": scribed.channel,
            "ts": scribed.ts,
            "entry": scribed.entry,
            "series": scribed.reference.series.value,
            "item": scribed.reference.number,
            "mark": scribed.mark,
            "edited": scribed.edited,
            "gone": scribed.gone,
        }
        self._scope.connection.execute(_PUT.on(self._scope.connection), row)


def _scribed(row: Row[Any]) -> Scribed:
    return Scribed(
        channel=row.channel,
        ts=row.ts,
        entry=row.entry,
        reference=Reference(Series(row.series), row.item),
        mark=row.mark,
        edited=row.edited,
        gone=row.gone,
    )
