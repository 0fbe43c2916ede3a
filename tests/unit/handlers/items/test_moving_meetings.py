"""Moving a scheduled meeting: what is said behind the time is what it is about from now on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.change import ChangeKind
from domain.language import Language, Names
from tests.fakes.scene import LEAD
from tests.unit.handlers.talk import Talk, lines, meeting


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


async def test_a_new_agenda_is_the_one_of_every_language(talk: Talk) -> None:
    await talk.channel("meeting schedule next tuesday 10:00; Census")
    await talk.channel("edit M-1 es: Censo")
    told = await talk.channel("reunión mover M-1 viernes 11:00; Presupuesto 2027")
    assert "Census" not in told
    assert told.count("Presupuesto 2027") == 1
    for language in Language:
        assert meeting(talk).text.for_reader(language).text == "Presupuesto 2027"
    told = await talk.channel("meeting move M-1 friday 12:00; Budget")
    assert "Presupuesto" not in told
    assert {meeting(talk).text.for_reader(each).text for each in Language} == {"Budget"}


async def test_with_the_agenda_of_before_its_versions_come_back(talk: Talk) -> None:
    await talk.channel("meeting schedule next tuesday 10:00; Census")
    await talk.channel("edit M-1 es: Censo")
    await talk.channel("reunión mover M-1 viernes 11:00; Presupuesto 2027")
    await talk.channel("undo M-1")
    assert (text(talk), meeting(talk).text.versions) == ("Census", {Language.SPANISH: "Censo"})


async def test_the_agenda_that_it_has_keeps_its_versions(talk: Talk) -> None:
    await talk.channel("meeting schedule next tuesday 10:00; Census")
    await talk.channel("edit M-1 es: Censo")
    await talk.channel("reunión mover M-1 viernes 11:00; Censo")
    assert (text(talk), meeting(talk).text.versions) == ("Census", {Language.SPANISH: "Censo"})


async def test_a_bare_hour_is_of_the_half_of_the_day_that_the_meeting_is_in(talk: Talk) -> None:
    await talk.channel("meeting schedule next tuesday 15:00; Census")
    assert "4:00 PM" in await talk.channel("reunión mover M-1 a las 4")
    assert "5:00 PM" in await talk.channel("reunión mover M-1 a las cinco")
    assert "6:30 PM" in await talk.channel("edit M-1 friday at 6:30")


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("reunión mover M-1 a las 4", ["reunión mover M-1 16:00", "reunión mover M-1 4:00 am"]),
        ("edit M-1 friday at 4", ["edit M-1 friday 16:00", "edit M-1 friday 4:00 am"]),
        (
            "meeting schedule friday at 5; Maps",
            ["meeting schedule friday 17:00; Maps", "meeting schedule friday 5:00 am; Maps"],
        ),
        (
            "meeting move M-1 to 6",
            ["meeting move M-1 18:00", "meeting move M-1 6:00 am", "meeting move M-1 the 6th"],
        ),
    ],
)
async def test_an_hour_of_either_half_of_the_day_is_asked_about(
    talk: Talk, line: str, meant: list[str]
) -> None:
    await talk.channel("meeting schedule next tuesday 10:00; Census")
    before = meeting(talk)
    answer = await talk.hears(line)
    assert lines(answer)[: len(meant)] == meant
    assert meeting(talk) == before
    assert talk.record.meetings.get(2) is None
    await talk.presses(meant[0])
    assert talk.record.changes.last_number > before.version


async def test_a_day_where_a_reason_should_be_cancels_nothing_and_offers_the_move(talk: Talk) -> None:
    await talk.channel("meeting schedule next tuesday 10:00; Census")
    answer = await talk.hears("reunión cancelar M-1 y pasarla al jueves 26")
    assert meeting(talk).status == "scheduled"
    offered = lines(answer)
    assert offered[:2] == ["meeting move M-1 al jueves 26", "withdraw M-1"]
    await talk.presses(offered[0])
    starts_at = meeting(talk).arrangement.starts_at
    assert starts_at is not None
    assert starts_at.day == 26


async def test_only_who_may_correct_it_gives_it_a_title(talk: Talk) -> None:
    await talk.channel("meeting schedule next tuesday 10:00; Census")
    told = await talk.alone("meeting schedule M-1 friday 11:00; Maps", LEAD)
    assert text(talk) == "Census"
    assert told


@pytest.mark.parametrize("words", ["on november 24", "del martes", "at 10", "de mañana", "tuesday at 10:00"])
async def test_its_own_day_or_hour_names_a_meeting_and_is_no_reason(talk: Talk, words: str) -> None:
    await talk.channel("meeting schedule next tuesday 10:00; Census")
    told = await talk.channel(f"meeting cancel M-1 {words}")
    assert told.startswith("M-1 is cancelled")
    assert "Reason" not in told


async def test_a_meeting_named_by_another_day_is_not_cancelled_and_offered_no_such_move(talk: Talk) -> None:
    await talk.channel("meeting schedule next tuesday 10:00; Census")
    asked = await talk.hears("meeting cancel M-1 del viernes")
    assert "Tuesday, Nov 24, 2026, 10:00 AM" in asked.message.text
    assert lines(asked)[:1] == ["withdraw M-1"]
    assert meeting(talk).status != "withdrawn"


@pytest.mark.parametrize(
    ("line", "moved"),
    [
        ("because it was moved to friday", "to friday"),
        ("se mueve al viernes", "al viernes"),
        ("new date friday", "friday"),
    ],
)
async def test_a_meeting_that_is_moved_is_not_cancelled_before_its_owner_said_so(
    talk: Talk, line: str, moved: str
) -> None:
    await talk.channel("meeting schedule next tuesday 10:00; Census")
    asked = await talk.hears(f"meeting cancel M-1 {line}")
    assert lines(asked)[:2] == [f"meeting move M-1 {moved}", "withdraw M-1"]
    assert meeting(talk).status != "withdrawn"


@pytest.mark.parametrize("line", ["meeting move M-1 friday 11:00; Rails", "edit M-1 friday 11:00; Rails"])
async def test_that_a_translation_went_with_its_agenda_is_said_with_the_way_to_another(
    talk: Talk, line: str
) -> None:
    talk.record.save_group(replace(talk.record.group, languages=(Language.ENGLISH, Language.SPANISH)))
    await talk.channel("meeting schedule next tuesday 10:00; Ports")
    await talk.channel("edit M-1 es: Puertos")
    told = await talk.channel(line)
    assert "The Spanish version was of the former agenda" in told
    assert "edit M-1 es: …" in told
