"""Items by their reference, whatever series they are of."""

from __future__ import annotations

from typing import TypeVar

from domain.item import Item
from domain.reference import Reference
from domain.refusal import Refusal, RefusalCode
from domain.repositories import GroupRecord

ItemT = TypeVar("ItemT", bound=Item)


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
