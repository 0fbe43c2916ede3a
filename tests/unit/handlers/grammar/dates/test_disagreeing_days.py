"""Words for several days at once: each is told with the day that it means."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.grammar.dates.disagreements import disagreement
from handlers.grammar.dates.rules import Reader
from handlers.grammar.deadlines import deadline_problem
from handlers.grammar.occasions import take_day, take_occasion
from handlers.grammar.problems import Problem, ProblemCode

READER = Reader(today=date(2027, 3, 3), day_first=True)
"""A Wednesday."""

TOLD = [
    ("mañana viernes 5", ("mañana = jueves 4 de marzo", "viernes 5 = viernes 5 de marzo")),
    ("tomorrow friday 5", ("tomorrow = Thursday March 4", "friday 5 = Friday March 5")),
    ("tomorrow, friday", ("tomorrow = Thursday March 4", "friday = Friday March 5")),
    (
        "mañana viernes 6",
        ("mañana = jueves 4 de marzo", "viernes = viernes 5 de marzo", "6 = sábado 6 de marzo"),
    ),
    ("hoy jueves 4 de marzo", ("hoy = miércoles 3 de marzo", "jueves 4 de marzo = jueves 4 de marzo")),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_each_of_several_days_is_told(text: str, told: tuple[str, ...]) -> None:
    found = disagreement(text, READER)
    assert found is not None
    assert (found.code, found.said) == (ProblemCode.DAYS_DISAGREE, told)


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_a_meeting_on_several_days_is_asked_about(text: str, told: tuple[str, ...]) -> None:
    asked = take_occasion(f"{text} 10:00 Cargadores", READER)
    assert isinstance(asked, Problem)
    assert (asked.code, asked.suggestions) == (ProblemCode.DAYS_DISAGREE, told)
    assert take_day(text, READER) == (None, text)


def test_an_action_due_on_several_days_is_asked_about() -> None:
    asked = deadline_problem("Comprar mapas para mañana viernes 5", READER)
    assert asked is not None
    assert asked.code is ProblemCode.DAYS_DISAGREE


@pytest.mark.parametrize("text", ["mañana jueves 4", "tomorrow thursday", "hoy miércoles 3 de marzo"])
def test_days_that_agree_are_one(text: str) -> None:
    assert disagreement(text, READER) is None
    assert take_day(text, READER)[0] is not None


def test_a_number_before_a_time_is_no_hour() -> None:
    asked = take_occasion("mon 9 5pm Chargers", READER)
    assert asked == Problem(ProblemCode.WEEKDAY_DISAGREES, "mon 9", ("Tuesday March 9", "Monday March 8"))
    alone = take_occasion("mon 9 Chargers", READER)
    assert isinstance(alone, Problem)
    assert "mon 9:00" in alone.suggestions
