"""`edit` with words that say how the text should change: they are not recorded as the text unasked."""

from __future__ import annotations

import pytest

from tests.fakes.scene import CHAIR
from tests.rendering import view_text
from tests.unit.handlers.talk import Talk, filled, lines


@pytest.fixture
async def talk(talk: Talk) -> Talk:
    """O-1 in English, O-2 in Spanish, A-1 and M-1."""
    for line in (
        "obstacle Permits take nine months",
        "obstáculo Faltan instructores de baterías",
        "acción Enviar la minuta para el 2 de diciembre",
        "meeting schedule 2026-12-10 10:00 Permits review",
    ):
        await talk.channel(line, CHAIR)
    return talk


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("nine should be twelve", "Permits take twelve months"),
        ("nine -&gt; twelve", "Permits take twelve months"),
        ("change nine to twelve", "Permits take twelve months"),
        ("replace “nine” with “twelve”", "Permits take twelve months"),
        ("s/nine/twelve/", "Permits take twelve months"),
        ("twelve instead of nine", "Permits take twelve months"),
        ("not nine but twelve", "Permits take twelve months"),
        ("permits -&gt; licences", "Licences take nine months"),
        ("add: in Puebla", "Permits take nine months in Puebla"),
        ("it says nine, it should say twelve", "Permits take twelve months"),
        ("to say Permits take a year", "Permits take a year"),
        ("must say Permits take a year", "Permits take a year"),
        ("so it says Permits take a year", "Permits take a year"),
        ("-&gt; Permits take a year", "Permits take a year"),
        ("= Permits take a year", "Permits take a year"),
        ("text to Permits take a year", "Permits take a year"),
        ("to Permits take a year", "Permits take a year"),
        ("wording: Permits take a year", "Permits take a year"),
    ],
)
async def test_the_text_as_it_would_be_is_a_press_away(said: str, text: str, talk: Talk) -> None:
    answer = await talk.hears(f"edit O-1 {said}", CHAIR)
    assert not answer.in_channel
    assert lines(answer) == [f"edit O-1 text:{text}", f"edit O-1 text:{said}"]


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("cambiar faltan por sobran", "Sobran instructores de baterías"),
        ("sobran en vez de faltan", "Sobran instructores de baterías"),
        ("dice faltan, debe decir sobran", "Sobran instructores de baterías"),
        ("agregar: en Puebla", "Faltan instructores de baterías en Puebla"),
        ("para que diga Sobran instructores", "Sobran instructores"),
        ("tiene que decir Sobran instructores", "Sobran instructores"),
        ("quedaría así: Sobran instructores", "Sobran instructores"),
        ("por Sobran instructores", "Sobran instructores"),
    ],
)
async def test_so_it_is_in_spanish(said: str, text: str, talk: Talk) -> None:
    answer = await talk.hears(f"editar O-2 {said}", CHAIR)
    assert lines(answer)[0] in {f"edit O-2 text:{text}", f"editar O-2 texto:{text}"}


@pytest.mark.parametrize(
    "line",
    [
        "edit O-1 is wrong",
        "edit O-1 typo",
        "edit O-1 please",
        "edit O-1 delete",
        "edit O-1 undo",
        "edit O-1 remove severity",
        "edit O-1 merge with O-2",
        "edit O-1 change ten to twelve",
        "editar O-2 está mal",
        "editar O-2 la fecha está mal",
        "editar O-2 borrar",
        "editar O-2 sin tema",
        "editar O-2 fusionar con O-1",
        "editar A-1 ya quedó",
        "editar A-1 pasar al 10 de diciembre",
        "editar A-1 posponer una semana",
    ],
)
async def test_an_order_is_asked_about(line: str, talk: Talk) -> None:
    number = talk.record.changes.last_number
    answer = await talk.hears(line, CHAIR)
    assert "may say how the text should change, not what it should say" in answer.message.text
    assert f"edit {' text:'.join(line.split(maxsplit=2)[1:])}" in lines(answer)
    assert talk.record.changes.last_number == number


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("edit O-1 Replace diesel buses with electric ones", "Replace diesel buses with electric ones"),
        ("edit O-1 To get a permit takes a year", "To get a permit takes a year"),
        ("edit O-1 The map is wrong", "The map is wrong"),
        ("edit O-1 text:is wrong", "is wrong"),
        ("editar O-2 Sin luz no hay carga", "Sin luz no hay carga"),
    ],
)
async def test_a_text_is_recorded_as_before(line: str, text: str, talk: Talk) -> None:
    assert text in await talk.channel(line, CHAIR)


async def test_words_left_of_a_new_date_are_not_the_text(talk: Talk) -> None:
    answer = await talk.hears("editar A-1 nueva fecha: 10 de diciembre", CHAIR)
    assert lines(answer)[0] == "assign A-1 10 de diciembre"


@pytest.mark.parametrize("said", ["2pm CT", "2pm, CT", "at 2pm CT", "a las 2 pm, CT"])
async def test_an_hour_whose_zone_is_in_doubt_is_not_what_a_meeting_is_about(said: str, talk: Talk) -> None:
    told = await talk.alone(f"edit M-1 {said}", CHAIR)
    assert told.startswith("“CT” fits several time zones.")


async def test_a_meeting_is_moved_to_an_hour_whose_zone_is_asked_about(talk: Talk) -> None:
    answer = await talk.hears("meeting move M-1 to 2pm CT", CHAIR)
    assert "meeting move M-1 to 2pm America/Chicago" in lines(answer)


async def test_the_form_has_the_present_text_where_words_are_an_order(talk: Talk) -> None:
    shown = view_text(await filled(talk, "edit O-1 is wrong", CHAIR))
    assert "Text: [Permits take nine months___]" in shown
    assert "“is wrong” may say how the text should change" in shown


async def test_other_verbs_offer_the_words_that_should_be_others(talk: Talk) -> None:
    answer = await talk.hears("change O-1 nine to twelve", CHAIR)
    assert lines(answer) == ["edit O-1 change nine to twelve"]
