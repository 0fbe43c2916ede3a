"""What is committed, as one text: who asks at the same time shares the question."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable


class Snapshots:
    """The present snapshot, never one from before somebody asked. Used from one loop.

    Whoever comes while a question is on its way waits for the next one, with everybody else who came since.
    """

    def __init__(self, ask: Callable[[], Awaitable[str]]) -> None:
        self._ask = ask
        self._asking: asyncio.Task[str] | None = None
        self._next: asyncio.Task[str] | None = None

    async def now(self) -> str:
        """The snapshot of a moment after the call. Raises what asking raises."""
        if self._next is None:
            self._next = asyncio.create_task(self._after(self._asking))
        return await asyncio.shield(self._next)

    async def _after(self, earlier: asyncio.Task[str] | None) -> str:
        if earlier is not None:
            await asyncio.wait([earlier])
        self._asking, self._next = self._next, None
        return await self._ask()
