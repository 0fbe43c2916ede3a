"""What the channel hears when a meeting is moved or cancelled: from when to when, in both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.item import WITHDRAWN
from domain.language import Language
from handlers.items.edit_form import EDIT
from tests.unit.handlers.talk import Talk, filled, lines, meeting

EN, ES = Language.ENGLISH, Language.SPANISH


@pytest.fixture
async def talk(talk: Talk) -> Talk:
    talk.record.save_group(replace(talk.record.group, languages=(EN, ES)))
    await talk.channel("meeting schedule 2027-03-24 10:00; Corridors")
    return talk


MOVED = (
    "M-1 changed: from Wednesday, Mar 24, 2027, 10:00 AM, to Wednesday, Mar 31, 2027, 10:00 AM (Mexico City)"
)
CAMBIO = (
    "M-1 cambió: del miércoles 24 mar 2027, 10:00 a.m., "
    "al miércoles 31 mar 2027, 10:00 a.m. (Ciudad de México)"
)


@pytest.mark.parametrize(
    "line",
    [
        "meeting postpone M-1 1 week 10:00",
        "meeting postpone M-1 a week",
        "meeting move M-1 2027-03-31",
        "meeting move M-1 to mar 31 2027 10am",
    ],
)
async def test_a_move_is_told_from_when_to_when_in_both_languages(talk: Talk, line: str) -> None:
    told = (await talk.channel(line)).splitlines()
    assert told == [MOVED, "Corridors", CAMBIO]


async def test_whoever_moves_it_reads_it_in_their_language_first(talk: Talk) -> None:
    told = (await talk.channel("reunión posponer M-1 una semana 10:00")).splitlines()
    assert {MOVED, CAMBIO} <= set(told)


async def test_a_correction_of_when_alone_is_told_like_a_move(talk: Talk) -> None:
    assert (await talk.channel("edit M-1 mar 31 2027 10:00")).splitlines() == [MOVED, "Corridors", CAMBIO]


@pytest.mark.parametrize("verb", ["meeting move", "edit"])
@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("mar 31 2027", [MOVED, "Corridors", CAMBIO]),
        ("from march 24 2027 to march 31 2027", [MOVED, "Corridors", CAMBIO]),
        ("a week", [MOVED, "Corridors", CAMBIO]),
        ("a week; Rails", [MOVED, "Rails", CAMBIO]),
        ("a week because of the flu", [MOVED, "Corridors", "Reason: the flu", CAMBIO, "Motivo: the flu"]),
    ],
)
async def test_a_correction_is_a_move_and_told_like_one(
    talk: Talk, verb: str, said: str, told: list[str]
) -> None:
    assert (await talk.channel(f"{verb} M-1 {said}")).splitlines() == told


async def test_a_correction_that_is_asked_about_changes_neither_time_nor_agenda(talk: Talk) -> None:
    before = meeting(talk)
    assert "“not 10”" in await talk.alone("edit M-1 mar 31 2027 at 9, not 10")
    assert meeting(talk) == before


async def test_another_title_is_told_as_a_change_not_as_a_new_meeting(talk: Talk) -> None:
    told = (await talk.channel("meeting move M-1 2027-03-24 10:00; Ports")).splitlines()
    assert told[:2] == ["M-1 changed: Wednesday, Mar 24, 2027, 10:00 AM (Mexico City)", "Ports"]


async def test_a_group_of_one_language_is_told_in_that_one(talk: Talk) -> None:
    talk.record.save_group(replace(talk.record.group, languages=(EN,)))
    assert (await talk.channel("meeting postpone M-1 a week")).splitlines() == [MOVED, "Corridors"]


async def test_a_new_place_is_told_with_when_it_is(talk: Talk) -> None:
    told = await talk.channel("meeting move M-1 place: Room 5")
    assert "M-1 changed: Wednesday, Mar 24, 2027, 10:00 AM (Mexico City)" in told
    assert "M-1 cambió: miércoles 24 mar 2027, 10:00 a.m. (Ciudad de México)" in told
    assert told.count("Room 5") == 2, "each language is whole by itself"


@pytest.mark.parametrize(
    "line", ["meeting cancel M-1 because of the flu", "withdraw M-1 because of the flu", "cancel M-1 the flu"]
)
async def test_a_cancellation_is_told_with_when_it_was_in_both_languages(talk: Talk, line: str) -> None:
    answer = await talk.hears(line)
    told = answer.message.text.splitlines()
    assert told == [
        "M-1 is cancelled; it was set for Wednesday, Mar 24, 2027, 10:00 AM (Mexico City)",
        "Corridors",
        "Reason: the flu",
        "M-1 cancelada: era el miércoles 24 mar 2027, 10:00 a.m. (Ciudad de México)",
        "Motivo: the flu",
    ]
    (undo,) = [line for line in lines(answer) if line.startswith("undo")]
    await talk.presses(undo)
    assert meeting(talk).status != WITHDRAWN


@pytest.mark.parametrize(
    "line",
    [
        "meeting cancel M-1 because",
        "meeting cancel M-1 because of",
        "withdraw M-1 because",
        "reunión suspender M-1 porque",
    ],
)
async def test_a_reason_that_was_begun_and_not_given_is_none(talk: Talk, line: str) -> None:
    told = await talk.channel(line)
    assert "Reason" not in told
    assert "Motivo" not in told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("meeting cancel", "Which meeting? Name it by its reference, such as “meeting cancel M-2”.\n"),
        ("meeting cancel the one of friday", "Which meeting?"),
        ("meeting move to friday 10:00", "Which meeting?"),
        ("meeting postpone", "Which meeting? Name it by its reference, such as “meeting move M-2 friday"),
    ],
)
async def test_without_a_reference_it_is_asked_which_of_those_to_come(
    talk: Talk, line: str, told: str
) -> None:
    answer = await talk.hears(line)
    assert answer.message.text.startswith(told)
    assert "M-1 Corridors · Wednesday, Mar 24, 2027, 10:00 AM (Mexico City)" in answer.message.text
    assert not [button for button in lines(answer) if "meeting schedule" in button]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("meeting postpone M-1 2027-03-20 10:00", "that would make it earlier, so nothing was changed"),
        ("meeting adelantar M-1 2027-03-26", "that would make it later, so nothing was changed"),
        ("meeting postpone M-1 in 2 weeks", "could be from today or from the day the meeting is on"),
    ],
)
async def test_a_postponement_never_makes_it_earlier_unseen(talk: Talk, line: str, told: str) -> None:
    before = meeting(talk)
    assert told in await talk.alone(line)
    assert meeting(talk) == before


async def test_a_move_that_is_not_understood_can_be_mended_in_the_meetings_form(talk: Talk) -> None:
    form = await filled(talk, "meeting move M-1 friday 25:00")
    assert form["callback_id"] == EDIT.name


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("help meeting", ("meeting move M-2", "meeting postpone M-2", "meeting cancel M-2")),
        ("ayuda reunión", ("reunión mover M-2", "reunión posponer M-2", "adelantar", "reunión cancelar M-2")),
    ],
)
async def test_the_help_names_how_a_meeting_is_moved_and_cancelled(
    talk: Talk, line: str, words: tuple[str, ...]
) -> None:
    if line.startswith("ayuda"):
        await talk.alone("idioma español")
    told = await talk.alone(line)
    assert all(word in told for word in words)
