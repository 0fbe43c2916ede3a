"""Deliveries: rows of what is owed to Slack outside a request, and the states they go through."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
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
    NOTICE = "notice"
    """A message to one person about something that concerns them."""
    REPLY = "reply"
    """What somebody did in a message or a form, told where they did it."""
    WHISPER = "whisper"
    """An answer that one person alone sees in a channel."""
    MEETING = "meeting"
    """The line of a meeting that was opened; its thread is the meeting's."""
    MINUTES = "minutes"
    REMINDER = "reminder"
    """Asks whoever opened a meeting to close it."""
    REMINDERS = "reminders"
    """What one person is to think of on a day: theirs that is due, and positions that are asked for."""
    MEETING_AHEAD = "meeting-ahead"
    """A meeting starts in a day or in an hour; told in its channel."""
    CORRECTION = "correction"
    """What was corrected after the minutes, beside them."""
    SCRIBE = "scribe"
    """An answer in a meeting's thread, to what could not be recorded."""
    REACTION = "reaction"
    """An emoji under a message that was recorded. Giving it a second time changes nothing."""


WORDED_ANEW = frozenset(
    {
        DeliveryKind.REMINDERS,
        DeliveryKind.MEETING_AHEAD,
        DeliveryKind.MEETING,
        DeliveryKind.MINUTES,
        DeliveryKind.NOTICE,
        DeliveryKind.SCRIBE,
    }
)
"""What tells of the moment at which it is sent: worded anew at each sending, until some of it arrived.

Minutes and the line of a meeting among them: what was corrected while they could not be sent they say
themselves. And notices: what was given to somebody may be another's by then. And what is said of a record in
a meeting's thread: it may not be so any more.
"""


AT_MOST_ONCE = frozenset({DeliveryKind.WHISPER})
"""What stands in no history, so that nobody can look whether it arrived: in doubt it is not sent again."""


MAY_REPEAT = frozenset({DeliveryKind.REACTION})
"""What is simply sent again when nobody knows whether it arrived: a second time changes nothing."""


class DeliveryState(StrEnum):
    """HELD waits for its time, PENDING for its turn, SENDING was begun, CHECKING looks whether it arrived.

    The others are final.
    """

    HELD = "held"
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
        return self not in IN_FLIGHT_STATES and self is not DeliveryState.HELD


class Skipped(StrEnum):
    """Why something was not sent and is not going to be: kept in the facts or as the error of its row."""

    ASKED = "asked"
    """Somebody left the date out."""
    QUIET = "quiet"
    PASSED = "passed"
    """Its date passed before anything was sent: the one after covers its time."""
    UNDER_WAY = "under-way"
    """Its date came while the one before was on its way."""
    READER_LEFT = "reader-left"
    NOTHING_LEFT = "nothing-left"
    """When it was to be worded there was nothing to say any more."""
    WITHDRAWN = "withdrawn"
    """Taken back before anything was sent."""
    STOPPED = "stopped"
    """Its digest was stopped before anything of it was sent."""
    ELSEWHERE = "elsewhere"
    """Its channel was not the group's any more."""
    MUTED = "muted"
    TOO_LATE = "too-late"
    """Its day or its hour passed while it waited."""
    MOVED = "moved"
    """The meeting is not held then any more."""


SKIPPED_FACT = "skipped"
"""The fact of a row that says why (`Skipped`)."""

IN_FLIGHT_STATES = frozenset({DeliveryState.PENDING, DeliveryState.SENDING, DeliveryState.CHECKING})
"""What somebody is to work on, as soon as may be."""


@dataclass(frozen=True, slots=True)
class Payload:
    """One message, frozen twice: `plain` is sent when Slack refuses the blocks of `rich`.

    Both hold the arguments of chat.postMessage without channel and metadata (`text`, `blocks`). `through` is
    the number of the group's last change that its words know of; None where nobody asks for it.
    """

    rich: Mapping[str, Any]
    plain: Mapping[str, Any]
    through: int | None = None


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

    `facts` are JSON: kind and facts, no words. `due_at` is by the application's clock; what is HELD is not
    sent before.
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

    def begun(self, position: int, at: datetime) -> Delivery:
        """As it is once the part is about to be sent; `at` is real time."""
        parts = tuple(replace(one, begun_at=at) if one.position == position else one for one in self.parts)
        state, attempts = DeliveryState.SENDING, self.attempts + 1
        return replace(self, state=state, attempts=attempts, looks=0, parts=parts)

    @property
    def has_arrived(self) -> bool:
        """Whether any of it is known to stand in the channel."""
        return any(part.ts is not None for part in self.parts)

    @property
    def arrived_at(self) -> datetime | None:
        """When its last message came to stand in the channel, by Slack's clock; None where none is known to.

        The `ts` of a message is the second of that (docs.slack.dev, "Retrieving messages").
        """
        known = [float(part.ts) for part in self.parts if part.ts is not None]
        return datetime.fromtimestamp(max(known), UTC) if known else None

    @property
    def worded_through(self) -> int | None:
        """The group's last change that all of its words know of; None where nobody knows."""
        known = [part.payload.through for part in self.parts]
        numbers = [number for number in known if number is not None]
        return min(numbers) if numbers and len(numbers) == len(known) else None

    @property
    def skipped(self) -> Skipped | None:
        """Why it was skipped; None where it was not, and of rows of an earlier release."""
        return skipped_as(self.state, self.facts, self.error)


def skipped_as(state: DeliveryState, facts: Mapping[str, Any], error: str | None) -> Skipped | None:
    """Why a delivery of this state was skipped, by its facts or its error; None where nobody said."""
    said = facts.get(SKIPPED_FACT, error)
    known = state is DeliveryState.SKIPPED and said in set(Skipped)
    return Skipped(said) if known else None


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to work on a delivery: the owner's token and how long it lasts from the asking."""

    token: str
    length: timedelta = LEASE


class LeaseLost(Exception):  # noqa: N818 - a fact about the world, not a malfunction
    """Somebody else has the delivery now; whoever gets this must look again before doing anything."""
