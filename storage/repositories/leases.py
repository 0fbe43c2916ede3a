"""Leases on deliveries. PostgreSQL times them by its own clock, SQLite by the clock of its only process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Interval, Row, bindparam, func, select, type_coerce, update

from domain.delivery import DeliveryState, Lease, LeaseLost
from storage.repositories.chunks import FEW, among_few, few
from storage.repositories.turns import next_in_turn
from storage.statements import PerEngine
from storage.tables.base import Instant
from storage.tables.deliveries import delivery

_HELD = (delivery.c.id == bindparam("of_delivery"), delivery.c.lease_token == bindparam("token"))
_SERVER_UNTIL = type_coerce(func.clock_timestamp() + bindparam("length", type_=Interval), Instant)
_OWN_UNTIL = bindparam("until", type_=Instant)


_TAKE = update(delivery).where(among_few(delivery.c.id))
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


def claim(
    connection: Connection, lease: Lease, now: datetime, limit: int, after: str = ""
) -> Sequence[Row[Any]]:
    """Rows of the deliveries that are now held under the lease's token, workspaces behind `after` first."""
    rows = next_in_turn(connection, now, limit, after)
    for first in range(0, len(rows), FEW):
        some = few([row.id for row in rows[first : first + FEW]])
        taken = {**some, "token": lease.token, **_length(connection, lease, now)}
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
