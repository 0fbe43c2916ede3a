"""What stands at the end of a first line is understood when lines follow, and those stay in the text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.reference import Reference, Series
from handlers.grammar.actions import ActionWanted
from handlers.grammar.dates.rules import Reader
from handlers.grammar.evidence import EvidenceWanted, read_evidence
from handlers.grammar.references import split_answers
from handlers.grammar.themes import ThemeTaken, take_theme
from handlers.words.slack_text import Mention
from tests.unit.handlers.grammar.lists import Themes
from tests.unit.handlers.grammar.orders import read_action

MONDAY = Reader(today=date(2027, 3, 8), day_first=True)
PEOPLE = (Mention("U1", "@lead"),)
FRIDAY, LATE_JUNE = date(2027, 3, 12), date(2027, 6, 30)


def obstacles(*numbers: int) -> tuple[Reference, ...]:
    return tuple(Reference(Series.OBSTACLE, number) for number in numbers)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Send it due friday\n- by state", ActionWanted("Send it\n- by state", None, FRIDAY)),
        ("Send it due friday\n  by state", ActionWanted("Send it\n  by state", None, FRIDAY)),
        ("Send it due friday  \r\n\tby state", ActionWanted("Send it\n\tby state", None, FRIDAY)),
        ("Send it due friday\n> as they said", ActionWanted("Send it\n> as they said", None, FRIDAY)),
        ("Send it by friday, please\n1. one\n2. two", ActionWanted("Send it\n1. one\n2. two", None, FRIDAY)),
        ("Send it due friday:\nby state", ActionWanted("Send it:\nby state", None, FRIDAY)),
        ("Send it (due friday).\nby state", ActionWanted("Send it\nby state", None, FRIDAY)),
        ("Send it due friday\nBy state", ActionWanted("Send it\nBy state", None, FRIDAY)),
        ("Send it due friday\n\nby state", ActionWanted("Send it\n\nby state", None, FRIDAY)),
        ("Enviarlo para el viernes\n- por estado", ActionWanted("Enviarlo\n- por estado", None, FRIDAY)),
        (
            "@lead enviarlo antes del 30 de junio:\n• por estado\n• por sector",
            ActionWanted("enviarlo:\n• por estado\n• por sector", "U1", date(2027, 6, 29)),
        ),
        (
            "Enviarlo que vence el viernes\n¿Por estado?",
            ActionWanted("Enviarlo\n¿Por estado?", None, FRIDAY),
        ),
        ("due friday:\n- one\n- two", ActionWanted("- one\n- two", None, FRIDAY)),
        ("@lead due friday\n- one\n- two", ActionWanted("- one\n- two", "U1", FRIDAY)),
    ],
)
def test_a_deadline_at_the_end_of_the_first_line_is_understood(text: str, wanted: ActionWanted) -> None:
    assert read_action(text, PEOPLE, MONDAY) == wanted


@pytest.mark.parametrize("lead", ["@lead", "@lead:", "for @lead", "para @lead:"])
def test_a_list_below_an_owner_keeps_its_first_bullet(lead: str) -> None:
    assert read_action(f"{lead}\n- one\n- two", PEOPLE, MONDAY) == ActionWanted("- one\n- two", "U1")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Send it due friday\n- maps due june", ActionWanted("Send it\n- maps due june", None, FRIDAY)),
        ("Send it\n- maps due june", ActionWanted("Send it\n- maps", None, LATE_JUNE)),
        ("Send it\n- maps\ndue friday", ActionWanted("Send it\n- maps", None, FRIDAY)),
        ("Send it due friday\nplease", ActionWanted("Send it", None, FRIDAY)),
        ("Send it due\nfriday", ActionWanted("Send it", None, FRIDAY)),
    ],
)
def test_of_two_deadlines_that_of_the_first_line_counts(text: str, wanted: ActionWanted) -> None:
    assert read_action(text, PEOPLE, MONDAY) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "We should finish by friday\nor the ministry asks",
        "Entregar el censo para el viernes\no avisar antes",
        "We should finish by friday\n(or say why)",
        "We should finish by friday,\nor say why",
        "We should finish by friday...\nor say why",
        "Finish it by june\n2028 is too late",
        "Prepare the meeting of friday\n- agenda",
        "Carta para el gobernador\n- copia",
        "Prepare it due soon\n- agenda",
        "Prepare it\n- due friday, if not before\n- agenda",
    ],
)
def test_a_sentence_that_goes_on_and_other_words_stay_in_the_text(text: str) -> None:
    assert read_action(text, PEOPLE, MONDAY) == ActionWanted(text)


@pytest.mark.parametrize(
    ("typed", "text", "numbers"),
    [
        ("A map for O-3\n- first", "A map\n- first", (3,)),
        ("A map for O-3, O-4:\nfirst", "A map:\nfirst", (3, 4)),
        ("Un mapa para los obstáculos O3 y O4\n  primero", "Un mapa\n  primero", (3, 4)),
        ("A map for O-3 for O-4\n- first", "A map\n- first", (3, 4)),
        ("A map for O-3\n- of states for O-4", "A map\n- of states", (3, 4)),
        ("A map for O-3\n- of states for O-3", "A map\n- of states", (3,)),
        ("A map for O-3\nO-4", "A map", (3, 4)),
        ("for O-3:\n- first", "- first", (3,)),
        ("A map\n- of states for O-4", "A map\n- of states", (4,)),
        ("A map for O-3\nand for drivers", "A map for O-3\nand for drivers", ()),
        ("Un mapa para O-3\ny conductores", "Un mapa para O-3\ny conductores", ()),
        ("A successor for R-2\n- first", "A successor for R-2\n- first", ()),
        ("A map\nfor O-3\n- first", "A map\nfor O-3\n- first", ()),
    ],
)
def test_obstacles_at_the_end_of_the_first_line_are_answered(
    typed: str, text: str, numbers: tuple[int, ...]
) -> None:
    assert split_answers(typed) == (text, obstacles(*numbers))


def test_evidence_is_attached_to_what_its_first_line_names() -> None:
    supports = (Reference(Series.RECOMMENDATION, 2), *obstacles(3))
    assert read_evidence("Census for R-2, O-3\n- page 4") == EvidenceWanted(
        title="Census\n- page 4", supports=supports
    )


@pytest.mark.parametrize("key", ["theme:human-capital", "theme: human capital", "tema:capital humano"])
@pytest.mark.parametrize("below", ["\n- of drivers", "\n  of drivers", "\n\nDrivers"])
def test_a_theme_at_the_end_of_the_first_line_is_taken(themes: Themes, key: str, below: str) -> None:
    assert take_theme(f"Training {key}{below}", themes) == ThemeTaken(f"Training{below}", "human-capital")


def test_a_theme_behind_a_space_is_prose_where_the_sentence_goes_on_below(themes: Themes) -> None:
    line = "Training theme: human capital\nof drivers"
    assert take_theme(line, themes) == ThemeTaken(line, None)
    close = line.replace(": ", ":")
    assert take_theme(close, themes) == ThemeTaken("Training\nof drivers", "human-capital")


PIECES = """
Send ask of the maps para drivers by due for O-3 friday
"""
PROSE = st.lists(st.sampled_from(PIECES.split()), max_size=6).map(" ".join)
LEADING = frozenset(
    [
        "a",
        "antes",
        "before",
        "by",
        "del",
        "due",
        "el",
        "for",
        "no",
        "not",
        "on",
        "or",
        "para",
        "till",
        "until",
        "vence",
        "y",
    ]
)
"""Words that belong to a day behind them."""
WORDS = st.from_regex(r"[A-Z][a-z]{0,7}", fullmatch=True).filter(lambda word: word.lower() not in LEADING)
BEGINS = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
DUE = st.sampled_from(["due friday", "para el viernes", "by friday, please", "(que vence el viernes)."])
ANSWERS = st.sampled_from(["for O-7", "para el obstáculo O-7", "(for the obstacle O-7)", "FOR o7 thanks"])
OPENS = st.sampled_from(["- ", "• ", "12. ", "  ", "\t", "> ", "```", "\n"])
BELOW = st.lists(st.tuples(OPENS, BEGINS.map(str.lower)).map("".join), min_size=1, max_size=4).map("\n".join)


@given(BEGINS, DUE, ANSWERS, BELOW)
def test_a_first_line_says_the_same_with_any_lines_below(
    begins: str, due: str, answers: str, below: str
) -> None:
    assert read_action(f"{begins} {due}\n{below}", PEOPLE, MONDAY) == ActionWanted(
        f"{begins}\n{below}", None, FRIDAY
    )
    assert split_answers(f"{begins} {answers}\n{below}") == (f"{begins}\n{below}", obstacles(7))


@given(PROSE, st.sampled_from(["or", "y", "(and", "2028", "“por"]))
def test_nothing_is_taken_from_a_sentence_that_goes_on(prose: str, begins: str) -> None:
    text = f"{prose}\n{begins} so it was".strip()

    assert read_action(text, PEOPLE, MONDAY) == ActionWanted(text)
    assert split_answers(text) == (text, ())
