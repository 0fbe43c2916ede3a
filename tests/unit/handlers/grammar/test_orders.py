"""Owners, dates and tasks as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from domain.reference import Reference
from handlers.grammar.actions import ActionWanted
from handlers.grammar.assignments import AssignmentWanted, read_assignment
from handlers.grammar.dates.rules import Reader
from handlers.grammar.problems import Problem, ProblemCode
from handlers.words.slack_text import Mention
from tests.unit.handlers.grammar.orders import read_action

MONDAY = Reader(today=date(2027, 3, 8), day_first=False)
LUNES = Reader(today=date(2027, 3, 8), day_first=True)
FIFTEENTH = date(2027, 3, 15)
PEOPLE = (Mention("U1", "@lead"), Mention("U2", "@lead-infra"))
FRIDAY, LATE_JUNE, LATE_SEPTEMBER = date(2027, 3, 12), date(2027, 6, 30), date(2027, 9, 30)


def assigned(owner: str | None = None, due_on: date | None = None, **more: object) -> AssignmentWanted:
    reference = Reference.parse("R-2")
    return AssignmentWanted(reference=reference, owner=owner, due_on=due_on, **more)  # type: ignore[arg-type]  # flags


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("R-2 @lead", assigned("U1")),
        ("R-2 to @lead-infra.", assigned("U2")),
        ("R-2 @lead due friday", assigned("U1", FRIDAY)),
        ("R-2 due friday @lead", assigned("U1", FRIDAY)),
        ("R-2 a @lead para el viernes", assigned("U1", FRIDAY)),
        ("R-2 para el viernes a @lead", assigned("U1", FRIDAY)),
        ("R-2: @lead, by june", assigned("U1", LATE_JUNE)),
        ("R-2 friday", assigned(None, FRIDAY)),
        ("R-2 quarter 2027-Q3", assigned(None, LATE_SEPTEMBER)),
        ("R-2 @lead quarter Q3", assigned("U1", LATE_SEPTEMBER)),
        ("R-2 trimestre 2027-T3", assigned(None, LATE_SEPTEMBER)),
        ("R-2 para el trimestre T3 2027 a @lead", assigned("U1", LATE_SEPTEMBER)),
        ("R-2 2027-Q3", assigned(None, LATE_SEPTEMBER)),
        ("R-2 me", assigned(mine=True)),
        ("R-2 a mí para el viernes", assigned(None, FRIDAY, mine=True)),
        ("R-2 @lead due friday v4", assigned("U1", FRIDAY, version=4)),
        ("R-2 @lead @lead", assigned("U1")),
        ("R-2 @lead due:friday", assigned("U1", FRIDAY)),
        ("R-2 owner:@lead", assigned("U1")),
        ("R-2 owner: @lead, quarter:2027-Q3", assigned("U1", LATE_SEPTEMBER)),
        ("R-2 vence:viernes responsable:@lead", assigned("U1", FRIDAY)),
        ("R-2 due:friday owner:me", assigned(None, FRIDAY, mine=True)),
    ],
)
def test_an_owner_and_a_date_are_read_in_any_order(text: str, wanted: AssignmentWanted) -> None:
    assert read_assignment(text, PEOPLE, LUNES) == wanted


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("@lead due friday", ProblemCode.REFERENCE_MISSING),
        ("R-2", ProblemCode.ASSIGNMENT_MISSING),
        ("R-2, R-3 @lead", ProblemCode.REFERENCE_SEVERAL),
        ("R-2 @nobody", ProblemCode.PERSON_UNKNOWN),
        ("R-2 @lead @lead-infra", ProblemCode.PEOPLE_SEVERAL),
        ("R-2 @lead soon", ProblemCode.DATE_UNKNOWN),
        ("R-2 lead", ProblemCode.DATE_UNKNOWN),
        ("R-2 @lead due Jan 15 quarter 2027-Q1", ProblemCode.DAYS_SEVERAL),
        ("R-2 trimestre 2027-T1 para el viernes", ProblemCode.DAYS_SEVERAL),
        ("R-2 @lead due soon quarter 2027-Q1", ProblemCode.DATE_UNKNOWN),
    ],
)
def test_what_is_no_assignment_is_a_problem(text: str, code: ProblemCode) -> None:
    found = read_assignment(text, PEOPLE, MONDAY)
    assert isinstance(found, Problem)
    assert found.code is code


def test_numbers_are_read_as_the_reader_writes_them() -> None:
    assert read_assignment("R-2 4/5", PEOPLE, MONDAY) == assigned(None, date(2027, 4, 5))
    assert read_assignment("R-2 4/5", PEOPLE, LUNES) == assigned(None, date(2027, 5, 4))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Send the census", ActionWanted("Send the census")),
        ("@lead send the census due friday", ActionWanted("send the census", "U1", FRIDAY)),
        ("@lead to send the census by friday, please", ActionWanted("send the census", "U1", FRIDAY)),
        ("for @lead: send the census", ActionWanted("send the census", "U1")),
        ("para @lead-infra: enviar el censo para el viernes", ActionWanted("enviar el censo", "U2", FRIDAY)),
        ("Revisar los costos antes del 1 de julio.", ActionWanted("Revisar los costos", None, LATE_JUNE)),
        ("Llamar para el lunes 15", ActionWanted("Llamar", None, FIFTEENTH)),
        ("Llamar para el 15", ActionWanted("Llamar", None, FIFTEENTH)),
        ("@lead call due monday 15", ActionWanted("call", "U1", FIFTEENTH)),
        ("Call them (due friday)", ActionWanted("Call them", None, FRIDAY)),
        ("Carta para el gobernador", ActionWanted("Carta para el gobernador")),
        ("Carta para el gobernador para el viernes", ActionWanted("Carta para el gobernador", None, FRIDAY)),
        ("Prepare the meeting of friday", ActionWanted("Prepare the meeting of friday")),
        ("Prepare it due soon", ActionWanted("Prepare it due soon")),
        ("Due friday is too early, ask", ActionWanted("Due friday is too early, ask")),
        ("Tell @lead about it", ActionWanted("Tell @lead about it")),
        ("Escribir a info@example.org", ActionWanted("Escribir a info@example.org")),
        ("@lead", ActionWanted("", "U1")),
        ("due friday", ActionWanted("", None, FRIDAY)),
        ("", ActionWanted("")),
    ],
)
def test_only_a_trailing_deadline_and_a_leading_name_are_taken(text: str, wanted: ActionWanted) -> None:
    assert read_action(text, PEOPLE, LUNES) == wanted


def test_a_name_in_front_that_is_nobodys_is_a_problem() -> None:
    assert read_action("@nobody send it", PEOPLE, MONDAY) == Problem(ProblemCode.PERSON_UNKNOWN, "@nobody")


@pytest.mark.parametrize("text", ["Llamar para el martes 15", "Llamar para el martes 15:\n- a\n- b"])
def test_a_deadline_whose_weekday_is_another_is_asked_about(text: str) -> None:
    meant = ("lunes 15 de marzo", "martes 16 de marzo")
    found = read_action(text, PEOPLE, LUNES)
    assert isinstance(found, Problem)
    assert (found.code, found.suggestions) == (ProblemCode.WEEKDAY_DISAGREES, meant)


def test_an_assignment_is_due_on_a_weekday_and_number_that_agree() -> None:
    assert read_assignment("R-2 para el lunes 15", PEOPLE, LUNES) == assigned(None, FIFTEENTH)
    wrong = read_assignment("R-2 @lead para el martes 15", PEOPLE, LUNES)
    assert isinstance(wrong, Problem)
    assert wrong.code is ProblemCode.WEEKDAY_DISAGREES
