"""Something to tell behind something that may have been told already: for tests of every store."""

from __future__ import annotations

from datetime import datetime

from domain.delivery import Delivery, NewDelivery
from domain.ports import Store, UnitOfWork
from domain.sending import Settle, Wait
from tests.contract.giving_up import A_WHILE, MINE, NOTHING_LEFT, SENDING, SENT, WORDS, settled
from tests.fakes.scene import found
from tests.unit.domain.usecases.outbox import MONDAY_NINE


def taken(uow: UnitOfWork, new: NewDelivery) -> Delivery:
    """It is queued, and under the lease MINE."""
    uow.outbox.add(new)
    (one,) = uow.outbox.claim(MINE, MONDAY_NINE, 10)
    return one


async def one_behind_the_other(
    store: Store, before: NewDelivery, behind: NewDelivery
) -> tuple[Delivery, Delivery]:
    """Both under the lease MINE; nobody knows whether the one before arrived, and it is looked for later."""

    def doubtful(uow: UnitOfWork) -> Delivery:
        found(uow)
        one = taken(uow, before)
        uow.outbox.freeze(one.id, MINE, WORDS)
        uow.outbox.begin(one.id, MINE, 0, MONDAY_NINE)
        uow.outbox.postpone(one.id, MINE, SENDING, MONDAY_NINE + A_WHILE, "HTTP 500")
        return one

    return await store.write(doubtful), await store.write(lambda uow: taken(uow, behind))


async def comes_behind(store: Store, before: Delivery, behind: Delivery, soon: datetime) -> Wait:
    """What there is nothing to tell of yet waits for the one before, which is due soon, and comes with it."""
    wait = await store.write(settled(behind, NOTHING_LEFT))
    assert isinstance(wait, Wait)
    (again,) = await store.write(lambda uow: uow.outbox.claim(MINE, soon, 10))
    assert again.id == before.id
    await store.write(settled(again, Settle(SENT)))
    (woken,) = await store.write(lambda uow: uow.outbox.claim(MINE, soon, 10))
    assert woken.id == behind.id, "it comes at once when the one before is told"
    return wait
