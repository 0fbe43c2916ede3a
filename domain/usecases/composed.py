"""Digests that are composed once for every subscription that is to be told the same."""

from __future__ import annotations

from dataclasses import dataclass, replace

from domain.delivery import NewDelivery
from domain.digest import Digest, Posted
from domain.group import Group
from domain.ports import UnitOfWork
from domain.repositories import GroupRecord, WorkspaceRecord
from domain.subscription import Subscription
from domain.usecases.bearings import bearings_in
from domain.usecases.digest_facts import scope_of, stretch_of
from domain.usecases.digests import compose
from domain.usecases.listing import people_in
from domain.usecases.reading import names_of


@dataclass(frozen=True, slots=True, eq=False)
class Composed:
    """A digest with nothing of a delivery in it, of the group as it is after its change `last_change`."""

    group: Group
    last_change: int
    digest: Digest


@dataclass(frozen=True, slots=True)
class Told:
    """What a delivery tells: what it has in common with others, and the whole."""

    composed: Composed
    digest: Digest


def digest_told(
    delivery: NewDelivery,
    uow: UnitOfWork,
    known: Composed | None = None,
    advanced: Subscription | None = None,
) -> Told:
    """What a delivery of kind DIGEST tells. Raises LookupError when its group is gone.

    `advanced` is its subscription behind the slot, until that is stored.

    `known` was composed of the same facts, and is told again while it holds: whatever is written about a
    group takes a change's number, its charter another revision; how people are called is looked at anew.
    """
    workspace = uow.workspace(delivery.workspace)
    record = workspace.group(delivery.group)
    if known is None or not _holds(known, workspace, record):
        facts = delivery.facts
        made = compose(workspace, record, scope_of(facts), stretch_of(facts), bearings_in(facts))
        known = Composed(record.group, record.changes.last_number, made)
    posted = _posted(delivery, advanced or _subscription(record, delivery))
    return Told(known, replace(known.digest, posted=posted))


def _holds(known: Composed, workspace: WorkspaceRecord, record: GroupRecord) -> bool:
    if (record.changes.last_number, record.group) != (known.last_change, known.group):
        return False
    digest = known.digest
    people = people_in([*digest.items.values(), *digest.unanswered, *digest.outlook.items])
    return names_of(workspace, {*people, *digest.effects.joined}) == digest.names


def _subscription(record: GroupRecord, delivery: NewDelivery) -> Subscription | None:
    return None if delivery.subscription is None else record.subscriptions.get(delivery.subscription)


def _posted(delivery: NewDelivery, found: Subscription | None) -> Posted | None:
    if found is None:
        return None
    following = None if found.next_slot is None else found.next_slot.date
    return Posted(delivery.key, found.number, found.reader, following)
