"""One digest, exactly once, over real HTTP and real databases, whatever goes wrong in between."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta

import pytest

from bot.delivery.marks import mark_of
from bot.sandbox.faults import Effect, Fault
from bot.sandbox.seed import WorkspaceSeed
from domain.delivery import DeliveryState, Payload
from tests.fakes.scene import CHAIR, CHANNEL
from tests.integration.delivery.rig import OTHER_CHANNEL, THREE, Blind, Rig
from tests.integration.delivery.rig import seed as usual_seed

POST = "chat.postMessage"
TAKEN_AND_NOT_TOLD: tuple[Effect, ...] = ("error_after", "drop_after", "empty", "not_json", "delay_after")
NOT_TAKEN: tuple[Effect, ...] = ("error_before", "drop_before")


def fault(effect: Effect, **how: float) -> Fault:
    return Fault(POST, effect, seconds=how.get("seconds", 0.55), skip=int(how.get("skip", 0)))


async def test_a_delivery_arrives_with_its_mark_and_its_place_is_kept(rig: Rig) -> None:
    number = await rig.add()
    assert await rig.run(number) is DeliveryState.SENT
    (message,) = await rig.messages()
    row = await rig.row(number)
    assert row.parts[0].ts == message["ts"]
    assert message["text"] == "rich"
    assert await rig.metadata() == [mark_of(row, row.parts[0])]


@pytest.mark.parametrize("effect", [*TAKEN_AND_NOT_TOLD, *NOT_TAKEN, "delay"])
async def test_one_message_remains_after_an_answer_that_went_wrong(rig: Rig, effect: Effect) -> None:
    number = await rig.add()
    await rig.people.fault(fault(effect))
    assert await rig.run(number) is DeliveryState.SENT
    (message,) = await rig.messages()
    assert (await rig.row(number)).parts[0].ts == message["ts"]


@pytest.mark.parametrize("after", [False, True])
async def test_one_message_remains_after_a_crash(rig: Rig, *, after: bool) -> None:
    number = await rig.add()
    await rig.crash(number, after=after)
    assert len(await rig.messages()) == int(after)
    assert await rig.run(number) is DeliveryState.SENT
    assert await rig.texts() == ["rich"]


@pytest.mark.parametrize("after", [False, True])
async def test_one_message_remains_when_a_stopped_worker_comes_back_after_another_took_over(
    rig: Rig, *, after: bool
) -> None:
    number = await rig.add()
    stopped, poster = await rig.stopped(number, after=after)
    assert await rig.run(number) is DeliveryState.SENT
    poster.goes_on.set()
    await stopped.idle()
    (message,) = await rig.messages()
    assert (await rig.row(number)).parts[0].ts == message["ts"]


async def test_one_message_remains_when_the_history_lags(rig: Rig) -> None:
    number = await rig.add()
    await rig.people.history_lag(timedelta(seconds=0.4))
    await rig.people.fault(fault("error_after"))
    assert await rig.run(number) is DeliveryState.SENT
    assert await rig.texts() == ["rich"]
    assert (await rig.row(number)).attempts == 1


async def test_one_message_remains_when_the_history_fails_for_a_while_too(rig: Rig) -> None:
    number = await rig.add()
    await rig.people.fault(fault("drop_after"))
    for effect in ("error_before", "drop_before", "not_json", "ratelimited"):
        await rig.people.fault(Fault("conversations.history", effect))
    assert await rig.run(number) is DeliveryState.SENT
    assert await rig.texts() == ["rich"]


async def test_a_rate_limit_is_waited_for_without_a_look_into_the_history(rig: Rig) -> None:
    number = await rig.add()
    await rig.people.fault(Fault(POST, "ratelimited", retry_after=1))
    began = time.monotonic()
    assert await rig.run(number) is DeliveryState.SENT
    assert time.monotonic() - began >= 1
    assert await rig.texts() == ["rich"]
    asked = {line["what"] for line in await rig.people.traffic()}
    assert "conversations.history" not in asked


async def test_refused_blocks_are_followed_by_the_plain_form(rig: Rig) -> None:
    rig.payloads = [Payload({"text": "rich", "blocks": [{"type": "no_such_block"}]}, {"text": "plain"})]
    number = await rig.add()
    assert await rig.run(number) is DeliveryState.SENT
    assert await rig.texts() == ["plain"]


async def test_an_archived_channel_ends_it(rig: Rig) -> None:
    number = await rig.add()
    await rig.people.archive(CHAIR, CHANNEL)
    assert await rig.run(number) is DeliveryState.FAILED
    assert (await rig.row(number)).error == "is_archived"


async def test_parts_stand_in_the_thread_of_the_first_each_once(rig: Rig) -> None:
    rig.payloads = THREE
    number = await rig.add()
    await rig.people.fault(fault("drop_after", skip=1))
    await rig.people.fault(fault("error_before", skip=1))
    assert await rig.run(number) is DeliveryState.SENT
    (root,) = await rig.messages()
    thread = await rig.people.messages(CHAIR, CHANNEL, str(root["ts"]))
    assert [message["text"] for message in thread] == ["rich", "rich 2", "rich 3"]
    assert [part.ts for part in (await rig.row(number)).parts] == [message["ts"] for message in thread]


async def test_replicas_share_the_work_and_repeat_nothing(rig: Rig) -> None:
    numbers = [
        await rig.add(f"digest:{number}", CHANNEL if number % 2 else OTHER_CHANNEL) for number in range(12)
    ]
    await rig.people.fault(Fault(POST, "drop_after", times=2))
    await rig.people.fault(Fault(POST, "error_after", times=2))
    workers = [rig.worker(), rig.worker()]
    await asyncio.gather(*(rig.settle(worker, number) for worker in workers for number in numbers))
    assert {(await rig.row(number)).state for number in numbers} == {DeliveryState.SENT}
    marks = [*await rig.metadata(), *await rig.metadata(OTHER_CHANNEL)]
    assert sorted(mark["event_payload"]["delivery"] for mark in marks) == sorted(
        f"digest:{number}" for number in range(12)
    )


async def test_a_worker_that_stops_leaves_its_work_to_the_next_at_once(rig: Rig) -> None:
    number = await rig.add()
    await rig.people.fault(fault("delay_after", seconds=0.3))
    first = rig.worker()
    await first.tick()
    await asyncio.sleep(0.1)
    await first.stop()
    assert (await rig.row(number)).parts[0].ts is not None
    assert await rig.run(number) is DeliveryState.SENT
    assert await rig.texts() == ["rich"]


class TestWithoutTheHistory:
    """Where Slack does not let us read what we wrote."""

    @pytest.fixture
    def seed(self) -> WorkspaceSeed:
        return usual_seed(scopes=["chat:write"])

    @pytest.mark.parametrize("effect", TAKEN_AND_NOT_TOLD)
    async def test_a_message_in_doubt_is_uncertain_and_never_sent_again(
        self, rig: Rig, effect: Effect
    ) -> None:
        number = await rig.add()
        await rig.people.fault(fault(effect))
        assert await rig.run(number) is DeliveryState.UNCERTAIN
        assert (await rig.row(number)).error == "missing_scope"
        assert not await rig.worker().tick()
        assert await rig.texts() == ["rich"]


class TestTheControl:
    """The same misfortunes with reconciliation switched off: they must double, or the tests prove nothing."""

    @pytest.mark.parametrize("effect", TAKEN_AND_NOT_TOLD)
    async def test_an_answer_that_went_wrong_doubles(self, rig: Rig, effect: Effect) -> None:
        number = await rig.add()
        await rig.people.fault(fault(effect))
        assert await rig.run(number, Blind()) is DeliveryState.SENT
        assert await rig.texts() == ["rich", "rich"]

    async def test_a_crash_after_acceptance_doubles(self, rig: Rig) -> None:
        number = await rig.add()
        await rig.crash(number, after=True)
        assert await rig.run(number, Blind()) is DeliveryState.SENT
        assert await rig.texts() == ["rich", "rich"]

    async def test_a_stopped_worker_that_does_not_look_again_doubles(self, rig: Rig) -> None:
        number = await rig.add()
        stopped, poster = await rig.stopped(number, after=False, reconciler=Blind())
        assert await rig.run(number, Blind()) is DeliveryState.SENT
        poster.goes_on.set()
        await stopped.idle()
        assert await rig.texts() == ["rich", "rich"]
