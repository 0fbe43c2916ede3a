"""Releasing a channel from its group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.change import ChangeKind, NewChange
from domain.channel import Binding
from domain.group import Group
from domain.meeting import MeetingStatus
from domain.permissions import Right, require
from domain.ports import UnitOfWork
from domain.receipt import Receipt
from domain.refusal import Refusal, RefusalCode
from domain.usecases.origin import Origin, Scene, enter
from domain.usecases.subscriptions import stop_all


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseChannel:
    """The channel of the origin is to belong to the group no more."""

    origin: Origin
    group: int


@dataclass(frozen=True, slots=True)
class Released:
    """The group that the channel belonged to, and how many of its digests ended with that."""

    group: Group
    stopped: int = 0


def release_channel(command: ReleaseChannel, uow: UnitOfWork, now: datetime) -> Released:
    """The channel is nobody's; what was recorded in it stays in the group. A second time changes nothing.

    The digests posted there end: nobody there could stop them any more. Raises Refusal CHANNEL_HOLDS_MEETING
    while a meeting is open in it, CHANNEL_MOVED when it belongs to another group by now, CHAIR_ONLY.
    """
    channel = command.origin.channel
    if channel is None:
        raise Refusal(RefusalCode.CHANNEL_NEEDED)
    scene = enter(uow, command.origin, command.group)
    receipt = scene.workspace.receipts.find(command.origin.key)
    if receipt is not None:
        return Released(scene.record.group, int(receipt.facts.get("stopped", 0)))
    require(scene.actor, Right.ADMINISTER)
    binding = scene.workspace.channels.get(channel)
    if binding is None:
        return Released(scene.record.group)
    _require_no_meeting(scene, binding)
    user = scene.actor.person.user
    stopped = stop_all(scene.record, channel, user, now)
    scene.workspace.channels.release(channel)
    told = NewChange(kind=ChangeKind.CHANNEL_BOUND, theme=binding.theme, before=channel)
    scene.record.changes.append([told], user, now)
    facts = {"stopped": str(stopped)} if stopped else {}
    scene.workspace.receipts.add(command.origin.key, Receipt(str(command.group), facts), now)
    return Released(scene.record.group, stopped)


def _require_no_meeting(scene: Scene, binding: Binding) -> None:
    found = None if binding.meeting is None else scene.record.meetings.get(binding.meeting)
    if found is not None and found.status == MeetingStatus.OPEN and found.channel == binding.channel:
        raise Refusal(RefusalCode.CHANNEL_HOLDS_MEETING, reference=str(found.reference))
