"""What was agreed, once it says something else: before the group again (PRODUCT: recommendation status)."""

from __future__ import annotations

from dataclasses import replace

from domain.change import ChangeKind, NewChange
from domain.item import Item, change_to
from domain.permissions import Actor, Right, may
from domain.recommendation import Recommendation, RecommendationStatus
from domain.repositories import GroupRecord
from domain.usecases.positions import balance


def on_another_text(
    record: GroupRecord, actor: Actor, before: Item, after: Item
) -> tuple[Item, tuple[NewChange, ...]]:
    """The edited item, and what the edit means for its agreement.

    A recommendation that was agreed is so on its new text only if whoever wrote that may agree it, and the
    group's rule holds over the positions that count on it; what a chair decided was about the former text.
    Else it is under review again, which no move does.
    """
    if not isinstance(before, Recommendation) or not isinstance(after, Recommendation):
        return after, ()
    if before.status != RecommendationStatus.AGREED or before.edition == after.edition:
        return after, ()
    may_agree = before.override is None and may(actor, Right.MODERATE, before.theme)
    if may_agree and not balance(record, after).shortfall:
        return after, ()
    changes = [change_to(after, ChangeKind.MOVED, before.status, RecommendationStatus.UNDER_REVIEW)]
    if before.override is not None:
        rule = record.group.agreement_rule
        changes.append(change_to(after, ChangeKind.OVERRIDDEN, rule, comment=before.override))
    return replace(after, status=RecommendationStatus.UNDER_REVIEW, override=None), tuple(changes)
