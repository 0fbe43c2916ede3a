"""When a digest is due: local date and wall time, stepped by local dates, whatever the clocks do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.recurrence import Recurrence, anchored
from domain.wall_time import instant_of


@dataclass(frozen=True, slots=True)
class Schedule:
    """Local dates, a wall time without seconds, and the IANA zone that reads them."""

    recurrence: Recurrence
    at: time
    zone: str


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """One occasion: the local date that names it, and the instant (UTC) when it is due."""

    date: date
    due_at: datetime


def first_slot(schedule: Schedule, now: datetime) -> Slot:
    """The first slot due after now."""
    yesterday = now.astimezone(ZoneInfo(schedule.zone)).date() - timedelta(days=1)
    return next(slot for slot in _slots_after(schedule, yesterday) if slot.due_at > now)


def starting(schedule: Schedule, slot: Slot) -> Schedule:
    """The schedule whose first slot this is: of every second week, say, the slot's counts from now on."""
    return replace(schedule, recurrence=anchored(schedule.recurrence, slot.date))


def slot_after(schedule: Schedule, day: date) -> Slot:
    """The next slot on a later local date than `day`: an edit can never repeat a date already used."""
    return next(_slots_after(schedule, day))


def slots_due(schedule: Schedule, first: Slot, now: datetime) -> tuple[Slot, ...]:
    """Every slot from `first` on that is due by now, oldest first; empty when `first` lies ahead."""
    due: list[Slot] = []
    slot = first
    while slot.due_at <= now:
        due.append(slot)
        slot = slot_after(schedule, slot.date)
    return tuple(due)


def _slots_after(schedule: Schedule, day: date) -> Iterator[Slot]:
    for found in schedule.recurrence.after(day):
        yield Slot(found, instant_of(found, schedule.at, schedule.zone))
