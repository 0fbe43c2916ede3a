"""A store in memory, to the protocols of `domain.ports` and `domain.outbox`."""

from __future__ import annotations

import copy
from collections.abc import Callable, Hashable, Sequence
from dataclasses import fields, replace
from datetime import datetime
from typing import TypeVar

from domain.delivery import (
    IN_FLIGHT_STATES,
    Delivery,
    DeliveryKind,
    DeliveryState,
    Lease,
    LeaseLost,
    NewDelivery,
    Part,
    Payload,
    Skipped,
)
from domain.ports import Asking, UnitOfWork
from domain.subscription import Subscription, SubscriptionState
from tests.fakes.logbook import FakeLogbook
from tests.fakes.pauses import FakePauses, in_turn
from tests.fakes.preparations import FakePreparations
from tests.fakes.record import FakeWorkspaceRecord
from tests.fakes.reminders import FakeReminderPlans

T = TypeVar("T")


class FakeOutbox:
    """Deliveries by id. Leases run by the instants that callers pass."""

    def __init__(self, workspaces: dict[str, FakeWorkspaceRecord]) -> None:
        self._workspaces = workspaces
        self.deliveries: dict[int, Delivery] = {}
        self.leases: dict[int, tuple[str, datetime]] = {}
        self.not_before: dict[int, datetime] = {}
        self.pauses = FakePauses(self.free)

    def active(self) -> list[Subscription]:
        """The active subscriptions of every group."""
        return [
            subscription
            for workspace in self._workspaces.values()
            for record in workspace.records.values()
            for subscription in record.subscriptions.by_number.values()
            if subscription.state is SubscriptionState.ACTIVE
        ]

    def due(self, at: datetime, limit: int) -> tuple[Subscription, ...]:
        found = [
            (subscription.next_slot.due_at, subscription)
            for subscription in self.active()
            if subscription.next_slot is not None and subscription.next_slot.due_at <= at
        ]
        free = [(due, found) for due, found in found if not self._in_flight(found)]
        return tuple(found for _, found in sorted(free, key=lambda pair: pair[0])[:limit])

    def _in_flight(self, subscription: Subscription) -> bool:
        record = self._workspaces[subscription.workspace].group(subscription.group)
        return record.subscriptions.in_flight(subscription.number)

    def add(self, delivery: NewDelivery) -> int | None:
        if any(known.key == delivery.key for known in self.deliveries.values()):
            return None
        number = max(self.deliveries, default=0) + 1
        facts = {each.name: getattr(delivery, each.name) for each in fields(NewDelivery)}
        self.deliveries[number] = Delivery(**facts, id=number, attempts=0, looks=0, error=None, parts=())
        return number

    def add_new(self, deliveries: Sequence[NewDelivery]) -> frozenset[str]:
        return frozenset(one.key for one in deliveries if self.add(one) is not None)

    def release(self, at: datetime) -> int:
        free = [
            one for one in self.deliveries.values() if one.state is DeliveryState.HELD and one.due_at <= at
        ]
        for delivery in free:
            self.deliveries[delivery.id] = replace(delivery, state=DeliveryState.PENDING)
        return len(free)

    def withdraw(self, key: str) -> DeliveryState | None:
        found = next((one for one in self.deliveries.values() if one.key == key), None)
        if found is None:
            return None
        begun = any(part.begun_at is not None or part.ts is not None for part in found.parts)
        if begun or found.state not in {DeliveryState.HELD, DeliveryState.PENDING}:
            return found.state
        withdrawn = replace(found, state=DeliveryState.SKIPPED, error=Skipped.WITHDRAWN)
        self.deliveries[found.id] = withdrawn
        self.leases.pop(found.id, None)
        return DeliveryState.SKIPPED

    def hasten(self, delivery: int) -> None:
        found = self.deliveries[delivery]
        if not found.attempts and found.state in {DeliveryState.HELD, DeliveryState.PENDING}:
            self.not_before.pop(delivery, None)

    def claim(self, lease: Lease, now: datetime, limit: int, after: str = "") -> tuple[Delivery, ...]:
        free = [delivery for delivery in self.free(now) if not self.pauses.wait(delivery)]
        held = (self.deliveries[number] for number, (_, until) in self.leases.items() if until > now)
        busy = {(one.workspace, one.channel) for one in held if one.kind is not DeliveryKind.REACTION}
        claimed = in_turn(free, busy, after)[:limit]
        for delivery in claimed:
            self.leases[delivery.id] = (lease.token, now + lease.length)
        return tuple(claimed)

    def free(self, now: datetime) -> list[Delivery]:
        """Not final, its time has come, and nobody holds it."""
        return [
            delivery
            for delivery in self.deliveries.values()
            if delivery.state in IN_FLIGHT_STATES
            and self.not_before.get(delivery.id, now) <= now
            and (delivery.id not in self.leases or self.leases[delivery.id][1] <= now)
        ]

    def held(self, delivery: int, lease: Lease) -> Delivery:
        return replace(self._held(delivery, lease), parts=())

    def freeze(self, delivery: int, lease: Lease, parts: Sequence[Payload]) -> None:
        held = self._held(delivery, lease)
        frozen = tuple(Part(position=position, payload=payload) for position, payload in enumerate(parts))
        self.deliveries[delivery] = replace(held, parts=frozen)

    def reword(self, delivery: int, lease: Lease, parts: Sequence[Payload]) -> None:
        self.freeze(delivery, lease, parts)

    def reword_part(self, delivery: int, lease: Lease, position: int, words: Payload) -> None:
        held = self._held(delivery, lease)
        parts = [replace(part, payload=words) if part.position == position else part for part in held.parts]
        self.deliveries[delivery] = replace(held, parts=tuple(parts))

    def begin(self, delivery: int, lease: Lease, position: int, now: datetime) -> None:
        held = self._held(delivery, lease)
        held = replace(held, state=DeliveryState.SENDING, attempts=held.attempts + 1, looks=0)
        self.deliveries[delivery] = held
        self._set_part(delivery, position, begun_at=now, ts=None)

    def arrived(self, delivery: int, lease: Lease, position: int, ts: str) -> None:
        held = self._held(delivery, lease)
        self._set_part(delivery, position, begun_at=held.parts[position].begun_at, ts=ts)

    def refused(self, delivery: int, lease: Lease, position: int) -> None:
        self._held(delivery, lease)
        self._set_part(delivery, position, begun_at=None, ts=None)

    def postpone(
        self, delivery: int, lease: Lease, state: DeliveryState, until: datetime, error: str | None
    ) -> None:
        held = self._held(delivery, lease)
        looks = held.looks + (state is DeliveryState.CHECKING)
        self.deliveries[delivery] = replace(held, state=state, looks=looks, error=error)
        self.not_before[delivery] = until
        del self.leases[delivery]

    def settle(self, delivery: int, lease: Lease, state: DeliveryState, error: str | None) -> None:
        held = self._held(delivery, lease)
        self.deliveries[delivery] = replace(held, state=state, error=error)
        del self.leases[delivery]

    def get(self, delivery: int) -> Delivery | None:
        return self.deliveries.get(delivery)

    def waiting(self) -> int:
        return sum(not delivery.state.is_final for delivery in self.deliveries.values())

    def _held(self, delivery: int, lease: Lease) -> Delivery:
        if self.leases.get(delivery, ("", None))[0] != lease.token:
            raise LeaseLost(delivery)
        return self.deliveries[delivery]

    def _set_part(self, delivery: int, position: int, *, begun_at: datetime | None, ts: str | None) -> None:
        held = self.deliveries[delivery]
        parts = list(held.parts)
        parts[position] = replace(parts[position], begun_at=begun_at, ts=ts)
        self.deliveries[delivery] = replace(held, parts=tuple(parts))


