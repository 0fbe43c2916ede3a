"""What the scheduler's ticks do: each looks for work and says whether it found some."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

from domain.ports import Clock, Store
from domain.usecases.deliveries import Materialised, materialise

BATCH = 50
"""Subscriptions materialised in one transaction."""

RECEIPTS_KEPT = timedelta(days=7)
"""How long a replay still gets the first answer (DESIGN: requests); Slack retries for five minutes."""


def materialising(store: Store, clock: Clock, batch: int = BATCH) -> Callable[[], Awaitable[bool]]:
    """Turns due subscriptions into deliveries; `clock` is the application's."""

    async def tick() -> bool:
        now = clock.now()
        return await store.write(lambda uow: materialise(uow, now, batch)) != Materialised()

    return tick


def forgetting(store: Store, clock: Clock) -> Callable[[], Awaitable[bool]]:
    """Removes receipts past their time; once a tick is enough."""

    async def tick() -> bool:
        before = clock.now() - RECEIPTS_KEPT
        await store.write(lambda uow: uow.forget_receipts(before))
        return False

    return tick
