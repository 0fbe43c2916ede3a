"""Claims deliveries whose time has come and works on several at once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from bot.delivery.equipment import Equipment
from bot.delivery.errand import Errand
from domain.delivery import Lease

CONCURRENCY = 8
"""Deliveries at once: a slow answer holds up one place, not the others."""


class DeliveryWorker:
    """One of them in each process. Every claim has a token of its own from `new_token`.

    A token for each claim: who loses a delivery and claims it again is somebody else.
    """

    def __init__(
        self, equipment: Equipment, new_token: Callable[[], str], concurrency: int = CONCURRENCY
    ) -> None:
        self._use = equipment
        self._new_token = new_token
        self._concurrency = concurrency
        self._claiming = asyncio.Lock()
        self._errands: set[asyncio.Task[None]] = set()

    async def tick(self) -> bool:
        """Claim what is due, as much as there is room for, and start on it; whether there was anything.

        Waits for room first. Raises StoreUnavailable or OutcomeUnknown; a claim nobody knows of runs out.
        """
        async with self._claiming:
            await self._room()
            if self._use.stopping.is_set():
                return False
            free = self._concurrency - len(self._errands)
            lease = Lease(self._new_token(), self._use.timings.lease)
            now = self._use.clock.now()
            asked_at = self._use.monotonic()
            claimed = await self._use.store.write(lambda uow: uow.outbox.claim(lease, now, free))
            for delivery in claimed:
                self._start(Errand(self._use, delivery, lease, asked_at))
            return bool(claimed)

    async def idle(self) -> None:
        """Return when nothing is being worked on."""
        while self._errands:
            await asyncio.wait(self._errands)

    async def stop(self) -> None:
        """Claim no more; finish what is on its way to Slack, give the rest back."""
        self._use.stopping.set()
        async with self._claiming:
            await self.idle()

    async def _room(self) -> None:
        while len(self._errands) >= self._concurrency:
            await asyncio.wait(self._errands, return_when=asyncio.FIRST_COMPLETED)

    def _start(self, errand: Errand) -> None:
        task = asyncio.create_task(errand.run())
        self._errands.add(task)
        task.add_done_callback(self._errands.discard)
