"""Making a delivery final, and what follows from it for its subscription and for people."""

from __future__ import annotations

from bot.delivery.equipment import Equipment
from domain.delivery import Delivery, DeliveryState, Lease, Skipped
from domain.ports import UnitOfWork
from domain.sending import Settle
from domain.usecases.deliveries import give_up
from domain.usecases.resending import leave_uncertain
from domain.usecases.timeliness import leave_unsaid


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
