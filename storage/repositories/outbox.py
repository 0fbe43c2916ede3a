"""The outbox: deliveries of every workspace, claimed under a lease and settled under its token."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, exists, func, literal_column, or_, select, update

from domain.delivery import Delivery, DeliveryState, Lease, NewDelivery, Payload, Skipped
from domain.subscription import Subscription, SubscriptionState
from storage.bulk import Bulk, inserted, inserted_new, saved
from storage.repositories import leases
from storage.repositories.deliveries import COLUMNS, IN_FLIGHT, delivery_of, with_parts
from storage.repositories.subscriptions import OPEN_ONE, subscription_of
from storage.session import Session
from storage.statements import insert_new
from storage.tables.deliveries import delivery, part
from storage.tables.subscriptions import subscription

_ACTIVE = subscription.c.state == SubscriptionState.ACTIVE.value
_IN_HAND = select(delivery.c.id).where(*OPEN_ONE).limit(1).scalar_subquery()
"""Looked up for each: a join that is planned while nothing waits looks at all that wait, for each again."""
_DUE = (
    select(subscription)
    .where(
        subscription.c.next_due_at <= bindparam("at", type_=subscription.c.next_due_at.type),
        _ACTIVE,
        _IN_HAND.is_(None),
    )
    .order_by(subscription.c.next_due_at, subscription.c.group_id, subscription.c.number)
    .limit(bindparam("limit"))
)
_ADD = insert_new(delivery, ["key"], delivery.c.id)
_COLUMNS_OF_NEW = tuple(field.name for field in fields(NewDelivery) if field.name != "group")
_ADD_NEW = inserted_new(delivery, "key", (*_COLUMNS_OF_NEW, "group_id", "attempts", "looks"))
_FREEZE = inserted(part)
_BEGIN_PART = saved(part, ["delivery", "position"], ["begun_at"])
_ARRIVED = saved(part, ["delivery", "position"], ["ts"])
_REWORD_PART = (
    update(part)
    .where(part.c.delivery == bindparam("of_delivery"), part.c.position == bindparam("of_position"))
    .values(
        {name: bindparam(f"new_{name}", type_=part.c[name].type) for name in ("rich", "plain", "through")}
    )
)
_UNFREEZE = delete(part).where(part.c.delivery == bindparam("of_delivery"))
_GET = select(*COLUMNS).where(delivery.c.id == bindparam("id"))
_AHEAD = delivery.c.state == literal_column(f"'{DeliveryState.HELD.value}'")
"""As they stand in the indexes: neither engine uses a partial one for a parameter."""
_COUNTED = select(func.count()).select_from(delivery)
_WAITING = select(_COUNTED.where(IN_FLIGHT).scalar_subquery() + _COUNTED.where(_AHEAD).scalar_subquery())
_RELEASE = (
    update(delivery)
    .where(
        _AHEAD,
        delivery.c.due_at <= bindparam("at", type_=delivery.c.due_at.type),
    )
    .values(state=DeliveryState.PENDING.value)
)
_OF_KEY = delivery.c.key == bindparam("of_key")
_STATE = select(delivery.c.state).where(_OF_KEY)
_NOT_BEGUN = (
    delivery.c.state.in_([DeliveryState.HELD.value, DeliveryState.PENDING.value]),
    delivery.c.attempts == 0,
)
_ANY_PART_BEGUN = exists().where(
    part.c.delivery == delivery.c.id, or_(part.c.begun_at.is_not(None), part.c.ts.is_not(None))
)
_WITHDRAW = (
    update(delivery)
    .where(
        _OF_KEY,
        delivery.c.state.in_([DeliveryState.HELD.value, DeliveryState.PENDING.value]),
        ~_ANY_PART_BEGUN,
    )
    .values(
        state=DeliveryState.SKIPPED.value,
        error=Skipped.WITHDRAWN.value,
        not_before=None,
        lease_token=None,
        leased_until=None,
    )
)
_HASTEN = (
    update(delivery)
    .where(
        delivery.c.id.in_(
            select(delivery.c.id)
            .where(delivery.c.id == bindparam("of_id"), *_NOT_BEGUN)
            .with_for_update(key_share=True, skip_locked=True)
        )
    )
    .values(not_before=None)
)
"""Whoever has it in hand finds out by itself: nobody waits for another's row behind its own."""


