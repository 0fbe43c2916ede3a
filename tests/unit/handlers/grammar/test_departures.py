"""From when a meeting is said to be moved: in front of when it is to be, in both languages."""

from __future__ import annotations

from datetime import date, time

import pytest

from domain.retiming import Before
from handlers.grammar.dates.rules import Reader
from handlers.grammar.departures import take_departure
from handlers.grammar.postponements import MoveTaken, read_postponement

READER = Reader(today=date(2027, 3, 3), day_first=True)
"""A Wednesday."""
THURSDAY = Before(day=date(2027, 3, 4), weekly=True)
TWELFTH = Before(day=date(2027, 3, 12))


@pytest.mark.parametrize(
    ("text", "before", "day", "at"),
    [
        ("from thursday to friday", THURSDAY, date(2027, 3, 5), None),
        ("del jueves al viernes", THURSDAY, date(2027, 3, 5), None),
        ("del jueves al viernes 12", THURSDAY, date(2027, 3, 12), None),
        ("from friday 12 to monday 15", TWELFTH, date(2027, 3, 15), None),
        ("del 12 al 15", TWELFTH, date(2027, 3, 15), None),
        ("del 12 de marzo al 15 de marzo a las 11", TWELFTH, date(2027, 3, 15), time(11)),
        ("from 10:00 to 12:00", Before(at=time(10)), None, time(12)),
        ("de las 10 a las 12", Before(at=time(10)), None, time(12)),
        ("from 10 to 12", Before(at=time(10)), None, time(12)),
        ("de las 3 a las 5 de la tarde", Before(at=time(3), either=True), None, time(17)),
        ("from noon to 15:00", Before(at=time(12)), None, time(15)),
        (
            "from friday 12 10:00 to monday 15 9:00",
            Before(day=date(2027, 3, 12), at=time(10)),
            date(2027, 3, 15),
            time(9),
        ),
    ],
)
def test_when_it_is_stands_before_when_it_is_to_be(
    text: str, before: Before, day: date | None, at: time | None
) -> None:
    read = read_postponement(text, READER, "UTC", None)
    assert isinstance(read, MoveTaken), read
    assert read.retiming is not None
    assert (read.retiming.before, read.retiming.day, read.retiming.at) == (before, day, at)


@pytest.mark.parametrize(
    "text", ["from room 5 to friday", "del salón al viernes", "friday", "from friday", ""]
)
def test_what_names_no_day_or_hour_is_no_departure(text: str) -> None:
    assert take_departure(text, READER) is None
