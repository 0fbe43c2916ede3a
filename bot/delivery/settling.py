"""Making a delivery final, and what follows from it for its subscription and for people; what steps ask."""

from __future__ import annotations

from bot.delivery.equipment import Equipment
from domain.delivery import Delivery, DeliveryState, Lease, Skipped
from domain.pause import place_of
from domain.ports import Sending, UnitOfWork
from domain.sending import Settle
from domain.usecases.announcing import REMEMBERED
from domain.usecases.giving_up import give_up
from domain.usecases.resending import leave_uncertain
from domain.usecases.timeliness import leave_unsaid


def beginning(delivery: Delivery, lease: Lease) -> Sending:
    """What the transaction that begins to send it asks."""
    return Sending(
        delivery=delivery.id,
        token=lease.token,
        workspace=delivery.workspace,
        place=place_of(delivery),
        group=delivery.group,
        subscription=delivery.subscription,
        channel=delivery.channel,
    )


def ending(delivery: Delivery, lease: Lease) -> Sending | None:
    """What the transaction asks that settles it as it arrives; None where it needs its group's lock first."""
    if delivery.kind in REMEMBERED:
        return None
    place = place_of(delivery)
    return Sending(delivery=delivery.id, token=lease.token, workspace=delivery.workspace, place=place)


def settle(uow: UnitOfWork, delivery: Delivery, lease: Lease, step: Settle, use: Equipment) -> None:
    """Raises LeaseLost."""
    match step.state:
        case DeliveryState.FAILED:
            give_up(uow, delivery, lease, step.error)
        case DeliveryState.UNCERTAIN:
            leave_uncertain(uow, delivery, lease, step.error)
        case DeliveryState.SKIPPED:
            why = step.error or use.why_unsaid(delivery, uow) or Skipped.NOTHING_LEFT
            leave_unsaid(uow, delivery, lease, why)
        case _:
            uow.outbox.settle(delivery.id, lease, step.state, step.error)
