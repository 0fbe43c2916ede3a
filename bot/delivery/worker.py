"""Claims deliveries whose time has come and works on several at once."""

from __future__ import annotations

import asyncio
from asyncio import FIRST_COMPLETED
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

from bot.delivery.equipment import Equipment
from bot.delivery.errand import Errand
from domain.delivery import Lease

CONCURRENCY = 96
"""Deliveries at once: a slow answer holds up one place, not the others.

Slack's answers take tenths of a second, and a TLS connection a third of a megabyte (docs/decisions/0025); the
session's pool is one of 100 (docs.aiohttp.org, TCPConnector), beyond which the post's timeout would run
while a delivery waits for a connection.
"""

GATHERING = 0.05
"""Seconds for which a free place waits for others, up to half of all: one claim then serves several.

So long, too, a claim waits behind one that found less than there was room for: what becomes free meanwhile
goes together.
"""

SOON = timedelta(seconds=1)
"""What ends later is found by a later tick."""
LEAST = timedelta(milliseconds=5)


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
        self._after = ""
        """The workspace that had the last turn."""
        self._claiming = asyncio.Lock()
        self._again_at = 0.0
        """The loop's time before which a claim would find little."""
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
            after = self._after
            claimed = await self._use.store.write(lambda uow: uow.outbox.claim(lease, now, free, after))
            for delivery in claimed:
                self._start(Errand(self._use, delivery, lease, asked_at))
            # In the order of the turns: the last workspace to come up for the first time is the furthest.
            self._after = next(reversed(dict.fromkeys(one.workspace for one in claimed)), after)
            pause = GATHERING if len(claimed) < free else 0.0
            self._again_at = asyncio.get_running_loop().time() + pause
            return bool(claimed)

    async def watch(self) -> bool:
        """Tick; where nothing was claimed, wait for a turn that comes soon. Whether to tick again at once.

        A channel's next message is free when the one before was posted and a second has passed: that is not
        left to the next tick. Raises as `tick`.
        """
        early = self._again_at - asyncio.get_running_loop().time()
        if early > 0 and await self._use.is_stopped_within(timedelta(seconds=early)):
            return False
        if await self.tick():
            return True
        now = self._use.clock.now()
        wait = await self._use.store.read(lambda uow: uow.pauses.ends_in(now))
        if self._errands:
            waited = SOON if wait is None else min(wait, SOON)
            await asyncio.wait(self._errands, timeout=waited.total_seconds(), return_when=FIRST_COMPLETED)
            return not self._use.stopping.is_set()
        if wait is None or wait > SOON:
            return False
        return not await self._use.is_stopped_within(max(wait, LEAST))

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
        if len(self._errands) < self._concurrency:
            return
        await asyncio.wait(self._errands, return_when=FIRST_COMPLETED)
        with suppress(TimeoutError):
            async with asyncio.timeout(GATHERING):
                while len(self._errands) > self._concurrency // 2:
                    await asyncio.wait(self._errands, return_when=FIRST_COMPLETED)

    def _start(self, errand: Errand) -> None:
        task = asyncio.create_task(errand.run())
        self._errands.add(task)
        task.add_done_callback(self._errands.discard)
