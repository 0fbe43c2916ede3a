"""Items by their reference, whatever series they are of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from domain.change import ChangeKind
from domain.item import WITHDRAWN, Item
from domain.obstacle import Obstacle
from domain.reference import Reference, Series
from domain.refusal import Refusal, RefusalCode
from domain.repositories import GroupRecord

ItemT = TypeVar("ItemT", bound=Item)


OWNERS_READ = 50
"""Latest changes of an item among which somebody is looked for who had it before."""


@dataclass(frozen=True, slots=True)
class Stale:
    """Nothing was changed: the item has moved since the person saw it, and this is what it is now.

    `given_on`: it was theirs to carry out, and is somebody else's by now, or nobody's.
    """

    item: Item
    given_on: bool = False


def stale_for(record: GroupRecord, found: Item, version: int | None, user: str) -> Stale | None:
    """Where the item is another than the version the user saw; None: it is that one, or none is named."""
    if version in {None, found.version}:
        return None
    return Stale(found, given_on=found.owner != user and _had(record, found.reference, user))


def _had(record: GroupRecord, reference: Reference, user: str) -> bool:
    history = record.changes.latest_of(reference, OWNERS_READ)
    return any(each.kind is ChangeKind.ASSIGNED and each.before == user for each in history)


def recall(record: GroupRecord, reference: Reference) -> Item | None:
    """The whole item behind a reference; None where there is none."""
    found: Item | None = record.items(reference.series).get(reference.number)
    return found


def item_in(record: GroupRecord, reference: Reference) -> Item:
    """The whole item behind a reference. Raises Refusal REFERENCE_UNKNOWN."""
    return there(recall(record, reference), reference)


def there(found: ItemT | None, reference: Reference) -> ItemT:
    """What was found behind a reference. Raises Refusal REFERENCE_UNKNOWN for nothing."""
    if found is None:
        raise Refusal(RefusalCode.REFERENCE_UNKNOWN, reference=str(reference))
    return found


def answers_to(record: GroupRecord, item: Item) -> tuple[Reference, ...]:
    """The recommendations that answer the obstacle and were not taken back; none for another kind of item."""
    if not isinstance(item, Obstacle):
        return ()
    found = record.register.having([Reference(Series.RECOMMENDATION, number) for number in item.answered_by])
    return tuple(sorted(each.reference for each in found if each.status != WITHDRAWN))
