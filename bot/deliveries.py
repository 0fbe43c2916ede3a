"""Delivery put together: what posts, and the ticks that start it."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from time import monotonic

from slack_sdk.web.async_client import AsyncWebClient

from bot.authorization import Installation
from bot.composing import composer
from bot.delivery.destination import Destinations
from bot.delivery.equipment import Equipment
from bot.delivery.lookup import Lookup, NewReconciler
from bot.delivery.meter import Meter
from bot.delivery.poster import Poster, client_of, open_session
from bot.delivery.reminding import adopting, reminding
from bot.delivery.ticks import forgetting, materialising
from bot.delivery.worker import DeliveryWorker
from bot.scheduler import Scheduler, Tick
from bot.settings import Settings
from bot.slack_time import hearing, in_time
from domain.ports import Clock
from domain.usecases.timeliness import why_unsaid
from handlers.desk.request import Services

FORGETTING_EVERY = timedelta(hours=1)


@asynccontextmanager
async def delivering(
    settings: Settings,
    services: Services,
    installation: Installation,
    real: Clock,
    meter: Meter,
    *,
    reconciler: NewReconciler = Lookup,
) -> AsyncIterator[None]:
    """Deliver while the block runs; leaving finishes what is on its way and gives the rest back."""
    timings = settings.timings
    traces = hearing(real, settings.api_url)
    async with open_session(timings.post_timeout, traces) as session:
        client = client_of(installation.token, settings.api_url, session)

        async def client_for(workspace: str) -> AsyncWebClient:
            if workspace != installation.workspace:
                raise LookupError(workspace)
            return client

        destinations = Destinations()
        equipment = Equipment(
            store=services.store,
            poster=Poster(client_for, destinations),
            reconciler=reconciler(client_for, destinations, timings.look_margin),
            compose=composer(services),
            why_unsaid=lambda delivery, uow: why_unsaid(delivery, uow, services.clock.now()),
            clock=real,
            monotonic=monotonic,
            timings=timings,
            meter=meter,
            stopping=asyncio.Event(),
        )
        worker = DeliveryWorker(equipment, new_token=lambda: uuid.uuid4().hex)
        every = timedelta(seconds=settings.tick_seconds)
        timely = in_time(real, client)
        scheduler = Scheduler(
            [
                Tick("materialise", every, timely(materialising(services.store, services.clock))),
                Tick("deliver", every, timely(worker.watch)),
                Tick("remind", every, timely(reminding(services.store, services.clock))),
                Tick("adopt", FORGETTING_EVERY, adopting(services.store)),
                Tick("forget", FORGETTING_EVERY, timely(forgetting(services.store, services.clock, real))),
            ]
        )
        scheduler.start()
        try:
            yield
        finally:
            await asyncio.gather(scheduler.stop(), worker.stop())
