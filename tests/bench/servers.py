"""The servers that are measured, each a process of its own: the bot, the limit, the local workspace."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from time import monotonic

from aiohttp import ClientError, ClientSession

from tests.bench.groups import SECRET, TOKEN, workspace_seed
from tests.faults.programs import Program, until

_ADDRESS = re.compile(r"http://[\d.]+:\d+")
_RESIDENT = re.compile(r"^VmRSS:\s+(\d+) kB$", re.MULTILINE)
_MEBI = 1024


@dataclass(frozen=True, slots=True)
class Server:
    """A server that can serve. `started_s`: seconds from the start of its process until then."""

    url: str
    started_s: float
    program: Program

    def resident_mib(self) -> float:
        """Memory of the process (RSS) in MiB, as Linux tells it."""
        status = Path(f"/proc/{self.program.pid}/status").read_text(encoding="ascii")
        found = _RESIDENT.search(status)
        if found is None:
            raise RuntimeError("the process has no memory of its own")
        return int(found.group(1)) / _MEBI


@asynccontextmanager
async def serving(
    module: str, log: Path, settings: Mapping[str, str], arguments: tuple[str, ...] = ()
) -> AsyncIterator[Server]:
    """`python -m MODULE` until the block ends, from when it can serve."""
    program = Program([module, *arguments], log)
    async with ClientSession() as session:
        try:
            begun = monotonic()
            address = _ADDRESS.search(await program.start(settings))
            if address is None:
                raise RuntimeError(f"{module} did not say where it listens: {program.complaints()}")
            await until(lambda: _is_ready(session, address.group()))
            yield Server(address.group(), monotonic() - begun, program)
        finally:
            await program.end()


async def _is_ready(session: ClientSession, url: str) -> bool:
    try:
        async with session.get(f"{url}/readyz") as answer:
            # The local workspace has no such path; that it answers is enough.
            return answer.status in {HTTPStatus.OK, HTTPStatus.NOT_FOUND}
    except ClientError:
        return False


@dataclass(frozen=True, slots=True)
class Bots:
    """Starts bots in a folder, beside a local workspace that tells them whose their token is."""

    folder: Path
    api_url: str

    def serving(self, database_url: str) -> AbstractAsyncContextManager[Server]:
        """`rapporteur serve` with the settings that the README names."""
        settings = {
            "SLACK_BOT_TOKEN": TOKEN,
            "SLACK_SIGNING_SECRET": SECRET,
            "SLACK_API_URL": self.api_url,
            "DATABASE_URL": database_url,
            "PORT": "0",
        }
        return serving("bot", self.folder / "bot.log", settings, ("serve",))


@asynccontextmanager
async def bots(folder: Path) -> AsyncIterator[Bots]:
    """The local workspace runs while the block does."""
    seed = folder / "seed.json"
    seed.write_text(workspace_seed().model_dump_json())
    async with serving("bot.sandbox", folder / "workspace.log", {}, (str(seed),)) as workspace:
        yield Bots(folder, f"{workspace.url}/api/")
