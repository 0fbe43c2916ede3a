"""Questions that are asked at once share one view, and nothing of one is in another."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Hashable
from typing import Any

import pytest

from bot.gathering import MOST, Gathering
from domain.ports import StoreUnavailable, UnitOfWork
from tests.fakes.store import FakeStore


class Counting(FakeStore):
    """Counts views; may be away."""

    views = 0
    away = False

    async def read(self, query: Callable[[UnitOfWork], Any], *, key: Hashable | None = None) -> Any:  # noqa: ANN401 - as the port has it
        self.views += 1
        if self.away:
            raise StoreUnavailable("away")
        return await super().read(query, key=key)


def answering(value: object) -> Callable[[UnitOfWork], object]:
    return lambda _: value


def missing(_: UnitOfWork) -> object:
    raise LookupError("no group")


async def test_what_is_asked_at_once_shares_a_view_and_each_gets_its_own_answer() -> None:
    store = Counting()
    gathering = Gathering(store)
    asked = [gathering.read(answering(number)) for number in range(MOST + 3)]
    assert await asyncio.gather(*asked) == list(range(MOST + 3))
    assert store.views == 2
    assert await gathering.read(answering("later")) == "later"
    assert store.views == 3


async def test_a_question_that_fails_fails_alone() -> None:
    gathering = Gathering(Counting())
    came = await asyncio.gather(
        gathering.read(answering(1)),
        gathering.read(missing),
        gathering.read(answering(2)),
        return_exceptions=True,
    )
    assert (came[0], came[2]) == (1, 2)
    assert isinstance(came[1], LookupError)


async def test_a_question_that_nobody_expected_to_fail_fails_alone_too() -> None:
    def broken(_: UnitOfWork) -> object:
        raise ValueError("a language of a later release")

    gathering = Gathering(Counting())
    came = await asyncio.gather(
        gathering.read(answering(1)),
        gathering.read(broken),
        gathering.read(answering(2)),
        return_exceptions=True,
    )
    assert (came[0], came[2]) == (1, 2)
    assert isinstance(came[1], ValueError)


async def test_a_store_that_is_away_is_away_for_everybody() -> None:
    store = Counting()
    store.away = True
    gathering = Gathering(store)
    came = await asyncio.gather(*(gathering.read(answering(1)) for _ in range(2)), return_exceptions=True)
    assert all(isinstance(one, StoreUnavailable) for one in came)


async def test_who_goes_away_keeps_nobody_from_an_answer() -> None:
    gathering = Gathering(Counting())
    gone = asyncio.create_task(gathering.read(answering(1)))
    stays = asyncio.create_task(gathering.read(answering(2)))
    await asyncio.sleep(0)
    gone.cancel()
    assert await stays == 2
    with pytest.raises(asyncio.CancelledError):
        await gone
