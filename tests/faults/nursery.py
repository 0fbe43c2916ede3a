"""`python -m tests.faults.nursery`: it has imported the product, and forks a program as often as it is asked.

Importing, and reading the catalogues, takes seconds, and a session starts a hundred programs. Each is a
process of its own, with its own settings, standard output and log; none outlives the nursery.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import NoReturn

import pytest

from bot.cli import app
from bot.sandbox.__main__ import main as sandbox
from handlers.words.words import Words
from tests.catalogues import read_once
from tests.faults.control import main as control
from tests.faults.programs import PATIENCE, ROOT, Ended, environment, until

BOT, CONTROL, WORKSPACE = "bot", "control", "bot.sandbox"

PROGRAMS: Mapping[str, Callable[[], None]] = {
    BOT: lambda: app(prog_name="rapporteur"),
    CONTROL: control,
    WORKSPACE: sandbox,
}
"""The product's own commands, and the control; arguments are those of the process."""


class Nursery:
    """The test's side of it: one serves every test of a session, whichever event loop asks."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self._asking = threading.Lock()
        self._runs = count(1)

    def open(self) -> None:
        """Start it; it is ready when the first program was born."""
        with (self._folder / "nursery.log").open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.faults.nursery"],
                cwd=ROOT,
                env=environment({}),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                start_new_session=True,
            )

    async def born(self, asked: Mapping[str, object]) -> int:
        """The id of a new process. Raises RuntimeError when the nursery has ended."""
        return int(await asyncio.to_thread(self._ask, json.dumps(asked).encode() + b"\n"))

    def _ask(self, line: bytes) -> bytes:
        process = self._process
        assert process is not None
        assert process.stdin is not None
        assert process.stdout is not None
        with self._asking:
            process.stdin.write(line)
            process.stdin.flush()
            answer = process.stdout.readline()
        if not answer:
            raise RuntimeError((self._folder / "nursery.log").read_text())
        return answer

    async def run(self, arguments: Sequence[str], settings: Mapping[str, str]) -> Ended:
        """Run the product's command line to its end. Raises TimeoutError, when it does not end."""
        program = Child(self, [BOT, *arguments], self._folder, f"run-{next(self._runs)}")
        await program.begin(settings)
        try:
            code = await program.ended()
        finally:
            await program.end()
        return Ended(code, program.said(), program.complaints())

    def close(self) -> None:
        """End it, and with it every program that is left."""
        if self._process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.communicate()


@contextmanager
def nursing(folder: Path) -> Iterator[Nursery]:
    """A nursery until the block ends; its own log is in the folder."""
    nursery = Nursery(folder)
    try:
        nursery.open()
        yield nursery
    finally:
        nursery.close()


class Child:
    """A program of the nursery's, started as often as it ends; all its complaints are in one log."""

    def __init__(self, nursery: Nursery, program: Sequence[str], folder: Path, name: str) -> None:
        self._nursery = nursery
        self._program = program
        self._out, self._log, self._end = (folder / f"{name}.{kind}" for kind in ("out", "log", "end"))
        self.pid = 0

    async def start(self, settings: Mapping[str, str] | None = None) -> str:
        """The first line it prints. Raises RuntimeError, with its complaints, when it ends before that."""
        await self.begin(settings or {})
        await until(lambda: "\n" in self.said() or not self.runs())
        line, _, _ = self.said().partition("\n")
        if not line:
            raise RuntimeError(self.complaints())
        return line

    async def begin(self, settings: Mapping[str, str]) -> None:
        """Start it, whether or not it will print anything."""
        self._out.write_text("")
        self._end.write_text("")
        self.pid = await self._nursery.born(
            {
                "program": self._program,
                "settings": environment(settings),
                "out": str(self._out),
                "log": str(self._log),
                "end": str(self._end),
            }
        )

    def runs(self) -> bool:
        """Whether it was started and has not ended."""
        return self.pid != 0 and not self._end.read_text()

    def send(self, number: signal.Signals) -> None:
        """Send it a signal; nobody gets one when it has ended."""
        if self.runs():
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def kill(self) -> None:
        """End it as `kill -9` does: nothing of it runs any more."""
        self.send(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask it to end (SIGTERM)."""
        self.send(signal.SIGTERM)

    async def ended(self, seconds: float = PATIENCE) -> int:
        """Its exit code; minus the signal's number when one ended it. Raises TimeoutError."""
        await until(lambda: not self.runs(), seconds)
        return int(self._end.read_text())

    async def end(self) -> None:
        """End it whatever state it is in; a program that has ended, or never began, is left as it is."""
        self.kill()
        await until(lambda: not self.runs())

    def said(self) -> str:
        """All it wrote to standard output since it was last started."""
        return self._out.read_text()

    def complaints(self) -> str:
        """All it wrote to standard error, in every run."""
        return self._log.read_text() if self._log.exists() else ""


class Cradles:
    """The other side: who was born, and where their ends are told."""

    def __init__(self) -> None:
        self._ends: dict[int, Path] = {}

    def fork(self, asked: Mapping[str, object]) -> int:
        """The id of the child, in the parent; the child never returns."""
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGCHLD])  # none may end before it is known
        child = os.fork()
        if not child:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGCHLD])
            _become(asked)
        self._ends[child] = Path(str(asked["end"]))
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGCHLD])
        return child

    def bury(self, *_: object) -> None:
        """Tell the ends of all that have ended."""
        with suppress(ChildProcessError):
            while (ended := os.waitpid(-1, os.WNOHANG))[0]:
                child, status = ended
                self._ends.pop(child).write_text(str(os.waitstatus_to_exitcode(status)))


def _become(asked: Mapping[str, object]) -> NoReturn:
    """Be the program that was asked for, until it ends."""
    program, settings = asked["program"], asked["settings"]
    assert isinstance(program, list)
    assert isinstance(settings, dict)
    sys.argv = program
    os.environ.clear()
    os.environ.update(settings)
    appending = os.O_WRONLY | os.O_CREAT | os.O_APPEND
    for target, path, flags in (
        (0, os.devnull, os.O_RDONLY),
        (1, str(asked["out"]), appending),
        (2, str(asked["log"]), appending),
    ):
        os.dup2(os.open(path, flags, 0o644), target)
    try:
        PROGRAMS[program[0]]()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    else:
        code = 0
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


def main() -> None:
    """Fork on demand until nobody asks any more; then end everybody."""
    cradles = Cradles()
    signal.signal(signal.SIGCHLD, cradles.bury)
    read_once(pytest.MonkeyPatch())
    Words.load()
    gc.freeze()  # what was imported is shared with every child
    for line in sys.stdin:
        sys.stdout.write(f"{cradles.fork(json.loads(line))}\n")
        sys.stdout.flush()
    os.killpg(0, signal.SIGKILL)


if __name__ == "__main__":
    main()
