"""On which dates something comes again, and that no clock change misses or doubles one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import islice, pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest

from domain.recurrence import (
    LAST,
    MonthlyOnDay,
    MonthlyOnWeekday,
    Recurrence,
    Weekly,
    anchored,
    recurrence_of,
    unanchored,
)
from domain.schedule import Schedule, Slot, first_slot, slot_after, slots_due, starting
from tests.unit.domain.test_schedule import clock_changes

MONDAY, FRIDAY = 0, 4
NOVEMBER = date(2026, 11, 20)
REACH = timedelta(days=70)
Includes = Callable[[date], bool]


def coming(recurrence: Recurrence, count: int, after: date = NOVEMBER) -> list[str]:
    return [day.isoformat() for day in islice(recurrence.after(after), count)]


@pytest.mark.parametrize(
    ("recurrence", "dates"),
    [
        (Weekly(frozenset({MONDAY, FRIDAY})), ["2026-11-23", "2026-11-27", "2026-11-30"]),
        (
            Weekly(frozenset({MONDAY, FRIDAY}), 2, date(2026, 11, 16)),
            ["2026-11-30", "2026-12-04", "2026-12-14"],
        ),
        (MonthlyOnDay(1), ["2026-12-01", "2027-01-01", "2027-02-01"]),
        (MonthlyOnDay(21), ["2026-11-21", "2026-12-21", "2027-01-21"]),
        (MonthlyOnDay(LAST), ["2026-11-30", "2026-12-31", "2027-01-31", "2027-02-28"]),
        (MonthlyOnWeekday(1, MONDAY), ["2026-12-07", "2027-01-04", "2027-02-01"]),
        (MonthlyOnWeekday(4, FRIDAY), ["2026-11-27", "2026-12-25", "2027-01-22"]),
        (MonthlyOnWeekday(LAST, FRIDAY), ["2026-11-27", "2026-12-25", "2027-01-29"]),
    ],
)
def test_the_next_dates(recurrence: Recurrence, dates: list[str]) -> None:
    assert coming(recurrence, len(dates)) == dates


def test_a_leap_year_ends_its_february_a_day_later() -> None:
    assert coming(MonthlyOnDay(LAST), 1, date(2028, 1, 31)) == ["2028-02-29"]


def test_every_second_week_counts_from_the_week_of_the_first_slot() -> None:
    fortnightly = Schedule(Weekly(frozenset({MONDAY, FRIDAY}), 2), time(9), "UTC")
    first = first_slot(fortnightly, datetime(2026, 11, 25, tzinfo=UTC))
    begun = starting(fortnightly, first)
    assert begun.recurrence == Weekly(frozenset({MONDAY, FRIDAY}), 2, date(2026, 11, 23))
    assert [first.date.isoformat(), *coming(begun.recurrence, 3, first.date)] == [
        "2026-11-27",
        "2026-12-07",
        "2026-12-11",
        "2026-12-21",
    ]
    assert anchored(begun.recurrence, date(2026, 12, 2)) == begun.recurrence
    assert unanchored(begun.recurrence) == fortnightly.recurrence


@pytest.mark.parametrize(
    "recurrence",
    [
        Weekly(frozenset({0, 6})),
        Weekly(frozenset({2}), 3),
        *(MonthlyOnDay(day) for day in (1, 28, LAST)),
        *(MonthlyOnWeekday(nth, 6) for nth in (1, 4, LAST)),
    ],
)
def test_a_rule_is_read_as_what_wrote_it(recurrence: Recurrence) -> None:
    assert recurrence_of(recurrence.rule) == recurrence


@pytest.mark.parametrize(
    "rule", ["", "FREQ=DAILY", "FREQ=MONTHLY", "FREQ=WEEKLY;BYDAY=XX", "FREQ=MONTHLY;BYMONTHDAY=31"]
)
def test_another_rule_is_refused(rule: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        recurrence_of(rule)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Weekly(frozenset()),
        lambda: Weekly(frozenset({7})),
        lambda: Weekly(frozenset({0}), 13),
        lambda: MonthlyOnDay(29),
        lambda: MonthlyOnDay(0),
        lambda: MonthlyOnWeekday(5, 0),
        lambda: MonthlyOnWeekday(1, 7),
    ],
)
def test_what_not_every_month_has_is_no_recurrence(make: Callable[[], Recurrence]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        make()


@cache
def every_zone() -> dict[tuple[object, ...], list[str]]:
    """All zones of tzdata, those that read every instant of 2026-2028 alike together."""
    alike: dict[tuple[object, ...], list[str]] = {}
    for zone in sorted(available_timezones() - {"localtime"}):
        tz = ZoneInfo(zone)
        start = datetime(2026, 1, 1, tzinfo=UTC)
        instants = (start, *clock_changes(zone))
        read = tuple((instant, instant.astimezone(tz).utcoffset()) for instant in instants)
        alike.setdefault(read, []).append(zone)
    return alike


def walls_around(zone: str, change: datetime) -> set[time]:
    """Just before, in the middle of and just behind the hour that is skipped or comes twice."""
    tz = ZoneInfo(zone)
    before = (change - timedelta(seconds=1)).astimezone(tz).replace(tzinfo=None, second=0)
    behind = change.astimezone(tz).replace(tzinfo=None, second=0)
    low, high = min(before, behind), max(before, behind)
    return {at.time() for at in (low, low + (high - low) / 2, high)}


def plans_at(day: date) -> Iterator[tuple[Recurrence, Includes]]:
    """Recurrences that come on that day, each with its dates as a calendar on the wall has them."""
    weekday, monday = day.weekday(), day - timedelta(days=day.weekday())
    yield (
        Weekly(frozenset({weekday, (weekday + 3) % 7})),
        lambda one: (
            one.weekday()
            in {
                weekday,
                (weekday + 3) % 7,
            }
        ),
    )
    yield Weekly(frozenset({weekday}), 2, monday), lambda one: (one - day).days % 14 == 0
    if day.day <= 28:
        yield MonthlyOnDay(day.day), lambda one: one.day == day.day
    if day.day > 21:
        yield (
            MonthlyOnWeekday(LAST, weekday),
            lambda one: one.weekday() == weekday and (one + timedelta(days=7)).month != one.month,
        )
    nth = (day.day - 1) // 7 + 1
    if nth <= 4:
        yield (
            MonthlyOnWeekday(nth, weekday),
            lambda one: one.weekday() == weekday and (one.day - 1) // 7 + 1 == nth,
        )
    yield MonthlyOnDay(LAST), lambda one: (one + timedelta(days=1)).day == 1


def walked(plan: Schedule, begin: datetime, end: datetime) -> list[Slot]:
    """What a worker sees that looks now and then, each time from where it ended."""
    slot, now, seen = first_slot(plan, begin), begin, list[Slot]()
    while now < end:
        now += timedelta(days=9, hours=5)
        due = slots_due(plan, slot, now)
        seen.extend(due)
        slot = slot_after(plan, due[-1].date) if due else slot
    return seen


def check(zone: str, change: datetime) -> int:
    """How many slots were looked at around one clock change of the zone."""
    slots = 0
    around = [change.astimezone(ZoneInfo(zone)).date() - timedelta(days=1) * back for back in (0, 1)]
    begin, end = change - REACH, change + REACH
    for at in walls_around(zone, change):
        for day in around:
            for recurrence, includes in plans_at(day):
                seen = walked(Schedule(recurrence, at, zone), begin, end)
                dates = [slot.date for slot in seen]
                span = (dates[-1] - dates[0]).days + 1
                calendar = [one for back in range(span) if includes(one := dates[0] + timedelta(days=back))]
                assert dates == calendar, (zone, recurrence, at)
                assert all(one.due_at < other.due_at for one, other in pairwise(seen))
                assert seen[0].due_at > begin
                assert dates[-1] - dates[0] > REACH
                slots += len(seen)
    return slots


@pytest.mark.repeats
def test_no_date_is_missed_or_doubled_at_any_clock_change_of_any_zone() -> None:
    zones = changes = slots = 0
    for alike in every_zone().values():
        zones += len(alike)
        for change in clock_changes(alike[0]) or (datetime(2027, 3, 28, 1, tzinfo=UTC),):
            changes += 1
            slots += check(alike[0], change)
    assert zones >= len(available_timezones()) - 1
    assert changes > 200
    assert slots > 20_000