class OutboxRows:
    """Deliveries of every workspace."""

    def __init__(self, connection: Session) -> None:
        self._connection = connection
        self._held: dict[tuple[int, str], Row[Any]] = {}
        """Rows that this transaction has locked under their tokens."""
        self._frozen: dict[int, int] = {}
        """How many parts of a delivery were frozen in it."""

    def due(self, at: datetime, limit: int) -> tuple[Subscription, ...]:
        """Due subscriptions, the longest due first, as they are now; nothing is locked."""
        rows = self._connection.execute(_DUE, {"at": at, "limit": limit})
        return tuple(subscription_of(row) for row in rows)

    def add(self, delivery: NewDelivery) -> int | None:
        """Store it, its state as given; None when its key exists already."""
        number: int | None = self._connection.execute(_ADD.on(self._connection), _values(delivery)).scalar()
        return number

    def add_new(self, deliveries: Sequence[NewDelivery]) -> frozenset[str]:
        """Store those whose keys do not exist yet, in this order; the keys of these."""
        if not deliveries:
            return frozenset()
        question = _ADD_NEW.question([_values(new) for new in deliveries], self._connection)
        return frozenset(self._connection.execute(*question).scalars())

    def release(self, at: datetime) -> int:
        """Make PENDING what is HELD until then; how many there were."""
        return int(self._connection.execute(_RELEASE, {"at": at}).rowcount)

    def withdraw(self, key: str) -> DeliveryState | None:
        """Skip it while none of it may stand there: whoever holds it has lost its lease."""
        self._held.clear()
        self._connection.execute(_WITHDRAW, {"of_key": key})
        state = self._connection.execute(_STATE, {"of_key": key}).scalar()
        return None if state is None else DeliveryState(state)

    def hasten(self, delivery: int) -> None:
        """Whoever claims next may have it, while nobody has begun to send it."""
        self._connection.execute(_HASTEN, {"of_id": delivery})

    def claim(self, lease: Lease, now: datetime, limit: int, after: str = "") -> tuple[Delivery, ...]:
        """Lease deliveries whose `until` has passed by `now`; PostgreSQL times leases and pauses itself."""
        self._held.clear()
        return with_parts(self._connection, leases.claim(self._connection, lease, now, limit, after))

    def held(self, delivery: int, lease: Lease) -> Delivery:
        """The delivery as its row is, without its parts, locked for this transaction."""
        return delivery_of(self._hold(delivery, lease), ())

    def freeze(self, delivery: int, lease: Lease, parts: Sequence[Payload]) -> None:
        self._hold(delivery, lease)
        rows = [
            {
                "delivery": delivery,
                "position": position,
                "rich": dict(payload.rich),
                "plain": dict(payload.plain),
                "begun_at": None,
                "ts": None,
                "through": payload.through,
            }
            for position, payload in enumerate(parts)
        ]
        self._frozen[delivery] = len(rows)
        if rows:
            self._connection.add(_FREEZE, rows)

    def reword(self, delivery: int, lease: Lease, parts: Sequence[Payload]) -> None:
        """Freeze other words instead: what was noted of the parts goes with them."""
        self._hold(delivery, lease)
        self._connection.execute(_UNFREEZE, {"of_delivery": delivery})
        self.freeze(delivery, lease, parts)

    def reword_part(self, delivery: int, lease: Lease, position: int, words: Payload) -> None:
        """Freeze other words for one part."""
        self._hold(delivery, lease)
        new = {"new_rich": dict(words.rich), "new_plain": dict(words.plain), "new_through": words.through}
        self._connection.execute(_REWORD_PART, {"of_delivery": delivery, "of_position": position, **new})

    def begin(self, delivery: int, lease: Lease, position: int, now: datetime) -> None:
        """Note that the part is about to be sent, and let the lease run anew from here."""
        self._mark(_BEGIN_PART, delivery, lease, position, {"begun_at": now})
        leases.begin(self._connection, delivery, lease, now)

    def arrived(self, delivery: int, lease: Lease, position: int, ts: str) -> None:
        self._mark(_ARRIVED, delivery, lease, position, {"ts": ts})

    def refused(self, delivery: int, lease: Lease, position: int) -> None:
        self._mark(_BEGIN_PART, delivery, lease, position, {"begun_at": None})

    def postpone(
        self, delivery: int, lease: Lease, state: DeliveryState, until: datetime, error: str | None
    ) -> None:
        self._give_back(delivery, lease, leases.After(state, error, until))

    def settle(self, delivery: int, lease: Lease, state: DeliveryState, error: str | None) -> None:
        """Make it final. Raises ValueError for a state that is not."""
        if not state.is_final:
            raise ValueError(f"{state} is not final")
        self._give_back(delivery, lease, leases.After(state, error))

    def get(self, delivery: int) -> Delivery | None:
        rows = self._connection.execute(_GET, {"id": delivery}).all()
        return next(iter(with_parts(self._connection, rows)), None)

    def waiting(self) -> int:
        return int(self._connection.execute(_WAITING).scalar_one())

    def _hold(self, delivery: int, lease: Lease) -> Row[Any]:
        """Asked once in a transaction: until its end, or until it is given back, nobody else can have it."""
        row = self._held.get((delivery, lease.token))
        if row is None:
            row = self._held[delivery, lease.token] = leases.hold(self._connection, delivery, lease.token)
        return row

    def _give_back(self, delivery: int, lease: Lease, after: leases.After) -> None:
        self._hold(delivery, lease)
        leases.give_back(self._connection, delivery, after)
        del self._held[delivery, lease.token]

    def _mark(self, bulk: Bulk, delivery: int, lease: Lease, position: int, marks: dict[str, Any]) -> None:
        """Raises LookupError where there is no such part."""
        row = self._hold(delivery, lease)
        if position not in range(self._frozen.get(delivery, row.frozen)):
            raise LookupError(f"delivery {delivery} has no part {position}")
        self._connection.add(bulk, [{"delivery": delivery, "position": position, **marks}])


def _values(new: NewDelivery) -> dict[str, Any]:
    return {
        "key": new.key,
        "kind": new.kind.value,
        "workspace": new.workspace,
        "group_id": new.group,
        "subscription": new.subscription,
        "channel": new.channel,
        "facts": dict(new.facts),
        "due_at": new.due_at,
        "state": new.state.value,
        "attempts": 0,
        "looks": 0,
    }
