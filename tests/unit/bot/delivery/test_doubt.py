"""A message in doubt is looked up before anything is sent again; of two that are found one remains."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from bot import log_events
from bot.delivery.equipment import Equipment
from domain.delivery import DeliveryState
from domain.sending import Ambiguous, Obscured, Unreadable
from tests.unit.bot.delivery.rig import Rig, work


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
