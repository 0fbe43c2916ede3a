"""Whether what waits is still to be said: asked at each sending, by kind, of the record as it is by then."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import TypeAlias
from zoneinfo import ZoneInfo

from domain.delivery import Delivery, DeliveryKind, DeliveryState, Lease, Skipped
from domain.meeting import MeetingStatus
from domain.notice import STALE_AFTER
from domain.people import is_written_to
from domain.ports import UnitOfWork
from domain.reference import Reference, Series
from domain.reminder import is_too_late
from domain.subscription import SubscriptionState
from domain.usecases.digest_facts import stretch_of
from domain.usecases.gathering import meeting_of
from domain.usecases.meeting_reminders import why_not_told
from domain.usecases.notices import tell_of_silence
from domain.usecases.replying import CHANGES_MAX
from domain.usecases.scribe_answers import ANSWERED
from domain.usecases.subscriptions import Steer
from domain.usecases.telling_order import SUBJECT
from domain.usecases.tellings import is_rearranged

Question: TypeAlias = Callable[[Delivery, UnitOfWork, datetime], Skipped | None]
"""Why the delivery is not to be sent any more; None while it is. `now` is the application's."""

ANSWERED_WITHIN = timedelta(minutes=30)
"""How late an answer that tells what somebody read still comes."""


def why_unsaid(delivery: Delivery, uow: UnitOfWork, now: datetime) -> Skipped | None:
    """Why nothing (more) of the delivery is to be sent; None while it is. In a write its group is locked.

    What arrived in part is finished, unless nobody there may read it any more. Raises LookupError when the
    group is gone.
    """
    return QUESTIONS[delivery.kind](delivery, uow, now)


def is_on_its_way(command: Steer, uow: UnitOfWork) -> bool:
    """Whether a digest of the subscription is being sent, or stands there in part, by now."""
    record = uow.workspace(command.origin.person.workspace).group(command.group)
    latest = record.subscriptions.latest_delivery(command.number)
    if latest is None or latest.state.is_final:
        return False
    return latest.has_arrived or any(part.begun_at is not None for part in latest.parts)


def leave_unsaid(uow: UnitOfWork, delivery: Delivery, lease: Lease, why: Skipped) -> None:
    """Settle it as skipped. What nothing told of the subscription's range the next digest tells.

    Behind a later digest none does: then whoever set it up is told so.

    Raises LeaseLost.
    """
    # The group is locked before the delivery, as WorkspaceRecord.lock_group says.
    number = delivery.subscription
    record = None if number is None else uow.workspace(delivery.workspace).group(delivery.group)
    uow.outbox.settle(delivery.id, lease, DeliveryState.SKIPPED, why)
    found = None if record is None or number is None else record.subscriptions.get(number)
    if record is None or found is None or delivery.has_arrived:
        return
    stretch = stretch_of(delivery.facts)
    if found.told_through == stretch.through:
        record.subscriptions.save(replace(found, told_through=stretch.after))
    elif stretch.after < stretch.through:
        tell_of_silence(uow, record, delivery, found, why)


def _digest(delivery: Delivery, uow: UnitOfWork, now: datetime) -> Skipped | None:
    workspace = uow.workspace(delivery.workspace)
    record = workspace.group(delivery.group)
    found = None if delivery.subscription is None else record.subscriptions.get(delivery.subscription)
    if found is not None and found.reader is not None:
        why = _reader_left(delivery, uow, found.reader)
    else:
        why = _elsewhere(delivery, uow, now)
    if why is not None or delivery.has_arrived:
        return why
    is_stopped = found is not None and found.state is SubscriptionState.STOPPED
    return Skipped.STOPPED if is_stopped else None


def _notice(delivery: Delivery, uow: UnitOfWork, now: datetime) -> Skipped | None:
    if now - delivery.due_at > STALE_AFTER:
        return Skipped.TOO_LATE
    return _reader_left(delivery, uow, delivery.channel)


def _opening(delivery: Delivery, uow: UnitOfWork, now: datetime) -> Skipped | None:
    """A meeting that is over by now is not opened any more."""
    why = _elsewhere(delivery, uow, now)
    return why if why is not None or delivery.has_arrived else _while_open(delivery, uow, now)


def _while_open(delivery: Delivery, uow: UnitOfWork, _: datetime) -> Skipped | None:
    record = uow.workspace(delivery.workspace).group(delivery.group)
    meeting = meeting_of(record, delivery)
    is_open = meeting is not None and meeting.status == MeetingStatus.OPEN
    return None if is_open else Skipped.NOTHING_LEFT


def _reminders(delivery: Delivery, uow: UnitOfWork, now: datetime) -> Skipped | None:
    zone, day = str(delivery.facts["zone"]), date.fromisoformat(delivery.facts["day"])
    if delivery.has_arrived:
        return None
    if now.astimezone(ZoneInfo(zone)).date() != day or is_too_late(now, zone):
        return Skipped.TOO_LATE
    record = uow.workspace(delivery.workspace).group(delivery.group)
    plan = record.reminding.get(delivery.channel)
    if plan is not None and plan.muted:
        return Skipped.MUTED
    return _reader_left(delivery, uow, delivery.channel)


