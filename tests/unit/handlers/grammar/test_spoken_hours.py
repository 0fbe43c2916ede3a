"""Hours in words: understood where it is told which half of the day, asked about where it is not."""

from __future__ import annotations

from datetime import date, time

import pytest

from handlers.grammar.dates.rules import Reader
from handlers.grammar.occasions import OccasionTaken, take_occasion
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.rearrangements import read_arrangement
from handlers.grammar.times import TimeTaken, take_one_time

READER = Reader(today=date(2027, 3, 3), day_first=True)


@pytest.mark.parametrize(
    ("text", "at", "rest"),
    [
        ("friday at one pm Chargers", time(13), "Chargers"),
        ("friday at one thirty pm", time(13, 30), ""),
        ("friday at two forty-five in the afternoon", time(14, 45), ""),
        ("viernes a la una de la tarde", time(13), ""),
        ("viernes a la una y media de la tarde; Mapas", time(13, 30), "Mapas"),
        ("viernes a las cinco y cuarto de la tarde", time(17, 15), ""),
        ("viernes a las once Mapas", time(11), "Mapas"),
    ],
)
def test_an_hour_in_words_is_read_to_its_end(text: str, at: time, rest: str) -> None:
    taken = take_occasion(text, READER)
    assert isinstance(taken, OccasionTaken), taken
    assert (taken.at, taken.rest) == (at, rest)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("friday at one", "at one"),
        ("friday at one o'clock", "at one o'clock"),
        ("friday at one thirty", "at one thirty"),
        ("viernes a la una", "a la una"),
        ("viernes a la una Mapas", "a la una"),
        ("viernes a las tres y media", "a las tres y media"),
    ],
)
def test_an_early_hour_in_words_is_asked_about(text: str, word: str) -> None:
    taken = take_occasion(text, READER)
    assert isinstance(taken, OccasionTaken), taken
    assert taken.either is not None
    assert taken.either.typed.endswith(word)
    asked = read_arrangement(text, READER, "America/Mexico_City")
    assert isinstance(asked, Problem)
    assert (asked.code, asked.word) == (ProblemCode.HOUR_EITHER, taken.either.typed)


def test_one_of_something_is_no_hour() -> None:
    asked = take_occasion("friday at one of the plants", READER)
    assert isinstance(asked, Problem)
    assert asked.code is ProblemCode.HOUR_MISSING


def test_of_a_digest_too_an_early_hour_in_words_is_asked_about() -> None:
    for text in ("mon at one", "lunes a la una"):
        asked = take_one_time(text)
        assert isinstance(asked, Problem)
        assert asked.code is ProblemCode.HOUR_EITHER
    assert take_one_time("lunes a la una de la tarde") == TimeTaken(time(13), "lunes  ")
