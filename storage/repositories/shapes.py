"""Statements of filters that differ in group and days alone: made once, so that they stay prepared.

What a digest, a status or a list asks of the register is always the same few questions. To build one of them
and let SQLAlchemy find its text again takes several times what the database takes to answer it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, bindparam, select

from domain.register import COUNTED_MAX, Filter
from storage.repositories.conditions import conditions
from storage.tables.items import item

KEPT = 128
"""Shapes of filters whose statement is kept."""

_OWN = ("author", "owner", "concerns", "owing", "meeting", "since", "until", "quarter")
"""What has other values each time: a filter with one of these is built when it is asked."""

_GROUP: Any = bindparam("of_group", type_=item.c.group_id.type)
_DAYS: Mapping[str, Any] = {
    "today": bindparam("today", type_=item.c.due_on.type),
    "due_by": bindparam("due_by", type_=item.c.due_on.type),
    "unchanged_since": bindparam("unchanged_since", type_=item.c.changed_at.type),
}


def has_shape(filter_: Filter) -> bool:
    """Whether others ask the same of other groups, or on other days."""
    within = filter_.within
    return all(getattr(filter_, name) is None for name in _OWN) and (within is None or within.reader is None)


def matching(filter_: Filter, group: int, *columns: Any) -> tuple[Select[Any], dict[str, Any]]:  # noqa: ANN401 - columns of any type
    """What selects these columns of the filter's matches, one more than COUNTED_MAX, and its parameters."""
    given = {name: value for name in _DAYS if (value := getattr(filter_, name)) is not None}
    shape = replace(filter_, **{name: _DAYS[name] for name in given})
    return _matching(shape, columns), {"of_group": group, **given}


@lru_cache(KEPT)
def _matching(shape: Filter, columns: tuple[Any, ...]) -> Select[Any]:
    """Filters with a reader have no shape: what else a coverage holds, it is compared by."""
    return select(*columns).where(*conditions(shape, _GROUP)).limit(COUNTED_MAX + 1)
