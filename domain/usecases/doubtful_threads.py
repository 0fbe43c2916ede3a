"""Threads that may be an open meeting's, because nobody knows yet whether or where its line stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from domain.delivery import DeliveryKind, DeliveryState
from domain.ports import UnitOfWork
from domain.reference import Reference
from domain.refusal import Refusal, RefusalCode
from domain.usecases.convening import key_of
from domain.usecases.scribbling import Written
from domain.usecases.scribe_answers import decline_whole

ASTRAY = timedelta(minutes=2)
"""How far Slack's clock, which stamps messages, may be from ours."""

ASKED_AGAIN = timedelta(minutes=4)
"""For how long after its words a message comes again: Slack sends an event that was not taken three times
more, the last time after five minutes (docs.slack.dev/apis/events-api, retries)."""

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
    """What makes a thread doubtful: it began as the line of the open meeting was sent, which is in doubt."""
    held = uow.workspace(workspace)
    binding = held.channels.get(channel)
    if binding is None or binding.meeting is None:
        return None
    record = held.group(binding.group)
    meeting = record.meetings.get(binding.meeting)
    if meeting is None or meeting.thread is not None:
        return None
    line = uow.logbook.by_key(key_of(DeliveryKind.MEETING, record.group, meeting))
    if line is None or line.state in _COMES_TO_NOTHING:
        return None
    sent = [part.begun_at for part in line.parts if part.begun_at is not None]
    began = datetime.fromtimestamp(float(thread), UTC)
    if not sent or not min(sent) - ASTRAY <= began <= max(sent) + ASTRAY:
        return None
    return DoubtfulThread(
        group=binding.group, meeting=meeting.reference, settled=line.state is DeliveryState.UNCERTAIN
    )


def wait_or_decline(message: Written, doubtful: DoubtfulThread, uow: UnitOfWork, now: datetime) -> None:
    """Have the message come again; once it does not any more, tell its author that it is not recorded.

    Raises ThreadInDoubt.
    """
    said_at = datetime.fromtimestamp(float(message.edited or message.ts), UTC)
    if not doubtful.settled and now - said_at < ASKED_AGAIN:
        raise ThreadInDoubt
    refusal = Refusal(RefusalCode.SCRIBED_IN_DOUBT, reference=str(doubtful.meeting))
    decline_whole(message, doubtful.group, refusal, uow, now)
