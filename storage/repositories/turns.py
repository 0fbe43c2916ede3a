"""Whose turn it is: workspaces take turns, and of each channel one delivery goes out at a time.

Everything is found by walking an index from where the last turn ended: many that wait cost little more than
few (docs/decisions/0025).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Interval,
    Row,
    Select,
    and_,
    bindparam,
    func,
    literal,
    literal_column,
    or_,
    select,
    true,
    type_coerce,
)

from domain.delivery import DeliveryKind, DeliveryState
from domain.pause import HISTORY, REACTIONS, WORKSPACE
from storage.direct import Rows
from storage.repositories.deliveries import COLUMNS_AND_PARTS, OPEN_LITERALS
from storage.session import Session
from storage.statements import PerEngine
from storage.tables.base import MICROSECOND, Instant
from storage.tables.deliveries import delivery
from storage.tables.pauses import pause

CLAIMING = "claiming"
"""Stands before the workspace in the names of locks that last for a claim."""

CANDIDATES = 4
"""Deliveries looked at for each one claimed, where several may be of one channel."""

_KNOWN_KINDS: list[ColumnElement[str]] = [literal_column(f"'{kind.value}'") for kind in DeliveryKind]
"""What a later release has added is left to its own replicas."""

_NOW = bindparam("now", type_=Instant)
_REACTION: ColumnElement[str] = literal_column(f"'{DeliveryKind.REACTION.value}'")


@dataclass(frozen=True, slots=True)
class Clocked:
    """The conditions by the clocks of an engine.

    Leases run by the server's `clock`, or (SQLite) by that of the only process, which tests may stop; pauses
    by the `wall` clock of the server or the machine.
    """

    clock: ColumnElement[Any]
    wall: ColumnElement[Any]
    mine: Callable[[ColumnElement[str]], ColumnElement[bool]]
    """Whether nobody else is claiming in the workspace, nor can until the transaction ends.

    What they are about to claim has no lease yet that would tell that its channel is busy.
    """

    def free(self, of: FromClause) -> tuple[ColumnElement[bool], ...]:
        """Not final, its time has come, and nobody holds it."""
        return (
            of.c.state.in_(OPEN_LITERALS),
            of.c.kind.in_(_KNOWN_KINDS),
            of.c.not_before.is_(None) | (of.c.not_before <= _NOW),
            of.c.leased_until.is_(None) | (of.c.leased_until <= self.clock),
        )

    def ring(self) -> Select[Any]:
        """The next workspaces behind `after` that have something to claim, each found from the one before."""
        one, following = delivery.alias("one"), delivery.alias("following")
        first = self._next(one, one.c.workspace > bindparam("after")).scalar_subquery()
        ring = select(first.label("workspace"), literal(1).label("place")).cte("ring", recursive=True)
        later = self._next(following, following.c.workspace > ring.c.workspace)
        step = select(later.correlate(ring).scalar_subquery(), ring.c.place + 1)
        goes_on = and_(ring.c.workspace.is_not(None), ring.c.place < bindparam("workspaces"))
        ring = ring.union_all(step.where(goes_on))
        found = ring.c.workspace
        return select(found, self.mine(found).label("mine")).where(found.is_not(None)).order_by(ring.c.place)

    def queue(self) -> Select[Any]:
        """The first deliveries of the workspace that nothing stands in the way of."""
        return (
            select(*COLUMNS_AND_PARTS)
            .where(delivery.c.workspace == bindparam("of_workspace"), *self._unhindered(delivery))
            .order_by(delivery.c.id)
            .limit(bindparam("limit"))
            .with_for_update(skip_locked=True, of=delivery)
        )

    def _next(self, of: FromClause, behind: ColumnElement[bool]) -> Select[Any]:
        return select(of.c.workspace).where(behind, *self._unhindered(of)).order_by(of.c.workspace).limit(1)

    def _unhindered(self, of: FromClause) -> tuple[ColumnElement[bool], ...]:
        """Free, and neither a pause nor another message to its channel stands in its way."""
        paused = self._paused(of, concerns(of))
        return (*self.free(of), ~paused, or_(of.c.kind == _REACTION, ~self._busy(of)))

    def _paused(self, of: FromClause, which: ColumnElement[bool]) -> ColumnElement[bool]:
        return (
            select(literal(1))
            .where(pause.c.workspace == of.c.workspace, pause.c.until > self.wall, which)
            .correlate(of)
            .exists()
        )

    def _busy(self, of: FromClause) -> ColumnElement[bool]:
        """Whether another message to its channel is being worked on."""
        other = delivery.alias("other")
        return (
            select(literal(1))
            .where(
                other.c.workspace == of.c.workspace,
                other.c.channel == of.c.channel,
                other.c.kind != _REACTION,
                other.c.leased_until > self.clock,
            )
            .correlate(of)
            .exists()
        )


def concerns(of: FromClause) -> ColumnElement[bool]:
    """Whether a pause of the delivery's workspace is one that it waits for (`domain.pause`)."""
    in_doubt = of.c.state != literal_column(f"'{DeliveryState.PENDING.value}'")
    message = of.c.kind != _REACTION
    return or_(
        and_(of.c.kind == _REACTION, pause.c.channel == REACTIONS),
        and_(message, or_(pause.c.channel == WORKSPACE, pause.c.channel == of.c.channel)),
        and_(message, in_doubt, pause.c.channel == HISTORY),
    )


