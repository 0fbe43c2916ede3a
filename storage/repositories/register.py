"""The register of one group: every item, whatever its kind, by what all kinds have in common."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime

from sqlalchemy import bindparam, func, select

from domain.item import WITHDRAWN, Item
from domain.reference import RecordKind, Series
from domain.register import DUE_KINDS, NEWEST_FIRST, Arrangement, Cursor, Filter, Page, Tally
from storage.repositories.chunks import chunked
from storage.repositories.items import COLUMNS, THEME, item_of
from storage.repositories.paging import Paging
from storage.repositories.scope import Scope
from storage.repositories.tallies import Tallies
from storage.repositories.traits import overdue
from storage.tables.items import item

_OF_GROUP = item.c.group_id == bindparam("group_id")

SAME_AMONG = 20
"""Of somebody's latest items, how many are compared: who records more within minutes is no person."""

_latest = (
    select(*COLUMNS)
    .where(_OF_GROUP, item.c.author == bindparam("author"))
    .order_by(item.c.recorded_in.desc())
    .limit(SAME_AMONG)
    .subquery()
)
_SAME = (
    select(_latest)
    .where(
        _latest.c.kind == bindparam("kind"),
        _latest.c.text == bindparam("text"),
        _latest.c.status != WITHDRAWN,
        _latest.c.recorded_at >= bindparam("since", type_=item.c.recorded_at.type),
    )
    .order_by(_latest.c.recorded_in.desc())
    .limit(1)
)
_HAVING = select(*COLUMNS).where(
    _OF_GROUP, item.c.series == bindparam("series"), item.c.number.in_(bindparam("numbers", expanding=True))
)
_OVERDUE = (
    select(item.c.kind, func.count())
    .where(_OF_GROUP, *overdue(item, bindparam("today", type_=item.c.due_on.type)))
    .group_by(item.c.kind)
)
_OVERDUE_IN_THEME = _OVERDUE.where(bindparam("theme") == THEME)


class RegisterRows:
    """Reads the items of the group, whatever their kind, by what all kinds have in common."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def page(
        self,
        filter_: Filter,
        *,
        arrangement: Arrangement = NEWEST_FIRST,
        after: Cursor | None = None,
        limit: int,
    ) -> Page:
        return Paging(self._scope).page(filter_, arrangement, after, limit)

    def count(self, filter_: Filter) -> int | None:
        return Paging(self._scope).count(filter_)

    def same(self, author: str, kind: RecordKind, text: str, since: datetime) -> Item | None:
        parameters = {
            "group_id": self._scope.group,
            "author": author,
            "kind": kind.value,
            "text": text,
            "since": since,
        }
        row = self._scope.connection.execute(_SAME, parameters).one_or_none()
        return None if row is None else item_of(row)

    def tally(self) -> Tally:
        return Tallies(self._scope).read()

    def count_overdue(self, theme: str | None, today: date) -> Mapping[RecordKind, int]:
        statement = _OVERDUE if theme is None else _OVERDUE_IN_THEME
        in_theme = {} if theme is None else {"theme": theme}
        parameters = {"group_id": self._scope.group, "today": today, **in_theme}
        found = {
            RecordKind(kind): count for kind, count in self._scope.connection.execute(statement, parameters)
        }
        return {kind: found.get(kind, 0) for kind in DUE_KINDS}

    def having(self, numbers: Collection[tuple[Series, int]]) -> tuple[Item, ...]:
        by_series: dict[Series, set[int]] = {}
        for series, number in numbers:
            by_series.setdefault(series, set()).add(number)
        return tuple(
            item_of(row)
            for series, wanted in by_series.items()
            for chunk in chunked(wanted)
            for row in self._scope.connection.execute(
                _HAVING, {"group_id": self._scope.group, "series": series.value, "numbers": chunk}
            )
        )
