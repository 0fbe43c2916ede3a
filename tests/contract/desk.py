"""One group of a store, at hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from domain.ports import Store, UnitOfWork
from domain.repositories import GroupRecord
from tests.contract.samples import CHARTER, WORKSPACE

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Desk:
    """Jobs over the record of one group, each in a transaction of its own."""

    store: Store
    group: int
    workspace: str = WORKSPACE

    async def write(self, job: Callable[[GroupRecord], T]) -> T:
        return await self.store.write(lambda uow: job(self.record(uow)))

    async def read(self, query: Callable[[GroupRecord], T]) -> T:
        return await self.store.read(lambda uow: query(self.record(uow)))

    def record(self, uow: UnitOfWork) -> GroupRecord:
        return uow.workspace(self.workspace).group(self.group)


async def found(store: Store, workspace: str = WORKSPACE) -> Desk:
    """The desk of a new group."""
    group = await store.write(lambda uow: uow.workspace(workspace).found_group(CHARTER).group.id)
    return Desk(store, group, workspace)
