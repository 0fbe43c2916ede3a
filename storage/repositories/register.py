"""The register of one group: every item, whatever its kind, by what all kinds have in common."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, bindparam, func, select

from domain.coverage import Coverage
from domain.item import WITHDRAWN, Item
from domain.reference import RecordKind, Reference, Series
from domain.register import DUE_KINDS, NEWEST_FIRST, Arrangement, Cursor, Filter, Page, Tally
from storage.repositories.chunks import FEW, among_few, chunked, few
from storage.repositories.conditions import filtered
from storage.repositories.items import COLUMNS, THEME, item_of
from storage.repositories.paging import Paging
from storage.repositories.scope import Scope
from storage.repositories.tallies import Tallies
from storage.repositories.traits import overdue
from storage.tables.items import item

_OF_GROUP = item.c.group_id == bindparam("group_id")

SAME_AMONG = 20
"""Of somebody's latest items, how many are compared: who records more within minutes is no person."""


def same_words(
    names: Sequence[str], asked: Mapping[str, ColumnElement[Any]], outer: FromClause | None = None
) -> Select[Any]:
    """These columns of the author's latest item with the same words, if any.

    `asked`: group_id, author, kind, text and since, parameters or columns of `outer`. The latest are found by
    an index over author and place, and the time is compared afterwards.
    """
    compared = ("kind", "text", "status", "recorded_at", "recorded_in")
    latest = (
        select(*(item.c[name] for name in dict.fromkeys((*names, *compared))))
        .where(item.c.group_id == asked["group_id"], item.c.author == asked["author"])
        .order_by(item.c.recorded_in.desc())
        .limit(SAME_AMONG)
        .correlate(outer)
        .subquery("latest")
    )
    return (
        select(*(latest.c[name] for name in names))
        .where(
            latest.c.kind == asked["kind"],
            latest.c.text == asked["text"],
            latest.c.status != WITHDRAWN,
            latest.c.recorded_at >= asked["since"],
        )
        .order_by(latest.c.recorded_in.desc())
        .limit(1)
        .correlate(outer)
    )


SAME = same_words(
    [column.name for column in COLUMNS],
    {
        **{name: bindparam(name) for name in ("group_id", "author", "kind", "text")},
        "since": bindparam("since", type_=item.c.recorded_at.type),
    },
)
_OF_SERIES = select(*COLUMNS).where(_OF_GROUP, item.c.series == bindparam("series"))
_HAVING = _OF_SERIES.where(item.c.number.in_(bindparam("numbers", expanding=True)))
_HAVING_FEW = _OF_SERIES.where(among_few(item.c.number))
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
        self._tally: Tally | None = None

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
        parameters = asked(self._scope.group, author, kind, text, since)
        row = self._scope.connection.execute(SAME, parameters).one_or_none()
        return None if row is None else item_of(row)

    def tally(self) -> Tally:
        """Read once where nothing is written: a digest and a status look at it from several sides."""
        if self._scope.writing:
            return Tallies(self._scope).read()
        if self._tally is None:
            self._tally = Tallies(self._scope).read()
        return self._tally

    def count_overdue(self, theme: str | None, today: date) -> Mapping[RecordKind, int]:
        statement = _OVERDUE if theme is None else _OVERDUE_IN_THEME
        in_theme = {} if theme is None else {"theme": theme}
        parameters = {"group_id": self._scope.group, "today": today, **in_theme}
        found = {
            RecordKind(kind): count for kind, count in self._scope.connection.execute(statement, parameters)
        }
        return {kind: found.get(kind, 0) for kind in DUE_KINDS}

    def having(self, references: Collection[Reference], within: Coverage | None = None) -> tuple[Item, ...]:
        conditions = () if within is None else filtered(Filter(within=within), self._scope.group)
        by_series: dict[Series, set[int]] = {}
        for reference in references:
            by_series.setdefault(reference.series, set()).add(reference.number)
        return tuple(
            item_of(row)
            for series, wanted in by_series.items()
            for chunk in chunked(wanted)
            for row in self._having(series, chunk, conditions)
        )

    def _having(
        self, series: Series, numbers: Sequence[int], conditions: Sequence[ColumnElement[bool]]
    ) -> Iterable[Any]:
        connection = self._scope.connection
        key: dict[str, Any] = {"group_id": self._scope.group, "series": series.value}
        rows: Iterable[Any]
        if not conditions and len(numbers) <= FEW:
            rows = connection.execute(_HAVING_FEW, key | few(numbers))
        else:
            rows = connection.execute(_HAVING.where(*conditions), key | {"numbers": numbers})
        return rows


def asked(group: int, author: str, kind: RecordKind, text: str, since: datetime) -> dict[str, Any]:
    """The parameters of SAME."""
    return {"group_id": group, "author": author, "kind": kind.value, "text": text, "since": since}
