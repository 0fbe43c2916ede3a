"""Telling the channel that what its minutes said was corrected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from domain.change import Change, ChangeKind
from domain.delivery import DeliveryKind, NewDelivery
from domain.editing import Field, difference
from domain.group import Group
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
            key=_key(group, meeting, first),
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
    uow: UnitOfWork,
    record: GroupRecord,
    items: Sequence[Item],
    told: Sequence[Change],
    undone: int | None = None,
) -> None:
    """The same for every closed meeting that the changed items were recorded in, or that are one themselves.

    A version in another language is no correction: it says what the text says. Nor is the taking back of
    write `undone`, where that came after the minutes and was none.
    """
    if all(_says_the_same(change) for change in told):
        return
    for meeting in _meetings(record, items, told):
        if undone is None or _is_known_by(uow, record, meeting, undone):
            tell_of_correction(uow, record, meeting, told)


def _meetings(record: GroupRecord, items: Sequence[Item], told: Sequence[Change]) -> Iterator[Meeting]:
    if any(change.kind in _OF_A_MEETING for change in told):
        yield from (item for item in items if isinstance(item, Meeting))
    for number in dict.fromkeys(item.meeting for item in items if item.meeting is not None):
        meeting = record.meetings.get(number)
        if meeting is not None:
            yield meeting


def _is_known_by(uow: UnitOfWork, record: GroupRecord, meeting: Meeting, write: int) -> bool:
    """Whether the meeting's minutes say what the write did, or what was told beside them."""
    is_in_time = meeting.closed_in is None or write < meeting.closed_in
    return is_in_time or uow.logbook.by_key(_key(record.group, meeting, write)) is not None


def _key(group: Group, meeting: Meeting, write: int) -> str:
    return f"{DeliveryKind.CORRECTION.value}:{group.workspace}/{group.id}/{meeting.reference}/{write}"


def _says_the_same(change: Change) -> bool:
    """Whether it gives, corrects or takes away a version, or tells that such a write was taken back."""
    if change.kind is ChangeKind.UNDONE:
        return True
    return change.kind is ChangeKind.EDITED and difference(change).field is Field.VERSION
