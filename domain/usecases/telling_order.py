"""What is told of the same thing in the same place is told in its order: what stands last is true last."""

from __future__ import annotations

from itertools import islice

from domain.delivery import IN_FLIGHT_STATES, Delivery, DeliveryKind, DeliveryState
from domain.outbox import Sought
from domain.ports import UnitOfWork

SUBJECT = "about"
"""The fact of a reply that names the item whose write it tells; those of an earlier release have none."""

_NEXT = {
    DeliveryKind.MINUTES: DeliveryKind.CORRECTION,
    DeliveryKind.CORRECTION: DeliveryKind.CORRECTION,
    DeliveryKind.REPLY: DeliveryKind.REPLY,
}
"""What is told behind a kind."""
_TOLD = IN_FLIGHT_STATES | {DeliveryState.SENT, DeliveryState.UNCERTAIN}

LOOKS_BACK = 500
"""Deliveries of a kind and a group that are looked through by whoever sends an old one again."""


def is_in_order(delivery: Delivery) -> bool:
    """Whether others may wait for its end."""
    return delivery.kind in _NEXT and _subject(delivery) is not None


def follows_another(delivery: Delivery, uow: UnitOfWork) -> bool:
    """Whether an earlier one of the same is not told yet, or nobody knows yet whether it is."""
    return any(one.id < delivery.id for one in _of_the_same(delivery, uow))


def is_overtaken(delivery: Delivery, uow: UnitOfWork) -> bool:
    """Whether a later one of the same stands there, or may yet: behind it this one would be the last word."""
    if not is_in_order(delivery) or delivery.kind not in _NEXT.values():
        return False
    sought = Sought(workspace=delivery.workspace, group=delivery.group, kind=delivery.kind)
    since = (one for one in uow.logbook.latest(sought, LOOKS_BACK) if one.id > delivery.id)
    return any(one.state in _TOLD and _subject(one) == _subject(delivery) for one in since)


def wake_next(uow: UnitOfWork, delivery: Delivery) -> None:
    """It came to its end: the first that waited for it comes next."""
    waiting = (one for one in _of_the_same(delivery, uow) if one.id != delivery.id)
    for one in islice(waiting, 1):
        uow.outbox.hasten(one.id)


def _of_the_same(delivery: Delivery, uow: UnitOfWork) -> tuple[Delivery, ...]:
    """Those in flight that are told behind it or before it, the oldest first."""
    if not is_in_order(delivery):
        return ()
    found = uow.logbook.under_way(delivery.workspace, delivery.group, _NEXT[delivery.kind])
    return tuple(one for one in found if _subject(one) == _subject(delivery))


def _subject(delivery: Delivery) -> tuple[object, str] | None:
    """What it tells of, and where. Minutes follow their meeting wherever it is moved to."""
    if delivery.kind is not DeliveryKind.REPLY:
        return delivery.facts["meeting"], ""
    about = delivery.facts.get(SUBJECT)
    return None if about is None else (about, delivery.channel)
