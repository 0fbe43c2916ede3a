"""Steps of deliveries that share a transaction: each answered as if it were alone, under its own lease."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import psycopg
import pytest
from psycopg import sql

from bot.delivery.settling import beginning, ending
from domain.delivery import (
    Delivery,
    DeliveryKind,
    DeliveryState,
    Lease,
    LeaseLost,
    NewDelivery,
    Payload,
    Skipped,
)
from domain.pause import WORKSPACE, place_of
from domain.ports import Sending, Store, UnitOfWork
from domain.usecases.deliveries import materialise
from domain.usecases.timeliness import why_unsaid
from storage.opening import open_store
from tests.contract.counting import counting
from tests.fakes.scene import FOUNDED_AT, Hand, found
from tests.unit.domain.usecases.outbox import MONDAY_NINE

MINE, THEIRS = Lease("mine"), Lease("theirs")
PACE = timedelta(seconds=30)
TINY = timedelta(milliseconds=1)
LESS_THAN_A_LOCKS_TIMEOUT = 2.0
"""Seconds (`storage.postgresql.connections` has 3)."""
WORDS = (Payload({"text": "\\u0000 «ñ»"}, {"text": "plain"}),)
WORKSPACES = tuple(f"T{number:04}" for number in range(6))


async def claimed(store: Store) -> tuple[Delivery, ...]:
    """Monday's digests of six workspaces, a group in each, under the lease MINE."""

    def job(uow: UnitOfWork) -> tuple[Delivery, ...]:
        for workspace in WORKSPACES:
            hand = Hand(uow, found(uow, workspace))
            hand.subscribe(FOUNDED_AT)
            hand.change(FOUNDED_AT)
        materialise(uow, MONDAY_NINE, 10)
        return uow.outbox.claim(MINE, MONDAY_NINE, 10)

    held = await store.write(job)
    assert [one.workspace for one in held] == list(WORKSPACES)
    return held


def begin(one: Delivery, lease: Lease = MINE) -> Callable[[UnitOfWork], Any]:
    """What an errand does before it posts: why it is not to be said, how long its turn is away, or itself."""

    def job(uow: UnitOfWork) -> Any:  # noqa: ANN401 - one of the three
        why = why_unsaid(one, uow, MONDAY_NINE)
        if why is not None:
            return why
        row = uow.outbox.held(one.id, lease)
        wait = uow.pauses.take_turn(one.workspace, place_of(one), PACE)
        uow.outbox.freeze(one.id, lease, WORDS)
        if wait:
            return wait
        uow.outbox.begin(one.id, lease, 0, MONDAY_NINE)
        return row

    return job


def end(one: Delivery, lease: Lease = MINE) -> Callable[[UnitOfWork], None]:
    def job(uow: UnitOfWork) -> None:
        uow.outbox.held(one.id, lease)
        uow.pauses.rest(one.workspace, place_of(one), PACE)
        uow.outbox.arrived(one.id, lease, 0, f"{one.id}.1")
        uow.outbox.settle(one.id, lease, DeliveryState.SENT, None)

    return job


async def together(store: Store, *steps: tuple[Callable[[UnitOfWork], Any], Sending | None]) -> list[Any]:
    """What each came to. All are taken at once: they gather while another one holds the thread."""
    busy, go_on = threading.Event(), threading.Event()

    def hold(_: UnitOfWork) -> None:
        busy.set()
        assert go_on.wait(10)

    nobody = Sending(delivery=10**9, token="nobody", workspace="T", place="C")
    holding = asyncio.create_task(store.write(hold, nobody))
    await asyncio.to_thread(busy.wait, 10)
    writes = [asyncio.create_task(store.write(job, ahead)) for job, ahead in steps]
    await asyncio.sleep(0)
    go_on.set()
    await holding
    return await asyncio.gather(*writes, return_exceptions=True)


async def rows(store: Store, held: tuple[Delivery, ...]) -> list[Delivery]:
    def read(uow: UnitOfWork) -> list[Delivery]:
        return [row for one in held if (row := uow.outbox.get(one.id)) is not None]

    return await store.read(read)