OWN_WALL: ColumnElement[Any] = type_coerce(
    literal_column("CAST((julianday('now') - 2440587.5) * 86400000000.0 AS INTEGER)"), Instant
)
"""Microseconds since 1970, as instants are kept on SQLite (sqlite.org/lang_datefunc.html)."""
SERVER_WALL: ColumnElement[Any] = func.clock_timestamp(type_=Instant)
SERVER_UNTIL = type_coerce(func.clock_timestamp() + bindparam("length", type_=Interval), Instant)
"""When the `length` ends that begins now."""


def server_until(of: FromClause) -> ColumnElement[Any]:
    """When the `microseconds` of each of these rows end that begin now."""
    microsecond = literal(MICROSECOND, Interval)
    return type_coerce(func.clock_timestamp() + of.c.microseconds * microsecond, Instant)


def _locked(workspace: ColumnElement[str]) -> ColumnElement[bool]:
    return func.pg_try_advisory_xact_lock(func.hashtext(CLAIMING), func.hashtext(workspace))


BY_OWN = Clocked(_NOW, OWN_WALL, mine=lambda _: literal(True))  # noqa: FBT003 - a value of SQL
BY_SERVER = Clocked(SERVER_WALL, SERVER_WALL, mine=_locked)
_RING = PerEngine(sqlite=BY_OWN.ring(), postgresql=BY_SERVER.ring())
_QUEUE = PerEngine(sqlite=BY_OWN.queue(), postgresql=BY_SERVER.queue())

_OTHER_WAYS = ("seqscan", "bitmapscan", "hashjoin", "mergejoin")
LOOKING_UP = select(*(func.set_config(f"enable_{way}", "off", true()) for way in _OTHER_WAYS))
"""For the rest of its transaction PostgreSQL finds rows by their keys.

It takes a list of rows for a hundred, and would rather read a whole table than look up as many.
"""
WALKING = select(*(func.set_config(f"enable_{way}", "off", true()) for way in (*_OTHER_WAYS, "sort")))
"""Without statistics, as in the minute in which thousands come to wait, PostgreSQL sorts them all instead."""


def next_in_turn(connection: Session, now: datetime, limit: int, after: str) -> list[Row[Any]]:
    """At most `limit` deliveries, locked: one of each workspace behind `after`, then the second of each.

    One round through the workspaces, and over its end. What others are about to claim is passed by.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(WALKING)
    found: list[Row[Any]] = []
    behind, is_over_the_end = after, False
    while len(found) < limit:
        ring = _ring(connection, now, limit, behind)
        if is_over_the_end:
            ring = [one for one in ring if one.workspace <= after]
        elif len(ring) < limit:
            is_over_the_end = True
            again = _ring(connection, now, limit - len(ring), "") if after else []
            ring += [one for one in again if one.workspace <= after]
        if not ring:
            break
        mine = [one.workspace for one in ring if one.mine]
        found += _interleaved(connection, now, mine, limit - len(found)) if mine else []
        behind = ring[-1].workspace
    return found


def _ring(connection: Session, now: datetime, workspaces: int, after: str) -> list[Row[Any]]:
    parameters = {"now": now, "after": after, "workspaces": workspaces}
    return list(connection.execute(_RING.on(connection), parameters))


def _interleaved(connection: Session, now: datetime, ring: Sequence[str], limit: int) -> list[Row[Any]]:
    each = 1 if len(ring) >= limit else limit * CANDIDATES
    statement = _QUEUE.on(connection)
    queues = connection.ask(
        *((statement, {"now": now, "of_workspace": workspace, "limit": each}) for workspace in ring)
    )
    turns = zip_longest(*(_firsts(queue) for queue in queues))
    return [row for turn in turns for row in turn if row is not None][:limit]


def _firsts(rows: Rows) -> list[Row[Any]]:
    """Of each channel the first."""
    first: dict[object, Row[Any]] = {}
    for row in rows:
        is_reaction = row.kind == DeliveryKind.REACTION.value
        first.setdefault(row.id if is_reaction else row.channel, row)
    return list(first.values())
