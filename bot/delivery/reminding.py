"""The ticks that remind people: whose morning it is, who has no plan yet, and what nobody is told of yet."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from domain.ports import Clock, Store
from domain.usecases.meeting_reminders import foretell_late, unforetold
from domain.usecases.reminders import Made, remind

BATCH = 50
"""People looked at in one transaction: so few that nobody who writes waits long for it."""

ADOPTED = 1000
"""People planned for in one transaction when the release that knows of plans begins."""


def reminding(store: Store, clock: Clock, batch: int = BATCH) -> Callable[[], Awaitable[bool]]:
    """Makes the reminders of those whose time has come. `clock` is the application's."""

    async def tick() -> bool:
        now = clock.now()
        return await store.write(lambda uow: remind(uow, now, batch) != Made())

    return tick


def adopting(store: Store, batch: int = ADOPTED) -> Callable[[], Awaitable[bool]]:
    """Plans for members that have no plan: who joined before there were any, or through an older replica."""

    async def tick() -> bool:
        return await store.write(lambda uow: uow.reminders.adopt(batch)) > 0

    return tick


def foretelling(store: Store, clock: Clock, batch: int = BATCH) -> Callable[[], Awaitable[bool]]:
    """Has channels told of meetings that were scheduled before anybody was told of any."""

    async def tick() -> bool:
        now = clock.now()
        coming = await store.read(lambda uow: unforetold(uow, now))
        for begin in range(0, len(coming), batch):
            await store.write(partial(foretell_late, coming=coming[begin : begin + batch], now=now))
        return False

    return tick
