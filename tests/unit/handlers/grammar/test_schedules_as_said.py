"""Days, hours and rhythms in words: understood, asked about, or refused as what they are, never as cities."""

from __future__ import annotations

from datetime import time

import pytest

from domain.group import Theme
from domain.recurrence import MonthlyOnWeekday, Recurrence, Weekly
from domain.schedule import Schedule
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.schedules import DigestWanted, read_digest, understood
from tests.fakes.setting import setting_with

HERE = "America/Mexico_City"
MON, FRI = 0, 4
MONDAYS, WORKING_DAYS = Weekly(frozenset({MON})), Weekly(frozenset(range(5)))
FORTNIGHTLY, THIRD_FRIDAY = Weekly(frozenset({FRI}), 2), MonthlyOnWeekday(3, FRI)
Themes = tuple[Theme, ...]


@pytest.mark.parametrize(
    ("text", "recurrence", "at"),
    [
        ("cada lunes al mediodía", MONDAYS, time(12)),
        ("al mediodía los lunes", MONDAYS, time(12)),
        ("lunes a medianoche", MONDAYS, time(0)),
        ("los lunes a las nueve", MONDAYS, time(9)),
        ("lunes a la una y media de la tarde", MONDAYS, time(13, 30)),
        ("mondays at nine", MONDAYS, time(9)),
        ("lunes a las 9 y cuarto", MONDAYS, time(9, 15)),
        ("catorcenal los viernes 9:00", FORTNIGHTLY, time(9)),
        ("every business day 8am", WORKING_DAYS, time(8)),
        ("each working day 8:00", WORKING_DAYS, time(8)),
        ("once a week on mondays 9:00", MONDAYS, time(9)),
        ("once every week on mondays 9:00", MONDAYS, time(9)),
        ("una vez a la semana los lunes 9:00", MONDAYS, time(9)),
        ("una vez por semana, lunes 9:00", MONDAYS, time(9)),
        ("lunes 9:00 hora del centro de México", MONDAYS, time(9)),
    ],
)
def test_days_and_hours_in_words_are_no_cities(
    text: str, recurrence: Recurrence, at: time, themes: Themes
) -> None:
    found = read_digest(text, themes, HERE)
    assert found == DigestWanted(schedule=Schedule(recurrence, at, HERE))


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        ("día 15 y fin de mes 9:00", ProblemCode.MONTH_DAYS_SEVERAL, "día 15 y"),
        ("viernes 5 9:00", ProblemCode.RHYTHM_SEVERAL, "5"),
        ("friday 5 at 9:00", ProblemCode.RHYTHM_SEVERAL, "5"),
        ("monthly 1,15 9:00", ProblemCode.RHYTHM_SEVERAL, "15"),
        ("cada 2 semanas primer día del mes 9:00", ProblemCode.RHYTHM_SEVERAL, ""),
        ("mon at 9 and 17:00", ProblemCode.TIMES_SEVERAL, "17:00"),
        ("el próximo lunes 9:00", ProblemCode.RHYTHM_UNKNOWN, "próximo lunes"),
        ("next monday 9:00", ProblemCode.RHYTHM_UNKNOWN, "next monday"),
        ("una vez a la semana 9:00", ProblemCode.DAY_MISSING, ""),
        ("catorcenal 9:00", ProblemCode.WEEKDAY_MISSING, "2"),
    ],
)
def test_two_dates_are_not_two_times_and_one_occasion_is_no_rhythm(
    text: str, code: ProblemCode, word: str, themes: Themes
) -> None:
    problem = read_digest(text, themes, HERE)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.word) == (code, word)


@pytest.mark.parametrize(
    ("text", "said", "meant"),
    [
        ("weekly first friday 9:00", "weekly first friday", ("first friday", "weekly friday")),
        ("semanal primer viernes 9:00", "semanal primer viernes", ("primer viernes", "semanal viernes")),
        (
            "cada 2 semanas primer viernes 9:00",
            "cada 2 semanas primer viernes",
            ("primer viernes", "cada 2 semanas viernes"),
        ),
    ],
)
def test_what_is_said_of_months_and_of_weeks_is_asked_in_words_that_are_read(
    text: str, said: str, meant: tuple[str, str], themes: Themes
) -> None:
    problem = read_digest(text, themes, HERE)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.word, problem.suggestions) == (ProblemCode.RHYTHM_BOTH, said, meant)
    for words in meant:
        assert isinstance(read_digest(f"{words} 9:00", themes, HERE), DigestWanted)


def test_of_several_days_after_some_weeks_none_is_left_out_of_what_is_offered(themes: Themes) -> None:
    problem = read_digest("editar D-3 cada tercer lunes y miércoles", themes, HERE)
    assert isinstance(problem, Problem)
    assert problem.word == "cada tercer lunes y miércoles"
    assert problem.suggestions == ("cada 3 semanas lunes y miércoles",)


@pytest.mark.parametrize(
    ("text", "recurrence"),
    [
        ("every third friday 9:00", THIRD_FRIDAY),
        ("cada  tercer viernes, 9:00", THIRD_FRIDAY),
        ("cada tercer lunes y miércoles 9:00", Weekly(frozenset({0, 2}), 3)),
        ("weekly first friday 9:00", MonthlyOnWeekday(1, FRI)),
        ("viernes 5 9:00", Weekly(frozenset({FRI}))),
    ],
)
def test_behind_a_question_the_form_holds_the_first_way_it_may_have_been_meant(
    text: str, recurrence: Recurrence, themes: Themes
) -> None:
    said = understood(text, setting_with(themes)).said
    assert (said.recurrence(), said.at) == (recurrence, time(9))
