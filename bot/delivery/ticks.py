"""What the scheduler's ticks do: each looks for work and says whether it found some."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

from domain.pause import KEPT
from domain.ports import Clock, Store, UnitOfWork
from domain.usecases.deliveries import Materialised, materialise
from domain.usecases.preparing import use_prepared

BATCH = 20
"""Subscriptions materialised in one transaction: deliveries that are ready wait for no more at a time."""

PREPARED_BATCH = 100
"""Prepared digests turned into deliveries in one transaction: they are copied and not looked into."""

RECEIPTS_KEPT = timedelta(days=7)
"""How long a replay still gets the first answer (DESIGN: requests); Slack retries for five minutes.

Drafts are kept as long: their author may come back to one after a week-end.
"""


def materialising(store: Store, clock: Clock, batch: int = BATCH) -> Callable[[], Awaitable[bool]]:
    """Turns due subscriptions into deliveries, the prepared ones first, and lets go of those held until now.

    `clock` is the application's.
    """

    async def tick() -> bool:
        now = clock.now()

        def job(uow: UnitOfWork) -> bool:
            released = uow.outbox.release(now)
            if use_prepared(uow, now, PREPARED_BATCH):
                return True
            return materialise(uow, now, batch) != Materialised() or released > 0

        return await store.write(job)

    return tick


def forgetting(store: Store, clock: Clock, real: Clock) -> Callable[[], Awaitable[bool]]:
    """Removes receipts, drafts (by the application's clock) and pauses (real time) past their time."""

    async def tick() -> bool:
        before = clock.now() - RECEIPTS_KEPT
        await store.write(lambda uow: uow.forget_receipts(before) + uow.forget_drafts(before))
        over = real.now() - KEPT
        await store.write(lambda uow: uow.pauses.forget(over))
        return False

    return tick
