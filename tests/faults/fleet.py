"""Several bots over one database, and the workspace they post to: any may die, stand still and come back."""

from __future__ import annotations

import asyncio
import re
import resource
import signal
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from pathlib import Path

from aiohttp import ClientError, ClientSession, ClientTimeout, TCPConnector
from sqlalchemy import make_url

from bot.http import EVENTS_PATH
from bot.sandbox.client import People, Reply
from bot.sandbox.faults import Fault
from domain.usecases.preparing import AHEAD
from tests.faults.group import CHAIR, CHANNEL, SECRET, TOKEN, channels, found, workspace_seed
from tests.faults.ledger import Ledger
from tests.faults.nursery import BOT, WORKSPACE, Child, Nursery
from tests.faults.programs import PATIENCE, until
from tests.faults.steps import Ahead, Catcher, Sight, Step, Trap
from tests.faults.stored import Database
from tests.faults.watching import Watcher, watching
from tests.payloads.checking import kept, unexplained

SCALE = 20.0
"""The product's lengths of time, divided."""
SCALED = {
    "RAPPORTEUR_TICK_SECONDS": "0.1",
    "RAPPORTEUR_LEASE_SECONDS": "3",
    "RAPPORTEUR_POST_TIMEOUT_SECONDS": "1",
    "RAPPORTEUR_FIRST_LOOK_SECONDS": "0.5",
    "RAPPORTEUR_SECOND_LOOK_SECONDS": "2",
}
"""A twentieth of the product's; the second look a little earlier than that."""
LEASE = timedelta(seconds=3)
SLOW, SLOWER = 0.6, 1.4
"""Seconds in which Slack answers a post late, and too late."""

REPLICAS = 3
"""As many bots as a run on PostgreSQL has."""
CATCHING_SECONDS = 30.0
"""How long a loaded machine may take until a delivery comes to a step."""
A_WHILE = 2.5
"""How long a delivery is looked at that may have passed the step unseen."""

AHEAD_OF_TIME = frozenset({Step.PREPARING, Step.PREPARED})
"""Steps that come before a digest is due."""
SHORTLY_BEFORE = AHEAD / 2

_ADDRESS = re.compile(r"http://[\d.]+:(\d+)")


@dataclass(slots=True)
class Replica:
    """One bot. `url` is empty unless it can be asked; `still` while it is stopped."""

    program: Child
    url: str = ""
    still: bool = False


