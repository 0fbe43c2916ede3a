"""A channel that is released belongs to no group, in its own workspace alone."""

from __future__ import annotations

from domain.channel import Binding
from domain.ports import Store
from tests.contract.desk import found
from tests.contract.samples import WORKSPACE
from tests.jobs import over


async def test_a_released_channel_is_nobodys_and_may_be_bound_again(store: Store) -> None:
    desk = await found(store)
    theirs, other = Binding("C0001", desk.group, "charging"), Binding("C0002", desk.group)

    async def held() -> list[Binding | None]:
        return await store.read(
            lambda uow: [uow.workspace(WORKSPACE).channels.get(name) for name in ("C0001", "C0002")]
        )

    for binding in (theirs, other):
        await store.write(over(binding, lambda uow, binding: uow.workspace(WORKSPACE).channels.bind(binding)))
    await store.write(lambda uow: uow.workspace(WORKSPACE).channels.release("C0001"))
    await store.write(lambda uow: uow.workspace(WORKSPACE).channels.release("C0009"))
    assert await held() == [None, other]
    assert await store.write(lambda uow: uow.workspace(WORKSPACE).channels.claim(theirs))
    assert await held() == [theirs, other]
