"""What is said of a meeting that is moved: only what stands behind a semicolon is its agenda."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.meeting import MEETING_PLACE_MAX, Mode
from domain.retiming import Retiming, Shift, Toward
from handlers.grammar.dates.rules import Reader
from handlers.grammar.postponements import MoveTaken, mended, read_postponement
from handlers.grammar.problems import Problem, ProblemCode

READER = Reader(date(2027, 3, 3), day_first=False)
ZONE = "America/Mexico_City"
MARCH_26 = Retiming(day=date(2027, 3, 26))
WEEK, NINETY = Retiming(shift=Shift(days=7)), Retiming(shift=Shift(minutes=90))
FIFTEENTH = Retiming(day=date(2027, 3, 15))


def read(text: str) -> MoveTaken | Problem:
    return read_postponement(text, READER, ZONE, None)


@pytest.mark.parametrize(
    ("text", "retiming", "agenda", "reason"),
    [
        ("mar 26; Ports", MARCH_26, "Ports", None),
        ("mar 26\nPorts\nRails", MARCH_26, "Ports\nRails", None),
        ("mar 26 agenda: Ports", MARCH_26, "Ports", None),
        ("mar 26 because of the holiday", MARCH_26, "", "the holiday"),
        ("mar 26 because of the holiday, sorry", MARCH_26, "", "the holiday"),
        ("mar 26 because of the holiday; sorry", MARCH_26, "", "the holiday"),
        ("mar 26 porque es puente; ¡gracias!", MARCH_26, "", "es puente"),
        ("mar 26 because of the holiday agenda: Ports", MARCH_26, "Ports", "the holiday"),
        ("mar 26; Ports; because of the holiday", MARCH_26, "Ports", "the holiday"),
        ("mar 26; Ports; Rails; porque es puente", MARCH_26, "Ports; Rails", "es puente"),
        ("mar 26; because of the holiday", MARCH_26, "", "the holiday"),
        ("mar 26; Ports because of the strike", MARCH_26, "Ports because of the strike", None),
        ("una semana debido al puente", WEEK, "", "puente"),
        ("una semana, porque es puente", WEEK, "", "es puente"),
        ("una semana debido a que CFE no puede", WEEK, "", "CFE no puede"),
        ("una semana, dado que CFE no puede", WEEK, "", "CFE no puede"),
        ("a week please", WEEK, "", None),
        ("una semana, por favor", WEEK, "", None),
        ("al lunes 15, misma hora", FIFTEENTH, "", None),
        ("to monday 15 at the same time, please", FIFTEENTH, "", None),
        ("una hora y media", NINETY, "", None),
        ("1 hour 30 minutes; Ports", NINETY, "Ports", None),
    ],
)
def test_the_agenda_stands_behind_a_semicolon_and_a_reason_behind_because(
    text: str, retiming: Retiming, agenda: str, reason: str | None
) -> None:
    found = read(text)
    assert isinstance(found, MoveTaken), found
    assert (found.retiming, found.text, found.reason) == (retiming, agenda, reason)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("from room 5 to monday 15", "from room 5 to monday 15"),
        ("del salón al lunes 29", "del salón al lunes 29"),
        ("from friday 12", "from friday 12"),
        ("dos semanas y media", "y media"),
        ("viernes 12 de 10 a 12", "de 10 a 12"),
        ("al lunes 15 por el puente", "por el puente"),
        ("friday 11:00 Maps and census", "Maps and census"),
        ("10:00 misma hora", "misma hora"),
        ("online the census", "the census"),
    ],
)
def test_other_words_behind_what_is_understood_are_asked_about(text: str, word: str) -> None:
    assert read(text) == Problem(ProblemCode.MOVE_UNCLEAR, word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("mar 26 because of the holiday; Ports", "Ports"),
        ("al lunes 15 porque es puente; nos vemos en Puebla", "nos vemos en Puebla"),
        ("mar 26 because of the holiday\nPorts", "Ports"),
    ],
)
def test_what_stands_behind_a_reason_is_asked_about_and_is_no_agenda(text: str, word: str) -> None:
    assert read(text) == Problem(ProblemCode.REASON_OR_AGENDA, word)


@pytest.mark.parametrize(
    ("text", "late", "early"),
    [
        ("viernes 12 a las 4", "viernes 12 16:00", "viernes 12 4:00 am"),
        ("a las 4:30", "16:30", "4:30 am"),
        ("a las 4 y media; Ports", "16:30", "4:30 am"),
        ("friday 12 at 6", "friday 12 18:00", "friday 12 6:00 am"),
        ("two weeks at 5", "17:00", "5:00 am"),
        ("friday 12 at 4 Tijuana", "friday 12 16:00", "friday 12 4:00 am"),
    ],
)
def test_an_hour_of_either_half_of_the_day_is_told_as_both(text: str, late: str, early: str) -> None:
    found = read(text)
    assert isinstance(found, MoveTaken), found
    assert found.retiming is not None
    assert found.retiming.either
    assert found.either is not None
    assert (found.either.late, found.either.early) == (late, early)


@pytest.mark.parametrize(
    "text", ["viernes 12 a las 4 pm", "a las 4 de la tarde", "16:00", "04:00", "4:00 hrs", "a las 7", "noon"]
)
def test_an_hour_that_says_its_half_of_the_day_is_that_one(text: str) -> None:
    found = read(text)
    assert isinstance(found, MoveTaken), found
    assert found.either is None


@pytest.mark.parametrize("text", ["", "Ports", "; Ports", "because of the holiday"])
def test_without_day_time_or_place_it_is_asked_when_it_is(text: str) -> None:
    assert read(text) == Problem(ProblemCode.WHEN_MISSING)


def test_how_and_where_it_is_held_stands_on_either_side_of_the_semicolon() -> None:
    for text in (
        "friday 12 10:00, hybrid; place: Room 5; Ports",
        "friday 12 10:00 place: Room 5; hybrid; Ports",
    ):
        found = read(text)
        assert isinstance(found, MoveTaken)
        arranged = found.arrangement
        assert (arranged.mode, arranged.place, found.text) == (Mode.HYBRID, "Room 5", "Ports")


def test_a_place_is_no_longer_than_a_line() -> None:
    place = "x" * (MEETING_PLACE_MAX + 1)
    found = read(f"friday place: {place}")
    assert isinstance(found, Problem)
    assert found.code is ProblemCode.PLACE_TOO_LONG


def test_a_zone_that_is_said_is_the_one_of_the_hour() -> None:
    alone, whole = read("12:00 Tijuana"), read("mar 26 12:00 Tijuana")
    assert isinstance(alone, MoveTaken)
    assert alone.retiming == Retiming(at=time(12), zone="America/Tijuana")
    assert isinstance(whole, MoveTaken)
    assert (whole.retiming, whole.arrangement.zone) == (None, "America/Tijuana")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("mar 26 por el puente", "mar 26"),
        ("mar 26 por el puente; Ports", "mar 26; Ports"),
        ("from friday 12 to monday 15", "monday 15"),
        ("from room 5 to monday 15", ""),
        ("dos semanas y media; Ports", "; Ports"),
        ("friday 12 place: Room 5", "friday 12 place: Room 5"),
    ],
)
def test_a_form_is_filled_in_from_what_was_understood(text: str, line: str) -> None:
    assert mended(text, READER) == line


@given(st.text(max_size=80), st.sampled_from([None, *Toward]))
def test_whatever_is_typed_is_read_or_asked_about(text: str, toward: Toward | None) -> None:
    assert isinstance(read_postponement(text, READER, ZONE, toward), MoveTaken | Problem)
    assert isinstance(mended(text, READER), str)
