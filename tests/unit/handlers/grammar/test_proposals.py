"""The day and obstacles of a recommendation: of its first line, or of its end, and never of its prose."""

from __future__ import annotations

from datetime import date

import pytest

from domain.reference import Reference, Series
from handlers.grammar.dates.rules import Reader
from handlers.grammar.problems import ProblemCode
from handlers.grammar.proposals import proposal_end, read_proposal

READER = Reader(today=date(2027, 3, 3), day_first=True)
JUNE_30, YEAR_END = date(2027, 6, 30), date(2027, 12, 31)


@pytest.mark.parametrize(
    ("text", "kept", "answers", "due"),
    [
        (
            "Pool one due june 30\nTrucks wait until it opens by march",
            "Pool one\nTrucks wait until it opens by march",
            (),
            JUNE_30,
        ),
        (
            "Poner bancas para el 30 de junio\nHay sombra para mayo",
            "Poner bancas\nHay sombra para mayo",
            (),
            JUNE_30,
        ),
        ("Quay six for O-1 due june 30\nCranes arrive", "Quay six\nCranes arrive", (1,), JUNE_30),
        ("Quay six due june 30 for O-1\nCranes arrive", "Quay six\nCranes arrive", (1,), JUNE_30),
        (
            "Quay six for O-1 by 2027-Q4\nCranes arrive by march",
            "Quay six\nCranes arrive by march",
            (1,),
            YEAR_END,
        ),
        (
            "Quay six due june 30 for O-1\nCranes come for O-3",
            "Quay six\nCranes come",
            (1, 3),
            JUNE_30,
        ),
        ("Quay six due june 30:\n- cranes\n- rails", "Quay six:\n- cranes\n- rails", (), JUNE_30),
        ("Quay six\n- cranes\nrails, due june 30", "Quay six\n- cranes\nrails", (), JUNE_30),
        ("Quay six\n- cranes\n- due june 30", "Quay six\n- cranes", (), JUNE_30),
        ("Muelle seis\n- grúas\nPara el 30 de junio", "Muelle seis\n- grúas", (), JUNE_30),
    ],
)
def test_the_first_lines_day_counts_and_obstacles_of_both_ends_are_answered(
    text: str, kept: str, answers: tuple[int, ...], due: date
) -> None:
    read = read_proposal(text, READER)
    assert (read.text, read.due_on) == (kept, due)
    assert read.answers == tuple(Reference(Series.OBSTACLE, number) for number in answers)


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("Poner bancas\nLas plantas cierran para diciembre", "para diciembre"),
        ("Poner bancas\nlas plantas cierran para diciembre", "para diciembre"),
        ("Build a quay\nCranes arrive by march", "by march"),
        ("Pool one by june 30\ntrucks wait until it opens by march", "by march"),
        ("Aprobar un plan para el lunes y otro para el martes", "para el martes"),
        ("Report each quarter by the 15th", "by the 15th"),
        ("Publicar cifras cada mes para el 15", "para el 15"),
        ("Send figures every two weeks by friday", "by friday"),
        ("Preparar a la industria para el día de mañana", ""),
        ("Electrify half of all taxis before 2030", ""),
    ],
)
def test_prose_and_one_of_several_days_stay_in_the_text_and_are_told(text: str, unread: str) -> None:
    read = read_proposal(text, READER)
    assert (read.text, read.due_on, read.problem, read.unread) == (text, None, None, unread)
    assert proposal_end(text, READER) == len(text)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Publish a quarterly report by friday", date(2027, 3, 5)),
        ("Inform every state by june 30", JUNE_30),
        ("Electrify half by 2030 due friday", date(2027, 3, 5)),
        ("Cut emissions by 2030 by june 30", JUNE_30),
        ("Informar cada mes, vence el 30 de junio", JUNE_30),
        ("Abrir el carril antes del 1 de julio", JUNE_30),
    ],
)
def test_what_is_each_of_something_else_or_by_a_year_does_not_hide_the_day(text: str, due: date) -> None:
    assert read_proposal(text, READER).due_on == due


def test_a_day_that_is_not_to_be_set_leaves_the_text_as_it_was() -> None:
    text = "Quay six (due june 30)\n- cranes"
    assert read_proposal(text, READER).with_due == text
    assert read_proposal("Quay six for O-1 due june 30\n- cranes", READER).with_due == (
        "Quay six due june 30\n- cranes"
    )


def test_an_impossible_day_of_the_first_line_is_a_problem_and_of_prose_is_told() -> None:
    read = read_proposal("Abrir un carril para el 31 de abril\n- norte", READER)
    assert read.problem is not None
    assert (read.problem.code, read.unread) == (ProblemCode.DATE_IMPOSSIBLE, "31 de abril")
    below = read_proposal("Abrir un carril\nEl puente cierra para el 31 de abril", READER)
    assert (below.problem, below.unread) == (None, "31 de abril")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Quay six\n- cranes\n- fees due by June 30", "due by June 30"),
        ("Quay six\n1. cranes\n2. fees due June 30", "due June 30"),
        ("Muelle seis\n• grúas\n• cuotas, vence el 30 de junio", "vence el 30 de junio"),
    ],
)
def test_a_day_of_a_lists_item_is_not_that_of_all(text: str, told: str) -> None:
    read = read_proposal(text, READER)
    assert (read.text, read.due_on, read.unread) == (text, None, told)