async def test_several_are_begun_and_settled_as_if_each_were_alone(durable: Store) -> None:
    held = await claimed(durable)
    began = await together(durable, *((begin(one), beginning(one, MINE)) for one in held))
    assert [row.key for row in began] == [one.key for one in held]
    sending = await rows(durable, held)
    assert sending == [part.begun(0, MONDAY_NINE) for part in (await with_words(durable, held))]
    await together(durable, *((end(one), ending(one, MINE)) for one in held))
    sent = await rows(durable, held)
    assert [(row.state, row.parts[0].ts) for row in sent] == [
        (DeliveryState.SENT, f"{one.id}.1") for one in held
    ]
    assert await durable.read(lambda uow: uow.pauses.left(held[0].workspace, place_of(held[0])))


async def with_words(store: Store, held: tuple[Delivery, ...]) -> list[Delivery]:
    """The claimed deliveries with their parts, as frozen and never begun."""
    stored = await rows(store, held)
    return [
        replace(one, parts=tuple(replace(part, begun_at=None) for part in row.parts))
        for one, row in zip(held, stored, strict=True)
    ]


async def test_who_lost_the_lease_or_has_nothing_to_say_is_told_so_alone(durable: Store) -> None:
    held = await claimed(durable)

    def rebind(uow: UnitOfWork) -> None:
        uow.workspace(WORKSPACES[1]).channels.release(held[1].channel)

    await durable.write(rebind)
    lost, unsaid, *others = await together(
        durable,
        (begin(held[0], THEIRS), beginning(held[0], THEIRS)),
        *((begin(one), beginning(one, MINE)) for one in held[1:]),
    )
    assert isinstance(lost, LeaseLost)
    assert unsaid is Skipped.ELSEWHERE
    assert [row.key for row in others] == [one.key for one in held[2:]]
    states = [(row.state, len(row.parts)) for row in await rows(durable, held)]
    assert states == [(DeliveryState.PENDING, 0)] * 2 + [(DeliveryState.SENDING, 1)] * 4
    left = await durable.read(lambda uow: uow.pauses.left(WORKSPACES[1], held[1].channel))
    assert not left, "what is not said takes no turn"


async def test_what_fails_leaves_nothing_and_takes_nobody_with_it(durable: Store) -> None:
    held = await claimed(durable)

    def fails(uow: UnitOfWork) -> None:
        begin(held[2])(uow)
        raise KeyError("words of people")

    steps = [(begin(one), beginning(one, MINE)) for one in held]
    steps[2] = (fails, beginning(held[2], MINE))
    came = await together(durable, *steps)
    assert isinstance(came[2], KeyError)
    stored = await rows(durable, held)
    assert [row.state is DeliveryState.SENDING for row in stored] == [at != 2 for at in range(6)]
    assert stored[2].parts == ()
    assert await durable.write(begin(held[2]))


async def test_a_turn_that_is_taken_is_waited_for_by_those_who_came_together(durable: Store) -> None:
    """Of a channel one begins; of a workspace that Slack holds back, none."""
    held = await claimed(durable)
    await durable.write(lambda uow: uow.pauses.hold(WORKSPACES[3], "", PACE))
    one = held[0]
    turn = (one.workspace, place_of(one), PACE)
    came = await together(
        durable,
        (begin(one), beginning(one, MINE)),
        (lambda uow: uow.pauses.take_turn(*turn), replace(beginning(one, MINE), delivery=10**9)),
        *((begin(one), beginning(one, MINE)) for one in held[1:]),
    )
    assert came[0].key == held[0].key
    assert timedelta() < came[1] <= PACE
    assert timedelta() < came[4] <= PACE
    assert [row.key for row in (came[2], came[3])] == [held[1].key, held[2].key]


