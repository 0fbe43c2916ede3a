"""Quarters and their order."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.quarter import last_day_of, quarter_of


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


@given(st.dates(max_value=date(9999, 12, 30)))
def test_the_last_day_of_a_quarter_lies_in_it_and_the_next_day_does_not(day: date) -> None:
    last = last_day_of(quarter_of(day))
    assert last >= day
    assert quarter_of(last) == quarter_of(day)
    assert last == date(9999, 12, 31) or quarter_of(last + timedelta(days=1)) > quarter_of(day)


@pytest.mark.parametrize("written", ["2027", "2027-Q0", "2027-Q5", "next-Q1", ""])
def test_what_is_no_quarter_has_no_last_day(written: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        last_day_of(written)
