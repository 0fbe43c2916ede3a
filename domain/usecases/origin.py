"""Where a command comes from, and who that makes the actor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.change import Change, NewChange
from domain.item import Item
from domain.people import Person, Profile
from domain.permissions import Actor
from domain.ports import UnitOfWork
from domain.receipt import Receipt
from domain.refusal import Refusal, RefusalCode
from domain.repositories import GroupRecord, WorkspaceRecord
from domain.usecases.writes import receipt_of


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

    def write(
        self,
        origin: Origin,
        item: Item,
        changes: Sequence[NewChange],
        now: datetime,
        receipt: Receipt | None = None,
    ) -> tuple[Change, ...]:
        """Number and store the changes to the item as the actor's write, and that it was accepted.

        Without a `receipt` of its own the write can be told again from the one that is kept.
        """
        said_in = elsewhere(origin, item)
        told = self.record.changes.append(changes, self.actor.person.user, now, said_in)
        self.workspace.receipts.add(origin.key, receipt or receipt_of(item.reference, told), now)
        return told


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


def profile_of(uow: UnitOfWork, origin: Origin) -> Profile:
    """Who it is. Raises Refusal PERSON_UNKNOWN when Slack told us nothing of the person."""
    profile = uow.workspace(origin.person.workspace).people.get(origin.person.user)
    if profile is None:
        raise Refusal(RefusalCode.PERSON_UNKNOWN)
    return profile


def approach(uow: UnitOfWork, origin: Origin, group: int) -> Scene:
    """The group for somebody who need not belong to it any more, to look after what is theirs alone.

    Raises Refusal PERSON_UNKNOWN when Slack told us nothing of the person, CHANNEL_NEEDS_GROUP when there is
    no such group.
    """
    workspace, profile = uow.workspace(origin.person.workspace), profile_of(uow, origin)
    try:
        record = workspace.group(group)
    except LookupError:
        raise Refusal(RefusalCode.CHANNEL_NEEDS_GROUP) from None
    return Scene(workspace, record, Actor(profile, record.members.get(origin.person.user)))
