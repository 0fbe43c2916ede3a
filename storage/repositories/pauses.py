"""Pauses as rows, timed by the database's own clock: on PostgreSQL the server's, on SQLite the machine's."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    FromClause,
    Text,
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
from sqlalchemy.types import TypeEngine

from domain.pause import WORKSPACE
from storage.bulk import Bulk, Row, source
from storage.repositories.turns import (
    BY_OWN,
    BY_SERVER,
    OWN_WALL,
    SERVER_UNTIL,
    SERVER_WALL,
    Clocked,
    concerns,
    server_until,
)
from storage.session import Session
from storage.statements import PerEngine
from storage.tables.base import MICROSECOND, Instant
from storage.tables.deliveries import delivery
from storage.tables.pauses import pause

_KEYS = ["workspace", "channel"]
_LENGTHS: Mapping[str, TypeEngine[Any]] = {
    "workspace": Text(),
    "channel": Text(),
    "microseconds": BigInteger(),
}
_lengths = source(_LENGTHS, "lengths")
_TURN = (
    postgresql.insert(pause)
    .values(
        workspace=bindparam("workspace"), channel=bindparam("channel"), until=SERVER_UNTIL, by_slack=false()
    )
    .on_conflict_do_update(
        index_elements=_KEYS,
        set_={"until": SERVER_UNTIL, "by_slack": false()},
        where=pause.c.until <= SERVER_WALL,
    )
    .returning(pause.c.channel)
)
"""Taken where nobody's is; nothing comes back where somebody's is."""

MINE = (
    select(pause.c.channel)
    .where(pause.c.workspace == bindparam("workspace"), pause.c.channel == bindparam("channel"))
    .with_for_update(key_share=True)
)
"""Locks the place's row, if it has one: nobody takes its turn before the transaction ends."""


def _in_order(several: Sequence[Row]) -> Sequence[Row]:
    """Each place once, with the longest; in one order, so that replicas do not wait in a ring."""
    longest: dict[tuple[str, str], Row] = {}
    for row in sorted(several, key=lambda row: int(row["microseconds"])):
        longest[row["workspace"], row["channel"]] = row
    return [longest[place] for place in sorted(longest)]


def _running(insert: Any, of: FromClause, until: ColumnElement[Any], *, by_slack: bool) -> Any:  # noqa: ANN401 - of each dialect
    """Pauses that begin now, of all the rows."""
    columns = (of.c.workspace, of.c.channel, until, true() if by_slack else false())
    # SQLite would take ON CONFLICT for a join without the WHERE (sqlite.org/lang_upsert.html).
    selected = select(*columns).where(true())
    return insert(pause).from_select([*_KEYS, "until", "by_slack"], selected)


def _pausing(set_: Callable[[Any, Any], dict[str, Any]], *, by_slack: bool) -> Bulk:
    """`set_` says what becomes of one that is there, from the new one and the engine's greatest."""
    own, server = _lengths.sqlite, _lengths.postgresql
    lite = _running(
        sqlite.insert, own, type_coerce(OWN_WALL + own.c.microseconds, Instant), by_slack=by_slack
    )
    post = _running(postgresql.insert, server, server_until(server), by_slack=by_slack)
    return Bulk(
        pause,
        _LENGTHS,
        PerEngine(
            lite.on_conflict_do_update(index_elements=_KEYS, set_=set_(lite.excluded, func.max)),
            post.on_conflict_do_update(index_elements=_KEYS, set_=set_(post.excluded, func.greatest)),
        ),
        _in_order,
    )


def _later(new: Any, greatest: Any) -> dict[str, Any]:  # noqa: ANN401 - of each dialect
    """Whichever ends later."""
    return {"until": greatest(pause.c.until, new.until)}


_TAKEN = _pausing(lambda new, _: {"until": new.until, "by_slack": false()}, by_slack=False)
"""For a turn that nobody else can take: of a locked row, or by SQLite's only writer."""
_REST = _pausing(_later, by_slack=False)
# Slack's word stays Slack's, whatever is added to it.
_HOLD = _pausing(lambda new, greatest: _later(new, greatest) | {"by_slack": true()}, by_slack=True)


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


LEFT = PerEngine(sqlite=_left(OWN_WALL), postgresql=_left(SERVER_WALL))
_HELD = PerEngine(sqlite=_held(OWN_WALL), postgresql=_held(SERVER_WALL))
_ENDS = PerEngine(sqlite=_ends(BY_OWN), postgresql=_ends(BY_SERVER))
_FORGET = delete(pause).where(pause.c.until < bindparam("before", type_=Instant))


class PauseRows:
    """Pauses of every workspace."""

    def __init__(self, connection: Session) -> None:
        self._connection = connection

    def take_turn(self, workspace: str, channel: str, pace: timedelta) -> timedelta:
        """Take the channel's turn, its next one `pace` later; or how long until it may be asked for again."""
        is_mine = self._is_sqlite or self._connection.execute(MINE, place_of(workspace, channel)).first()
        left = self._left(asked(workspace, channel, WORKSPACE))
        if left or not pace:
            return left
        if is_mine:
            self._lengthen(_TAKEN, workspace, channel, pace)
            return timedelta()
        taken = self._connection.execute(_TURN, {**place_of(workspace, channel), "length": pace}).first()
        return timedelta() if taken is not None else self.left(workspace, channel)

    def left(self, workspace: str, channel: str) -> timedelta:
        """How long the one place, or method, is still left in peace."""
        return self._left(asked(workspace, channel, channel))

    def rest(self, workspace: str, channel: str, pace: timedelta) -> None:
        """A message has arrived there: the next turn comes `pace` from now at the earliest."""
        if pace:
            self._lengthen(_REST, workspace, channel, pace)

    def hold(self, workspace: str, channel: str, length: timedelta) -> None:
        """Slack said so. A shorter pause does not end a longer one."""
        self._lengthen(_HOLD, workspace, channel, length)
        # It may be another place than the step's own, which others that go on together asked about ahead.
        self._connection.ask_anew()

    def held(self, workspace: str) -> frozenset[str]:
        """What Slack's word still holds back there."""
        rows = self._connection.execute(_HELD.on(self._connection), {"workspace": workspace})
        return frozenset(row.channel for row in rows)

    def ends_in(self, now: datetime) -> timedelta | None:
        """How long until the first pause ends that something waits for whose time has come."""
        row = self._connection.execute(_ENDS.on(self._connection), {"now": now}).one()
        return None if row.until is None else max(row.until - row.at, timedelta())

    def forget(self, before: datetime) -> int:
        """Remove those that were over before then; how many there were."""
        return int(self._connection.execute(_FORGET, {"before": before}).rowcount)

    @property
    def _is_sqlite(self) -> bool:
        return self._connection.dialect.name == "sqlite"

    def _lengthen(self, bulk: Bulk, workspace: str, channel: str, length: timedelta) -> None:
        row = {"workspace": workspace, "channel": channel, "microseconds": length // MICROSECOND}
        self._connection.add(bulk, [row])

    def _left(self, place: dict[str, str]) -> timedelta:
        row = self._connection.execute(LEFT.on(self._connection), place).one()
        return timedelta() if row.until is None else max(row.until - row.at, timedelta())


def place_of(workspace: str, channel: str) -> dict[str, str]:
    """The parameters of MINE."""
    return {"workspace": workspace, "channel": channel}


def asked(workspace: str, channel: str, whole: str) -> dict[str, str]:
    """The parameters of LEFT; `whole` is another place whose pause counts."""
    return {"workspace": workspace, "channel": channel, "whole": whole}
