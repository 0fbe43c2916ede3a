"""Digests prepared shortly before they are due: what their slot will be used for, unless something happens.

What is prepared rests on the record as it was. Whatever happens to the group, to the subscription or to its
deliveries until the slot is due makes it void, and the slot is used as if nothing had been prepared.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.ports import UnitOfWork
from domain.subscription import Subscription
from domain.usecases.digest_facts import present_of
from domain.usecases.slot_uses import SlotUse, has_lost_its_reader, open_slots, use_of

AHEAD = timedelta(minutes=2)
"""How long before it is due a digest may be prepared (docs/decisions/0035)."""

GOOD_FOR = timedelta(minutes=10)
"""How long after its slot it may still be used: no other slot of the subscription passes in between."""


def to_prepare(
    uow: UnitOfWork, now: datetime, limit: int, behind: Subscription | None = None
) -> tuple[Subscription, ...]:
    """Subscriptions whose next digest this caller is to prepare: nobody else is given them.

    They come behind `behind`: whoever asks on and on looks at each once.
    """
    return uow.preparations.take(now, now + AHEAD, limit, behind)


def use_ahead(uow: UnitOfWork, subscription: Subscription) -> SlotUse | None:
    """What its next slot will be used for if nothing happens until then. Only reads.

    None where more than that is to be decided: slots passed, or nobody is left to read it. Raises LookupError
    when its group is gone.
    """
    slot = subscription.next_slot
    if slot is None:
        return None
    record = uow.workspace(subscription.workspace).group(subscription.group)
    if has_lost_its_reader(uow, record, subscription):
        return None
    if tuple(open_slots(record, subscription, slot.due_at)) != (slot,):
        return None
    return use_of(present_of(record, subscription), slot, (), slot.due_at)


def use_prepared(uow: UnitOfWork, now: datetime, limit: int) -> int:
    """Turn what was prepared for slots that are due into deliveries; how many slots were looked at."""
    return uow.preparations.use(now - GOOD_FOR, now, limit)
