"""Making a delivery final, and what follows from it for its subscription and for people; what steps ask."""

from __future__ import annotations

from dataclasses import replace

from bot.delivery.equipment import Equipment
from domain.delivery import Delivery, DeliveryState, Lease, Skipped
from domain.pause import place_of
from domain.ports import Sending, UnitOfWork
from domain.sending import Settle, Wait
from domain.usecases.announcing import REMEMBERED, ToldLater, told_later
from domain.usecases.giving_up import give_up, is_followed_up
from domain.usecases.resending import leave_uncertain
from domain.usecases.telling_order import is_in_order, wake_next
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
    """What the transaction asks that settles it as it arrives; None where more hangs on it."""
    if delivery.kind in REMEMBERED or is_in_order(delivery):
        return None
    place = place_of(delivery)
    return Sending(delivery=delivery.id, token=lease.token, workspace=delivery.workspace, place=place)


def settle(
    uow: UnitOfWork, delivery: Delivery, lease: Lease, step: Settle, use: Equipment, back: Wait
) -> Settle | Wait:
    """Make it final, or wait where that would be rash; what was done. `back` gives it back as it is, at once.

    Its channel may have another id by now: then the step was taken in the wrong place, and whoever claims the
    delivery next knows the right one. It may wait for what is to be told before it. Raises LeaseLost.
    """
    if step.state is DeliveryState.SENT:
        uow.outbox.settle(delivery.id, lease, step.state, step.error)
        wake_next(uow, delivery)
        return step
    if is_followed_up(delivery):
        uow.workspace(delivery.workspace).lock_group(delivery.group)
    why = step.why
    if step.state is DeliveryState.SKIPPED:
        why = why or use.why_unsaid(delivery, uow)
    put_off: Wait | None = None
    if uow.outbox.held(delivery.id, lease).channel != delivery.channel:
        put_off = back
    elif step.state is DeliveryState.SKIPPED and why is None:
        put_off = _told_later(uow, delivery, use, back)
    if put_off is not None:
        uow.outbox.postpone(delivery.id, lease, put_off.state, put_off.until, put_off.error)
        return put_off
    return _final(uow, delivery, lease, replace(step, why=why))


def _told_later(uow: UnitOfWork, delivery: Delivery, use: Equipment, back: Wait) -> Wait | None:
    """What waits for another is woken by it; the time is for one that was not."""
    match told_later(delivery, uow):
        case None:
            return None
        case ToldLater.NOW:
            return replace(back, until=back.until + use.timings.pace)
        case ToldLater.BESIDE_MINUTES:
            return replace(back, until=back.until + use.timings.backoff_first)
        case ToldLater.BEHIND_ANOTHER:
            return replace(back, until=back.until + use.timings.second_look)


def _final(uow: UnitOfWork, delivery: Delivery, lease: Lease, step: Settle) -> Settle:
    match step.state:
        case DeliveryState.FAILED:
            give_up(uow, delivery, lease, step.error)
        case DeliveryState.UNCERTAIN:
            leave_uncertain(uow, delivery, lease, step.error)
        case _:
            leave_unsaid(uow, delivery, lease, step.why or Skipped.NOTHING_LEFT)
    wake_next(uow, delivery)
    return step
