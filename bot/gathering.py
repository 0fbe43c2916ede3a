"""Questions that are asked at the same time share one view of the record, and one way to the database."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from domain.ports import Store, StoreUnavailable, UnitOfWork

T = TypeVar("T")

MOST = 32
"""Questions of one view: more would make the first of them wait for the last."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question and who waits for its answer."""

    query: Callable[[UnitOfWork], Any]
    answer: asyncio.Future[Any]


class Gathering:
    """Of one loop. What is asked before the loop comes round again goes together."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting: list[_Asked] = []
        self._asking: set[asyncio.Task[None]] = set()

    async def read(self, query: Callable[[UnitOfWork], T]) -> T:
        """As the store's `read`: what goes wrong with one question concerns no other."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[T] = loop.create_future()
        self._waiting.append(_Asked(query, answer))
        if len(self._waiting) == 1:
            loop.call_soon(self._start)
        return await answer

    def _start(self) -> None:
        every, self._waiting = self._waiting, []
        for first in range(0, len(every), MOST):
            task = asyncio.create_task(self._ask(every[first : first + MOST]))
            self._asking.add(task)
            task.add_done_callback(self._asking.discard)

    async def _ask(self, every: Sequence[_Asked]) -> None:
        """One that cannot be asked fails by itself: then each gets a view of its own."""
        try:
            answers = await self._store.read(lambda uow: [_outcome(one, uow) for one in every])
        except Exception as error:  # noqa: BLE001 - who asked hears of it
            if len(every) > 1 and not isinstance(error, StoreUnavailable):
                for one in every:
                    await self._ask([one])
                return
            answers = [error] * len(every)
        for one, answer in zip(every, answers, strict=True):
            if one.answer.done():
                continue
            if isinstance(answer, Exception):
                one.answer.set_exception(answer)
            else:
                one.answer.set_result(answer)


def _outcome(one: _Asked, uow: UnitOfWork) -> Any:  # noqa: ANN401 - what the query gives, or its error
    try:
        return one.query(uow)
    except LookupError as error:
        return error
