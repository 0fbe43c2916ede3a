"""Ticks: at once, at intervals, again while there is work, never twice at a time, and a clean end."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from bot import log_events
from bot.scheduler import Scheduler, Tick

OFTEN = timedelta(milliseconds=20)
SELDOM = timedelta(hours=1)


@dataclass(slots=True)
class Work:
    """Finds work `left` times; fails `failures` times first. Counts its runs, also those at a time."""

    left: int = 0
    failures: int = 0
    seconds: float = 0.0
    runs: int = 0
    running: int = 0
    most: int = 0
    started: asyncio.Event = field(default_factory=asyncio.Event)

    async def __call__(self) -> bool:
        self.runs += 1
        self.running += 1
        self.most = max(self.most, self.running)
        self.started.set()
        await asyncio.sleep(self.seconds)
        self.running -= 1
        if self.failures:
            self.failures -= 1
            raise ConnectionError("words of people")
        self.left -= 1
        return self.left >= 0


async def test_a_tick_runs_at_once_and_again_while_it_finds_work() -> None:
    work = Work(left=3)
    scheduler = Scheduler([Tick("work", SELDOM, work)])
    scheduler.start()
    await asyncio.sleep(0.1)
    await scheduler.stop()
    assert work.runs == 4


async def test_from_its_second_run_on_a_tick_comes_as_a_second_begins() -> None:
    """What is due then is found then, and not up to a second later."""
    after: list[float] = []

    async def look() -> bool:
        after.append(time.time() % 1)
        return False

    scheduler = Scheduler([Tick("look", timedelta(seconds=1), look)])
    await asyncio.sleep((0.5 - time.time()) % 1)
    scheduler.start()
    await asyncio.sleep(1.8)
    await scheduler.stop()
    assert len(after) == 3
    assert after[0] == pytest.approx(0.5, abs=0.3)
    assert after[1:] == pytest.approx([0.0, 0.0], abs=0.3)


async def test_a_tick_runs_at_its_interval() -> None:
    work = Work()
    scheduler = Scheduler([Tick("work", OFTEN, work)])
    scheduler.start()
    await asyncio.sleep(0.2)
    await scheduler.stop()
    assert work.runs >= 4


async def test_a_tick_that_found_work_wakes_the_one_that_goes_on_from_there() -> None:
    """Both look at once at first; what the first one makes while the other looks is not left for an hour."""
    makes, sends = Work(left=1, seconds=0.02), Work()
    scheduler = Scheduler([Tick("make", SELDOM, makes, wakes="send"), Tick("send", SELDOM, sends)])
    scheduler.start()
    await asyncio.sleep(0.1)
    await scheduler.stop()
    assert (makes.runs, sends.runs) == (2, 2)


async def test_nothing_is_woken_by_a_tick_that_found_no_work_or_failed() -> None:
    idle, fails, sends = Work(), Work(failures=1), Work()
    ticks = [Tick("idle", SELDOM, idle, wakes="send"), Tick("fail", SELDOM, fails, wakes="send")]
    scheduler = Scheduler([*ticks, Tick("send", SELDOM, sends)])
    scheduler.start()
    await asyncio.sleep(0.1)
    await scheduler.stop()
    assert (idle.runs, fails.runs, sends.runs) == (1, 1, 1)


@pytest.mark.parametrize("steps", range(8))
async def test_stopping_while_one_tick_wakes_another_leaves_nothing_running(steps: int) -> None:
    makes, sends = Work(left=1000), Work(seconds=0.01)
    scheduler = Scheduler([Tick("send", SELDOM, sends), Tick("make", SELDOM, makes, wakes="send")])
    scheduler.start()
    for _ in range(steps):
        await asyncio.sleep(0)
    await scheduler.stop()
    seen = sends.runs
    await asyncio.sleep(0.05)
    assert (makes.running, sends.running, sends.runs) == (0, 0, seen)


async def test_a_slow_tick_never_runs_twice_at_a_time_and_leaves_no_warnings(
    caplog: pytest.LogCaptureFixture,
) -> None:
    work = Work(seconds=0.05)
    scheduler = Scheduler([Tick("work", OFTEN, work)])
    scheduler.start()
    await asyncio.sleep(0.3)
    await scheduler.stop()
    assert work.most == 1
    assert work.runs >= 3
    assert [record for record in caplog.records if record.levelname in {"WARNING", "ERROR"}] == []


@pytest.mark.parametrize("steps", range(8))
async def test_stopping_at_any_step_of_the_loop_leaves_no_warnings(
    caplog: pytest.LogCaptureFixture, steps: int
) -> None:
    scheduler = Scheduler([Tick("work", OFTEN, Work())])
    scheduler.start()
    for _ in range(steps):
        await asyncio.sleep(0)
    await scheduler.stop()
    await asyncio.sleep(OFTEN.total_seconds())
    assert [record for record in caplog.records if record.levelname in {"WARNING", "ERROR"}] == []


async def test_a_tick_that_fails_is_logged_by_name_and_comes_again() -> None:
    work = Work(failures=1)
    scheduler = Scheduler([Tick("work", OFTEN, work)])
    with capture_logs() as logs:
        scheduler.start()
        await asyncio.sleep(0.15)
        await scheduler.stop()
    assert work.runs >= 2
    assert logs[0]["event"] == log_events.TICK_FAILED
    assert (logs[0]["tick"], logs[0]["error"]) == ("work", "ConnectionError")
    assert logs[0]["place"].startswith("test_scheduler.py __call__:")
    assert "words of people" not in str(logs)


async def test_ticks_do_not_wait_for_each_other() -> None:
    slow, quick = Work(seconds=0.2), Work()
    scheduler = Scheduler([Tick("slow", OFTEN, slow), Tick("quick", OFTEN, quick)])
    scheduler.start()
    await asyncio.sleep(0.15)
    assert (slow.runs, quick.runs >= 3) == (1, True)
    await scheduler.stop()


async def test_stopping_waits_for_the_run_under_way_and_starts_no_other() -> None:
    work = Work(left=1000, seconds=0.05)
    scheduler = Scheduler([Tick("work", OFTEN, work)])
    scheduler.start()
    await work.started.wait()
    await scheduler.stop()
    assert (work.runs, work.running) == (1, 0)
    await asyncio.sleep(0.1)
    assert work.runs == 1


async def test_a_scheduler_that_never_started_stops_without_complaint() -> None:
    work = Work()
    await Scheduler([Tick("work", OFTEN, work)]).stop()
    assert work.runs == 0
