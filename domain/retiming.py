"""When a meeting is to be, told from when it is: a time on its day, another day at its hour, a week later."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.meeting import Arrangement, Meeting, instant_of
from domain.refusal import Refusal, RefusalCode

MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """From where a meeting is: so many months, days and minutes later; negative ones are earlier."""

    months: int = 0
    days: int = 0
    minutes: int = 0


class Toward(StrEnum):
    """What was asked for: later (`postpone`) or earlier (`adelantar`), which a slip must not turn around."""

    LATER = "later"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True, kw_only=True)
class Retiming:
    """A wall time `at`, a `day` or a `shift`; what is None stays the meeting's own.

    Where neither is None the day is told by `day` and the hour by `at`. `zone` (IANA) is the one that it was
    said in; None: the meeting's own.
    """

    at: time | None = None
    day: date | None = None
    shift: Shift | None = None
    toward: Toward | None = None
    zone: str | None = None


def retimed(meeting: Meeting, retiming: Retiming, said: Arrangement) -> Arrangement:
    """The arrangement that was said, at the time told from the meeting's own.

    A time is one of the zone it was said in, else of the meeting's own; so is an hour that stays.
    Raises Refusal MEETING_NOT_LATER or MEETING_NOT_EARLIER.
    """
    own = meeting.arrangement.starts_at
    if own is None:
        return said
    meant = _told(own, meeting.arrangement.zone, retiming, said)
    if meant.starts_at is not None:
        _require_direction(meeting, own, meant.starts_at, retiming.toward)
    return meant


def _told(own: datetime, own_zone: str, retiming: Retiming, said: Arrangement) -> Arrangement:
    if retiming == Retiming(toward=retiming.toward, zone=retiming.zone):
        return said
    zone = own_zone if retiming.at is None else retiming.zone or own_zone
    shift = retiming.shift or Shift()
    local = own.astimezone(ZoneInfo(zone))
    day = retiming.day or _later(local.date(), shift)
    begins = instant_of(day, retiming.at or local.time(), zone) + timedelta(minutes=shift.minutes)
    return replace(said, starts_at=begins.astimezone(UTC), zone=zone)


def _later(day: date, shift: Shift) -> date:
    """Of a month that is too short its last day."""
    months = day.year * MONTHS_A_YEAR + day.month - 1 + shift.months
    year, month = months // MONTHS_A_YEAR, months % MONTHS_A_YEAR + 1
    of_month = date(year, month, min(day.day, monthrange(year, month)[1]))
    return of_month + timedelta(days=shift.days)


def _require_direction(meeting: Meeting, own: datetime, meant: datetime, toward: Toward | None) -> None:
    is_wrong = meant < own if toward is Toward.LATER else meant > own
    if toward is None or not is_wrong:
        return
    later = toward is Toward.LATER
    code = RefusalCode.MEETING_NOT_LATER if later else RefusalCode.MEETING_NOT_EARLIER
    local = own.astimezone(ZoneInfo(meeting.arrangement.zone))
    day, hour = local.date().isoformat(), f"{local:%H:%M}"
    raise Refusal(code, reference=str(meeting.reference), date=day, time=hour)
