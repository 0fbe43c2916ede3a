"""Deliveries: rows of what is owed to Slack outside a request, and the states they go through."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

LEASE = timedelta(seconds=60)
"""How long a claim lasts: longer than POST_TIMEOUT, so that nobody posts on a lost lease."""

POST_TIMEOUT = timedelta(seconds=20)

FIRST_LOOK = timedelta(seconds=10)
SECOND_LOOK = timedelta(seconds=60)
"""When to look in the channel's history after an ambiguous answer, from the sending on: it may lag."""


class DeliveryKind(StrEnum):
    """What is delivered; how often a kind may repeat is the poster's business."""

    DIGEST = "digest"


class DeliveryState(StrEnum):
    """PENDING waits, SENDING was begun, CHECKING looks whether it arrived; the others are final."""

    PENDING = "pending"
    SENDING = "sending"
    CHECKING = "checking"
    SENT = "sent"
    UNCERTAIN = "uncertain"
    FAILED = "failed"
    SKIPPED = "skipped"

    @property
    def is_final(self) -> bool:
        """Whether nothing more will be done about it."""
        return self not in {DeliveryState.PENDING, DeliveryState.SENDING, DeliveryState.CHECKING}


@dataclass(frozen=True, slots=True)
class Payload:
    """One message, frozen twice: `plain` is sent when Slack refuses the blocks of `rich`.

    Both hold the arguments of chat.postMessage without channel and metadata (`text`, `blocks`).
    """

    rich: Mapping[str, Any]
    plain: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One message of a delivery.

    `begun_at` (real time) is set just before sending and cleared by a definite refusal: while it is set and
    `ts` is not, the message may or may not stand in the channel.
    """

    position: int
    payload: Payload
    begun_at: datetime | None = None
    ts: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDelivery:
    """A delivery on its way in. `key` is unique for ever: `digest:SUBSCRIPTION:LOCAL-DATE` and its like.

    `facts` are JSON: kind and facts, no words. `due_at` is by the application's clock.
    """

    key: str
    kind: DeliveryKind
    workspace: str
    group: int
    subscription: int | None
    channel: str
    facts: Mapping[str, Any]
    due_at: datetime
    state: DeliveryState = DeliveryState.PENDING


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery(NewDelivery):
    """A stored delivery. `parts` is empty until the words are frozen. `attempts` counts claims that sent."""

    id: int
    attempts: int
    looks: int
    """How often the history was looked at since the last sending."""
    error: str | None
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to work on a delivery: the owner's token and how long it lasts from the asking."""

    token: str
    length: timedelta = LEASE


class LeaseLost(Exception):  # noqa: N818 - a fact about the world, not a malfunction
    """Somebody else has the delivery now; whoever gets this must look again before doing anything."""
