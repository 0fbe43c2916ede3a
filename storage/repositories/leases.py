"""Leases on deliveries. PostgreSQL times them by its own clock, SQLite by the clock of its only process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    FromClause,
    Row,
    Text,
    Update,
    bindparam,
    select,
    update,
)
from sqlalchemy.types import TypeEngine

from domain.delivery import DeliveryState, Lease, LeaseLost
from storage.bulk import Bulk, last_of, source
from storage.repositories.chunks import among_few, few_by_few
from storage.repositories.deliveries import COLUMNS_AND_PARTS
from storage.repositories.turns import SERVER_UNTIL, next_in_turn, server_until
from storage.session import Session
from storage.statements import PerEngine
from storage.tables.base import MICROSECOND, Instant
from storage.tables.deliveries import delivery

_HELD = (delivery.c.id == bindparam("of_delivery"), delivery.c.lease_token == bindparam("token"))
_OWN_UNTIL = bindparam("until", type_=Instant)


_TAKE = update(delivery).where(among_few(delivery.c.id))
_TAKEN = PerEngine(
    sqlite=_TAKE.values(lease_token=bindparam("token"), leased_until=_OWN_UNTIL),
    postgresql=_TAKE.values(lease_token=bindparam("token"), leased_until=SERVER_UNTIL),
)
HOLD = select(*COLUMNS_AND_PARTS).where(*_HELD).with_for_update(key_share=True, of=delivery)

_BEGINNING: Mapping[str, TypeEngine[Any]] = {
    "id": BigInteger(),
    "until": Instant(),
    "microseconds": BigInteger(),
}
_ENDING: Mapping[str, TypeEngine[Any]] = {
    "id": BigInteger(),
    "state": Text(),
    "error": Text(),
    "not_before": Instant(),
    "more_looks": BigInteger(),
}
_beginning, _ending = source(_BEGINNING, "beginning"), source(_ENDING, "ending")


def _begun(of: FromClause, until: ColumnElement[Any]) -> Update:
    state, attempts = DeliveryState.SENDING.value, delivery.c.attempts + 1
    values = {"state": state, "attempts": attempts, "looks": 0, "leased_until": until}
    return update(delivery).where(delivery.c.id == of.c.id).values(values)


def _given_back(of: FromClause) -> Update:
    values = {
        "state": of.c.state,
        "error": of.c.error,
        "not_before": of.c.not_before,
        "looks": delivery.c.looks + of.c.more_looks,
        "lease_token": None,
        "leased_until": None,
    }
    return update(delivery).where(delivery.c.id == of.c.id).values(values)


_BEGUN = Bulk(
    delivery,
    _BEGINNING,
    PerEngine(
        sqlite=_begun(_beginning.sqlite, _beginning.sqlite.c.until),
        postgresql=_begun(_beginning.postgresql, server_until(_beginning.postgresql)),
    ),
    last_of(["id"]),
)
_GIVEN_BACK = Bulk(
    delivery,
    _ENDING,
    PerEngine(_given_back(_ending.sqlite), _given_back(_ending.postgresql)),
    last_of(["id"]),
)


@dataclass(frozen=True, slots=True)
class After:
    """What a delivery is once its lease was given back. `until` (real time): nobody works on it before."""

    state: DeliveryState
    error: str | None
    until: datetime | None = None


def claim(
    connection: Session, lease: Lease, now: datetime, limit: int, after: str = ""
) -> Sequence[Row[Any]]:
    """Rows of the deliveries that are now held under the lease's token, workspaces behind `after` first."""
    rows = next_in_turn(connection, now, limit, after)
    for some in few_by_few([row.id for row in rows]):
        taken = {**some, "token": lease.token, **_length(connection, lease, now)}
        connection.execute(_TAKEN.on(connection), taken)
    return rows


def hold(connection: Session, number: int, token: str) -> Row[Any]:
    """The delivery's row, locked for this transaction. Raises LeaseLost when another token is on it."""
    row: Row[Any] | None = connection.execute(HOLD, asked(number, token)).first()
    if row is None:
        raise LeaseLost
    return row


def asked(number: int, token: str) -> dict[str, Any]:
    """The parameters of HOLD."""
    return {"of_delivery": number, "token": token}


def begin(connection: Session, number: int, lease: Lease, now: datetime) -> None:
    """The delivery, which is held, is being sent; the lease lasts its whole length from here."""
    length = lease.length // MICROSECOND
    connection.add(_BEGUN, [{"id": number, "until": now + lease.length, "microseconds": length}])


def give_back(connection: Session, number: int, after: After) -> None:
    """End the lease of a delivery that is held with what is left of it."""
    ending = {
        "id": number,
        "state": after.state.value,
        "error": after.error,
        "not_before": after.until,
        "more_looks": 1 if after.state is DeliveryState.CHECKING else 0,
    }
    connection.add(_GIVEN_BACK, [ending])


def _length(connection: Connection, lease: Lease, now: datetime) -> dict[str, Any]:
    if connection.dialect.name == "sqlite":
        return {"until": now + lease.length}
    return {"length": lease.length}
