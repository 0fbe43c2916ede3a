"""What a correction says of a meeting: the same as `meeting move`, or else its title."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.retiming import Retiming, Shift, Toward
from handlers.grammar.amendments import AmendmentTaken, take_amendment
from handlers.grammar.dates.rules import Reader
from handlers.grammar.postponements import MoveTaken, read_postponement
from handlers.grammar.problems import Problem

READER = Reader(date(2027, 3, 3), day_first=False)
ZONE = "America/Mexico_City"


def take(text: str) -> AmendmentTaken | Problem:
    return take_amendment(text, READER, ZONE)


@pytest.mark.parametrize(
    "text",
    [
        "friday 19 at 9 because of the holiday",
        "from friday 12 to monday 15",
        "del viernes 12 al lunes 15",
        "friday 26 9:00; Rails",
        "al lunes 15, misma hora, por favor",
        "a couple of days",
        "una semana, porque es puente; gracias",
        "mar 26; Ports; because of the strike",
        "11:00",
        "online",
        "place: Room 5; Rails",
        "friday 26 at 4",
    ],
)
def test_when_and_where_are_read_as_for_a_move(text: str) -> None:
    moved, taken = read_postponement(text, READER, ZONE, None), take(text)
    assert isinstance(moved, MoveTaken)
    assert isinstance(taken, AmendmentTaken), taken
    assert (taken.arrangement, taken.retiming, taken.rest) == (moved.arrangement, moved.retiming, moved.text)
    assert (taken.reason, taken.either) == (moved.reason, moved.either)


@pytest.mark.parametrize(
    "text",
    [
        "friday 19 at 9, not 10",
        "viernes 19 por el puente",
        "to friday, as agreed",
        "mar 26 because of the holiday; Ports",
        "tuesday 10:00 Census",
        "to 6",
        "On friday we visit the plant",
        "El martes de la industria",
        "una semana por el puente",
        "a week, as agreed",
    ],
)
def test_words_behind_a_day_are_asked_about_as_for_a_move(text: str) -> None:
    found = take(text)
    assert isinstance(found, Problem), found
    assert found == read_postponement(text, READER, ZONE, None)


@pytest.mark.parametrize(
    ("text", "retiming"),
    [
        ("postponed to friday 19", Retiming(day=date(2027, 3, 19), toward=Toward.LATER)),
        ("se pasa al martes 30 de marzo", Retiming(day=date(2027, 3, 30))),
        ("pospuesta una semana", Retiming(shift=Shift(days=7), toward=Toward.LATER)),
        ("moved to 11:00", Retiming(at=time(11))),
        ("adelantar dos días", Retiming(shift=Shift(days=-2), toward=Toward.EARLIER)),
    ],
)
def test_that_it_is_moved_may_be_told_in_front_of_when(text: str, retiming: Retiming) -> None:
    found = take(text)
    assert isinstance(found, AmendmentTaken), found
    assert (found.retiming, found.rest) == (retiming, "")


@pytest.mark.parametrize(
    "title",
    [
        "Tuesday talks",
        "Monday and Tuesday talks",
        "10:00 is too early",
        "Hybrid cars",
        "31 chargers in May",
        "From paper to chargers",
        "Moved goods and customs",
        "Two weeks of census data",
        "Why chargers wait because of customs; Ports",
        "because of the holiday",
        "del salón al patio",
        "A day at the plant",
        "A month of tests",
        "A un año del acuerdo",
        "Una semana de censos",
    ],
)
def test_a_title_may_begin_like_anything(title: str) -> None:
    assert take(title) == AmendmentTaken(None, title)


@given(st.text(max_size=80))
def test_whatever_is_typed_is_read_or_asked_about(text: str) -> None:
    assert isinstance(take(text), AmendmentTaken | Problem)
