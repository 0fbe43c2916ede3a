"""What is recorded of texts as impatient people type them."""

from __future__ import annotations

import pytest

from tests.fakes.scene import CHAIR, LEAD
from tests.unit.handlers.talk import Talk

MAP = "recommend Publish the map"


@pytest.fixture
async def talk(talk: Talk) -> Talk:
    for line in (
        "obstacle Permits take months",
        "obstacle Nobody trains inspectors",
        "recommend One window for permits",
        "action Send the census due december 4",
    ):
        await talk.channel(line, CHAIR)
    return talk


@pytest.mark.parametrize(
    ("line", "answers", "text"),
    [
        ("recommend For O-1: publish the map", "answers O-1", "publish the map"),
        ("recommend for O-1 publish the map", "answers O-1", "publish the map"),
        ("recommend O-1: publish the map", "answers O-1", "publish the map"),
        ("recommend To solve O-1: publish the map", "answers O-1", "publish the map"),
        ("recommend Para O-1 y O-2, publicar el mapa", "answers O-1 and O-2", "publicar el mapa"),
        ("recomendar para el obstáculo O-1 \u2013 publicar el mapa", "answers O-1", "publicar el mapa"),
        (f"{MAP} (O-1)", "answers O-1", "Publish the map"),
        (f"{MAP} [for O-1, O-2]", "answers O-1 and O-2", "Publish the map"),
        (f"{MAP}, answers O-1", "answers O-1", "Publish the map"),
        ("recomendar Publicar el mapa, responde a O-1", "answers O-1", "Publicar el mapa"),
        ("recomendar Publicar el mapa p/ O-1", "answers O-1", "Publicar el mapa"),
        ("recommend For O-2: publish the map for O-1", "answers O-2 and O-1", "publish the map"),
    ],
)
async def test_a_recommendation_is_linked_however_the_obstacles_are_set_off(
    line: str, answers: str, text: str, talk: Talk
) -> None:
    said = await talk.channel(line, CHAIR)
    assert f"{answers}: " in said
    assert said.rpartition(": ")[2] == text


@pytest.mark.parametrize(
    "text",
    [
        "Answer O-1, then publish the map",
        "A window that answers O-1",
        "Publish the map (see O-1)",
        "O-1, O-2 and the map",
        "For R-1: publish the map",
        "For O-1 and what it costs, publish the map",
        "Publish the map, as for O-1 and others",
    ],
)
async def test_obstacles_that_are_words_of_a_sentence_stay_in_it(text: str, talk: Talk) -> None:
    assert (await talk.channel(f"recommend {text}", CHAIR)) == f"*R-2* recommendation, no theme: {text}"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("evidence https://example.org/a For R-1: census", "for R-1: census"),
        ("evidencia https://example.org/a para O-1, censo", "for O-1: censo"),
        ("evidence for O-1 https://example.org/a census", "for O-1: census"),
        ("evidence https://example.org/a Standard A-3: chargers", "Standard A-3: chargers"),
    ],
)
async def test_evidence_is_attached_where_its_items_stand_in_front(line: str, told: str, talk: Talk) -> None:
    assert told in await talk.channel(line, CHAIR)


@pytest.mark.parametrize("line", ["note - the census", "note \u2013 the census", "note — the census"])
async def test_a_dash_behind_the_verb_is_no_word_of_the_text(line: str, talk: Talk) -> None:
    assert await talk.channel(line, CHAIR) == "*N-1* note, no theme: the census"


async def test_the_dashes_of_a_list_stay(talk: Talk) -> None:
    await talk.channel("note - one\n- two", CHAIR)
    assert talk.record.notes.by_number[1].text.original == "- one\n- two"


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("action Send the map friday", "friday"),
        ("action Send the map in 2 weeks", "in 2 weeks"),
        ("action Send the map, friday 5pm", "friday"),
        ("action Revisar la norma pasado mañana", "pasado mañana"),
        ("action Revisar la norma fin de mes", "fin de mes"),
    ],
)
async def test_a_day_that_stays_in_the_text_of_an_action_is_told(line: str, kept: str, talk: Talk) -> None:
    assert f"“{kept}” stays in the text" in await talk.channel(line, CHAIR)


@pytest.mark.parametrize(
    "text",
    [
        "Review the agenda of friday",
        "Contar permisos cada mes",
        "Keep the plant open 24/7",
        "Compare with yesterday",
        "Preparar la agenda de hoy",
    ],
)
async def test_a_day_that_a_sentence_speaks_of_is_not_told(text: str, talk: Talk) -> None:
    assert "stays in the text" not in await talk.channel(f"action {text}", CHAIR)


@pytest.mark.parametrize(
    "line", [f"action Send the map <@{LEAD}> friday", f"tarea Revisar la norma <@{LEAD}> viernes"]
)
async def test_a_person_in_front_of_a_day_at_the_end_is_asked_about(line: str, talk: Talk) -> None:
    answer = await talk.hears(line, CHAIR)
    assert answer.message.text.startswith("Is it for “")
    assert not answer.in_channel


@pytest.mark.parametrize("courtesy", ["please", "por favor", "favor de", "pls,"])
async def test_a_courtesy_does_not_hide_whose_an_action_is(courtesy: str, talk: Talk) -> None:
    said = await talk.channel(f"action {courtesy} <@{LEAD}> send the map", CHAIR)
    assert said == f"*A-2* action, no theme, owner: {LEAD}, due Monday, Nov 30, 2026: send the map"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("action Send the map - due friday", "due Friday, Nov 27, 2026: Send the map"),
        ("tarea Enviar el mapa p/ el viernes", "due Friday, Nov 27, 2026: Enviar el mapa"),
        ("recommend Publish the map - by june 30", "due Wednesday, Jun 30, 2027: Publish the map"),
        ("recommend Publish the map by end of q1", "due Wednesday, Mar 31, 2027: Publish the map"),
    ],
)
async def test_a_day_is_read_with_what_parts_it_from_the_text(line: str, told: str, talk: Talk) -> None:
    assert (await talk.channel(line, CHAIR)).endswith(told)


@pytest.mark.parametrize("day", ["due 2/30", "by 11/31", "para el 31/11"])
async def test_a_day_in_numbers_that_no_calendar_has_is_asked_about(day: str, talk: Talk) -> None:
    assert (await talk.alone(f"action Send the map {day}", CHAIR)).startswith("No calendar has ")
