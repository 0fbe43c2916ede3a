"""What the verbs of meetings share: which meeting is meant, what a new one is called, what is owed for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.change import NewChange
from domain.delivery import DeliveryKind, NewDelivery
from domain.group import Group
from domain.item import Entry
from domain.language import Language, Text
from domain.meeting import Meeting
from domain.receipt import Receipt
from domain.reference import Reference
from domain.refusal import Refusal, RefusalCode
from domain.text import recordable
from domain.usecases.gathering import meeting_in, open_in
from domain.usecases.origin import Origin, Scene

UPCOMING_READ = 50
"""Meetings, scheduled or open, that are looked through for the one that is meant."""

PLANNED_WITHIN = timedelta(hours=12)
"""How far from its time a scheduled meeting is taken for the one that is meant by starting one."""


@dataclass(frozen=True, slots=True)
class Convened:
    """The meeting as it is now, and what changed. `already`: it was so before, and nothing was written."""

    meeting: Meeting
    changes: tuple[NewChange, ...] = ()
    already: bool = False
    repeated: bool = False


def meant_meeting(scene: Scene, channel: str | None, reference: Reference | None) -> Meeting:
    """The meeting named, else the one that is open in the channel, else the only open one of the group.

    Raises Refusal MEETING_NONE_OPEN or MEETING_SEVERAL_OPEN, and those of `meeting_in`.
    """
    if reference is not None:
        return meeting_in(scene.record, reference)
    here = open_in(scene, channel)
    if here is not None:
        return here
    is_bound = channel is not None and scene.workspace.channels.get(channel) is not None
    everywhere = () if is_bound else scene.record.meetings.all_open(UPCOMING_READ)
    if not everywhere:
        raise Refusal(RefusalCode.MEETING_NONE_OPEN)
    if len(everywhere) > 1:
        references = [str(each.reference) for each in everywhere]
        raise Refusal(
            RefusalCode.MEETING_SEVERAL_OPEN, references=", ".join(references), reference=references[0]
        )
    return everywhere[0]


def reminder_key(scene: Scene, meeting: Meeting) -> str:
    """The key of the delivery that asks the opener to close it."""
    return f"remind:{_identity(scene.record.group, meeting)}"


def replayed(scene: Scene, origin: Origin) -> Convened | None:
    """What the interaction did when it came before; None when it did not. Raises Refusal as `meeting_in`."""
    receipt = scene.workspace.receipts.find(origin.key)
    if receipt is None:
        return None
    return Convened(meeting_in(scene.record, Reference.parse(receipt.subject)), repeated=True)


def written(
    scene: Scene, origin: Origin, meeting: Meeting, changes: tuple[NewChange, ...], now: datetime
) -> Convened:
    """Store the changes to the meeting, which is stored as it is now, and that they were accepted."""
    scene.write(origin, meeting, changes, now, Receipt(str(meeting.reference)))
    return Convened(meeting, changes)


def own_theme(scene: Scene, channel: str | None) -> str | None:
    """The theme (a key) that the channel is bound to; None where it is not, or to the whole group."""
    binding = scene.workspace.channels.get(channel) if channel else None
    return binding.theme if binding is not None else None


def entry_of(scene: Scene, origin: Origin, theme: str | None, text: Text, now: datetime) -> Entry:
    """In a direct message a meeting is scheduled for no channel yet."""
    scene.record.group.theme(theme)
    is_bound = origin.channel is not None and scene.workspace.channels.get(origin.channel) is not None
    channel = origin.channel if is_bound else None
    return Entry(theme=theme, text=text, author=scene.actor.person.user, channel=channel, at=now)


def text_of(scene: Scene, theme: str | None, text: str | None, language: Language) -> Text:
    """What people want to speak about; without it the name of the theme or the group, in every language."""
    if text:
        return Text(recordable(text), language, {})
    group = scene.record.group
    found = group.theme(theme)
    names = dict((group.names if found is None else found.names).by_language)
    own = language if language in names else next(iter(names))
    return Text(names.pop(own), own, names)


def delivery_of(
    scene: Scene, meeting: Meeting, kind: DeliveryKind, channel: str, due_at: datetime
) -> NewDelivery:
    """What is posted to the channel about the meeting, once of its kind; `due_at` as of a delivery."""
    group = scene.record.group
    return NewDelivery(
        key=key_of(kind, group, meeting),
        kind=kind,
        workspace=group.workspace,
        group=group.id,
        subscription=None,
        channel=channel,
        facts={"meeting": meeting.number},
        due_at=due_at,
    )


def key_of(kind: DeliveryKind, group: Group, meeting: Meeting) -> str:
    """The key of what is posted once about a meeting, as its minutes."""
    return f"{kind.value}:{_identity(group, meeting)}"


def _identity(group: Group, meeting: Meeting) -> str:
    """Numbers repeat across workspaces and groups; together they name one meeting."""
    return f"{group.workspace}/{group.id}/{meeting.reference}"
