"""What was done to a meeting to come and is taken back: told whole, in every language of the group."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.language import Language, Names
from tests.unit.handlers.talk import Talk

EN, ES = Language.ENGLISH, Language.SPANISH
SCHEDULED = "meeting schedule 2027-03-24 10:00 in-person place: Hall 2; Corridors"
WHEN = "Wednesday, Mar 24, 2027, 10:00 AM"
CUANDO = "miércoles 24 mar 2027, 10:00 a.m."
AGENDA = ["Corridors", "in person · Hall 2"]
MOVED_BACK = [f"M-1 moved back: from Thursday, Mar 25, 2027, 10:00 AM, to {WHEN} (Mexico City)", *AGENDA]
REGRESO = [
    f"M-1 volvió a su horario anterior: del jueves 25 mar 2027, 10:00 a.m., al {CUANDO} (Ciudad de México)",
    "presencial · Hall 2",
]
THEMES = "(theme: no theme → Human capital)", "(tema: sin tema → Capital humano)"


@pytest.fixture
async def talk(talk: Talk) -> Talk:
    group = talk.record.group
    talent = next(theme for theme in group.themes if theme.key == "talent")
    named = replace(talent, names=Names({EN: "Human capital", ES: "Capital humano"}))
    themes = tuple(named if theme.key == "talent" else theme for theme in group.themes)
    talk.record.save_group(replace(group, languages=(EN, ES), themes=themes))
    return talk


async def test_a_meeting_that_was_scheduled_by_mistake_is_cancelled_with_day_hour_zone_and_place(
    talk: Talk,
) -> None:
    await talk.channel(SCHEDULED)
    assert (await talk.channel("undo")).splitlines() == [
        f"M-1 is not held after all: its scheduling was taken back. It was set for {WHEN} (Mexico City)",
        *AGENDA,
        f"M-1 ya no se llevará a cabo: se deshizo su programación. Era el {CUANDO} (Ciudad de México)",
        "presencial · Hall 2",
    ]


@pytest.mark.parametrize(
    ("line", "english", "spanish"),
    [
        ("meeting move M-1 2027-03-25", MOVED_BACK, REGRESO),
        (
            "meeting move M-1 2027-03-25; Third agenda",
            [*MOVED_BACK, "Correction taken back (text)"],
            [*REGRESO, "Corrección deshecha (texto)"],
        ),
        (
            "meeting move M-1 2027-03-25 theme:talent",
            [*MOVED_BACK, f"Correction taken back {THEMES[0]}"],
            [*REGRESO, f"Corrección deshecha {THEMES[1]}"],
        ),
        (
            "edit M-1 Another agenda",
            [f"M-1: correction taken back (text); it is on {WHEN} (Mexico City)", *AGENDA],
            [f"M-1: corrección deshecha (texto); es el {CUANDO} (Ciudad de México)", REGRESO[1]],
        ),
        (
            "edit M-1 theme:talent",
            [f"M-1: correction taken back {THEMES[0]}; it is on {WHEN} (Mexico City)", *AGENDA],
            [f"M-1: corrección deshecha {THEMES[1]}; es el {CUANDO} (Ciudad de México)", REGRESO[1]],
        ),
        (
            "meeting cancel M-1 because of the storm",
            [f"M-1 is on again: {WHEN} (Mexico City)", *AGENDA],
            [f"M-1 ya no está cancelada: es el {CUANDO} (Ciudad de México)", REGRESO[1]],
        ),
    ],
)
async def test_every_undo_of_a_meeting_to_come_is_told_whole_in_both_languages(
    talk: Talk, line: str, english: list[str], spanish: list[str]
) -> None:
    await talk.channel(SCHEDULED)
    await talk.channel(line)
    assert (await talk.channel("undo")).splitlines() == [*english, *spanish]


@pytest.mark.parametrize("line", ["meeting move M-1 2027-03-25 theme:talent", "edit M-1 theme:talent"])
async def test_another_theme_is_told_by_its_name_in_both_languages(talk: Talk, line: str) -> None:
    await talk.channel(SCHEDULED)
    told = (await talk.channel(line)).splitlines()
    assert [each for each in told if "→" in each] == [
        "Theme: no theme → Human capital",
        "Tema: sin tema → Capital humano",
    ]


@pytest.mark.parametrize("line", ["show M-1", "history M-1"])
async def test_the_history_of_a_meeting_names_themes_in_the_language_of_its_reader(
    talk: Talk, line: str
) -> None:
    await talk.channel(SCHEDULED)
    await talk.channel("edit M-1 theme:talent")
    for language, words in (("english", "Human capital"), ("español", "Capital humano")):
        await talk.alone(f"language {language}")
        shown = (await talk.hears(line)).message
        assert words in str(shown.blocks)
        assert "talent" not in str([block for block in shown.blocks if block["type"] != "actions"])


async def test_time_and_text_by_one_edit_are_told_in_both_languages(talk: Talk) -> None:
    await talk.channel(SCHEDULED)
    told = (await talk.channel("edit M-1 2027-03-25 9:00; Rails")).splitlines()
    assert told[0].startswith("M-1 changed: from Wednesday")
    assert told[3].startswith("M-1 cambió: del miércoles")
    assert told[1::3] == ["Rails", "presencial · Hall 2"]
