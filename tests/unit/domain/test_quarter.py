"""Quarters and their order."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.quarter import quarter_of


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (date(2027, 1, 1), "2027-Q1"),
        (date(2027, 3, 31), "2027-Q1"),
        (date(2027, 4, 1), "2027-Q2"),
        (date(2027, 6, 30), "2027-Q2"),
        (date(2027, 7, 1), "2027-Q3"),
        (date(2027, 9, 30), "2027-Q3"),
        (date(2027, 10, 1), "2027-Q4"),
        (date(2027, 12, 31), "2027-Q4"),
    ],
)
def test_a_day_lies_in_its_quarter(day: date, quarter: str) -> None:
    assert quarter_of(day) == quarter


@given(st.dates(), st.dates())
def test_the_order_of_quarters_is_the_order_of_their_text(one: date, other: date) -> None:
    earlier, later = sorted((one, other))
    assert quarter_of(earlier) <= quarter_of(later)
