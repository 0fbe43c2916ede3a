"""What all items have in common: their rows, and storing them with tally and search kept."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from sqlalchemy import Row, Select, bindparam, func, select, update

from domain.item import Item
from domain.kinds import NATURES
from domain.language import Language, Text
from domain.reference import RecordKind, Reference, Series
from storage.bulk import inserted
from storage.repositories.indexing import Indexing
from storage.repositories.scope import Scope
from storage.repositories.tallies import Tallies, Weight
from storage.tables.items import item

ItemT = TypeVar("ItemT", bound=Item)

COLUMNS = tuple(column for column in item.c if column.name not in {"group_id", "series"})
THEME = func.coalesce(item.c.theme, "")
"""The theme, so written that no index on it tempts SQLite away from an index that leaves fewer items."""

_KINDS: Mapping[str, tuple[RecordKind, Mapping[str, StrEnum]]] = MappingProxyType(
    {
        kind.value: (kind, {status.value: status for status in NATURES[kind.series].statuses})
        for kind in RecordKind
    }
)
"""Each kind and its statuses by what stands in the rows: looked up, for every item that is read."""

_KEY = (
    item.c.group_id == bindparam("of_group"),
    item.c.series == bindparam("of_series"),
    item.c.number == bindparam("of_number"),
)
_ADD = inserted(item)
_SAVE = update(item).where(*_KEY)


def by_number(*more: Any) -> Select[Any]:  # noqa: ANN401 - columns of any type
    """A statement for the item with `number` in `group_id` and `series`, with more columns."""
    return select(*COLUMNS, *more).where(*_KEY)


def common(row: Row[Any]) -> dict[str, Any]:
    """The fields of `Item`, from a row that begins with COLUMNS."""
    kind, statuses = _KINDS[row.kind]
    return {
        "kind": kind,
        "number": row.number,
        "theme": row.theme,
        "status": statuses[row.status],
        "text": Text(
            row.text,
            Language(row.language),
            {Language(code): version for code, version in row.versions.items()},
        ),
        "author": row.author,
        "owner": row.owner,
        "channel": row.channel,
        "source": row.source,
        "due_on": row.due_on,
        "meeting": row.meeting,
        "successor": row.successor,
        "progress": row.progress,
        "recorded_in": row.recorded_in,
        "recorded_at": row.recorded_at,
        "changed_at": row.changed_at,
        "edition": row.edition,
        "version": row.version,
    }


def item_of(row: Row[Any]) -> Item:
    """The common part of an item, from a row of COLUMNS."""
    return Item(**common(row))


class ItemRows(ABC, Generic[ItemT]):
    """The items of one series of one group: the common part of storing them.

    Subclasses say how the whole is read and what a kind adds. In a writing transaction the state last read
    or written is remembered: the group is locked, so it is still the stored one, and the tally can be moved
    from it without asking again.
    """

    series: Series

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._tallies = Tallies(scope)
        self._indexing = Indexing(scope)
        self._known: dict[int, ItemT] = {}

    def get(self, number: int) -> ItemT | None:
        found = self._read(number)
        if found is not None and self._scope.writing:
            self._known[number] = found
        return found

    def add(self, item: ItemT) -> None:
        row = {
            "group_id": self._scope.group,
            "series": self.series.value,
            "number": item.number,
            "author": item.author,
            "recorded_in": item.recorded_in,
            "recorded_at": item.recorded_at,
            "source": item.source,
            **_values(item),
        }
        self._scope.connection.add(_ADD, [row])
        self._add_own(item)
        self._tallies.replace(None, self._weight(item))
        self._indexing.add(item)
        self._known[item.number] = item

    def save(self, item: ItemT) -> None:
        """Store the new state. Raises LookupError when there is no such item."""
        before = self._known.get(item.number) or self._read(item.number)
        if before is None:
            raise LookupError(f"no item {item.reference} to save")
        self._scope.connection.execute(_SAVE, self.key(item.number) | _values(item))
        self._save_own(before, item)
        self._tallies.replace(self._weight(before), self._weight(item))
        self._indexing.save(before, item)
        self._known[item.number] = item

    def linking(self, reference: Reference) -> tuple[int, ...]:  # noqa: ARG002 - for the kinds that link
        return ()

    def key(self, number: int) -> dict[str, Any]:
        """The parameters that name an item in statements of `by_number`."""
        return {"of_group": self._scope.group, "of_series": self.series.value, "of_number": number}

    @abstractmethod
    def _read(self, number: int) -> ItemT | None:
        """The whole item, from its row and those of its kind."""

    def _add_own(self, item: ItemT) -> None:
        """Store what the kind adds to a new item."""

    def _save_own(self, before: ItemT, after: ItemT) -> None:
        """Store what the kind adds to an item that is there."""

    def _weight(self, item: ItemT) -> Weight:
        return Weight(item.theme, item.kind, item.status, item.progress)


def _values(item: Item) -> dict[str, Any]:
    return {
        "kind": item.kind.value,
        "theme": item.theme,
        "status": str(item.status),
        "text": item.text.original,
        "language": item.text.language.value,
        "versions": {language.value: text for language, text in item.text.versions.items()},
        "owner": item.owner,
        "channel": item.channel,
        "due_on": item.due_on,
        "meeting": item.meeting,
        "successor": item.successor,
        "progress": item.progress,
        "changed_at": item.changed_at,
        "edition": item.edition,
        "version": item.version,
    }
