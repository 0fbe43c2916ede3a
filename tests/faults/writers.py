"""People who write notes, and what they were told about each."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count

from bot.sandbox.client import Reply
from tests.faults.group import PEOPLE, handle
from tests.faults.house import House
from tests.faults.programs import until
from tests.faults.stored import Record

_RECORDED = re.compile(r"\*(N-\d+)\*")
_BEFORE_TRYING_AGAIN = 0.1
"""Seconds a person waits whose command failed."""


@dataclass(slots=True)
class Told:
    """By the text of each note: its reference when it was acknowledged, else what the person read."""

    acknowledged: dict[str, str] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)
    slowest_ms: float = 0.0

    def take(self, text: str, reply: Reply) -> None:
        """Note what the person read."""
        said = str(reply.body.get("text")) if isinstance(reply.body, dict) else ""
        recorded = _RECORDED.match(said)
        if reply.ok and recorded is not None:
            self.acknowledged[text] = recorded.group(1)
            self.slowest_ms = max(self.slowest_ms, reply.elapsed_ms)
        else:
            self.failed[text] = reply.error or said

    def require_kept(self, record: Record) -> None:
        """Assert that every acknowledged note is there once, as told, and no other more than once."""
        stored: dict[str, list[str]] = {}
        for note in record.notes:
            assert note.text.startswith(handle(note.author))
            stored.setdefault(note.text, []).append(f"N-{note.number}")
        told = {text: [reference] for text, reference in self.acknowledged.items()}
        assert {text: stored.get(text) for text in told} == told
        assert {text: references for text, references in stored.items() if len(references) > 1} == {}
        assert stored.keys() <= self.acknowledged.keys() | self.failed.keys()


class Writers:
    """Sixteen people, each writing the next note as soon as the last one is answered."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._writing = True
        self.told = Told()

    async def until_acknowledged(self, more: int) -> None:
        """Return when so many more notes were acknowledged."""
        enough = len(self.told.acknowledged) + more
        await until(lambda: len(self.told.acknowledged) >= enough)

    def stop(self) -> None:
        """Nobody begins another note."""
        self._writing = False

    async def write(self, user: str) -> None:
        """One person's evening."""
        for number in count(1):
            if not self._writing:
                return
            text = f"{handle(user)} note {number}"
            reply = await self._house.say(user, f"note {text}")
            self.told.take(text, reply)
            if not reply.ok:
                await asyncio.sleep(_BEFORE_TRYING_AGAIN)


@asynccontextmanager
async def writing(house: House) -> AsyncIterator[Writers]:
    """All of them write while the block runs; afterwards each has got an answer to their last note."""
    writers = Writers(house)
    async with asyncio.TaskGroup() as group:
        for user in PEOPLE:
            group.create_task(writers.write(user))
        try:
            yield writers
        finally:
            writers.stop()
