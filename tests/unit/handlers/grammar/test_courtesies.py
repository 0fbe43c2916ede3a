"""Greetings and thanks, and what only begins like them."""

import pytest

from handlers.grammar.command import parse
from handlers.grammar.courtesies import Courtesy, Said, read_courtesy, without_courtesy


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
    assert read_courtesy(line) == Said(Courtesy.GREETING)


@pytest.mark.parametrize(
    "line",
    [
        "gracias",
        "¡Muchas gracias!",
        "mil gracias 🙏",
        "thanks",
        "Thank you very much.",
        "ok, gracias!",
        "No, gracias",
        "Perfecto, muchas gracias a todos",
        "Thanks, that's all for today",
        "gracias, es todo por hoy",
        "Ok",
        "Entendido.",
    ],
)
def test_thanks_are_thanks(line: str) -> None:
    assert read_courtesy(line) == Said(Courtesy.THANKS)


@pytest.mark.parametrize("line", ["gracias por todo", "Thanks for the map, team", "ok gracias por avisar"])
def test_thanks_may_say_what_they_are_for(line: str) -> None:
    assert read_courtesy(line) == Said(Courtesy.THANKS, whole=False)


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
        "no",
        "sí",
        "lista",
        "lista todos",
        "lista todas",
        "thanks to CFE there is a map",
        "ok el lunes",
        "no hay gracias",
    ],
)
def test_what_says_more_or_less_is_none(line: str) -> None:
    assert read_courtesy(line) is None


@pytest.mark.parametrize(
    ("line", "behind"),
    [
        ("hola, nota: CFE abre un centro", "nota: CFE abre un centro"),
        ("Hola a todos! obstáculo falta luz", "obstáculo falta luz"),
        ("buenas tardes equipo, obstáculo: falta luz", "obstáculo: falta luz"),
        ("hi note CFE opens", "note CFE opens"),
        ("hey, action <@U0DOE|doe-us> send it", "action <@U0DOE|doe-us> send it"),
        ("Good morning! R-1 done", "R-1 done"),
        ("hola :wave: ver R-1", "ver R-1"),
        ("hola, el censo empieza", "el censo empieza"),
        ("hola\nnota: dos &amp; tres", "nota: dos &amp; tres"),
        ("ok, gracias. lista notas", "lista notas"),
        ("sí, nota: CFE vino", "nota: CFE vino"),
        ("ok decision: el censo va primero", "decision: el censo va primero"),
        ("bueno nota: CFE vino", "nota: CFE vino"),
        ("gracias! cómo vamos?", "cómo vamos?"),
        ("Thanks, where do we stand?", "where do we stand?"),
        ("please list actions", "list actions"),
        ("Por favor, ver R-1", "ver R-1"),
        ("hi, hello, note x", "note x"),
    ],
)
def test_the_line_behind_a_courtesy_is_read_as_if_it_stood_alone(line: str, behind: str) -> None:
    assert without_courtesy(parse(line)) == parse(behind)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "hola",
        "hola, buenos días",
        "gracias al censo hay mapa",
        "gracias, el censo empieza",
        "no, nota",
        "No plan has been made",
        "great support from CFE",
        "Excelente avance en Puebla",
        "si reunión se cancela",
        "buenas recomendaciones de la mesa",
        "Excelente acuerdo: primero el censo",
        "great decision: the census",
        "ok decision making takes time",
        "well planned routes",
        "hi R-2",
        "hola Nuevo León",
        "saludos a la CRE",
        "holanda, nota",
        "nota hola, nota",
        "please send the map",
    ],
)
def test_what_goes_on_is_no_courtesy_before_a_line(line: str) -> None:
    assert without_courtesy(parse(line)) == parse(line)
