"""A digest prepared in the minutes before: the same words as in its minute, sent as they are."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot import log_events
from bot.composing import Composing
from bot.delivery import preparing
from bot.delivery.preparing import Preparing
from bot.delivery.ticks import materialising
from domain.delivery import Delivery, DeliveryState, NewDelivery, Payload
from domain.ports import UnitOfWork
from domain.subscription import Subscription
from domain.usecases.preparing import AHEAD, use_ahead
from domain.usecases.slot_uses import SlotUse
from handlers.desk.request import Services
from handlers.words.words import Words
from tests.fakes.scene import CHANNEL, FOUNDED_AT, WORKSPACE, Hand
from tests.fakes.time import ManualClock
from tests.integration.delivery.rig import Rig
from tests.integration.delivery.test_schedule_to_channel import latest, record_of
from tests.integration.delivery.test_several_parts import fill
from tests.unit.domain.usecases.outbox import MONDAY_NINE


@dataclass(slots=True)
class Minutes:
    """The minutes before a Monday's digests, and what words them."""

    rig: Rig
    clock: ManualClock
    composing: Composing

    async def prepared(self, batch: int = 1) -> int:
        """How many ticks found something to prepare."""
        tick, found = Preparing(self.rig.store, self.clock, self.composing.ahead, batch).tick, 0
        while await tick():
            found += 1
        return found

    async def made(self) -> Delivery:
        """The first digest, once all are due."""
        self.clock.advance(AHEAD.total_seconds())
        while await materialising(self.rig.store, self.clock)():
            pass
        row = await latest(self.rig)
        assert row is not None
        return row


@pytest.fixture
def minutes(rig: Rig) -> Minutes:
    clock = ManualClock(MONDAY_NINE - AHEAD)
    services = Services(rig.store, Words.load(), clock, None, {})  # type: ignore[arg-type]  # asks Slack nothing
    composing = Composing(services)
    rig.word, rig.calendar = composing.compose, clock
    return Minutes(rig, clock, composing)


async def test_a_long_one_in_both_languages_is_worded_as_in_its_minute(rig: Rig, minutes: Minutes) -> None:
    await rig.store.write(fill)
    assert await minutes.prepared() == 1
    row = await minutes.made()
    frozen = [part.payload for part in row.parts]
    assert len(frozen) >= 3
    # JSON has lists where what was worded a moment ago may have tuples.
    assert frozen == list(await rig.compose(row))

    worded: list[int] = []

    async def compose(delivery: Delivery) -> Sequence[Payload]:
        worded.append(delivery.id)
        return await minutes.composing.compose(delivery)

    rig.word = compose
    assert await rig.run(row.id) is DeliveryState.SENT
    assert row.id not in worded
    (root,) = await rig.messages()
    thread = await rig.people.messages("U0CHAIR", CHANNEL, str(root["ts"]))
    assert [message["text"] for message in thread] == [each.rich["text"] for each in frozen]


async def test_what_is_noted_after_it_was_prepared_is_told(rig: Rig, minutes: Minutes) -> None:
    await rig.store.write(fill)
    await minutes.prepared()
    last = await rig.store.write(_changed)
    row = await minutes.made()
    assert row.parts == ()
    assert row.facts["through"] == last


async def test_one_that_cannot_be_worded_is_left_to_its_time_and_holds_up_no_other(
    rig: Rig, minutes: Minutes
) -> None:
    await rig.store.write(two)
    of = minutes.composing

    class Broken(Composing):
        async def ahead(self, digest: NewDelivery, subscription: Subscription) -> Sequence[Payload]:
            if subscription.number == 1:
                raise RuntimeError("a view that fails")
            return await of.ahead(digest, subscription)

    minutes.composing = Broken(of.services)
    with capture_logs() as logged:
        assert await minutes.prepared() == 2
    require_left_alone(logged, "RuntimeError")
    assert await prepared_by_number(rig, minutes) == [False, True]


async def test_one_whose_facts_cannot_be_read_is_left_to_its_time_and_holds_up_no_other(
    rig: Rig, minutes: Minutes, monkeypatch: pytest.MonkeyPatch
) -> None:
    await rig.store.write(two)

    def broken(uow: UnitOfWork, subscription: Subscription) -> SlotUse | None:
        if subscription.number == 1:
            raise ValueError("facts of another release")
        return use_ahead(uow, subscription)

    monkeypatch.setattr(preparing, "use_ahead", broken)
    with capture_logs() as logged:
        assert await minutes.prepared(batch=2) == 1
    require_left_alone(logged, "ValueError")
    assert await prepared_by_number(rig, minutes) == [False, True]


def two(uow: UnitOfWork) -> None:
    """Two digests of one channel."""
    hand = Hand(uow, record_of(uow))
    hand.subscribe(FOUNDED_AT)
    hand.subscribe(FOUNDED_AT, themes=("charging",))


def require_left_alone(logged: Sequence[MutableMapping[str, Any]], error: str) -> None:
    (told,) = [entry for entry in logged if entry["event"] == log_events.DIGEST_NOT_PREPARED]
    assert (told["error"], told["subscription"]) == (error, f"{WORKSPACE}/1/D-1")


async def prepared_by_number(rig: Rig, minutes: Minutes) -> list[bool]:
    """Once both are due: which of them had its words before."""
    await minutes.made()
    digests = await rig.store.read(
        lambda uow: [record_of(uow).subscriptions.latest_delivery(number) for number in (1, 2)]
    )
    return [row is not None and bool(row.parts) for row in digests]


def _changed(uow: UnitOfWork) -> int:
    record = uow.workspace(WORKSPACE).group(1)
    Hand(uow, record).change(MONDAY_NINE - timedelta(minutes=1))
    return record.changes.last_number


async def test_what_could_not_be_sent_for_a_day_says_of_when_it_is(rig: Rig, minutes: Minutes) -> None:
    """It tells the same changes, which no other digest tells."""
    await rig.store.write(lambda uow: Hand(uow, record_of(uow)).subscribe(FOUNDED_AT))
    assert await minutes.prepared() == 1
    row = await minutes.made()
    minutes.clock.advance(timedelta(hours=25).total_seconds())
    assert await rig.run(row.id) is DeliveryState.SENT
    (text,) = await rig.texts()
    assert "This could not be sent on Nov 23, 2026" in text
    sent = await rig.row(row.id)
    assert sent.facts == row.facts
    assert [part.payload.rich["text"] for part in sent.parts] == [text]
