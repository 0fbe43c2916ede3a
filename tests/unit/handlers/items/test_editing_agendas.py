"""A new agenda beside where a meeting is and how people take part: told apart by a mark, or asked about."""

from __future__ import annotations

import pytest

from domain.meeting import Meeting
from tests.unit.handlers.talk import Talk, lines, meeting


@pytest.fixture
async def talk(talk: Talk) -> Talk:
    """M-1, in Room 2."""
    await talk.channel("meeting schedule next tuesday 10:00 place: Room 2; Census")
    return talk


@pytest.mark.parametrize(
    "said",
    [
        "zoom https://zoom.us/j/5",
        "Maps place: Room 5",
        "https://zoom.us/j/5 clave 123",
        "mode:online por Zoom",
    ],
)
async def test_words_beside_a_place_replace_no_agenda_unasked(said: str, talk: Talk) -> None:
    asked = await talk.hears(f"edit M-1 {said}")
    assert not asked.in_channel
    assert "a semicolon" in asked.message.text
    assert f"edit M-1 text:{said}" in lines(asked)
    assert meeting(talk).text.original == "Census"


@pytest.mark.parametrize(
    ("said", "both", "agenda"),
    [
        ("https://zoom.us/j/5 Budget 2028", "https://zoom.us/j/5; Budget 2028", "Budget 2028"),
        ("Maps place: Room 5", "place: Room 5; Maps", "Maps"),
        ("modo: híbrida, por Zoom", "modo: híbrida; por Zoom", "por Zoom"),
    ],
)
async def test_a_press_makes_both_of_a_part_and_an_agenda(
    said: str, both: str, agenda: str, talk: Talk
) -> None:
    asked = await talk.hears(f"edit M-1 {said}")
    assert not asked.in_channel
    assert f"edit M-1 {both}" in lines(asked)
    await talk.presses(f"edit M-1 {both}")
    held = meeting(talk)
    assert held.text.original == agenda
    assert held.arrangement.link or held.arrangement.place or held.arrangement.mode


@pytest.mark.parametrize(
    ("said", "agenda"),
    [
        ("Budget 2027, place: SENER", "Budget 2027"),
        ("Presupuesto 2030, lugar: SENER", "Presupuesto 2030"),
        ("modo: híbrida, Presupuesto 2030", "Presupuesto 2030"),
        ("Presupuesto 2030, modo: híbrida", "Presupuesto 2030"),
    ],
)
async def test_words_that_a_comma_parts_are_the_agenda(said: str, agenda: str, talk: Talk) -> None:
    await talk.channel(f"edit M-1 {said}")
    held = meeting(talk)
    assert held.text.original == agenda
    assert (held.arrangement.place, held.arrangement.mode) != (None, None)


async def test_words_that_are_set_apart_are_the_agenda(talk: Talk) -> None:
    await talk.channel("edit M-1 place: SENER, room 4; Maps")
    assert (meeting(talk).arrangement.place, meeting(talk).text.original) == ("SENER, room 4", "Maps")
    await talk.channel("edit M-1 Ports; place: Room 5")
    assert (meeting(talk).arrangement.place, meeting(talk).text.original) == ("Room 5", "Ports")


async def test_a_place_that_may_hold_the_agenda_is_a_press_away(talk: Talk) -> None:
    asked = await talk.hears("meeting schedule friday 10:00 place: SENER, Budget")
    assert not asked.in_channel
    assert talk.record.meetings.get(2) is None
    assert lines(asked)[:2] == [
        "meeting schedule friday 10:00 place: SENER; Budget",
        'meeting schedule friday 10:00 place: "SENER, Budget"',
    ]
    await talk.presses(lines(asked)[0])
    held = talk.record.meetings.get(2)
    assert isinstance(held, Meeting)
    assert (held.arrangement.place, held.text.original) == ("SENER", "Budget")
