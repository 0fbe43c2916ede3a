"""`python -m tests.bench.deliveries`, or `make bench-deliveries`: a great many digests of one minute."""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bot.heap import settle
from bot.logs import configure_logs
from domain.ports import Store
from handlers.words.words import Words
from storage.opening import open_store
from tests.bench.earliest import LOADS, Load
from tests.bench.rush import MONDAY, Rush, Shifted, delivering, figures, filled, pending, sent
from tests.fakes.scene import FOUNDED_AT
from tests.postgresql import PostgresqlServer

DURABLE = {"fsync": "on", "full_page_writes": "on", "shared_buffers": "128MB"}
EVERY_SECONDS = 2.0
PERCENTILES = (50, 99, 100)


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


@dataclass(frozen=True, slots=True)
class Plan:
    """What is due, and how many seconds after the start of the process that delivers it."""

    rush: Rush
    lead: float


@dataclass(frozen=True, slots=True)
class OtherSide:
    """A Slack that takes every so many posts without telling, and answers after so many seconds."""

    troubled: int
    way: float


@asynccontextmanager
async def slack(other: OtherSide) -> AsyncIterator[str]:
    """The other side in its own process; the address of its Web API."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.bench.slack_posts",
        "--troubled",
        str(other.troubled),
        "--way",
        str(other.way),
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        assert process.stdout is not None
        yield json.loads(await process.stdout.readline())["url"]
    finally:
        process.terminate()
        await process.wait()


def resident() -> float:
    """Megabytes of this process that are in memory."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise LookupError("VmRSS")


@dataclass(frozen=True, slots=True)
class Sent:
    """How late each message was, in seconds, the earliest first; and what it all took: seconds, megabytes."""

    late: list[float]
    took: float
    busy: float
    most: float
    counted: Mapping[str, int]


async def measured(name: str, store: Store, plan: Plan, other: OtherSide) -> None:
    """Fill, deliver and tell."""
    rush, began = plan.rush, time.monotonic()
    await filled(store, rush)
    say(
        f"{name}: {rush.subscriptions} digests of {rush.workspaces} workspaces are there"
        f" after {time.monotonic() - began:.0f} s; {resident():.0f} MB before the first is due"
    )
    async with slack(other) as api_url:
        tell(name, rush, await delivered(store, plan, api_url))


async def delivered(store: Store, plan: Plan, api_url: str) -> Sent:
    """From the start of the bot until all have arrived; measured from the minute in which they are due."""
    clock, words = Shifted(FOUNDED_AT + MONDAY - timedelta(seconds=plan.lead)), Words.load()
    before = time.process_time()
    async with delivering(store, plan.rush, api_url, clock, words):
        settle()
        await asyncio.sleep((FOUNDED_AT + MONDAY - clock.now()).total_seconds())
        began, busy, most = time.monotonic(), time.process_time(), resident()
        say(f"  before the first is due: {busy - before:.1f} s of processor time; {most:.0f} MB")
        while left := await pending(store):
            most = max(most, resident())
            say(f"  {time.monotonic() - began:6.0f} s  {left:6} wait  {resident():.0f} MB")
            await asyncio.sleep(EVERY_SECONDS)
    took, busy = time.monotonic() - began, time.process_time() - busy
    late = [
        (clock.at(part.ts) - one.due_at).total_seconds()
        for one in await sent(store, plan.rush)
        for part in one.parts
        if part.ts is not None
    ]
    return Sent(sorted(late), took, busy, most, (await figures(api_url))["counted"])


def tell(name: str, rush: Rush, came: Sent) -> None:
    """The figures, beside what Slack's limits let out, whoever sends."""
    late, took, busy = came.late, came.took, came.busy
    told = ", ".join(
        f"p{each} {late[min(len(late) - 1, len(late) * each // 100)]:.1f} s" for each in PERCENTILES
    )
    say(
        f"{name}: {len(late)} sent in {took:.0f} s ({len(late) / took:.0f}/s); lateness {told}; "
        f"at most {came.most:.0f} MB; {', '.join(f'{what} {count}' for what, count in came.counted.items())}"
    )
    load = Load(rush.subscriptions, rush.workspaces, rush.channels)
    say(
        f"{name}: the last one {load.earliest:.0f} s after the first at the earliest, by Slack's limits"
        f" (a channel's {load.by_channel:.0f} s, a workspace's {load.by_workspace:.0f} s);"
        f" measured {late[-1] - late[0]:.1f} s, the first {late[0]:.1f} s late;"
        f" the bot's processor time {busy:.1f} s, {busy / max(1, len(late)) * 1000:.2f} ms a digest"
    )


async def main(plan: Plan, engine: str, other: OtherSide) -> None:
    """One engine."""
    with tempfile.TemporaryDirectory(prefix="rapporteur-rush-") as folder:
        if engine == "sqlite":
            store = await open_store(f"sqlite:///{folder}/rush.db", migrate=True)
            try:
                await measured("SQLite", store, plan, other)
            finally:
                await store.close()
            return
        server = PostgresqlServer(DURABLE)
        try:
            server.start()
            store = await open_store(server.url(server.create()), migrate=True)
            try:
                await measured("PostgreSQL", store, plan, other)
            finally:
                await store.close()
        finally:
            server.remove()


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--load", choices=tuple(LOADS), default="spread")
    options.add_argument("--subscriptions", type=int)
    options.add_argument("--workspaces", type=int)
    options.add_argument("--channels", type=int, help="of each workspace")
    options.add_argument("--engine", choices=("sqlite", "postgresql"), default="sqlite")
    options.add_argument("--troubled", type=int, default=500)
    options.add_argument("--way", type=float, default=0.0, help="seconds until Slack's answer arrives")
    options.add_argument("--lead", type=float, default=60.0, help="seconds until the digests are due")
    asked = options.parse_args()
    configure_logs(logging.ERROR)
    load = LOADS[asked.load]
    wanted = Rush(
        subscriptions=asked.subscriptions or load.subscriptions,
        workspaces=asked.workspaces or load.workspaces,
        channels=asked.channels or load.channels,
    )
    asyncio.run(main(Plan(wanted, asked.lead), asked.engine, OtherSide(asked.troubled, asked.way)))
