"""Items by their reference, whatever series they are of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from domain.item import WITHDRAWN, Item
from domain.obstacle import Obstacle
from domain.reference import Reference, Series
from domain.refusal import Refusal, RefusalCode
from domain.repositories import GroupRecord

ItemT = TypeVar("ItemT", bound=Item)


@dataclass(frozen=True, slots=True)
class Stale:
    """Nothing was changed: the item has moved since the person saw it, and this is what it is now."""

    item: Item


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
