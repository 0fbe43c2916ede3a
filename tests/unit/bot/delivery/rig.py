"""What the tests of the delivery worker share: a store, a channel and a clock, and workers over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count

from bot.delivery.equipment import Equipment
from bot.delivery.meter import Meter
from bot.delivery.worker import DeliveryWorker
from domain.delivery import Delivery, DeliveryKind, NewDelivery, Payload, Skipped
from domain.ports import UnitOfWork
from domain.timings import Timings
from tests.fakes.channel import FakeChannel
from tests.fakes.store import FakeStore
from tests.fakes.time import ManualClock

TIMINGS = Timings(pace=timedelta(0), record_again=timedelta(0))
ONE = (Payload({"text": "rich"}, {"text": "plain"}),)
TWO = (*ONE, Payload({"text": "rich 2"}, {"text": "plain 2"}))


@dataclass(slots=True)
class Rig:
    """A store, a channel, a clock, and as many workers as a test wants."""

    store: FakeStore = field(default_factory=FakeStore)
    channel: FakeChannel = field(default_factory=FakeChannel)
    clock: ManualClock = field(default_factory=ManualClock)
    payloads: Sequence[Payload] = ONE
    composed: list[str] = field(default_factory=list)
    unsaid: Skipped | None = None
    tokens: count[int] = field(default_factory=count)

    def why_unsaid(self, _: Delivery, __: UnitOfWork) -> Skipped | None:
        return self.unsaid

    async def compose(self, delivery: Delivery) -> Sequence[Payload]:
        self.composed.append(delivery.key)
        return self.payloads

    def equipment(self, timings: Timings = TIMINGS) -> Equipment:
        clock = self.clock
        self.store.uow.pauses.now = lambda: clock.now()  # noqa: PLW0108 - a method is copied
        return Equipment(
            store=self.store,
            poster=self.channel,
            reconciler=self.channel,
            compose=self.compose,
            why_unsaid=self.why_unsaid,
            clock=self.clock,
            calendar=self.clock,
            monotonic=self.clock.monotonic,
            timings=timings,
            meter=Meter(self.clock),
        )

    def worker(self, equipment: Equipment | None = None, concurrency: int = 8) -> DeliveryWorker:
        return DeliveryWorker(
            equipment or self.equipment(), lambda: f"token-{next(self.tokens)}", concurrency
        )

    def add(self, key: str = "digest:1", channel: str = "C1") -> int:
        number = self.store.uow.outbox.add(
            NewDelivery(
                key=key,
                kind=DeliveryKind.DIGEST,
                workspace="T1",
                group=1,
                subscription=None,
                channel=channel,
                facts={},
                due_at=self.clock.now(),
            )
        )
        assert number is not None
        return number

    def row(self, number: int = 1) -> Delivery:
        return self.store.uow.outbox.deliveries[number]

    @property
    def not_before(self) -> float:
        """Seconds until the first delivery is tried again."""
        return (self.store.uow.outbox.not_before[1] - self.clock.now()).total_seconds()


async def work(worker: DeliveryWorker) -> None:
    """Everything that is due now is done."""
    while await worker.tick():
        await worker.idle()
