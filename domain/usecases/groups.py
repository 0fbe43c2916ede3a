"""Founding a group and binding channels to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from domain.change import FORMER_THEME, ChangeKind, NewChange
from domain.channel import Binding
from domain.group import THEMES_MAX, AgreementRule, Group, GroupCharter, Sector, known_zone
from domain.meeting import MeetingStatus
from domain.people import Member, Role
from domain.permissions import Right, require, require_admin
from domain.ports import UnitOfWork
from domain.receipt import Receipt
from domain.refusal import Refusal, RefusalCode
from domain.steering import steered
from domain.text import name
from domain.usecases.origin import Origin, Scene, approach, profile_of
from domain.usecases.subscriptions import stop_all


@dataclass(frozen=True, slots=True, kw_only=True)
class Founding:
    """A group to found, and what its founder is in it. The channel of the origin is bound to it."""

    origin: Origin
    charter: GroupCharter
    sector: Sector
    country: str
    organisation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BindChannel:
    """The channel of the origin is to belong to the group and, if wanted, to one theme.

    With it the group may go on to another phase (a key) or rule of agreement, and call recommendations
    stalled after so many weeks; None leaves each as it is.
    """

    origin: Origin
    group: int
    theme: str | None
    phase: str | None = None
    rule: AgreementRule | None = None
    stalled_weeks: int | None = None


@dataclass(frozen=True, slots=True)
class ChannelBound:
    """The group, and where the channel belongs now: not to it when it was another group's before.

    `holder` is that other group when the person is in it. `stopped` counts the digests of the group the
    channel belonged to, which ended with its move.
    """

    group: Group
    binding: Binding | None
    holder: Group | None = None
    stopped: int = 0


def found_group(command: Founding, uow: UnitOfWork, now: datetime) -> ChannelBound:
    """The new group with its founder as chair. Raises Refusal."""
    workspace = uow.workspace(command.origin.person.workspace)
    receipt = workspace.receipts.find(command.origin.key)
    if receipt is not None:
        return _bound(uow, command.origin, int(receipt.subject))
    require_admin(profile_of(uow, command.origin))
    _require_sound(command.charter)
    _require_place(command)
    record = workspace.found_group(command.charter)
    user = command.origin.person.user
    record.changes.append([NewChange(kind=ChangeKind.GROUP_CREATED)], user, now)
    founder = Member(
        user=user,
        role=Role.CHAIR,
        sector=command.sector,
        country=command.country,
        organisation=name(command.organisation),
    )
    record.members.add(founder, now)
    record.changes.append([NewChange(kind=ChangeKind.MEMBER_JOINED, after=user)], user, now)
    workspace.receipts.add(command.origin.key, Receipt(str(record.group.id)), now)
    channel = command.origin.channel
    if channel is not None and workspace.channels.claim(Binding(channel, record.group.id)):
        record.changes.append([_binding_change(channel, None)], user, now)
    return _bound(uow, command.origin, record.group.id)


def bind_channel(command: BindChannel, uow: UnitOfWork, now: datetime) -> ChannelBound:
    """The channel in its place, and the group as it is steered. Raises Refusal.

    A chair of both groups may move a channel.

    The digests that the other group had there end with the move: nobody there could stop them any more.
    """
    channel = command.origin.channel
    if channel is None:
        raise Refusal(RefusalCode.CHANNEL_NEEDS_GROUP)
    scene = approach(uow, command.origin, command.group)
    receipt = scene.workspace.receipts.find(command.origin.key)
    if receipt is not None:
        return _bound(uow, command.origin, command.group, int(receipt.facts.get("stopped", 0)))
    require(scene.actor, Right.ADMINISTER)
    scene.record.group.theme(command.theme)
    group, changes = steered(scene.record.group, command.phase, command.rule, command.stalled_weeks)
    stopped = _leave(scene, channel, now)
    earlier = scene.workspace.channels.get(channel)
    meeting = earlier.meeting if earlier is not None and earlier.group == command.group else None
    binding = Binding(channel, command.group, command.theme, meeting)
    if binding != earlier or not changes:
        changes.insert(0, replace(_binding_change(channel, command.theme), before=_former(earlier, binding)))
    scene.workspace.channels.bind(binding)
    if group != scene.record.group:
        scene.record.save_group(group)
    scene.record.changes.append(changes, scene.actor.person.user, now)
    facts = {"stopped": str(stopped)} if stopped else {}
    scene.workspace.receipts.add(command.origin.key, Receipt(str(command.group), facts), now)
    return _bound(uow, command.origin, command.group, stopped)


def follow_channel(workspace: str, old: str, new: str, uow: UnitOfWork, now: datetime) -> None:
    """Slack gave a channel another id: its group, its digests and what was recorded in it go with it.

    Every group's row is locked in the order of their numbers: whoever holds a subscription of the channel has
    saved it by then. When the new id is another group's channel already, it stays that group's, and the
    digests of the others end. What changes say of the old id stays; a second time nothing is left to do.
    """
    if old == new:
        return
    record = uow.workspace(workspace)
    groups = [record.group(number) for number, _ in record.groups()]
    holder = record.channels.get(new)
    for each in groups:
        if holder is None or holder.group == each.group.id:
            each.move_channel(old, new)
        else:
            stop_all(each, old, None, now)
    record.channels.move(old, new)


def _leave(scene: Scene, channel: str, now: datetime) -> int:
    """Take the channel from the group it belongs to, if that is another one; how many digests ended."""
    earlier = scene.workspace.channels.get(channel)
    if earlier is None or earlier.group == scene.record.group.id:
        return 0
    user = scene.actor.person.user
    other = scene.workspace.group(earlier.group)
    member = other.members.get(user)
    if member is None or member.role is not Role.CHAIR:
        raise Refusal(RefusalCode.CHANNEL_BOUND_ELSEWHERE)
    if earlier.meeting is not None:
        found = other.meetings.get(earlier.meeting)
        if found is not None and found.status == MeetingStatus.OPEN:
            raise Refusal(RefusalCode.CHANNEL_IN_MEETING, reference=str(found.reference))
    return stop_all(other, channel, user, now)


def _bound(uow: UnitOfWork, origin: Origin, group: int, stopped: int = 0) -> ChannelBound:
    workspace = uow.workspace(origin.person.workspace)
    binding = workspace.channels.get(origin.channel) if origin.channel else None
    holder = None
    if (
        binding is not None
        and binding.group != group
        and binding.group in workspace.groups_of(origin.person.user)
    ):
        holder = workspace.group(binding.group).group
    return ChannelBound(workspace.group(group).group, binding, holder, stopped)


def _binding_change(channel: str, theme: str | None) -> NewChange:
    return NewChange(kind=ChangeKind.CHANNEL_BOUND, theme=theme, after=channel)


def _former(earlier: Binding | None, now: Binding) -> str | None:
    """The other theme that the channel had in the same group, as its change tells it."""
    if earlier is None or earlier.group != now.group or earlier.theme == now.theme:
        return None
    return f"{FORMER_THEME}{earlier.theme or ''}"


def _require_place(command: Founding) -> None:
    """The founder speaks for a country and a sector of the group."""
    command.charter.country(command.country)
    command.charter.sector(command.sector)


def _require_sound(charter: GroupCharter) -> None:
    known_zone(charter.zone)
    if not charter.themes:
        raise Refusal(RefusalCode.THEMES_MISSING)
    keys = [theme.key for theme in charter.themes]
    repeated = next((key for key in keys if keys.count(key) > 1), None)
    if repeated is not None:
        raise Refusal(RefusalCode.THEMES_ALIKE, word=repeated)
    if len(charter.themes) > THEMES_MAX:
        raise Refusal(RefusalCode.TOO_MANY, limit=THEMES_MAX)
    for names in (charter.names, *(theme.names for theme in charter.themes)):
        for text in names.by_language.values():
            name(text)
