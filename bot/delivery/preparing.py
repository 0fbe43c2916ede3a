"""Words digests shortly before they are due, so that in their minute they only have to be posted."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeAlias

import structlog

from bot import log_events
from domain.delivery import DeliveryState, NewDelivery, Payload
from domain.outbox import Prepared
from domain.ports import Clock, Store, UnitOfWork
from domain.subscription import Subscription
from domain.usecases.preparing import to_prepare, use_ahead
from domain.usecases.slot_uses import SlotUse
from handlers.desk.places import place_of

BATCH = 32
"""Digests prepared at a time: what people write in between waits for no more."""

Ahead: TypeAlias = Callable[[NewDelivery, Subscription], Awaitable[Sequence[Payload]]]
"""The payloads of a digest that is not due yet; its subscription is as it will be behind the slot."""


class Preparing:
    """Prepares what is due soon by `clock`, the application's. What fails is left to its time."""

    def __init__(self, store: Store, clock: Clock, ahead: Ahead, batch: int = BATCH) -> None:
        self._store = store
        self._clock = clock
        self._ahead = ahead
        self._batch = batch
        self._last: Subscription | None = None
        """The last one that was given out, while there were any."""
        self._log = structlog.get_logger()

    async def tick(self) -> bool:
        """Prepare some; whether there were any. Raises StoreUnavailable or OutcomeUnknown."""
        now = self._clock.now()
        taken = await self._store.write(lambda uow: to_prepare(uow, now, self._batch, self._last))
        self._last = taken[-1] if taken else None
        if not taken:
            return False
        uses = await self._store.read(lambda uow: [self._use(uow, one) for one in taken])
        worded = await asyncio.gather(*(self._worded(use) for use in uses if use is not None))
        prepared = [one for one in worded if one is not None]
        await self._store.write(lambda uow: uow.preparations.keep(prepared))
        return True

    def _use(self, uow: UnitOfWork, subscription: Subscription) -> SlotUse | None:
        try:
            return use_ahead(uow, subscription)
        except Exception as error:  # noqa: BLE001 - logged; what is wrong shows again when it is due
            self._tell(subscription, error)
            return None

    async def _worded(self, use: SlotUse) -> Prepared | None:
        if use.delivery.state is DeliveryState.SKIPPED:
            return Prepared(use.delivery, (), use.subscription)
        try:
            payloads = tuple(await self._ahead(use.delivery, use.subscription))
        except Exception as error:  # noqa: BLE001 - logged; it is worded anew when it is due
            self._tell(use.subscription, error)
            return None
        return Prepared(use.delivery, payloads, use.subscription)

    def _tell(self, subscription: Subscription, error: Exception) -> None:
        which = f"{subscription.workspace}/{subscription.group}/{subscription.label}"
        kind, place = type(error).__name__, place_of(error)
        self._log.error(log_events.DIGEST_NOT_PREPARED, subscription=which, error=kind, place=place)
