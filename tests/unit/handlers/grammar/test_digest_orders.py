"""What is to be done with a digest, on which date: as people in both countries say it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.group import Theme
from handlers.grammar.dates.rules import Reader
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.schedules import DigestAction, DigestOrder, read_digest, says_order
from tests.fakes.setting import setting_with

HERE = "America/Mexico_City"
MARCH_8 = date(2027, 3, 8)
Themes = tuple[Theme, ...]


@pytest.mark.parametrize(
    "text", ["unskip 3", "no omitir D-3", "no saltar #3", "don\u2019t skip D-3", "unskip D-3 2027-03-08"]
)
def test_the_way_back_from_skipping_is_read(text: str, themes: Themes) -> None:
    found = read_digest(text, themes, HERE)
    assert isinstance(found, DigestOrder)
    assert (found.action, found.number) == (DigestAction.UNSKIP, 3)
    assert (found.on is not None) == text.endswith("08")


@pytest.mark.parametrize(
    ("text", "number", "on"),
    [
        ("no omitir el 8 de marzo", None, MARCH_8),
        ("unskip D-1 mar 8", 1, MARCH_8),
        ("unskip 2027-03-08", None, MARCH_8),
        ("unskip monday", None, MARCH_8),
        ("don't skip d 2 on March 8", 2, MARCH_8),
        ("do not skip", None, None),
        ("do not skip D-4", 4, None),
        ("no omitirlo", None, None),
        ("don't skip it", None, None),
        ("no omitir el próximo", None, None),
    ],
)
def test_the_way_back_is_read_of_any_date_and_of_the_only_digest(
    text: str, number: int | None, on: date | None, themes: Themes
) -> None:
    setting = replace(setting_with(themes), reader=Reader(date(2027, 3, 2), day_first=False))
    assert read_digest(text, themes, HERE, setting) == DigestOrder(DigestAction.UNSKIP, number, on)


@pytest.mark.parametrize(
    ("text", "number", "on"),
    [
        ("omitir el próximo", None, None),
        ("skip the next one", None, None),
        ("skip D-1 next", 1, None),
        ("omitir D-1 el 8 de marzo", 1, MARCH_8),
        ("skip 8 march", None, MARCH_8),
        ("omitir el lunes 8", None, MARCH_8),
        ("omitir D-1 el 8", 1, MARCH_8),
    ],
)
def test_what_is_to_be_skipped_is_read_as_people_say_it(
    text: str, number: int | None, on: date | None, themes: Themes
) -> None:
    setting = replace(setting_with(themes), reader=Reader(date(2027, 3, 2), day_first=False))
    assert read_digest(text, themes, HERE, setting) == DigestOrder(DigestAction.SKIP, number, on)


@pytest.mark.parametrize(
    ("text", "is_order"),
    [
        ("unskip monday", True),
        ("skip D-1", True),
        ("pause", True),
        ("edit D-1 mon 9:00", False),
        ("weekly mon 9:00", False),
        ("omitir sin novedades lunes", False),
        ("", False),
    ],
)
def test_an_order_is_no_schedule(text: str, *, is_order: bool) -> None:
    assert says_order(text) is is_order


@pytest.mark.parametrize("text", ["omitir el martes 8", "skip D-1 tuesday 8", "unskip D-1 tuesday 8"])
def test_a_date_whose_weekday_is_another_is_asked_about(text: str, themes: Themes) -> None:
    setting = replace(setting_with(themes), reader=Reader(date(2027, 3, 2), day_first=False))
    found = read_digest(text, themes, HERE, setting)
    assert isinstance(found, Problem)
    assert found.code is ProblemCode.WEEKDAY_DISAGREES