class FakeUnitOfWork:
    """Everything, in one transaction; workspaces come into being when they are first named."""

    def __init__(self) -> None:
        self.workspaces: dict[str, FakeWorkspaceRecord] = {}
        self.outbox = FakeOutbox(self.workspaces)
        self.preparations = FakePreparations(
            self.workspaces, self.outbox.deliveries, self.outbox.active, self.outbox.add
        )
        self.reminders = FakeReminderPlans(self.workspaces)
        self.pauses = self.outbox.pauses
        self.logbook = FakeLogbook(self.outbox.deliveries)

    def workspace(self, workspace: str) -> FakeWorkspaceRecord:
        if workspace not in self.workspaces:
            self.workspaces[workspace] = FakeWorkspaceRecord(workspace, self.outbox.deliveries)
        return self.workspaces[workspace]

    def forget_receipts(self, before: datetime) -> int:
        forgotten = 0
        for workspace in self.workspaces.values():
            by_key = workspace.receipts.by_key
            for key in [key for key, (_, at) in by_key.items() if at < before]:
                del by_key[key]
                forgotten += 1
        return forgotten

    def forget_drafts(self, before: datetime) -> int:
        forgotten = 0
        for workspace in self.workspaces.values():
            for record in workspace.records.values():
                old = [one for one in record.drafts.by_number.values() if one.kept_at < before]
                for draft in old:
                    record.drafts.remove(draft.number)
                forgotten += len(old)
        return forgotten


class FakeStore:
    """A store whose writes roll back when the job raises."""

    def __init__(self) -> None:
        self.uow = FakeUnitOfWork()

    async def write(self, job: Callable[[UnitOfWork], T], ahead: Asking | None = None) -> T:
        del ahead
        before = copy.deepcopy(self.uow)
        try:
            return job(self.uow)
        except BaseException:
            self.uow = before
            raise

    async def read(self, query: Callable[[UnitOfWork], T], *, key: Hashable | None = None) -> T:
        del key
        return query(self.uow)

    async def glance(self, key: Hashable, query: Callable[[UnitOfWork], T]) -> T:
        del key
        return await self.read(query)

    async def check(self) -> None:
        return None

    async def close(self) -> None:
        return None
