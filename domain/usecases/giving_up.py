"""Deliveries that are given up because Slack says never."""

from __future__ import annotations

from dataclasses import replace

from domain.delivery import Delivery, DeliveryKind, DeliveryState, Lease
from domain.notice import About
from domain.ports import UnitOfWork
from domain.subscription import Subscription
from domain.usecases.digest_facts import stretch_of
from domain.usecases.notices import tell_of_doubt, tell_of_failure, tell_of_minutes

_OF_MINUTES = {
    DeliveryKind.MINUTES: About.MINUTES_FAILED,
    DeliveryKind.CORRECTION: About.CORRECTION_FAILED,
}


def give_up(uow: UnitOfWork, delivery: Delivery, lease: Lease, error: str | None) -> None:
    """Settle it as failed. When nothing of it arrived, the subscription's next digest tells its changes.

    One that was in doubt, and sent again after a later one had told what came next, keeps its changes: it
    stays in doubt until somebody decides. Whoever set the digest up is told, and of minutes whoever ended
    their meeting, or the chairs where these left; of a correction of minutes whoever made it. A notice that
    fails is nobody's business.

    Raises LeaseLost.
    """
    if delivery.kind in _OF_MINUTES:
        # The group is locked before the delivery, as WorkspaceRecord.lock_group says.
        record = uow.workspace(delivery.workspace).group(delivery.group)
        uow.outbox.settle(delivery.id, lease, DeliveryState.FAILED, error)
        tell_of_minutes(uow, record, delivery, _OF_MINUTES[delivery.kind], error)
        return
    subscription = _told_by(uow, delivery)
    if subscription is None and delivery.subscription is not None and not delivery.has_arrived:
        uow.outbox.settle(delivery.id, lease, DeliveryState.UNCERTAIN, error)
        tell_of_doubt(uow, uow.workspace(delivery.workspace).group(delivery.group), delivery, error)
        return
    uow.outbox.settle(delivery.id, lease, DeliveryState.FAILED, error)
    if subscription is None:
        return
    record = uow.workspace(delivery.workspace).group(delivery.group)
    tell_of_failure(uow, record, delivery, subscription, error)
    if not delivery.has_arrived:
        record.subscriptions.save(replace(subscription, told_through=stretch_of(delivery.facts).after))


def is_followed_up(delivery: Delivery) -> bool:
    """Whether something follows for its group when it cannot be sent: then the group is locked first."""
    return delivery.subscription is not None or delivery.kind in _OF_MINUTES


def _told_by(uow: UnitOfWork, delivery: Delivery) -> Subscription | None:
    """The delivery's subscription, its group locked, if nothing was told after this delivery."""
    if delivery.subscription is None:
        return None
    record = uow.workspace(delivery.workspace).group(delivery.group)
    found = record.subscriptions.get(delivery.subscription)
    told = stretch_of(delivery.facts).through
    return found if found is not None and found.told_through == told else None
