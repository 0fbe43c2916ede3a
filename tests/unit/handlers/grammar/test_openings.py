"""What a line begins with, behind the command and in a message."""

from __future__ import annotations

import pytest

from handlers.grammar.command import parse
from handlers.grammar.openings import Asked, read_opening
from handlers.grammar.verbs import Unknown, Verb, VerbFound

PROSE = [
    "No se ha publicado la norma",
    "no hay suficientes técnicos",
    "not enough chargers at Laredo",
    "se acordó usar NOM-163",
    "La CRE no vino hoy",
    "en la reunión se dijo que sí",
    "in the meeting they said so",
    "de la reunión salió un mapa",
    "Faltan técnicos en Puebla",
    "Esta semana no hay reunión",
    "with CFE we agreed on a map",
    "can we move the deadline",
    "EV adoption is slow",
    "Su propuesta llegó tarde",
    "Termina el plazo de la NOM",
    "put the map on the agenda",
    "most plants have no chargers",
    "Pendiente enviar el censo",
    "A la CRE le falta el mapa",
    "I support the map",
    "Y el censo sigue",
    "do the map first",
    "corre el plazo de la NOM",
]


@pytest.mark.parametrize("line", PROSE)
@pytest.mark.parametrize("in_message", [False, True])
def test_a_sentence_begins_with_no_verb(line: str, in_message: bool) -> None:  # noqa: FBT001 - both places
    assert read_opening(parse(line), in_message=in_message) == Unknown(line.split(maxsplit=1)[0], ())


@pytest.mark.parametrize(
    "line", ["nota CFE vino", "Note: said", "done A-1", "apoya R-1", "obs", "", "hist R-2"]
)
@pytest.mark.parametrize("in_message", [False, True])
def test_a_verb_is_one_everywhere(line: str, in_message: bool) -> None:  # noqa: FBT001 - both places
    assert isinstance(read_opening(parse(line), in_message=in_message), VerbFound)


@pytest.mark.parametrize(
    ("line", "verb"),
    [
        ("termina A-1", Verb.DONE),
        ("do A-1", Verb.DONE),
        ("do", Verb.DONE),
        ("pendiente", Verb.GAPS),
        ("est", Verb.STATUS),
    ],
)
@pytest.mark.parametrize("in_message", [False, True])
def test_a_word_of_its_own_is_a_verb_alone_or_before_an_item(line: str, verb: Verb, in_message: bool) -> None:  # noqa: FBT001 - both places
    found = read_opening(parse(line), in_message=in_message)
    assert isinstance(found, VerbFound)
    assert found.verb is verb


@pytest.mark.parametrize("line", ["no A-1", "el A-1", "con A-1", "no", "la R-2 sigue", "te A-1"])
def test_a_small_word_is_no_verb_even_before_an_item(line: str) -> None:
    assert isinstance(read_opening(parse(line), in_message=False), Unknown)


@pytest.mark.parametrize(
    "line", ["problem solved, thanks", "problema con el resumen", "Problem with the bot?"]
)
def test_a_problem_is_one_in_front_of_a_colon_alone(line: str) -> None:
    missed = read_opening(parse(line), in_message=False)
    assert missed == Unknown(line.split(maxsplit=1)[0], (Verb.OBSTACLE,))
    behind = read_opening(parse(line.replace(" ", ": ", 1)), in_message=False)
    assert isinstance(behind, VerbFound)


@pytest.mark.parametrize("line", ["action items from today: send it", "acción items", "task items for CFE"])
def test_action_items_are_offered(line: str) -> None:
    assert isinstance(read_opening(parse(line), in_message=False), Unknown)


@pytest.mark.parametrize(
    ("line", "verb"),
    [
        ("obs falta luz", Verb.OBSTACLE),
        ("recom a map", Verb.RECOMMEND),
        ("apoya la CRE", Verb.SUPPORT),
        ("dec usar NOM-163", Verb.DECISION),
    ],
)
def test_the_beginning_of_a_verb_is_one_behind_the_command_and_offered_in_a_message(
    line: str, verb: Verb
) -> None:
    found = read_opening(parse(line), in_message=False)
    assert isinstance(found, VerbFound)
    assert found.verb is verb
    assert read_opening(parse(line), in_message=True) == Unknown(line.split(maxsplit=1)[0], (verb,))


@pytest.mark.parametrize(
    ("line", "verb"),
    [
        ("done? A-1", Verb.DONE),
        ("¿hecho A-1", Verb.DONE),
        ("done A-1?", Verb.DONE),
        ("¿Retirar R-1?", Verb.WITHDRAW),
        ("withdraw R-1 ?", Verb.WITHDRAW),
        ("move R-1 to agreed?", Verb.MOVE),
        ("move R-1 to agreed because CFE agreed?", Verb.MOVE),
        ("¿mover R-1 a acordada porque quién paga?", Verb.MOVE),
        ("mover R-1 ¿en revisión? porque ¿quién paga?", Verb.MOVE),
        ("asignar A-1 @doe?", Verb.ASSIGN),
        ("support R-2?", Verb.SUPPORT),
        ("digest? weekly", Verb.DIGEST),
        ("nota? del censo", Verb.NOTE),
    ],
)
def test_a_question_is_no_order(line: str, verb: Verb) -> None:
    assert read_opening(parse(line), in_message=False) == Asked(line.split(maxsplit=1)[0], (verb,))


@pytest.mark.parametrize(
    "line",
    [
        "note who pays?",
        "objetar R-2 ¿quién paga?",
        "withdraw R-2 because who would pay?",
        "edit R-2 Who pays?",
        "move R-1 under review because who pays?",
        "mover R-1 en revisión porque ¿quién paga?",
        "mover R-1 en revisión porque CFE pregunta ¿quién paga?",
        "help?",
        "¿ayuda? nota",
        "status? infra",
        "done! A-1",
    ],
)
def test_a_question_among_the_words_is_theirs(line: str) -> None:
    assert isinstance(read_opening(parse(line), in_message=False), VerbFound)
