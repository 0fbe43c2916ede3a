"""The clock of the process, and only the clock: ticks at intervals that look whether there is work.

What is due is read from rows by the application's clock; a tick that is missed or late loses nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler  # type: ignore[import-untyped]  # 3.x has no types

from bot import log_events
from handlers.desk.places import place_of

WHOLE = timedelta(seconds=1)
"""What comes more often keeps its distance from the start."""


@dataclass(frozen=True, slots=True)
class Tick:
    """Something to look after. `run` says whether it found work; then it runs again at once.

    `wakes` is the name of the tick that goes on from there: it looks too, and does not wait for its interval.
    """

    name: str
    every: timedelta
    run: Callable[[], Awaitable[bool]]
    wakes: str | None = None


class Scheduler:
    """Starts each tick at once and then at its interval; a tick never runs twice at the same time.

    APScheduler only nudges: a nudge during a run makes the run look once more, so that neither long runs
    nor a stalled machine pile up or skip anything.
    """

    def __init__(self, ticks: Sequence[Tick]) -> None:
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._runs = [_Run(tick) for tick in ticks]
        named = {run.tick.name: run for run in self._runs}
        for run in self._runs:
            if run.tick.wakes is not None:
                run.following = named[run.tick.wakes]

    def start(self) -> None:
        """Begin to tick, in the running event loop: at once, and then at whole seconds.

        What is due at nine is found as nine begins, wherever in a second the process was started.
        """
        now = datetime.now(UTC)
        for run in self._runs:
            self._scheduler.add_job(
                run.nudge,
                "interval",
                seconds=run.tick.every.total_seconds(),
                id=run.tick.name,
                next_run_time=_next(run.tick.every, now),
                coalesce=True,
                max_instances=1,
                misfire_grace_time=None,
            )
            run.begin()
        self._scheduler.start()

    async def stop(self) -> None:
        """Tick no more; returns when the runs under way have come to their end."""
        if self._scheduler.running:
            # APScheduler's shutdown cancels a nudge that did not have its turn yet, and complains of that.
            self._scheduler.pause()
            await asyncio.sleep(0)
            self._scheduler.shutdown(wait=False)
        for run in self._runs:
            await run.finish()


def _next(every: timedelta, now: datetime) -> datetime:
    """When a tick that runs now runs for the second time."""
    return now + every if every < WHOLE else now.replace(microsecond=0) + every


class _Run:
    """The runs of one tick, one after the other."""

    def __init__(self, tick: Tick) -> None:
        self.tick = tick
        self.following: _Run | None = None
        self._again = False
        self._stopping = False
        self._task: asyncio.Task[None] | None = None
        self._log = structlog.get_logger()

    async def nudge(self) -> None:
        """Run soon; APScheduler calls coroutines in the loop, plain functions in a thread."""
        self.begin()

    def begin(self) -> None:
        """Run soon; called in the loop."""
        if self._stopping:
            return
        self._again = True
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._work())

    async def finish(self) -> None:
        self._stopping = True
        if self._task is not None:
            await self._task

    async def _work(self) -> None:
        found = False
        while (found or self._again) and not self._stopping:
            self._again = False
            found = await self._run()
            if found and self.following is not None:
                await self.following.nudge()

    async def _run(self) -> bool:
        try:
            return await self.tick.run()
        except Exception as error:  # noqa: BLE001 - logged; the next tick tries again
            name, kind = self.tick.name, type(error).__name__
            self._log.error(log_events.TICK_FAILED, tick=name, error=kind, place=place_of(error))
            return False
