"""Pauses count for every process: what is paused is not claimed, of a channel one message at a time."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

import pytest

from domain.delivery import DeliveryKind, DeliveryState, Lease, NewDelivery
from domain.pause import HISTORY, REACTIONS, WORKSPACE
from domain.ports import Store, UnitOfWork
from storage.opening import open_store
from tests.contract.counting import counting
from tests.contract.desk import Desk, found
from tests.contract.samples import CHANNEL, ELSEWHERE, NOW, PAYLOADS, delivery
from tests.contract.samples import WORKSPACE as HERE

MINE, THEIRS = Lease("mine"), Lease("theirs")
SECOND = timedelta(seconds=1)
SHORT = timedelta(milliseconds=250)
OTHER = "C0002"


async def add(desk: Desk, key: str, channel: str = CHANNEL, kind: DeliveryKind = DeliveryKind.DIGEST) -> int:
    new = replace(delivery(key, desk.group), channel=channel, kind=kind)
    number = await desk.store.write(lambda uow: uow.outbox.add(new))
    assert number is not None
    return number


def put(new: NewDelivery, uow: UnitOfWork) -> int | None:
    return uow.outbox.add(new)


async def claim(store: Store, lease: Lease = MINE, *, limit: int = 10, after: str = "") -> list[str]:
    claimed = await store.write(lambda uow: uow.outbox.claim(lease, NOW, limit, after))
    return [one.key for one in claimed]


async def hold(store: Store, channel: str, length: timedelta = SECOND * 60, workspace: str = HERE) -> None:
    await store.write(lambda uow: uow.pauses.hold(workspace, channel, length))


async def turn(store: Store, channel: str = CHANNEL, pace: timedelta = SECOND * 60) -> timedelta:
    return await store.write(lambda uow: uow.pauses.take_turn(HERE, channel, pace))


async def test_a_channels_next_turn_comes_a_pace_after_the_last_whoever_asks(desk: Desk) -> None:
    assert await turn(desk.store) == timedelta()
    left = await turn(desk.store)
    assert timedelta(seconds=50) < left <= SECOND * 60
    assert await turn(desk.store, OTHER) == timedelta()


async def test_without_a_pace_nobody_waits_but_for_slacks_word(desk: Desk) -> None:
    for _ in range(2):
        assert await turn(desk.store, pace=timedelta()) == timedelta()
    await hold(desk.store, WORKSPACE)
    assert await turn(desk.store, pace=timedelta()) > SECOND * 50


async def test_of_many_who_ask_at_once_one_gets_the_turn(durable: Store) -> None:
    desk = await found(durable)
    waits = await asyncio.gather(*(turn(desk.store) for _ in range(12)))
    assert min(waits) == timedelta()
    assert sum(not wait for wait in waits) == 1


async def test_the_turn_comes_again_when_the_pace_is_over(durable: Store) -> None:
    await turn(durable, pace=SHORT)
    await asyncio.sleep(SHORT.total_seconds() * 1.3)
    left = await durable.write(lambda uow: uow.pauses.take_turn(HERE, CHANNEL, SHORT))
    assert left == timedelta()


async def test_a_channel_rests_a_pace_from_the_last_arrival_if_that_is_later(desk: Desk) -> None:
    async def rest(pace: timedelta) -> None:
        await desk.store.write(lambda uow: uow.pauses.rest(HERE, CHANNEL, pace))

    await rest(timedelta())
    assert await turn(desk.store, pace=SECOND * 10) == timedelta()
    await rest(SECOND * 60)
    assert await turn(desk.store) > SECOND * 50
    await rest(SECOND)
    assert await turn(desk.store) > SECOND * 50
    assert await desk.store.read(lambda uow: uow.pauses.held(HERE)) == set()


async def test_what_slack_holds_back_stays_slacks_word_when_a_message_arrives(desk: Desk) -> None:
    await hold(desk.store, CHANNEL)
    await desk.store.write(lambda uow: uow.pauses.rest(HERE, CHANNEL, SECOND))
    assert await desk.store.read(lambda uow: uow.pauses.held(HERE)) == {CHANNEL}


async def test_a_shorter_pause_does_not_end_a_longer_one(desk: Desk) -> None:
    await hold(desk.store, CHANNEL)
    await hold(desk.store, CHANNEL, SECOND)
    assert await turn(desk.store) > SECOND * 50


async def test_what_slack_holds_back_is_told_apart_from_our_own_pace(desk: Desk) -> None:
    await turn(desk.store, OTHER)
    await hold(desk.store, CHANNEL)
    await hold(desk.store, HISTORY, workspace=ELSEWHERE)
    assert await desk.store.read(lambda uow: uow.pauses.held(HERE)) == {CHANNEL}


@pytest.mark.parametrize(
    ("paused", "claimed"),
    [
        (CHANNEL, ["there", "emoji"]),
        (WORKSPACE, ["emoji"]),
        (REACTIONS, ["here", "there"]),
        (HISTORY, ["here", "there", "emoji"]),
    ],
)
async def test_what_is_paused_is_not_claimed(desk: Desk, paused: str, claimed: list[str]) -> None:
    await add(desk, "here")
    await add(desk, "there", OTHER)
    await add(desk, "emoji", kind=DeliveryKind.REACTION)
    await hold(desk.store, paused)
    assert await claim(desk.store) == claimed


async def test_only_what_is_in_doubt_waits_for_the_history(desk: Desk) -> None:
    number = await add(desk, "doubtful")
    await claim(desk.store)
    await desk.store.write(lambda uow: uow.outbox.freeze(number, MINE, PAYLOADS))
    await desk.store.write(lambda uow: uow.outbox.begin(number, MINE, 0, NOW))
    await desk.store.write(
        lambda uow: uow.outbox.postpone(number, MINE, DeliveryState.SENDING, NOW, "timeout")
    )
    await hold(desk.store, HISTORY)
    assert await claim(desk.store) == []


async def test_a_pause_of_one_workspace_is_none_of_another(desk: Desk) -> None:
    await add(desk, "here")
    await hold(desk.store, WORKSPACE, workspace=ELSEWHERE)
    assert await claim(desk.store) == ["here"]


async def test_a_channel_has_one_message_at_a_time_and_emoji_beside_it(desk: Desk) -> None:
    first = await add(desk, "first")
    await add(desk, "second")
    await add(desk, "emoji", kind=DeliveryKind.REACTION)
    assert await claim(desk.store) == ["first", "emoji"]
    assert await claim(desk.store, THEIRS) == []
    await desk.store.write(lambda uow: uow.outbox.settle(first, MINE, DeliveryState.SENT, None))
    assert await claim(desk.store, THEIRS) == ["second"]


async def test_workspaces_take_turns_beginning_behind_the_one_that_had_the_last(desk: Desk) -> None:
    for workspace in ("T1", "T2", "T3"):
        group = (await found(desk.store, workspace)).group
        for number in (1, 2):
            new = replace(delivery(f"{workspace}:{number}", group, workspace=workspace), channel=f"C{number}")
            assert await desk.store.write(partial(put, new))
    assert await claim(desk.store, limit=2, after="T1") == ["T2:1", "T3:1"]
    assert await claim(desk.store, limit=3, after="T3") == ["T1:1", "T2:2", "T3:2"]
    assert await claim(desk.store, after="T2") == ["T1:2"]


async def statements(store: Store, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many a claim of one takes, and that it is the one that nothing stands in the way of."""
    with counting(monkeypatch) as count:
        assert await claim(store, limit=1) == ["free"]
    await store.write(lambda uow: uow.outbox.postpone(1, MINE, DeliveryState.PENDING, NOW, None))
    return count.asked


