"""The meeting that is open in a channel, and what is recorded in one."""

from __future__ import annotations

from domain.channel import Binding
from domain.delivery import Delivery
from domain.item import Item
from domain.meeting import Meeting, MeetingStatus, require_begun
from domain.ports import UnitOfWork
from domain.reference import Reference, Series
from domain.refusal import Refusal, RefusalCode
from domain.repositories import GroupRecord
from domain.usecases.items import there
from domain.usecases.origin import Scene


def open_in(scene: Scene, channel: str | None) -> Meeting | None:
    """The meeting that is open in the channel; None outside the group's channels."""
    found = _open_on(scene, scene.workspace.channels.get(channel) if channel else None)
    return None if found is None else scene.record.meetings.get(found.number)


def _open_on(scene: Scene, binding: Binding | None) -> Item | None:
    if binding is None or binding.meeting is None or binding.group != scene.record.group.id:
        return None
    # A replica of the release before binds a channel anew without knowing of meetings.
    found = scene.record.meetings.outline(binding.meeting)
    is_here = found is not None and found.status == MeetingStatus.OPEN and found.channel == binding.channel
    return found if is_here else None


def meeting_in(record: GroupRecord, reference: Reference) -> Meeting:
    """The meeting behind a reference. Raises Refusal NOT_A_MEETING or REFERENCE_UNKNOWN."""
    if reference.series is not Series.MEETING:
        raise Refusal(RefusalCode.NOT_A_MEETING, reference=str(reference))
    return there(record.meetings.get(reference.number), reference)


def meeting_of(record: GroupRecord, delivery: Delivery) -> Meeting | None:
    """The meeting that a delivery tells of; None where there is none any more."""
    return record.meetings.get(int(delivery.facts["meeting"]))


def said_where(
    scene: Scene, channel: str | None, theme: str | None, meeting: Reference | None = None
) -> tuple[str | None, int | None]:
    """Theme and meeting of what is recorded in a channel: those named, else what is open and bound there.

    A channel's own theme comes before its meeting's. Raises Refusal THEME_UNKNOWN, and those of `meeting_in`
    and of a meeting that has not begun.
    """
    named = meeting_in(scene.record, meeting) if meeting is not None else None
    if named is not None:
        require_begun(named)
    binding = scene.workspace.channels.get(channel) if channel and named is None else None
    held: Item | None = named or _open_on(scene, binding)
    if theme is None and binding is not None:
        theme = binding.theme
    if theme is None and held is not None:
        theme = held.theme
    scene.record.group.theme(theme)
    return theme, None if held is None else held.number


def group_that_recorded(workspace: str, channel: str, ts: str, uow: UnitOfWork) -> int | None:
    """The group into whose record a message was taken, whoever its channel belongs to now."""
    held = uow.workspace(workspace)
    numbers = (number for number, _ in held.groups())
    return next((number for number in numbers if held.group(number).scribed.of_message(channel, ts)), None)


def group_of_thread(workspace: str, channel: str, thread: str, uow: UnitOfWork) -> int | None:
    """The group whose meeting's thread it is; None for any other thread."""
    held = uow.workspace(workspace)
    binding = held.channels.get(channel)
    if binding is None:
        return None
    meeting = held.group(binding.group).meetings.in_thread(channel, thread)
    return None if meeting is None else binding.group
