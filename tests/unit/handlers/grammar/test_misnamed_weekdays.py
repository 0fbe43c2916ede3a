"""A weekday that is not the date's is asked about wherever a date is read, never half of it taken."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.record_pairs import take_record_pairs
from handlers.grammar.wanted import Wanted
from tests.fakes.setting import setting_with
from tests.unit.handlers.grammar.lists import Themes, read

FIFTEENTH = date(2027, 3, 15)


@pytest.mark.parametrize("text", ["due:monday 15", "due: the 15th", "vence: el lunes 15", "vence: el 15"])
def test_what_is_due_through_a_weekday_and_number_is_listed(text: str, themes: Themes) -> None:
    assert read(text, themes) == Wanted(due=FIFTEENTH)


@pytest.mark.parametrize("text", ["since monday 1", "desde el lunes 1", "since:lunes 1"])
def test_looking_back_they_are_the_last_such_day(text: str, themes: Themes) -> None:
    assert read(text, themes) == Wanted(since=date(2027, 3, 1))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("due:tuesday 15", ("Monday March 15", "Tuesday March 16")),
        ("desde el martes 1", ("lunes 1 de marzo", "martes 2 de marzo")),
        ("until:martes 1", ("lunes 1 de marzo", "martes 2 de marzo")),
    ],
)
def test_a_list_asks_which_day_was_meant(text: str, meant: tuple[str, ...], themes: Themes) -> None:
    found = read(text, themes)
    assert isinstance(found, Problem)
    assert (found.code, found.suggestions) == (ProblemCode.WEEKDAY_DISAGREES, meant)


def test_so_does_a_record() -> None:
    taken = take_record_pairs("Call them due:monday 15", (), setting_with(), {"due"})
    assert (taken.text, taken.said.due_on, dict(taken.problems)) == ("Call them", FIFTEENTH, {})
    wrong = take_record_pairs("Call them due:tuesday 15", (), setting_with(), {"due"})
    assert [each.code for each in wrong.problems.values()] == [ProblemCode.WEEKDAY_DISAGREES]
    assert wrong.said.due_on is None
