"""What the group had built on an item that is taken back or agreed: whoever does so is told."""

from __future__ import annotations

from dataclasses import dataclass

from domain.item import WITHDRAWN, Item
from domain.recommendation import Recommendation, RecommendationStatus
from domain.reference import Reference
from domain.repositories import GroupRecord
from domain.usecases.items import answers_to


@dataclass(frozen=True, slots=True)
class Remains:
    """The recommendations that answer a withdrawn obstacle, and how many others spoke of a recommendation.

    `outdated` is how many positions on one that is agreed were taken on a former text, and count no more.

    They stay as they are: an author or a chair may take an item back whatever stands on it (PRODUCT: who
    may), which is not undoing, and nobody's word but their own.
    """

    answers: tuple[Reference, ...] = ()
    positions: int = 0
    outdated: int = 0


NOTHING = Remains()


def remains_of(record: GroupRecord, item: Item) -> Remains:
    """What stands on the item, should it be withdrawn or agreed; nothing of any other one."""
    if isinstance(item, Recommendation) and item.status == RecommendationStatus.AGREED:
        voices = record.positions.of(item.number)
        return Remains(outdated=sum(each.edition != item.edition for each in voices))
    if item.status != WITHDRAWN:
        return NOTHING
    is_spoken_of = isinstance(item, Recommendation)
    voices = record.positions.of(item.number) if is_spoken_of else ()
    return Remains(answers_to(record, item), sum(each.user != item.author for each in voices))
