"""Delivery put together: what posts, and the ticks that start it."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from time import monotonic

from slack_sdk.web.async_client import AsyncWebClient

from bot.authorization import Installation
from bot.composing import Composing
from bot.delivery.destination import Destinations
from bot.delivery.equipment import Equipment
from bot.delivery.lookup import Lookup, NewReconciler
from bot.delivery.meter import Meter
from bot.delivery.poster import ClientFor, Poster, client_of, open_session
from bot.delivery.preparing import Preparing
from bot.delivery.reminding import adopting, foretelling, reminding
from bot.delivery.ticks import forgetting, materialising
from bot.delivery.worker import DeliveryWorker
from bot.scheduler import Scheduler, Tick
from bot.settings import Settings
from bot.slack_time import Run, hearing, in_time
from domain.ports import Clock
from domain.timings import Timings
from domain.usecases.timeliness import why_unsaid
from handlers.desk.request import Services

FORGETTING_EVERY = timedelta(hours=1)
PREPARING_TICKS = 10
"""So many of the others for one that prepares: it looks minutes ahead."""
DELIVER = "deliver"
"""The name of the tick that claims what others made."""


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
    traces = hearing(real, settings.api_url)
    async with open_session(settings.timings.post_timeout, traces) as session:
        client = client_of(installation.token, settings.api_url, session)

        async def client_for(workspace: str) -> AsyncWebClient:
            if workspace != installation.workspace:
                raise LookupError(workspace)
            return client

        composing = Composing(services)
        equipment = equipment_of(settings.timings, composing, client_for, real, meter, reconciler)
        worker = DeliveryWorker(equipment, new_token=lambda: uuid.uuid4().hex)
        every = timedelta(seconds=settings.tick_seconds)
        scheduler = Scheduler(_ticks(every, composing, worker, real, in_time(real, client)))
        scheduler.start()
        try:
            yield
        finally:
            await asyncio.gather(scheduler.stop(), worker.stop())


def equipment_of(
    timings: Timings,
    composing: Composing,
    client_for: ClientFor,
    real: Clock,
    meter: Meter,
    reconciler: NewReconciler,
) -> Equipment:
    """What deliveries are worked on with; `client_for` gives a workspace's client."""
    services, destinations = composing.services, Destinations()
    return Equipment(
        store=services.store,
        poster=Poster(client_for, destinations),
        reconciler=reconciler(client_for, destinations, timings.look_margin),
        compose=composing.compose,
        why_unsaid=lambda delivery, uow: why_unsaid(delivery, uow, services.clock.now()),
        clock=real,
        calendar=services.clock,
        monotonic=monotonic,
        timings=timings,
        meter=meter,
        stopping=asyncio.Event(),
    )


def _ticks(
    every: timedelta, composing: Composing, worker: DeliveryWorker, real: Clock, timely: Callable[[Run], Run]
) -> list[Tick]:
    store, clock = composing.services.store, composing.services.clock
    return [
        Tick("prepare", PREPARING_TICKS * every, timely(Preparing(store, clock, composing.ahead).tick)),
        Tick("materialise", every, timely(materialising(store, clock)), wakes=DELIVER),
        Tick(DELIVER, every, timely(worker.watch)),
        Tick("remind", every, timely(reminding(store, clock)), wakes=DELIVER),
        Tick("adopt", FORGETTING_EVERY, adopting(store)),
        Tick("foretell", FORGETTING_EVERY, foretelling(store, clock)),
        Tick("forget", FORGETTING_EVERY, timely(forgetting(store, clock, real))),
    ]
