"""Digests that are due soon, taken and worded by hand, and what becomes of them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.channel import Binding
from domain.delivery import Delivery, DeliveryState, Lease, NewDelivery, Payload
from domain.outbox import Prepared, Sought
from domain.ports import Store, UnitOfWork
from domain.repositories import GroupRecord
from domain.subscription import Subscription
from domain.usecases.deliveries import Materialised, deliver_now, materialise
from domain.usecases.preparing import to_prepare, use_ahead, use_prepared
from domain.usecases.slot_uses import SlotUse
from domain.usecases.subscriptions import pause
from tests.fakes.scene import FOUNDED_AT, WORKSPACE, Hand, found
from tests.unit.domain.usecases.outbox import MONDAY_NINE

SOON = MONDAY_NINE - timedelta(minutes=1)
WORDS = (
    Payload({"text": "uno", "blocks": [{"type": "divider"}]}, {"text": "one"}, 7),
    Payload({"text": "two"}, {"text": "two"}),
)
LEASE = Lease("mine")
OTHER = "T0002"


def record_of(uow: UnitOfWork, workspace: str = WORKSPACE) -> GroupRecord:
    of = uow.workspace(workspace)
    ((number, _),) = of.groups()
    return of.group(number)


def hand_of(uow: UnitOfWork) -> Hand:
    return Hand(uow, record_of(uow))


async def subscribed(store: Store, *, count: int = 1, skip_quiet: bool = False, news: bool = True) -> None:
    """A group with so many digests on Mondays, and something to tell or nothing."""

    def job(uow: UnitOfWork) -> None:
        for workspace in (WORKSPACE, OTHER):
            record = found(uow, workspace)
            keys = itertools.count(1)
            for number in range(count):
                hand = Hand(uow, record, f"C{number + 1:04}", keys)
                uow.workspace(workspace).channels.bind(Binding(hand.channel, record.group.id))
                hand.subscribe(FOUNDED_AT, skip_quiet=skip_quiet)
            if news:
                Hand(uow, record).change(FOUNDED_AT)

    await store.write(job)


async def taken(store: Store, now: datetime = SOON, limit: int = 10) -> tuple[Subscription, ...]:
    return await store.write(lambda uow: to_prepare(uow, now, limit))


async def kept(store: Store, found: Sequence[Subscription]) -> list[SlotUse]:
    """What was taken is prepared, with the same words."""

    def query(uow: UnitOfWork) -> list[SlotUse]:
        uses = [use_ahead(uow, one) for one in found]
        return [use for use in uses if use is not None]

    uses = await store.read(query)
    every = [Prepared(use.delivery, words_of(use.delivery), use.subscription) for use in uses]
    await store.write(lambda uow: uow.preparations.keep(every))
    return uses


async def prepared(store: Store, now: datetime = SOON, limit: int = 10) -> list[SlotUse]:
    """So many of those that are due soon."""
    return await kept(store, await taken(store, now, limit))


def words_of(made: NewDelivery) -> tuple[Payload, ...]:
    return WORDS if made.state is DeliveryState.PENDING else ()


async def used(store: Store, now: datetime = MONDAY_NINE, limit: int = 10) -> int:
    return await store.write(lambda uow: use_prepared(uow, now, limit))


async def rows(store: Store, workspace: str = WORKSPACE) -> tuple[Delivery, ...]:
    found = await store.read(lambda uow: uow.logbook.latest(Sought(workspace=workspace), 100))
    return tuple(sorted(found, key=lambda one: one.id))


async def subscription(store: Store, number: int = 1, workspace: str = WORKSPACE) -> Subscription:
    one = await store.read(lambda uow: record_of(uow, workspace).subscriptions.get(number))
    assert one is not None
    return one


async def materialised(store: Store, now: datetime = MONDAY_NINE) -> Materialised:
    return await store.write(lambda uow: materialise(uow, now, 10))


def pauses(uow: UnitOfWork) -> None:
    pause(hand_of(uow).steer(1), uow, SOON)


def asks_for_one_that_waits(uow: UnitOfWork) -> None:
    deliver_now(hand_of(uow).steer(1, key="now"), uow, SOON)
