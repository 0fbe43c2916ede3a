"""Deliveries and their parts as rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Text, bindparam, cast, func, literal_column, select

from domain.delivery import IN_FLIGHT_STATES, Delivery, DeliveryKind, DeliveryState, Part, Payload
from storage.jsontext import Unread
from storage.repositories.chunks import FEW, among_few, chunked, few
from storage.tables.deliveries import delivery, part

OPEN_LITERALS: Sequence[ColumnElement[str]] = [
    literal_column(f"'{state.value}'") for state in DeliveryState if state in IN_FLIGHT_STATES
]
"""As they stand in the indexes: neither engine uses a partial one for a parameter."""
IN_FLIGHT = delivery.c.state.in_(OPEN_LITERALS)

COLUMNS = tuple(
    column for column in delivery.c if column.name not in {"not_before", "lease_token", "leased_until"}
)
_FROZEN = select(func.count()).where(part.c.delivery == delivery.c.id).scalar_subquery()
COLUMNS_AND_PARTS = (*COLUMNS, _FROZEN.label("frozen"))
"""A delivery, and how many parts it has."""
_WORDS = (cast(part.c.rich, Text).label("rich"), cast(part.c.plain, Text).label("plain"))
_REST = (part.c.delivery, part.c.position, part.c.begun_at, part.c.ts, part.c.through)
_ORDERED = select(*_REST, *_WORDS).order_by(part.c.delivery, part.c.position)
_PARTS = _ORDERED.where(part.c.delivery.in_(bindparam("deliveries", expanding=True)))
_PARTS_OF_FEW = _ORDERED.where(among_few(part.c.delivery))
_PARTS_OF_ONE = _ORDERED.where(part.c.delivery == bindparam("delivery"))


def with_parts(connection: Connection, rows: Sequence[Row[Any]]) -> tuple[Delivery, ...]:
    """The deliveries of rows that hold COLUMNS, in their order; where these count none, no parts are read."""
    parts = _parts(connection, [row.id for row in rows if getattr(row, "frozen", True)])
    return tuple(delivery_of(row, tuple(parts.get(row.id, ()))) for row in rows)


def _parts(connection: Connection, deliveries: Collection[int]) -> Mapping[int, list[Part]]:
    found: dict[int, list[Part]] = {}
    for chunk in chunked(deliveries):
        for row in _of_chunk(connection, chunk):
            found.setdefault(row.delivery, []).append(_part(row))
    return found


def _of_chunk(connection: Connection, deliveries: Sequence[int]) -> Iterable[Row[Any]]:
    """One delivery, or the few of a claim, are asked for all the time: their statements stay prepared."""
    if len(deliveries) == 1:
        return connection.execute(_PARTS_OF_ONE, {"delivery": deliveries[0]})
    if len(deliveries) <= FEW:
        return connection.execute(_PARTS_OF_FEW, few(deliveries))
    return connection.execute(_PARTS, {"deliveries": deliveries})


def _part(row: Row[Any]) -> Part:
    payload = Payload(Unread(row.rich), Unread(row.plain), row.through)
    return Part(position=row.position, payload=payload, begun_at=row.begun_at, ts=row.ts)


def delivery_of(row: Row[Any], parts: tuple[Part, ...]) -> Delivery:
    """The delivery of a row that holds COLUMNS."""
    return Delivery(
        key=row.key,
        kind=DeliveryKind(row.kind),
        workspace=row.workspace,
        group=row.group_id,
        subscription=row.subscription,
        channel=row.channel,
        facts=row.facts,
        due_at=row.due_at,
        state=DeliveryState(row.state),
        id=row.id,
        attempts=row.attempts,
        looks=row.looks,
        error=row.error,
        parts=parts,
    )
