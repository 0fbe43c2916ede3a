"""Greetings and thanks, and what only begins like them."""

import pytest

from handlers.grammar.courtesies import Courtesy, read_courtesy


@pytest.mark.parametrize(
    "line",
    [
        "hola",
        "¡Hola!",
        "Hola a todos :wave:",
        "hola, buenos días",
        "Buenas tardes",
        "BUENOS DIAS 👋",
        "hi",
        "Hello there!",
        "good morning, everyone",
        "hey Rapporteur",
    ],
)
def test_a_greeting_is_one_whatever_stands_around_it(line: str) -> None:
    assert read_courtesy(line) is Courtesy.GREETING


@pytest.mark.parametrize(
    "line", ["gracias", "¡Muchas gracias!", "mil gracias 🙏", "thanks", "Thank you very much."]
)
def test_thanks_are_thanks(line: str) -> None:
    assert read_courtesy(line) is Courtesy.THANKS


@pytest.mark.parametrize(
    "line",
    [
        "",
        "!",
        "nota hola",
        "hola, el censo empieza el lunes",
        "gracias al censo hay mapa",
        "history",
        "hi R-2",
        "holanda",
        "hola " * 40,
    ],
)
def test_what_says_more_or_less_is_none(line: str) -> None:
    assert read_courtesy(line) is None
