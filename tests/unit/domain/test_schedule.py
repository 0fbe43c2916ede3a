"""When digests are due: examples, and every clock change of every zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest

from domain.recurrence import Weekly
from domain.schedule import Schedule, Slot, first_slot, slot_after, slots_due

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
EVERY_DAY = frozenset(range(7))
YEARS = (datetime(2026, 1, 1, tzinfo=UTC), datetime(2029, 1, 1, tzinfo=UTC))


def schedule(at: str, zone: str, *weekdays: int) -> Schedule:
    return Schedule(Weekly(frozenset(weekdays) or EVERY_DAY), time.fromisoformat(at), zone)


def utc(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=UTC)


@cache
def clock_changes(zone: str) -> tuple[datetime, ...]:
    """The instants of 2026-2028 from which on the zone's offset is another, to the second."""
    tz = ZoneInfo(zone)
    changes = []
    day = YEARS[0]
    while day < YEARS[1]:
        tomorrow = day + timedelta(days=1)
        if day.astimezone(tz).utcoffset() != tomorrow.astimezone(tz).utcoffset():
            changes.append(_change_between(tz, day, tomorrow))
        day = tomorrow
    return tuple(changes)


def _change_between(tz: ZoneInfo, before: datetime, after: datetime) -> datetime:
    offset = before.astimezone(tz).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = (before + (after - before) / 2).replace(microsecond=0)
        if middle.astimezone(tz).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return after


def zones_by_changes() -> dict[tuple[tuple[datetime, timedelta | None, timedelta | None], ...], str]:
    """One zone for each set of clock changes: links and neighbours that change together are one case."""
    found: dict[tuple[tuple[datetime, timedelta | None, timedelta | None], ...], str] = {}
    for zone in sorted(available_timezones() - {"localtime"}):
        tz = ZoneInfo(zone)
        changes = tuple(
            (
                change,
                (change - timedelta(seconds=1)).astimezone(tz).utcoffset(),
                change.astimezone(tz).utcoffset(),
            )
            for change in clock_changes(zone)
        )
        if changes:
            found.setdefault(changes, zone)
    return found


def wall_times_around(zone: str, change: datetime) -> set[time]:
    """Wall times around the hour that is skipped or comes twice, and both ends of the day."""
    tz = ZoneInfo(zone)
    walls = {
        (change + timedelta(seconds=seconds)).astimezone(tz).replace(tzinfo=None, second=0, microsecond=0)
        for seconds in (-1, 0)
    }
    steps = (-61, -60, -31, -30, -1, 0, 1, 29, 30, 59, 60, 61)
    around = {(wall + timedelta(minutes=step)).time() for wall in walls for step in steps}
    return around | {time(0, 0), time(23, 59)}


def slots_between(plan: Schedule, first: Slot, until: datetime) -> list[Slot]:
    """What a worker sees that looks again and again, each time from where it ended."""
    seen: list[Slot] = []
    slot, now = first, first.due_at
    while now <= until:
        due = slots_due(plan, slot, now)
        seen.extend(due)
        if due:
            slot = slot_after(plan, due[-1].date)
        now += timedelta(hours=23)
    return seen


def expected_dates(weekdays: frozenset[int], first: date, last: date) -> list[date]:
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return [day for day in days if day.weekday() in weekdays]


def check_around(zone: str, change: datetime, at: time, weekdays: frozenset[int]) -> None:
    plan = Schedule(Weekly(weekdays), at, zone)
    first = first_slot(plan, change - timedelta(days=9))
    seen = slots_between(plan, first, change + timedelta(days=9))
    dates = [slot.date for slot in seen]
    assert dates == expected_dates(weekdays, first.date, dates[-1]), "a local date missed or doubled"
    assert len(dates) >= 2 * len(weekdays)
    instants = [slot.due_at for slot in seen]
    assert all(earlier < later for earlier, later in pairwise(instants))
    tz = ZoneInfo(zone)
    for slot in seen:
        assert slot.due_at.utcoffset() == timedelta()
        read = slot.due_at.astimezone(tz)
        meant = datetime.combine(slot.date, at, tzinfo=tz)
        shift = (read.replace(tzinfo=None) - meant.replace(tzinfo=None)).total_seconds()
        assert (read.date() == slot.date and shift == 0) or _was_skipped(meant), (zone, slot, read)
        assert read.fold == 0 or _was_skipped(meant), "an hour that comes twice counts the first time"


def _was_skipped(wall: datetime) -> bool:
    back = wall.astimezone(UTC).astimezone(wall.tzinfo)
    return back.replace(tzinfo=None) != wall.replace(tzinfo=None)


@pytest.mark.repeats
def test_no_slot_is_missed_or_doubled_at_any_clock_change_of_any_zone() -> None:
    checked = 0
    for zone in zones_by_changes().values():
        for change in clock_changes(zone):
            local = change.astimezone(ZoneInfo(zone)).weekday()
            for number, at in enumerate(sorted(wall_times_around(zone, change))):
                weekly = frozenset({(local + number) % 7 if number % 3 == 0 else local})
                several = EVERY_DAY if number % 2 else frozenset({(local - 1) % 7, local, (local + 1) % 7})
                check_around(zone, change, at, weekly)
                check_around(zone, change, at, several)
                checked += 2
    assert checked > 2000


