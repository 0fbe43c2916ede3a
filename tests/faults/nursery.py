"""`python -m tests.faults.nursery`: it has imported the bot, and forks one as often as it is asked.

Importing takes two seconds, and a run with a hundred kills starts a hundred bots. Each is a process of its
own, with its own settings, standard output and log; none outlives the nursery.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from bot.cli import app
from tests.faults.control import main as control
from tests.faults.programs import ROOT, environment, until

BOT, CONTROL = "bot", "control"


def serve() -> None:
    """The product's own command."""
    app(["serve"], prog_name="rapporteur")


PROGRAMS: Mapping[str, Callable[[], None]] = {BOT: serve, CONTROL: control}


class Nursery:
    """The test's side of it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: asyncio.subprocess.Process | None = None
        self._asking = asyncio.Lock()

    async def open(self) -> None:
        """Start it; it is ready when the first bot answers."""
        with (self._folder / "nursery.log").open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "tests.faults.nursery",
                cwd=ROOT,
                env=environment({}),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=log,
                start_new_session=True,
            )

    async def born(self, program: str, settings: Mapping[str, str], out: Path, log: Path) -> int:
        """The id of a new process. Raises RuntimeError when the nursery has ended."""
        assert self._process is not None
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        asked = {"program": program, "settings": environment(settings), "out": str(out), "log": str(log)}
        async with self._asking:
            self._process.stdin.write(json.dumps(asked).encode() + b"\n")
            line = await self._process.stdout.readline()
        if not line:
            raise RuntimeError((self._folder / "nursery.log").read_text())
        return int(line)

    async def close(self) -> None:
        """End it, and with it every bot that is left."""
        if self._process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            await self._process.communicate()


class Bot:
    """One bot of the nursery's, started as often as it ends. What it complains of is appended to one log."""

    def __init__(self, nursery: Nursery, program: str, folder: Path, name: str) -> None:
        self._nursery = nursery
        self._program = program
        self._out, self._log = folder / f"{name}.out", folder / f"{name}.log"
        self.pid = 0

    async def start(self, settings: Mapping[str, str]) -> str:
        """The first line it prints. Raises RuntimeError, with its complaints, when it ends before that."""
        self._out.write_text("")
        self.pid = await self._nursery.born(self._program, settings, self._out, self._log)
        await until(lambda: "\n" in self._out.read_text() or not self.runs())
        line, _, _ = self._out.read_text().partition("\n")
        if not line:
            raise RuntimeError(self.complaints())
        return line

    def runs(self) -> bool:
        """Whether there is such a process."""
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return False
        return True

    def send(self, number: signal.Signals) -> None:
        """Send it a signal; nobody gets one when it has ended."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, number)

    async def ended(self) -> None:
        """Return when it has ended."""
        await until(lambda: not self.runs())

    def complaints(self) -> str:
        """All it wrote to standard error, in every run."""
        return self._log.read_text() if self._log.exists() else ""


def _fork(program: str, settings: Mapping[str, str], out: str, log: str) -> int:
    """The id of the child, in the parent; the child never returns."""
    child = os.fork()
    if child:
        return child
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.environ.clear()
    os.environ.update(settings)
    appending = os.O_WRONLY | os.O_CREAT | os.O_APPEND
    for target, path, flags in ((0, os.devnull, os.O_RDONLY), (1, out, appending), (2, log, appending)):
        os.dup2(os.open(path, flags, 0o644), target)
    try:
        PROGRAMS[program]()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    else:
        code = 0
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


def main() -> None:
    """Fork on demand until nobody asks any more; then end everybody."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the kernel buries the children
    for line in sys.stdin:
        asked: Mapping[str, str | Mapping[str, str]] = json.loads(line)
        settings = asked["settings"]
        assert isinstance(settings, Mapping)
        child = _fork(str(asked["program"]), settings, str(asked["out"]), str(asked["log"]))
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
    os.killpg(0, signal.SIGKILL)


if __name__ == "__main__":
    main()
