"""Which dates of a digest are still to be had: each is used once, and one that is left out stays so."""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from domain.delivery import Skipped
from domain.recurrence import DAYS_A_WEEK, EVERY_WEEKS_MAX, Weekly, anchored
from domain.repositories import GroupRecord
from domain.schedule import Schedule, Slot, first_slot, slot_after, starting
from domain.subscription import Subscription

_FAR_ENOUGH_BACK = timedelta(days=3)
"""A local date that lies ahead in one zone was due in no other longer ago."""


_A_RHYTHM_BACK = _FAR_ENOUGH_BACK + timedelta(weeks=EVERY_WEEKS_MAX)
"""What was used before that is no part of any rhythm that goes on."""


def dates_taken(
    record: GroupRecord, subscription: Subscription, now: datetime, back: timedelta = _FAR_ENOUGH_BACK
) -> Mapping[date, Skipped | None]:
    """The local dates from now on that were used, and why those were that were skipped."""
    return record.subscriptions.dates_taken(subscription.number, now - back)


def vacant_from(schedule: Schedule, slot: Slot, taken: Container[date]) -> Slot:
    """The slot, or the first one behind it whose date is not taken."""
    while slot.date in taken:
        slot = slot_after(schedule, slot.date)
    return slot


def vacant(record: GroupRecord, subscription: Subscription, slot: Slot, now: datetime) -> Slot:
    """The same for a slot of the subscription: nothing is looked up behind the latest date that was used."""
    last = subscription.last_date
    if last is None or slot.date > last:
        return slot
    return vacant_from(subscription.schedule, slot, dates_taken(record, subscription, now))


def next_vacant(record: GroupRecord, subscription: Subscription, now: datetime) -> Slot:
    """The first slot after now that can come."""
    return vacant(record, subscription, first_slot(subscription.schedule, now), now)


def begun_anew(record: GroupRecord, subscription: Subscription, now: datetime) -> tuple[Schedule, Slot]:
    """The schedule as it begins now, and its first slot that can come.

    Weeks are counted from the last that was used; where none was, from the first that can come: one that is
    left out counts too.
    """
    taken = dates_taken(record, subscription, now, _A_RHYTHM_BACK)
    used = {day for day, why in taken.items() if why is not Skipped.ASKED}
    schedule, first = _going_on(subscription.schedule, used, now)
    first = vacant_from(schedule, first, used)
    schedule = starting(schedule, first)
    return schedule, vacant_from(schedule, first, taken)


def _going_on(schedule: Schedule, used: Collection[date], now: datetime) -> tuple[Schedule, Slot]:
    """The schedule in the weeks of the last date that was used, and its first slot after now.

    A week that has had as many digests as it has days has had them all, whichever days they were.
    """
    recurrence = schedule.recurrence
    if not isinstance(recurrence, Weekly) or not used:
        return schedule, first_slot(schedule, now)
    counted = replace(schedule, recurrence=anchored(recurrence, max(used)))
    first = first_slot(counted, now)
    if counted == schedule:
        return schedule, first
    monday = max(used) - timedelta(days=max(used).weekday())
    sunday = monday + timedelta(days=DAYS_A_WEEK - 1)
    had = sum(monday <= day <= sunday for day in used)
    is_over = first.date <= sunday and had >= len(recurrence.weekdays)
    return counted, slot_after(counted, sunday) if is_over else first


def left_out(record: GroupRecord, subscription: Subscription, now: datetime) -> tuple[Slot, ...]:
    """The slots of its schedule that lie ahead and that somebody left out, the earliest first."""
    if subscription.last_date is None or subscription.last_date < (now - _FAR_ENOUGH_BACK).date():
        return ()
    taken = dates_taken(record, subscription, now)
    days = sorted(day for day, why in taken.items() if why is Skipped.ASKED)
    slots = [slot_after(subscription.schedule, day - timedelta(days=1)) for day in days]
    return tuple(
        slot for slot, day in zip(slots, days, strict=True) if slot.date == day and slot.due_at > now
    )


def latest(last: date | None, used: date) -> date:
    """The latest date that was ever used, once this one is."""
    return used if last is None else max(last, used)
