"""What is asked of a digest and cannot be: the reason given is the true one, and names what to type."""

from __future__ import annotations

from datetime import time

import pytest

from domain.group import Theme
from domain.language import Language
from domain.recurrence import MonthlyOnDay, Recurrence, Weekly
from domain.schedule import Schedule
from handlers.desk.excuses import problem_text
from handlers.grammar.digests import DigestAction, DigestOrder, DigestWanted
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.schedules import read_digest, understood
from tests.fakes.setting import setting_with
from tests.unit.handlers.material import WORDS

HERE = "America/Mexico_City"
MONDAYS, FRIDAYS = Weekly(frozenset({0})), Weekly(frozenset({4}))
EN, ES = Language.ENGLISH, Language.SPANISH
Themes = tuple[Theme, ...]


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        ("weekly fri 9:54 starting march 19", ProblemCode.DIGEST_TERM, "starting march 19"),
        ("weekly fri 9:55 from next week", ProblemCode.DIGEST_TERM, "from next week"),
        ("weekly fri until june 9:56", ProblemCode.DIGEST_TERM, "until june"),
        ("fri march 19 9:00", ProblemCode.DIGEST_TERM, "march 19"),
        ("desde el 15 de marzo los lunes 9:00", ProblemCode.DIGEST_TERM, "desde el 15 de marzo"),
        ("lunes 9:00 a partir del 15 de marzo", ProblemCode.DIGEST_TERM, "a partir del 15 de marzo"),
        ("los lunes 9:00 hasta junio", ProblemCode.DIGEST_TERM, "hasta junio"),
        ("editar D-1 desde el 15 de marzo", ProblemCode.DIGEST_TERM, "desde el 15 de marzo"),
        ("pause until april", ProblemCode.DIGEST_PAUSE_TERM, "until april"),
        ("pause D-1 for 2 weeks", ProblemCode.DIGEST_PAUSE_TERM, "for 2 weeks"),
        ("pausar D-3 hasta abril", ProblemCode.DIGEST_PAUSE_TERM, "hasta abril"),
        ("pausar hasta el 12 de abril", ProblemCode.DIGEST_PAUSE_TERM, "hasta el 12 de abril"),
        ("resume on april 5", ProblemCode.DIGEST_PAUSE_TERM, "on april 5"),
        ("skip D-3 until april", ProblemCode.DIGEST_SKIP_UNKNOWN, "until april"),
        ("omitir esta semana", ProblemCode.DIGEST_SKIP_UNKNOWN, "esta semana"),
        ("pause now please", ProblemCode.DIGEST_NUMBER_UNKNOWN, "now please"),
    ],
)
def test_the_reason_is_the_one_that_is_true(text: str, code: ProblemCode, word: str, themes: Themes) -> None:
    problem = read_digest(text, themes, HERE, setting_with(themes))
    assert isinstance(problem, Problem)
    assert (problem.code, problem.word) == (code, word)


@pytest.mark.parametrize(
    ("text", "recurrence"),
    [
        ("día primero de cada mes 9:00", MonthlyOnDay(1)),
        ("día 1ro de cada mes 9:00", MonthlyOnDay(1)),
        ("los días 15 9:00", MonthlyOnDay(15)),
        ("todos los días 9:00", Weekly(frozenset(range(7)))),
        ("todos los días 9", Weekly(frozenset(range(7)))),
        ("from monday to friday 9:00", Weekly(frozenset(range(5)))),
        ("desde lunes hasta viernes 9:00", Weekly(frozenset(range(5)))),
        ("mar 9", Weekly(frozenset({1}))),
        ("cada ocho días viernes 9:00", FRIDAYS),
        ("cada 8 días los lunes 9:00", MONDAYS),
    ],
)
def test_what_only_looks_like_two_things_is_read(text: str, recurrence: Recurrence, themes: Themes) -> None:
    found = read_digest(text, themes, HERE, setting_with(themes))
    assert found == DigestWanted(schedule=Schedule(recurrence, time(9), HERE))


