"""A program as a process of its own: started, stopped still, told to end, or killed."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]

PATIENCE = 60.0
"""Seconds a loaded machine may take for what takes two; nothing here waits that long when it works."""

_POLL = 0.005
_KEPT = ("PATH", "HOME", "LANG", "TMPDIR", "COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG")
"""Of the environment: the settings of whoever runs the tests stay outside."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended, and what it wrote."""

    code: int
    said: str
    complained: str


class Program:
    """`python -m MODULE …`. What it complains of is appended to `log`."""

    def __init__(self, arguments: Sequence[str], log: Path) -> None:
        self._arguments = arguments
        self._log = log
        self._process: asyncio.subprocess.Process | None = None

    @property
    def pid(self) -> int:
        """The id of its process."""
        return self._running().pid

    async def start(self, settings: Mapping[str, str] | None = None) -> str:
        """The first line it prints. Raises RuntimeError, with its complaints, when it ends before that."""
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                *self._arguments,
                cwd=ROOT,
                env=environment(settings or {}),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.PIPE,
                stderr=log,
            )
        async with asyncio.timeout(PATIENCE):
            line = await self._output().readline()
        if not line:
            await self.end()
            raise RuntimeError(self.complaints())
        return line.decode().strip()

    def kill(self) -> None:
        """End it as `kill -9` does: nothing of it runs any more."""
        self._running().kill()

    def terminate(self) -> None:
        """Ask it to end (SIGTERM)."""
        self._running().terminate()

    def freeze(self) -> None:
        """Stop it still (SIGSTOP), as a machine that is starved or suspended."""
        self._running().send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        self._running().send_signal(signal.SIGCONT)

    async def ended(self, seconds: float = PATIENCE) -> int:
        """Its exit code; minus the signal's number when one ended it. Raises TimeoutError."""
        process = self._running()
        async with asyncio.timeout(seconds):
            await process.communicate()
        return process.returncode or 0

    async def end(self) -> None:
        """End it whatever state it is in; a program that has ended, or never began, is left as it is."""
        if self._process is None:
            return
        with suppress(ProcessLookupError):
            self._process.kill()
        await self._process.communicate()

    def complaints(self) -> str:
        """All it wrote to standard error, in every run."""
        return self._log.read_text() if self._log.exists() else ""

    def _running(self) -> asyncio.subprocess.Process:
        if self._process is None:
            raise RuntimeError("not started")
        return self._process

    def _output(self) -> asyncio.StreamReader:
        output = self._running().stdout
        if output is None:
            raise RuntimeError("its output goes elsewhere")
        return output


async def until(condition: Callable[[], bool | Awaitable[bool]], seconds: float = PATIENCE) -> None:
    """Return as soon as the condition holds. Raises TimeoutError."""
    async with asyncio.timeout(seconds):
        while not await _holds(condition):  # noqa: ASYNC110 - other processes set no events of ours
            await asyncio.sleep(_POLL)


async def _holds(condition: Callable[[], bool | Awaitable[bool]]) -> bool:
    answer = condition()
    return answer if isinstance(answer, bool) else await answer


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    """The environment of a program: what any needs, and the settings."""
    return {name: os.environ[name] for name in _KEPT if name in os.environ} | dict(settings)
