"""What became of deliveries, and what people decide about them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    bindparam,
    case,
    delete,
    exists,
    func,
    literal_column,
    select,
    type_coerce,
    update,
)

from domain.delivery import Delivery, DeliveryKind, DeliveryState
from domain.outbox import Queue, Sought
from storage.repositories.deliveries import COLUMNS, IN_FLIGHT, delivery_of, with_parts
from storage.tables.base import Instant
from storage.tables.deliveries import delivery, part

_BY_KEY = select(*COLUMNS).where(delivery.c.key == bindparam("of_key"))
_AS_READ = (
    delivery.c.id == bindparam("of_id"),
    delivery.c.state == bindparam("was"),
    delivery.c.attempts == bindparam("attempts_were"),
)
_IN_DOUBT = (
    part.c.delivery == bindparam("of_id"),
    part.c.begun_at.is_not(None),
    part.c.ts.is_(None),
)
_FORGET_SENDING = update(part).where(*_IN_DOUBT).values(begun_at=None)
_DOUBTED = exists().where(part.c.delivery == delivery.c.id, part.c.begun_at.is_not(None), part.c.ts.is_(None))
_AGAIN = {"error": None, "looks": 0, "not_before": None, "lease_token": None, "leased_until": None}
_REOPEN = (
    update(delivery)
    .where(*_AS_READ)
    .values(state=case((_DOUBTED, DeliveryState.SENDING.value), else_=DeliveryState.PENDING.value), **_AGAIN)
)
_CONFIRM = update(delivery).where(*_AS_READ).values(state=DeliveryState.SENT.value, error=None)
_UNSKIP = delete(delivery).where(
    delivery.c.key == bindparam("of_key"),
    delivery.c.state == DeliveryState.SKIPPED.value,
    delivery.c.attempts == 0,
    ~exists().where(part.c.delivery == delivery.c.id),
)
_UNDER_WAY = (
    select(*COLUMNS)
    .where(
        IN_FLIGHT,
        delivery.c.workspace == bindparam("of_workspace"),
        delivery.c.group_id == bindparam("of_group"),
        delivery.c.kind == bindparam("of_kind"),
    )
    .order_by(delivery.c.id)
)
_UNDER_WAY_THERE = _UNDER_WAY.where(delivery.c.channel == bindparam("of_channel"))
_QUEUES = (
    select(
        delivery.c.kind,
        func.count().label("waiting"),
        type_coerce(func.min(delivery.c.due_at), Instant).label("oldest"),
    )
    .where(IN_FLIGHT)
    .group_by(delivery.c.kind)
)
_KINDS = {kind.value for kind in DeliveryKind}


class LogbookRows:
    """Deliveries of every workspace."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def latest(self, sought: Sought, limit: int) -> tuple[Delivery, ...]:
        """The newest first."""
        rows = self._connection.execute(_latest(sought), {"limit": limit}).all()
        return with_parts(self._connection, rows)

    def by_key(self, key: str) -> Delivery | None:
        rows = self._connection.execute(_BY_KEY, {"of_key": key}).all()
        return next(iter(with_parts(self._connection, rows)), None)

    def under_way(
        self, workspace: str, group: int, kind: DeliveryKind, channel: str | None
    ) -> tuple[Delivery, ...]:
        """What is in flight of a kind in a channel (None: any), without its parts, the oldest first."""
        asked = {"of_workspace": workspace, "of_group": group, "of_kind": kind.value}
        if channel is None:
            rows = self._connection.execute(_UNDER_WAY, asked)
        else:
            rows = self._connection.execute(_UNDER_WAY_THERE, asked | {"of_channel": channel})
        return tuple(delivery_of(row, ()) for row in rows)

    def reopen(self, delivery: Delivery, *, afresh: bool) -> bool:
        """Let it be worked on again, whether it is still as it was read."""
        if afresh:
            self._connection.execute(_FORGET_SENDING, {"of_id": delivery.id})
        return self._is_changed(_REOPEN, delivery)

    def confirm(self, delivery: Delivery) -> bool:
        return self._is_changed(_CONFIRM, delivery)

    def unskip(self, key: str) -> bool:
        """Remove what was skipped before anything was begun; whether there was such a row."""
        return bool(self._connection.execute(_UNSKIP, {"of_key": key}).rowcount)

    def queues(self) -> Mapping[DeliveryKind, Queue]:
        """What waits to be sent, by kind; what a later release has added is not counted."""
        rows = self._connection.execute(_QUEUES, {})
        return {DeliveryKind(row.kind): Queue(row.waiting, row.oldest) for row in rows if row.kind in _KINDS}

    def _is_changed(self, statement: Any, was: Delivery) -> bool:  # noqa: ANN401 - an Update
        key = {"of_id": was.id, "was": was.state.value, "attempts_were": was.attempts}
        return bool(self._connection.execute(statement, key).rowcount)


def _latest(sought: Sought) -> Select[Any]:
    """Built for what is asked: a few shapes, each with an index or a short walk back from the newest."""
    wanted = (
        (delivery.c.workspace, sought.workspace),
        (delivery.c.group_id, sought.group),
        (delivery.c.channel, sought.channel),
        (delivery.c.state, None if sought.state is None else sought.state.value),
        (delivery.c.kind, None if sought.kind is None else sought.kind.value),
    )
    conditions = [column == value for column, value in wanted if value is not None]
    known = delivery.c.kind.in_([literal_column(f"'{kind}'") for kind in sorted(_KINDS)])
    return select(*COLUMNS).where(known, *conditions).order_by(delivery.c.id.desc()).limit(bindparam("limit"))
