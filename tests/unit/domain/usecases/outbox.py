"""What the tests of digests that become deliveries share: their times, and ways to see and settle them."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from domain.coverage import EVERYTHING
from domain.delivery import Delivery, DeliveryKind, DeliveryState, Lease, NewDelivery, Payload
from domain.language import Language
from domain.ports import UnitOfWork
from domain.recurrence import Weekly
from domain.schedule import Schedule
from domain.subscription import Subscription
from domain.usecases.giving_up import give_up
from domain.usecases.subscriptions import Subscribe, subscribe
from tests.fakes.scene import FOUNDED_AT, MEMBER, MONDAYS_AT_NINE, WORKSPACE, Hand
from tests.fakes.store import FakeUnitOfWork

MONDAY_NINE = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
"""Monday 23 November, 09:00 in Mexico City."""

DAILY = Schedule(Weekly(frozenset(range(7))), time(9), "UTC")
LEASE = Lease("owner")
WEEK = timedelta(days=7)


def to_tell(key: str, kind: DeliveryKind, channel: str, **facts: object) -> NewDelivery:
    """What is to be said to somebody on Monday."""
    return NewDelivery(
        key=key,
        kind=kind,
        workspace=WORKSPACE,
        group=1,
        subscription=None,
        channel=channel,
        facts=facts,
        due_at=MONDAY_NINE,
    )


def current(hand: Hand, number: int = 1) -> Subscription:
    subscription = hand.record.subscriptions.get(number)
    assert subscription is not None
    return subscription


def deliveries(uow: FakeUnitOfWork) -> list[Delivery]:
    return list(uow.outbox.deliveries.values())


def digests(uow: FakeUnitOfWork) -> list[Delivery]:
    """The deliveries but for the notices of one that failed."""
    return [each for each in deliveries(uow) if each.kind is DeliveryKind.DIGEST]


def settle(uow: FakeUnitOfWork, now: datetime, state: DeliveryState = DeliveryState.SENT) -> None:
    """Everything in flight reaches this state; parts are frozen and, unless it failed, arrive."""
    for held in uow.outbox.claim(LEASE, now, 100):
        uow.outbox.freeze(held.id, LEASE, [Payload({"text": "rich"}, {"text": "plain"})])
        if state is DeliveryState.FAILED:
            give_up(uow, uow.outbox.deliveries[held.id], LEASE, "is_archived")
        else:
            uow.outbox.begin(held.id, LEASE, 0, now)
            uow.outbox.arrived(held.id, LEASE, 0, "1.0")
            uow.outbox.settle(held.id, LEASE, state, None)


def personal(uow: UnitOfWork, hand: Hand) -> None:
    """MEMBER's own digest, on Mondays."""
    command = Subscribe(
        origin=hand.origin(MEMBER),
        group=1,
        channel=MEMBER,
        reader=MEMBER,
        schedule=MONDAYS_AT_NINE,
        coverage=EVERYTHING,
        languages=(Language.ENGLISH,),
    )
    subscribe(command, uow, FOUNDED_AT)
