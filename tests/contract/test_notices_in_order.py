"""What one person is told of the same thing is told in its order: on every store alike."""

from __future__ import annotations

import pytest

from domain.delivery import Delivery, DeliveryKind, DeliveryState, NewDelivery
from domain.ports import Store, UnitOfWork
from domain.refusal import Refusal, RefusalCode
from domain.usecases.notices import notice_of
from domain.usecases.resending import retry
from tests.contract.giving_up import A_WHILE, FAILED, MINE, NOTHING_LEFT, row_of, settled
from tests.contract.in_turn import comes_behind, one_behind_the_other
from tests.fakes.scene import MEMBER
from tests.unit.domain.usecases.outbox import MONDAY_NINE, to_tell


def notice(key: str, item: str) -> NewDelivery:
    return to_tell(key, DeliveryKind.NOTICE, MEMBER, about="moved", item=item, write=1)


async def two(store: Store, then: str = "R-1") -> tuple[Delivery, Delivery]:
    """Of R-1, and then of something."""
    return await one_behind_the_other(store, notice("first", "R-1"), notice("second", then))


async def test_a_notice_waits_for_what_its_reader_is_told_of_the_same_thing_before(store: Store) -> None:
    first, second = await two(store)
    assert await store.read(lambda uow: notice_of(second, uow, MONDAY_NINE)) is None
    await comes_behind(store, first, second, MONDAY_NINE + A_WHILE)


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
