"""Pauses as rows, timed by the database's own clock: on PostgreSQL the server's, on SQLite the machine's."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Interval,
    bindparam,
    delete,
    false,
    func,
    literal,
    select,
    true,
    type_coerce,
)
from sqlalchemy.dialects import postgresql, sqlite

from domain.pause import WORKSPACE
from storage.repositories.turns import BY_OWN, BY_SERVER, OWN_WALL, SERVER_WALL, Clocked, concerns
from storage.statements import PerEngine
from storage.tables.base import Instant
from storage.tables.deliveries import delivery
from storage.tables.pauses import pause

MICROSECOND = timedelta(microseconds=1)
_KEYS = ["workspace", "channel"]
_OWN_UNTIL = type_coerce(OWN_WALL + bindparam("length", type_=BigInteger), Instant)
_SERVER_UNTIL = type_coerce(func.clock_timestamp() + bindparam("length", type_=Interval), Instant)


def _values(until: ColumnElement[Any], *, by_slack: bool) -> dict[str, Any]:
    return {
        "workspace": bindparam("workspace"),
        "channel": bindparam("channel"),
        "until": until,
        "by_slack": true() if by_slack else false(),
    }


def _turn(insert: Any, clock: ColumnElement[Any], until: ColumnElement[Any]) -> Any:  # noqa: ANN401 - of each dialect
    """Taken where nobody's is; nothing comes back where somebody's is."""
    new = insert(pause).values(**_values(until, by_slack=False))
    return new.on_conflict_do_update(
        index_elements=_KEYS,
        set_={"until": new.excluded.until, "by_slack": false()},
        where=pause.c.until <= clock,
    ).returning(pause.c.channel)


def _longer(insert: Any, until: ColumnElement[Any], greatest: Any, *, by_slack: bool) -> Any:  # noqa: ANN401 - of each dialect
    """Whichever ends later. Slack's word stays Slack's, whatever is added to it."""
    new = insert(pause).values(**_values(until, by_slack=by_slack))
    later = {"until": greatest(pause.c.until, new.excluded.until)}
    return new.on_conflict_do_update(
        index_elements=_KEYS, set_=later | ({"by_slack": true()} if by_slack else {})
    )


def _left(clock: ColumnElement[Any]) -> Any:  # noqa: ANN401 - a select
    of_it = pause.c.channel.in_([bindparam("whole"), bindparam("channel")])
    running = (pause.c.workspace == bindparam("workspace"), of_it, pause.c.until > clock)
    return select(func.max(pause.c.until).label("until"), type_coerce(clock, Instant).label("at")).where(
        *running
    )


def _held(clock: ColumnElement[Any]) -> Any:  # noqa: ANN401 - a select
    return select(pause.c.channel).where(
        pause.c.workspace == bindparam("workspace"), pause.c.by_slack, pause.c.until > clock
    )


def _ends(clocked: Clocked) -> Any:  # noqa: ANN401 - a select
    clock = clocked.wall
    waits = (
        select(literal(1))
        .where(delivery.c.workspace == pause.c.workspace, concerns(delivery), *clocked.free(delivery))
        .correlate(pause)
        .exists()
    )
    running = select(pause.c.until).where(pause.c.until > clock, waits).subquery("running")
    return select(func.min(running.c.until).label("until"), type_coerce(clock, Instant).label("at"))


_TURN = PerEngine(
    sqlite=_turn(sqlite.insert, OWN_WALL, _OWN_UNTIL),
    postgresql=_turn(postgresql.insert, SERVER_WALL, _SERVER_UNTIL),
)
_REST, _HOLD = (
    PerEngine(
        sqlite=_longer(sqlite.insert, _OWN_UNTIL, func.max, by_slack=by_slack),
        postgresql=_longer(postgresql.insert, _SERVER_UNTIL, func.greatest, by_slack=by_slack),
    )
    for by_slack in (False, True)
)
_LEFT = PerEngine(sqlite=_left(OWN_WALL), postgresql=_left(SERVER_WALL))
_HELD = PerEngine(sqlite=_held(OWN_WALL), postgresql=_held(SERVER_WALL))
_ENDS = PerEngine(sqlite=_ends(BY_OWN), postgresql=_ends(BY_SERVER))
_FORGET = delete(pause).where(pause.c.until < bindparam("before", type_=Instant))


class PauseRows:
    """Pauses of every workspace; instants that are passed in are what nobody measures a pause by."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def take_turn(self, workspace: str, channel: str, pace: timedelta, now: datetime) -> timedelta:
        """Take the channel's turn, its next one `pace` later; or how long until it may be asked for again."""
        place = {"workspace": workspace, "channel": channel}
        left = self._left(place | {"whole": WORKSPACE})
        if left or not pace:
            return left
        taken = self._connection.execute(_TURN.on(self._connection), place | self._length(pace)).first()
        return timedelta() if taken is not None else self.left(workspace, channel, now)

    def left(self, workspace: str, channel: str, now: datetime) -> timedelta:
        """How long the one place, or method, is still left in peace."""
        del now
        return self._left({"workspace": workspace, "channel": channel, "whole": channel})

    def rest(self, workspace: str, channel: str, pace: timedelta, now: datetime) -> None:
        """A message has arrived there: the next turn comes `pace` from now at the earliest."""
        del now
        if pace:
            self._lengthen(_REST, workspace, channel, pace)

    def hold(self, workspace: str, channel: str, length: timedelta, now: datetime) -> None:
        """Slack said so. A shorter pause does not end a longer one."""
        del now
        self._lengthen(_HOLD, workspace, channel, length)

    def held(self, workspace: str, now: datetime) -> frozenset[str]:
        """What Slack's word still holds back there."""
        del now
        rows = self._connection.execute(_HELD.on(self._connection), {"workspace": workspace})
        return frozenset(row.channel for row in rows)

    def ends_in(self, now: datetime) -> timedelta | None:
        """How long until the first pause ends that something waits for whose time has come."""
        row = self._connection.execute(_ENDS.on(self._connection), {"now": now}).one()
        return None if row.until is None else max(row.until - row.at, timedelta())

    def forget(self, before: datetime) -> int:
        """Remove those that were over before then; how many there were."""
        return int(self._connection.execute(_FORGET, {"before": before}).rowcount)

    def _lengthen(self, statement: PerEngine[Any], workspace: str, channel: str, length: timedelta) -> None:
        parameters = {"workspace": workspace, "channel": channel} | self._length(length)
        self._connection.execute(statement.on(self._connection), parameters)

    def _left(self, place: dict[str, str]) -> timedelta:
        row = self._connection.execute(_LEFT.on(self._connection), place).one()
        return timedelta() if row.until is None else max(row.until - row.at, timedelta())

    def _length(self, length: timedelta) -> dict[str, Any]:
        on_sqlite = self._connection.dialect.name == "sqlite"
        return {"length": length // MICROSECOND if on_sqlite else length}
