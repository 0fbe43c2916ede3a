"""A delivery that would be given up is put off where that would be rash, on every store alike."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

import psycopg
import pytest

from bot.delivery.heard import Heard
from domain.delivery import Delivery, DeliveryKind, Skipped
from domain.ports import Store, UnitOfWork
from domain.sending import Settle, Wait
from domain.usecases.announcing import Corrected, announcement_of, arrived
from storage.opening import open_store
from tests.contract.giving_up import (
    A_WHILE,
    AT_ONCE,
    FAILED,
    MINE,
    MOVED,
    NOTHING_LEFT,
    PENDING,
    SENDING,
    SKIPPED,
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
from tests.contract.in_turn import taken
from tests.fakes.scene import CHANNEL, WORKSPACE, found
from tests.unit.domain.usecases.outbox import MONDAY_NINE, to_tell

LESS_THAN_A_LOCKS_TIMEOUT = 1.0
"""Seconds (`storage.postgresql.connections` has 3)."""


def announced(kind: DeliveryKind) -> Callable[[UnitOfWork], Delivery]:
    def job(uow: UnitOfWork) -> Delivery:
        found(uow)
        return taken(uow, to_tell(f"{kind}:1", kind, CHANNEL, meeting=1, after=0, through=1))

    return job


@pytest.mark.parametrize(
    "step",
    [NOTHING_LEFT, Settle(SKIPPED, why=Skipped.ELSEWHERE), Settle(FAILED, "x"), Settle(UNCERTAIN, "x")],
)
async def test_a_digest_whose_channel_moved_meanwhile_is_sent_there(store: Store, step: Settle) -> None:
    held = await store.write(digest)
    await store.write(moves)
    assert await store.write(settled(held, step)) == AT_ONCE
    row = await row_of(store, held)
    assert (row.state, row.channel) == (PENDING, MOVED)
    told = await store.read(lambda uow: uow.workspace(WORKSPACE).group(1).subscriptions.get(1))
    assert told is not None
    assert told.told_through == held.facts["through"], "its range is still its own"
    (again,) = await store.write(lambda uow: uow.outbox.claim(THEIRS, MONDAY_NINE, 10))
    assert (again.id, again.channel) == (held.id, MOVED)


@pytest.mark.parametrize(
    "kind", [DeliveryKind.MEETING, DeliveryKind.MINUTES, DeliveryKind.CORRECTION, DeliveryKind.SCRIBE]
)
async def test_what_is_told_of_a_meeting_follows_its_channel(store: Store, kind: DeliveryKind) -> None:
    held = await store.write(announced(kind))
    await store.write(moves)
    await store.write(settled(held, Settle(SKIPPED, why=Skipped.ELSEWHERE)))
    row = await row_of(store, held)
    assert (row.state, row.channel) == (PENDING, MOVED)


async def test_what_was_in_doubt_in_the_channel_of_before_stays_so(store: Store) -> None:
    held = await store.write(digest)
    back = replace(AT_ONCE, state=SENDING, error="HTTP 500")

    def begin(uow: UnitOfWork) -> None:
        uow.outbox.freeze(held.id, MINE, WORDS)
        uow.outbox.begin(held.id, MINE, 0, MONDAY_NINE)

    await store.write(begin)
    await store.write(moves)
    await store.write(settled(held, Settle(UNCERTAIN, "channel_not_found"), back))
    row = await row_of(store, held)
    assert (row.state, row.error, row.parts[0].begun_at) == (SENDING, "HTTP 500", MONDAY_NINE)


async def test_what_is_in_another_groups_channel_stays_unsaid(store: Store) -> None:
    held = await store.write(digest)

    def bound_elsewhere(uow: UnitOfWork) -> None:
        channels = uow.workspace(WORKSPACE).channels
        channels.release(CHANNEL)

    await store.write(bound_elsewhere)
    step = Settle(SKIPPED, why=Skipped.ELSEWHERE)
    assert await store.write(settled(held, step)) == step
    assert (await row_of(store, held)).state is SKIPPED


def refused_for_now(uow: UnitOfWork, minutes: Delivery) -> None:
    later(uow, minutes, PENDING)


def unworded(uow: UnitOfWork, minutes: Delivery) -> None:
    uow.outbox.postpone(minutes.id, THEIRS, PENDING, MONDAY_NINE + 2 * A_WHILE, None)


@pytest.mark.parametrize("minutes_go", [later, refused_for_now])
async def test_a_correction_waits_for_minutes_that_were_worded_without_it(
    store: Store, minutes_go: Callable[[UnitOfWork, Delivery], None]
) -> None:
    held = await corrected(store, minutes_go)
    assert await store.read(lambda uow: announcement_of(held, uow)) is None
    wait = await store.write(settled(held, NOTHING_LEFT))
    assert wait == replace(AT_ONCE, until=MONDAY_NINE + A_WHILE)
    assert (await row_of(store, held)).state is PENDING
    assert await store.write(lambda uow: uow.outbox.claim(MINE, MONDAY_NINE, 10)) == ()


async def test_a_correction_is_told_of_minutes_that_arrive_while_it_is_given_up(store: Store) -> None:
    held = await corrected(store, later)
    minutes = await store.read(lambda uow: uow.logbook.by_key(f"minutes:{WORKSPACE}/1/M-1"))
    assert minutes is not None
    await store.write(lambda uow: arrived(minutes, 0, "1.0", uow))
    assert isinstance(await store.write(settled(held, NOTHING_LEFT)), Wait)


@pytest.mark.parametrize("minutes_go", [unworded, ends(FAILED), ends(SKIPPED)])
async def test_nothing_is_corrected_that_does_not_stand_there_without_it(
    store: Store, minutes_go: Callable[[UnitOfWork, Delivery], None]
) -> None:
    held = await corrected(store, minutes_go)
    assert await store.write(settled(held, NOTHING_LEFT)) == NOTHING_LEFT
    row = await row_of(store, held)
    assert (row.state, row.error) == (SKIPPED, Skipped.NOTHING_LEFT)


async def test_minutes_nobody_can_find_are_corrected_by_a_message_of_its_own(store: Store) -> None:
    held = await corrected(store, ends(UNCERTAIN))
    told = await store.read(lambda uow: announcement_of(held, uow))
    assert isinstance(told, Corrected)
    assert (told.thread, len(told.correction.changes)) == (None, 1)


async def test_a_correction_is_told_in_no_channel_of_another_group_however_its_minutes_are(
    store: Store,
) -> None:
    held = await corrected(store, later)
    await store.write(lambda uow: uow.workspace(WORKSPACE).channels.release(CHANNEL))
    why = Settle(SKIPPED, why=Skipped.ELSEWHERE)
    assert await store.write(settled(held, why)) == why


@pytest.mark.postgresql
@pytest.mark.parametrize("step", [Settle(FAILED, "is_archived"), Settle(SKIPPED, why=Skipped.ELSEWHERE)])
async def test_what_is_refused_waits_for_its_group_before_anything_of_it_is_locked(
    postgresql_url: str, step: Settle
) -> None:
    """Whoever moves a channel has the group, and wants the delivery."""
    store = await open_store(postgresql_url)
    held = await store.write(digest)

    def begin(uow: UnitOfWork) -> None:
        uow.outbox.freeze(held.id, MINE, WORDS)
        uow.outbox.begin(held.id, MINE, 0, MONDAY_NINE)

    def ending(uow: UnitOfWork) -> None:
        Heard(refused=0).store(uow, held, MINE, A_WHILE)
        settled(held, step)(uow)

    await store.write(begin)
    async with await psycopg.AsyncConnection.connect(postgresql_url) as other:
        await other.execute("SELECT 1 FROM working_group FOR UPDATE")
        ended = asyncio.create_task(store.write(ending))
        await asyncio.wait([ended], timeout=LESS_THAN_A_LOCKS_TIMEOUT)
        assert not ended.done()
        await other.execute("SELECT 1 FROM part FOR UPDATE NOWAIT")
        await other.execute("SELECT 1 FROM delivery FOR UPDATE NOWAIT")
    await ended
    assert (await row_of(store, held)).state is step.state
    await store.close()
