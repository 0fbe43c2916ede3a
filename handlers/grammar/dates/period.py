"""What a date phrase names: a day, or some days in a row."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from domain.quarter import MONTHS_A_QUARTER
from domain.recurrence import DAYS_A_WEEK

MONTHS_A_YEAR = 12
YEARS = range(2000, 2101)
"""The years people may name: a slip of the keyboard is no date."""


class Unit(Enum):
    """What people count time in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: MONTHS_A_QUARTER, Unit.YEAR: MONTHS_A_YEAR}
_DAYS = {Unit.DAY: 1, Unit.WEEK: DAYS_A_WEEK}


@dataclass(frozen=True, slots=True)
class Period:
    """From the first through the last local day."""

    first: date
    last: date

    @classmethod
    def of_day(cls, day: date) -> Period:
        """One day."""
        return cls(day, day)

    @classmethod
    def around(cls, day: date, unit: Unit) -> Period:
        """The week (from Monday), month, quarter or year that the day lies in."""
        if unit is Unit.DAY:
            return cls.of_day(day)
        if unit is Unit.WEEK:
            first = day - timedelta(days=day.weekday())
            return cls(first, first + timedelta(days=DAYS_A_WEEK - 1))
        months = _MONTHS[unit]
        first = day.replace(month=(day.month - 1) // months * months + 1, day=1)
        return cls(first, later(first, months, Unit.MONTH) - timedelta(days=1))

    @property
    def due(self) -> date:
        """When something due in the period is due at the latest: of a week the Friday, else the last day."""
        weekend = 2
        is_week = self.last - self.first == timedelta(days=DAYS_A_WEEK - 1) and self.first.weekday() == 0
        return self.last - timedelta(days=weekend) if is_week else self.last


def later(day: date, count: int, unit: Unit) -> date:
    """The day so many units later (negative: before). Of a month that is too short, its last day.

    Raises OverflowError or ValueError beyond the calendar's end.
    """
    if unit in _DAYS:
        return day + timedelta(days=count * _DAYS[unit])
    months = day.year * MONTHS_A_YEAR + day.month - 1 + count * _MONTHS[unit]
    year, month = months // MONTHS_A_YEAR, months % MONTHS_A_YEAR + 1
    if year not in YEARS:
        raise OverflowError("beyond the calendar")
    return date(year, month, min(day.day, monthrange(year, month)[1]))
