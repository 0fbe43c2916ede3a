"""What a slot is used for: a delivery over everything since the last one, and the subscription behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from domain.delivery import SKIPPED_FACT, DeliveryState, NewDelivery, Skipped
from domain.people import is_written_to
from domain.ports import UnitOfWork
from domain.repositories import GroupRecord
from domain.schedule import Slot, slot_after, slots_due
from domain.subscription import Subscription
from domain.usecases.bearings import missed_facts
from domain.usecases.digest_facts import Present, facts_of, stretch_of
from domain.usecases.digests import is_quiet
from domain.usecases.slots import delivery_of_digest, slot_key
from domain.usecases.vacant_dates import dates_taken, latest, vacant


@dataclass(frozen=True, slots=True)
class SlotUse:
    """A delivery that is to be stored, and the subscription as it is behind the slot."""

    record: GroupRecord
    delivery: NewDelivery
    subscription: Subscription


def open_slots(record: GroupRecord, subscription: Subscription, now: datetime) -> Sequence[Slot]:
    """The slots that are due, without those left out among them: the last one is to be delivered."""
    if subscription.next_slot is None:
        return ()
    slots = slots_due(subscription.schedule, subscription.next_slot, now)
    last = subscription.last_date
    if not slots or last is None or slots[0].date > last:
        return slots
    taken = dates_taken(record, subscription, slots[0].due_at)
    return [slot for slot in slots if slot.date not in taken] or slots


def has_lost_its_reader(uow: UnitOfWork, record: GroupRecord, subscription: Subscription) -> bool:
    """Whether a personal digest would go to somebody who has none any more."""
    reader = subscription.reader
    if reader is None:
        return False
    profile = uow.workspace(subscription.workspace).people.get(reader)
    return not is_written_to(profile, record.members.get(reader))


def use_of(present: Present, slot: Slot, missed: Sequence[Slot], now: datetime) -> SlotUse:
    """What the slot is used for at `now` (the application's), where those before it passed unused.

    Only reads. A digest that is to leave out quiet weeks is skipped when there is nothing to tell.
    """
    record, subscription = present.record, present.subscription
    facts = facts_of(present, now) | {"slot": slot.date.isoformat()}
    facts |= missed_facts(passed.date for passed in missed)
    quiet = subscription.skip_quiet and is_quiet(record, subscription.coverage, stretch_of(facts))
    state = DeliveryState.SKIPPED if quiet else DeliveryState.PENDING
    facts |= {SKIPPED_FACT: Skipped.QUIET} if quiet else {}
    digest = delivery_of_digest(subscription, slot_key(subscription, slot.date), facts, slot.due_at)
    return SlotUse(record, replace(digest, state=state), _advanced(record, subscription, slot, now))


def _advanced(record: GroupRecord, subscription: Subscription, slot: Slot, now: datetime) -> Subscription:
    """Behind the slot that was used, at the next one that can come."""
    used = replace(subscription, last_date=latest(subscription.last_date, slot.date))
    following = slot_after(subscription.schedule, slot.date)
    return replace(used, next_slot=vacant(record, used, following, now))
