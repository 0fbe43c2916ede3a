"""What delivering needs, passed in."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Protocol

from bot.delivery.lookup import Reconciler
from bot.delivery.meter import Meter
from domain.delivery import Delivery, Part, Payload, Skipped
from domain.ports import Clock, Store, UnitOfWork
from domain.sending import Answer
from domain.timings import Timings


class Posting(Protocol):
    """Posts a part once and says what came of it."""

    async def post(self, delivery: Delivery, part: Part, *, plain: bool) -> Answer:
        """Whatever Slack or the network does is an Answer."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Equipment:
    """What every delivery uses. `clock` is real time, `monotonic` seconds; `stopping` is set on shutdown.

    `calendar` is the application's clock, by which deliveries are due.

    `compose` words a delivery: the payloads of its parts, none when there is nothing to say. `why_unsaid` is
    asked in the transaction that begins to send: why it is not to be said any more, None while it is.
    """

    store: Store
    poster: Posting
    reconciler: Reconciler
    compose: Callable[[Delivery], Awaitable[Sequence[Payload]]]
    why_unsaid: Callable[[Delivery, UnitOfWork], Skipped | None]
    clock: Clock
    calendar: Clock
    monotonic: Callable[[], float]
    timings: Timings
    meter: Meter
    stopping: asyncio.Event = field(default_factory=asyncio.Event)

    async def is_stopped_within(self, wait: timedelta) -> bool:
        """Wait, unless a stop comes first; whether it came."""
        if not wait:
            return self.stopping.is_set()
        try:
            await asyncio.wait_for(self.stopping.wait(), wait.total_seconds())
        except TimeoutError:
            return False
        return True
