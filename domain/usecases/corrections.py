"""Telling the channel that what its minutes said was corrected."""

from __future__ import annotations

from collections.abc import Sequence

from domain.change import Change, ChangeKind
from domain.delivery import DeliveryKind, NewDelivery
from domain.editing import Field, difference
from domain.item import Item
from domain.meeting import Meeting, MeetingStatus
from domain.ports import UnitOfWork
from domain.repositories import GroupRecord

_OF_A_MEETING = frozenset({ChangeKind.ATTENDED, ChangeKind.EDITED, ChangeKind.RELOCATED})
"""What its minutes say of a meeting itself: who was there, what it was about, where it was held."""


def tell_of_correction(
    uow: UnitOfWork, record: GroupRecord, meeting: Meeting, told: Sequence[Change]
) -> None:
    """A note beside the minutes of a closed meeting about these changes, which are one write."""
    if meeting.status != MeetingStatus.CLOSED or meeting.channel is None or not told:
        return
    group = record.group
    first, last = told[0].number, told[-1].number
    uow.outbox.add(
        NewDelivery(
            key=f"{DeliveryKind.CORRECTION.value}:{group.workspace}/{group.id}/{meeting.reference}/{first}",
            kind=DeliveryKind.CORRECTION,
            workspace=group.workspace,
            group=group.id,
            subscription=None,
            channel=meeting.channel,
            facts={"meeting": meeting.number, "after": first - 1, "through": last},
            due_at=told[0].at,
        )
    )


def tell_of_corrections(
    uow: UnitOfWork, record: GroupRecord, items: Sequence[Item], told: Sequence[Change]
) -> None:
    """The same for every closed meeting that the changed items were recorded in, or that are one themselves.

    A version in another language is no correction: it says what the text says.
    """
    if all(_says_the_same(change) for change in told):
        return
    if any(change.kind in _OF_A_MEETING for change in told):
        for item in items:
            if isinstance(item, Meeting):
                tell_of_correction(uow, record, item, told)
    for number in dict.fromkeys(item.meeting for item in items if item.meeting is not None):
        meeting = record.meetings.get(number)
        if meeting is not None:
            tell_of_correction(uow, record, meeting, told)


def _says_the_same(change: Change) -> bool:
    """Whether it gives, corrects or takes away a version, or tells that such a write was taken back."""
    if change.kind is ChangeKind.UNDONE:
        return True
    return change.kind is ChangeKind.EDITED and difference(change).field is Field.VERSION
