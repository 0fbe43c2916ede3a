"""A weekday that is not the date's is asked about wherever a date is read, never half of it taken."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.grammar.actions import read_action_part
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


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Call them due 15", ProblemCode.DATE_UNKNOWN),
        ("Llamarles vence 15", ProblemCode.DATE_UNKNOWN),
        ("Call them due mar 8-10", ProblemCode.DATE_RANGE),
        ("Call them due mon 8 to wed 10", ProblemCode.DATE_RANGE),
        ("Llamarles para el 8 al 10 de marzo", ProblemCode.DATE_RANGE),
        ("Llamarles para el 1 de marzo", ProblemCode.DATE_PASSED),
    ],
)
def test_an_action_asks_about_a_deadline_that_is_no_one_day(text: str, code: ProblemCode) -> None:
    wanted, problems = read_action_part(text, (), setting_with().reader)
    assert (wanted.text, wanted.due_on) == (text, None)
    assert [each.code for each in problems.values()] == [code]


@pytest.mark.parametrize("text", ["Buy trucks by 15", "Buses para 15", "Cut delays by 5 to 10 days"])
def test_an_amount_at_the_end_of_an_action_is_no_deadline(text: str) -> None:
    assert read_action_part(text, (), setting_with().reader)[1] == {}
