"""A delivery is composed once, posted part by part and settled, several of them at once."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from structlog.testing import capture_logs

from bot import log_events
from domain.delivery import Delivery, DeliveryKind, DeliveryState, NewDelivery, Payload
from domain.sending import BlocksRefused, Permanent, Transient
from tests.fakes.scene import FOUNDED_AT, Hand, found
from tests.unit.bot.delivery.rig import ONE, TWO, Rig, work


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
