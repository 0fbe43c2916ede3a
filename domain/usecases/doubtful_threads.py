"""Threads that may be a meeting's, because nobody knows yet whether or where its line stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from domain.delivery import Delivery, DeliveryKind, DeliveryState
from domain.ports import UnitOfWork
from domain.reference import Reference
from domain.refusal import Refusal, RefusalCode
from domain.usecases.convening import key_of
from domain.usecases.scribbling import ScribedMessage
from domain.usecases.scribe_answers import decline_whole

ASTRAY = timedelta(minutes=2)
"""How far Slack's clock, which stamps messages, may be from ours."""

ASKED_AGAIN = timedelta(minutes=4)
"""For how long after its words a message comes again: Slack sends an event that was not taken three times
more, the last time after five minutes (docs.slack.dev/apis/events-api, retries)."""

MEETINGS_LOOKED_AT = 10
"""The group's latest meetings: people write below the line of one within minutes."""

_COMES_TO_NOTHING = frozenset({DeliveryState.FAILED, DeliveryState.SKIPPED})


class ThreadInDoubt(Exception):  # noqa: N818 - a fact about the world, not a malfunction
    """Whether a thread is a meeting's is not known yet: whoever asks is to ask again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtfulThread:
    """A thread that may be the meeting's; `settled`: nobody looks for its line any more."""

    group: int
    meeting: Reference
    settled: bool


def doubtful_thread(workspace: str, channel: str, thread: str, uow: UnitOfWork) -> DoubtfulThread | None:
    """What makes a thread doubtful: it began as the line of a meeting was sent, and that is in doubt.

    The meeting may be over by now, and another one open.
    """
    held = uow.workspace(workspace)
    binding = held.channels.get(channel)
    if binding is None:
        return None
    record = held.group(binding.group)
    latest = record.meetings.past((), behind=None, limit=MEETINGS_LOOKED_AT).meetings
    for meeting in (one for one in latest if one.thread is None):
        line = uow.logbook.by_key(key_of(DeliveryKind.MEETING, record.group, meeting))
        if line is not None and line.channel == channel and _may_have_begun(line, thread):
            is_settled = line.state is DeliveryState.UNCERTAIN
            return DoubtfulThread(group=binding.group, meeting=meeting.reference, settled=is_settled)
    return None


def _may_have_begun(line: Delivery, thread: str) -> bool:
    """Whether it was sent as the thread began, and nobody knows whether it arrived."""
    sent = [part.begun_at for part in line.parts if part.begun_at is not None]
    if not sent or line.state in _COMES_TO_NOTHING:
        return False
    return min(sent) - ASTRAY <= datetime.fromtimestamp(float(thread), UTC) <= max(sent) + ASTRAY


def wait_or_decline(
    message: ScribedMessage, doubtful: DoubtfulThread, uow: UnitOfWork, now: datetime
) -> None:
    """Have the message come again; once it does not any more, tell its author that it is not recorded.

    Raises ThreadInDoubt.
    """
    said_at = datetime.fromtimestamp(float(message.edited or message.ts), UTC)
    if not doubtful.settled and now - said_at < ASKED_AGAIN:
        raise ThreadInDoubt
    refusal = Refusal(RefusalCode.SCRIBED_IN_DOUBT, reference=str(doubtful.meeting))
    decline_whole(message, doubtful.group, refusal, uow, now)
