"""Reminders: what one person is told in the morning of a day, and what a meeting's channel is told before it.

Days are local days of whoever is reminded. Which of them an item is told on is decided from its day alone, so
that nothing has to be kept of what was told but the day of the last reminder.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.group import Group
from domain.item import Item
from domain.meeting import Meeting
from domain.notice import Addressee
from domain.recurrence import DAYS_A_WEEK, Weekly
from domain.reference import Reference, Series
from domain.schedule import Schedule, first_slot, slot_after

REMIND_AT = time(8, 30)
"""When people plan their day: before the first meetings, and no earlier than a message may ring."""

WORKING_DAYS = frozenset(range(5))
"""Monday to Friday: nobody is written to on a week-end, whose days are told of on Friday."""

LATEST = time(20, 0)
"""After a downtime nobody is written to later in the evening: tomorrow morning is soon enough."""

AGAIN_EVERY = timedelta(days=DAYS_A_WEEK)
"""What is overdue is said once and then weekly: who reads the same list daily stops reading it."""

MILESTONE_AHEAD = timedelta(days=14)
"""So long before the last day of its quarter a recommendation's owner hears of it: two weeks to act."""

ASKED_BEFORE = timedelta(days=2)
"""So long before a meeting positions are asked for: time to read, and near enough not to be put off."""

ASKED_WITHIN = timedelta(days=7)
"""Before a meeting that is further off nobody is asked yet, whatever the week-end and their zone."""

SHOWN_MAX = 10
"""Items with their buttons in one reminder: all of them are a list, which is a press away."""

SHOWN_FIRST = 2
"""Of each reason for a reminder so many items are shown before one reason takes the rest of the room."""

TO_BE_PLANNED = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands where the next time has yet to be found: who just joined is not reminded in the afternoon."""


class Why(StrEnum):
    """Why somebody is reminded of an item, in the order in which it is told. Each has a heading."""

    OVERDUE = "overdue"
    TODAY = "today"
    TOMORROW = "tomorrow"
    RETURNED = "returned"
    """Its owner had put it off until today, though it is not due yet."""
    POSITION = "position"
    MILESTONE = "milestone"


@dataclass(frozen=True, slots=True)
class Dated:
    """An open item of somebody's (a user id) and the local day by which it is due."""

    user: str
    reference: Reference
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """When somebody is reminded next (UTC; None: not at all), and the local day of the last reminder.

    A day counts as the last one whether or not there was anything to say on it.
    """

    user: str
    next_at: datetime | None
    last_on: date | None = None
    muted: bool = False


