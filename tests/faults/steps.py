"""The steps of a delivery as its rows tell them from outside, and catching one in the middle.

Each step ends with a transaction that writes to the row. Whoever holds the lock that all of these need sees a
step that cannot end before the lock is let go: no step is too short to be hit.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, Engine, NullPool, create_engine, make_url, select, text
from sqlalchemy.exc import DBAPIError

from domain.delivery import IN_FLIGHT_STATES, DeliveryState
from storage.tables.deliveries import delivery, part
from storage.tables.preparations import prepared

BETWEEN_LOOKS = 0.003
"""Seconds in which the bot may take its next step."""
A_MOMENT = 0.05
"""Seconds after which a bot that has written nothing is looked at again."""
LOCK_SECONDS = 3.0
POSTED_SECONDS = 1.0
"""How long a message may take to appear while the lock is held; the bot waits for it 1.5 s on SQLite."""


class Step(StrEnum):
    """Where a delivery is; the first two before it is one."""

    PREPARING = "while it is prepared"
    PREPARED = "prepared"
    BEFORE_CLAIM = "before claim"
    CLAIMED = "after claim"
    FROZEN = "before begin"
    BEGUN = "before post"
    POSTED = "after post"
    ARRIVED = "during settle"
    IN_DOUBT = "in doubt"
    LOOKING = "while looking"


@dataclass(frozen=True, slots=True)
class Ahead:
    """A digest that is not due yet; it has a key once it is prepared."""

    group: int
    number: int
    key: str | None

    @property
    def step(self) -> Step:
        """What it is in the middle of."""
        return Step.PREPARING if self.key is None else Step.PREPARED


@dataclass(frozen=True, slots=True)
class Sight:
    """An open delivery. `token` is its lease's; `begun` and `arrived` count its parts."""

    id: int
    key: str
    state: DeliveryState
    token: str | None
    parts: int
    begun: int
    arrived: int

    @property
    def step(self) -> Step:
        """What it is in the middle of; BEGUN may be POSTED or ARRIVED already: only the message tells."""
        if self.token is None:
            return Step.BEFORE_CLAIM if self.state is DeliveryState.PENDING else Step.IN_DOUBT
        if self.parts == 0:
            return Step.CLAIMED
        if self.state is DeliveryState.CHECKING:
            return Step.LOOKING
        return Step.BEGUN if self.begun > self.arrived else Step.FROZEN


@dataclass(slots=True)
class Trap:
    """A step to catch a delivery in that comes there after the trap was set: others may be held by the dead.

    What is worded is frozen and begun in one commit: FROZEN is what Slack sent back once. What arrived is
    noted and settled in one, too: ARRIVED is that one, which cannot end while it is looked at.
    `stands` tells whether a message of a key can be seen.
    """

    step: Step
    stands: Callable[[str], bool]
    _before: frozenset[Sight | Ahead] | None = None

    @property
    def is_set(self) -> bool:
        """Whether somebody has looked: who comes to the step from here on is caught."""
        return self._before is not None

    def caught(self, sights: Sequence[Sight | Ahead]) -> Sight | Ahead | None:
        """One that is in this step; while POSTED is waited for, nobody can leave the step before."""
        stands = self.step in {Step.POSTED, Step.ARRIVED}
        wanted = Step.BEGUN if stands else self.step
        there = [sight for sight in sights if sight.step is wanted]
        if self._before is None:
            self._before = frozenset(there)
        found = [sight for sight in there if sight not in self._before]
        if not stands or not found:
            return found[0] if found else None
        deadline = time.monotonic() + POSTED_SECONDS
        while time.monotonic() < deadline:
            for sight in found:
                if sight.key is not None and self.stands(sight.key):
                    if self.step is Step.ARRIVED:
                        time.sleep(A_MOMENT)  # the answer reaches the bot, which now waits for the lock
                    return sight
            time.sleep(BETWEEN_LOOKS)
        return None


class Catcher:
    """Looks at the outbox from outside, holding up every writer for the moment of the look."""

    def __init__(self, url: str) -> None:
        self._engine = _engine(url)

    def catch(self, trap: Trap, act: Callable[[], None], seconds: float) -> Sight | Ahead | None:
        """Act while the step lasts. None when none was caught in time. Blocks: call it in a thread."""
        deadline = time.monotonic() + seconds
        sight: Sight | Ahead | None = None
        while sight is None and time.monotonic() < deadline:
            # The lock cannot be had, or the server is away: then this begins anew.
            with suppress(DBAPIError), self._engine.connect() as connection:
                while time.monotonic() < deadline:
                    sight = _look(connection, trap, act)
                    if sight is not None:
                        break
                    _until_written(connection)
            time.sleep(BETWEEN_LOOKS)
        return sight


def _look(connection: Connection, trap: Trap, act: Callable[[], None]) -> Sight | Ahead | None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.execute(text(f"SET LOCAL lock_timeout = '{LOCK_SECONDS}s'"))
        connection.execute(text("LOCK TABLE delivery, prepared IN EXCLUSIVE MODE"))
    try:
        sight = trap.caught([*_open(connection), *_ahead(connection)])
        if sight is not None:
            act()
        return sight
    finally:
        with suppress(DBAPIError):  # whoever acted may have ended the server
            connection.rollback()


def _until_written(connection: Connection) -> None:
    """Let the bot write once, or a moment pass.

    PostgreSQL lets those who wait for a lock have it in turn. Who asks SQLite for its lock must come before
    the bot asks again, and so watches for the commit.
    """
    if connection.dialect.name != "sqlite":
        time.sleep(BETWEEN_LOOKS)
        return
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    version = raw.execute("PRAGMA data_version").fetchone()
    deadline = time.monotonic() + A_MOMENT
    while time.monotonic() < deadline and raw.execute("PRAGMA data_version").fetchone() == version:
        time.sleep(0)


def _ahead(connection: Connection) -> list[Ahead]:
    rows = connection.execute(select(prepared.c.group_id, prepared.c.number, prepared.c.key)).all()
    return [Ahead(row.group_id, row.number, row.key) for row in rows]


def _open(connection: Connection) -> list[Sight]:
    columns = (delivery.c.id, delivery.c.key, delivery.c.state, delivery.c.lease_token)
    open_rows = select(*columns).where(delivery.c.state.in_([state.value for state in IN_FLIGHT_STATES]))
    rows = connection.execute(open_rows.order_by(delivery.c.id)).all()
    marks = select(part.c.delivery, part.c.begun_at, part.c.ts).where(
        part.c.delivery.in_([row.id for row in rows])
    )
    parts = connection.execute(marks).all() if rows else []
    return [
        Sight(
            row.id,
            row.key,
            DeliveryState(row.state),
            row.lease_token,
            sum(found.delivery == row.id for found in parts),
            sum(found.delivery == row.id and found.begun_at is not None for found in parts),
            sum(found.delivery == row.id and found.ts is not None for found in parts),
        )
        for row in rows
    ]


def _engine(url: str) -> Engine:
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return create_engine(
            parsed,
            poolclass=NullPool,
            isolation_level="AUTOCOMMIT",  # the driver must not begin transactions by itself
            connect_args={"timeout": LOCK_SECONDS},
        )
    return create_engine(parsed.set(drivername="postgresql+psycopg"), poolclass=NullPool)
