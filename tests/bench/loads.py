"""Loads, each with requests of its own, and what was acknowledged in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from bot.http import EVENTS_PATH
from tests.bench.servers import Server
from tests.bench.typed import Typist, Verb
from tests.bench.wrk import Load, Order, run

ACKNOWLEDGED = ("^$",)
"""The answer of the limit, as a pattern of Lua's."""

_NOTED, _TOLD = r'line (%d+):.*"in_channel"', "Where we stand"
ACCEPTED = {Verb.NOTE: (_NOTED,), Verb.STATUS: (_TOLD,), Verb.MIXED: (_TOLD, _NOTED)}
"""What the answer to an accepted request holds: a note its own number, and that the channel sees it."""

FIRST_RATE = 15_000
"""Requests a second to prepare for while nothing is known: more than a process of Python's answers."""

LOWEST_RATE = 4_000
"""Requests a second to prepare for at least: a machine that was held up may go on faster."""

SPARE = 2
"""Requests are prepared for this many times the highest rate seen."""


@dataclass(slots=True)
class Loads:
    """Runs loads one at a time. `acknowledged` are the files that name every note acknowledged so far."""

    folder: Path
    typist: Typist
    acknowledged: list[Path] = field(default_factory=list)
    _rates: dict[tuple[tuple[str, ...], Verb], float] = field(default_factory=dict)

    async def on_limit(self, limit: Server, groups: int, seconds: int) -> Load:
        """Notes, for a server that only acknowledges. Raises LoadError."""
        return await self._run(limit, Verb.NOTE, groups, seconds, ACKNOWLEDGED)

    async def on_bot(self, bot: Server, verb: Verb, groups: int, seconds: int) -> Load:
        """What people type, for the bot. Raises LoadError unless every answer is an accepted one."""
        load = await self._run(bot, verb, groups, seconds, ACCEPTED[verb])
        if verb is not Verb.STATUS:
            kept = self.folder / f"acknowledged-{len(self.acknowledged)}"
            self.acknowledged.append(self._answers.rename(kept))
        return load

    @property
    def _answers(self) -> Path:
        return self.folder / "answers"

    async def _run(
        self, server: Server, verb: Verb, groups: int, seconds: int, accepted: tuple[str, ...]
    ) -> Load:
        requests = self.folder / "requests"
        usual = self._rates.get((accepted, verb))
        enough = FIRST_RATE if usual is None else max(usual * SPARE, LOWEST_RATE)
        self.typist.write(requests, verb, groups, int(enough * seconds))
        load = await run(Order(server.url + EVENTS_PATH, requests, accepted, seconds), self._answers)
        self._rates[accepted, verb] = max(load.per_second, usual or 0)
        return load
