"""A message whose arrival the database could not take is noted later, and never sent again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest

from domain.delivery import DeliveryState
from domain.ports import Asking, OutcomeUnknown, StoreUnavailable, UnitOfWork
from tests.fakes.store import FakeStore
from tests.unit.bot.delivery.rig import Rig, work

T = TypeVar("T")


class FailingStore(FakeStore):
    """Fails the planned number of writes that note an arrival."""

    def __init__(self, error: Exception, times: int) -> None:
        super().__init__()
        self._error = error
        self._times = times

    async def write(self, job: Callable[[UnitOfWork], T], ahead: Asking | None = None) -> T:
        row = self.uow.outbox.deliveries.get(1)
        if row is not None and row.state is DeliveryState.SENDING and self._times:
            self._times -= 1
            raise self._error
        return await super().write(job, ahead)


@pytest.mark.parametrize("error", [StoreUnavailable(), OutcomeUnknown()])
async def test_an_arrival_is_noted_as_soon_as_the_database_answers_again(rig: Rig, error: Exception) -> None:
    rig.store = FailingStore(error, times=1)
    rig.add()
    await work(rig.worker())
    assert rig.row().state is DeliveryState.SENT
    assert rig.channel.looks == 0


async def test_an_arrival_that_could_not_be_noted_is_found_in_the_history(rig: Rig) -> None:
    rig.store = FailingStore(StoreUnavailable(), times=3)
    rig.add()
    worker = rig.worker()
    await work(worker)
    assert rig.row().state is DeliveryState.SENDING
    rig.clock.advance(60)
    await work(worker)
    assert rig.row().state is DeliveryState.SENT
    assert rig.channel.posts == len(rig.channel.messages) == 1
