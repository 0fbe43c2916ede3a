"""How a delivery goes on: from its row, from what Slack answered, from what the history shows. Nothing waits.

A part in doubt (begun, and nobody knows whether it arrived) is looked up before it is ever sent again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias

from domain.delivery import AT_MOST_ONCE, MAY_REPEAT, Delivery, DeliveryState, Part, Skipped
from domain.timings import Timings

RATE_LIMITED = "ratelimited"
NOT_FOUND = "not_found_in_history"
NO_CHANNEL = "channel_not_found"
"""What Slack says of an id that is none, or none any more: a channel that is shared with another workspace
gets another one, and the event that tells which may come later than the refusal."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """The message stands in the channel under this timestamp."""

    ts: str


@dataclass(frozen=True, slots=True)
class RateLimited:
    """Not taken; ask again after the time Slack gave."""

    retry_after: timedelta


@dataclass(frozen=True, slots=True)
class BlocksRefused:
    """Not taken because of its blocks."""

    error: str


@dataclass(frozen=True, slots=True)
class Permanent:
    """Not taken, and no repetition will change that."""

    error: str


@dataclass(frozen=True, slots=True)
class Transient:
    """Definitely not taken, this time."""

    error: str


@dataclass(frozen=True, slots=True)
class Shut:
    """Not taken, and nothing else of its workspace would be: the token is good for nothing, for now."""

    error: str


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """It may stand in the channel or not: timeout, 5xx, dropped connection, unreadable answer."""

    why: str


Answer: TypeAlias = Accepted | RateLimited | BlocksRefused | Permanent | Transient | Shut | Ambiguous
"""What sending one message came to."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The history was read: the timestamps of all messages that are this part, oldest first."""

    timestamps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Obscured:
    """The history cannot be read now; `retry_after` is Slack's word, when it gave one."""

    error: str
    retry_after: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Slack does not let us read this history."""

    error: str


Finding: TypeAlias = Seen | Obscured | Unreadable
"""What a look into the history came to."""


@dataclass(frozen=True, slots=True)
class Send:
    """Post the part, in its plain form if so."""

    part: Part
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """Look the part up in the history."""

    part: Part


@dataclass(frozen=True, slots=True)
class Keep:
    """The part stands under `ts`; the other messages that are the same part are removed."""

    part: Part
    ts: str
    remove: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wait:
    """Give the lease back until then (real time)."""

    state: DeliveryState
    until: datetime
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Hold:
    """Leave the whole workspace in peace for so long. The delivery, PENDING, waits for nothing else.

    So what waits there keeps its order, and is one call for each such time.
    """

    length: timedelta
    error: str


@dataclass(frozen=True, slots=True)
class Settle:
    """Nothing more is to be done; of what is SKIPPED, `why`, where that is known by then."""

    state: DeliveryState
    error: str | None = None
    why: Skipped | None = None


Step: TypeAlias = Send | Look | Keep | Wait | Hold | Settle
"""What to do next with a delivery."""


def is_refusal(answer: Answer) -> bool:
    """Whether the message definitely does not stand in the channel."""
    return not isinstance(answer, Accepted | Ambiguous)


def next_step(delivery: Delivery, now: datetime, timings: Timings) -> Step:
    """What the row says, for whoever holds its lease: a restart continues here like anyone else."""
    part = next((part for part in delivery.parts if part.ts is None), None)
    if part is None:
        return Settle(DeliveryState.SENT)
    if part.begun_at is None:
        return Send(part)
    if delivery.kind in AT_MOST_ONCE:
        return Settle(DeliveryState.UNCERTAIN, delivery.error)
    if delivery.kind in MAY_REPEAT:
        return Send(part)
    due = part.begun_at + _look_after(delivery, timings)
    return Look(part) if now >= due else Wait(DeliveryState.SENDING, due, delivery.error)


def after_answer(
    answer: Answer, delivery: Delivery, part: Part, *, plain: bool, now: datetime, timings: Timings
) -> Step:
    """What Slack's answer to the part's sending asks for; `delivery` and `part` are as after `begin`.

    Here the delivery is due by the clock of `now`, which is real time.
    """
    if isinstance(answer, Ambiguous) and delivery.kind in MAY_REPEAT:
        answer = Transient(answer.why)
    match answer:
        case Accepted(ts):
            return Keep(part, ts)
        case RateLimited(retry_after):
            return Wait(DeliveryState.PENDING, now + retry_after, RATE_LIMITED)
        case Ambiguous(why):
            return _in_doubt(why, delivery, max(now, _begun(part, now) + timings.first_look))
        case BlocksRefused(error):
            return Settle(DeliveryState.FAILED, error) if plain else Send(part, plain=True)
        case Transient() | Permanent() | Shut():
            return _refused(answer, delivery, now, timings)


def _refused(
    answer: Transient | Permanent | Shut, delivery: Delivery, now: datetime, timings: Timings
) -> Step:
    tries = _tries(delivery)
    if isinstance(answer, Shut):
        if now - delivery.due_at <= timings.shut_patience:
            return Hold(timings.backoff(tries), answer.error)
    elif tries < _tries_worth(answer, delivery, timings):
        wait = timings.backoff(tries)
        if isinstance(answer, Permanent):
            is_first_after_others = tries > 1 and answer.error != delivery.error
            wait = timings.unknown_patience if is_first_after_others else min(wait, timings.unknown_patience)
        return Wait(DeliveryState.PENDING, now + wait, answer.error)
    return Settle(DeliveryState.FAILED, answer.error)


def _tries_worth(answer: Transient | Permanent, delivery: Delivery, timings: Timings) -> int:
    """How many sendings a refusal is worth before it is final.

    A channel that is unknown for the first time is worth one more, however many came to nothing before; that
    one comes as late as the last would.
    """
    if isinstance(answer, Transient) or answer.error == NO_CHANNEL != delivery.error:
        return timings.tries_max
    return timings.unknown_tries if answer.error == NO_CHANNEL else 0


def _in_doubt(why: str, delivery: Delivery, look_at: datetime) -> Step:
    if delivery.kind in AT_MOST_ONCE:
        return Settle(DeliveryState.UNCERTAIN, why)
    return Wait(DeliveryState.SENDING, look_at, why)


def after_look(finding: Finding, delivery: Delivery, part: Part, now: datetime, timings: Timings) -> Step:
    """What a look asks for. The earliest of several messages stays, so that everyone who looks agrees."""
    match finding:
        case Seen(timestamps):
            if not timestamps:
                return _absent(delivery, part, now, timings)
            return Keep(part, timestamps[0], timestamps[1:])
        case Obscured(error, retry_after) if now - _begun(part, now) <= timings.patience:
            wait = retry_after if retry_after is not None else timings.look_backoff(now - _begun(part, now))
            return Wait(DeliveryState.SENDING, now + wait, error)
        case Unreadable(error) if error == NO_CHANNEL and _is_new(part, now, timings):
            return Wait(DeliveryState.SENDING, now + timings.backoff_first, error)
        case Obscured(error) | Unreadable(error):
            return Settle(DeliveryState.UNCERTAIN, error)


def _is_new(part: Part, now: datetime, timings: Timings) -> bool:
    return now - _begun(part, now) <= timings.unknown_patience


def _absent(delivery: Delivery, part: Part, now: datetime, timings: Timings) -> Step:
    """Not there: look again, then send again, and not for ever.

    The second look keeps its distance from the first even when the first came late, so that the clocks of
    two replicas need not agree.
    """
    tries = _tries(delivery)
    if delivery.looks == 0:
        apart = timings.second_look - timings.first_look
        until = max(_begun(part, now) + timings.second_look, now + apart)
        return Wait(DeliveryState.CHECKING, until, NOT_FOUND)
    if tries >= timings.tries_max:
        return Settle(DeliveryState.FAILED, delivery.error or NOT_FOUND)
    if tries > 1 and delivery.looks == 1:
        return Wait(DeliveryState.CHECKING, now + timings.backoff(tries), NOT_FOUND)
    return Send(part)


def _look_after(delivery: Delivery, timings: Timings) -> timedelta:
    return timings.first_look if delivery.looks == 0 else timings.second_look


def _begun(part: Part, now: datetime) -> datetime:
    return part.begun_at or now


def _tries(delivery: Delivery) -> int:
    """Sendings that came to nothing so far, the present one among them."""
    arrived = sum(part.ts is not None for part in delivery.parts)
    return delivery.attempts - arrived
