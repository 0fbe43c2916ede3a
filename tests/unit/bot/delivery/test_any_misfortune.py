"""Whatever misfortunes follow each other: one message of each part remains, and the row names it."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.equipment import Equipment
from bot.delivery.meter import Meter
from bot.delivery.worker import DeliveryWorker
from domain.delivery import Delivery, DeliveryKind, DeliveryState, NewDelivery, Part, Payload
from domain.sending import (
    Accepted,
    Ambiguous,
    Answer,
    BlocksRefused,
    Finding,
    Obscured,
    RateLimited,
    Seen,
    Transient,
)
from domain.timings import Timings
from tests.fakes.channel import FakeChannel
from tests.fakes.store import FakeStore
from tests.fakes.time import ManualClock

TIMINGS = Timings(pace=timedelta(0), backoff_cap=timedelta(minutes=2))
MISFORTUNES = (
    "none",
    "taken and not told",
    "not taken and not told",
    "refused for now",
    "rate limited",
    "blocks refused",
    "crash before",
    "crash after",
)
LOOKS = ("seen", "lagging", "obscured", "limited")


@dataclass(slots=True)
class World:
    """A channel whose posts and looks go wrong as planned; when the plan is over all goes well.

    The history lags behind a message for less than it takes from its sending to the second look.
    """

    clock: ManualClock
    misfortunes: deque[str]
    looks: deque[str]
    channel: FakeChannel = field(default_factory=FakeChannel)
    stood_at: dict[str, float] = field(default_factory=dict)

    async def post(self, delivery: Delivery, part: Part, *, plain: bool) -> Answer:
        planned = self.misfortunes.popleft() if self.misfortunes else "none"
        if planned == "crash before":
            raise asyncio.CancelledError
        refusals: dict[str, Answer] = {
            "not taken and not told": Ambiguous("TimeoutError"),
            "refused for now": Transient("ClientConnectorError"),
            "rate limited": RateLimited(timedelta(seconds=30)),
            "blocks refused": BlocksRefused("invalid_blocks"),
        }
        if planned in refusals and not (planned == "blocks refused" and plain):
            return refusals[planned]
        ts = self.channel.stand(delivery, part, "plain" if plain else "rich")
        self.stood_at[ts] = self.clock.monotonic()
        if planned == "crash after":
            raise asyncio.CancelledError
        return Ambiguous("TimeoutError") if planned == "taken and not told" else Accepted(ts)

    async def find(self, delivery: Delivery, part: Part) -> Finding:
        planned = self.looks.popleft() if self.looks else "seen"
        if planned == "obscured":
            return Obscured("http_500")
        if planned == "limited":
            return Obscured("ratelimited", timedelta(seconds=7))
        finding = await self.channel.find(delivery, part)
        if planned == "lagging" and isinstance(finding, Seen):
            horizon = self.clock.monotonic() - TIMINGS.second_look.total_seconds()
            return Seen(tuple(ts for ts in finding.timestamps if self.stood_at[ts] <= horizon))
        return finding

    async def remove(self, delivery: Delivery, ts: str) -> None:
        await self.channel.remove(delivery, ts)


def add(store: FakeStore, clock: ManualClock) -> int:
    number = store.uow.outbox.add(
        NewDelivery(
            key="digest:1",
            kind=DeliveryKind.DIGEST,
            workspace="T1",
            group=1,
            subscription=None,
            channel="C1",
            facts={},
            due_at=clock.now(),
        )
    )
    assert number is not None
    return number


async def live_through(misfortunes: list[str], looks: list[str], parts: int) -> None:
    """Every second another process comes, until the delivery is final."""
    clock, store, tokens = ManualClock(), FakeStore(), count()
    store.uow.pauses.now = lambda: clock.now()  # noqa: PLW0108 - a method would be copied with its clock
    world = World(clock, deque(misfortunes), deque(looks))
    number, meter = add(store, clock), Meter(clock)

    async def compose(_: Delivery) -> Sequence[Payload]:
        return [Payload({"text": "rich"}, {"text": "plain"})] * parts

    for _ in range(2000):
        if store.uow.outbox.deliveries[number].state.is_final:
            break
        use = Equipment(
            store=store,
            poster=world,
            reconciler=world,
            compose=compose,
            why_unsaid=lambda _, __: None,
            clock=clock,
            calendar=clock,
            monotonic=clock.monotonic,
            timings=TIMINGS,
            meter=meter,
        )
        worker = DeliveryWorker(use, lambda: str(next(tokens)))
        await worker.tick()
        await worker.idle()
        clock.advance(1)
    row = store.uow.outbox.deliveries[number]
    assert row.state is DeliveryState.SENT
    standing = sorted((message.position, message.ts) for message in world.channel.messages)
    assert standing == sorted((part.position, part.ts) for part in row.parts)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(MISFORTUNES), max_size=6),
    st.lists(st.sampled_from(LOOKS), max_size=8),
    st.integers(1, 3),
)
def test_one_message_of_each_part_remains_and_is_the_one_kept(
    misfortunes: list[str], looks: list[str], parts: int
) -> None:
    asyncio.run(live_through(misfortunes, looks, parts))
