"""Measuring: rounds of load on the limit and on the bot in turn, starts, and memory."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from storage.opening import migrate
from tests.bench.figures import Figures, Memory, Round, Row, Start, rows_of
from tests.bench.groups import CHANNELS, found
from tests.bench.loads import Loads
from tests.bench.servers import Bots, Server
from tests.bench.stored import require_stored
from tests.bench.typed import Typist, Verb

GROUPS = (len(CHANNELS), 1)
WARM_UP_SECONDS = 1
RECORD, NEW = "with a record", "new"


@dataclass(frozen=True, slots=True)
class Effort:
    """How long to measure: seconds of each load, rounds of all of them, and starts of each kind."""

    seconds: int = 3
    rounds: int = 3
    starts: int = 3


@dataclass(frozen=True, slots=True)
class Engine:
    """Where a bot keeps its record. `fresh` gives the address of a new database.

    `migrates`: the bot makes the tables itself when it starts; else `rapporteur migrate` does, beforehand.
    """

    name: str
    fresh: Callable[[], str]
    migrates: bool


@dataclass(frozen=True, slots=True)
class Bench:
    """Measures bots against one limit, and says what it is doing."""

    folder: Path
    bots: Bots
    limit: Server
    typist: Typist
    effort: Effort
    say: Callable[[str], None]

    async def figures(self, engines: Sequence[Engine]) -> Figures:
        """Everything, engine after engine. Raises LoadError."""
        rows: list[Row] = []
        starts: list[Start] = []
        memory: list[Memory] = []
        for engine in engines:
            url = engine.fresh()
            await asyncio.to_thread(migrate, url)
            await found(url)
            starts += await self._starts(engine, url)
            measured, resident = await self._load(engine, url)
            rows += measured
            memory.append(resident)
        return Figures(tuple(rows), tuple(starts), tuple(memory))

    async def _starts(self, engine: Engine, url: str) -> list[Start]:
        told = [Start(engine.name, RECORD, await self._start(lambda: url))]
        self.say(f"{engine.name}: ready after {told[0].seconds:.2f} s")
        if engine.migrates:
            told.append(Start(engine.name, NEW, await self._start(engine.fresh)))
        return told

    async def _start(self, address: Callable[[], str]) -> float:
        """The median of several cold starts, in seconds."""
        seconds: list[float] = []
        for _ in range(self.effort.starts):
            async with self.bots.serving(address()) as bot:
                seconds.append(bot.started_s)
        return median(seconds)

    async def _load(self, engine: Engine, url: str) -> tuple[list[Row], Memory]:
        loads = Loads(self.folder, self.typist)
        rows: list[Row] = []
        async with self.bots.serving(url) as bot:
            after_start = bot.resident_mib()
            await self._round(loads, bot, GROUPS[0], WARM_UP_SECONDS)
            for groups in GROUPS:
                rounds = [
                    await self._round(loads, bot, groups, self.effort.seconds)
                    for _ in range(self.effort.rounds)
                ]
                rows += rows_of(engine.name, groups, rounds)
                ratios = ", ".join(f"{row.verb} {row.ratio:.2f}" for row in rows[-len(Verb) :])
                self.say(f"{engine.name}, groups: {groups}: {ratios} of the limit")
            memory = Memory(engine.name, after_start, bot.resident_mib())
        kept = require_stored(url, loads.acknowledged)
        self.say(f"{engine.name}: all {kept:,} notes that were acknowledged are stored, each once")
        return rows, memory

    async def _round(self, loads: Loads, bot: Server, groups: int, seconds: int) -> Round:
        limit = await loads.on_limit(self.limit, groups, seconds)
        verbs = {verb: await loads.on_bot(bot, verb, groups, seconds) for verb in Verb}
        return Round(limit, verbs)
