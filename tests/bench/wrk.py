"""Load from a process of its own: wrk with a script, started and read."""

from __future__ import annotations

import asyncio
import json
import shutil
from dataclasses import dataclass
from pathlib import Path

CALLERS = 16
"""Connections, each with one request under way."""

SCRIPT = Path(__file__).with_name("wrk.lua")


class LoadError(Exception):
    """The load was not what was to be measured: a sentence for whoever runs it."""


@dataclass(frozen=True, slots=True)
class Load:
    """What a load was answered. Times in milliseconds, as the callers saw them."""

    per_second: float
    p50_ms: float
    p99_ms: float


@dataclass(frozen=True, slots=True)
class Order:
    """A load to run: `requests` is a file of `typed`, `accepted` the patterns (Lua's) of good answers."""

    url: str
    requests: Path
    accepted: tuple[str, ...]
    seconds: int


def require_wrk() -> str:
    """The program. Raises LoadError where it is not installed."""
    program = shutil.which("wrk")
    if program is None:
        raise LoadError("wrk is not installed: on Debian `apt-get install wrk`, elsewhere see its own pages")
    return program


async def run(order: Order, answers: Path) -> Load:
    """Run a load to its end. `answers` gets what the pattern captured of each accepted answer, line by line.

    Raises LoadError when an answer was not accepted, got lost, or there were too few requests.
    """
    refused = answers.with_suffix(".refused")
    process = await asyncio.create_subprocess_exec(
        require_wrk(),
        "--threads=1",
        f"--connections={CALLERS}",
        f"--duration={order.seconds}s",
        f"--script={SCRIPT}",
        order.url,
        "--",
        str(order.requests),
        str(answers),
        str(refused),
        *order.accepted,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    output, _ = await process.communicate()
    try:
        return read(output.decode())
    except LoadError as error:
        with refused.open(encoding="utf-8", errors="replace") as file:
            raise LoadError(f"{error} {file.readline(2000)}".strip()) from None


def read(output: str) -> Load:
    """The load in what wrk printed; its last line is the script's. Raises LoadError."""
    try:
        told = json.loads(output.strip().rpartition("\n")[2])
    except ValueError:
        raise LoadError(f"wrk did not come to its end: {output.strip()}") from None
    if told["refused"] or told["lost"]:
        raise LoadError(f"{told['refused']} answers were not accepted and {told['lost']} got lost.")
    if told["exhausted"]:
        raise LoadError("There were not enough requests for the time.")
    if not told["answers"]:
        raise LoadError("Nothing was answered.")
    return Load(told["answers"] / told["seconds"], told["p50_ms"], told["p99_ms"])
