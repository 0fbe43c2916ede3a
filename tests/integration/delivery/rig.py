"""A store, the local workspace over HTTP, and workers that meet planned misfortunes."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import count

from aiohttp import ClientSession
from slack_sdk.web.async_client import AsyncWebClient

from bot.clocks import SystemClock
from bot.delivery.destination import Destinations
from bot.delivery.equipment import Equipment, Posting
from bot.delivery.lookup import Lookup, Reconciler
from bot.delivery.meter import Meter
from bot.delivery.poster import Poster, client_of
from bot.delivery.worker import DeliveryWorker
from bot.sandbox.client import People
from bot.sandbox.seed import WorkspaceSeed
from bot.sandbox.server import Sandbox
from bot.sandbox.shapes import JsonObject
from domain.delivery import Delivery, DeliveryKind, DeliveryState, NewDelivery, Part, Payload
from domain.ports import Clock, Store, UnitOfWork
from domain.sending import Answer, Finding, Obscured, Seen, Unreadable
from domain.timings import Timings
from tests.fakes.scene import CHAIR, CHANNEL, WORKSPACE, found

BOT_TOKEN = "xoxb-1-local"
OTHER_CHANNEL = "C0002"
SCOPES = ("chat:write", "channels:history", "channels:read")

QUICK = Timings(
    lease=timedelta(seconds=1.2),
    post_timeout=timedelta(seconds=0.4),
    first_look=timedelta(seconds=0.2),
    second_look=timedelta(seconds=0.6),
    backoff_first=timedelta(seconds=0.1),
    backoff_cap=timedelta(seconds=0.3),
    pace=timedelta(0),
    longest_pause=timedelta(seconds=0.1),
    record_again=timedelta(seconds=0.05),
)
"""The product's proportions (the post ends well before the second look and the lease), a fiftieth as long."""