async def test_a_workspace_that_one_of_them_pauses_is_paused_for_those_behind_it(durable: Store) -> None:
    """Whatever was asked ahead for all of them."""
    held = await claimed(durable)
    one = held[0]
    new = NewDelivery(
        key="whisper:1",
        kind=DeliveryKind.WHISPER,
        workspace=one.workspace,
        group=one.group,
        subscription=None,
        channel="C0OTHER",
        facts={},
        due_at=MONDAY_NINE,
    )

    def owe(uow: UnitOfWork) -> Delivery:
        uow.outbox.add(new)
        (other,) = uow.outbox.claim(MINE, MONDAY_NINE, 10)
        return other

    def limited(uow: UnitOfWork) -> None:
        end(one)(uow)
        uow.pauses.hold(one.workspace, WORKSPACE, PACE)

    await durable.write(begin(one))
    other = await durable.write(owe)
    _, wait = await together(durable, (limited, ending(one, MINE)), (begin(other), beginning(other, MINE)))
    assert timedelta() < wait <= PACE
    assert (await rows(durable, (other,)))[0].state is DeliveryState.PENDING


async def test_a_part_that_is_not_there_is_begun_by_nobody(durable: Store) -> None:
    held = await claimed(durable)

    def second(uow: UnitOfWork) -> None:
        uow.outbox.freeze(held[0].id, MINE, WORDS)
        uow.outbox.begin(held[0].id, MINE, 1, MONDAY_NINE)

    missing, other = await together(
        durable, (second, beginning(held[0], MINE)), (begin(held[1]), beginning(held[1], MINE))
    )
    assert isinstance(missing, LookupError)
    assert other.key == held[1].key
    assert (await rows(durable, held))[0].parts == ()


@pytest.mark.parametrize("place", [0, 3, 5])
async def test_one_that_was_frozen_before_goes_with_those_that_freeze_now(durable: Store, place: int) -> None:
    """Words are there before it is noted that they are sent, whoever is first."""
    held = await claimed(durable)
    again = held[place]

    def once_more(uow: UnitOfWork) -> None:
        uow.outbox.held(again.id, MINE)
        uow.pauses.take_turn(again.workspace, place_of(again), PACE)
        uow.outbox.begin(again.id, MINE, 0, MONDAY_NINE)

    await durable.write(lambda uow: uow.outbox.freeze(again.id, MINE, WORDS))
    steps: list[Callable[[UnitOfWork], Any]] = [begin(one) for one in held]
    steps[place] = once_more
    await together(durable, *zip(steps, [beginning(one, MINE) for one in held], strict=True))
    stored = await rows(durable, held)
    assert [row.state for row in stored] == [DeliveryState.SENDING] * len(held)
    assert [part.begun_at for row in stored for part in row.parts] == [MONDAY_NINE] * len(held)


@pytest.mark.postgresql
@pytest.mark.parametrize("table", ["delivery", "pause", "working_group"])
async def test_a_row_that_somebody_holds_keeps_nobody_else_waiting(postgresql_url: str, table: str) -> None:
    store = await open_store(postgresql_url)
    held = await claimed(store)
    await store.write(lambda uow: uow.pauses.rest(held[2].workspace, place_of(held[2]), TINY))
    await asyncio.sleep(TINY.total_seconds())
    async with await psycopg.AsyncConnection.connect(postgresql_url) as other:
        locking = sql.SQL("SELECT 1 FROM {} WHERE workspace = %s FOR UPDATE").format(sql.Identifier(table))
        await other.execute(locking, [held[2].workspace])
        begun = [asyncio.create_task(store.write(begin(one), beginning(one, MINE))) for one in held]
        free = [*begun[:2], *begun[3:]]
        done, _ = await asyncio.wait(free, timeout=LESS_THAN_A_LOCKS_TIMEOUT)
        assert len(done) == len(free)
        assert not begun[2].done()
    await asyncio.gather(*begun)
    assert [row.state for row in await rows(store, held)] == [DeliveryState.SENDING] * len(held)
    await store.close()


async def test_many_cost_as_many_statements_as_one(durable: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    held = await claimed(durable)
    with counting(monkeypatch) as count:
        await together(durable, (begin(held[0]), beginning(held[0], MINE)))
        alone = count.asked
        await together(durable, *((begin(one), beginning(one, MINE)) for one in held[1:]))
    assert count.asked == 2 * alone
