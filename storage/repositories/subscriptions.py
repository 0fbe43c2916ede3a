"""The digest subscriptions of one group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, bindparam, exists, insert, select, update

from domain.coverage import Coverage
from domain.delivery import Delivery, DeliveryState, Skipped, skipped_as
from domain.group import Sector
from domain.language import Language
from domain.recurrence import Recurrence, Weekly, recurrence_of
from domain.schedule import Schedule, Slot
from domain.subscription import NewSubscription, Subscription, SubscriptionState
from storage.bulk import saved
from storage.repositories.chunks import among_few, few_by_few
from storage.repositories.counters import SUBSCRIPTION, Counters
from storage.repositories.deliveries import COLUMNS as DELIVERY_COLUMNS
from storage.repositories.deliveries import IN_FLIGHT, with_parts
from storage.repositories.scope import Scope
from storage.tables.deliveries import delivery
from storage.tables.subscriptions import subscription

_OF_GROUP = subscription.c.group_id == bindparam("of_group")
_OF_NUMBER = subscription.c.number == bindparam("of_number")
GET = select(subscription).where(_OF_GROUP, _OF_NUMBER)
_OF_CHANNEL = (
    select(subscription)
    .where(
        _OF_GROUP,
        subscription.c.channel == bindparam("channel"),
        subscription.c.state != SubscriptionState.STOPPED.value,
    )
    .order_by(subscription.c.number)
)
_ADD = insert(subscription)
_SAVE = update(subscription).where(_OF_GROUP, _OF_NUMBER)
_ITS_DELIVERIES = (
    delivery.c.group_id == bindparam("of_group"),
    delivery.c.subscription == bindparam("of_number"),
)
_ANY_IN_FLIGHT = select(exists().where(*_ITS_DELIVERIES, IN_FLIGHT))
OPEN_ONE = (
    delivery.c.group_id == subscription.c.group_id,
    delivery.c.subscription == subscription.c.number,
    IN_FLIGHT,
)
"""A delivery of it is in flight: as the index has it, neither engine uses a partial one for a parameter."""
_WAITING = (
    select(subscription)
    .where(_OF_GROUP, among_few(subscription.c.number), ~exists().where(*OPEN_ONE))
    .order_by(subscription.c.number)
)
_ADVANCED = saved(
    subscription, ["group_id", "number"], ["next_date", "next_due_at", "last_date", "told_through"]
)
_LATEST = (
    select(*DELIVERY_COLUMNS)
    .where(*_ITS_DELIVERIES, delivery.c.state != DeliveryState.SKIPPED.value)
    .order_by(delivery.c.id.desc())
    .limit(1)
)
_TAKEN = select(delivery.c.facts, delivery.c.state, delivery.c.error).where(
    *_ITS_DELIVERIES, delivery.c.due_at >= bindparam("since")
)
_BY_KEY = select(*DELIVERY_COLUMNS).where(
    delivery.c.key == bindparam("of_key"),
    delivery.c.group_id == bindparam("of_group"),
    delivery.c.subscription.is_not(None),
)
_NEW = tuple(field.name for field in fields(NewSubscription))


class SubscriptionRows:
    """Subscriptions by their number in the group."""

    def __init__(self, scope: Scope, counters: Counters) -> None:
        self._scope = scope
        self._counters = counters

    def get(self, number: int) -> Subscription | None:
        row = self._scope.connection.execute(GET, self._key(number)).one_or_none()
        return None if row is None else subscription_of(row)

    def of_channel(self, channel: str) -> tuple[Subscription, ...]:
        parameters = {"of_group": self._scope.group, "channel": channel}
        return tuple(subscription_of(row) for row in self._scope.connection.execute(_OF_CHANNEL, parameters))

    def add(self, new: NewSubscription) -> Subscription:
        stored = Subscription(
            **{name: getattr(new, name) for name in _NEW},
            number=self._counters.take(SUBSCRIPTION),
            workspace=self._scope.workspace,
            group=self._scope.group,
        )
        key = {"group_id": self._scope.group, "number": stored.number}
        self._scope.connection.execute(_ADD, key | _values(stored))
        return stored

    def save(self, subscription: Subscription) -> None:
        """Store its new state. Raises LookupError when there is none of this number."""
        saved = self._scope.connection.execute(_SAVE, self._key(subscription.number) | _values(subscription))
        if saved.rowcount == 0:
            raise LookupError(f"no subscription {subscription.number} to save")

    def advance(self, subscription: Subscription) -> None:
        """Store how far it has come, with what else is written then."""
        slot = subscription.next_slot
        row = {
            "group_id": self._scope.group,
            "number": subscription.number,
            "next_date": None if slot is None else slot.date,
            "next_due_at": None if slot is None else slot.due_at,
            "last_date": subscription.last_date,
            "told_through": subscription.told_through,
        }
        self._scope.connection.add(_ADVANCED, [row])

    def waiting(self, numbers: Sequence[int]) -> tuple[Subscription, ...]:
        return tuple(
            subscription_of(row)
            for some in few_by_few(numbers)
            for row in self._scope.connection.execute(_WAITING, {"of_group": self._scope.group, **some})
        )

    def in_flight(self, number: int) -> bool:
        return bool(self._scope.connection.execute(_ANY_IN_FLIGHT, self._key(number)).scalar_one())

    def delivery(self, key: str) -> Delivery | None:
        parameters = {"of_group": self._scope.group, "of_key": key}
        rows = self._scope.connection.execute(_BY_KEY, parameters).all()
        return next(iter(with_parts(self._scope.connection, rows)), None)

    def dates_taken(self, number: int, since: datetime) -> Mapping[date, Skipped | None]:
        rows = self._scope.connection.execute(_TAKEN, self._key(number) | {"since": since})
        return {
            date.fromisoformat(row.facts["slot"]): skipped_as(DeliveryState(row.state), row.facts, row.error)
            for row in rows
            if "slot" in row.facts
        }

    def latest_delivery(self, number: int) -> Delivery | None:
        rows = self._scope.connection.execute(_LATEST, self._key(number)).all()
        return next(iter(with_parts(self._scope.connection, rows)), None)

    def latest_deliveries(self, numbers: Sequence[int]) -> Mapping[int, Delivery]:
        connection = self._scope.connection
        found = connection.ask(*((_LATEST, self._key(number)) for number in numbers))
        latest = with_parts(connection, [row for rows in found for row in rows])
        return {one.subscription: one for one in latest if one.subscription is not None}

    def _key(self, number: int) -> dict[str, Any]:
        return asked(self._scope.group, number)


def asked(group: int, number: int) -> dict[str, Any]:
    """The parameters of GET."""
    return {"of_group": group, "of_number": number}


def subscription_of(row: Row[Any]) -> Subscription:
    """The subscription of a whole row."""
    due = row.next_due_at
    return Subscription(
        number=row.number,
        workspace=row.workspace,
        group=row.group_id,
        channel=row.channel,
        reader=row.reader,
        schedule=Schedule(_recurrence(row), row.at, row.zone),
        coverage=Coverage(
            themes=tuple(row.themes),
            mine_of=row.mine_of,
            sectors=tuple(Sector(sector) for sector in row.sectors or ()),
            countries=tuple(row.countries or ()),
            concerning=row.concerning,
        ),
        languages=tuple(Language(code) for code in row.languages),
        skip_quiet=row.skip_quiet,
        state=SubscriptionState(row.state),
        next_slot=None if due is None else Slot(row.next_date, due),
        last_date=row.last_date,
        told_through=row.told_through,
        created_by=row.created_by,
        created_at=row.created_at,
        version=row.version,
    )


def _values(subscription: Subscription) -> dict[str, Any]:
    slot = subscription.next_slot
    covers = subscription.coverage
    return {
        "workspace": subscription.workspace,
        "channel": subscription.channel,
        "reader": subscription.reader,
        **_of_recurrence(subscription.schedule.recurrence),
        "at": subscription.schedule.at,
        "zone": subscription.schedule.zone,
        "themes": list(covers.themes),
        "mine_of": covers.mine_of,
        "sectors": [sector.value for sector in covers.sectors],
        "countries": list(covers.countries),
        "concerning": covers.concerning,
        "languages": [language.value for language in subscription.languages],
        "skip_quiet": subscription.skip_quiet,
        "state": subscription.state.value,
        "next_date": None if slot is None else slot.date,
        "next_due_at": None if slot is None else slot.due_at,
        "last_date": subscription.last_date,
        "told_through": subscription.told_through,
        "created_by": subscription.created_by,
        "created_at": subscription.created_at,
        "version": subscription.version,
    }


def _recurrence(row: Row[Any]) -> Recurrence:
    if row.recurrence is None:
        return Weekly(frozenset(row.weekdays))
    return recurrence_of(row.recurrence, row.anchor)


def _of_recurrence(recurrence: Recurrence) -> dict[str, Any]:
    if isinstance(recurrence, Weekly) and recurrence.every == 1:
        return {"weekdays": sorted(recurrence.weekdays), "recurrence": None, "anchor": None}
    anchor = recurrence.anchor if isinstance(recurrence, Weekly) else None
    return {"weekdays": [], "recurrence": recurrence.rule, "anchor": anchor}