@dataclass(frozen=True, slots=True)
class DuePlan:
    """Whose plan is due; a look without locks."""

    workspace: str
    group: int
    user: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be told, before its words are read. `meeting` is the number of the one that asks for it."""

    reference: Reference
    why: Why
    meeting: int | None = None


@dataclass(frozen=True, slots=True)
class Reminded:
    """An item somebody is reminded of; `meeting`: the one before which their position is asked for."""

    item: Item
    why: Why
    meeting: Meeting | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminders:
    """What one person is reminded of on a local day: items shown, others named, how many more there are."""

    reader: Addressee
    day: date
    shown: tuple[Reminded, ...]
    named: tuple[Reminded, ...] = ()
    more: int = 0


class HowSoon(StrEnum):
    """How long before a meeting its channel is told."""

    DAY = "day"
    HOUR = "hour"

    @property
    def ahead(self) -> timedelta:
        """How long before it starts."""
        return timedelta(days=1) if self is HowSoon.DAY else timedelta(hours=1)

    @property
    def patience(self) -> timedelta:
        """How late it may be told: "tomorrow" stays true for three hours, "in an hour" for half of one."""
        return timedelta(hours=3) if self is HowSoon.DAY else timedelta(minutes=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingAhead:
    """A meeting that starts soon, for the channel it is held in.

    Not `on_time`: the message of a day before comes when the day of the meeting has begun.
    """

    group: Group
    meeting: Meeting
    how_soon: HowSoon
    on_time: bool = True


def schedule_in(zone: str) -> Schedule:
    """When people are reminded who live by the wall clock of an IANA zone."""
    return Schedule(Weekly(WORKING_DAYS), REMIND_AT, zone)


def is_reminding_day(day: date) -> bool:
    """Whether people are reminded on it."""
    return day.weekday() in WORKING_DAYS


def reminding_day_after(day: date) -> date:
    """The next later day on which people are reminded."""
    return next(each for each in _days(day, 1) if is_reminding_day(each))


def reminding_day_by(day: date) -> date:
    """The day itself when people are reminded on it, else the last one before."""
    return day if is_reminding_day(day) else next(each for each in _days(day, -1) if is_reminding_day(each))


def _days(day: date, step: int) -> Iterator[date]:
    while True:
        day += timedelta(days=step)
        yield day


def latest_day(day: date) -> date:
    """The last day on which anything may be due that is told on the day."""
    return max(reminding_day_after(day), day + MILESTONE_AHEAD + timedelta(days=2))


def is_too_late(now: datetime, zone: str) -> bool:
    """Whether the evening is not the time to remind anybody any more."""
    return now.astimezone(ZoneInfo(zone)).time() >= LATEST


def due_today(plan: Plan, zone: str, now: datetime) -> date | None:
    """The local day that the person is to be reminded of now; None when this is not the time.

    Whatever was missed before stays missed: what matters of it is told with the day.
    """
    today = now.astimezone(ZoneInfo(zone)).date()
    is_used = plan.last_on is not None and plan.last_on >= today
    if plan.next_at == TO_BE_PLANNED or is_used or not is_reminding_day(today) or is_too_late(now, zone):
        return None
    return today if slot_on(today, zone) <= now else None


def slot_on(day: date, zone: str) -> datetime:
    """When (UTC) people are reminded on the day, or on the next one on which they are."""
    return slot_after(schedule_in(zone), day - timedelta(days=1)).due_at


def planned(plan: Plan, zone: str, now: datetime) -> datetime:
    """When to look at the person again: the next slot on a day that was not used."""
    slot = first_slot(schedule_in(zone), now)
    if plan.last_on is not None and slot.date <= plan.last_on:
        slot = slot_after(schedule_in(zone), plan.last_on)
    return slot.due_at


def why_told(dated: Dated, day: date, since: date | None, snoozed: date | None) -> Why | None:
    """Why the item is told on the day; None when it is not.

    `since` is the day of the last reminder: what should have been told between the two is told now. `snoozed`
    is the day until which its owner has put it off.
    """
    if snoozed is not None and snoozed > day:
        return None
    is_back = snoozed is not None and (since is None or snoozed > since)
    if dated.reference.series is Series.RECOMMENDATION:
        start = reminding_day_by(dated.due_on - MILESTONE_AHEAD)
        return Why.MILESTONE if is_back or _is_occasion(start, day, since) else None
    if dated.due_on < day:
        start = reminding_day_after(dated.due_on)
        return Why.OVERDUE if is_back or _is_occasion(start, day, since) else None
    if dated.due_on == day:
        return Why.TODAY
    if dated.due_on <= reminding_day_after(day):
        return Why.TOMORROW
    return Why.RETURNED if is_back else None


def _is_occasion(start: date, day: date, since: date | None) -> bool:
    """Whether the first day, or one some weeks after it, lies after `since` and not after the day."""
    if day < start:
        return False
    latest = start + AGAIN_EVERY * ((day - start) // AGAIN_EVERY)
    return since is None or latest > since


def due_items(
    dated: Iterable[Dated], snoozes: Mapping[Reference, date], day: date, since: date | None
) -> tuple[Wanted, ...]:
    """What of somebody's items is told on the day: reason after reason, the longest due first."""
    order = list(Why)
    found = [
        (order.index(why), each.due_on, each.reference, why)
        for each in dated
        if (why := why_told(each, day, since, snoozes.get(each.reference))) is not None
    ]
    found.sort(key=lambda one: (one[0], one[1], one[2].series, one[2].number))
    return tuple(Wanted(reference, why) for _, _, reference, why in found)


def is_asked_on(
    meeting: Meeting, zone: str, day: date, since: date | None, now: datetime, arranged_at: datetime
) -> bool:
    """Whether positions are asked for on the day, before a scheduled meeting that is still ahead.

    Once, two days before it or on the last day before a week-end; what was missed, or a meeting that was
    arranged (`arranged_at`: when it was last given its time) later than that, on the next day there is.
    """
    starts_at = meeting.arrangement.starts_at
    if starts_at is None or starts_at <= now:
        return False
    held_on = starts_at.astimezone(ZoneInfo(zone)).date()
    ask_on = reminding_day_by(held_on - ASKED_BEFORE)
    if not ask_on <= day <= held_on:
        return False
    return since is None or ask_on > since or arranged_at > slot_on(since, zone)


def chosen(wanted: Sequence[Wanted], limit: int = SHOWN_MAX) -> tuple[Wanted, ...]:
    """Those that are shown, in their order: some of every reason, and then what comes first."""
    by_reason: dict[Why, list[Wanted]] = {}
    for each in wanted:
        by_reason.setdefault(each.why, []).append(each)
    first = [each for found in by_reason.values() for each in found[:SHOWN_FIRST]][:limit]
    rest = [each for each in wanted if each not in first][: limit - len(first)]
    kept = {*first, *rest}
    return tuple(each for each in wanted if each in kept)


def key_of(workspace: str, group: int, user: str, day: date) -> str:
    """Names one person's reminder of one day in one group, for ever."""
    return f"remind:{workspace}/{group}/{user}:{day.isoformat()}"


def meeting_key(workspace: str, group: int, meeting: Meeting, how_soon: HowSoon) -> str:
    """Names what is told before a meeting; at another time it is another one."""
    starts_at = meeting.arrangement.starts_at
    at = "" if starts_at is None else f"{starts_at:%Y-%m-%dT%H:%M:%SZ}"
    return f"meeting:{workspace}/{group}/{meeting.reference}:{how_soon.value}:{at}"
