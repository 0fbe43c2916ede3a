"""Meetings in the office: waiting for what the bot posts by itself, and writing in a meeting's thread."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from itertools import count, takewhile
from typing import Any

from bot.demo.workspace import TEAM
from domain.delivery import IN_FLIGHT_STATES
from domain.meeting import Meeting
from domain.ports import UnitOfWork
from tests.integration.cast import CHANNELS, USERS
from tests.integration.office import POSTED_WITHIN, Office
from tests.integration.screen import message_text

WHERE = "infrastructure"
"""The channel of the meetings that need no other."""


async def happens(condition: Callable[[], Awaitable[bool]]) -> None:
    """Return when it is so; a failure otherwise."""
    async with asyncio.timeout(POSTED_WITHIN):
        while not await condition():  # noqa: ASYNC110 - neither the workspace nor the database tells
            await asyncio.sleep(0.03)


@dataclass(slots=True)
class Gathering:
    """A meeting in a channel, held by handles."""

    office: Office
    where: str

    async def meeting(self, number: int) -> Meeting:
        """As the record has it."""

        def query(uow: UnitOfWork) -> Meeting | None:
            return uow.workspace(TEAM.id).group(1).meetings.get(number)

        found = await self.office.bot.services.store.read(query)
        assert found is not None
        return found

    async def settled(self) -> None:
        """Until nothing is left to be posted but what waits for its time, and every event was sent."""
        await self.office.people.idle()

        def is_all_told(uow: UnitOfWork) -> bool:
            """Nothing is in flight; what is held waits for a later time."""
            rows = takewhile(lambda found: found is not None, map(uow.outbox.get, count(1)))
            return all(row.state not in IN_FLIGHT_STATES for row in rows if row is not None)

        async def is_done() -> bool:
            return await self.office.bot.services.store.read(is_all_told)

        await happens(is_done)
        await self.office.people.idle()

    async def starts(self, who: str, line: str = "/wg meeting start", number: int = 1) -> str:
        """Start it; the ts of its line, once that stands in the channel."""
        await self.office.asks(who, self.where, line)

        async def has_thread() -> bool:
            return (await self.meeting(number)).thread is not None

        await happens(has_thread)
        thread = (await self.meeting(number)).thread
        assert thread is not None
        return thread

    async def ends(self, who: str) -> None:
        """End it; everything about it is done then."""
        await self.office.asks(who, self.where, "/wg meeting end")
        await self.settled()

    async def writes(self, who: str, thread: str, text: str) -> str:
        """A message in the thread; its ts, once everything about it is done."""
        ts = await self.office.people.message(USERS[who], CHANNELS[self.where], text, thread)
        await self.settled()
        return ts

    async def edits(self, who: str, ts: str, text: str) -> None:
        """Correct a message."""
        await self.office.people.edit_message(USERS[who], CHANNELS[self.where], ts, text)
        await self.settled()

    async def deletes(self, who: str, ts: str) -> None:
        """Take a message away."""
        await self.office.people.delete_message(USERS[who], CHANNELS[self.where], ts)
        await self.settled()

    async def thread(self, who: str, thread: str) -> list[dict[str, Any]]:
        """What the person sees in the thread, its first message included."""
        return await self.office.people.messages(USERS[who], CHANNELS[self.where], thread)

    async def replies(self, who: str, thread: str) -> str:
        """What the bot said in the thread below its line."""
        found = [each for each in await self.thread(who, thread) if each["user"] == "U0RAPPORTEUR"]
        return "\n".join(message_text(each, who, "rapporteur") for each in found[1:])

    async def reactions(self, who: str, thread: str, ts: str) -> set[str]:
        """The emoji under a message of the thread."""
        message = next(each for each in await self.thread(who, thread) if each["ts"] == ts)
        return {reaction["name"] for reaction in message.get("reactions", ())}
