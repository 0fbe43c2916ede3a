"""A delivery that is given up, and minutes with a correction that waits, for tests of every store."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from bot.delivery.settling import settle
from domain.delivery import Delivery, DeliveryKind, DeliveryState, Lease, Payload
from domain.editing import Correction
from domain.language import Language
from domain.ports import Store, UnitOfWork
from domain.reference import Reference, Series
from domain.sending import Settle, Wait
from domain.usecases.deliveries import materialise
from domain.usecases.editing import Edit, edit
from domain.usecases.groups import follow_channel
from domain.usecases.meetings import EndMeeting, StartMeeting, end_meeting, start_meeting
from domain.usecases.recording import NoteSubmission, record_note
from tests.fakes.scene import CHANNEL, FOUNDED_AT, WORKSPACE, Hand, found
from tests.unit.bot.delivery.rig import Rig
from tests.unit.domain.usecases.outbox import MONDAY_NINE

MINE, THEIRS = Lease("mine"), Lease("theirs")
MOVED = "C0MOVED"
WORDS = (Payload({"text": "rich"}, {"text": "plain"}),)
SKIPPED, FAILED, UNCERTAIN = DeliveryState.SKIPPED, DeliveryState.FAILED, DeliveryState.UNCERTAIN
PENDING, SENDING, SENT = DeliveryState.PENDING, DeliveryState.SENDING, DeliveryState.SENT
A_WHILE = timedelta(seconds=10)
NOTHING_LEFT = Settle(SKIPPED)
AT_ONCE = Wait(PENDING, MONDAY_NINE)


def settled(one: Delivery, step: Settle, back: Wait = AT_ONCE) -> Callable[[UnitOfWork], Settle | Wait]:
    """What a worker does that has come to the end of it."""
    use = Rig().equipment()
    return lambda uow: settle(uow, one, MINE, step, use, back)


async def row_of(store: Store, one: Delivery) -> Delivery:
    row = await store.read(lambda uow: uow.outbox.get(one.id))
    assert row is not None
    return row


def digest(uow: UnitOfWork) -> Delivery:
    """Monday's digest of something that happened, under the lease MINE."""
    hand = Hand(uow, found(uow))
    hand.subscribe(FOUNDED_AT)
    hand.change(FOUNDED_AT)
    materialise(uow, MONDAY_NINE, 10)
    (held,) = uow.outbox.claim(MINE, MONDAY_NINE, 10)
    return held


def moves(uow: UnitOfWork) -> None:
    follow_channel(WORKSPACE, CHANNEL, MOVED, uow, MONDAY_NINE)


def closed(uow: UnitOfWork) -> None:
    """A meeting with a note is over."""
    hand = Hand(uow, found(uow))
    start = StartMeeting(origin=hand.origin(), group=1, language=Language.ENGLISH, text="Standards")
    start_meeting(start, uow, FOUNDED_AT)
    note = NoteSubmission(origin=hand.origin(), group=1, text="Wrong", language=Language.ENGLISH)
    record_note(note, uow, FOUNDED_AT)
    end_meeting(EndMeeting(origin=hand.origin(), group=1), uow, FOUNDED_AT)
    uow.outbox.withdraw(f"meeting:{WORKSPACE}/1/M-1")


async def corrected(store: Store, minutes_go: Callable[[UnitOfWork, Delivery], None]) -> Delivery:
    """A correction under the lease MINE; its minutes went so far before."""
    await store.write(closed)
    (minutes,) = await store.write(lambda uow: uow.outbox.claim(THEIRS, MONDAY_NINE, 10))
    assert minutes.kind is DeliveryKind.MINUTES

    def correct(uow: UnitOfWork) -> Delivery:
        minutes_go(uow, minutes)
        hand = Hand(uow, uow.workspace(WORKSPACE).group(1))
        note, right = Reference(Series.NOTE, 1), Correction(text="Right")
        origin = hand.origin(key="correction")
        edit(Edit(origin=origin, group=1, reference=note, correction=right), uow, MONDAY_NINE)
        (held,) = uow.outbox.claim(MINE, MONDAY_NINE, 10)
        assert held.kind is DeliveryKind.CORRECTION
        return held

    return await store.write(correct)


def later(uow: UnitOfWork, minutes: Delivery, state: DeliveryState = SENDING) -> None:
    """They are worded, and not there as far as anybody knows."""
    uow.outbox.freeze(minutes.id, THEIRS, WORDS)
    uow.outbox.begin(minutes.id, THEIRS, 0, MONDAY_NINE)
    if state is PENDING:
        uow.outbox.refused(minutes.id, THEIRS, 0)
    uow.outbox.postpone(minutes.id, THEIRS, state, MONDAY_NINE + 2 * A_WHILE, "HTTP 500")


def ends(state: DeliveryState) -> Callable[[UnitOfWork, Delivery], None]:
    def go(uow: UnitOfWork, minutes: Delivery) -> None:
        uow.outbox.freeze(minutes.id, THEIRS, WORDS)
        uow.outbox.settle(minutes.id, THEIRS, state, None)

    return go
