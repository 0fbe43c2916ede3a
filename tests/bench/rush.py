"""Digests of many workspaces that are all due in the same minute: made, worded and posted."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import ceil
from typing import Any

from aiohttp import ClientSession
from slack_sdk.web.async_client import AsyncWebClient

from bot.clocks import SystemClock
from bot.composing import Composing
from bot.deliveries import DELIVER, PREPARING_TICKS, equipment_of
from bot.delivery.lookup import Lookup
from bot.delivery.meter import Meter
from bot.delivery.poster import client_of, open_session
from bot.delivery.preparing import Preparing
from bot.delivery.ticks import materialising
from bot.delivery.worker import DeliveryWorker
from bot.scheduler import Scheduler, Tick
from domain.change import ChangeKind, NewChange
from domain.channel import Binding
from domain.coverage import EVERYTHING
from domain.delivery import Delivery, DeliveryState
from domain.language import Language
from domain.outbox import Sought
from domain.ports import Store, UnitOfWork
from domain.repositories import GroupRecord
from domain.schedule import first_slot
from domain.subscription import NewSubscription, SubscriptionState
from domain.timings import Timings
from handlers.desk.request import Services
from handlers.words.words import Words
from tests.bench.slack_posts import TOKEN
from tests.fakes.scene import CHAIR, FOUNDED_AT, MONDAYS_AT_NINE, found

MONDAY = timedelta(days=3, hours=3)
"""From FOUNDED_AT to the Monday at nine: every digest is due then."""


class Shifted:
    """Real time, as if a given instant had just been when it was made: its seconds begin with real ones."""

    def __init__(self, now: datetime) -> None:
        self._offset = timedelta(seconds=ceil((now - SystemClock().now()).total_seconds()))

    def now(self) -> datetime:
        return SystemClock().now() + self._offset

    def at(self, ts: str) -> datetime:
        """When a message stood there, by this clock."""
        return datetime.fromtimestamp(float(ts), UTC) + self._offset


@dataclass(frozen=True, slots=True, kw_only=True)
class Rush:
    """So many digests of so many workspaces, in so many channels of each; seconds between ticks."""

    subscriptions: int
    workspaces: int
    channels: int = 5
    tick: float = 1.0

    @property
    def names(self) -> list[str]:
        """The ids of the workspaces."""
        return [f"T{number:05}" for number in range(self.workspaces)]

    def fill(self, uow: UnitOfWork, workspace: str) -> None:
        """The workspace's group with its digests, and something to tell."""
        record = found(uow, workspace, "C00")
        self.bind(uow, workspace, record.group.id)
        self.subscribe(record)
        told = NewChange(kind=ChangeKind.MEMBER_JOINED, person=CHAIR)
        record.changes.append([told], CHAIR, FOUNDED_AT)

    def bind(self, uow: UnitOfWork, workspace: str, group: int) -> None:
        """The channels of one group are its own."""
        for number in range(self.channels):
            uow.workspace(workspace).channels.bind(Binding(f"C{number:02}", group))

    def subscribe(self, record: GroupRecord) -> None:
        """The digests of one group."""
        for number in range(self.subscriptions // self.workspaces):
            record.subscriptions.add(
                NewSubscription(
                    channel=f"C{number % self.channels:02}",
                    reader=None,
                    schedule=MONDAYS_AT_NINE,
                    coverage=EVERYTHING,
                    languages=(Language.ENGLISH,),
                    skip_quiet=False,
                    state=SubscriptionState.ACTIVE,
                    next_slot=first_slot(MONDAYS_AT_NINE, FOUNDED_AT),
                    told_through=0,
                    created_by=CHAIR,
                    created_at=FOUNDED_AT,
                )
            )


async def filled(store: Store, rush: Rush) -> None:
    """Every workspace with its group, a few in each transaction."""
    names = rush.names

    def some(first: int) -> Any:  # noqa: ANN401 - a job
        def job(uow: UnitOfWork) -> None:
            for name in names[first : first + 20]:
                rush.fill(uow, name)

        return job

    for first in range(0, len(names), 20):
        await store.write(some(first))


@asynccontextmanager
async def delivering(
    store: Store, rush: Rush, api_url: str, clock: Shifted, words: Words | None = None
) -> AsyncIterator[Meter]:
    """Deliver as the bot does, with a token for each workspace."""
    timings = Timings()
    meter = Meter(clock)
    services = Services(store, words or Words.load(), clock, None, {})  # type: ignore[arg-type]  # digests ask Slack nothing
    async with open_session(timings.post_timeout) as session:
        clients: dict[str, AsyncWebClient] = {}

        async def client_for(workspace: str) -> AsyncWebClient:
            if workspace not in clients:
                clients[workspace] = client_of(f"{TOKEN}{workspace}", api_url, session)
            return clients[workspace]

        composing = Composing(services)
        equipment = equipment_of(timings, composing, client_for, SystemClock(), meter, Lookup)
        tokens = iter(range(10**9))
        worker = DeliveryWorker(equipment, lambda: f"token-{next(tokens)}")
        every = timedelta(seconds=rush.tick)
        scheduler = Scheduler(
            [
                Tick("prepare", PREPARING_TICKS * every, Preparing(store, clock, composing.ahead).tick),
                Tick("materialise", every, materialising(store, clock), wakes=DELIVER),
                Tick(DELIVER, every, worker.watch),
            ]
        )
        scheduler.start()
        try:
            yield meter
        finally:
            await asyncio.gather(scheduler.stop(), worker.stop())


async def figures(api_url: str) -> Mapping[str, Any]:
    """What the other side counted, and the workspaces in the order of their posts."""
    async with ClientSession() as session, session.get(api_url.replace("/api/", "/figures")) as response:
        told: Mapping[str, Any] = await response.json()
        return told


async def sent(store: Store, rush: Rush) -> tuple[Delivery, ...]:
    """The digests that have arrived."""
    sought = Sought(state=DeliveryState.SENT)
    return await store.read(lambda uow: uow.logbook.latest(sought, rush.subscriptions))


async def pending(store: Store) -> int:
    """How many digests wait, and one for all that are not made yet: nothing is left at 0."""

    def query(uow: UnitOfWork) -> int:
        return len(uow.outbox.due(FOUNDED_AT + MONDAY, 1)) + uow.outbox.waiting()

    return await store.read(query)
