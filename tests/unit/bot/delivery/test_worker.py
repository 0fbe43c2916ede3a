"""One message remains, whatever happens between claim and settle."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import count
from typing import TypeVar

import pytest
from structlog.testing import capture_logs

from bot import log_events
from bot.delivery.equipment import Equipment
from bot.delivery.pacing import Pace
from bot.delivery.worker import DeliveryWorker
from domain.delivery import Delivery, DeliveryKind, DeliveryState, NewDelivery, Payload
from domain.ports import OutcomeUnknown, StoreUnavailable, UnitOfWork
from domain.sending import (
    Ambiguous,
    BlocksRefused,
    Obscured,
    Permanent,
    RateLimited,
    Seen,
    Timings,
    Transient,
    Unreadable,
)
from tests.fakes.channel import FakeChannel
from tests.fakes.scene import FOUNDED_AT, Hand, found
from tests.fakes.store import FakeStore
from tests.fakes.time import ManualClock

T = TypeVar("T")

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
    tokens: count[int] = field(default_factory=count)

    async def compose(self, delivery: Delivery) -> Sequence[Payload]:
        self.composed.append(delivery.key)
        return self.payloads

    def equipment(self, timings: Timings = TIMINGS) -> Equipment:
        return Equipment(
            store=self.store,
            poster=self.channel,
            reconciler=self.channel,
            compose=self.compose,
            clock=self.clock,
            monotonic=self.clock.monotonic,
            pace=Pace(self.clock.monotonic, timings.pace),
            timings=timings,
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


@pytest.fixture
def rig() -> Rig:
    return Rig()


async def work(worker: DeliveryWorker) -> None:
    """Everything that is due now is done."""
    while await worker.tick():
        await worker.idle()


async def test_a_delivery_is_composed_posted_and_settled(rig: Rig) -> None:
    rig.add()
    await work(rig.worker())
    assert rig.row().state is DeliveryState.SENT
    assert rig.row().parts[0].ts == rig.channel.messages[0].ts
    assert rig.channel.texts == ["rich"]


async def test_a_tick_without_work_says_so(rig: Rig) -> None:
    assert not await rig.worker().tick()


async def test_the_words_are_frozen_at_the_first_claim(rig: Rig) -> None:
    rig.add()
    rig.channel.answers.append(Transient("refused"))
    worker = rig.worker()
    await work(worker)
    rig.payloads = TWO
    rig.clock.advance(10)
    await work(worker)
    assert rig.composed == ["digest:1"]
    assert rig.channel.texts == ["rich"]


async def test_nothing_to_say_is_skipped(rig: Rig) -> None:
    rig.add()
    rig.payloads = ()
    await work(rig.worker())
    assert rig.row().state is DeliveryState.SKIPPED


async def test_every_part_is_posted_in_order(rig: Rig) -> None:
    rig.add()
    rig.payloads = TWO
    await work(rig.worker())
    assert rig.channel.texts == ["rich", "rich 2"]
    assert rig.row().state is DeliveryState.SENT


async def test_refused_blocks_are_followed_by_the_plain_form_at_once(rig: Rig) -> None:
    rig.add()
    rig.channel.answers.append(BlocksRefused("invalid_blocks"))
    await work(rig.worker())
    assert rig.channel.texts == ["plain"]
    assert rig.row().state is DeliveryState.SENT


async def test_a_plain_form_that_is_refused_too_has_failed(rig: Rig) -> None:
    rig.add()
    rig.channel.answers.extend([BlocksRefused("invalid_blocks")] * 2)
    await work(rig.worker())
    assert (rig.row().state, rig.row().error) == (DeliveryState.FAILED, "invalid_blocks")
    assert rig.row().parts[0].begun_at is None


async def test_a_permanent_error_stops_it(rig: Rig) -> None:
    rig.add()
    rig.channel.answers.append(Permanent("is_archived"))
    await work(rig.worker())
    assert (rig.row().state, rig.row().error) == (DeliveryState.FAILED, "is_archived")
    assert rig.channel.posts == 1


async def test_what_never_arrived_goes_back_to_the_subscription(rig: Rig) -> None:
    hand = Hand(rig.store.uow, found(rig.store.uow))
    told = hand.subscribe(FOUNDED_AT).told_through
    rig.store.uow.outbox.add(
        NewDelivery(
            key="digest:x",
            kind=DeliveryKind.DIGEST,
            workspace=hand.record.group.workspace,
            group=hand.record.group.id,
            subscription=1,
            channel="C1",
            facts={
                "after": told - 1,
                "through": told,
                "since": FOUNDED_AT.isoformat(),
                "until": FOUNDED_AT.isoformat(),
            },
            due_at=FOUNDED_AT,
        )
    )
    rig.channel.answers.append(Permanent("is_archived"))
    await work(rig.worker())
    record = rig.store.uow.workspace(hand.record.group.workspace).group(hand.record.group.id)
    assert record.subscriptions.by_number[1].told_through == told - 1


async def test_a_rate_limit_is_stored_and_not_slept(rig: Rig) -> None:
    rig.add()
    rig.channel.answers.append(RateLimited(timedelta(seconds=30)))
    worker = rig.worker()
    await work(worker)
    assert (rig.row().state, rig.row().error) == (DeliveryState.PENDING, "ratelimited")
    assert rig.not_before == 30
    assert rig.row().parts[0].begun_at is None
    rig.clock.advance(30)
    await work(worker)
    assert rig.channel.texts == ["rich"]
    assert rig.channel.looks == 0


async def test_a_rate_limit_spares_the_other_channels_of_the_workspace_a_vain_call(rig: Rig) -> None:
    rig.add()
    rig.channel.answers.append(RateLimited(timedelta(seconds=30)))
    worker = rig.worker()
    await work(worker)
    rig.add("digest:2", "C2")
    await work(worker)
    assert rig.channel.posts == 1
    assert rig.row(2).attempts == 0
    rig.clock.advance(30)
    await work(worker)
    assert {rig.row(1).state, rig.row(2).state} == {DeliveryState.SENT}


async def test_messages_in_one_channel_keep_their_distance(rig: Rig) -> None:
    for number in range(12):
        rig.add(f"digest:{number}")
    worker = rig.worker(rig.equipment(Timings(longest_pause=timedelta(0))), concurrency=12)
    await work(worker)
    assert rig.channel.posts == 1
    for sent in range(2, 5):
        rig.clock.advance(1)
        await work(worker)
        assert rig.channel.posts == sent


async def test_a_short_wait_for_ones_turn_is_sat_out(rig: Rig) -> None:
    rig.add()
    rig.payloads = TWO
    equipment = rig.equipment(Timings(pace=timedelta(milliseconds=20)))
    await work(rig.worker(equipment))
    assert rig.channel.texts == ["rich", "rich 2"]


async def test_a_transient_refusal_is_tried_again_later_and_later(rig: Rig) -> None:
    rig.add()
    rig.channel.answers.extend([Transient("ClientConnectorError")] * 3)
    worker = rig.worker()
    for wait in (10, 20, 40):
        await work(worker)
        assert rig.not_before == wait
        rig.clock.advance(wait)
    await work(worker)
    assert rig.channel.texts == ["rich"]


async def test_a_message_in_doubt_is_found_and_not_sent_again(rig: Rig) -> None:
    rig.add()
    rig.channel.answers.append(Ambiguous("TimeoutError"))
    worker = rig.worker()
    await work(worker)
    assert (rig.row().state, rig.not_before) == (DeliveryState.SENDING, 10)
    rig.clock.advance(10)
    await work(worker)
    assert rig.row().state is DeliveryState.SENT
    assert rig.channel.posts == len(rig.channel.messages) == 1


async def test_a_history_that_lags_is_asked_a_second_time(rig: Rig) -> None:
    rig.add()
    rig.channel.answers.append(Ambiguous("TimeoutError"))
    rig.channel.hidden = 1
    worker = rig.worker()
    await work(worker)
    rig.clock.advance(10)
    await work(worker)
    assert (rig.row().state, rig.row().looks, rig.not_before) == (DeliveryState.CHECKING, 1, 50)
    rig.channel.hidden = 0
    rig.clock.advance(50)
    await work(worker)
    assert rig.row().state is DeliveryState.SENT
    assert rig.channel.posts == 1


async def test_a_message_that_twice_is_not_there_is_sent_again(rig: Rig) -> None:
    rig.add()
    rig.channel.answers.append(Ambiguous("TimeoutError"))
    worker = rig.worker()
    await work(worker)
    rig.channel.messages.clear()
    rig.clock.advance(10)
    await work(worker)
    assert rig.channel.posts == 1
    rig.clock.advance(50)
    await work(worker)
    assert rig.channel.looks == 2
    assert rig.channel.texts == ["rich"]
    assert rig.row().attempts == 2


async def test_a_crash_after_begin_is_looked_up_by_whoever_comes_next(rig: Rig) -> None:
    number = rig.add()
    crashed = rig.equipment()
    rig.channel.meanwhile = _crash
    with pytest.raises(asyncio.CancelledError):
        await _run_one(rig, crashed)
    assert rig.row(number).parts[0].begun_at is not None
    worker = rig.worker()
    await work(worker)
    assert rig.channel.posts == 1
    rig.clock.advance(60)
    await work(worker)
    assert rig.row(number).state is DeliveryState.SENT
    assert rig.channel.posts == len(rig.channel.messages) == 1


async def _crash() -> None:
    raise asyncio.CancelledError


async def _run_one(rig: Rig, equipment: Equipment) -> None:
    worker = rig.worker(equipment)
    await worker.tick()
    (task,) = worker._errands
    await task


async def test_a_history_that_is_refused_leaves_it_uncertain_and_never_sent_again(rig: Rig) -> None:
    rig.add()
    rig.channel.answers.append(Ambiguous("TimeoutError"))
    rig.channel.findings.append(Unreadable("missing_scope"))
    worker = rig.worker()
    await work(worker)
    rig.clock.advance(10)
    await work(worker)
    assert (rig.row().state, rig.row().error) == (DeliveryState.UNCERTAIN, "missing_scope")
    assert rig.channel.posts == 1


async def test_a_history_that_cannot_be_read_now_is_asked_again_without_counting(rig: Rig) -> None:
    rig.add()
    rig.channel.answers.append(Ambiguous("TimeoutError"))
    rig.channel.findings.append(Obscured("ratelimited", timedelta(seconds=30)))
    worker = rig.worker()
    await work(worker)
    rig.clock.advance(10)
    await work(worker)
    assert (rig.row().looks, rig.not_before) == (0, 30)
    rig.clock.advance(30)
    await work(worker)
    assert rig.row().state is DeliveryState.SENT


async def test_a_limited_history_spares_the_workspace_further_looks(rig: Rig) -> None:
    rig.add()
    rig.add("digest:2", "C2")
    rig.channel.answers.extend([Ambiguous("TimeoutError")] * 2)
    rig.channel.findings.append(Obscured("ratelimited", timedelta(seconds=30)))
    worker = rig.worker()
    await work(worker)
    rig.clock.advance(10)
    await work(worker)
    assert rig.channel.looks == 1
    rig.clock.advance(30)
    await work(worker)
    assert {rig.row(1).state, rig.row(2).state} == {DeliveryState.SENT}


async def test_of_two_messages_found_the_later_is_removed(rig: Rig) -> None:
    rig.add()
    rig.channel.answers.append(Ambiguous("TimeoutError"))
    worker = rig.worker()
    await work(worker)
    rig.channel.stand(rig.row(), rig.row().parts[0])
    rig.clock.advance(10)
    await work(worker)
    assert rig.channel.removed == ["2.000000"]
    assert rig.row().parts[0].ts == "1.000000"


async def test_a_removal_that_must_wait_is_tried_again_before_anything_is_settled(rig: Rig) -> None:
    rig.add()
    rig.channel.answers.append(Ambiguous("TimeoutError"))
    rig.channel.obstacles.append(Obscured("ratelimited", timedelta(seconds=5)))
    worker = rig.worker()
    await work(worker)
    rig.channel.stand(rig.row(), rig.row().parts[0])
    rig.clock.advance(10)
    await work(worker)
    assert not rig.row().state.is_final
    rig.clock.advance(5)
    await work(worker)
    assert rig.row().state is DeliveryState.SENT
    assert len(rig.channel.messages) == 1


async def test_a_removal_slack_forbids_does_not_hold_the_delivery_up(rig: Rig) -> None:
    rig.add()
    rig.channel.answers.append(Ambiguous("TimeoutError"))
    rig.channel.obstacles.append(Unreadable("cant_delete_message"))
    worker = rig.worker()
    await work(worker)
    rig.channel.stand(rig.row(), rig.row().parts[0])
    rig.clock.advance(10)
    with capture_logs() as logs:
        await work(worker)
    assert rig.row().state is DeliveryState.SENT
    assert log_events.DELIVERY_REMOVAL_REFUSED in {line["event"] for line in logs}


async def test_nothing_is_sent_on_a_lease_that_might_end_before_the_post_does(rig: Rig) -> None:
    rig.add()

    async def slow(_: Delivery) -> Sequence[Payload]:
        rig.clock.stall(45)
        return ONE

    worker = rig.worker(replace(rig.equipment(), compose=slow))
    assert await worker.tick()
    await worker.idle()
    assert rig.channel.posts == 0
    assert rig.row().state is DeliveryState.PENDING
    assert rig.row().attempts == 0
    await work(worker)
    assert rig.channel.posts == 1


class StallingStore(FakeStore):
    """Stands still while the sending is noted."""

    def __init__(self, clock: ManualClock) -> None:
        super().__init__()
        self._clock = clock

    async def write(self, job: Callable[[UnitOfWork], T]) -> T:
        before = [row.attempts for row in self.uow.outbox.deliveries.values()]
        result = await super().write(job)
        if before == [0] and self.uow.outbox.deliveries[1].attempts == 1:
            self._clock.stall(45)
        return result


async def test_nothing_is_sent_when_noting_the_sending_took_too_long(rig: Rig) -> None:
    rig.store = StallingStore(rig.clock)
    rig.add()
    worker = rig.worker()
    await worker.tick()
    await worker.idle()
    assert rig.channel.posts == 0
    assert rig.row().state is DeliveryState.PENDING
    assert rig.row().parts[0].begun_at is None


async def test_a_poster_that_lost_its_lease_removes_its_message_when_another_one_was_kept(rig: Rig) -> None:
    rig.add()

    async def overtaken() -> None:
        """Another worker takes over while the answer is on its way, sees nothing yet and posts."""
        rig.channel.hidden = 1
        rig.clock.advance(61)
        other = rig.worker()
        await work(other)
        rig.clock.advance(50)
        await work(other)
        rig.channel.hidden = 0

    rig.channel.meanwhile = overtaken
    slow = rig.worker()
    await slow.tick()
    await slow.idle()
    assert rig.channel.posts == 2
    assert [message.ts for message in rig.channel.messages] == [rig.row().parts[0].ts]
    assert rig.row().state is DeliveryState.SENT


async def test_a_poster_in_doubt_that_lost_its_lease_looks_until_the_history_has_caught_up(rig: Rig) -> None:
    rig.add()
    quick = Timings(first_look=timedelta(0), second_look=timedelta(milliseconds=20), pace=timedelta(0))

    async def overtaken() -> None:
        rig.channel.messages.clear()
        rig.clock.advance(61)
        other = rig.worker(rig.equipment(quick))
        await work(other)
        rig.clock.advance(1)
        await work(other)
        rig.channel.stand(rig.row(), rig.row().parts[0])
        rig.channel.findings.extend([Seen(()), Seen(())])

    rig.channel.answers.append(Ambiguous("TimeoutError"))
    rig.channel.meanwhile = overtaken
    slow = rig.worker(rig.equipment(quick))
    await slow.tick()
    await slow.idle()
    assert [message.ts for message in rig.channel.messages] == [rig.row().parts[0].ts]


async def test_a_lost_poster_whose_message_was_kept_removes_nothing(rig: Rig) -> None:
    rig.add()

    async def overtaken() -> None:
        rig.clock.advance(61)
        await work(rig.worker())

    rig.channel.meanwhile = overtaken
    slow = rig.worker()
    await slow.tick()
    await slow.idle()
    assert rig.channel.removed == []
    assert rig.channel.posts == len(rig.channel.messages) == 1
    assert rig.row().state is DeliveryState.SENT


async def test_one_bad_delivery_does_not_stop_the_others(rig: Rig) -> None:
    rig.add("digest:bad")
    rig.add("digest:good")

    async def compose(delivery: Delivery) -> Sequence[Payload]:
        if delivery.key == "digest:bad":
            raise KeyError("words of people")
        return ONE

    worker = rig.worker(replace(rig.equipment(), compose=compose))
    with capture_logs() as logs:
        await work(worker)
    assert rig.row(2).state is DeliveryState.SENT
    assert (rig.row(1).state, rig.row(1).error) == (DeliveryState.PENDING, "KeyError")
    assert rig.not_before == 60
    (broken,) = [line for line in logs if line["event"] == log_events.DELIVERY_BROKEN]
    assert broken["error"] == "KeyError"
    assert "words of people" not in str(logs)


class FailingStore(FakeStore):
    """Fails the planned number of writes that note an arrival."""

    def __init__(self, error: Exception, times: int) -> None:
        super().__init__()
        self._error = error
        self._times = times

    async def write(self, job: Callable[[UnitOfWork], T]) -> T:
        row = self.uow.outbox.deliveries.get(1)
        if row is not None and row.state is DeliveryState.SENDING and self._times:
            self._times -= 1
            raise self._error
        return await super().write(job)


@pytest.mark.parametrize("error", [StoreUnavailable(), OutcomeUnknown()])
async def test_an_arrival_is_noted_as_soon_as_the_database_answers_again(rig: Rig, error: Exception) -> None:
    rig.store = FailingStore(error, times=1)
    rig.add()
    await work(rig.worker())
    assert rig.row().state is DeliveryState.SENT
    assert rig.channel.looks == 0


async def test_an_arrival_that_could_not_be_noted_is_found_in_the_history(rig: Rig) -> None:
    rig.store = FailingStore(StoreUnavailable(), times=3)
    rig.add()
    worker = rig.worker()
    await work(worker)
    assert rig.row().state is DeliveryState.SENDING
    rig.clock.advance(60)
    await work(worker)
    assert rig.row().state is DeliveryState.SENT
    assert rig.channel.posts == len(rig.channel.messages) == 1


async def test_stopping_gives_back_what_was_not_begun(rig: Rig) -> None:
    rig.add()
    arrived = asyncio.Event()
    go_on = asyncio.Event()

    async def compose(_: Delivery) -> Sequence[Payload]:
        arrived.set()
        await go_on.wait()
        return ONE

    equipment = replace(rig.equipment(), compose=compose)
    worker = rig.worker(equipment)
    await worker.tick()
    await arrived.wait()
    stopping = asyncio.create_task(worker.stop())
    await asyncio.sleep(0)
    go_on.set()
    await stopping
    assert rig.channel.posts == 0
    assert rig.row().state is DeliveryState.PENDING
    assert not rig.store.uow.outbox.leases
    assert not await worker.tick()


async def test_stopping_waits_for_what_is_on_its_way_to_slack(rig: Rig) -> None:
    rig.add()
    rig.payloads = TWO
    stopping: list[asyncio.Task[None]] = []

    async def stop() -> None:
        stopping.append(asyncio.create_task(worker.stop()))
        await asyncio.sleep(0)

    worker = rig.worker()
    rig.channel.meanwhile = stop
    await worker.tick()
    await worker.idle()
    await stopping[0]
    assert rig.channel.texts == ["rich"]
    assert rig.row().parts[0].ts is not None
    assert not rig.store.uow.outbox.leases
    await work(rig.worker())
    assert rig.channel.texts == ["rich", "rich 2"]


async def test_stopping_does_not_sit_out_a_pause(rig: Rig) -> None:
    rig.add()
    rig.payloads = TWO
    worker = rig.worker(rig.equipment(Timings(pace=timedelta(seconds=5))))
    await worker.tick()
    await asyncio.sleep(0.05)
    async with asyncio.timeout(1):
        await worker.stop()
    assert rig.channel.texts == ["rich"]
    assert not rig.store.uow.outbox.leases


async def test_several_deliveries_are_worked_on_at_once_and_no_more_than_allowed(rig: Rig) -> None:
    for number in range(5):
        rig.add(f"digest:{number}", f"C{number}")
    running, most = 0, 0

    async def compose(_: Delivery) -> Sequence[Payload]:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0.01)
        running -= 1
        return ONE

    worker = rig.worker(replace(rig.equipment(), compose=compose), concurrency=2)
    while await worker.tick():
        pass
    await worker.idle()
    assert most == 2
    assert len(rig.channel.messages) == 5
