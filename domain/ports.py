"""What the domain asks of the outside: a clock, and a store that works in transactions."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeAlias, TypeVar

from domain.outbox import Logbook, Outbox, Pauses, Preparations
from domain.people import Person
from domain.reference import RecordKind
from domain.reminding import ReminderPlans
from domain.repositories import WorkspaceRecord

T = TypeVar("T")


class Clock(Protocol):
    """Where time comes from."""

    def now(self) -> datetime:
        """The present instant, in UTC."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """What a recording is about to ask of the record, so that a store may ask it for several at once.

    Whose interaction it is, from where, for which group and under which key; and whether they recorded these
    words since then already: `text` None asks nothing of the kind. It never changes an answer.
    """

    person: Person
    channel: str | None
    group: int
    key: str
    kind: RecordKind
    text: str | None
    since: datetime

    @property
    def names(self) -> tuple[Hashable, ...]:
        """What no two that are asked together have in common."""
        return (self.person, (self.person.workspace, self.key))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """What a step of a delivery is about to ask, so that a store may ask it for several at once.

    The delivery, held under this token, and whose turn it takes (`domain.pause.place_of`). A step that begins
    to send asks besides whether it is still to be said: of its group, its subscription and its `channel`;
    `group` None asks nothing of the kind. It never changes an answer.
    """

    delivery: int
    token: str
    workspace: str
    place: str
    group: int | None = None
    subscription: int | None = None
    channel: str | None = None

    @property
    def names(self) -> tuple[Hashable, ...]:
        """What no two that are asked together have in common."""
        return (self.delivery, (self.workspace, self.place))


Asking: TypeAlias = Ahead | Sending
"""What a job may tell ahead; those of one kind are asked together."""


class UnitOfWork(Protocol):
    """One transaction over the store."""

    def workspace(self, workspace: str) -> WorkspaceRecord: ...

    @property
    def outbox(self) -> Outbox: ...

    @property
    def reminders(self) -> ReminderPlans: ...

    @property
    def preparations(self) -> Preparations: ...

    @property
    def pauses(self) -> Pauses: ...

    @property
    def logbook(self) -> Logbook: ...

    def forget_receipts(self, before: datetime) -> int:
        """Remove receipts stored before then, of every workspace; how many there were."""
        ...

    def forget_drafts(self, before: datetime) -> int:
        """Remove drafts kept before then, of every workspace; how many there were."""
        ...


class Store(Protocol):
    """The database, seen from the asynchronous edge. Jobs are plain functions and may be run again."""

    async def write(self, job: Callable[[UnitOfWork], T], ahead: Asking | None = None) -> T:
        """Run the job in a writing transaction; returns after the commit. What the job raises rolls back.

        `ahead` is what it is about to ask: jobs that say so may share a transaction. Raises StoreUnavailable
        when the database is locked, full or gone.
        """
        ...

    async def read(self, query: Callable[[UnitOfWork], T], *, key: Hashable | None = None) -> T:
        """Run the query on a consistent, read-only view. Raises StoreUnavailable.

        Under a key the answer may be the very object that was given before, while nothing was committed
        since: queries under one key ask the same.
        """
        ...

    async def glance(self, key: Hashable, query: Callable[[UnitOfWork], T]) -> T:
        """As `read`, of people, channels, members and charters alone, for what is checked again later.

        The answer may be the one that was given before under this key, while nothing this process wrote
        changed any of these; what another process writes is seen within a second. Raises StoreUnavailable.
        """
        ...

    async def check(self) -> None:
        """Return when the database answers. Raises StoreUnavailable."""
        ...

    async def close(self) -> None:
        """Finish what was accepted, then let go of threads, connections and locks."""
        ...


class StoreUnavailable(Exception):  # noqa: N818 - named for what the person is told
    """The database did not answer; nothing was written."""


class OutcomeUnknown(Exception):  # noqa: N818 - named for what the person is told
    """The connection went away during COMMIT; the write may or may not be there."""
