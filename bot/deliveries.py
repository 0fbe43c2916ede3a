"""Delivery put together: what words a digest, what posts it, and the ticks that start both."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from time import monotonic

from slack_sdk.web.async_client import AsyncWebClient

from bot.authorization import Installation
from bot.delivery.destination import Destinations
from bot.delivery.equipment import Equipment
from bot.delivery.lookup import Lookup
from bot.delivery.pacing import Pace
from bot.delivery.poster import Poster, client_of, open_session
from bot.delivery.ticks import forgetting, materialising
from bot.delivery.worker import DeliveryWorker
from bot.scheduler import Scheduler, Tick
from bot.settings import Settings
from domain.delivery import Delivery, Payload
from domain.digest import Digest
from domain.group import Group
from domain.ports import Clock, UnitOfWork
from domain.usecases.deliveries import digest_of
from handlers.desk.request import Services
from handlers.overview.digest_views import payloads

FORGETTING_EVERY = timedelta(hours=1)


@asynccontextmanager
async def delivering(
    settings: Settings, services: Services, installation: Installation, real: Clock
) -> AsyncIterator[None]:
    """Deliver while the block runs; leaving finishes what is on its way and gives the rest back."""
    timings = settings.timings
    async with open_session(timings.post_timeout) as session:
        client = client_of(installation.token, settings.api_url, session)

        async def client_for(workspace: str) -> AsyncWebClient:
            if workspace != installation.workspace:
                raise LookupError(workspace)
            return client

        destinations = Destinations()
        equipment = Equipment(
            store=services.store,
            poster=Poster(client_for, destinations),
            reconciler=Lookup(client_for, destinations, timings.look_margin),
            compose=composer(services),
            clock=real,
            monotonic=monotonic,
            pace=Pace(monotonic, timings.pace),
            timings=timings,
            stopping=asyncio.Event(),
        )
        worker = DeliveryWorker(equipment, new_token=lambda: uuid.uuid4().hex)
        every = timedelta(seconds=settings.tick_seconds)
        scheduler = Scheduler(
            [
                Tick("materialise", every, materialising(services.store, services.clock)),
                Tick("deliver", every, worker.tick),
                Tick("forget", FORGETTING_EVERY, forgetting(services.store, services.clock)),
            ]
        )
        scheduler.start()
        try:
            yield
        finally:
            await asyncio.gather(scheduler.stop(), worker.stop())


def composer(services: Services) -> Callable[[Delivery], Awaitable[Sequence[Payload]]]:
    """Words a delivery: storage reads, domain composes, views word."""

    async def compose(delivery: Delivery) -> Sequence[Payload]:
        def read(uow: UnitOfWork) -> tuple[Group, Digest]:
            group = uow.workspace(delivery.workspace).group(delivery.group).group
            return group, digest_of(delivery, uow)

        group, digest = await services.store.read(read)
        zone = str(delivery.facts["zone"])
        return payloads(services.words, group, zone, digest)

    return compose
