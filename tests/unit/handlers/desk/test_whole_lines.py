"""Lines that begin with no verb: nothing is written, and all their words are a press away from a note."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.people import Role
from handlers.desk.answer import Reply
from handlers.desk.mending import KEPT
from handlers.grammar.command import parse
from handlers.parts.next_steps import Press
from tests.fakes.scene import CHAIR, MEMBER
from tests.unit.handlers.accepted import buttons, message_violations
from tests.unit.handlers.desk.house import DIRECT, House, interaction
from tests.unit.handlers.desk.test_courtesy import said_to
from tests.unit.handlers.talk import Talk, filled, lines

NOTES = {"Record as a note", "Registrar como nota"}


def offered(answer: Reply) -> list[str]:
    """What the form of a note would have."""
    made = [button for button in buttons(answer.message) if button["action_id"].startswith(Press.FILL)]
    return [button["value"] for button in made if button["text"]["text"] in NOTES]


@pytest.mark.parametrize(
    "line",
    [
        "No se ha publicado la norma",
        "no hay suficientes técnicos",
        "not enough chargers at Laredo",
        "se acordó usar NOM-163",
        "La CRE no vino: ni hoy",
        "Pendiente: enviar el censo",
        "xyzzy nothing at all",
    ],
)
async def test_a_sentence_is_offered_whole_and_written_by_nobody(talk: Talk, line: str) -> None:
    before = talk.record.changes.last_number
    answer = await talk.hears(line)
    assert not answer.in_channel
    assert offered(answer) == [f"note {line}"]
    assert talk.record.changes.last_number == before
    assert line in str(await filled(talk, f"note {line}"))


@pytest.mark.parametrize("line", ["No, así no", "no se publicó la norma", "obs falta luz", "meet with CFE"])
async def test_a_message_is_offered_whole_too(house: House, line: str) -> None:
    answer = await said_to(house, line)
    assert [value for value in lines(answer) if value.endswith(f" {line}")]
    assert Talk(house, house.router()).record.changes.last_number == 0


@pytest.mark.parametrize(
    "line", ["My plant closes on friday", "idioma difícil de la norma", "members are unhappy with it"]
)
async def test_a_sentence_in_a_message_that_begins_like_a_verb_is_offered_whole(
    house: House, line: str
) -> None:
    assert offered(await said_to(house, line)) == [f"note {line}"]


@pytest.mark.parametrize("line", ["mine banana", "status of the talent", "list obstcles"])
async def test_a_word_that_a_verb_does_not_know_is_no_sentence(house: House, line: str) -> None:
    assert offered(await said_to(house, line)) == []


async def test_a_long_line_is_kept_for_its_form(talk: Talk) -> None:
    line = f"no {'chargers ' * 300}".strip()
    (kept,) = offered(await talk.hears(line))
    assert kept.startswith(KEPT)
    assert line in str(await filled(talk, kept))


async def test_a_word_alone_and_whoever_may_not_record_are_offered_no_note(talk: Talk) -> None:
    assert offered(await talk.hears("xyzzy")) == []
    talk.seat(MEMBER, role=Role.OBSERVER)
    assert offered(await talk.hears("no hay mapa")) == []


@pytest.mark.parametrize("line", ["done? A-1", "¿hecho A-1?", "done A-1?"])
async def test_a_question_changes_nothing_and_the_form_is_a_press_away(talk: Talk, line: str) -> None:
    await talk.channel("action Send the map")
    before = talk.record.changes.last_number
    answer = await talk.hears(line)
    assert answer.message.text == "That looks like a question, so nothing was changed."
    assert lines(answer)[0].startswith("done A-1")
    assert buttons(answer.message)[0]["text"]["text"] == lines(answer)[0]
    assert talk.record.changes.last_number == before


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("hola, nota: CFE abre un centro", "CFE abre un centro"),
        ("hi note CFE opens a centre", "CFE opens a centre"),
        ("buenas tardes equipo, obstáculo: falta luz", "falta luz"),
    ],
)
async def test_what_stands_behind_a_greeting_is_recorded(talk: Talk, line: str, text: str) -> None:
    assert text in await talk.channel(line)


async def test_what_is_no_line_behind_a_greeting_is_offered_without_it(talk: Talk) -> None:
    assert offered(await talk.hears("hola, el censo empieza")) == ["note el censo empieza"]


async def test_thanks_for_something_are_taken_for_thanks_and_offered(talk: Talk) -> None:
    answer = await talk.hears("gracias por el mapa de CFE")
    assert answer.message.text == "You are welcome."
    assert offered(answer) == ["note gracias por el mapa de CFE"]


async def test_in_several_groups_the_line_is_offered_before_one_is_chosen(house: House) -> None:
    came_from = replace(interaction(MEMBER, DIRECT, answerable=False), trigger=None)
    router = house.router()
    answer = await router.say(await router.serving.request(came_from, parse("no hay mapa"), None, None))
    assert isinstance(answer, Reply)
    assert message_violations(answer.message) == []
    assert offered(answer) or "nota no hay mapa" in lines(answer)


@pytest.mark.parametrize(
    "line", ["problema con el resumen", "problem solved, thanks", "Problema resuelto, gracias"]
)
async def test_a_problem_that_no_colon_sets_off_is_offered_and_not_recorded(talk: Talk, line: str) -> None:
    before = talk.record.changes.last_number
    answer = await talk.hears(line)
    behind = line.split(maxsplit=1)[1]
    assert lines(answer)[:2] == [f"obstacle {behind}", f"note {line}"]
    assert talk.record.changes.last_number == before


@pytest.mark.parametrize("line", ["problem: no power", "problema: no power", "problem : no power"])
async def test_a_problem_that_a_colon_sets_off_is_an_obstacle(talk: Talk, line: str) -> None:
    assert "*O-" in await talk.channel(line)


async def test_a_reason_that_asks_itself_stops_no_move(talk: Talk) -> None:
    await talk.channel("recommend a map", CHAIR)
    assert "R-1" in await talk.channel("move R-1 under review because who pays?", CHAIR)


async def test_action_items_are_no_action_called_items(talk: Talk) -> None:
    before = talk.record.changes.last_number
    answer = await talk.hears("hi, action items from today: send census")
    assert "note action items from today: send census" in lines(answer)
    assert talk.record.changes.last_number == before
