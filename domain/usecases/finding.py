"""Searching all that a group has recorded. Nothing here writes."""

from __future__ import annotations

from dataclasses import dataclass

from domain.item import Item
from domain.ports import UnitOfWork
from domain.reference import Reference
from domain.register import Cursor, Filter
from domain.repositories import GroupRecord
from domain.search import Hit, Query, Results
from domain.usecases.items import recall
from domain.usecases.origin import Origin, enter
from domain.usecases.reading import PAGE_SIZE, names_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What is searched. With the `reference` of an item that passes the filter, that alone is the answer."""

    query: Query
    filter: Filter
    before: int | None = None
    reference: Reference | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found. `wider` is a query that finds something where this one finds nothing."""

    filter: Filter
    results: Results
    names: dict[str, str]
    wider: Query | None = None


def find(origin: Origin, group: int, sought: Sought, uow: UnitOfWork) -> Finding:
    """A page of what has every term of the query, newest first. Raises Refusal THEME_UNKNOWN."""
    scene = enter(uow, origin, group)
    record, filter_ = scene.record, sought.filter
    record.group.theme(filter_.theme)
    names = names_of(scene.workspace, [user for user in (filter_.author, filter_.owner) if user])
    item = recall(record, sought.reference) if sought.reference is not None else None
    if item is not None and _passes(record, item, filter_):
        return Finding(filter_, Results((Hit(item, {}),), None), names)
    results = record.search.find(sought.query, filter_, before=sought.before, limit=PAGE_SIZE)
    wider = None if results.hits else sought.query.widened()
    if wider is not None and not record.search.find(wider, filter_, before=None, limit=1).hits:
        wider = None
    return Finding(filter_, results, names, wider)


def _passes(record: GroupRecord, item: Item, filter_: Filter) -> bool:
    """Whether a list with this filter shows the item: it would be the first of the page that it begins."""
    page = record.register.page(filter_, after=Cursor(item.recorded_in + 1), limit=1)
    return [each.reference for each in page.items] == [item.reference]
