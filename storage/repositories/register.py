"""The register of one group: every item, whatever its kind, by what all kinds have in common."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Row, Select, bindparam, func, select, union_all

from domain.action import ActionStatus
from domain.item import WITHDRAWN, Item
from domain.recommendation import OPEN_STATUSES
from domain.reference import RecordKind, Series
from domain.register import DUE_KINDS, Filter, Page, Tally
from storage.repositories.chunks import chunked
from storage.repositories.items import COLUMNS, THEME, common
from storage.repositories.scope import Scope
from storage.repositories.tallies import Tallies
from storage.tables.items import item

_OF_GROUP = item.c.group_id == bindparam("group_id")
_NEWEST_FIRST = item.c.recorded_in.desc()

SAME_AMONG = 20
"""Of somebody's latest items, how many are compared: who records more within minutes is no person."""

_latest = (
    select(*COLUMNS)
    .where(
        _OF_GROUP,
        item.c.author == bindparam("author"),
        item.c.recorded_at >= bindparam("since", type_=item.c.recorded_at.type),
    )
    .order_by(item.c.recorded_at.desc())
    .limit(SAME_AMONG)
    .subquery()
)
_SAME = (
    select(_latest)
    .where(
        _latest.c.kind == bindparam("kind"),
        _latest.c.text == bindparam("text"),
        _latest.c.status != WITHDRAWN,
    )
    .order_by(_latest.c.recorded_at.desc(), _latest.c.recorded_in.desc())
    .limit(1)
)
_HAVING = select(*COLUMNS).where(
    _OF_GROUP, item.c.series == bindparam("series"), item.c.number.in_(bindparam("numbers", expanding=True))
)
_TO_DO = [*OPEN_STATUSES, *(status for status in ActionStatus if status.is_open)]
_OVERDUE = (
    select(item.c.kind, func.count())
    .where(
        _OF_GROUP,
        item.c.kind.in_(sorted(kind.value for kind in DUE_KINDS)),
        item.c.status.in_(sorted(status.value for status in _TO_DO)),
        item.c.due_on < bindparam("today", type_=item.c.due_on.type),
    )
    .group_by(item.c.kind)
)
_OVERDUE_IN_THEME = _OVERDUE.where(bindparam("theme") == THEME)


class RegisterRows:
    """Reads the item table only, newest first by the change that recorded the item."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def page(self, filter_: Filter, *, before: int | None, limit: int) -> Page:
        """Newest first, from below the cursor `before`."""
        statement = page_statement(filter_, before=before, limit=limit + 1)
        rows = self._scope.connection.execute(statement, {"group_id": self._scope.group}).all()
        items = tuple(item_of(row) for row in rows[:limit])
        return Page(items, items[-1].recorded_in if len(rows) > limit else None)

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


def page_statement(filter_: Filter, *, before: int | None, limit: int) -> Select[Any]:
    """The statement of a page, with the parameter `group_id`.

    Who is concerned is author or owner: each is looked up by its own index, and the page is cut from both.
    """
    conditions = [_OF_GROUP, *filtered(filter_)]
    if before is not None:
        conditions.append(item.c.recorded_in < before)
    page = select(*COLUMNS).order_by(_NEWEST_FIRST).limit(limit)
    if filter_.concerns is None:
        return page.where(*conditions)
    roles = (item.c.author == filter_.concerns, item.c.owner == filter_.concerns)
    concerned = [
        select(item.c.recorded_in).where(*conditions, role).order_by(_NEWEST_FIRST).limit(limit).subquery()
        for role in roles
    ]
    either = union_all(*(select(found.c.recorded_in) for found in concerned))
    return page.where(_OF_GROUP, item.c.recorded_in.in_(either))


def filtered(filter_: Filter, of: FromClause = item) -> list[ColumnElement[bool]]:
    """What the filter asks of the item table or an alias of it; who is concerned is left to the caller."""
    conditions: list[ColumnElement[bool]] = []
    if filter_.kinds:
        conditions.append(of.c.kind.in_(sorted(kind.value for kind in filter_.kinds)))
    if filter_.theme is not None:
        conditions.append(of.c.theme == filter_.theme)
    if filter_.statuses:
        conditions.append(of.c.status.in_(sorted(map(str, filter_.statuses))))
    if filter_.author is not None:
        conditions.append(of.c.author == filter_.author)
    return conditions


def item_of(row: Row[Any]) -> Item:
    """The common part of an item, from a row of COLUMNS."""
    return Item(**common(row))
