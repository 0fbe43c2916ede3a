"""What waited is looked at again before it is said, and what tells of the moment is worded anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.delivery.worker import DeliveryWorker
from domain.delivery import Delivery, DeliveryKind, DeliveryState, Payload, Skipped
from domain.ports import UnitOfWork
from domain.sending import Ambiguous, RateLimited
from tests.fakes.scene import found
from tests.unit.bot.delivery.rig import ONE, TWO, Rig, work

LIMITED = RateLimited(timedelta(seconds=30))
LATER = [Payload({"text": "later"}, {"text": "later"})]


def waiting(rig: Rig, kind: DeliveryKind = DeliveryKind.DIGEST) -> None:
    number = rig.add()
    rig.store.uow.outbox.deliveries[number] = replace(rig.row(), kind=kind)
    rig.channel.answers.append(LIMITED)


async def arrive_in_part(rig: Rig, worker: DeliveryWorker) -> None:
    """The first message stands in the channel; Slack puts the next one off."""

    async def meanwhile() -> None:
        rig.channel.answers.append(LIMITED)

    rig.channel.answers.clear()
    rig.channel.meanwhile = meanwhile
    await work(worker)
    assert len(rig.channel.texts) == 1


async def test_what_is_not_to_be_said_any_more_is_skipped_and_its_row_says_why(rig: Rig) -> None:
    rig.add()
    rig.unsaid = Skipped.ELSEWHERE
    await work(rig.worker())
    assert (rig.row().state, rig.row().error) == (DeliveryState.SKIPPED, Skipped.ELSEWHERE)
    assert (rig.channel.posts, rig.row().attempts) == (0, 0)


async def test_what_goes_on_in_a_channel_that_moved_counts_as_settled_once(rig: Rig) -> None:
    rig.add(channel="C1")

    async def moving(_: Delivery) -> Sequence[Payload]:
        rig.store.uow.outbox.deliveries[1] = replace(rig.row(), channel="C2")
        return ONE

    def elsewhere(one: Delivery, _: UnitOfWork) -> Skipped | None:
        return Skipped.ELSEWHERE if one.channel == "C1" else None

    equipment = replace(rig.equipment(), compose=moving, why_unsaid=elsewhere)
    await work(rig.worker(equipment))
    assert [message.channel for message in rig.channel.messages] == ["C2"]
    counted = (await equipment.meter.text(rig.store)).decode()
    settled = [
        line for line in counted.splitlines() if line.startswith("rapporteur_deliveries_settled_total")
    ]
    assert settled == ['rapporteur_deliveries_settled_total{kind="digest",state="sent"} 1.0']


async def test_what_slack_put_off_is_asked_about_again(rig: Rig) -> None:
    waiting(rig)
    worker = rig.worker()
    await work(worker)
    rig.unsaid = Skipped.STOPPED
    rig.clock.advance(30)
    await work(worker)
    assert (rig.row().state, rig.row().error) == (DeliveryState.SKIPPED, Skipped.STOPPED)
    assert rig.channel.texts == []


async def test_what_was_in_doubt_and_is_not_there_is_asked_about_before_it_is_sent_again(rig: Rig) -> None:
    rig.add()
    rig.channel.answers.append(Ambiguous("HTTP 500"))
    worker = rig.worker()
    await work(worker)
    rig.channel.messages.clear()
    rig.unsaid = Skipped.READER_LEFT
    for _ in range(2):
        assert rig.row().state is not DeliveryState.SKIPPED, "first it is looked for"
        rig.clock.advance(60)
        await work(worker)
    assert (rig.row().state, rig.row().error) == (DeliveryState.SKIPPED, Skipped.READER_LEFT)
    assert rig.channel.texts == []


async def test_what_is_found_in_the_channel_has_arrived_whatever_holds_by_then(rig: Rig) -> None:
    rig.add()
    worker = rig.worker()
    rig.channel.answers.append(Ambiguous("HTTP 500"))
    await work(worker)
    rig.unsaid = Skipped.STOPPED
    rig.clock.advance(60)
    await work(worker)
    assert rig.row().state is DeliveryState.SENT


@pytest.mark.parametrize(
    "kind",
    [DeliveryKind.REMINDERS, DeliveryKind.MEETING_AHEAD, DeliveryKind.MEETING, DeliveryKind.NOTICE],
)
async def test_what_tells_of_the_moment_is_worded_anew_while_nothing_of_it_arrived(
    rig: Rig, kind: DeliveryKind
) -> None:
    found(rig.store.uow, "T1")
    rig.payloads = TWO
    waiting(rig, kind)
    rig.store.uow.outbox.deliveries[1] = replace(rig.row(), facts={"meeting": 1})
    worker = rig.worker()
    await work(worker)
    assert len(rig.row().parts) == 2
    rig.payloads = LATER
    rig.clock.advance(30)
    await work(worker)
    assert rig.row().state is DeliveryState.SENT
    assert rig.channel.texts == ["later"]
    assert [part.payload.rich["text"] for part in rig.row().parts] == ["later"]


async def test_of_what_arrived_in_part_the_rest_follows_as_it_was_worded(rig: Rig) -> None:
    rig.payloads = TWO
    waiting(rig, DeliveryKind.REMINDERS)
    worker = rig.worker()
    await arrive_in_part(rig, worker)
    words = [part.payload for part in rig.row().parts]
    rig.payloads = LATER
    for _ in range(3):
        rig.clock.advance(30)
        await work(worker)
    assert [part.payload for part in rig.row().parts] == words
    assert len(rig.channel.texts) == 2


async def test_a_reminder_with_nothing_left_by_then_is_skipped(rig: Rig) -> None:
    waiting(rig, DeliveryKind.REMINDERS)
    worker = rig.worker()
    await work(worker)
    rig.payloads = ()
    rig.clock.advance(30)
    await work(worker)
    assert (rig.row().state, rig.row().error) == (DeliveryState.SKIPPED, Skipped.NOTHING_LEFT)


async def test_a_digest_keeps_the_words_it_was_given(rig: Rig) -> None:
    waiting(rig)
    worker = rig.worker()
    await work(worker)
    rig.payloads = LATER
    rig.clock.advance(30)
    await work(worker)
    assert rig.channel.texts == ["rich"]
    assert rig.composed == ["digest:1"]


async def half_arrived(rig: Rig) -> None:
    """The first of two messages stands there, the second was refused for a while."""
    found(rig.store.uow, "T1")
    rig.payloads = [replace(one, through=3) for one in TWO]
    waiting(rig, DeliveryKind.MINUTES)
    rig.store.uow.outbox.deliveries[1] = replace(rig.row(), facts={"meeting": 1})
    rig.channel.answers.clear()

    async def meanwhile() -> None:
        rig.channel.answers.append(LIMITED)

    rig.channel.meanwhile = meanwhile
    await work(rig.worker())
    assert rig.channel.texts == ["rich"]
    rig.clock.advance(30)


async def test_of_minutes_that_arrived_in_part_the_rest_says_what_is_so_by_now(rig: Rig) -> None:
    await half_arrived(rig)
    rig.payloads = [Payload({"text": f"later {part}"}, {"text": "x"}, through=9) for part in (1, 2)]
    await work(rig.worker())
    assert rig.channel.texts == ["rich", "later 2"]
    assert rig.row().worded_through == 3, "what was corrected since is told beside them"


async def test_of_minutes_that_have_become_more_messages_the_rest_stays_as_it_was_worded(rig: Rig) -> None:
    await half_arrived(rig)
    rig.payloads = LATER
    await work(rig.worker())
    assert rig.channel.texts == ["rich", "rich 2"]


@pytest.mark.parametrize(("waited", "told"), [(timedelta(hours=23), "rich"), (timedelta(hours=25), "later")])
async def test_a_digest_that_could_not_be_sent_for_a_day_is_worded_anew(
    rig: Rig, waited: timedelta, told: str
) -> None:
    waiting(rig)
    rig.store.uow.outbox.deliveries[1] = replace(rig.row(), facts={"until": rig.clock.now().isoformat()})
    worker = rig.worker()
    await work(worker)
    rig.payloads = LATER
    rig.clock.advance(waited.total_seconds())
    await work(worker)
    assert rig.row().state is DeliveryState.SENT
    assert rig.channel.texts == [told]


async def test_a_digest_that_arrived_in_part_a_day_ago_goes_on_as_it_was_worded(rig: Rig) -> None:
    rig.payloads = TWO
    waiting(rig)
    rig.store.uow.outbox.deliveries[1] = replace(rig.row(), facts={"until": rig.clock.now().isoformat()})
    worker = rig.worker()
    await arrive_in_part(rig, worker)
    words = [part.payload for part in rig.row().parts]
    rig.payloads = LATER
    for _ in range(3):
        rig.clock.advance(timedelta(days=1).total_seconds())
        await work(worker)
    assert [part.payload for part in rig.row().parts] == words
    assert len(rig.channel.texts) == 2
