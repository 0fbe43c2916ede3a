"""Leases on deliveries. PostgreSQL times them by its own clock, SQLite by the clock of its only process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Interval,
    Row,
    Select,
    bindparam,
    func,
    select,
    type_coerce,
    update,
)

from domain.delivery import DeliveryKind, DeliveryState, Lease, LeaseLost
from storage.repositories.deliveries import COLUMNS, OPEN_STATES
from storage.statements import PerEngine
from storage.tables.base import Instant
from storage.tables.deliveries import delivery

CANDIDATES = 4
"""Deliveries looked at for each one claimed, so that some are left when another claimer locks the first."""

_KNOWN_KINDS = tuple(kind.value for kind in DeliveryKind)
"""What a later release has added is left to its own replicas."""

_HELD = (delivery.c.id == bindparam("of_delivery"), delivery.c.lease_token == bindparam("token"))
_SERVER_CLOCK = func.clock_timestamp(type_=Instant)
_SERVER_UNTIL = type_coerce(func.clock_timestamp() + bindparam("length", type_=Interval), Instant)
_OWN_CLOCK = bindparam("now", type_=Instant)
_OWN_UNTIL = bindparam("until", type_=Instant)


def _claimable(clock: ColumnElement[Any]) -> Select[Any]:
    """Free deliveries, one of each workspace before the second of any, as far as others leave them."""
    free = (
        delivery.c.state.in_(OPEN_STATES),
        delivery.c.kind.in_(_KNOWN_KINDS),
        delivery.c.not_before.is_(None) | (delivery.c.not_before <= bindparam("now", type_=Instant)),
        delivery.c.leased_until.is_(None) | (delivery.c.leased_until <= clock),
    )
    turn = func.row_number().over(partition_by=delivery.c.workspace, order_by=delivery.c.id).label("turn")
    ranked = select(delivery.c.id, turn).where(*free).subquery("ranked")
    first = (
        select(ranked.c.id, ranked.c.turn)
        .order_by(ranked.c.turn, ranked.c.id)
        .limit(bindparam("candidates"))
        .subquery("first")
    )
    return (
        select(*COLUMNS)
        .join(first, first.c.id == delivery.c.id)
        .where(*free)
        .order_by(first.c.turn, delivery.c.id)
        .limit(bindparam("limit"))
        .with_for_update(skip_locked=True, of=delivery)
    )


_CLAIMABLE = PerEngine(sqlite=_claimable(_OWN_CLOCK), postgresql=_claimable(_SERVER_CLOCK))
_TAKE = update(delivery).where(delivery.c.id.in_(bindparam("ids", expanding=True)))
_TAKEN = PerEngine(
    sqlite=_TAKE.values(lease_token=bindparam("token"), leased_until=_OWN_UNTIL),
    postgresql=_TAKE.values(lease_token=bindparam("token"), leased_until=_SERVER_UNTIL),
)
_HOLD = select(delivery.c.id).where(*_HELD).with_for_update(key_share=True)
_BEGUN = (
    update(delivery)
    .where(*_HELD)
    .values(state=DeliveryState.SENDING.value, attempts=delivery.c.attempts + 1, looks=0)
)
_BEGIN = PerEngine(
    sqlite=_BEGUN.values(leased_until=_OWN_UNTIL), postgresql=_BEGUN.values(leased_until=_SERVER_UNTIL)
)
_GIVE_BACK = (
    update(delivery)
    .where(*_HELD)
    .values(
        state=bindparam("new_state"),
        error=bindparam("new_error"),
        not_before=bindparam("new_not_before"),
        looks=delivery.c.looks + bindparam("more_looks"),
        lease_token=None,
        leased_until=None,
    )
)


@dataclass(frozen=True, slots=True)
class After:
    """What a delivery is once its lease was given back. `until` (real time): nobody works on it before."""

    state: DeliveryState
    error: str | None
    until: datetime | None = None


def claim(connection: Connection, lease: Lease, now: datetime, limit: int) -> Sequence[Row[Any]]:
    """Rows of the deliveries that are now held under the lease's token."""
    parameters = {"now": now, "limit": limit, "candidates": limit * CANDIDATES}
    rows = connection.execute(_CLAIMABLE.on(connection), parameters).all()
    if rows:
        taken = {"ids": [row.id for row in rows], "token": lease.token, **_length(connection, lease, now)}
        connection.execute(_TAKEN.on(connection), taken)
    return rows


def hold(connection: Connection, number: int, lease: Lease) -> None:
    """Lock the delivery's row for this transaction. Raises LeaseLost when another token is on it."""
    if connection.execute(_HOLD, {"of_delivery": number, "token": lease.token}).first() is None:
        raise LeaseLost


def begin(connection: Connection, number: int, lease: Lease, now: datetime) -> None:
    """The delivery is being sent, and the lease lasts its whole length from here. Raises LeaseLost."""
    parameters = {"of_delivery": number, "token": lease.token, **_length(connection, lease, now)}
    _require_one(connection.execute(_BEGIN.on(connection), parameters).rowcount)


def give_back(connection: Connection, number: int, lease: Lease, after: After) -> None:
    """End the lease with what is left of it. Raises LeaseLost."""
    parameters = {
        "of_delivery": number,
        "token": lease.token,
        "new_state": after.state.value,
        "new_error": after.error,
        "new_not_before": after.until,
        "more_looks": 1 if after.state is DeliveryState.CHECKING else 0,
    }
    _require_one(connection.execute(_GIVE_BACK, parameters).rowcount)


def _length(connection: Connection, lease: Lease, now: datetime) -> dict[str, Any]:
    if connection.dialect.name == "sqlite":
        return {"until": now + lease.length}
    return {"length": lease.length}


def _require_one(count: int) -> None:
    if count != 1:
        raise LeaseLost
