"""Machines whose clocks are hours off: every message stands once, and nobody waits for the wrong hour."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.delivery.destination import Destinations
from bot.delivery.lookup import Lookup
from bot.delivery.poster import Poster, client_of, open_session
from bot.delivery.worker import DeliveryWorker
from bot.process import running
from bot.sandbox.faults import Effect, Fault
from bot.sandbox.server import Sandbox
from bot.slack_time import SlackClock, hearing
from domain.delivery import DeliveryState
from tests.integration.cast import settings, workspace_seed
from tests.integration.delivery.rig import BOT_TOKEN, QUICK, Rig

ASTRAY = [timedelta(hours=26), timedelta(minutes=2.2), timedelta(hours=-3)]


@dataclass(slots=True)
class Machine:
    """A machine's clock, which somebody may set."""

    off: timedelta

    def now(self) -> datetime:
        return datetime.now(UTC) + self.off


@asynccontextmanager
async def replica(rig: Rig, machine: Machine) -> AsyncIterator[DeliveryWorker]:
    """A worker on that machine, as the process makes it: it has asked Slack whose token it has."""
    clock = SlackClock(machine, time.monotonic)
    async with open_session(timedelta(seconds=5), hearing(clock, rig.sandbox.api_url)) as session:
        client = client_of(BOT_TOKEN, rig.sandbox.api_url, session)
        await client.auth_test()

        async def client_for(_: str) -> object:
            return client

        destinations = Destinations()
        poster = Poster(client_for, destinations)  # type: ignore[arg-type]  # one workspace's only
        lookup = Lookup(client_for, destinations, QUICK.look_margin)  # type: ignore[arg-type]  # the same
        equipment = replace(rig.equipment(lookup), poster=poster, clock=clock)
        yield rig.worker(equipment)


async def ends(rig: Rig, number: int, *workers: DeliveryWorker) -> DeliveryState:
    """Work in turns until nothing more is done about it."""
    async with asyncio.timeout(10):
        while not (row := await rig.row(number)).state.is_final:
            for worker in workers:
                await worker.tick()
                await worker.idle()
            await asyncio.sleep(0.02)
    return row.state


@pytest.mark.parametrize("off", ASTRAY)
async def test_a_message_in_doubt_stands_once_whatever_the_machine_s_clock_shows(
    rig: Rig, off: timedelta
) -> None:
    number = await rig.add()
    await rig.people.fault(Fault("chat.postMessage", "drop_after"))
    async with replica(rig, Machine(off)) as worker:
        assert await ends(rig, number, worker) is DeliveryState.SENT
    assert len(await rig.messages()) == 1


@pytest.mark.parametrize("off", ASTRAY)
async def test_a_clock_set_right_between_sending_and_looking_doubles_nothing(
    rig: Rig, off: timedelta
) -> None:
    number = await rig.add()
    await rig.people.fault(Fault("chat.postMessage", "error_after"))
    async with replica(rig, Machine(off)) as worker:
        await worker.tick()
        await worker.idle()
    assert len(await rig.messages()) == 1
    async with replica(rig, Machine(timedelta())) as worker:
        assert await ends(rig, number, worker) is DeliveryState.SENT
    assert len(await rig.messages()) == 1


@pytest.mark.parametrize("off", ASTRAY)
@pytest.mark.parametrize("fault", ["error_after", "ratelimited"])
async def test_what_a_machine_astray_leaves_waiting_another_goes_on_with_in_seconds(
    rig: Rig, off: timedelta, fault: Effect
) -> None:
    number = await rig.add()
    await rig.people.fault(Fault("chat.postMessage", fault))
    async with replica(rig, Machine(off)) as worker:
        await worker.tick()
        await worker.idle()
    async with replica(rig, Machine(timedelta())) as worker:
        assert await ends(rig, number, worker) is DeliveryState.SENT
    assert len(await rig.messages()) == 1


@pytest.mark.parametrize("off", ASTRAY)
async def test_even_noted_by_the_machine_s_own_clock_a_message_is_found(rig: Rig, off: timedelta) -> None:
    number = await rig.add()
    await rig.people.fault(Fault("chat.postMessage", "error_after"))
    assert await ends(rig, number, rig.worker(replace(rig.equipment(), clock=Machine(off)))) is (
        DeliveryState.SENT
    )
    assert len(await rig.messages()) == 1


async def test_what_is_due_goes_by_slack_s_time_though_the_machine_s_clock_is_set_meanwhile(
    tmp_path: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = settings(sqlite_url, tmp_path / "clock", 0.05)
    sandbox = Sandbox(workspace_seed(wanted))
    await sandbox.start()
    told = wanted.model_copy(update={"api_url": sandbox.api_url, "clock_file": None})
    machine = Machine(timedelta(hours=26))
    monkeypatch.setattr("bot.process.SystemClock", lambda: machine)

    def is_right() -> bool:
        return abs(bot.services.clock.now() - datetime.now(UTC)) < timedelta(minutes=1)

    try:
        async with running(told) as bot:
            assert is_right()
            machine.off = timedelta(hours=-3)
            async with asyncio.timeout(10):
                while not is_right():  # noqa: ASYNC110 - a tick asks Slack, and tells nobody
                    await asyncio.sleep(0.02)
    finally:
        await sandbox.stop()
