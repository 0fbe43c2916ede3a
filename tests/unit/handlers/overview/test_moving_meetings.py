"""Moving a scheduled meeting: what is said behind the time is what it is about from now on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.change import ChangeKind
from domain.language import Language, Names
from domain.meeting import Meeting
from tests.fakes.scene import LEAD
from tests.unit.handlers.desk.house import House
from tests.unit.handlers.talk import Talk, lines


@pytest.fixture
def talk(house: House) -> Talk:
    return Talk(house, house.router())


def meeting(talk: Talk) -> Meeting:
    found = talk.record.meetings.get(1)
    assert found is not None
    return found


def text(talk: Talk) -> str:
    return meeting(talk).text.original


@pytest.mark.parametrize(
    "line",
    [
        "meeting schedule M-1 friday 11:00; Maps and census",
        "meeting reschedule M-1 friday 11:00 title: Maps and census",
        "meeting schedule M-1 place: Room 5; online; Maps and census",
    ],
)
async def test_a_title_behind_the_time_is_the_meetings(talk: Talk, line: str) -> None:
    await talk.channel("meeting schedule next tuesday 10:00; Census")
    before = meeting(talk)
    assert "Maps and census" in await talk.channel(line)
    assert text(talk) == "Maps and census"
    assert meeting(talk).arrangement != before.arrangement
    assert meeting(talk).version == before.version + 1


async def test_both_are_taken_back_together(talk: Talk) -> None:
    await talk.channel("meeting schedule next tuesday 10:00; Census")
    before = meeting(talk)
    answer = await talk.hears("meeting schedule M-1 friday 11:00; Maps")
    (undo,) = [line for line in lines(answer) if line.startswith("undo")]
    await talk.presses(undo)
    assert (text(talk), meeting(talk).arrangement) == ("Census", before.arrangement)


async def test_where_it_is_has_no_way_back_and_no_button_for_one(talk: Talk) -> None:
    await talk.channel("meeting schedule next tuesday 10:00; Census")
    answer = await talk.hears("meeting schedule M-1 place: Room 5; Maps")
    assert not [line for line in lines(answer) if line.startswith("undo")]


async def test_without_one_the_title_stays(talk: Talk) -> None:
    await talk.channel("meeting schedule next tuesday 10:00; Census")
    await talk.channel("meeting schedule M-1 friday 11:00")
    assert text(talk) == "Census"


async def test_the_same_time_with_another_title_is_a_change(talk: Talk) -> None:
    await talk.channel("meeting schedule next tuesday 10:00; Census")
    before = talk.record.changes.last_number
    await talk.channel("meeting schedule M-1 next tuesday 10:00; Maps")
    (told,) = talk.record.changes.between(before, before + 9, 9)
    assert (told.kind, text(talk)) == (ChangeKind.EDITED, "Maps")


async def test_a_theme_that_is_named_is_the_meetings_too(talk: Talk) -> None:
    await talk.channel("meeting schedule next tuesday 10:00; Census")
    await talk.channel("meeting schedule theme:talent M-1 friday 11:00")
    assert (meeting(talk).theme, text(talk)) == ("talent", "Census")


async def test_a_title_replaces_the_themes_name_in_every_language(talk: Talk) -> None:
    group = talk.record.group
    names = Names({Language.ENGLISH: "Talent", Language.SPANISH: "Talento"})
    themes = tuple(replace(each, names=names) if each.key == "talent" else each for each in group.themes)
    talk.record.save_group(replace(group, themes=themes))
    await talk.channel("meeting schedule theme:talent next tuesday 10:00")
    assert meeting(talk).text.versions
    await talk.channel("reunión programar M-1 viernes 11:00; Censo")
    assert meeting(talk).text.for_reader(Language.SPANISH).text == "Censo"
    assert meeting(talk).text.for_reader(Language.ENGLISH).text == "Censo"


async def test_a_title_in_another_language_is_a_version(talk: Talk) -> None:
    await talk.channel("meeting schedule next tuesday 10:00; Census")
    await talk.channel("reunión programar M-1 viernes 11:00; Censo de cargadores")
    assert text(talk) == "Census"
    assert meeting(talk).text.versions == {Language.SPANISH: "Censo de cargadores"}


async def test_only_who_may_correct_it_gives_it_a_title(talk: Talk) -> None:
    await talk.channel("meeting schedule next tuesday 10:00; Census")
    told = await talk.alone("meeting schedule M-1 friday 11:00; Maps", LEAD)
    assert text(talk) == "Census"
    assert told
