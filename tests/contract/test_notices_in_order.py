"""What one person is told of the same thing is told in its order: on every store alike."""

from __future__ import annotations

import pytest

from domain.delivery import Delivery, DeliveryKind, DeliveryState, NewDelivery
from domain.ports import Store, UnitOfWork
from domain.refusal import Refusal, RefusalCode
from domain.sending import Settle, Wait
from domain.usecases.notices import notice_of
from domain.usecases.resending import retry
from tests.contract.giving_up import (
    A_WHILE,
    FAILED,
    MINE,
    NOTHING_LEFT,
    SENDING,
    SENT,
    WORDS,
    row_of,
    settled,
)
from tests.fakes.scene import MEMBER, WORKSPACE, found
from tests.unit.domain.usecases.outbox import MONDAY_NINE


def notice(uow: UnitOfWork, key: str, item: str) -> Delivery:
    """It is under the lease MINE."""
    uow.outbox.add(
        NewDelivery(
            key=key,
            kind=DeliveryKind.NOTICE,
            workspace=WORKSPACE,
            group=1,
            subscription=None,
            channel=MEMBER,
            facts={"about": "moved", "item": item, "write": 1},
            due_at=MONDAY_NINE,
        )
    )
    (one,) = uow.outbox.claim(MINE, MONDAY_NINE, 10)
    return one


async def two(store: Store, item: str = "R-1", then: str = "R-1") -> tuple[Delivery, Delivery]:
    """Nobody knows whether the first one arrived, and it is looked for later."""

    def first(uow: UnitOfWork) -> Delivery:
        found(uow)
        one = notice(uow, "first", item)
        uow.outbox.freeze(one.id, MINE, WORDS)
        uow.outbox.begin(one.id, MINE, 0, MONDAY_NINE)
        uow.outbox.postpone(one.id, MINE, SENDING, MONDAY_NINE + A_WHILE, "HTTP 500")
        return one

    return await store.write(first), await store.write(lambda uow: notice(uow, "second", then))


async def test_a_notice_waits_for_what_its_reader_is_told_of_the_same_thing_before(store: Store) -> None:
    first, second = await two(store)
    assert await store.read(lambda uow: notice_of(second, uow, MONDAY_NINE)) is None
    assert isinstance(await store.write(settled(second, NOTHING_LEFT)), Wait)
    soon = MONDAY_NINE + A_WHILE
    (again,) = await store.write(lambda uow: uow.outbox.claim(MINE, soon, 10))
    assert again.id == first.id
    await store.write(settled(again, Settle(SENT)))
    (woken,) = await store.write(lambda uow: uow.outbox.claim(MINE, soon, 10))
    assert woken.id == second.id, "it comes at once when the one before is told"


async def test_a_notice_of_something_else_waits_for_nothing(store: Store) -> None:
    _, second = await two(store, then="R-2")
    assert await store.write(settled(second, NOTHING_LEFT)) == NOTHING_LEFT
    assert (await row_of(store, second)).state is DeliveryState.SKIPPED


async def test_an_old_notice_is_not_sent_again_behind_a_later_one(store: Store) -> None:
    first, second = await two(store)
    await store.write(settled(second, NOTHING_LEFT))

    def fails(uow: UnitOfWork) -> None:
        (again,) = uow.outbox.claim(MINE, MONDAY_NINE + A_WHILE, 10)
        uow.outbox.settle(again.id, MINE, FAILED, "user_not_found")

    await store.write(fails)
    with pytest.raises(Refusal) as refused:
        await store.write(lambda uow: retry(uow, first.id, MONDAY_NINE, afresh=False))
    assert refused.value.code is RefusalCode.DELIVERY_TOLD_SINCE
