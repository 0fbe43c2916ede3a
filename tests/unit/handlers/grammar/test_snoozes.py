"""Until when something is put off, as people say it; and giving something to nobody."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.reference import Reference, Series
from handlers.grammar.assignments import AssignmentWanted, read_assignment
from handlers.grammar.dates.rules import Reader
from handlers.grammar.deadlines import read_deadline
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.snoozes import SnoozeWanted, read_snooze

TODAY = date(2027, 3, 3)
READER = Reader(today=TODAY, day_first=True)
A7 = Reference(Series.ACTION, 7)


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("A-7 until friday", date(2027, 3, 5)),
        ("A-7 hasta el viernes", date(2027, 3, 5)),
        ("a7 tomorrow", date(2027, 3, 4)),
        ("A-7 mañana", date(2027, 3, 4)),
        ("A-7 1 day", date(2027, 3, 4)),
        ("A-7 for a day", date(2027, 3, 4)),
        ("A-7 un día", date(2027, 3, 4)),
        ("A-7 in 1 week", date(2027, 3, 10)),
        ("A-7 for one week", date(2027, 3, 10)),
        ("A-7 una semana", date(2027, 3, 10)),
        ("A-7 por 2 semanas.", date(2027, 3, 17)),
        ("la A-7 dentro de 3 días", date(2027, 3, 6)),
        ("A-7 un mes", date(2027, 4, 3)),
        ("A-7 for two weeks", date(2027, 3, 17)),
        ("A-7 por dos semanas", date(2027, 3, 17)),
        ("A-7 dos semanas", date(2027, 3, 17)),
        ("A-7 durante tres días", date(2027, 3, 6)),
        ("A-7 por tres días", date(2027, 3, 6)),
        ("A-7 for a couple of weeks", date(2027, 3, 17)),
        ("A-7 por un par de semanas", date(2027, 3, 17)),
        ("A-7 for a quarter", date(2027, 6, 3)),
        ("A-7 por un año", date(2028, 3, 3)),
        ("A-7 ocho días", date(2027, 3, 10)),
        ("A-7 por ocho días", date(2027, 3, 10)),
        ("A-7 for eight days", date(2027, 3, 11)),
        ("A-7 2027-03-20", date(2027, 3, 20)),
        ("A-7 hasta el 15", date(2027, 3, 15)),
        ("A-7 hasta el lunes 15", date(2027, 3, 15)),
        ("A-7 hasta el 20 de marzo", date(2027, 3, 20)),
    ],
)
def test_a_day_or_a_length_of_time_is_read_in_both_languages(said: str, until: date) -> None:
    assert read_snooze(said, READER) == SnoozeWanted(reference=A7, until=until)


@pytest.mark.parametrize("word", ["off", "no", "never", "ya", "cancelar", "no más"])
def test_it_can_be_ended(word: str) -> None:
    assert read_snooze(f"A-7 {word}", READER) == SnoozeWanted(reference=A7, off=True)


def test_without_a_day_nothing_is_guessed() -> None:
    assert read_snooze("A-7", READER) == SnoozeWanted(reference=A7)
    assert read_snooze("A-7 v3", READER) == SnoozeWanted(reference=A7, version=3)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("A-7 some time", ProblemCode.DATE_UNKNOWN),
        ("A-7 two", ProblemCode.DATE_UNKNOWN),
        ("A-7 for two meetings", ProblemCode.DATE_UNKNOWN),
        ("A-7 hasta el martes 15", ProblemCode.WEEKDAY_DISAGREES),
        ("until friday", ProblemCode.REFERENCE_MISSING),
        ("A-7 A-8 friday", ProblemCode.REFERENCE_SEVERAL),
        ("", ProblemCode.REFERENCE_MISSING),
    ],
)
def test_what_is_wrong_is_named(said: str, code: ProblemCode) -> None:
    found = read_snooze(said, READER)
    assert isinstance(found, Problem)
    assert found.code is code


@given(st.text(max_size=3000))
def test_whatever_is_typed_is_read_or_named(said: str) -> None:
    assert isinstance(read_snooze(said, READER), SnoozeWanted | Problem)


@pytest.mark.parametrize(
    "said", ["A-7 nobody", "A-7 to nobody", "A-7 nadie", "a7 a nadie.", "A-7 sin responsable", "A-7 no one"]
)
def test_an_item_is_given_to_nobody(said: str) -> None:
    assert read_assignment(said, (), READER) == AssignmentWanted(reference=A7, unowned=True)
    versioned = read_assignment(f"{said.rstrip('.')} v3", (), READER)
    assert versioned == AssignmentWanted(reference=A7, unowned=True, version=3)


def test_nobody_and_a_day_is_not_understood() -> None:
    assert isinstance(read_assignment("A-7 nobody friday", (), READER), Problem)


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("A-7 until next year", date(2028, 1, 1)),
        ("A-7 hasta el próximo año", date(2028, 1, 1)),
        ("A-7 until next month", date(2027, 4, 1)),
        ("A-7 hasta el mes que viene", date(2027, 4, 1)),
        ("A-7 until next week", date(2027, 3, 8)),
        ("A-7 hasta la próxima semana", date(2027, 3, 8)),
        ("A-7 until april", date(2027, 4, 1)),
        ("A-7 hasta abril", date(2027, 4, 1)),
        ("A-7 next month", date(2027, 4, 1)),
        ("A-7 until 2027-Q3", date(2027, 7, 1)),
        ("A-7 until the end of april", date(2027, 4, 30)),
        ("A-7 hasta fin de mes", date(2027, 3, 31)),
        ("A-7 until march", date(2027, 3, 31)),
    ],
)
def test_a_period_is_waited_for_until_it_begins_and_one_that_has_begun_until_it_ends(
    said: str, until: date
) -> None:
    assert read_snooze(said, READER) == SnoozeWanted(reference=A7, until=until)


def test_a_deadline_in_a_period_stays_its_end() -> None:
    assert read_deadline("due next year", READER) == date(2028, 12, 31)
    assert read_deadline("para abril", READER) == date(2027, 4, 30)
