"""A digest that waits to be sent when its subscription is paused."""

from __future__ import annotations

from dataclasses import replace

from domain.delivery import DeliveryState
from domain.ports import UnitOfWork
from domain.repositories import GroupRecord
from domain.subscription import Subscription


def held_back(uow: UnitOfWork, record: GroupRecord, subscription: Subscription) -> Subscription:
    """The subscription once its date that waits is not sent any more: what it would tell the next one tells.

    What may stand there already goes on, and so does what somebody asked for: one for now, and one that is
    sent again behind a later one.
    """
    latest = record.subscriptions.latest_delivery(subscription.number)
    if latest is None or latest.state.is_final or "slot" not in latest.facts:
        return subscription
    is_last = subscription.told_through == latest.facts["through"]
    if not is_last or uow.outbox.withdraw(latest.key) is not DeliveryState.SKIPPED:
        return subscription
    return replace(subscription, told_through=latest.facts["after"])
