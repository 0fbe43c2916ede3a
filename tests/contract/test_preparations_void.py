"""What happens to a group, a digest or its deliveries after one was prepared makes that void."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace

import pytest

from domain.delivery import DeliveryState, Lease
from domain.language import Language
from domain.ports import Store, UnitOfWork
from domain.usecases.deliveries import deliver_now
from domain.usecases.rescheduling import EditDigest, edit_digest
from domain.usecases.skipping import SkipDigest, skip_digest
from domain.usecases.subscriptions import pause, resume
from tests.contract.preparing import (
    LEASE,
    SOON,
    WORDS,
    asks_for_one_that_waits,
    hand_of,
    materialised,
    pauses,
    prepared,
    record_of,
    rows,
    subscribed,
    subscription,
    used,
)
from tests.fakes.scene import CHANNEL, Hand
from tests.unit.domain.usecases.outbox import MONDAY_NINE, WEEK


def notes_something(uow: UnitOfWork) -> None:
    hand_of(uow).change(SOON)


def pauses_and_goes_on(uow: UnitOfWork) -> None:
    pause(hand_of(uow).steer(1), uow, SOON)
    resume(Hand(uow, record_of(uow), keys=itertools.count(50)).steer(1), uow, SOON)


def says_it_in_spanish(uow: UnitOfWork) -> None:
    origin = hand_of(uow).origin(key="edits")
    revision = lambda before: replace(before, languages=(Language.SPANISH,))  # noqa: E731
    edit_digest(EditDigest(origin=origin, group=1, channel=CHANNEL, number=1, revision=revision), uow, SOON)


def leaves_the_date_out(uow: UnitOfWork) -> None:
    skip_digest(SkipDigest(steer=hand_of(uow).steer(1, key="skips")), uow, SOON)


def saves_the_charter(uow: UnitOfWork) -> None:
    record = record_of(uow)
    record.save_group(replace(record.group, phase="diagnosis", stalled_weeks=9))


def asks_for_one_now(uow: UnitOfWork) -> None:
    """It arrives at once."""
    deliver_now(hand_of(uow).steer(1, key="now"), uow, SOON)
    (claimed,) = uow.outbox.claim(LEASE, SOON, 1)
    uow.outbox.freeze(claimed.id, LEASE, WORDS[:1])
    uow.outbox.begin(claimed.id, LEASE, 0, SOON)
    uow.outbox.arrived(claimed.id, LEASE, 0, "1.0")
    uow.outbox.settle(claimed.id, LEASE, DeliveryState.SENT, None)


def takes_back_a_range(uow: UnitOfWork) -> None:
    """As a digest does that is given up."""
    subscriptions = record_of(uow).subscriptions
    one = subscriptions.get(1)
    assert one is not None
    subscriptions.save(replace(one, told_through=one.told_through - 1))


def is_another_by_now(uow: UnitOfWork) -> None:
    """Without a change's number, which nothing does at present."""
    subscriptions = record_of(uow).subscriptions
    one = subscriptions.get(1)
    assert one is not None
    subscriptions.save(replace(one, languages=(Language.SPANISH,), version=one.version + 1))


EVENTS: list[Callable[[UnitOfWork], None]] = [
    notes_something,
    pauses_and_goes_on,
    pauses,
    says_it_in_spanish,
    leaves_the_date_out,
    saves_the_charter,
    asks_for_one_now,
    asks_for_one_that_waits,
    takes_back_a_range,
    is_another_by_now,
]


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.__name__)
async def test_what_happens_until_it_is_due_makes_it_void(
    store: Store, event: Callable[[UnitOfWork], None]
) -> None:
    await subscribed(store)
    await prepared(store, limit=1)
    await store.write(event)
    before, told = await rows(store), await subscription(store)
    assert await used(store) == 1
    assert (await rows(store), await subscription(store)) == (before, told)
    assert await used(store) == 0
    await materialised(store)
    made = [row for row in await rows(store) if row.state is DeliveryState.PENDING]
    assert all(row.parts == () for row in made)


async def test_a_digest_that_is_sent_again_before_makes_it_void(store: Store) -> None:
    """The one before failed: the period of the next begins elsewhere once it has arrived."""
    await subscribed(store)
    await materialised(store)
    (failed, _) = await store.write(lambda uow: uow.outbox.claim(LEASE, MONDAY_NINE, 2))

    def fail(uow: UnitOfWork) -> None:
        uow.outbox.freeze(failed.id, LEASE, WORDS[:1])
        uow.outbox.settle(failed.id, LEASE, DeliveryState.FAILED, "is_archived")

    await store.write(fail)
    await prepared(store, SOON + WEEK, limit=1)

    def arrive(uow: UnitOfWork) -> None:
        row = uow.outbox.get(failed.id)
        assert row is not None
        assert uow.logbook.reopen(row, afresh=True)
        (again,) = uow.outbox.claim(Lease("again"), SOON + WEEK, 1)
        uow.outbox.begin(again.id, Lease("again"), 0, SOON + WEEK)
        uow.outbox.arrived(again.id, Lease("again"), 0, "2.0")
        uow.outbox.settle(again.id, Lease("again"), DeliveryState.SENT, None)

    await store.write(arrive)
    assert await used(store, MONDAY_NINE + WEEK) == 1
    assert [row.state for row in await rows(store)] == [DeliveryState.SENT]
    await materialised(store, MONDAY_NINE + WEEK)
    assert len(await rows(store)) == 2