@pytest.mark.parametrize(
    ("language", "text", "lines"),
    [
        (ES, "día 15 y fin de mes 9:00", ("mensual 15 9:00", "fin de mes 9:00")),
        (ES, "mensual 1 y 15, 7:30", ("mensual 1 7:30", "mensual 15 7:30")),
        (ES, "primer y último día del mes 9:00", ("mensual 1 9:00", "fin de mes 9:00")),
        (EN, "1 and 15 of each month 17:00", ("monthly 1 17:00", "monthly 15 17:00")),
        (EN, "day 15 and last day 9:00", ("monthly 15 09:00", "monthly last day 09:00")),
    ],
)
def test_two_days_of_the_month_are_answered_with_the_lines_of_two_digests(
    language: Language, text: str, lines: tuple[str, str], themes: Themes
) -> None:
    problem = read_digest(text, themes, HERE, setting_with(themes, language))
    assert isinstance(problem, Problem)
    assert problem.suggestions == lines
    told = problem_text(WORDS.for_language(language), problem)
    assert all(f"`{line}`" in told for line in lines)
    assert all(isinstance(read_digest(line, themes, HERE), DigestWanted) for line in lines)


def test_of_two_days_one_that_not_every_month_has_is_named(themes: Themes) -> None:
    problem = read_digest("días 15 y 31 9:00", themes, HERE)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.word) == (ProblemCode.MONTH_DAY_UNKNOWN, "31")


def test_the_form_holds_the_rest_of_a_line_with_a_first_day(themes: Themes) -> None:
    said = understood("weekly fri 9:54 starting march 19", setting_with(themes)).said
    assert (said.recurrence(), said.at) == (FRIDAYS, time(9, 54))


@pytest.mark.parametrize(
    ("text", "action", "number"),
    [
        ("unpause", DigestAction.RESUME, None),
        ("continuar D-3", DigestAction.RESUME, 3),
        ("cancel", DigestAction.STOP, None),
        ("delete D-3", DigestAction.STOP, 3),
        ("cancelar", DigestAction.STOP, None),
        ("eliminar D-3", DigestAction.STOP, 3),
        ("borrar d3", DigestAction.STOP, 3),
        ("detén D-3", DigestAction.STOP, 3),
        ("suspender", DigestAction.PAUSE, None),
        ("hold D-1", DigestAction.PAUSE, 1),
        ("omite el próximo", DigestAction.SKIP, None),
        ("omítelo", DigestAction.SKIP, None),
        ("no omitas el próximo", DigestAction.UNSKIP, None),
        ("no lo omita", DigestAction.UNSKIP, None),
        ("mostrar", DigestAction.LIST, None),
        ("show", DigestAction.LIST, None),
    ],
)
def test_orders_are_read_in_the_words_that_people_have_for_them(
    text: str, action: DigestAction, number: int | None, themes: Themes
) -> None:
    assert read_digest(text, themes, HERE) == DigestOrder(action, number)


@pytest.mark.parametrize(
    ("language", "word", "meant"),
    [
        (ES, "omitr", ("omitir",)),
        (ES, "no", ("no omitir",)),
        (ES, "cancelr", ("cancelar",)),
        (EN, "pa", ("pause",)),
        (EN, "unpuase", ("unpause",)),
    ],
)
def test_a_slip_is_met_with_the_orders_of_the_readers_language(
    language: Language, word: str, meant: tuple[str, ...], themes: Themes
) -> None:
    problem = read_digest(word, themes, HERE, setting_with(themes, language))
    assert isinstance(problem, Problem)
    assert problem.code is ProblemCode.DIGEST_WORD_UNKNOWN
    assert problem.suggestions[: len(meant)] == meant


@pytest.mark.parametrize("text", ["del lunes al viernes 9:00", "fin de mes 9:00", "end of month 9:00"])
def test_words_of_schedules_begin_no_order(text: str, themes: Themes) -> None:
    assert isinstance(read_digest(text, themes, HERE), DigestWanted)
