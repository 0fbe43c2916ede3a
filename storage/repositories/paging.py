"""Pages of the register in any order, and how many items a filter leaves.

Few matches are all looked up, by whatever index leaves the fewest, and sorted here. More than COUNTED_MAX are
walked through in the order of an index until the page is full (docs/decisions/0016).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, select, tuple_, union_all

from domain.item import Item
from domain.reference import Series
from domain.register import (
    COUNTED_MAX,
    NO_THEME,
    Arrangement,
    Cursor,
    Filter,
    Order,
    Page,
    Slice,
    Tally,
)
from storage.repositories.chunks import chunked
from storage.repositories.conditions import Conditions, conditions, walking
from storage.repositories.items import COLUMNS, item_of
from storage.repositories.scope import Scope
from storage.repositories.shapes import has_shape, matching
from storage.repositories.tallies import Tallies
from storage.repositories.traits import is_priority
from storage.tables.items import item, recommendation

_PLACED = select(*COLUMNS).where(
    item.c.group_id == bindparam("group_id"), item.c.recorded_in.in_(bindparam("places", expanding=True))
)
_FIRST = select(recommendation.c.number).where(
    recommendation.c.group_id == bindparam("group_id"), recommendation.c.priority.is_(True)
)
_BACK = {Order.NEWEST: Order.OLDEST, Order.OLDEST: Order.NEWEST}
"""Orders whose way back is an order, too."""

_KEYS = (item.c.recorded_in, item.c.series, item.c.number, item.c.due_on, item.c.status, item.c.theme)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A filter, and what is asked besides it where a part of an order asks for more."""

    filter: Filter
    also: tuple[ColumnElement[bool], ...] = ()


