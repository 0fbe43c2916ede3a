"""The question which group is meant: its first answer that writes is the only one that does."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from typing import TypeVar

from domain.ports import Asking, Store, UnitOfWork
from domain.usecases.choosing import spend
from handlers.desk.request import Request

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Spending:
    """The store, whose every write spends the question first. Reading with several answers is no harm."""

    store: Store
    spends: Callable[[UnitOfWork], None]

    async def write(self, job: Callable[[UnitOfWork], T], ahead: Asking | None = None) -> T:
        del ahead  # Jobs that are foreseen share a transaction with others; this one is on its own.

        def spending(uow: UnitOfWork) -> T:
            self.spends(uow)
            return job(uow)

        return await self.store.write(spending)

    async def read(self, query: Callable[[UnitOfWork], T], *, key: Hashable | None = None) -> T:
        return await self.store.read(query, key=key)

    async def glance(self, key: Hashable, query: Callable[[UnitOfWork], T]) -> T:
        return await self.store.glance(key, query)

    async def check(self) -> None:
        await self.store.check()

    async def close(self) -> None:
        await self.store.close()


def answering(request: Request) -> Request:
    """The request of a pressed answer: each press of one question is the same interaction.

    Where the question stood in a message, that names it, else the view in the state it was in.
    """
    interaction, group = request.interaction, request.situation.group
    view = interaction.view
    place = interaction.message or (None if view is None else f"{view.id}:{view.hash}")
    if place is None or group is None:
        return request
    person, now = interaction.person, request.now
    asked = f"{person.user}:{interaction.channel}:{place}"
    store = _Spending(
        request.services.store, lambda uow: spend(f"question:{asked}", person, group.id, uow, now)
    )
    return replace(
        request,
        interaction=replace(interaction, key=f"choose:{asked}"),
        services=replace(request.services, store=store),
    )
