"""After a lease was lost over a message that went out: somebody else may have sent it too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from structlog.typing import FilteringBoundLogger

from bot import log_events
from bot.delivery.equipment import Equipment
from domain.delivery import Delivery, Part
from domain.ports import StoreUnavailable
from domain.sending import Obscured, Seen


@dataclass(frozen=True, slots=True)
class Loss:
    """What was posted; `ts` is None when nobody knows whether it arrived."""

    delivery: Delivery
    part: Part
    ts: str | None = None


async def remove_duplicates(loss: Loss, use: Equipment, log: FilteringBoundLogger) -> None:
    """Look at once, and again as late as a history may lag, and remove what stands there twice.

    The message that the row names stays, whichever came first: the lease's holder chose it, later parts
    hang in its thread, and two who clean up must not take away one each. While the row names none its
    holder is still at work; only the last look then keeps the earliest by itself.
    """
    for wait in (timedelta(), use.timings.first_look, use.timings.second_look):
        stopped = await use.is_stopped_within(wait)
        last = stopped or wait == use.timings.second_look
        try:
            is_tidy = await _is_tidy(loss, use, log, last=last)
        except StoreUnavailable:
            is_tidy = False  # a later look finds the same
        if is_tidy or stopped:
            return


async def _is_tidy(loss: Loss, use: Equipment, log: FilteringBoundLogger, *, last: bool) -> bool:
    finding = await use.reconciler.find(loss.delivery, loss.part)
    standing = set(finding.timestamps) if isinstance(finding, Seen) else set()
    if loss.ts is not None:
        standing.add(loss.ts)
    row = await use.store.read(lambda uow: uow.outbox.get(loss.delivery.id))
    stored = next(
        (part.ts for part in (row.parts if row else ()) if part.position == loss.part.position), None
    )
    if stored is None and (not last or not standing):
        return False
    kept = stored if stored is not None else min(standing)
    gone = [await _is_removed(loss, use, log, ts) for ts in sorted(standing - {kept})]
    return stored is not None and loss.ts is not None and all(gone)


async def _is_removed(loss: Loss, use: Equipment, log: FilteringBoundLogger, ts: str) -> bool:
    """Whether there is nothing more to do about it: gone, or Slack does not let us."""
    obstacle = await use.reconciler.remove(loss.delivery, ts)
    removed = log_events.DELIVERY_DUPLICATE_REMOVED
    event = removed if obstacle is None else log_events.DELIVERY_REMOVAL_REFUSED
    log.warning(event, part=loss.part.position)
    if obstacle is None:
        use.meter.removed(loss.delivery)
    return not isinstance(obstacle, Obscured)
