"""Reading the register: lists, and what lists and figures are judged by. Nothing here writes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from domain.group import Group
from domain.item import Item
from domain.kinds import NATURES
from domain.outlook import Heap
from domain.ports import UnitOfWork
from domain.reference import Reference, Series
from domain.register import NO_THEME, Arrangement, Cursor, Filter, Order, Page
from domain.repositories import GroupRecord, WorkspaceRecord
from domain.usecases.origin import Origin, enter
from domain.usecases.reading import PAGE_SIZE, names_of, stalled_since

TABLE_SIZE = 50
"""Items of a page that is shown as a table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page of the register: what passes the filter, in this order, from behind the cursor."""

    filter: Filter
    order: Order = Order.NEWEST
    after: Cursor | None = None
    size: int = PAGE_SIZE


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of the register with the filter that made it.

    `names` are display names of the people in it by user id, `first` the recommendations on it that come
    first.
    """

    filter: Filter
    page: Page
    names: dict[str, str]
    first: frozenset[Reference] = frozenset()


def list_items(origin: Origin, group: int, sheet: Sheet, now: datetime, uow: UnitOfWork) -> Listing:
    """A page of the register. Raises Refusal THEME_UNKNOWN."""
    scene = enter(uow, origin, group)
    record, filter_ = scene.record, judged(sheet.filter, scene.record.group, now)
    record.group.theme(filter_.theme)
    page = record.register.page(
        filter_, arrangement=arrangement(sheet.order, record.group), after=sheet.after, limit=sheet.size
    )
    people = {filter_.author, filter_.owner, *people_in(page.items)} - {None}
    return Listing(filter_, page, named(scene.workspace, people), first_of(record, page.items))


def heap_of(record: GroupRecord, filter_: Filter, order: Order, now: datetime, *, limit: int) -> Heap:
    """The first of what passes the filter, at most `limit`."""
    page = record.register.page(
        judged(filter_, record.group, now), arrangement=arrangement(order, record.group), limit=limit
    )
    return Heap(page.items, page.count)


def judged(filter_: Filter, group: Group, now: datetime) -> Filter:
    """The filter with what its traits are judged by: the group's day, seats and languages."""
    return replace(
        filter_,
        today=now.astimezone(group.timezone).date(),
        unchanged_since=stalled_since(group, now),
        seats=frozenset(group.seats),
        languages=frozenset(group.languages),
    )


def arrangement(order: Order, group: Group) -> Arrangement:
    """The order with its keys as the group has them: themes as in its charter, statuses as in a life."""
    match order:
        case Order.STATUS:
            keys = [str(status) for nature in NATURES.values() for status in nature.statuses]
        case Order.THEME:
            keys = [*(theme.key for theme in group.themes), NO_THEME]
        case Order.PRIORITY:
            keys = ["1", "0"]
        case _:
            keys = []
    return Arrangement(order, tuple(dict.fromkeys(keys)))


def people_in(items: Iterable[Item]) -> set[str]:
    """Authors and owners."""
    return {user for item in items for user in (item.author, item.owner) if user}


def named(workspace: WorkspaceRecord, people: Iterable[str | None]) -> dict[str, str]:
    """Display names, without those who are nobody."""
    return names_of(workspace, [user for user in people if user])


def first_of(record: GroupRecord, items: Iterable[Item]) -> frozenset[Reference]:
    """The recommendations among them that come first."""
    numbers = [item.number for item in items if item.kind.series is Series.RECOMMENDATION]
    found = record.recommendations.having(numbers) if numbers else ()
    return frozenset(item.reference for item in found if item.priority)
