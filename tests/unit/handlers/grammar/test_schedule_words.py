"""Words of schedules as people in both countries write them, and schedules in words that are read again."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.group import Theme
from domain.language import Language
from domain.recurrence import (
    EVERY_WEEKS_MAX,
    LAST,
    MONTH_DAY_MAX,
    NTH,
    MonthlyOnDay,
    MonthlyOnWeekday,
    Recurrence,
    Weekly,
)
from domain.schedule import Schedule
from handlers.desk.excuses import problem_text
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.schedules import (
    DigestWanted,
    read_digest,
    understood,
)
from handlers.parts.recurrences import recurrence_words
from tests.fakes.setting import setting_with
from tests.unit.handlers.material import WORDS

HERE = "America/Mexico_City"
MON, FRI = 0, 4
EVERY_DAY, WORKING_DAYS = Weekly(frozenset(range(7))), Weekly(frozenset(range(5)))
WEEKEND = Weekly(frozenset({5, 6}))
FORTNIGHTLY = Weekly(frozenset({FRI}), 2)
THIRD_FRIDAY = MonthlyOnWeekday(3, FRI)
Themes = tuple[Theme, ...]


@pytest.mark.parametrize(
    ("text", "recurrence"),
    [
        ("third friday of the month", THIRD_FRIDAY),
        ("every third friday of the month", THIRD_FRIDAY),
        ("cada tercer viernes del mes", THIRD_FRIDAY),
        ("tercer viernes de mes", THIRD_FRIDAY),
        ("los terceros viernes", THIRD_FRIDAY),
        ("every first monday", MonthlyOnWeekday(1, MON)),
        ("cada primer lunes", MonthlyOnWeekday(1, MON)),
        ("every last friday", MonthlyOnWeekday(LAST, FRI)),
        ("cada último viernes", MonthlyOnWeekday(LAST, FRI)),
        ("primer día del mes", MonthlyOnDay(1)),
        ("el primer día de cada mes a las", MonthlyOnDay(1)),
        ("primero de mes", MonthlyOnDay(1)),
        ("a principios de mes", MonthlyOnDay(1)),
        ("first day of the month", MonthlyOnDay(1)),
        ("first of every month", MonthlyOnDay(1)),
        ("monthly first day", MonthlyOnDay(1)),
        ("last day", MonthlyOnDay(LAST)),
        ("el último día", MonthlyOnDay(LAST)),
        ("cada 15 días los viernes a las", FORTNIGHTLY),
        ("quincenal los viernes", FORTNIGHTLY),
        ("biweekly fri", FORTNIGHTLY),
        ("every 2nd friday", FORTNIGHTLY),
        ("every third week fri", Weekly(frozenset({FRI}), 3)),
        ("every weekday", WORKING_DAYS),
        ("weekdays at", WORKING_DAYS),
        ("from monday to friday", WORKING_DAYS),
        ("de lunes a viernes a las", WORKING_DAYS),
        ("del lunes al viernes", WORKING_DAYS),
        ("cada día hábil", WORKING_DAYS),
        ("daily", EVERY_DAY),
        ("diario", EVERY_DAY),
        ("diaria", EVERY_DAY),
        ("cada día", EVERY_DAY),
        ("weekends", WEEKEND),
        ("fin de semana", WEEKEND),
        ("los fines de semana", WEEKEND),
        ("monday of every week", Weekly(frozenset({MON}))),
    ],
)
def test_the_days_are_read_as_people_write_them(text: str, recurrence: Recurrence, themes: Themes) -> None:
    assert read_digest(f"{text} 17:00", themes, HERE) == DigestWanted(
        schedule=Schedule(recurrence, time(17), HERE)
    )


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        ("mon 9:00 and 17:00", ProblemCode.TIMES_SEVERAL, "17:00"),
        ("lunes a las 9 y a las 17", ProblemCode.TIMES_SEVERAL, "a las 17"),
        ("mon 9:00, wed 5 pm", ProblemCode.TIMES_SEVERAL, "5 pm"),
        ("mon 9:00-10:00", ProblemCode.TIMES_SEVERAL, "9:00-10:00"),
        ("biweekly 9:00", ProblemCode.WEEKDAY_MISSING, "2"),
        ("cada quince días 9:00", ProblemCode.WEEKDAY_MISSING, "2"),
        ("quincenal 9:00", ProblemCode.RHYTHM_TWICE_A_MONTH, ""),
        ("primer día hábil del mes 9:00", ProblemCode.RHYTHM_UNKNOWN, "primer día hábil"),
        ("last business day of the month 9:00", ProblemCode.RHYTHM_UNKNOWN, "last business day"),
        ("last day of the week 9:00", ProblemCode.RHYTHM_UNKNOWN, "last day of the week"),
        ("cada tercer día 9:00", ProblemCode.RHYTHM_UNKNOWN, "cada tercer día"),
        ("every other day 9:00", ProblemCode.RHYTHM_UNKNOWN, "every other day"),
        ("every other month 9:00", ProblemCode.RHYTHM_UNKNOWN, "every other month"),
        ("second to last friday 9:00", ProblemCode.RHYTHM_UNKNOWN, "second to last friday"),
        ("penúltimo viernes 9:00", ProblemCode.MONTH_DAY_UNKNOWN, "penúltimo viernes"),
        ("primer y último día del mes 9:00", ProblemCode.MONTH_DAYS_SEVERAL, ""),
        ("1 and 15 of each month 9:00", ProblemCode.MONTH_DAYS_SEVERAL, ""),
        ("días 1 y 15 de cada mes 9:00", ProblemCode.MONTH_DAYS_SEVERAL, ""),
        ("día 1 y 15 9:00", ProblemCode.MONTH_DAYS_SEVERAL, ""),
    ],
)
def test_what_a_digest_cannot_do_is_named(text: str, code: ProblemCode, word: str, themes: Themes) -> None:
    problem = read_digest(text, themes, HERE)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.word) == (code, word)


@pytest.mark.parametrize(
    ("text", "said", "meant"),
    [
        ("every third friday 9:00", "every third friday", ("third friday", "every 3 weeks friday")),
        ("Every 4th Fri 9:00", "Every 4th Fri", ("4th Fri", "every 4 weeks Fri")),
        ("cada tercer viernes 9:00", "cada tercer viernes", ("tercer viernes", "cada 3 semanas viernes")),
        ("cada segundo viernes 9:00", "cada segundo viernes", ("segundo viernes", "cada 2 semanas viernes")),
    ],
)
def test_what_may_be_once_a_month_or_after_some_weeks_is_asked_in_words_that_are_read(
    text: str, said: str, meant: tuple[str, str], themes: Themes
) -> None:
    problem = read_digest(text, themes, HERE)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.word, problem.suggestions) == (ProblemCode.RHYTHM_EITHER, said, meant)
    monthly, weekly = (read_digest(f"{words} 9:00", themes, HERE) for words in meant)
    assert isinstance(monthly, DigestWanted)
    assert isinstance(weekly, DigestWanted)
    assert isinstance(monthly.schedule.recurrence, MonthlyOnWeekday)
    assert isinstance(weekly.schedule.recurrence, Weekly)
    assert (monthly.schedule.recurrence.weekday, weekly.schedule.recurrence.weekdays) == (
        FRI,
        frozenset({FRI}),
    )


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        (
            Language.ENGLISH,
            "every third friday 9:00",
            (
                "“every third friday” can be once a month or once in several weeks. "
                "Did you mean third friday or every 3 weeks friday?"
            ),
        ),
        (
            Language.SPANISH,
            "cada tercer viernes 9:00",
            (
                "“cada tercer viernes” puede ser una vez al mes o una vez cada varias semanas. "
                "¿Quiso decir tercer viernes o cada 3 semanas viernes?"
            ),
        ),
        (
            Language.ENGLISH,
            "mon 9:00 and 17:00",
            (
                "A digest comes at one time of day; “17:00” would be another. "
                "For two times set up two digests, for example `mon 09:00` and then `thu 17:00`."
            ),
        ),
        (
            Language.SPANISH,
            "lunes 9:00 y 17:00",
            (
                "Un resumen llega a una sola hora del día; “17:00” sería otra. "
                "Para dos horas programe dos resúmenes, por ejemplo `lunes 9:00` y después `jueves 17:00`."
            ),
        ),
        (
            Language.SPANISH,
            "cada 15 días 9:00",
            "¿Qué día de la semana debe llegar? Por ejemplo: cada 2 semanas lunes 9:00.",
        ),
    ],
)
def test_what_cannot_be_read_is_met_with_what_to_type(
    language: Language, text: str, told: str, themes: Themes
) -> None:
    problem = read_digest(text, themes, HERE)
    assert isinstance(problem, Problem)
    assert problem_text(WORDS.for_language(language), problem) == told


def test_of_two_times_the_form_holds_the_first(themes: Themes) -> None:
    said = understood("mon 9:00 and 17:00", setting_with(themes)).said
    assert (said.days, said.at) == (frozenset({MON}), time(9))


RECURRENCES = st.one_of(
    st.builds(Weekly, st.frozensets(st.integers(0, 6), min_size=1), st.integers(1, EVERY_WEEKS_MAX)),
    st.builds(MonthlyOnDay, st.one_of(st.integers(1, MONTH_DAY_MAX), st.just(LAST))),
    st.builds(MonthlyOnWeekday, st.sampled_from(NTH), st.integers(0, 6)),
)
ZONES = (
    "America/Mexico_City",
    "America/Tijuana",
    "America/New_York",
    "America/Los_Angeles",
    "Asia/Tokyo",
    "UTC",
)


@given(
    recurrence=RECURRENCES,
    at=st.times().map(lambda found: found.replace(second=0, microsecond=0)),
    zone=st.sampled_from(ZONES),
    language=st.sampled_from(Language),
    reader=st.sampled_from(Language),
)
def test_any_schedule_as_the_list_says_it_is_read_as_the_same(
    recurrence: Recurrence, at: time, zone: str, language: Language, reader: Language
) -> None:
    t = WORDS.for_language(language)
    said = f"{recurrence_words(t, recurrence)}, {t.time(at)} ({t.city(zone)})"
    setting = setting_with((), language=reader)
    assert read_digest(said, (), HERE, setting) == DigestWanted(schedule=Schedule(recurrence, at, zone)), said


@pytest.mark.parametrize("language", list(Language))
def test_working_days_are_said_as_one_says_them_and_read_as_the_same(language: Language) -> None:
    t = WORDS.for_language(language)
    said = recurrence_words(t, WORKING_DAYS)
    assert said == {Language.ENGLISH: "Monday to Friday", Language.SPANISH: "de lunes a viernes"}[language]
    assert read_digest(f"{said}, 9:00", (), HERE) == DigestWanted(
        schedule=Schedule(WORKING_DAYS, time(9), HERE)
    )
