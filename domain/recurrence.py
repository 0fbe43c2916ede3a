"""On which local dates something comes again: in weeks, on a day of the month, on a weekday of the month."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeAlias

DAYS_A_WEEK = 7
MONTHS_A_YEAR = 12
EVERY_WEEKS_MAX = 12
"""Weeks between two digests: what comes more seldom comes by the month."""
MONTH_DAY_MAX = 28
"""The last day that every month has; behind it there is only LAST."""
LAST = -1
"""The last day of a month, or the last such weekday in it."""
NTH = (1, 2, 3, 4, LAST)
"""Which weekday of a month: every month has four of each."""

_DAY = timedelta(days=1)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Weekly:
    """Days of the week (0 is Monday), in every week or in each `every`-th one.

    `anchor` is the Monday of a week that counts, where not all do; None while no slot has been chosen: then
    any week may be the first.
    """

    weekdays: frozenset[int]
    every: int = 1
    anchor: date | None = None

    def __post_init__(self) -> None:
        if not self.weekdays or not self.weekdays <= frozenset(range(DAYS_A_WEEK)):
            raise ValueError("a week has days 0 to 6")
        if not 1 <= self.every <= EVERY_WEEKS_MAX:
            raise ValueError(f"every 1 to {EVERY_WEEKS_MAX} weeks")

    def after(self, day: date) -> Iterator[date]:
        """Its dates later than the day, rising."""
        while True:
            day += _DAY
            if day.weekday() in self.weekdays and self._counts(day):
                yield day

    def _counts(self, day: date) -> bool:
        if self.every == 1 or self.anchor is None:
            return True
        return (_monday(day) - self.anchor).days // DAYS_A_WEEK % self.every == 0

    @property
    def rule(self) -> str:
        """As RFC 5545 writes it (RRULE), without its start."""
        days = ",".join(_WEEKDAYS[day] for day in sorted(self.weekdays))
        interval = f"INTERVAL={self.every};" if self.every > 1 else ""
        return f"FREQ=WEEKLY;{interval}BYDAY={days}"


@dataclass(frozen=True, slots=True)
class MonthlyOnDay:
    """A day of every month, 1 to 28, or LAST."""

    day: int

    def __post_init__(self) -> None:
        if self.day != LAST and not 1 <= self.day <= MONTH_DAY_MAX:
            raise ValueError(f"a day from 1 to {MONTH_DAY_MAX}, or the last")

    def after(self, day: date) -> Iterator[date]:
        """Its dates later than the day, rising."""
        for first in _months_from(day):
            found = _last_day(first) if self.day == LAST else first.replace(day=self.day)
            if found > day:
                yield found

    @property
    def rule(self) -> str:
        """As RFC 5545 writes it (RRULE)."""
        return f"FREQ=MONTHLY;BYMONTHDAY={self.day}"


@dataclass(frozen=True, slots=True)
class MonthlyOnWeekday:
    """The first to fourth, or the LAST, of a weekday (0 is Monday) in every month."""

    nth: int
    weekday: int

    def __post_init__(self) -> None:
        if self.nth not in NTH or self.weekday not in range(DAYS_A_WEEK):
            raise ValueError("the first to fourth, or the last, of the weekdays 0 to 6")

    def after(self, day: date) -> Iterator[date]:
        """Its dates later than the day, rising."""
        for first in _months_from(day):
            found = self._in_month(first)
            if found > day:
                yield found

    def _in_month(self, first: date) -> date:
        if self.nth == LAST:
            last = _last_day(first)
            return last - timedelta(days=(last.weekday() - self.weekday) % DAYS_A_WEEK)
        ahead = (self.weekday - first.weekday()) % DAYS_A_WEEK
        return first + timedelta(days=ahead + DAYS_A_WEEK * (self.nth - 1))

    @property
    def rule(self) -> str:
        """As RFC 5545 writes it (RRULE)."""
        return f"FREQ=MONTHLY;BYDAY={self.nth}{_WEEKDAYS[self.weekday]}"


Recurrence: TypeAlias = Weekly | MonthlyOnDay | MonthlyOnWeekday


def anchored(recurrence: Recurrence, first: date) -> Recurrence:
    """The recurrence whose first date this is, where it leaves weeks out and does not know yet which."""
    if isinstance(recurrence, Weekly) and recurrence.every > 1 and recurrence.anchor is None:
        return replace(recurrence, anchor=_monday(first))
    return recurrence


def unanchored(recurrence: Recurrence) -> Recurrence:
    """The same, whichever weeks count."""
    return replace(recurrence, anchor=None) if isinstance(recurrence, Weekly) else recurrence


def recurrence_of(rule: str, anchor: date | None = None) -> Recurrence:
    """The recurrence that writes this rule. Raises ValueError for any other."""
    parts = dict(part.partition("=")[::2] for part in rule.split(";"))
    match parts:
        case {"FREQ": "WEEKLY", "BYDAY": days}:
            weekdays = frozenset(_WEEKDAYS.index(day) for day in days.split(","))
            return Weekly(weekdays, int(parts.get("INTERVAL", "1")), anchor)
        case {"FREQ": "MONTHLY", "BYMONTHDAY": day}:
            return MonthlyOnDay(int(day))
        case {"FREQ": "MONTHLY", "BYDAY": day}:
            return MonthlyOnWeekday(int(day[:-2]), _WEEKDAYS.index(day[-2:]))
        case _:
            raise ValueError("no rule of a recurrence")


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _months_from(day: date) -> Iterator[date]:
    """The first day of the day's month and of every later one."""
    first = day.replace(day=1)
    while True:
        yield first
        first = _next_month(first)


def _next_month(first: date) -> date:
    if first.month == MONTHS_A_YEAR:
        return date(first.year + 1, 1, 1)
    return first.replace(month=first.month + 1)


def _last_day(first: date) -> date:
    return _next_month(first) - _DAY
