"""When a meeting is moved to, told from when it is."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.retiming import Retiming, Shift, Toward
from handlers.grammar.dates.rules import Reader
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.retimings import RetimingTaken, take_retiming, take_toward

READER = Reader(date(2027, 3, 3), day_first=True)
WEEK = Shift(days=7)


@pytest.mark.parametrize(
    ("text", "retiming", "rest"),
    [
        ("1 week 10:00", Retiming(shift=WEEK, at=time(10)), ""),
        ("una semana 10:00; Puertos", Retiming(shift=WEEK, at=time(10)), "Puertos"),
        ("una semana", Retiming(shift=WEEK), ""),
        ("una semana más a las 10", Retiming(shift=WEEK, at=time(10)), ""),
        ("by two weeks", Retiming(shift=Shift(days=14)), ""),
        ("by two weeks to 11:00", Retiming(shift=Shift(days=14), at=time(11)), ""),
        ("for 3 days, 9 am", Retiming(shift=Shift(days=3), at=time(9)), ""),
        ("un mes después", Retiming(shift=Shift(months=1)), ""),
        ("2 days earlier 9:00", Retiming(shift=Shift(days=-2), at=time(9)), ""),
        ("dos días antes", Retiming(shift=Shift(days=-2)), ""),
        ("10:00 one week later", Retiming(shift=WEEK, at=time(10)), ""),
        ("1 week 10", Retiming(shift=WEEK, at=time(10)), ""),
        ("una hora", Retiming(shift=Shift(minutes=60)), ""),
        ("media hora más tarde", Retiming(shift=Shift(minutes=30)), ""),
        ("una hora y media", Retiming(shift=Shift(minutes=90)), ""),
        ("hora y media más tarde", Retiming(shift=Shift(minutes=90)), ""),
        ("two and a half hours", Retiming(shift=Shift(minutes=150)), ""),
        ("1 hour 30 minutes", Retiming(shift=Shift(minutes=90)), ""),
        ("1 week and 2 days", Retiming(shift=Shift(days=9)), ""),
        ("una semana y 2 días antes", Retiming(shift=Shift(days=-9)), ""),
        ("45 minutes", Retiming(shift=Shift(minutes=45)), ""),
        ("a couple of days", Retiming(shift=Shift(days=2)), ""),
        ("un par de días", Retiming(shift=Shift(days=2)), ""),
        ("un par de semanas antes", Retiming(shift=Shift(days=-14)), ""),
        ("two more days", Retiming(shift=Shift(days=2)), ""),
        ("a fortnight", Retiming(shift=Shift(days=14)), ""),
        ("ocho días", Retiming(shift=WEEK), ""),
        ("quince días", Retiming(shift=Shift(days=14)), ""),
        ("eight days", Retiming(shift=Shift(days=8)), ""),
        ("15 días", Retiming(shift=Shift(days=15)), ""),
        ("tres cuartos de hora", Retiming(shift=Shift(minutes=45)), ""),
        ("2h", Retiming(shift=Shift(minutes=120)), ""),
        ("1h 30min later", Retiming(shift=Shift(minutes=90)), ""),
        ("3d", Retiming(shift=Shift(days=3)), ""),
        ("16h", Retiming(at=time(16)), ""),
        ("mar 26", Retiming(day=date(2027, 3, 26)), ""),
        ("al 16 de marzo", Retiming(day=date(2027, 3, 16)), ""),
        ("viernes 12", Retiming(day=date(2027, 3, 12)), ""),
        ("to friday; Ports", Retiming(day=date(2027, 3, 5)), "Ports"),
        ("el 16 en línea", Retiming(day=date(2027, 3, 16)), "en línea"),
        ("in 2 weeks", Retiming(day=date(2027, 3, 17)), ""),
        ("10:30", Retiming(at=time(10, 30)), ""),
        ("to 11:00", Retiming(at=time(11)), ""),
        ("a las 11", Retiming(at=time(11)), ""),
        ("to noon", Retiming(at=time(12)), ""),
    ],
)
def test_what_is_not_said_stays_the_meetings_own(text: str, retiming: Retiming, rest: str) -> None:
    found = take_retiming(text, READER, None)
    assert isinstance(found, RetimingTaken)
    assert (found.retiming, found.occasion.rest, found.occasion.day) == (retiming, rest, retiming.day)


@pytest.mark.parametrize(
    ("text", "day", "at"),
    [
        ("to thursday 3pm", date(2027, 3, 4), time(15)),
        ("to mar 25 15:00", date(2027, 3, 25), time(15)),
        ("to the 15th at 10", date(2027, 3, 15), time(10)),
        ("al lunes a las 11", date(2027, 3, 8), time(11)),
        ("para el jueves 18 a las 10", date(2027, 3, 18), time(10)),
        ("in 2 weeks 16:00", date(2027, 3, 17), time(16)),
    ],
)
def test_day_and_time_are_where_it_is_moved_to(text: str, day: date, at: time) -> None:
    found = take_retiming(text, READER, None)
    assert isinstance(found, RetimingTaken)
    assert (found.occasion.day, found.occasion.at, found.retiming) == (day, at, None)


@pytest.mark.parametrize("unit", ["week", "semana"])
def test_what_is_brought_forward_is_earlier_by_as_much(unit: str) -> None:
    found = take_retiming(f"1 {unit}", READER, Toward.EARLIER)
    assert isinstance(found, RetimingTaken)
    assert found.retiming == Retiming(shift=Shift(days=-7), toward=Toward.EARLIER)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("in 2 weeks", ProblemCode.SHIFT_EITHER),
        ("en dos semanas 10:00", ProblemCode.SHIFT_EITHER),
        ("1 hour 10:00", ProblemCode.HOURS_SEVERAL),
        ("10:00 una hora", ProblemCode.HOURS_SEVERAL),
        ("10:00 1 week 11:00", ProblemCode.HOURS_SEVERAL),
        ("1 week friday", ProblemCode.HOURS_SEVERAL),
        ("friday and monday 10:00", ProblemCode.HOURS_SEVERAL),
        ("del viernes al lunes 10:00", ProblemCode.HOURS_SEVERAL),
        ("friday 25:00", ProblemCode.TIME_UNKNOWN),
        ("viernes 13", ProblemCode.WEEKDAY_DISAGREES),
    ],
)
def test_what_could_be_two_things_is_asked_about(text: str, code: ProblemCode) -> None:
    found = take_retiming(text, READER, Toward.LATER)
    assert isinstance(found, Problem)
    assert found.code is code


@pytest.mark.parametrize("count", ["3", "two", "dos", "a couple of", "un par de", "quince"])
@pytest.mark.parametrize("unit", ["days", "días", "weeks", "semanas", "months", "meses", "quarters", "años"])
def test_no_length_ever_counts_from_today(count: str, unit: str) -> None:
    found = take_retiming(f"{count} {unit}", READER, None)
    day = None if isinstance(found, Problem) else found.occasion.day
    assert day is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("to 6", ("18:00", "6:00 am", "the 6th")),
        ("a 3", ("15:00", "3:00 am", "el 3")),
        ("to 11", ("11:00", "the 11th")),
        ("for 22", ("22:00", "the 22nd")),
    ],
)
def test_a_number_alone_is_an_hour_or_a_day_and_asked_about(text: str, meant: tuple[str, ...]) -> None:
    assert take_retiming(text, READER, None) == Problem(ProblemCode.NUMBER_EITHER, text, meant)


@pytest.mark.parametrize("text", ["Charging standards", "2 topics", "weeks ahead", "place: Room 5", ""])
def test_other_words_say_nothing_of_when(text: str) -> None:
    found = take_retiming(text, READER, Toward.LATER)
    assert isinstance(found, RetimingTaken)
    assert (found.retiming, found.occasion.day, found.occasion.rest) == (None, None, text)


@given(st.text(max_size=80), st.sampled_from([None, *Toward]))
def test_whatever_is_typed_is_read_or_asked_about(text: str, toward: Toward | None) -> None:
    assert isinstance(take_retiming(text, READER, toward), RetimingTaken | Problem)


@pytest.mark.parametrize(
    ("text", "retiming"),
    [
        ("al día siguiente", Retiming(shift=Shift(days=1))),
        ("to the next day", Retiming(shift=Shift(days=1))),
        ("al otro día a las 11", Retiming(at=time(11), shift=Shift(days=1))),
        ("the day after at 11:00", Retiming(at=time(11), shift=Shift(days=1))),
        ("el día anterior", Retiming(shift=Shift(days=-1))),
        ("a la semana siguiente", Retiming(shift=Shift(days=7))),
        ("to the following monday", Retiming(shift=Shift(weekday=0))),
        ("al lunes siguiente", Retiming(shift=Shift(weekday=0))),
        ("el siguiente miércoles", Retiming(shift=Shift(weekday=2))),
        ("to the friday before", Retiming(shift=Shift(days=-8, weekday=4))),
    ],
)
def test_a_day_beside_another_counts_from_the_meetings_own(text: str, retiming: Retiming) -> None:
    found = take_retiming(text, READER, None)
    assert isinstance(found, RetimingTaken)
    assert (found.retiming, found.occasion.rest) == (retiming, "")


@pytest.mark.parametrize(
    "text", ["next monday", "el próximo lunes", "pasado mañana", "the day after tomorrow"]
)
def test_a_day_that_is_not_beside_another_counts_from_today(text: str) -> None:
    found = take_retiming(text, READER, None)
    assert isinstance(found, RetimingTaken)
    assert found.retiming is not None
    assert found.retiming.day is not None


@pytest.mark.parametrize("text", ["el lunes de la semana siguiente", "monday of the following week"])
def test_of_which_week_a_day_beside_is_is_asked(text: str) -> None:
    assert take_retiming(text, READER, None) == Problem(ProblemCode.MOVE_UNCLEAR, text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("15 de abril", date(2027, 4, 15)),
        ("12 april", date(2027, 4, 12)),
        ("to 12 april", date(2027, 4, 12)),
        ("al 5 de abril", date(2027, 4, 5)),
        ("hasta el 29 de abril", date(2027, 4, 29)),
    ],
)
def test_a_day_of_a_month_begins_with_a_number_that_is_no_hour(text: str, day: date) -> None:
    found = take_retiming(text, READER, None)
    assert isinstance(found, RetimingTaken)
    assert found.retiming == Retiming(day=day)


@pytest.mark.parametrize(
    ("word", "text", "toward", "rest"),
    [
        ("push", "to friday", Toward.LATER, "to friday"),
        ("push", "back an hour", Toward.LATER, "an hour"),
        ("push", "an hour earlier", None, "an hour earlier"),
        ("recorrer", "al viernes", Toward.LATER, "al viernes"),
        ("recorrer", "una hora antes", None, "una hora antes"),
        (
            "recorrer",
            "al viernes porque antes no hay sala",
            Toward.LATER,
            "al viernes porque antes no hay sala",
        ),
        ("posponer", "una hora antes", Toward.LATER, "una hora antes"),
        ("adelantar", "al viernes", Toward.EARLIER, "al viernes"),
        ("move", "back to friday", None, "back to friday"),
        ("reagendar", "al viernes", None, "al viernes"),
    ],
)
def test_a_word_says_in_which_direction_a_meeting_goes(
    word: str, text: str, toward: Toward | None, rest: str
) -> None:
    assert take_toward(word, text) == (toward, rest)
