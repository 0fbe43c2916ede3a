"""Limits, distances and passing refusals put a delivery off without losing or repeating it."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.delivery.heard import Heard
from bot.delivery.worker import GATHERING
from domain.delivery import DeliveryState
from domain.sending import Ambiguous, Answer, Obscured, RateLimited, Shut, Transient
from domain.timings import Timings
from tests.fakes.time import ManualClock, RunningClock
from tests.unit.bot.delivery.rig import TWO, Rig, work


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


async def test_a_rate_limit_holds_back_its_channel_and_no_other(rig: Rig) -> None:
    rig.add()
    rig.channel.answers.append(RateLimited(timedelta(seconds=30)))
    worker = rig.worker()
    await work(worker)
    rig.add("digest:2")
    rig.add("digest:3", "C2")
    await work(worker)
    assert [rig.row(number).attempts for number in (1, 2, 3)] == [1, 0, 1]
    rig.clock.advance(30)
    await work(worker)
    assert {rig.row(number).state for number in (1, 2, 3)} == {DeliveryState.SENT}


async def test_a_second_channels_rate_limit_is_taken_for_the_workspaces(rig: Rig) -> None:
    """Slack does not say which limit was met; a third channel is spared a vain call."""
    worker = rig.worker()
    for channel in ("C1", "C2"):
        rig.add(f"digest:{channel}", channel)
        rig.channel.answers.append(RateLimited(timedelta(seconds=30)))
        await work(worker)
    rig.add("digest:C3", "C3")
    await work(worker)
    assert rig.channel.posts == 2
    assert rig.row(3).attempts == 0
    rig.clock.advance(30)
    await work(worker)
    assert {rig.row(number).state for number in (1, 2, 3)} == {DeliveryState.SENT}


async def test_what_waits_for_a_token_goes_out_in_its_order_once_there_is_one(rig: Rig) -> None:
    worker = rig.worker(rig.equipment(Timings(longest_pause=timedelta(0))))
    rig.channel.answers.extend([Shut("token_revoked")] * 3)
    for number, wait in ((1, 10), (2, 20), (3, 40)):
        rig.add(f"digest:{number}", "C1")
        await work(worker)
        rig.clock.advance(wait)
    for _ in range(3):
        await work(worker)
        rig.clock.advance(1)
    assert [rig.row(number).attempts for number in (1, 2, 3)] == [4, 1, 1]
    standing = sorted(rig.channel.messages, key=lambda one: float(one.ts))
    assert [one.key for one in standing] == ["digest:1", "digest:2", "digest:3"]


@pytest.mark.parametrize(("ahead", "state"), [(30, DeliveryState.PENDING), (34, DeliveryState.FAILED)])
async def test_how_long_a_message_is_due_is_measured_by_the_clock_it_is_due_by(
    rig: Rig, ahead: int, state: DeliveryState
) -> None:
    calendar = ManualClock()
    number = rig.add()
    rig.store.uow.outbox.deliveries[number] = replace(rig.row(), due_at=calendar.now() + timedelta(days=30))
    rig.channel.answers.append(Shut("token_revoked"))
    calendar.advance(timedelta(days=ahead).total_seconds())
    await work(rig.worker(replace(rig.equipment(), calendar=calendar)))
    assert rig.row().state is state


async def test_a_token_that_is_good_for_nothing_costs_a_call_each_while_whatever_waits(rig: Rig) -> None:
    worker = rig.worker(rig.equipment(Timings(pace=timedelta(microseconds=1))), concurrency=1)
    rig.channel.answers.extend([Shut("token_revoked")] * 5)
    for number in range(5):
        rig.add(f"digest:{number}", f"C{number}")
    for wait in (10, 20, 40, 80):
        await work(worker)
        rig.clock.advance(wait)
    assert rig.channel.posts == 4
    assert [rig.row(number).attempts for number in range(1, 6)] == [4, 0, 0, 0, 0]


async def test_whoever_asks_again_whether_a_workspace_is_open_asks_alone(rig: Rig) -> None:
    rig.add("digest:1", "C1")
    rig.channel.answers.append(Shut("token_revoked"))
    worker = rig.worker(rig.equipment(Timings(longest_pause=timedelta(0))))
    await work(worker)
    for number in (2, 3):
        rig.add(f"digest:{number}", f"C{number}")
    rig.clock.advance(10)
    rig.channel.answers.append(Shut("token_revoked"))
    await work(worker)
    assert [rig.row(number).attempts for number in (1, 2, 3)] == [2, 0, 0]


async def test_another_process_respects_what_slack_said_to_this_one(rig: Rig) -> None:
    rig.add()
    rig.channel.answers.append(RateLimited(timedelta(seconds=30)))
    await work(rig.worker())
    rig.add("digest:2")
    await work(rig.worker())
    assert rig.channel.posts == 1


async def test_a_history_that_is_limited_is_left_in_peace_by_every_process(rig: Rig) -> None:
    for channel in ("C1", "C2"):
        rig.add(f"digest:{channel}", channel)
        rig.channel.answers.append(Ambiguous("timeout"))
    await work(rig.worker())
    rig.clock.advance(10)
    rig.channel.findings.append(Obscured("ratelimited", timedelta(seconds=30)))
    await work(rig.worker(concurrency=1))
    looked = rig.channel.looks
    await work(rig.worker())
    assert rig.channel.looks == looked


async def test_the_next_message_of_a_channel_does_not_wait_for_the_next_tick(rig: Rig) -> None:
    rig.clock = RunningClock()
    for number in range(3):
        rig.add(f"digest:{number}")
    worker = rig.worker(rig.equipment(Timings(pace=timedelta(milliseconds=30))))
    while await worker.watch():
        pass
    await worker.idle()
    assert rig.channel.posts == 3


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


@pytest.mark.parametrize("answer", [None, Ambiguous("timeout")], ids=["told", "not told"])
async def test_the_distance_is_that_of_the_arrivals_however_long_a_post_was_on_its_way(
    rig: Rig, answer: Answer | None
) -> None:
    async def slowly() -> None:
        rig.clock.advance(3)

    rig.add("digest:1")
    rig.add("digest:2")
    rig.channel.meanwhile = slowly
    rig.channel.answers.extend([] if answer is None else [answer])
    worker = rig.worker(rig.equipment(Timings(longest_pause=timedelta(0))))
    await work(worker)
    await work(worker)
    assert rig.channel.posts == 1
    rig.clock.advance(1)
    await work(worker)
    assert rig.channel.posts == 2


async def test_a_post_that_slack_refused_rests_nothing(rig: Rig) -> None:
    async def slowly() -> None:
        rig.clock.advance(3)

    rig.add("digest:1")
    rig.add("digest:2")
    rig.channel.meanwhile = slowly
    rig.channel.answers.append(Transient("ClientConnectorError"))
    worker = rig.worker()
    await work(worker)
    await work(worker)
    assert rig.channel.texts == ["rich"]


async def test_a_short_wait_for_ones_turn_is_sat_out(rig: Rig) -> None:
    rig.clock = RunningClock()
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


@pytest.mark.parametrize(("at", "rest"), [(None, 1.0), (100.0, 1.0), (99.75, 0.75), (90.0, 0.0)])
def test_the_distance_counts_from_the_answer_however_long_its_recording_waited(
    at: float | None, rest: float
) -> None:
    assert Heard(at=at).rest(timedelta(seconds=1), 100.0) == timedelta(seconds=rest)


async def test_after_a_claim_that_found_little_what_becomes_free_is_claimed_together(rig: Rig) -> None:
    async def later() -> None:
        await asyncio.sleep(GATHERING / 2)
        rig.add("digest:3", "C3")

    worker = rig.worker()
    rig.add("digest:1", "C1")
    assert await worker.watch()
    rig.add("digest:2", "C2")
    found, _ = await asyncio.gather(worker.watch(), later())
    await worker.idle()
    assert found
    assert rig.channel.posts == 3
    assert next(rig.tokens) == 2, "a token for each claim"


async def test_a_claim_that_took_all_there_was_room_for_is_followed_by_the_next_at_once(rig: Rig) -> None:
    worker, many = rig.worker(concurrency=1), 20
    for number in range(many):
        rig.add(f"digest:{number}", f"C{number}")
    began = time.monotonic()
    for _ in range(many):
        assert await worker.watch()
    assert time.monotonic() - began < many * GATHERING / 2
    await worker.idle()
    assert rig.channel.posts == many


async def test_who_stops_does_not_wait_for_what_becomes_free(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.delivery.worker.GATHERING", 60.0)
    worker = rig.worker()
    rig.add()
    assert await worker.watch()
    await worker.idle()
    rig.add("digest:2", "C2")
    await worker.stop()
    async with asyncio.timeout(5):
        assert not await worker.watch()
    assert rig.channel.posts == 1
