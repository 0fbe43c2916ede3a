"""Limits, distances and passing refusals put a delivery off without losing or repeating it."""

from __future__ import annotations

from datetime import timedelta

from domain.delivery import DeliveryState
from domain.sending import RateLimited, Timings, Transient
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
