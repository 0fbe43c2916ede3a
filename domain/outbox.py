"""What the domain asks of the outbox: deliveries of every workspace, claimed under a lease."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from domain.delivery import Delivery, DeliveryKind, DeliveryState, Lease, NewDelivery, Payload
from domain.subscription import Subscription


class Pauses(Protocol):
    """What is left in peace for a while, of every workspace (`domain.pause`), by the database's own clock."""

    def take_turn(self, workspace: str, channel: str, pace: timedelta) -> timedelta:
        """Take the channel's turn, its next one `pace` later; or how long until it may be asked for again."""
        ...

    def rest(self, workspace: str, channel: str, pace: timedelta) -> None:
        """A message has arrived there: the next turn comes `pace` from now at the earliest.

        Not from when its turn was taken, because it may have been long on its way.
        """
        ...

    def hold(self, workspace: str, channel: str, length: timedelta) -> None:
        """Slack asks to wait. A shorter pause does not end a longer one."""
        ...

    def left(self, workspace: str, channel: str) -> timedelta:
        """How long the one place, or method, is still left in peace."""
        ...

    def held(self, workspace: str) -> frozenset[str]:
        """What Slack's word still holds back there."""
        ...

    def ends_in(self, now: datetime) -> timedelta | None:
        """How long until the first pause ends that a delivery waits for whose time (real) has come."""
        ...

    def forget(self, before: datetime) -> int:
        """Remove those that were over before then; how many there were."""
        ...


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

    def add_new(self, deliveries: Sequence[NewDelivery]) -> frozenset[str]:
        """Store those whose keys do not exist yet, in this order; the keys of these. No key comes twice."""
        ...

    def release(self, at: datetime) -> int:
        """Make PENDING what is HELD until then (the application's clock); how many there were."""
        ...

    def withdraw(self, key: str) -> DeliveryState | None:
        """Skip the delivery while it waits and nothing of it can stand in its channel, whoever holds it.

        The state it is in then: SKIPPED, or that of one it is too late for. None when there is none.
        """
        ...

    def hasten(self, delivery: int) -> None:
        """It need not wait for its time any more, if nobody has begun to send it."""
        ...

    def claim(self, lease: Lease, now: datetime, limit: int, after: str = "") -> tuple[Delivery, ...]:
        """Lease deliveries that are not final, whose time has come and that nobody holds.

        Workspaces take turns, the first one behind `after` in the order of their ids. Nothing that is paused
        is claimed, and of a channel one delivery at a time; emoji stand in nobody's way. PostgreSQL measures
        leases and pauses by its own clock, so that replicas with differing clocks agree.
        """
        ...

    def held(self, delivery: int, lease: Lease) -> Delivery:
        """The delivery as its row is, without its parts; until the transaction ends it is nobody else's."""
        ...

    def freeze(self, delivery: int, lease: Lease, parts: Sequence[Payload]) -> None: ...

    def reword(self, delivery: int, lease: Lease, parts: Sequence[Payload]) -> None:
        """Freeze other words instead of those of a delivery of which nothing arrived."""
        ...

    def reword_part(self, delivery: int, lease: Lease, position: int, words: Payload) -> None:
        """Freeze other words for one part that nobody has begun to send."""
        ...

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


@dataclass(frozen=True, slots=True)
class Prepared:
    """The delivery of a slot that lies ahead, in words, and the subscription as it is behind the slot."""

    delivery: NewDelivery
    payloads: tuple[Payload, ...]
    subscription: Subscription


class Preparations(Protocol):
    """Digests of every workspace that were prepared before they are due (the application's clock).

    Each rests on its subscription, its deliveries and its group as they were when it was taken: it is used
    while all of these are unchanged, and else forgotten.
    """

    def take(
        self, now: datetime, until: datetime, limit: int, behind: Subscription | None = None
    ) -> tuple[Subscription, ...]:
        """Active subscriptions without a delivery in flight that are due after `now`, by `until`.

        The first due first, of one minute by group and number; none before `behind`, the last one given out
        before. Each slot is given out once, to be prepared by whoever asked.
        """
        ...

    def keep(self, prepared: Sequence[Prepared]) -> None:
        """Store them for their slots, those that were taken and not forgotten since."""
        ...

    def use(self, since: datetime, at: datetime, limit: int) -> int:
        """Make deliveries, with their words, of those due after `since`, by `at`, that still hold.

        At most `limit` are looked at: the first due first, of those the lowest numbers, so that every group
        comes up early, and none whose group somebody else writes to. These are forgotten, used or not. How
        many they were.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Which deliveries are looked for: None is any."""

    workspace: str | None = None
    group: int | None = None
    channel: str | None = None
    state: DeliveryState | None = None
    kind: DeliveryKind | None = None


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits of a kind: how many, and when the oldest was due (the application's clock)."""

    count: int
    oldest: datetime


class Logbook(Protocol):
    """What became of deliveries, read afterwards; and what is decided about them by hand."""

    def latest(self, sought: Sought, limit: int) -> tuple[Delivery, ...]:
        """The newest first."""
        ...

    def by_key(self, key: str) -> Delivery | None: ...

    def under_way(
        self, workspace: str, group: int, kind: DeliveryKind, channel: str | None
    ) -> tuple[Delivery, ...]:
        """What is in flight of a kind in a channel (None: any), without its parts, the oldest first."""
        ...

    def reopen(self, delivery: Delivery, *, afresh: bool) -> bool:
        """Let it be worked on again, whether it is still as it was read.

        Parts in doubt are looked for first; `afresh` they count as not sent, whatever stands in the channel.
        """
        ...

    def confirm(self, delivery: Delivery) -> bool:
        """It arrived, somebody says: make it SENT, whether it is still as it was read."""
        ...

    def unskip(self, key: str) -> bool:
        """Forget that it was skipped before anything was begun: its key is free again. Whether it was so."""
        ...

    def queues(self) -> Mapping[DeliveryKind, Queue]:
        """What waits to be sent, by kind; what is held ahead of its time does not."""
        ...
