"""What stands in the database, read from outside the bot and past its repositories."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, func, make_url, select, text

from domain.change import ChangeKind
from domain.delivery import IN_FLIGHT_STATES, DeliveryState
from domain.reference import Series
from domain.subscription import SubscriptionState
from storage.tables.changes import change
from storage.tables.deliveries import delivery, part
from storage.tables.groups import working_group
from storage.tables.items import item, tally
from storage.tables.preparations import prepared
from storage.tables.receipts import receipt
from storage.tables.subscriptions import subscription
from tests.faults.ledger import Appearance, Ledger, Row, Told


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it is stored."""

    number: int
    text: str
    author: str
    counted_as: tuple[str, str, str]
    recorded_in: int


@dataclass(frozen=True, slots=True)
class Record:
    """Everything of the one group."""

    notes: tuple[Note, ...]
    changes: tuple[int, ...]
    recorded: dict[int, list[int]]
    """The changes that say a note was recorded, by its number."""
    tally: dict[tuple[str, str, str], int]
    last_note: int
    last_change: int
    receipts: Counter[str]

    def require_sound(self, *, receipts_kept: bool = True) -> None:
        """Assert what holds at every moment, whatever the bot was doing when it ended.

        Receipts are kept for a week only.
        """
        assert [note.number for note in self.notes] == list(range(1, self.last_note + 1))
        assert list(self.changes) == list(range(1, self.last_change + 1))
        assert {note.number: [note.recorded_in] for note in self.notes} == self.recorded
        assert Counter(note.counted_as for note in self.notes) == self.tally
        if receipts_kept:
            assert [self.receipts[f"N-{note.number}"] for note in self.notes] == [1] * len(self.notes)


@dataclass(frozen=True, slots=True)
class Posting:
    """A delivery and its first message. `begun`: it may stand in the channel."""

    key: str
    state: DeliveryState
    leased: bool
    error: str | None
    begun: bool
    ts: str | None


class Database:
    """The bot's database, seen by somebody who only looks; `held` keeps writers waiting."""

    def __init__(self, url: str) -> None:
        self._engine = _engine(make_url(url))

    def record(self) -> Record:
        """The record in one consistent view."""
        with self._engine.connect() as connection:
            if connection.dialect.name == "sqlite":
                assert connection.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
            return _record(connection)

    def postings(self) -> list[Posting]:
        """Every delivery, the oldest first."""
        rows = select(delivery, part.c.begun_at, part.c.ts).outerjoin(
            part, (part.c.delivery == delivery.c.id) & (part.c.position == 0)
        )
        with self._engine.connect() as connection:
            return [
                Posting(
                    row.key,
                    DeliveryState(row.state),
                    row.lease_token is not None,
                    row.error,
                    row.begun_at is not None,
                    row.ts,
                )
                for row in connection.execute(rows.order_by(delivery.c.id))
            ]

    def next_due(self) -> datetime:
        """When the next subscription is due, by the application's clock."""
        with self._engine.connect() as connection:
            found = connection.execute(
                _DUE.with_only_columns(func.min(subscription.c.next_due_at))
            ).scalar_one()
        assert isinstance(found, datetime)
        return found

    def last_due(self) -> datetime:
        """When every active subscription will have been due, by the application's clock."""
        with self._engine.connect() as connection:
            found = connection.execute(_DUE.with_only_columns(func.max(subscription.c.next_due_at)))
            latest = found.scalar_one()
        assert isinstance(latest, datetime)
        return latest

    def is_at_rest(self, now: datetime) -> bool:
        """Whether no subscription is due by now (the application's clock) and no delivery in flight."""
        due = _DUE.where(subscription.c.next_due_at <= now).with_only_columns(func.count())
        in_flight = select(func.count()).where(delivery.c.state.in_([s.value for s in IN_FLIGHT_STATES]))
        with self._engine.connect() as connection:
            return not any(connection.execute(query).scalar_one() for query in (due, in_flight))

    def is_prepared(self) -> bool:
        """Whether the words of a digest are there that is not due yet."""
        with self._engine.connect() as connection:
            return connection.execute(select(func.count(prepared.c.key))).scalar_one() > 0

    def ledger(self, seen: tuple[Appearance, ...]) -> Ledger:
        """Deliveries and subscriptions, beside what was seen of them."""
        with self._engine.connect() as connection:
            parts = connection.execute(
                select(part.c.delivery, part.c.ts).order_by(part.c.delivery, part.c.position)
            ).all()
            rows = connection.execute(_ROWS).all()
            told = connection.execute(_TOLD).all()
        timestamps: defaultdict[int, list[str | None]] = defaultdict(list)
        for found in parts:
            timestamps[found.delivery].append(found.ts)
        return Ledger(
            rows=tuple(_row(row, tuple(timestamps[row.id])) for row in rows),
            subscriptions=tuple(Told(row.number, row.told_through) for row in told),
            seen=seen,
        )

    @contextmanager
    def held(self) -> Iterator[None]:
        """Nobody else can write to the group meanwhile."""
        with self._engine.connect() as connection:
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            else:
                connection.execute(select(working_group.c.id).with_for_update())
            yield
            connection.rollback()


_DUE = select(subscription).where(subscription.c.state == SubscriptionState.ACTIVE.value)
_ROWS = select(
    delivery.c.id,
    delivery.c.key,
    delivery.c.kind,
    delivery.c.state,
    delivery.c.subscription,
    delivery.c.facts,
    delivery.c.due_at,
).order_by(delivery.c.id)
_TOLD = select(subscription.c.number, subscription.c.told_through)


def _row(row: Any, parts: tuple[str | None, ...]) -> Row:  # noqa: ANN401 - of _ROWS
    slot, until = row.facts.get("slot"), row.facts.get("until")
    return Row(
        id=row.id,
        key=row.key,
        kind=row.kind,
        state=DeliveryState(row.state),
        subscription=row.subscription,
        after=row.facts.get("after"),
        through=row.facts.get("through"),
        slot=None if slot is None else date.fromisoformat(slot),
        prepared=slot is not None and until == row.due_at.isoformat(),
        parts=parts,
    )


def _record(connection: Connection) -> Record:
    notes = connection.execute(select(item).where(item.c.series == Series.NOTE).order_by(item.c.number)).all()
    changes = connection.execute(select(change).order_by(change.c.number)).all()
    recorded: dict[int, list[int]] = {}
    for row in changes:
        if row.kind == ChangeKind.RECORDED:
            recorded.setdefault(row.item, []).append(row.number)
    counts = connection.execute(select(tally).where(tally.c.item_count != 0))
    group = connection.execute(select(working_group)).one()
    return Record(
        notes=tuple(
            Note(row.number, row.text, row.author, (row.theme or "", row.kind, row.status), row.recorded_in)
            for row in notes
        ),
        changes=tuple(row.number for row in changes),
        recorded=recorded,
        tally={(row.theme, row.kind, row.status): row.item_count for row in counts},
        last_note=group.last_note,
        last_change=group.last_change,
        receipts=Counter(connection.execute(select(receipt.c.subject)).scalars()),
    )


def _engine(url: URL) -> Engine:
    if url.get_backend_name() == "sqlite":
        # The driver must not begin transactions by itself: `held` begins its own.
        return create_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    return create_engine(url.set(drivername="postgresql+psycopg"), poolclass=NullPool)
