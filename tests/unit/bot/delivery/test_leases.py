"""Nothing is sent on a lease about to end, and who lost theirs leaves the message that was kept."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TypeVar

from domain.delivery import Delivery, DeliveryState, Payload
from domain.ports import Asking, StoreUnavailable, UnitOfWork
from domain.sending import Ambiguous, Seen
from domain.timings import Timings
from tests.fakes.store import FakeStore
from tests.fakes.time import ManualClock
from tests.unit.bot.delivery.rig import ONE, Rig, work

T = TypeVar("T")
QUICK = Timings(first_look=timedelta(0), second_look=timedelta(milliseconds=20), pace=timedelta(0))


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

    async def write(self, job: Callable[[UnitOfWork], T], ahead: Asking | None = None) -> T:
        before = [row.attempts for row in self.uow.outbox.deliveries.values()]
        result = await super().write(job, ahead)
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


async def overtaken(rig: Rig) -> None:
    """Another worker takes over while the answer is on its way, sees nothing yet and posts."""
    rig.channel.hidden = 1
    rig.clock.advance(61)
    other = rig.worker()
    await work(other)
    rig.clock.advance(50)
    await work(other)
    rig.channel.hidden = 0


async def test_a_poster_that_lost_its_lease_removes_its_message_when_another_one_was_kept(rig: Rig) -> None:
    rig.add()
    rig.channel.meanwhile = partial(overtaken, rig)
    slow = rig.worker()
    await slow.tick()
    await slow.idle()
    assert rig.channel.posts == 2
    assert [message.ts for message in rig.channel.messages] == [rig.row().parts[0].ts]
    assert rig.row().state is DeliveryState.SENT


async def test_a_poster_in_doubt_that_lost_its_lease_looks_until_the_history_has_caught_up(rig: Rig) -> None:
    rig.add()

    async def overtaken_unseen() -> None:
        rig.channel.messages.clear()
        rig.clock.advance(61)
        other = rig.worker(rig.equipment(QUICK))
        await work(other)
        rig.clock.advance(1)
        await work(other)
        rig.channel.stand(rig.row(), rig.row().parts[0])
        rig.channel.findings.extend([Seen(()), Seen(())])

    rig.channel.answers.append(Ambiguous("TimeoutError"))
    rig.channel.meanwhile = overtaken_unseen
    slow = rig.worker(rig.equipment(QUICK))
    await slow.tick()
    await slow.idle()
    assert [message.ts for message in rig.channel.messages] == [rig.row().parts[0].ts]


class Absent(FakeStore):
    """Leaves so many questions without an answer."""

    unanswered = 0

    async def read(self, query: Callable[[UnitOfWork], T], *, key: Hashable | None = None) -> T:
        if self.unanswered:
            self.unanswered -= 1
            raise StoreUnavailable
        return await super().read(query, key=key)


async def test_a_store_that_does_not_answer_for_a_moment_ends_no_clean_up(rig: Rig) -> None:
    rig.store = store = Absent()
    rig.add()

    async def overtaken_unanswered() -> None:
        await overtaken(rig)
        store.unanswered = 1

    rig.channel.meanwhile = overtaken_unanswered
    slow = rig.worker(rig.equipment(QUICK))
    await slow.tick()
    await slow.idle()
    assert store.unanswered == 0
    assert [message.ts for message in rig.channel.messages] == [rig.row().parts[0].ts]


async def test_a_lost_poster_whose_message_was_kept_removes_nothing(rig: Rig) -> None:
    rig.add()

    async def overtaken_in_sight() -> None:
        rig.clock.advance(61)
        await work(rig.worker())

    rig.channel.meanwhile = overtaken_in_sight
    slow = rig.worker()
    await slow.tick()
    await slow.idle()
    assert rig.channel.removed == []
    assert rig.channel.posts == len(rig.channel.messages) == 1
    assert rig.row().state is DeliveryState.SENT