async def test_workspaces_where_all_rests_or_is_busy_are_passed_by_at_once(
    durable: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each had been asked for its first delivery: a thousand at rest, a thousand questions."""
    last = await found(durable, "T9")
    assert await durable.write(partial(put, delivery("free", last.group, workspace="T9"))) == 1
    await statements(durable, monkeypatch)  # what is asked for the first time is prepared in other ways
    alone = await statements(durable, monkeypatch)
    for number in range(8):
        workspace = f"T{number}"
        group = (await found(durable, workspace)).group
        for place in range(2):
            await durable.write(partial(put, delivery(f"{number}:{place}", group, workspace=workspace)))
        if number % 2:
            await hold(durable, CHANNEL, workspace=workspace)
        else:
            before = f"T{number - 1}" if number else ""
            assert await claim(durable, THEIRS, limit=1, after=before) == [f"{number}:0"]
    assert await statements(durable, monkeypatch) == alone


@pytest.mark.postgresql
async def test_of_a_channel_one_is_claimed_however_many_claim_at_the_same_time(postgresql_url: str) -> None:
    """Another replica does not see yet what was claimed; elsewhere it goes on."""
    store, replica = await open_store(postgresql_url), await open_store(postgresql_url)
    for workspace in ("T1", "T2"):
        group = (await found(store, workspace)).group
        for number in (1, 2):
            assert await store.write(
                partial(put, delivery(f"{workspace}:{number}", group, workspace=workspace))
            )
    claimed, go_on = threading.Event(), threading.Event()

    def slow(uow: UnitOfWork) -> list[str]:
        first = uow.outbox.claim(MINE, NOW, 1)
        claimed.set()
        assert go_on.wait(10)
        return [one.key for one in first]

    claiming = asyncio.create_task(store.write(slow))
    assert await asyncio.to_thread(claimed.wait, 10)
    assert await claim(replica, THEIRS) == ["T2:1"]
    go_on.set()
    assert await claiming == ["T1:1"]
    assert await claim(replica, THEIRS) == []
    await store.close()
    await replica.close()


async def test_it_is_known_when_the_first_pause_ends_that_something_waits_for(desk: Desk) -> None:
    store = desk.store

    async def ends() -> timedelta | None:
        return await store.read(lambda uow: uow.pauses.ends_in(NOW))

    await hold(store, CHANNEL, SECOND * 30)
    await hold(store, OTHER, SECOND * 20)
    assert await ends() is None
    await add(desk, "here")
    wait = await ends()
    assert wait is not None
    assert SECOND * 20 < wait <= SECOND * 30
    await add(desk, "there", OTHER)
    wait = await ends()
    assert wait is not None
    assert SECOND * 10 < wait <= SECOND * 20


async def test_pauses_that_are_long_over_are_forgotten(desk: Desk) -> None:
    await hold(desk.store, CHANNEL, SECOND)

    async def forget(before: datetime) -> int:
        return await desk.store.write(lambda uow: uow.pauses.forget(before))

    assert await forget(NOW - timedelta(days=30)) == 0
    assert await forget(datetime.max.replace(tzinfo=NOW.tzinfo)) == 1
