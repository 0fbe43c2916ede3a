"""Seeing every message that a delivery leaves, from the moment it appears until somebody removes it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from time import monotonic

from bot.delivery.marks import EVENT_TYPE
from bot.sandbox.client import People
from bot.sandbox.shapes import JsonObject
from tests.faults.ledger import Appearance
from tests.faults.programs import until


class Watcher:
    """People who look at their channels all the time; what several of them see is one message."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], Appearance] = {}
        self.told: dict[str, datetime] = {}
        """The latest time of the workspace's clock that each person was told of."""

    @property
    def seen(self) -> tuple[Appearance, ...]:
        """Everything so far, in the order in which it appeared."""
        return tuple(self._found.values())

    def stands(self, key: str) -> bool:
        """Whether a message of the delivery can be seen now."""
        return any(found.key == key and found.stands for found in self.seen)

    async def watch(self, people: People, user: str) -> None:
        """Look until cancelled."""
        async with people.stream(user) as events:
            self.told[user] = datetime.min.replace(tzinfo=UTC)
            async for event in events:
                self._take(event, user)

    def _take(self, event: JsonObject, user: str) -> None:
        match event["type"]:
            case "clock":
                self.told[user] = datetime.fromisoformat(event["now"])
            case "message":
                self._appear(event)
            case "message_deleted":
                self._go(event)
            case "message_changed" if event["message"].get("subtype") == "tombstone":
                self._go(event)

    def _appear(self, event: JsonObject) -> None:
        mark = event["message"].get("metadata") or {}
        place = (event["channel"], event["ts"])
        if mark.get("event_type") == EVENT_TYPE and place not in self._found:
            payload = mark["event_payload"]
            self._found[place] = Appearance(*place, payload["delivery"], payload["part"], monotonic())

    def _go(self, event: JsonObject) -> None:
        found = self._found.get((event["channel"], event["ts"]))
        if found is not None and found.gone_at is None:
            found.gone_at = monotonic()

    async def caught_up(self, people: People) -> None:
        """Return when all that happened before the call was seen."""
        now = await people.advance(timedelta())
        await until(lambda: all(told >= now for told in self.told.values()))


@asynccontextmanager
async def watching(people: People, users: Sequence[str]) -> AsyncIterator[Watcher]:
    """These people look while the block runs."""
    watcher = Watcher()
    tasks = [asyncio.create_task(watcher.watch(people, user)) for user in users]
    try:
        await until(lambda: len(watcher.told) == len(users))
        yield watcher
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
