"""Meetings: scheduled, open, closed; who was there, and which stretch of the history is theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.change import Change, ChangeKind, NewChange
from domain.group import Sector
from domain.item import Entry, Item, Place, change_to, recorded
from domain.lifecycle import Lifecycle
from domain.people import Member
from domain.reference import RecordKind
from domain.refusal import Refusal, RefusalCode
from domain.wall_time import instant_of

MEETING_PLACE_MAX = 300
LINK_MAX = 1000
"""Characters of where it is held: a line, and an address."""


class MeetingStatus(StrEnum):
    """PRODUCT: meeting; a schedule that falls away is withdrawn like any item."""

    SCHEDULED = "scheduled"
    OPEN = "open"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


_S = MeetingStatus

LIFECYCLE = Lifecycle(
    forward={_S.SCHEDULED: frozenset({_S.OPEN, _S.WITHDRAWN}), _S.OPEN: frozenset({_S.CLOSED})}
)
"""Starting and ending are done by verbs of their own; what is closed stays closed."""


class Mode(StrEnum):
    """How people take part."""

    HYBRID = "hybrid"
    IN_PERSON = "in-person"
    ONLINE = "online"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """When (UTC; `zone` is the IANA zone in which it was said) and where; None: nobody said."""

    starts_at: datetime | None
    zone: str
    mode: Mode | None = None
    place: str | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """Somebody (user id) was there, with what they were in the group then.

    `marked_by` is who said so, `at` when they did.
    """

    user: str
    sector: Sector
    country: str
    marked_by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Item):
    """A meeting; its text is its title and what people want to speak about.

    `phase` is the group's at scheduling, and then at starting. Between the changes number `opened_in` and
    `closed_in` lies what happened during it. `thread` is the ts of its line in the channel, `minutes` that of
    its minutes; None until they stand there.
    """

    phase: str
    arrangement: Arrangement
    opener: str | None = None
    opened_at: datetime | None = None
    opened_in: int | None = None
    closed_at: datetime | None = None
    closed_in: int | None = None
    thread: str | None = None
    minutes: str | None = None
    present: tuple[Attendance, ...] = ()

    def is_present(self, user: str) -> bool:
        """Whether the person is marked as having been there."""
        return any(each.user == user for each in self.present)


def schedule(
    entry: Entry, place: Place, *, phase: str, arrangement: Arrangement
) -> tuple[Meeting, NewChange]:
    """The meeting, scheduled, and the change that tells of it."""
    return recorded(
        Meeting, RecordKind.MEETING, _S.SCHEDULED, entry, place, phase=phase, arrangement=arrangement
    )


def require_ahead(arrangement: Arrangement, now: datetime) -> None:
    """Nothing is scheduled for what has passed. Raises Refusal MEETING_PASSED."""
    starts_at = arrangement.starts_at
    if starts_at is not None and starts_at < now:
        local = starts_at.astimezone(ZoneInfo(arrangement.zone))
        day, hour = local.date().isoformat(), f"{local:%H:%M}"
        raise Refusal(RefusalCode.MEETING_PASSED, date=day, time=hour)


def rearrange(
    meeting: Meeting, arrangement: Arrangement, at: datetime
) -> tuple[Meeting, tuple[NewChange, ...]]:
    """The meeting at another time or place; what the arrangement does not say stays as it was.

    Raises Refusal MEETING_NOT_SCHEDULED.
    """
    require_status(meeting, _S.SCHEDULED)
    return _rearranged(meeting, arrangement, at)


def correct_arrangement(
    meeting: Meeting, arrangement: Arrangement, at: datetime
) -> tuple[Meeting, tuple[NewChange, ...]]:
    """The same for a meeting that has begun or is over too: where it was held is put right, not when.

    Raises Refusal MEETING_TIME_STANDS.
    """
    is_moved = arrangement.starts_at not in {None, meeting.arrangement.starts_at}
    if is_moved and meeting.status != _S.SCHEDULED:
        reference, status = str(meeting.reference), str(meeting.status)
        raise Refusal(RefusalCode.MEETING_TIME_STANDS, reference=reference, status=status)
    return _rearranged(meeting, arrangement, at)


def _rearranged(
    meeting: Meeting, arrangement: Arrangement, at: datetime
) -> tuple[Meeting, tuple[NewChange, ...]]:
    before = meeting.arrangement
    after = Arrangement(
        starts_at=arrangement.starts_at or before.starts_at,
        zone=arrangement.zone if arrangement.starts_at is not None else before.zone,
        mode=arrangement.mode or before.mode,
        place=arrangement.place or before.place,
        link=arrangement.link or before.link,
    )
    if after == before:
        return meeting, ()
    changes = []
    if after.starts_at != before.starts_at:
        changes.append(change_to(meeting, ChangeKind.RESCHEDULED, written_when(before), written_when(after)))
    if (after.mode, after.place, after.link) != (before.mode, before.place, before.link):
        where = " · ".join(part for part in (after.place, after.link) if part)
        changes.append(
            change_to(meeting, ChangeKind.RELOCATED, before.mode, after.mode, comment=where or None)
        )
    moved = replace(meeting, arrangement=after, changed_at=at, version=meeting.version + 1)
    return moved, tuple(changes)


def start(
    meeting: Meeting, *, opener: str, channel: str, phase: str, change: int, at: datetime
) -> tuple[Meeting, NewChange]:
    """The meeting, open in the channel; `change` is the number that the change gets which tells of it.

    Raises Refusal MEETING_NOT_SCHEDULED.
    """
    require_status(meeting, _S.SCHEDULED)
    opened = replace(
        meeting,
        status=_S.OPEN,
        opener=opener,
        channel=channel,
        phase=phase,
        opened_at=at,
        opened_in=change,
        changed_at=at,
        version=meeting.version + 1,
    )
    return opened, change_to(meeting, ChangeKind.MEETING_STARTED, meeting.status, opened.status)


def end(meeting: Meeting, *, change: int, at: datetime) -> tuple[Meeting, NewChange]:
    """The meeting, closed; `change` as in `start`. Raises Refusal MEETING_NOT_OPEN."""
    require_status(meeting, _S.OPEN)
    closed = replace(
        meeting,
        status=_S.CLOSED,
        closed_at=at,
        closed_in=change,
        changed_at=at,
        version=meeting.version + 1,
    )
    return closed, change_to(meeting, ChangeKind.MEETING_ENDED, meeting.status, closed.status)


def mark(
    meeting: Meeting, members: Iterable[Member], *, by: str, at: datetime
) -> tuple[Meeting, tuple[NewChange, ...]]:
    """The members as present, those who were not yet. Raises Refusal MEETING_NOT_OPEN before it began."""
    require_begun(meeting)
    new = [
        Attendance(user=member.user, sector=member.sector, country=member.country, marked_by=by, at=at)
        for member in members
        if not meeting.is_present(member.user)
    ]
    changes = tuple(_attended(meeting, after=each.user) for each in new)
    return _attended_by(meeting, (*meeting.present, *new), at), changes


def unmark(meeting: Meeting, users: Iterable[str], at: datetime) -> tuple[Meeting, tuple[NewChange, ...]]:
    """The people as not present after all. Raises Refusal MEETING_NOT_OPEN before it began."""
    require_begun(meeting)
    gone = [user for user in dict.fromkeys(users) if meeting.is_present(user)]
    kept = tuple(each for each in meeting.present if each.user not in gone)
    return _attended_by(meeting, kept, at), tuple(_attended(meeting, before=user) for user in gone)


def require_status(meeting: Meeting, status: MeetingStatus) -> None:
    """Raise Refusal MEETING_NOT_SCHEDULED or MEETING_NOT_OPEN unless it has the status."""
    if meeting.status != status:
        scheduled = status is _S.SCHEDULED
        code = RefusalCode.MEETING_NOT_SCHEDULED if scheduled else RefusalCode.MEETING_NOT_OPEN
        raise Refusal(code, reference=str(meeting.reference), status=str(meeting.status))


def require_begun(meeting: Meeting) -> None:
    """Who was there can be said during a meeting and after it. Raises Refusal MEETING_NOT_OPEN."""
    if meeting.opened_in is None:
        require_status(meeting, _S.OPEN)


def written_when(arrangement: Arrangement) -> str | None:
    """When it starts, as changes tell it: `2027-03-05T10:00@America/Mexico_City`, local time and zone."""
    if arrangement.starts_at is None:
        return None
    local = arrangement.starts_at.astimezone(ZoneInfo(arrangement.zone)).replace(tzinfo=None)
    return f"{local.isoformat(timespec='minutes')}@{arrangement.zone}"


def read_when(written: str) -> tuple[datetime, str]:
    """The instant (UTC) and zone that `written_when` wrote. Raises ValueError."""
    local, _, zone = written.partition("@")
    moment = datetime.fromisoformat(local)
    return instant_of(moment.date(), moment.time(), zone), zone


def _attended_by(meeting: Meeting, present: tuple[Attendance, ...], at: datetime) -> Meeting:
    if present == meeting.present:
        return meeting
    return replace(meeting, present=present, changed_at=at, version=meeting.version + 1)


def _attended(meeting: Meeting, *, before: str | None = None, after: str | None = None) -> NewChange:
    return change_to(meeting, ChangeKind.ATTENDED, before, after, person=after or before)


def attended_back(meeting: Meeting, change: Change) -> Meeting:
    """The meeting without an ATTENDED change. Raises Refusal UNDO_IMPOSSIBLE for somebody taken out."""
    if change.after is None:
        raise Refusal(RefusalCode.UNDO_IMPOSSIBLE, reference=str(meeting.reference))
    return replace(meeting, present=tuple(each for each in meeting.present if each.user != change.after))


def marks_gone(before: Meeting, after: Meeting) -> Iterator[NewChange]:
    """The changes that tell who is not marked any more."""
    for each in before.present:
        if not after.is_present(each.user):
            yield _attended(after, before=each.user)


def moved_back(before: Meeting, after: Meeting) -> Iterator[NewChange]:
    """The change that tells that it is at another time again."""
    was, is_now = (written_when(each.arrangement) for each in (before, after))
    if was != is_now:
        yield change_to(after, ChangeKind.RESCHEDULED, was, is_now)


def rescheduled_back(meeting: Meeting, change: Change) -> Meeting:
    """The meeting at the time before a RESCHEDULED change."""
    if change.before is None:
        return replace(meeting, arrangement=replace(meeting.arrangement, starts_at=None))
    starts_at, zone = read_when(change.before)
    return replace(meeting, arrangement=replace(meeting.arrangement, starts_at=starts_at, zone=zone))
