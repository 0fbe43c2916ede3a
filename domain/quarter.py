"""Quarters of a year, written `2027-Q1` so that their order is the order of their text."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

MONTHS_A_QUARTER = 3
MONTHS_A_YEAR = 12


def quarter_of(day: date) -> str:
    """The quarter a local date lies in."""
    return f"{day.year:04d}-Q{(day.month - 1) // MONTHS_A_QUARTER + 1}"


def last_day_of(quarter: str) -> date:
    """The last day of a quarter written `2027-Q1`: what is due in it is due then. Raises ValueError."""
    year, _, number = quarter.partition("-Q")
    month = int(number) * MONTHS_A_QUARTER
    return date(int(year), month, monthrange(int(year), month)[1])


def first_day_of(quarter: str) -> date:
    """The first day of a quarter written `2027-Q1`. Raises ValueError."""
    last = last_day_of(quarter)
    return date(last.year, last.month - MONTHS_A_QUARTER + 1, 1)
