"""When a meeting is to be, told from when it is: a time on its day, another day at its hour, a week later."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.meeting import Arrangement, Meeting
from domain.recurrence import DAYS_A_WEEK
from domain.refusal import Refusal, RefusalCode
from domain.wall_time import instant_of

MONTHS_A_YEAR, HALF_DAY = 12, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """From where a meeting is: so many months, days and minutes later; negative ones are earlier.

    `weekday` (Monday is 0): from there on to the first such day behind it.
    """

    months: int = 0
    days: int = 0
    minutes: int = 0
    weekday: int | None = None


class Toward(StrEnum):
    """What was asked for: later (`postpone`) or earlier (`adelantar`), which a slip must not turn around."""

    LATER = "later"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """When a meeting is said to be by now, in its own zone.

    `weekly`: on the weekday of `day`, whichever. `either`: `at` may be of the afternoon too.
    """

    day: date | None = None
    at: time | None = None
    weekly: bool = False
    either: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Retiming:
    """A wall time `at`, a `day` or a `shift`; what is None stays the meeting's own.

    Where neither is None the day is told by `day` and the hour by `at`. `zone` (IANA) is the one that it was
    said in; None: the meeting's own. `before` is from when it is moved; where both are `weekly`, `day` is
    the first of its weekday that is ahead, and the one nearest to the meeting's own is meant. `either`: `at`
    is of the morning or of the afternoon, and of the one that the meeting's own is of.
    """

    at: time | None = None
    day: date | None = None
    shift: Shift | None = None
    toward: Toward | None = None
    zone: str | None = None
    before: Before | None = None
    weekly: bool = False
    either: bool = False


def retimed(meeting: Meeting, retiming: Retiming, said: Arrangement) -> Arrangement:
    """The arrangement that was said, at the time told from the meeting's own.

    A time is one of the zone it was said in, else of the meeting's own; so is an hour that stays.
    Raises Refusal MEETING_NOT_LATER, MEETING_NOT_EARLIER, MEETING_NOT_THEN or MEETING_HOUR_EITHER.
    """
    own = meeting.arrangement.starts_at
    if own is None:
        return said
    if retiming.before is not None:
        retiming = _from_then(meeting, own, retiming, retiming.before)
    meant = _told(meeting, own, retiming, said)
    if meant.starts_at is not None:
        _require_direction(meeting, own, meant.starts_at, retiming.toward)
    return meant


def is_then(meeting: Meeting, before: Before) -> bool:
    """Whether the meeting is when it is said to be."""
    own = meeting.arrangement.starts_at
    if own is None:
        return False
    local = own.astimezone(ZoneInfo(meeting.arrangement.zone))
    return _is_day(before, local.date()) and _is_hour(before, local.time())


def _from_then(meeting: Meeting, own: datetime, retiming: Retiming, before: Before) -> Retiming:
    """The day that is meant of a meeting that is when it is said to be."""
    if not is_then(meeting, before):
        raise _refusal(RefusalCode.MEETING_NOT_THEN, meeting, own)
    local = own.astimezone(ZoneInfo(meeting.arrangement.zone))
    if not (before.weekly and retiming.weekly) or retiming.day is None:
        return retiming
    return replace(retiming, day=_nearest(local.date(), retiming.day, retiming.toward))


def _is_day(before: Before, day: date) -> bool:
    if before.day is None or before.day == day:
        return True
    return before.weekly and before.day.weekday() == day.weekday()


def _is_hour(before: Before, at: time) -> bool:
    if before.at is None or before.at == at:
        return True
    return before.either and (before.at.hour + HALF_DAY, before.at.minute) == (at.hour, at.minute)


def _nearest(own: date, first: date, toward: Toward | None) -> date:
    """The day of the weekday of `first`, not before it, that is nearest to the meeting's own."""
    ahead = (first.weekday() - own.weekday()) % DAYS_A_WEEK
    is_behind = toward is Toward.EARLIER or (toward is None and 2 * ahead > DAYS_A_WEEK)
    day = own + timedelta(days=ahead - DAYS_A_WEEK if is_behind and ahead else ahead)
    return max(day, first)


def _told(meeting: Meeting, own: datetime, retiming: Retiming, said: Arrangement) -> Arrangement:
    if retiming.at is None and retiming.day is None and retiming.shift is None:
        return said
    own_zone = meeting.arrangement.zone
    zone = own_zone if retiming.at is None else retiming.zone or own_zone
    shift = retiming.shift or Shift()
    local = own.astimezone(ZoneInfo(zone))
    day = retiming.day or _later(local.date(), shift)
    at = _of_own_half(meeting, retiming, local) or local.time()
    begins = instant_of(day, at, zone) + timedelta(minutes=shift.minutes)
    return replace(said, starts_at=begins, zone=zone)


def _of_own_half(meeting: Meeting, retiming: Retiming, local: datetime) -> time | None:
    """The hour that is meant: of the afternoon, where the meeting is in it. Nobody means four in the morning.

    Raises Refusal MEETING_HOUR_EITHER.
    """
    at = retiming.at
    if at is None or not retiming.either:
        return at
    late = at.replace(hour=at.hour + HALF_DAY)
    if local.hour >= HALF_DAY:
        return late
    reference, early = str(meeting.reference), f"{at.hour}:{at.minute:02}"
    raise Refusal(RefusalCode.MEETING_HOUR_EITHER, reference=reference, time=early, late=f"{late:%H:%M}")


def _later(day: date, shift: Shift) -> date:
    """Of a month that is too short its last day."""
    months = day.year * MONTHS_A_YEAR + day.month - 1 + shift.months
    year, month = months // MONTHS_A_YEAR, months % MONTHS_A_YEAR + 1
    of_month = date(year, month, min(day.day, monthrange(year, month)[1]))
    shifted = of_month + timedelta(days=shift.days)
    if shift.weekday is None:
        return shifted
    return shifted + timedelta(days=(shift.weekday - shifted.weekday() - 1) % DAYS_A_WEEK + 1)


def _require_direction(meeting: Meeting, own: datetime, meant: datetime, toward: Toward | None) -> None:
    is_wrong = meant < own if toward is Toward.LATER else meant > own
    if toward is None or not is_wrong:
        return
    later = toward is Toward.LATER
    raise _refusal(RefusalCode.MEETING_NOT_LATER if later else RefusalCode.MEETING_NOT_EARLIER, meeting, own)


def _refusal(code: RefusalCode, meeting: Meeting, own: datetime) -> Refusal:
    """With when the meeting is, in its own zone."""
    local = own.astimezone(ZoneInfo(meeting.arrangement.zone))
    day, hour = local.date().isoformat(), f"{local:%H:%M}"
    return Refusal(code, reference=str(meeting.reference), date=day, time=hour)
