"""What was agreed, once it says something else: before the group again (PRODUCT: recommendation status)."""

from __future__ import annotations

from dataclasses import replace

from domain.agreement import shortfall
from domain.change import ChangeKind, NewChange
from domain.item import Item
from domain.permissions import Actor, Right, require
from domain.position import counted
from domain.recommendation import Recommendation, RecommendationStatus
from domain.refusal import Refusal
from domain.repositories import GroupRecord


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
    if before.override is None and _may_agree(actor, before) and not _misses(record, after):
        return after, ()
    told = [_told(after, ChangeKind.MOVED, before.status, RecommendationStatus.UNDER_REVIEW)]
    if before.override is not None:
        rule = record.group.agreement_rule
        told.append(replace(_told(after, ChangeKind.OVERRIDDEN, rule, None), comment=before.override))
    return replace(after, status=RecommendationStatus.UNDER_REVIEW, override=None), tuple(told)


def _may_agree(actor: Actor, found: Recommendation) -> bool:
    """Leads of its theme and chairs agree."""
    try:
        require(actor, Right.MODERATE, found.theme)
    except Refusal:
        return False
    return True


def _misses(record: GroupRecord, after: Recommendation) -> bool:
    """Whether the rule asks for more than the positions on this text say."""
    members = {member.user: member for member in record.members.all()}
    return bool(shortfall(counted(record.positions.of(after.number), members, after.edition), record.group))


def _told(item: Recommendation, kind: ChangeKind, before: str, after: str | None) -> NewChange:
    return NewChange(kind=kind, subject=item.reference, theme=item.theme, before=before, after=after)
