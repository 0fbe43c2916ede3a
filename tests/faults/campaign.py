"""A long run by a seeded plan: many digests, and something going wrong all the time."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count

from bot.sandbox.faults import Fault
from domain.delivery import DeliveryState
from tests.faults.fleet import LEASE, SLOW, SLOWER, Fleet, Replica
from tests.faults.group import PEOPLE, handle
from tests.faults.ledger import Ledger
from tests.faults.oracles import Double, complaints, doubles_seen
from tests.faults.steps import Step
from tests.faults.writers import Told
from tests.postgresql import PostgresqlServer

POST, HISTORY, DELETE = "chat.postMessage", "conversations.history", "chat.delete"
FAULTS: Sequence[Fault] = (
    Fault(POST, "ratelimited"),
    Fault(POST, "error_before"),
    Fault(POST, "error_after"),
    Fault(POST, "drop_before"),
    Fault(POST, "drop_after"),
    Fault(POST, "empty"),
    Fault(POST, "not_json"),
    Fault(POST, "delay", seconds=SLOW),
    Fault(POST, "delay_after", seconds=SLOW),
    Fault(POST, "delay_after", seconds=SLOWER),
    Fault(POST, "refused", error="restricted_action"),
    Fault(HISTORY, "ratelimited"),
    Fault(HISTORY, "drop_before"),
    Fault(HISTORY, "not_json"),
    Fault(HISTORY, "delay", seconds=SLOW),
    Fault(DELETE, "drop_after"),
)
"""What Slack does to a call; `restricted_action` is for good, and the digest gives its range back."""
HISTORY_LAG = timedelta(seconds=0.3)
HISTORY_REFUSED = Fault(HISTORY, "refused", error="missing_scope", times=10_000)
BEFORE_IT_IS_DUE = 0.05
"""Seconds in which the trap is set."""
AHEAD_SECONDS = 1.5
"""How long the near ones have time to be prepared, in every second round."""
A_DAY, A_WEEK = timedelta(days=1), timedelta(days=7)

ACTS = 5
"""Kills and stops while the digests of one day are made, with some more of them due at each."""
FAULTS_A_ROUND = 6
IN_A_ROUND = 3.0
"""Seconds until a delivery comes to a step; else the kill comes at whichever moment it is."""
STEPS = (*Step, *(Step.CLAIMED, Step.BEGUN, Step.POSTED, Step.ARRIVED) * 2)
"""More often those that every delivery comes to."""
ANY_MOMENT = "at any moment"
DISK_FULL = "disk full"
STOPPED = LEASE + timedelta(seconds=0.5)
LOG_MARGIN = 32_768
"""Bytes that a bot may still log while its disk is full."""
FULL_SECONDS = 0.7


@dataclass(frozen=True, slots=True)
class Plan:
    """How long to go on: until there are as many deliveries and kills. The seed decides everything else."""

    deliveries: int
    kills: int
    seed: int


@dataclass(slots=True)
class Figures:
    """What happened, and what is wrong at the end."""

    kills: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)
    stops: int = 0
    prepared: int = 0
    """Deliveries whose words were there before they were due."""
    rounds: int = 0
    acknowledged: int = 0
    doubles: list[Double] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def deliveries(self) -> int:
        """Those that were to be sent; slots passed over are rows too."""
        return sum(self.states.values()) - self.states[DeliveryState.SKIPPED]

    def take(self, ledger: Ledger) -> None:
        """What there is by now."""
        self.states = Counter(row.state.value for row in ledger.rows)
        self.prepared = sum(row.prepared for row in ledger.rows)
        self.complaints = complaints(ledger)
        self.doubles = doubles_seen(ledger)


class Campaign:
    """One run. `crash` ends the database's server and starts it again; without one there is none to end."""

    def __init__(
        self, fleet: Fleet, plan: Plan, say: Callable[[str], None], crash: Callable[[], None] | None = None
    ) -> None:
        self._fleet = fleet
        self._plan = plan
        self._say = say
        self._crash = crash
        self._chance = random.Random(plan.seed)  # noqa: S311 - a plan, no secret
        self._texts = count(1)
        self._spared: set[int] = set()
        self._returning: set[asyncio.Task[None]] = set()
        self._moving: asyncio.Task[None] | None = None
        self._told = Told()
        self.figures = Figures()

    async def run(self, *, to_the_end: bool = False) -> Figures:
        """Go on until the plan is fulfilled, or something is wrong; to the end even then."""
        began = time.monotonic()
        for number, place in enumerate(self._fleet.places):
            line = f"digest daily 09:{number % ACTS:02d}"
            assert (await self._fleet.say(line, channel=place)).ok
        while not self._is_fulfilled():
            await self._round()
            self.figures.take(await self._fleet.ledger())
            self.figures.seconds = time.monotonic() - began
            self._say(self._progress())
            if self.figures.complaints and not to_the_end:
                break
        record = await asyncio.to_thread(self._fleet.database.record)
        record.require_sound(receipts_kept=False)
        self._told.require_kept(record)
        self.figures.acknowledged = len(self._told.acknowledged)
        return self.figures

    def _is_fulfilled(self) -> bool:
        figures = self.figures
        return figures.deliveries >= self._plan.deliveries and figures.kills.total() >= self._plan.kills

    def _progress(self) -> str:
        figures = self.figures
        return (
            f"round {figures.rounds}: {figures.deliveries} deliveries, {figures.kills.total()} kills, "
            f"{figures.stops} stops, {len(figures.doubles)} doubles, {len(figures.complaints)} complaints, "
            f"{figures.seconds:.0f} s"
        )

    async def _round(self) -> None:
        """One day's digests, and sometimes a week's at once, from when they are due until all is at rest."""
        self.figures.rounds += 1
        self._spared.clear()
        await self._fleet.ask(self._chance.choice(self._fleet.serving))
        refused = self._chance.random() < 0.1
        await self._plan_faults(refused=refused)
        if self.figures.rounds % 2:
            await self._fleet.is_near()
            await asyncio.sleep(AHEAD_SECONDS * self._chance.random())
        leap = A_WEEK if self._chance.random() < 0.1 else A_DAY
        writing = [asyncio.create_task(self._write()) for _ in range(3)]
        # What is in doubt while no history can be read stays uncertain, whatever stands: no kills on top.
        for left in reversed(range(0 if refused else ACTS)):
            self._moving = asyncio.create_task(self._some_are_due())
            await self._act(is_last=not left)
            await self._moving
        await asyncio.gather(*writing, *self._returning)
        self._returning.clear()
        await self._fleet.rest()
        if leap > A_DAY or refused:
            await self._fleet.due(leap - A_DAY)
            await self._fleet.rest()
        await self._fleet.people.clear_faults()
        await self._fleet.people.history_lag(timedelta())

    async def _some_are_due(self) -> None:
        await asyncio.sleep(BEFORE_IT_IS_DUE)
        await self._fleet.due_next()

    async def _plan_faults(self, *, refused: bool) -> None:
        if refused:
            await self._meet(HISTORY_REFUSED, Fault(POST, "drop_after"), Fault(POST, "error_after"))
            return
        await self._meet(*self._chance.choices(FAULTS, k=FAULTS_A_ROUND))
        if self._chance.random() < 0.3:
            await self._fleet.people.history_lag(HISTORY_LAG)
            self.figures.faults["history lags"] += 1

    async def _meet(self, *faults: Fault) -> None:
        for fault in faults:
            await self._fleet.meet(fault)
            self.figures.faults[f"{fault.method} {fault.effect}"] += 1

    async def _write(self) -> None:
        await asyncio.sleep(self._chance.random())
        user = self._chance.choice(PEOPLE)
        text = f"{handle(user)} wrote {next(self._texts)}"
        self._told.take(text, await self._fleet.say(f"note {text}", user=user))

    async def _act(self, *, is_last: bool) -> None:
        """Those who stand still are spared for the rest of a round, and so do it at its end."""
        await self._somebody()
        what = self._chance.random()
        if is_last and what < 0.5:
            await self._stop()
        elif self._crash is None and self._can_fill() and (what < 0.05 or not self.figures.faults[DISK_FULL]):
            await self._fill()
        elif self._crash is not None and what < 0.05:
            await self._crash_server()
        else:
            await self._kill()

    async def _somebody(self) -> None:
        """Wait until one serves whom nothing protects."""
        while not self._victims() and self._returning:
            done, self._returning = await asyncio.wait(self._returning, return_when=asyncio.FIRST_COMPLETED)
            await asyncio.gather(*done)

    def _victims(self) -> list[Replica]:
        return [replica for replica in self._fleet.serving if id(replica) not in self._spared]

    def _chosen(self) -> list[Replica]:
        """Often all of them: then it is sure that whoever had the delivery is hit."""
        there = self._victims()
        everybody = self._chance.random() < 0.4
        return there if everybody else self._chance.sample(there, min(len(there), 1))

    async def _kill(self) -> None:
        victims = self._chosen()
        if not victims:
            return
        step = self._chance.choice(STEPS)
        sight = await self._fleet.catch(step, lambda: self._fleet.kill(victims), IN_A_ROUND / 2)
        if sight is None:
            if await self._fleet.is_at_rest():
                return
            self._fleet.kill(victims)
        self.figures.kills[step if sight else ANY_MOMENT] += len(victims)
        for victim in victims:
            self._returning.add(asyncio.create_task(self._fleet.revive(victim)))

    async def _stop(self) -> None:
        """Stop some still for longer than a lease.

        They are not killed in this round: a poster that stood still and is killed before it could look again
        leaves nobody who knows of its message.
        """
        victims = self._chosen()
        step = self._chance.choice([Step.CLAIMED, Step.BEGUN, Step.BEGUN, Step.POSTED])
        if not victims:
            return
        if await self._fleet.catch(step, lambda: self._fleet.freeze(victims), IN_A_ROUND) is None:
            return
        self.figures.stops += len(victims)
        self._spared |= {id(victim) for victim in victims}
        await asyncio.sleep(STOPPED.total_seconds())
        self._fleet.thaw(victims)

    async def _crash_server(self) -> None:
        assert self._crash is not None
        assert self._moving is not None
        await asyncio.gather(self._moving, *self._returning)
        await asyncio.to_thread(self._crash)
        self.figures.faults["PostgreSQL crashes"] += 1

    def _can_fill(self) -> bool:
        """Whether the journal is longer than the log, so that a limit meets the one and not the other."""
        return self._fleet.journal_size() >= len(self._fleet.complaints) + LOG_MARGIN

    async def _fill(self) -> None:
        """No room is left on the disk for a while; whoever comes back meanwhile has some."""
        self._fleet.fill_disk(self._fleet.journal_size())
        await asyncio.sleep(FULL_SECONDS)
        self._fleet.fill_disk(-1)
        self.figures.faults[DISK_FULL] += 1


def crashing(server: PostgresqlServer) -> Callable[[], None]:
    """Ends the server as a crash does, and starts it again."""

    def crash() -> None:
        server.stop(abruptly=True)
        server.start()

    return crash
