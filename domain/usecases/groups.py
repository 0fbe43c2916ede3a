"""Founding a group and binding channels to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.change import ChangeKind, NewChange
from domain.channel import Binding
from domain.group import THEMES_MAX, Group, GroupCharter, Sector, known_zone
from domain.people import Member, Profile, Role
from domain.permissions import Right, require, require_admin
from domain.ports import UnitOfWork
from domain.receipt import Receipt
from domain.refusal import Refusal, RefusalCode
from domain.text import name
from domain.usecases.origin import Origin, enter


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
    """The channel of the origin is to belong to the group and, if wanted, to one theme."""

    origin: Origin
    group: int
    theme: str | None


@dataclass(frozen=True, slots=True)
class ChannelBound:
    """Where the channel belongs now."""

    group: Group
    binding: Binding | None


def found_group(command: Founding, uow: UnitOfWork, now: datetime) -> ChannelBound:
    """The new group with its founder as chair. Raises Refusal."""
    workspace = uow.workspace(command.origin.person.workspace)
    receipt = workspace.receipts.find(command.origin.key)
    if receipt is not None:
        return _bound(uow, command.origin, int(receipt.subject))
    require_admin(_profile(uow, command.origin))
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
    if command.origin.channel is not None and workspace.channels.get(command.origin.channel) is None:
        workspace.channels.bind(Binding(command.origin.channel, record.group.id))
        record.changes.append([_binding_change(command.origin.channel, None)], user, now)
    return _bound(uow, command.origin, record.group.id)


def bind_channel(command: BindChannel, uow: UnitOfWork, now: datetime) -> ChannelBound:
    """The channel in its new place. A chair of both groups may move it. Raises Refusal."""
    channel = command.origin.channel
    if channel is None:
        raise Refusal(RefusalCode.CHANNEL_NEEDS_GROUP)
    scene = enter(uow, command.origin, command.group)
    if scene.workspace.receipts.find(command.origin.key) is not None:
        return _bound(uow, command.origin, command.group)
    require(scene.actor, Right.ADMINISTER)
    scene.record.group.theme(command.theme)
    earlier = scene.workspace.channels.get(channel)
    if earlier is not None and earlier.group != command.group:
        other = scene.workspace.group(earlier.group).members.get(scene.actor.person.user)
        if other is None or other.role is not Role.CHAIR:
            raise Refusal(RefusalCode.CHANNEL_BOUND_ELSEWHERE)
    scene.workspace.channels.bind(Binding(channel, command.group, command.theme))
    change = _binding_change(channel, command.theme)
    scene.record.changes.append([change], scene.actor.person.user, now)
    scene.workspace.receipts.add(command.origin.key, Receipt(str(command.group)), now)
    return _bound(uow, command.origin, command.group)


def _bound(uow: UnitOfWork, origin: Origin, group: int) -> ChannelBound:
    workspace = uow.workspace(origin.person.workspace)
    binding = workspace.channels.get(origin.channel) if origin.channel else None
    return ChannelBound(workspace.group(group).group, binding)


def _profile(uow: UnitOfWork, origin: Origin) -> Profile:
    profile = uow.workspace(origin.person.workspace).people.get(origin.person.user)
    if profile is None:
        raise Refusal(RefusalCode.ADMIN_ONLY)
    return profile


def _binding_change(channel: str, theme: str | None) -> NewChange:
    return NewChange(kind=ChangeKind.CHANNEL_BOUND, theme=theme, after=channel)


def _require_place(command: Founding) -> None:
    """The founder speaks for a country and a sector of the group."""
    if command.country not in command.charter.countries:
        raise Refusal(RefusalCode.COUNTRY_UNKNOWN, word=command.country)
    if command.sector not in command.charter.sectors:
        raise Refusal(RefusalCode.SECTOR_UNKNOWN, word=command.sector)


def _require_sound(charter: GroupCharter) -> None:
    known_zone(charter.zone)
    if not charter.themes:
        raise Refusal(RefusalCode.THEMES_MISSING)
    if len({theme.key for theme in charter.themes}) < len(charter.themes):
        raise Refusal(RefusalCode.THEMES_ALIKE)
    if len(charter.themes) > THEMES_MAX:
        raise Refusal(RefusalCode.TOO_MANY, limit=THEMES_MAX)
    for names in (charter.names, *(theme.names for theme in charter.themes)):
        for text in names.by_language.values():
            name(text)