def _meeting_ahead(delivery: Delivery, uow: UnitOfWork, now: datetime) -> Skipped | None:
    question = _elsewhere if delivery.has_arrived else why_not_told
    return question(delivery, uow, now)


def _scribe(delivery: Delivery, uow: UnitOfWork, now: datetime) -> Skipped | None:
    """What is told in a meeting's thread belongs there, while nobody read a later version of the message.

    Beside it, in a direct message.
    """
    if delivery.facts.get("thread") is None:
        return _another_groups(delivery, uow, now)
    why = _elsewhere(delivery, uow, now)
    return why if why is not None or not _is_put_right(delivery, uow) else Skipped.NOTHING_LEFT


def _is_put_right(delivery: Delivery, uow: UnitOfWork) -> bool:
    """Whether a later version of the message was read: what the answer says may not be so any more."""
    answered: Mapping[str, str] | None = delivery.facts.get(ANSWERED)
    if answered is None:
        return False
    scribed = uow.workspace(delivery.workspace).group(delivery.group).scribed
    return any(
        each.edited > answered["edited"] for each in scribed.of_message(delivery.channel, answered["ts"])
    )


def _reply(delivery: Delivery, uow: UnitOfWork, now: datetime) -> Skipped | None:
    """What somebody read is soon old; and of a meeting that has begun its line says what it has become."""
    why = _another_groups(delivery, uow, now)
    if why is not None or delivery.has_arrived:
        return why
    if "message" in delivery.facts:
        return _what_was_read(delivery, uow, now)
    return Skipped.NOTHING_LEFT if _tells_of_plans(delivery, uow) else None


def _tells_of_plans(delivery: Delivery, uow: UnitOfWork) -> bool:
    """Whether it says when, where or whether a meeting was to be that has begun there since."""
    about = delivery.facts.get(SUBJECT)
    reference = None if about is None else Reference.parse(about)
    if reference is None or reference.series is not Series.MEETING:
        return False
    record = uow.workspace(delivery.workspace).group(delivery.group)
    meeting = record.meetings.get(reference.number)
    if meeting is None or meeting.opened_in is None or meeting.channel != delivery.channel:
        return False
    after, through = int(delivery.facts["after"]), int(delivery.facts["through"])
    write = [one for one in record.changes.between(after, through, CHANGES_MAX) if one.subject == reference]
    return through < meeting.opened_in and is_rearranged(write)


def _elsewhere(delivery: Delivery, uow: UnitOfWork, _: datetime) -> Skipped | None:
    workspace = uow.workspace(delivery.workspace)
    workspace.lock_group(delivery.group)
    binding = workspace.channels.get(delivery.channel)
    is_here = binding is not None and binding.group == delivery.group
    return None if is_here else Skipped.ELSEWHERE


def _another_groups(delivery: Delivery, uow: UnitOfWork, _: datetime) -> Skipped | None:
    """An answer may stand where no group is, as in a direct message; not where another one is."""
    workspace = uow.workspace(delivery.workspace)
    workspace.lock_group(delivery.group)
    binding = workspace.channels.get(delivery.channel)
    return Skipped.ELSEWHERE if binding is not None and binding.group != delivery.group else None


def _what_was_read(delivery: Delivery, _: UnitOfWork, now: datetime) -> Skipped | None:
    """Who asked has long gone on, and nothing above it shows the question."""
    return Skipped.TOO_LATE if now - delivery.due_at > ANSWERED_WITHIN else None


def _reader_left(delivery: Delivery, uow: UnitOfWork, reader: str) -> Skipped | None:
    workspace = uow.workspace(delivery.workspace)
    member = workspace.group(delivery.group).members.get(reader)
    return None if is_written_to(workspace.people.get(reader), member) else Skipped.READER_LEFT


def _always(_: Delivery, __: UnitOfWork, ___: datetime) -> None:
    return None


QUESTIONS: Mapping[DeliveryKind, Question] = MappingProxyType(
    {
        DeliveryKind.DIGEST: _digest,
        DeliveryKind.NOTICE: _notice,
        DeliveryKind.REPLY: _reply,
        DeliveryKind.WHISPER: _what_was_read,
        DeliveryKind.MEETING: _opening,
        DeliveryKind.MINUTES: _elsewhere,
        DeliveryKind.REMINDER: _while_open,
        DeliveryKind.CORRECTION: _elsewhere,
        DeliveryKind.SCRIBE: _scribe,
        DeliveryKind.REACTION: _always,
        DeliveryKind.REMINDERS: _reminders,
        DeliveryKind.MEETING_AHEAD: _meeting_ahead,
    }
)
"""A new kind of delivery adds its question here; a test holds the table to the kinds."""