class Paging:
    """Pages of one group's register."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    @cached_property
    def _tally(self) -> Tally:
        """Of this one page."""
        return Tallies(self._scope).read()

    def page(self, filter_: Filter, arrangement: Arrangement, after: Cursor | None, limit: int) -> Page:
        """The items from behind the cursor."""
        asked = _Asked(filter_)
        count = self._tallied(filter_)
        walks = count is not None and self._is_soon_full(filter_, arrangement, count, limit)
        few = None if walks else self._few(asked, arrangement)
        if few is None:
            cut = self._walked(asked, arrangement, after, limit)
        else:
            count = len(few)
            cut = arrangement.cut(few, after, limit)
        return Page(self._items(cut.shown), cut.following, count, cut.preceding)

    def _walked(self, asked: _Asked, arrangement: Arrangement, after: Cursor | None, limit: int) -> Slice:
        found = list(self._walk(asked, arrangement, after, limit + 1))
        shown = tuple(found[:limit])
        following = shown[-1] if len(found) > limit else None
        if after is None or not shown:
            return Slice(shown, following)
        before = list(self._walk(asked, arrangement, shown[0], limit + 1, back=True))
        return Slice(shown, following, before[limit] if len(before) > limit else None)

    def _is_soon_full(self, filter_: Filter, arrangement: Arrangement, count: int, limit: int) -> bool:
        """Whether walking through the theme or group fills a page sooner than looking up all that match."""
        if count > COUNTED_MAX:
            return True
        among = self._tally.count(Filter(theme=filter_.theme))
        return arrangement.order in _BACK and limit * among < count * count

    def count(self, filter_: Filter) -> int | None:
        """How many pass; None when more than COUNTED_MAX do and only looking at each would tell."""
        tallied = self._tallied(filter_)
        if tallied is not None:
            return tallied
        found = self._run(
            select(func.count()).select_from(self._matching(_Asked(filter_), item.c.recorded_in).subquery())
        )
        count = int(found[0][0])
        return None if count > COUNTED_MAX else count

    def _tallied(self, filter_: Filter) -> int | None:
        return self._tally.count(filter_) if filter_.is_tallied else None

    def _few(self, asked: _Asked, arrangement: Arrangement) -> list[Cursor] | None:
        """Every match, in no order; None when there are more than COUNTED_MAX."""
        if asked.also or not has_shape(asked.filter):
            rows = self._run(self._matching(asked, *_KEYS))
        else:
            rows = self._scope.connection.execute(*matching(asked.filter, self._scope.group, *_KEYS)).all()
        if len(rows) > COUNTED_MAX:
            return None
        first = self._priorities() if arrangement.order is Order.PRIORITY else frozenset()
        return [_cursor(row, arrangement, first) for row in rows]

    def _matching(self, asked: _Asked, *columns: Any) -> Select[Any]:  # noqa: ANN401 - columns of any type
        asks = [*conditions(asked.filter, self._scope.group), *asked.also]
        return select(*columns).where(*asks).limit(COUNTED_MAX + 1)

    def _priorities(self) -> frozenset[int]:
        """Numbers of the recommendations that come first."""
        rows = self._scope.connection.execute(_FIRST, {"group_id": self._scope.group})
        return frozenset(row[0] for row in rows)

    def _walk(
        self, asked: _Asked, arrangement: Arrangement, after: Cursor | None, limit: int, *, back: bool = False
    ) -> Iterator[Cursor]:
        """The items behind the cursor, one part of the order after the other until there are enough.

        `back` walks the other way: the items before the cursor, the nearest first.
        """
        order = arrangement.order
        match order:
            case Order.NEWEST | Order.OLDEST:
                yield from self._recorded(asked, _BACK[order] if back else order, after, limit)
            case Order.DUE:
                yield from self._due(asked, after, limit, back=back)
            case _:
                yield from self._parts(asked, arrangement, after, limit, back=back)

    def _recorded(self, asked: _Asked, order: Order, after: Cursor | None, limit: int) -> list[Cursor]:
        """In the order in which they were recorded, from a part that may have few matches itself."""
        falling = order is Order.NEWEST
        place = item.c.recorded_in
        beyond: Conditions = []
        if after is not None:
            beyond.append(place < after.recorded_in if falling else place > after.recorded_in)
        ordered = place.desc() if falling else place.asc()
        asks = [*self._walking(asked, replace(asked.filter, concerns=None)), *beyond]
        statement = select(place).where(*asks).order_by(ordered).limit(limit)
        concerns = asked.filter.concerns
        if concerns is not None:
            roles = (item.c.author == concerns, item.c.owner == concerns)
            either = (statement.where(role).subquery() for role in roles)
            # Each role by its own index; union takes what is both once.
            both = union_all(*(select(found.c.recorded_in) for found in either)).subquery()
            distinct = select(both.c.recorded_in).distinct()
            by = both.c.recorded_in.desc() if falling else both.c.recorded_in.asc()
            statement = distinct.order_by(by).limit(limit)
        return [Cursor(row[0]) for row in self._run(statement)]

    def _walking(self, asked: _Asked, filter_: Filter) -> Conditions:
        return [*walking(filter_, self._scope.group), *self._bounds(filter_), *asked.also]

    def _bounds(self, filter_: Filter) -> Conditions:
        """Between which changes everything of the time asked for was recorded: by the index of times."""
        of_group = item.c.group_id == self._scope.group
        found: Conditions = []
        if filter_.until is not None:
            last = select(func.max(item.c.recorded_in)).where(of_group, item.c.recorded_at < filter_.until)
            found.append(item.c.recorded_in <= last.scalar_subquery())
        if filter_.since is not None:
            first = select(func.min(item.c.recorded_in)).where(of_group, item.c.recorded_at >= filter_.since)
            found.append(item.c.recorded_in >= first.scalar_subquery())
        return found

    def _due(self, asked: _Asked, after: Cursor | None, limit: int, *, back: bool) -> Iterator[Cursor]:
        """Those with a day by it, then those without."""
        for dated in (False, True) if back else (True, False):
            if after is not None and bool(after.key) is not dated:
                continue
            if dated:
                found = self._dated(asked, after, limit, back=back)
            else:
                undated = replace(asked, also=(*asked.also, item.c.due_on.is_(None)))
                found = self._part(undated, Order.NEWEST if back else Order.OLDEST, after, limit)
            yield from found
            limit -= len(found)
            after = None
            if limit <= 0:
                return

    def _dated(self, asked: _Asked, after: Cursor | None, limit: int, *, back: bool) -> list[Cursor]:
        asks = [*self._walking(asked, asked.filter), item.c.due_on.is_not(None)]
        by = (item.c.due_on, item.c.recorded_in)
        if after is not None:
            place, reached = tuple_(*by), tuple_(_day(after.key), after.recorded_in)
            asks.append(place < reached if back else place > reached)
        ordered = [column.desc() if back else column.asc() for column in by]
        rows = self._run(select(*reversed(by)).where(*asks).order_by(*ordered).limit(limit))
        return [Cursor(row.recorded_in, row.due_on.isoformat()) for row in rows]

    def _parts(
        self, asked: _Asked, arrangement: Arrangement, after: Cursor | None, limit: int, *, back: bool
    ) -> Iterator[Cursor]:
        """One status, theme or priority after the other, the newest first in each."""
        keys, order = self._keys(asked.filter, arrangement), Order.OLDEST if back else Order.NEWEST
        for key in reversed(keys) if back else keys:
            if after is not None and key != after.key:
                here, reached = arrangement.rank(key), arrangement.rank(after.key)
                if here > reached if back else here < reached:
                    continue
                after = None
            found = self._part(self._narrowed(asked, arrangement.order, key), order, after, limit)
            yield from (replace(cursor, key=key) for cursor in found)
            limit -= len(found)
            after = None
            if limit <= 0:
                return

    def _part(self, asked: _Asked, order: Order, after: Cursor | None, limit: int) -> list[Cursor]:
        """What is behind the cursor in one part. All of it has the same key: the place alone counts."""
        arrangement = Arrangement(order)
        few = self._few(asked, arrangement)
        if few is None:
            return self._recorded(asked, order, after, limit)
        reached = None if after is None else Cursor(after.recorded_in)
        return list(arrangement.cut(few, reached, limit).shown)

    def _keys(self, filter_: Filter, arrangement: Arrangement) -> list[str]:
        """Every key that there is, in order."""
        counts = self._tally.counts
        match arrangement.order:
            case Order.STATUS:
                keys = {key.status for key in counts if not filter_.kinds or key.kind in filter_.kinds}
                keys &= filter_.statuses or keys
            case Order.THEME:
                keys = {key.theme or NO_THEME for key in counts} if filter_.theme is None else {filter_.theme}
            case _:
                keys = {"0", "1"}
        return sorted(keys, key=arrangement.rank)

    def _narrowed(self, asked: _Asked, order: Order, key: str) -> _Asked:
        match order:
            case Order.STATUS:
                return replace(asked, filter=replace(asked.filter, statuses=frozenset({key})))
            case Order.THEME:
                return replace(asked, filter=replace(asked.filter, theme=key))
            case _:
                first = is_priority(self._scope.group)
                return replace(asked, also=(*asked.also, first if key == "1" else ~first))

    def _items(self, cursors: Sequence[Cursor]) -> tuple[Item, ...]:
        places = [cursor.recorded_in for cursor in cursors]
        found: dict[int, Item] = {}
        for chunk in chunked(places):
            parameters = {"group_id": self._scope.group, "places": chunk}
            for row in self._scope.connection.execute(_PLACED, parameters):
                found[row.recorded_in] = item_of(row)
        return tuple(found[place] for place in places)

    def _run(self, statement: Select[Any]) -> Sequence[Any]:
        rows: Sequence[Any] = self._scope.connection.execute(statement).all()
        return rows


def _cursor(row: Any, arrangement: Arrangement, first: Collection[int]) -> Cursor:  # noqa: ANN401 - a row of _KEYS
    is_first = row.series == Series.RECOMMENDATION.value and row.number in first
    match arrangement.order:
        case Order.DUE:
            key = "" if row.due_on is None else row.due_on.isoformat()
        case Order.STATUS:
            key = row.status
        case Order.THEME:
            key = row.theme or NO_THEME
        case Order.PRIORITY:
            key = "1" if is_first else "0"
        case _:
            key = ""
    return Cursor(row.recorded_in, key)


def _day(key: str) -> date:
    return date.fromisoformat(key)
