"""What is told of the same thing in the same place is told in its order: what stands last is true last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from domain.delivery import IN_FLIGHT_STATES, Delivery, DeliveryKind, DeliveryState
from domain.outbox import Sought
from domain.ports import UnitOfWork
from domain.reference import Reference
from domain.usecases.items import recall
from domain.usecases.tellings import places_told, tells
from domain.usecases.writes import taken_back_by, write_of

SUBJECT = "about"
"""The fact of a reply that names the item whose write it tells; those of an earlier release have none."""

_ITEM_FACTS = {DeliveryKind.REPLY: SUBJECT, DeliveryKind.NOTICE: "item"}
"""By kind: the fact that names the item; of what tells of none it is missing."""

_NEXT = {
    DeliveryKind.MINUTES: DeliveryKind.CORRECTION,
    DeliveryKind.CORRECTION: DeliveryKind.CORRECTION,
    DeliveryKind.REPLY: DeliveryKind.REPLY,
    DeliveryKind.NOTICE: DeliveryKind.NOTICE,
}
"""What is told behind a kind."""
_TOLD = IN_FLIGHT_STATES | {DeliveryState.SENT, DeliveryState.UNCERTAIN}

LOOKS_BACK = 500
"""Deliveries of a kind and a group that are looked through by whoever sends an old one again."""

CHANGES_LOOKED_AT = 100
"""Latest changes of the item that are looked through beside them."""


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
    latest = (one for one in uow.logbook.latest(sought, LOOKS_BACK) if one.id > delivery.id)
    since = [one for one in latest if _subject(one) == _subject(delivery)]
    if any(one.state in _TOLD for one in since):
        return True
    return delivery.kind is DeliveryKind.REPLY and _is_answered_since(delivery, since, uow)


def _is_answered_since(reply: Delivery, since: Sequence[Delivery], uow: UnitOfWork) -> bool:
    """Whether the channel was told of a later write at once: an answer to a command leaves no row.

    Neither does the undo of a write whose telling was withdrawn: that is not told.
    """
    record = uow.workspace(reply.workspace).group(reply.group)
    reference = Reference.parse(reply.facts[SUBJECT])
    item = recall(record, reference)
    if item is None:
        return False
    latest = record.changes.latest_of(reference, CHANGES_LOOKED_AT)
    withdrawn = [one for one in since if one.state is DeliveryState.SKIPPED]
    later = {one.write for one in latest if one.write > int(reply.facts["through"])}
    writes = [write_of(record, number) for number in later if not _tell(since, number)]
    # What was taken back is told where it was.
    told = [taken_back_by(record, write) or write for write in writes]
    at_once = [write for write in told if not _tell(withdrawn, write[0].write)]
    return any(reply.channel in places_told(item, write) for write in at_once)


def _tell(replies: Iterable[Delivery], write: int) -> bool:
    return any(tells(one, write) for one in replies)


def is_told_of(uow: UnitOfWork, workspace: str, group: int, reference: Reference, channel: str) -> bool:
    """Whether the channel is still to be told of something that was done to the item."""
    found = uow.logbook.under_way(workspace, group, DeliveryKind.REPLY, channel)
    return any(one.facts.get(SUBJECT) == str(reference) for one in found)


def wake_next(uow: UnitOfWork, delivery: Delivery) -> None:
    """It came to its end: the first that waited for it comes next."""
    waiting = (one for one in _of_the_same(delivery, uow) if one.id != delivery.id)
    for one in islice(waiting, 1):
        uow.outbox.hasten(one.id)


def _of_the_same(delivery: Delivery, uow: UnitOfWork) -> tuple[Delivery, ...]:
    """Those in flight that are told behind it or before it, the oldest first."""
    subject = _subject(delivery) if delivery.kind in _NEXT else None
    if subject is None:
        return ()
    found = uow.logbook.under_way(delivery.workspace, delivery.group, _NEXT[delivery.kind], subject[1])
    return tuple(one for one in found if _subject(one) == subject)


def _subject(delivery: Delivery) -> tuple[object, str | None] | None:
    """What it tells of, and where. Minutes follow their meeting wherever it is moved to."""
    fact = _ITEM_FACTS.get(delivery.kind)
    if fact is None:
        return delivery.facts["meeting"], None
    about = delivery.facts.get(fact)
    return None if about is None else (about, delivery.channel)
