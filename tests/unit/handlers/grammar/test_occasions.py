"""When a meeting is: day and time in one phrase, in both languages."""

from __future__ import annotations

from datetime import date, time

import pytest

from handlers.grammar.dates.rules import Reader
from handlers.grammar.occasions import OccasionTaken, take_day, take_occasion
from handlers.grammar.problems import Problem, ProblemCode

TODAY = date(2027, 3, 3)
"""A Wednesday."""
MEXICO, LOS_ANGELES = "America/Mexico_City", "America/Los_Angeles"

PHRASES = [
    ("next tuesday 10:00 hybrid", date(2027, 3, 9), time(10), None, "hybrid"),
    ("tuesday 10 am Room 2", date(2027, 3, 9), time(10), None, "Room 2"),
    ("tomorrow at noon", date(2027, 3, 4), time(12), None, ""),
    ("lunes al mediodía presencial", date(2027, 3, 8), time(12), None, "presencial"),
    ("viernes a las nueve", date(2027, 3, 5), time(9), None, ""),
    ("10 am tomorrow online", date(2027, 3, 4), time(10), None, "online"),
    ("10:30", TODAY, time(10, 30), None, ""),
    ("9am, friday", date(2027, 3, 5), time(9), None, ""),
    ("in 2 weeks 16:00", date(2027, 3, 17), time(16), None, ""),
    ("on friday at 5:30 pm", date(2027, 3, 5), time(17, 30), None, ""),
    ("2027-06-03 09:00 America/Los_Angeles x", date(2027, 6, 3), time(9), LOS_ANGELES, "x"),
    ("June 3rd, 2027 at 9:30 am Mexico City hybrid", date(2027, 6, 3), time(9, 30), MEXICO, "hybrid"),
    ("tomorrow 10:00 (Los Angeles time) Agenda", date(2027, 3, 4), time(10), LOS_ANGELES, "Agenda"),
    ("el martes a las 10:00 presencial", date(2027, 3, 9), time(10), None, "presencial"),
    ("el próximo viernes 11:30 en línea", date(2027, 3, 5), time(11, 30), None, "en línea"),
    ("mañana a las 9", date(2027, 3, 4), time(9), None, ""),
    ("3 de junio 10:00", date(2027, 6, 3), time(10), None, ""),
    ("03/06/2027 10:00", date(2027, 6, 3), time(10), None, ""),
    ("el 15 a las 9", date(2027, 3, 15), time(9), None, ""),
    ("el jueves 18 a las 10", date(2027, 3, 18), time(10), None, ""),
    ("thursday 18 at 10am; Ports", date(2027, 3, 18), time(10), None, "Ports"),
    ("jueves 18 10 Puertos", date(2027, 3, 18), time(10), None, "Puertos"),
    ("10 am jueves 18", date(2027, 3, 18), time(10), None, ""),
    ("para el 15 a las 9", date(2027, 3, 15), time(9), None, ""),
    ("al lunes 15, 9:00", date(2027, 3, 15), time(9), None, ""),
    ("viernes 12 pm", date(2027, 3, 5), time(12), None, ""),
    ("friday 10 am", date(2027, 3, 5), time(10), None, ""),
    ("friday at 10", date(2027, 3, 5), time(10), None, ""),
    ("viernes a las 12", date(2027, 3, 5), time(12), None, ""),
    ("viernes 12 h", date(2027, 3, 5), time(12), None, ""),
    ("viernes 12 y media", date(2027, 3, 5), time(12, 30), None, ""),
    ("martes 9 de la mañana", date(2027, 3, 9), time(9), None, ""),
    (
        "pasado mañana a las 5 de la tarde hora de Ciudad de México en la sede",
        date(2027, 3, 5),
        time(17),
        MEXICO,
        "en la sede",
    ),
]


@pytest.mark.parametrize(("text", "day", "at", "zone", "rest"), PHRASES)
def test_a_phrase_names_a_day_and_a_time(text: str, day: date, at: time, zone: str | None, rest: str) -> None:
    reader = Reader(today=TODAY, day_first=True)
    assert take_occasion(text, reader) == OccasionTaken(day, at, zone, rest)


