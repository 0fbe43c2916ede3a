"""What cannot be said for the moment is put off: beside minutes nobody knows of, in a channel that moves."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from types import SimpleNamespace

import pytest

from bot.composing import Composing
from bot.delivery.worker import DeliveryWorker
from bot.sandbox.faults import Fault
from bot.sandbox.shapes import JsonObject
from domain.delivery import Delivery, DeliveryKind, DeliveryState, Payload
from domain.editing import Correction
from domain.language import Language
from domain.outbox import Sought
from domain.ports import UnitOfWork
from domain.reference import Reference, Series
from domain.usecases.deliveries import materialise
from domain.usecases.editing import Edit, edit
from domain.usecases.groups import follow_channel
from domain.usecases.meetings import EndMeeting, StartMeeting, end_meeting, start_meeting
from domain.usecases.recording import NoteSubmission, record_note
from domain.usecases.resending import retry
from domain.usecases.timeliness import why_unsaid
from handlers.desk.request import Services
from handlers.words.words import Words
from tests.fakes.scene import CHAIR, CHANNEL, FOUNDED_AT, WORKSPACE, Hand
from tests.fakes.time import ManualClock
from tests.integration.delivery.rig import ONE, OTHER_CHANNEL, Rig
from tests.unit.domain.usecases.outbox import MONDAY_NINE

COMMANDS = {Language.ENGLISH: "/wg", Language.SPANISH: "/gt"}
POST, HISTORY = "chat.postMessage", "conversations.history"
IN_DOUBT = Fault(POST, "error_after")
NOT_NOW = Fault(POST, "refused", error="accesslimited")
UNREADABLE = Fault(HISTORY, "refused", error="missing_scope", times=20)


def working(rig: Rig) -> DeliveryWorker:
    """A worker that words, and asks whether it is to be said, as the product does."""
    slack = SimpleNamespace(bot_name="rapporteur")
    services = Services(rig.store, Words.load(), ManualClock(MONDAY_NINE), slack, COMMANDS)
    rig.word = rig.word or Composing(services).compose
    asks = replace(rig.equipment(), why_unsaid=lambda one, uow: why_unsaid(one, uow, MONDAY_NINE))
    return rig.worker(asks)


async def rows(rig: Rig, kind: DeliveryKind) -> Sequence[Delivery]:
    sought = Sought(workspace=WORKSPACE, group=1)
    found = await rig.store.read(lambda uow: uow.logbook.latest(sought, 20))
    return [one for one in found if one.kind is kind]


async def the(rig: Rig, kind: DeliveryKind) -> Delivery:
    (one,) = await rows(rig, kind)
    return one


def hand_of(uow: UnitOfWork) -> Hand:
    return Hand(uow, uow.workspace(WORKSPACE).group(1))


def begin(uow: UnitOfWork) -> None:
    """A meeting with one note."""
    hand = hand_of(uow)
    command = StartMeeting(origin=hand.origin(), group=1, language=Language.ENGLISH, text="Standards")
    start_meeting(command, uow, MONDAY_NINE)
    note = NoteSubmission(origin=hand.origin(), group=1, text="The wrong word", language=Language.ENGLISH)
    record_note(note, uow, MONDAY_NINE)


def end(uow: UnitOfWork) -> None:
    origin = hand_of(uow).origin(key="end")
    end_meeting(EndMeeting(origin=origin, group=1), uow, MONDAY_NINE)


def correct(uow: UnitOfWork) -> None:
    origin = hand_of(uow).origin(key="correction")
    right = Correction(text="The right word")
    edit(
        Edit(origin=origin, group=1, reference=Reference(Series.NOTE, 1), correction=right), uow, MONDAY_NINE
    )


async def ended(rig: Rig, *faults: Fault) -> DeliveryWorker:
    """The first post of the minutes has met these faults, and now the note is corrected."""
    await rig.store.write(begin)
    worker = working(rig)
    await rig.settle(worker, (await the(rig, DeliveryKind.MEETING)).id)
    for fault in faults:
        await rig.people.fault(fault)
    await rig.store.write(end)
    async with asyncio.timeout(15):
        while not (await the(rig, DeliveryKind.MINUTES)).parts:
            await worker.tick()
            await worker.idle()
    assert not (await the(rig, DeliveryKind.MINUTES)).state.is_final
    await rig.store.write(correct)
    return worker


async def told(rig: Rig, thread: str) -> list[JsonObject]:
    """The corrections in the thread."""
    messages = await rig.people.messages(CHAIR, CHANNEL, thread)
    return [one for one in messages if str(one["text"]).startswith("Minutes of M-1 corrected")]


async def test_a_correction_of_minutes_on_their_way_is_told_beside_them(rig: Rig) -> None:
    worker = await ended(rig, IN_DOUBT)
    correction = await rig.settle(worker, (await the(rig, DeliveryKind.CORRECTION)).id)
    minutes = await the(rig, DeliveryKind.MINUTES)
    assert (minutes.state, correction.state) == (DeliveryState.SENT, DeliveryState.SENT)
    thread = minutes.parts[0].ts
    assert thread is not None
    shown = await rig.people.messages(CHAIR, CHANNEL, thread)
    assert "The wrong word" in str(shown[0]), "they were worded before"
    assert len(await told(rig, thread)) == 1


@pytest.mark.parametrize("refused_for_good", [False, True])
async def test_minutes_that_were_refused_say_what_was_corrected_since(
    rig: Rig,
    refused_for_good: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    fault = replace(NOT_NOW, error="not_in_channel", times=1) if refused_for_good else NOT_NOW
    if refused_for_good:
        worker, minutes = await failed(rig, fault)
        await rig.store.write(lambda uow: retry(uow, minutes.id, MONDAY_NINE, afresh=False))
    else:
        worker = await ended(rig, fault)
    minutes = await rig.settle(worker, (await the(rig, DeliveryKind.MINUTES)).id)
    correction = await rig.settle(worker, (await the(rig, DeliveryKind.CORRECTION)).id)
    assert (minutes.state, correction.state) == (DeliveryState.SENT, DeliveryState.SKIPPED)
    thread = minutes.parts[0].ts
    assert thread is not None
    shown = await rig.people.messages(CHAIR, CHANNEL, thread)
    assert "The right word" in str(shown[0])
    assert "The wrong word" not in str(shown)


async def failed(rig: Rig, fault: Fault) -> tuple[DeliveryWorker, Delivery]:
    """Slack refused the minutes for good, and then the note was corrected."""
    await rig.store.write(begin)
    worker = working(rig)
    await rig.settle(worker, (await the(rig, DeliveryKind.MEETING)).id)
    await rig.people.fault(fault)
    await rig.store.write(end)
    minutes = await rig.settle(worker, (await the(rig, DeliveryKind.MINUTES)).id)
    assert minutes.state is DeliveryState.FAILED
    await rig.store.write(correct)
    return worker, minutes


async def test_a_correction_of_minutes_nobody_can_find_is_told_in_the_channel(rig: Rig) -> None:
    worker = await ended(rig, IN_DOUBT, UNREADABLE)
    correction = await rig.settle(worker, (await the(rig, DeliveryKind.CORRECTION)).id)
    assert (await the(rig, DeliveryKind.MINUTES)).state is DeliveryState.UNCERTAIN
    assert correction.state is DeliveryState.SENT
    texts = [text for text in await rig.texts() if text.startswith("Minutes of M-1 corrected")]
    assert len(texts) == 1


def owe_minutes(uow: UnitOfWork) -> DeliveryKind:
    begin(uow)
    end(uow)
    uow.outbox.withdraw(f"meeting:{WORKSPACE}/1/M-1")
    return DeliveryKind.MINUTES


def owe_digest(uow: UnitOfWork) -> DeliveryKind:
    hand = hand_of(uow)
    hand.subscribe(FOUNDED_AT)
    hand.change(FOUNDED_AT)
    materialise(uow, MONDAY_NINE, 10)
    return DeliveryKind.DIGEST


@pytest.mark.parametrize("owe", [owe_minutes, owe_digest])
async def test_what_is_on_its_way_to_a_channel_that_moves_arrives_there_once(
    rig: Rig, owe: Callable[[UnitOfWork], DeliveryKind]
) -> None:
    kind = await rig.store.write(owe)
    moved = False

    async def word(_: Delivery) -> Sequence[Payload]:
        nonlocal moved
        if not moved:
            moved = True
            await rig.store.write(
                lambda uow: follow_channel(WORKSPACE, CHANNEL, OTHER_CHANNEL, uow, MONDAY_NINE)
            )
        return ONE

    rig.word = word
    number = (await the(rig, kind)).id
    row = await rig.settle(working(rig), number)
    assert (row.state, row.channel) == (DeliveryState.SENT, OTHER_CHANNEL)
    assert (await rig.texts(), await rig.texts(OTHER_CHANNEL)) == ([], ["rich"])