class Fleet:
    """Everything of a run. `places` are the channels of the group."""

    def __init__(
        self,
        nursery: Nursery,
        folder: Path,
        database_url: str,
        session: ClientSession,
        replicas: int,
        places: int,
    ) -> None:
        self._folder = folder
        self._session = session
        self._nursery = nursery
        self._workspace = Child(
            nursery,
            [WORKSPACE, str(folder / "seed.json"), "--clock-file", str(folder / "clock")],
            folder,
            "workspace",
        )
        self.replicas: list[Replica] = []
        self._count = replicas
        self.places = channels(places)
        self.workspace_url = ""
        self.database_url = database_url
        self.database = Database(database_url)
        self.catcher = Catcher(database_url)
        self.watcher = Watcher()

    @property
    def people(self) -> People:
        """Who acts in the workspace."""
        return People(self.workspace_url, self._session)

    @property
    def complaints(self) -> str:
        """All that the bots wrote to their logs."""
        return "".join(replica.program.complaints() for replica in self.replicas)

    async def open(self, program: str) -> None:
        """Start the workspace and found the group, then the replicas."""
        (self._folder / "seed.json").write_text(workspace_seed(places=len(self.places)).model_dump_json())
        self.workspace_url, _ = await asyncio.gather(
            self._workspace.start(), found(self.database_url, len(self.places))
        )
        self.replicas = [
            Replica(Child(self._nursery, [program, "serve"], self._folder, f"bot-{number}"))
            for number in range(self._count)
        ]
        await asyncio.gather(*map(self.start, self.replicas))

    async def start(self, replica: Replica) -> None:
        """Start it and wait until it can serve; then requests go to it."""
        line = await replica.program.start(
            {
                "SLACK_BOT_TOKEN": TOKEN,
                "SLACK_SIGNING_SECRET": SECRET,
                "SLACK_API_URL": f"{self.workspace_url}/api/",
                "DATABASE_URL": self.database_url,
                "PORT": "0",
                "RAPPORTEUR_CLOCK_FILE": str(self._folder / "clock"),
                **SCALED,
            }
        )
        address = _ADDRESS.search(line)
        assert address is not None, line
        url = address.group()
        await until(lambda: self._is_ready(url))
        replica.url = url
        await self.ask(replica)

    async def ask(self, replica: Replica) -> None:
        """People's requests go to this one from now on."""
        await self.people.request_url(replica.url + EVENTS_PATH)

    @property
    def serving(self) -> list[Replica]:
        """Those that run and can be asked."""
        return [replica for replica in self.replicas if replica.url and not replica.still]

    def kill(self, victims: Iterable[Replica]) -> None:
        """End them as `kill -9` does."""
        for victim in victims:
            victim.program.send(signal.SIGKILL)
            victim.url, victim.still = "", False

    def freeze(self, victims: Iterable[Replica]) -> None:
        """Stop them still."""
        for victim in victims:
            victim.program.send(signal.SIGSTOP)
            victim.still = True

    def thaw(self, victims: Iterable[Replica]) -> None:
        """Let them go on."""
        for victim in victims:
            if victim.still:
                victim.program.send(signal.SIGCONT)
                victim.still = False

    def fill_disk(self, size: int) -> None:
        """No file of theirs grows past so many bytes; -1 gives all the room back."""
        for replica in self.serving:
            resource.prlimit(replica.program.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    def journal_size(self) -> int:
        """Bytes of SQLite's write-ahead log; 0 when there is none."""
        path = Path(f"{make_url(self.database_url).database}-wal")
        return path.stat().st_size if path.exists() else 0

    async def revive(self, replica: Replica) -> None:
        """Start again what was killed."""
        await replica.program.ended()
        await self.start(replica)

    async def catch(
        self, step: Step, act: Callable[[], None], seconds: float = CATCHING_SECONDS
    ) -> Sight | Ahead | None:
        """Act while a delivery is at this step; None when none came there in time.

        Who makes deliveries come must do so after this has begun: a step may last for milliseconds.
        """
        return await (await self.catching(step, act, seconds))

    async def catching(
        self, step: Step, act: Callable[[], None], seconds: float = CATCHING_SECONDS
    ) -> asyncio.Task[Sight | Ahead | None]:
        """As `catch`, from the moment on at which the trap is set."""
        trap = Trap(step, self.watcher.stands)
        task = asyncio.create_task(asyncio.to_thread(self.catcher.catch, trap, act, seconds))
        await until(lambda: trap.is_set or task.done())
        return task

    async def catch_next(self, step: Step, act: Callable[[], None]) -> Sight | Ahead | None:
        """The hour of the next digest comes, or is near; act while it is at this step. None: not seen."""
        catching = await self.catching(step, act, A_WHILE)
        past = -SHORTLY_BEFORE if step in AHEAD_OF_TIME else timedelta(seconds=1)
        await self.people.move_clock(self.database.next_due() + past)
        return await catching

    async def say(self, text: str, *, user: str = CHAIR, channel: str = CHANNEL) -> Reply:
        """Somebody types the command."""
        return await self.people.command(user, channel, f"/wg {text}")

    async def subscribe(self, line: str) -> None:
        """The same digest in every channel."""
        for place in self.places:
            reply = await self.say(f"digest {line}", channel=place)
            assert reply.ok, reply

    async def due(self, later: timedelta = timedelta()) -> None:
        """The hour of every digest comes, or one that lies later."""
        await self.people.move_clock(self.database.last_due() + timedelta(seconds=1) + later)

    async def is_near(self) -> None:
        """The hour of the next digest is near: it can be prepared."""
        near = self.database.next_due() - SHORTLY_BEFORE
        await self.people.move_clock(max(near, await self.people.now()))

    async def due_next(self) -> None:
        """The hour of the next digests comes; while they are not made yet, a minute passes."""
        wait = self.database.next_due() - await self.people.now()
        await self.people.advance(max(wait, timedelta(minutes=1)) + timedelta(seconds=1))

    async def meet(self, *faults: Fault) -> None:
        """The next calls meet these, in this order."""
        for fault in faults:
            await self.people.fault(fault)

    async def rest(self, seconds: float = PATIENCE) -> None:
        """Return when nothing is due and nothing in flight."""
        await until(self.is_at_rest, seconds)

    async def ledger(self) -> Ledger:
        """What there is now."""
        await self.watcher.caught_up(self.people)
        return self.database.ledger(self.watcher.seen)

    async def close(self) -> None:
        """End every process."""
        await asyncio.gather(*(replica.program.end() for replica in self.replicas), self._workspace.end())

    async def is_at_rest(self) -> bool:
        """Whether nothing is due and nothing in flight."""
        now = await self.people.now()
        return await asyncio.to_thread(self.database.is_at_rest, now)

    async def _is_ready(self, url: str) -> bool:
        try:
            async with self._session.get(f"{url}/readyz") as answer:
                return answer.status == HTTPStatus.OK
        except ClientError:
            return False


@asynccontextmanager
async def sailing(
    nursery: Nursery,
    folder: Path,
    database_url: str,
    *,
    replicas: int = 1,
    places: int = 1,
    program: str = BOT,
) -> AsyncIterator[Fleet]:
    """A workspace that is watched, and bots; all end with the block, whatever happened in it."""
    patient = ClientTimeout(total=PATIENCE)
    async with ClientSession(connector=TCPConnector(limit=0), timeout=patient) as session:
        fleet = Fleet(nursery, folder, database_url, session, replicas, places)
        try:
            await fleet.open(program)
            async with watching(fleet.people, [CHAIR]) as fleet.watcher:
                yield fleet
            objections = unexplained(kept(await fleet.people.payloads()))
        finally:
            await fleet.close()
    assert "Traceback" not in fleet.complaints
    assert objections == []
