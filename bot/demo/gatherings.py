"""The meetings of the sample, held around what was recorded in them; and one that is open to play with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from bot.demo.events import Job, Loading, event_job
from bot.demo.sample import SampleEvent, SampleMeeting
from domain.delivery import DeliveryKind
from domain.language import Language
from domain.meeting import Arrangement
from domain.ports import UnitOfWork
from domain.reference import Reference, Series
from domain.usecases.attending import Attend, attend
from domain.usecases.meetings import EndMeeting, StartMeeting, end_meeting, start_meeting
from domain.usecases.scheduling import ScheduleMeeting, schedule_meeting

LENGTH = timedelta(minutes=90)


def gathered(loading: Loading, number: int, event: SampleEvent) -> Iterator[Job]:
    """The `number`-th event of the record; its meeting begins before its first and ends after its last."""
    found = _meeting_of(loading, event)
    if found is None:
        yield event_job(loading, number, event)
        return
    of_meeting = [place for place, each in enumerate(loading.sample.events) if _is_in(each, found[1])]
    if number == of_meeting[0]:
        yield partial(_begun, loading, *found)
    yield event_job(loading, number, event)
    if number == of_meeting[-1]:
        yield partial(_ended, loading, *found)


def open_one(loading: Loading, uow: UnitOfWork, now: datetime) -> None:
    """The group in its present phase, with a meeting that begins now: the bot posts its line by itself."""
    _in_phase(loading, loading.sample.group.phase, uow)
    wanted = loading.sample.open_meeting
    origin = loading.cast.origin(wanted.by, loading.channel(wanted.theme), "meeting:open")
    start_meeting(
        StartMeeting(
            origin=origin,
            group=loading.group,
            language=Language.ENGLISH,
            theme=wanted.theme,
        ),
        uow,
        now,
    )


def _meeting_of(loading: Loading, event: SampleEvent) -> tuple[int, SampleMeeting] | None:
    """The meeting that the event was recorded in, and its number."""
    numbered = enumerate(loading.sample.meetings, start=1)
    return next(((number, each) for number, each in numbered if _is_in(event, each)), None)


def _is_in(event: SampleEvent, meeting: SampleMeeting) -> bool:
    return (event.at, getattr(event, "theme", None)) == (meeting.at, meeting.theme)


def _begun(loading: Loading, number: int, meeting: SampleMeeting, uow: UnitOfWork) -> None:
    """Scheduled, opened and attended. What would be posted about it was read long ago.

    What it came to was recorded at its end: the events are of a noon.
    """
    now, cast = loading.at(meeting.at) - LENGTH, loading.cast
    _in_phase(loading, meeting.phase, uow)
    where = loading.channel(meeting.theme)
    arrangement = Arrangement(starts_at=now, zone=str(loading.zone), mode=meeting.mode)
    schedule_meeting(
        ScheduleMeeting(
            origin=cast.origin(meeting.by, where, f"meeting:{number}:schedule"),
            group=loading.group,
            arrangement=arrangement,
            language=Language.ENGLISH,
            theme=meeting.theme,
        ),
        uow,
        now,
    )
    reference = Reference(Series.MEETING, number)
    opening = StartMeeting(
        origin=cast.origin(meeting.by, where, f"meeting:{number}:start"),
        group=loading.group,
        language=Language.ENGLISH,
        reference=reference,
    )
    start_meeting(opening, uow, now)
    here = Attend(
        origin=cast.origin(meeting.by, where, f"meeting:{number}:here"),
        group=loading.group,
        reference=reference,
        users=tuple(cast.users[handle] for handle in meeting.here),
    )
    attend(here, uow, now)
    _unposted(loading, DeliveryKind.MEETING, number, uow)


def _ended(loading: Loading, number: int, meeting: SampleMeeting, uow: UnitOfWork) -> None:
    origin = loading.cast.origin(meeting.by, loading.channel(meeting.theme), f"meeting:{number}:end")
    reference = Reference(Series.MEETING, number)
    end_meeting(
        EndMeeting(origin=origin, group=loading.group, reference=reference), uow, loading.at(meeting.at)
    )
    _unposted(loading, DeliveryKind.MINUTES, number, uow)


def _unposted(loading: Loading, kind: DeliveryKind, number: int, uow: UnitOfWork) -> None:
    uow.outbox.withdraw(f"{kind.value}:{loading.cast.workspace}/{loading.group}/M-{number}")


def _in_phase(loading: Loading, phase: str, uow: UnitOfWork) -> None:
    record = uow.workspace(loading.cast.workspace).group(loading.group)
    if record.group.phase != phase:
        record.save_group(replace(record.group, phase=phase))