@pytest.mark.parametrize("text", ["", "Charging standards", "3 topics to speak about", "next week 10:00"])
def test_other_words_name_none_and_stay(text: str) -> None:
    reader = Reader(today=TODAY, day_first=True)
    assert take_occasion(text, reader) == OccasionTaken(None, None, None, text)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("friday", Problem(ProblemCode.HOUR_MISSING, "friday")),
        ("el viernes Normas", Problem(ProblemCode.HOUR_MISSING, "el viernes")),
        ("friday 25:00", Problem(ProblemCode.TIME_UNKNOWN, "25:00")),
        ("friday; Agenda", Problem(ProblemCode.HOUR_MISSING, "friday")),
        ("el jueves 18; Puertos", Problem(ProblemCode.HOUR_MISSING, "el jueves 18")),
        ("viernes 12", Problem(ProblemCode.HOUR_MISSING, "viernes 12")),
        ("al 16 de marzo", Problem(ProblemCode.HOUR_MISSING, "16 de marzo")),
        ("al 18", Problem(ProblemCode.HOUR_MISSING, "al 18")),
        ("31 feb 25:00", Problem(ProblemCode.DAY_UNKNOWN, "31 feb")),
        ("31 de febrero 10:00", Problem(ProblemCode.DAY_UNKNOWN, "31 de febrero")),
        ("31 de febrero a las 10", Problem(ProblemCode.DAY_UNKNOWN, "31 de febrero")),
    ],
)
def test_a_day_without_a_time_is_asked_for_one(text: str, problem: Problem) -> None:
    assert take_occasion(text, Reader(today=TODAY, day_first=True)) == problem


@pytest.mark.parametrize(
    ("text", "word", "meant"),
    [
        ("friday 10", "friday 10", ("Wednesday March 10", "Friday March 12", "friday 10:00")),
        ("jueves 19 a las 10", "jueves 19", ("viernes 19 de marzo", "jueves 18 de marzo")),
        ("jueves 25 abr 9:00", "jueves 25 abr", ("domingo 25 de abril", "jueves 22 de abril")),
        ("10 am jueves 19", "jueves 19", ("viernes 19 de marzo", "jueves 18 de marzo")),
    ],
)
def test_a_number_that_is_not_the_weekdays_is_asked_about(
    text: str, word: str, meant: tuple[str, ...]
) -> None:
    reader = Reader(today=TODAY, day_first=True)
    assert take_occasion(text, reader) == Problem(ProblemCode.WEEKDAY_DISAGREES, word, meant)
    assert take_day(text, reader) == (None, text)


@pytest.mark.parametrize(
    ("text", "day", "hour"),
    [
        ("mañana a las 12 del día; Comida", 4, 12),
        ("mañana a las 12 del mediodía; Comida", 4, 12),
        ("viernes 12 del mediodía; Comida", 5, 12),
        ("mañana 12 de la mañana; Comida", 4, 12),
        ("mañana 12 de la noche; Comida", 4, 0),
        ("mañana a la 1 del mediodía; Comida", 4, 13),
        ("mañana a las 11 del día; Comida", 4, 11),
        ("viernes a la 1 de la madrugada; Comida", 5, 1),
        ("mañana jueves 4 a las 10; Comida", 4, 10),
        ("lunes 15/03 10:00; Comida", 15, 10),
        ("mañana para las 5 de la tarde; Comida", 4, 17),
    ],
)
def test_hours_and_days_are_understood_as_mexico_says_them(text: str, day: int, hour: int) -> None:
    taken = take_occasion(text, Reader(date(2027, 3, 3), day_first=True))
    assert isinstance(taken, OccasionTaken)
    assert (taken.day, taken.at, taken.rest) == (date(2027, 3, day), time(hour), "Comida")


@pytest.mark.parametrize("text", ["mar 8-10 9:00; Ports", "8-10 mar 9:00; Ports"])
def test_several_days_are_asked_about_whatever_the_hour(text: str) -> None:
    found = take_occasion(text, Reader(date(2027, 3, 3), day_first=False))
    assert isinstance(found, Problem)
    assert found.code is ProblemCode.DATE_RANGE
