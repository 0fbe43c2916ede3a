"""Where a command comes from, and who that makes the actor."""

from __future__ import annotations

from dataclasses import dataclass

from domain.item import Item
from domain.people import Person
from domain.permissions import Actor
from domain.ports import UnitOfWork
from domain.refusal import Refusal, RefusalCode
from domain.repositories import GroupRecord, WorkspaceRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The signed facts of an interaction. `key` names it once and for all: a replay has the same key."""

    person: Person
    channel: str | None
    key: str


NOWHERE = ""
"""Kept as the channel of what was said where no channel is, as in the Home tab."""


@dataclass(frozen=True, slots=True)
class Scene:
    """The record an interaction works on and the actor in it; in a write the group is locked."""

    workspace: WorkspaceRecord
    record: GroupRecord
    actor: Actor


def elsewhere(origin: Origin, item: Item) -> str | None:
    """What the changes to an item keep of where they were said: None for the channel it belongs to."""
    return None if origin.channel == item.channel else origin.channel or NOWHERE


def enter(uow: UnitOfWork, origin: Origin, group: int) -> Scene:
    """The group as the person may reach it: as its member, or from a channel that belongs to it.

    Nobody reaches it from the channel of another group: whoever asked there was taken to mean this one before
    the channel moved. Raises Refusal CHANNEL_MOVED then, MEMBERS_ONLY for others, and those of `approach`.
    """
    scene = approach(uow, origin, group)
    # Looked at under the group's lock, which whoever takes a channel from the group needs too.
    binding = scene.workspace.channels.get(origin.channel) if origin.channel else None
    if binding is not None and binding.group != group:
        raise Refusal(RefusalCode.CHANNEL_MOVED)
    if binding is None and scene.actor.member is None:
        raise Refusal(RefusalCode.MEMBERS_ONLY)
    return scene


def approach(uow: UnitOfWork, origin: Origin, group: int) -> Scene:
    """The group for somebody who need not belong to it any more, to look after what is theirs alone.

    Raises Refusal PERSON_UNKNOWN when Slack told us nothing of the person, CHANNEL_NEEDS_GROUP when there is
    no such group.
    """
    workspace = uow.workspace(origin.person.workspace)
    profile = workspace.people.get(origin.person.user)
    if profile is None:
        raise Refusal(RefusalCode.PERSON_UNKNOWN)
    try:
        record = workspace.group(group)
    except LookupError:
        raise Refusal(RefusalCode.CHANNEL_NEEDS_GROUP) from None
    return Scene(workspace, record, Actor(profile, record.members.get(origin.person.user)))