def test_the_zones_that_change_their_clocks_are_found() -> None:
    zones = {zone for zone in available_timezones() if clock_changes(zone)}
    assert {"America/Los_Angeles", "Australia/Lord_Howe", "Africa/Cairo", "America/Santiago"} <= zones
    assert "America/Mexico_City" not in zones


def test_mexico_city_keeps_one_offset_all_year() -> None:
    plan = schedule("09:00", "America/Mexico_City", MONDAY)
    assert first_slot(plan, utc("2026-03-01T00:00")).due_at == utc("2026-03-02T15:00")
    assert first_slot(plan, utc("2026-07-01T00:00")).due_at == utc("2026-07-06T15:00")


def test_los_angeles_keeps_its_wall_time_across_the_change() -> None:
    plan = schedule("09:00", "America/Los_Angeles", MONDAY)
    before = first_slot(plan, utc("2026-03-01T00:00"))
    after = slot_after(plan, before.date)
    assert (before.due_at, after.due_at) == (utc("2026-03-02T17:00"), utc("2026-03-09T16:00"))


def test_a_wall_time_that_is_skipped_falls_as_long_after_the_change_as_it_was_meant_to() -> None:
    plan = schedule("02:30", "America/Los_Angeles", SUNDAY)
    slot = first_slot(plan, utc("2026-03-02T00:00"))
    assert slot == Slot(date(2026, 3, 8), utc("2026-03-08T10:30"))
    assert slot.due_at.astimezone(ZoneInfo("America/Los_Angeles")).time() == time(3, 30)


def test_a_wall_time_that_comes_twice_counts_the_first_time() -> None:
    plan = schedule("01:30", "America/Los_Angeles", SUNDAY)
    slot = first_slot(plan, utc("2026-10-26T00:00"))
    assert slot == Slot(date(2026, 11, 1), utc("2026-11-01T08:30"))
    assert slot_after(plan, slot.date).date == date(2026, 11, 8)


def test_lord_howe_changes_by_half_an_hour() -> None:
    plan = schedule("09:00", "Australia/Lord_Howe", SATURDAY, MONDAY)
    saturday = first_slot(plan, utc("2026-10-02T12:00"))
    monday = slot_after(plan, saturday.date)
    assert saturday == Slot(date(2026, 10, 3), utc("2026-10-02T22:30"))
    assert monday == Slot(date(2026, 10, 5), utc("2026-10-04T22:00"))


def test_cairo_skips_midnight_itself() -> None:
    plan = schedule("00:00", "Africa/Cairo", FRIDAY)
    slot = first_slot(plan, utc("2026-04-20T00:00"))
    assert slot == Slot(date(2026, 4, 24), utc("2026-04-23T22:00"))
    assert slot.due_at.astimezone(ZoneInfo("Africa/Cairo")).time() == time(1, 0)


def test_santiago_skips_the_first_hour_of_a_sunday() -> None:
    plan = schedule("00:30", "America/Santiago", SUNDAY)
    slot = first_slot(plan, utc("2026-09-01T00:00"))
    assert slot == Slot(date(2026, 9, 6), utc("2026-09-06T04:30"))
    assert slot.due_at.astimezone(ZoneInfo("America/Santiago")).time() == time(1, 30)


def test_a_slot_due_at_this_very_instant_is_due_and_is_not_the_first_one_after_it() -> None:
    plan = schedule("09:00", "UTC", MONDAY)
    slot = Slot(date(2026, 11, 23), utc("2026-11-23T09:00"))
    assert slots_due(plan, slot, slot.due_at) == (slot,)
    assert slots_due(plan, slot, slot.due_at - timedelta(microseconds=1)) == ()
    assert first_slot(plan, slot.due_at).date == date(2026, 11, 30)


def test_after_downtime_every_slot_that_passed_is_due_oldest_first() -> None:
    plan = schedule("09:00", "UTC", MONDAY, THURSDAY)
    due = slots_due(plan, first_slot(plan, utc("2026-11-20T00:00")), utc("2026-12-03T09:00"))
    assert [slot.date.day for slot in due] == [23, 26, 30, 3]


def test_an_edit_of_the_time_cannot_repeat_a_date_already_used() -> None:
    used = first_slot(schedule("09:00", "UTC", MONDAY), utc("2026-11-20T00:00"))
    assert slot_after(schedule("17:00", "UTC", MONDAY), used.date).date == date(2026, 11, 30)


@pytest.mark.parametrize("weekday", range(7))
def test_the_first_slot_is_the_next_such_weekday(weekday: int) -> None:
    now = utc("2026-11-25T10:00")
    slot = first_slot(schedule("09:00", "UTC", weekday), now)
    assert slot.date.weekday() == weekday
    assert timedelta() < slot.due_at - now < timedelta(days=7)
