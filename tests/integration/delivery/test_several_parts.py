"""A digest too long for one message, worded as the product words it, from its subscription to the thread."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.composing import Composing
from bot.delivery.marks import mark_of
from bot.delivery.ticks import materialising
from bot.sandbox.faults import Effect, Fault
from bot.sandbox.shapes import JsonObject
from domain.coverage import EVERYTHING
from domain.delivery import Delivery, DeliveryState, Payload
from domain.editing import Correction
from domain.language import Language
from domain.ports import UnitOfWork
from domain.reference import RecordKind, Reference, Series
from domain.usecases.editing import Edit, edit
from domain.usecases.moving import Move, move
from domain.usecases.recording import (
    ActionSubmission,
    NoteSubmission,
    ObstacleSubmission,
    RecommendationSubmission,
    Recorded,
    record_action,
    record_note,
    record_obstacle,
    record_recommendation,
)
from domain.usecases.subscriptions import Subscribe, subscribe
from handlers.desk.request import Services
from handlers.words.words import Words
from tests.fakes.scene import CHAIR, CHANNEL, FOUNDED_AT, MEMBER, MONDAYS_AT_NINE, WORKSPACE, Hand
from tests.fakes.time import ManualClock
from tests.integration.delivery.rig import Rig

MONDAY_NINE = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
POST = "chat.postMessage"
EACH = 9
"""More than a digest shows of each."""
LONG = "Every station tells its load to the grid operator of its own country. " * 6
NOTES = (RecordKind.NOTE, RecordKind.DECISION, RecordKind.OPPORTUNITY)
SATURDAY, WEDNESDAY = date(2026, 11, 21), date(2026, 11, 25)


def fill(uow: UnitOfWork) -> None:
    """A digest in two languages, and more to say in both than one message of it takes."""
    hand = Hand(uow, uow.workspace(WORKSPACE).group(1))
    for number in range(EACH):
        _propose(hand, f"Of long ago, {number}: {LONG}", FOUNDED_AT)
    command = Subscribe(
        origin=hand.origin(),
        group=1,
        channel=CHANNEL,
        reader=None,
        schedule=MONDAYS_AT_NINE,
        coverage=EVERYTHING,
        languages=tuple(Language),
        skip_quiet=False,
    )
    subscribe(command, uow, FOUNDED_AT)
    for number in range(EACH):
        _record(hand, number, FOUNDED_AT + timedelta(minutes=number + 1))
        _go_on(hand, Reference(Series.RECOMMENDATION, number + 1), FOUNDED_AT + timedelta(hours=1))


def _propose(hand: Hand, text: str, at: datetime) -> Reference:
    wanted = RecommendationSubmission(
        origin=hand.origin(MEMBER), group=1, text=text, language=Language.ENGLISH, again=True
    )
    outcome = record_recommendation(wanted, hand.uow, at)
    assert isinstance(outcome, Recorded)
    return outcome.item.reference


def _go_on(hand: Hand, reference: Reference, at: datetime) -> None:
    """A recommendation of before moves, and is corrected."""
    move(Move(origin=hand.origin(), group=1, reference=reference, to="under_review"), hand.uow, at)
    _edit(hand, reference, Correction(theme="talent"), at)


def _edit(hand: Hand, reference: Reference, correction: Correction, at: datetime) -> None:
    edit(Edit(origin=hand.origin(), group=1, reference=reference, correction=correction), hand.uow, at)


def _record(hand: Hand, number: int, at: datetime) -> None:
    said: dict[str, Any] = {"group": 1, "text": f"{number}: {LONG}", "language": Language.ENGLISH}
    uow, made = hand.uow, []
    for due in (SATURDAY, WEDNESDAY):
        action = ActionSubmission(**said, origin=hand.origin(MEMBER), owner=MEMBER, due_on=due, again=True)
        made.append(record_action(action, uow, at))
    for kind in NOTES:
        record_note(NoteSubmission(**said, origin=hand.origin(MEMBER), kind=kind), uow, at)
    made.append(record_obstacle(ObstacleSubmission(**said, origin=hand.origin(MEMBER)), uow, at))
    references = [_propose(hand, said["text"], at)]
    for outcome in made:
        assert isinstance(outcome, Recorded)
        references.append(outcome.item.reference)
    for reference in references:
        _edit(hand, reference, Correction(versions={Language.SPANISH: f"{number}: {LONG}"}), at)


@pytest.fixture
async def long_digest(rig: Rig) -> int:
    """The number of the delivery, which waits; the rig words it as the product does."""
    clock = ManualClock(MONDAY_NINE)
    services = Services(rig.store, Words.load(), clock, None, {})  # type: ignore[arg-type]  # asks Slack nothing
    rig.word, rig.calendar = Composing(services).compose, clock
    await rig.store.write(fill)
    assert await materialising(rig.store, clock)()
    row = await rig.store.read(lambda uow: uow.workspace(WORKSPACE).group(1).subscriptions.latest_delivery(1))
    assert row is not None
    return row.id


async def thread(rig: Rig) -> Sequence[JsonObject]:
    """The one message of the channel, and what is behind it."""
    (root,) = await rig.messages()
    return await rig.people.messages(CHAIR, CHANNEL, str(root["ts"]))


def first_line(message: JsonObject | Payload) -> str:
    text = message.rich["text"] if isinstance(message, Payload) else message["text"]
    return str(text).splitlines()[0]


async def expected(rig: Rig, number: int) -> list[str]:
    """How the parts begin, in their order, as the product words them."""
    found = [first_line(payload) for payload in await rig.compose(await rig.row(number))]
    assert len(found) >= 3, found
    assert len(set(found)) == len(found)
    return found


def placed(row: Delivery) -> list[str | None]:
    return [part.ts for part in row.parts]


async def test_every_part_stands_in_the_thread_in_order_with_its_mark(rig: Rig, long_digest: int) -> None:
    wanted = await expected(rig, long_digest)
    assert await rig.run(long_digest) is DeliveryState.SENT
    shown, row = await thread(rig), await rig.row(long_digest)
    assert [first_line(message) for message in shown] == wanted
    assert placed(row) == [message["ts"] for message in shown]
    client = await rig.client_for(WORKSPACE)
    read = await client.conversations_replies(channel=CHANNEL, ts=shown[0]["ts"], include_all_metadata=True)
    assert [each["metadata"] for each in read["messages"]] == [mark_of(row, part) for part in row.parts]


@pytest.mark.parametrize("effect", ["error_after", "drop_after", "delay_after", "error_before"])
async def test_a_second_part_that_may_have_arrived_stands_there_once(
    rig: Rig, long_digest: int, effect: Effect
) -> None:
    wanted = await expected(rig, long_digest)
    await rig.people.fault(Fault(POST, effect, skip=1, seconds=0.55))
    assert await rig.run(long_digest) is DeliveryState.SENT
    shown = await thread(rig)
    assert [first_line(message) for message in shown] == wanted
    assert placed(await rig.row(long_digest)) == [message["ts"] for message in shown]


async def test_parts_that_are_answered_badly_one_after_the_other_stand_there_once(
    rig: Rig, long_digest: int
) -> None:
    wanted = await expected(rig, long_digest)
    effects: tuple[Effect, ...] = ("drop_after", "error_before", "empty")
    for skip, effect in enumerate(effects):
        await rig.people.fault(Fault(POST, effect, skip=skip))
    assert await rig.run(long_digest) is DeliveryState.SENT
    assert [first_line(message) for message in await thread(rig)] == wanted
