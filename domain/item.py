"""What every recorded item has in common, whatever its kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, TypedDict, TypeVar, Unpack

from domain.change import ChangeKind, NewChange
from domain.language import Text
from domain.reference import RecordKind, Reference

WITHDRAWN = "withdrawn"
"""The status that every kind has for what its author took back."""

ItemT = TypeVar("ItemT", bound="Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A recorded item.

    `author` and `owner` are user ids of the group's workspace; `channel` is where it was said, `source` the
    address of the message that it was recorded from. `recorded_in` is the number of the change that recorded
    it: unique and rising in the group, so lists are paged by it.
    `changed_at` is the time of its latest change. `progress` is a percentage, 0 to 100, and stays 0 for kinds
    that nobody carries out. `due_on` is a local day of the group's zone. `meeting` is the number of the
    meeting it was recorded in, `successor` the number of the item of its series that took its place.
    `edition` rises when the text is edited; `version` rises with every write, and buttons carry it.
    """

    kind: RecordKind
    number: int
    theme: str | None
    status: str
    text: Text
    author: str
    owner: str | None = None
    channel: str | None = None
    source: str | None = None
    due_on: date | None = None
    meeting: int | None = None
    successor: int | None = None
    progress: int = 0
    recorded_in: int
    recorded_at: datetime
    changed_at: datetime
    edition: int = 1
    version: int = 1

    @property
    def reference(self) -> Reference:
        """How people name the item."""
        return Reference(self.kind.series, self.number)

    @property
    def links(self) -> tuple[Reference, ...]:
        """The items it points at, in the order they were named; a kind that links says so."""
        return ()

    @property
    def about(self) -> tuple[str, ...]:
        """The countries (ISO 3166) that it names; a kind that can name some says so."""
        return ()

    def linked(self, _links: tuple[Reference, ...]) -> Item:
        """The same item with these links; of a kind that has none, as it is."""
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a use case knows of an item before the record gives it its place."""

    theme: str | None
    text: Text
    author: str
    channel: str | None
    at: datetime
    meeting: int | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """The number an item gets in its series and the number of the change that records it."""

    number: int
    change: int


def recorded(
    make: Callable[..., ItemT],
    kind: RecordKind,
    status: str,
    entry: Entry,
    place: Place,
    **own: Any,  # noqa: ANN401 - the fields that the kind adds
) -> tuple[ItemT, NewChange]:
    """A new item in its first status, made with what its kind adds, and the change that tells of it."""
    item = make(
        kind=kind,
        number=place.number,
        theme=entry.theme,
        status=status,
        text=entry.text,
        author=entry.author,
        channel=entry.channel,
        meeting=entry.meeting,
        source=entry.source,
        recorded_in=place.change,
        recorded_at=entry.at,
        changed_at=entry.at,
        **own,
    )
    return item, change_to(item, ChangeKind.RECORDED, after=item.status)


class _Besides(TypedDict, total=False):
    """What else some kinds of changes tell; as in `NewChange`."""

    comment: str | None
    person: str | None
    edition: int | None


def change_to(
    item: Item,
    kind: ChangeKind,
    before: str | None = None,
    after: str | None = None,
    **besides: Unpack[_Besides],
) -> NewChange:
    """The change of this kind to the item."""
    subject, theme = item.reference, item.theme
    return NewChange(kind=kind, subject=subject, theme=theme, before=before, after=after, **besides)


def told_link(item: Item, *, before: Reference | None = None, after: Reference | None = None) -> NewChange:
    """The change that tells of a link of the item: made to `after`, or no longer to `before`."""
    was, is_now = (None if one is None else str(one) for one in (before, after))
    return change_to(item, ChangeKind.LINKED, was, is_now)


def in_status(item: ItemT, status: str) -> ItemT:
    """The item in the status of its kind that has this token. Raises ValueError where none has."""
    return replace(item, status=type(item.status)(status))


def written_day(day: date | None) -> str | None:
    """A local day as changes tell it."""
    return None if day is None else day.isoformat()


def written_successor(item: Item) -> str | None:
    """What took the item's place, as changes tell it."""
    return None if item.successor is None else str(Reference(item.kind.series, item.successor))