ONE = (
    Payload(
        {"text": "rich", "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "rich"}}]},
        {"text": "plain"},
    ),
)
THREE = (
    *ONE,
    Payload({"text": "rich 2"}, {"text": "plain 2"}),
    Payload({"text": "rich 3"}, {"text": "plain 3"}),
)


def seed(scopes: Sequence[str] = SCOPES) -> WorkspaceSeed:
    return WorkspaceSeed.model_validate(
        {
            "team": {"id": WORKSPACE, "name": "Working Group", "domain": "working-group"},
            "users": [{"id": CHAIR, "name": "chair"}],
            "channels": [
                {"id": CHANNEL, "name": "general", "members": [CHAIR]},
                {"id": OTHER_CHANNEL, "name": "charging", "members": [CHAIR]},
            ],
            "app": {
                "id": "A0001",
                "name": "Rapporteur",
                "bot_user_id": "U0BOT",
                "bot_id": "B0001",
                "bot_token": BOT_TOKEN,
                "signing_secret": "not-a-secret",
                "scopes": list(scopes),
                "channels": [CHANNEL, OTHER_CHANNEL],
            },
            "rate_limits": False,
        }
    )


class Blind:
    """Reconciliation switched off: it finds nothing and removes nothing."""

    async def find(self, delivery: Delivery, part: Part) -> Finding:
        del delivery, part
        return Seen(())

    async def remove(self, delivery: Delivery, ts: str) -> Obscured | Unreadable | None:
        del delivery, ts
        return None


@dataclass(slots=True)
class StoppedPoster:
    """Stands still right before or right after its first post, as a process that was stopped."""

    inner: Posting
    after: bool
    reached: asyncio.Event = field(default_factory=asyncio.Event)
    goes_on: asyncio.Event = field(default_factory=asyncio.Event)

    async def post(self, delivery: Delivery, part: Part, *, plain: bool) -> Answer:
        answer = await self.inner.post(delivery, part, plain=plain) if self.after else None
        self.reached.set()
        await self.goes_on.wait()
        return answer or await self.inner.post(delivery, part, plain=plain)


@dataclass(slots=True)
class Rig:
    """One group with a channel; every worker has its own equipment, as a process has.

    `word` makes the payloads where they are not to be always the same.
    """

    store: Store
    sandbox: Sandbox
    people: People
    session: ClientSession
    payloads: Sequence[Payload] = ONE
    word: Callable[[Delivery], Awaitable[Sequence[Payload]]] | None = None
    calendar: Clock = field(default_factory=SystemClock)
    tokens: count[int] = field(default_factory=count)

    async def client_for(self, workspace: str) -> AsyncWebClient:
        if workspace != WORKSPACE:
            raise LookupError(workspace)
        return client_of(BOT_TOKEN, self.sandbox.api_url, self.session)

    async def compose(self, delivery: Delivery) -> Sequence[Payload]:
        return self.payloads if self.word is None else await self.word(delivery)

    def equipment(self, reconciler: Reconciler | None = None) -> Equipment:
        return Equipment(
            store=self.store,
            poster=Poster(self.client_for, Destinations()),
            reconciler=reconciler or Lookup(self.client_for, Destinations(), QUICK.look_margin),
            compose=self.compose,
            why_unsaid=lambda _, __: None,
            clock=SystemClock(),
            calendar=self.calendar,
            monotonic=time.monotonic,
            timings=QUICK,
            meter=Meter(SystemClock()),
        )

    def worker(self, equipment: Equipment | None = None) -> DeliveryWorker:
        return DeliveryWorker(equipment or self.equipment(), lambda: f"token-{next(self.tokens)}")

    async def found(self) -> None:
        """The working group is there."""

        def job(uow: UnitOfWork) -> None:
            found(uow)

        await self.store.write(job)

    async def add(self, key: str = "digest:1", channel: str = CHANNEL) -> int:
        def job(uow: UnitOfWork) -> int | None:
            return uow.outbox.add(
                NewDelivery(
                    key=key,
                    kind=DeliveryKind.DIGEST,
                    workspace=WORKSPACE,
                    group=1,
                    subscription=None,
                    channel=channel,
                    facts={},
                    due_at=SystemClock().now(),
                )
            )

        number = await self.store.write(job)
        assert number is not None
        return number

    async def row(self, number: int) -> Delivery:
        row = await self.store.read(lambda uow: uow.outbox.get(number))
        assert row is not None
        return row

    async def settle(self, worker: DeliveryWorker, number: int, seconds: float = 15) -> Delivery:
        """Work until the delivery is final; with what is worked on after it, such as cleaning up."""
        async with asyncio.timeout(seconds):
            while not (await self.row(number)).state.is_final:
                await worker.tick()
                await asyncio.sleep(0.02)
            await worker.idle()
        return await self.row(number)

    async def run(self, number: int, reconciler: Reconciler | None = None) -> DeliveryState:
        return (await self.settle(self.worker(self.equipment(reconciler)), number)).state

    async def stopped(
        self, number: int, *, after: bool, reconciler: Reconciler | None = None
    ) -> tuple[DeliveryWorker, StoppedPoster]:
        """A worker that stands still over the delivery, before or after its post reached Slack."""
        equipment = self.equipment(reconciler)
        poster = StoppedPoster(equipment.poster, after)
        worker = self.worker(replace(equipment, poster=poster))
        async with asyncio.timeout(5):
            await worker.tick()
            await poster.reached.wait()
        assert (await self.row(number)).parts[0].begun_at is not None
        return worker, poster

    async def crash(self, number: int, *, after: bool) -> None:
        """A worker that dies over the delivery."""
        worker, _ = await self.stopped(number, after=after)
        for errand in worker._errands:
            errand.cancel()
        await worker.idle()

    async def messages(self, channel: str = CHANNEL) -> list[JsonObject]:
        """What people see in the channel."""
        return await self.people.messages(CHAIR, channel)

    async def metadata(self, channel: str = CHANNEL) -> list[JsonObject]:
        """The metadata of the channel's messages, as the app reads it, newest first."""
        client = await self.client_for(WORKSPACE)
        answer = await client.conversations_history(channel=channel, include_all_metadata=True)
        return [message["metadata"] for message in answer["messages"]]

    async def texts(self, channel: str = CHANNEL) -> list[str]:
        return [str(message["text"]) for message in await self.messages(channel)]
