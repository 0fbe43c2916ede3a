"""What the domain asks of the outbox: deliveries of every workspace, claimed under a lease."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.delivery import Delivery, DeliveryState, Lease, NewDelivery, Payload
from domain.subscription import Subscription


class Outbox(Protocol):
    """Deliveries of every workspace. Instants named `now` here are real time; `due_at` is the application's.

    Methods with a lease raise LeaseLost when the delivery is not held under its token any more.
    """

    def due(self, at: datetime, limit: int) -> tuple[Subscription, ...]:
        """Active subscriptions due by then without a delivery in flight, the longest due first.

        A look without locks: who acts on one locks its group first and looks again.
        """
        ...

    def add(self, delivery: NewDelivery) -> int | None:
        """Store it; None when its key exists already."""
        ...

    def release(self, at: datetime) -> int:
        """Make PENDING what is HELD until then (the application's clock); how many there were."""
        ...

    def withdraw(self, key: str) -> DeliveryState | None:
        """Skip the delivery while nobody has begun to send it, whoever holds it.

        The state it is in then: SKIPPED, or that of one it is too late for. None when there is none.
        """
        ...

    def claim(self, lease: Lease, now: datetime, limit: int) -> tuple[Delivery, ...]:
        """Lease deliveries that are not final, whose time has come and that nobody holds.

        PostgreSQL measures leases by its own clock, so that replicas with differing clocks agree.
        """
        ...

    def freeze(self, delivery: int, lease: Lease, parts: Sequence[Payload]) -> None: ...

    def begin(self, delivery: int, lease: Lease, position: int, now: datetime) -> None:
        """Note that the part is about to be sent (state SENDING, attempts + 1, looks 0)."""
        ...

    def arrived(self, delivery: int, lease: Lease, position: int, ts: str) -> None:
        """Note the part's place in the channel."""
        ...

    def refused(self, delivery: int, lease: Lease, position: int) -> None:
        """Slack definitely did not take the part: clear its `begun_at`."""
        ...

    def postpone(
        self, delivery: int, lease: Lease, state: DeliveryState, until: datetime, error: str | None
    ) -> None:
        """Give the lease back and try again from `until` (real time). State CHECKING adds one look."""
        ...

    def settle(self, delivery: int, lease: Lease, state: DeliveryState, error: str | None) -> None:
        """Make it final and give the lease back."""
        ...

    def get(self, delivery: int) -> Delivery | None: ...

    def waiting(self) -> int:
        """How many deliveries are not final."""
        ...

    def next_due_at(self) -> datetime | None:
        """When the next active subscription is due, by the application's clock."""
        ...
