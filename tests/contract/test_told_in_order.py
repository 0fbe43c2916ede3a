"""What stands in a channel last are the last words: on every store alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from domain.change import Change, ChangeKind, NewChange
from domain.channel import Binding
from domain.delivery import Delivery, DeliveryKind, DeliveryState, NewDelivery
from domain.editing import Correction
from domain.language import Language
from domain.ports import Store, UnitOfWork
from domain.reference import Reference, Series
from domain.sending import Settle, Wait
from domain.usecases.announcing import announcement_of, arrived
from domain.usecases.editing import Edit, edit
from domain.usecases.meetings import StartMeeting, start_meeting
from domain.usecases.replying import told_by
from domain.usecases.tellings import LOOKS_BACK, withdraw_telling
from tests.contract.giving_up import (
    A_WHILE,
    AT_ONCE,
    FAILED,
    MINE,
    MOVED,
    NOTHING_LEFT,
    PENDING,
    SENT,
    THEIRS,
    UNCERTAIN,
    WORDS,
    corrected,
    digest,
    ends,
    later,
    moves,
    row_of,
    settled,
)
from tests.contract.in_turn import comes_behind, one_behind_the_other
from tests.fakes.scene import CHAIR, CHANNEL, FOUNDED_AT, WORKSPACE, Hand, found
from tests.unit.domain.usecases.outbox import MONDAY_NINE, to_tell


def saying_it(uow: UnitOfWork, minutes: Delivery) -> None:
    """They stand there, and were worded by a process that saw a correction before it was queued."""
    words = (replace(WORDS[0], through=99),)
    uow.outbox.freeze(minutes.id, THEIRS, words)
    uow.outbox.settle(minutes.id, THEIRS, SENT, None)
    arrived(minutes, 0, "1.0", uow)


async def test_what_the_minutes_say_already_is_not_corrected_beside_them(store: Store) -> None:
    held = await corrected(store, saying_it)
    assert await store.read(lambda uow: announcement_of(held, uow)) is None
    assert await store.write(settled(held, NOTHING_LEFT)) == NOTHING_LEFT


async def second_of(store: Store) -> Delivery:
    """Another correction, under the lease MINE; the first waits for twenty seconds more."""

    def correct_again(uow: UnitOfWork) -> Delivery:
        origin = Hand(uow, uow.workspace(WORKSPACE).group(1)).origin(key="another")
        again = Edit(
            origin=origin, group=1, reference=Reference(Series.NOTE, 1), correction=Correction(text="Best")
        )
        edit(again, uow, MONDAY_NINE)
        (held,) = uow.outbox.claim(MINE, MONDAY_NINE, 10)
        return held

    return await store.write(correct_again)


def standing(uow: UnitOfWork, minutes: Delivery) -> None:
    ends(SENT)(uow, minutes)
    arrived(minutes, 0, "1.0", uow)


@pytest.mark.parametrize("minutes_go", [standing, ends(UNCERTAIN)])
async def test_the_last_of_several_corrections_is_told_last(
    store: Store, minutes_go: Callable[[UnitOfWork, Delivery], None]
) -> None:
    first = await corrected(store, minutes_go)
    soon = MONDAY_NINE + 2 * A_WHILE
    await store.write(lambda uow: uow.outbox.postpone(first.id, MINE, PENDING, soon, None))
    second = await second_of(store)
    assert second.id > first.id

    assert await store.read(lambda uow: announcement_of(second, uow)) is None
    wait = await comes_behind(store, first, second, soon)
    assert wait.until > soon


async def test_a_correction_comes_at_once_when_its_minutes_have_arrived(store: Store) -> None:
    held = await corrected(store, later)
    soon = MONDAY_NINE + 2 * A_WHILE
    await store.write(settled(held, NOTHING_LEFT, replace(AT_ONCE, until=soon + A_WHILE)))

    def land(uow: UnitOfWork) -> DeliveryKind:
        (minutes,) = uow.outbox.claim(MINE, soon, 10)
        arrived(minutes, 0, "1.0", uow)
        settled(minutes, Settle(SENT))(uow)
        return minutes.kind

    assert await store.write(land) is DeliveryKind.MINUTES
    (woken,) = await store.write(lambda uow: uow.outbox.claim(MINE, soon, 10))
    assert woken.id == held.id


async def test_a_correction_waits_until_the_minutes_stand_in_every_language(store: Store) -> None:
    def in_part(uow: UnitOfWork, minutes: Delivery) -> None:
        later(uow, minutes)
        arrived(minutes, 0, "1.0", uow)

    held = await corrected(store, in_part)
    assert await store.read(lambda uow: announcement_of(held, uow)) is None
    assert isinstance(await store.write(settled(held, NOTHING_LEFT)), Wait)


def reply(key: str, about: str | None, through: int = 0) -> NewDelivery:
    """What somebody did to the item is to be told in the channel."""
    known = {} if about is None else {"about": about}
    facts = {"user": CHAIR, "language": "en", "after": 0, "through": through, **known}
    return to_tell(key, DeliveryKind.REPLY, CHANNEL, **facts)


async def test_a_reply_that_waits_before_much_else_is_withdrawn_with_its_write(store: Store) -> None:
    told = reply("told", None, through=1)

    def queue(uow: UnitOfWork) -> tuple[Change, ...]:
        found(uow)
        uow.outbox.add(told)
        for number in range(LOOKS_BACK):
            uow.outbox.add(replace(told, key=f"reaction:{number}", kind=DeliveryKind.REACTION, facts={}))
        recorded = NewChange(kind=ChangeKind.RECORDED, subject=Reference(Series.NOTE, 1))
        return uow.workspace(WORKSPACE).group(1).changes.append([recorded], CHAIR, MONDAY_NINE)

    write = await store.write(queue)
    assert await store.write(lambda uow: withdraw_telling(uow, WORKSPACE, 1, CHANNEL, write))
    row = await store.read(lambda uow: uow.logbook.by_key("told"))
    assert row is not None
    assert row.state is DeliveryState.SKIPPED


async def two_replies(store: Store, about: str | None, then: str | None) -> tuple[Delivery, Delivery]:
    return await one_behind_the_other(store, reply("first", about), reply("second", then))


async def test_what_is_told_of_an_item_waits_for_what_was_told_of_it_before(store: Store) -> None:
    first, second = await two_replies(store, "M-1", "M-1")
    assert await store.read(lambda uow: told_by(second, uow)) is None
    await comes_behind(store, first, second, MONDAY_NINE + A_WHILE)


@pytest.mark.parametrize(("about", "then"), [("M-1", "M-2"), (None, None), (None, "M-1")])
async def test_what_is_told_of_another_item_waits_for_nothing(
    store: Store, about: str | None, then: str | None
) -> None:
    _, second = await two_replies(store, about, then)
    assert await store.write(settled(second, NOTHING_LEFT)) == NOTHING_LEFT


@pytest.mark.parametrize("state", [FAILED, UNCERTAIN, SENT])
async def test_what_was_sent_or_may_yet_be_follows_its_channel(store: Store, state: DeliveryState) -> None:
    held = await store.write(digest)
    await store.write(settled(held, Settle(state, "channel_not_found")))
    await store.write(moves)
    assert (await row_of(store, held)).channel == MOVED


async def test_a_meeting_stays_open_where_its_channel_was_set_up_again_before_it_moved(store: Store) -> None:
    def set_up_and_move(uow: UnitOfWork) -> Binding | None:
        hand = Hand(uow, found(uow))
        start = StartMeeting(origin=hand.origin(), group=1, language=Language.ENGLISH, text="Standards")
        start_meeting(start, uow, FOUNDED_AT)
        uow.workspace(WORKSPACE).channels.bind(Binding(MOVED, 1, "talent"))
        moves(uow)
        return uow.workspace(WORKSPACE).channels.get(MOVED)

    assert await store.write(set_up_and_move) == Binding(MOVED, 1, "talent", 1)
