"""Correcting a meeting: its text, and when and where it is, as it is said when one is scheduled."""

from __future__ import annotations

import pytest

from domain.change import ChangeKind
from domain.meeting import Mode
from handlers.desk.answer import UpdateView
from handlers.items.edit_form import EDIT
from tests.fakes.scene import LEAD
from tests.rendering import view_text
from tests.unit.handlers.desk.test_forms_kept import sent
from tests.unit.handlers.talk import Talk, filled, lines, meeting


@pytest.fixture
async def talk(talk: Talk) -> Talk:
    """M-1, the day after the clock's at ten, in Room 2."""
    await talk.channel("meeting schedule next tuesday 10:00 place: Room 2; Census")
    return talk


def local(talk: Talk) -> str:
    starts_at = meeting(talk).arrangement.starts_at
    assert starts_at is not None
    return f"{starts_at:%Y-%m-%d %H:%M}"


async def test_a_place_is_a_place_and_no_title(talk: Talk) -> None:
    told = await talk.channel("edit M-1 place: Room 5")
    assert told.splitlines() == [
        "M-1 changed: Tuesday, Nov 24, 2026, 10:00 AM (Mexico City)",
        "Census",
        "Room 5",
        "M-1 cambió: martes 24 nov 2026, 10:00 a.m. (Ciudad de México)",
        "Room 5",
    ]
    assert meeting(talk).arrangement.place == "Room 5"
    assert meeting(talk).text.original == "Census"


async def test_a_day_and_a_time_move_it(talk: Talk) -> None:
    assert "11:00" in await talk.channel("edit M-1 tuesday 11:00")
    assert (local(talk), meeting(talk).text.original) == ("2026-11-24 17:00", "Census")
    await talk.channel("undo M-1")
    assert local(talk) == "2026-11-24 16:00"


async def test_everything_at_once_is_one_write(talk: Talk) -> None:
    before = meeting(talk).version
    asked = await talk.hears(
        'editar M-1 cuándo: viernes 12:00; título: Mapas; modo: en línea lugar: "Sala 3" https://x.example/a'
    )
    assert "Mapas" in (await talk.presses(lines(asked)[0])).message.text
    held = meeting(talk)
    arranged = (held.arrangement.mode, held.arrangement.place, held.arrangement.link)
    assert (held.text.original, arranged) == ("Mapas", (Mode.ONLINE, "Sala 3", "https://x.example/a"))
    assert local(talk) == "2026-11-27 18:00"
    assert held.version == before + 1
    told = talk.record.changes.latest_of(held.reference, 3)
    assert {change.kind for change in told} == {
        ChangeKind.EDITED,
        ChangeKind.RESCHEDULED,
        ChangeKind.RELOCATED,
    }
    assert len({change.write for change in told}) == 1


@pytest.mark.parametrize(
    "title", ["Hybrid cars", "Tuesday talks", "31 chargers in May", "10:00 is too early"]
)
async def test_a_title_may_begin_like_anything(title: str, talk: Talk) -> None:
    await talk.channel(f"edit M-1 {title}")
    assert meeting(talk).text.original == title
    assert (local(talk), meeting(talk).arrangement.mode) == ("2026-11-24 16:00", None)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("tuesday 25:00", "I cannot read “25:00” as a time."),
        ("31 feb 10:00", "I cannot read “31 feb” as a day."),
        ("when: Maps", "When is it?"),
    ],
)
async def test_what_was_meant_for_a_time_is_no_title(said: str, told: str, talk: Talk) -> None:
    assert (await talk.alone(f"edit M-1 {said}")).startswith(told)
    assert meeting(talk).text.original == "Census"


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("friday", "2026-11-27 16:00"),
        ("11:00", "2026-11-24 17:00"),
        ("when: 11:00", "2026-11-24 17:00"),
        ("friday 11:00 Tijuana", "2026-11-27 19:00"),
    ],
)
async def test_a_day_alone_keeps_its_hour_and_an_hour_its_day(said: str, when: str, talk: Talk) -> None:
    await talk.channel(f"edit M-1 {said}")
    assert (local(talk), meeting(talk).text.original) == (when, "Census")


async def test_an_hour_is_one_of_the_meetings_own_zone(talk: Talk) -> None:
    await talk.channel("edit M-1 friday 10:00 Tijuana")
    await talk.channel("edit M-1 friday 12:00")
    assert (local(talk), meeting(talk).arrangement.zone) == ("2026-11-27 20:00", "America/Tijuana")


async def test_a_button_of_before_moves_nothing(talk: Talk) -> None:
    await talk.channel("edit M-1 place: Room 5")
    assert "has changed since" in await talk.alone("edit M-1 version:1 tuesday 11:00")
    assert local(talk) == "2026-11-24 16:00"


async def test_nothing_is_moved_to_what_has_passed(talk: Talk) -> None:
    assert "has passed already" in await talk.alone("edit M-1 2026-11-20 10:00")


async def test_who_may_not_correct_it_moves_it_nowhere(talk: Talk) -> None:
    await talk.alone("edit M-1 tuesday 11:00", LEAD)
    assert local(talk) == "2026-11-24 16:00"


async def test_when_a_meeting_was_held_is_not_corrected_but_where_is(talk: Talk) -> None:
    await talk.hears("meeting start M-1")
    await talk.hears("meeting end M-1")
    assert "is not changed any more" in await talk.alone("edit M-1 friday 11:00")
    await talk.channel("edit M-1 place: Room 5; title: Counting")
    assert (meeting(talk).arrangement.place, meeting(talk).text.original) == ("Room 5", "Counting")


async def test_its_form_has_when_and_where(talk: Talk) -> None:
    form = await talk.opens("edit M-1")
    shown = view_text(form)
    assert all(part in shown for part in ("[2026-11-24___ day]", "[10:00___ time]", "[Room 2___]"))

    entered = {"text": "Census", "day": "2026-11-25", "at": "12:30", "place": "Room 7", "mode": "online"}
    answer = await sent(talk, form, **entered)

    assert isinstance(answer, UpdateView), answer
    assert (local(talk), meeting(talk).arrangement.place) == ("2026-11-25 18:30", "Room 7")
    assert meeting(talk).arrangement.mode is Mode.ONLINE


async def test_its_form_is_in_the_meetings_own_zone_and_says_so(talk: Talk) -> None:
    await talk.channel("edit M-1 friday 10:00 Tijuana")
    form = await filled(talk, "meeting move M-1 monday 30 9am for the holiday")
    shown = view_text(form)
    assert all(part in shown for part in ("[2026-11-30___ day]", "[09:00___ time]", "Tijuana"))
    await sent(talk, form, text="Census", day="2026-11-30", at="09:00")
    assert (local(talk), meeting(talk).arrangement.zone) == ("2026-11-30 17:00", "America/Tijuana")


async def test_an_hour_said_in_another_zone_stands_in_the_form_in_the_meetings_own(talk: Talk) -> None:
    form = view_text(await filled(talk, "edit M-1 friday 9:00 Tijuana on account of it"))
    assert all(part in form for part in ("[2026-11-27___ day]", "[11:00___ time]", "[Census___]"))


async def test_the_form_of_what_could_not_be_read_has_the_rest(talk: Talk) -> None:
    form = view_text(await filled(talk, "edit M-1 friday 25:00 place: Here; Agenda"))
    assert "I cannot read “25:00” as a time." in form
    assert all(
        part in form for part in ("[2026-11-27___ day]", "[___ time]", "[Here___]", "[25:00; Agenda___]")
    )


async def test_moving_a_meeting_with_what_is_no_time_opens_its_own_form(
    talk: Talk,
) -> None:
    form = await filled(talk, "meeting schedule M-1 friday 25:00")
    assert form["callback_id"] == EDIT.name
    assert "[2026-11-27___ day]" in view_text(form)


async def test_another_place_offers_no_undo_and_another_time_does(talk: Talk) -> None:
    assert not [line for line in lines(await talk.hears("edit M-1 place: Room 5")) if "undo" in line]
    assert [line for line in lines(await talk.hears("edit M-1 friday 11:00")) if "undo" in line]


@pytest.mark.parametrize(
    "title",
    ["On friday we visit the plant", "Para el viernes: cifras", "El lunes visita, el martes acuerdos"],
)
async def test_a_text_that_begins_with_a_day_is_asked_about_and_a_press_makes_it_the_text(
    talk: Talk, title: str
) -> None:
    before = meeting(talk)
    asked = await talk.hears(f"edit M-1 {title}")
    assert meeting(talk) == before
    (line,) = [line for line in lines(asked) if line.startswith("edit M-1 text:")]
    await talk.presses(line)
    assert meeting(talk).text.original == title
    assert meeting(talk).arrangement == before.arrangement


@pytest.mark.parametrize("title", ["A day at the plant", "On friday we visit the plant", "friday 10:00"])
async def test_what_stands_behind_a_semicolon_is_what_it_is_about(talk: Talk, title: str) -> None:
    before = meeting(talk)
    await talk.channel(f"edit M-1; {title}")
    assert meeting(talk).text.original == title
    assert meeting(talk).arrangement == before.arrangement


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("place: SENER, room 4", "SENER, room 4"),
        ("lugar: Torre de CFE, piso 4, sala B", "Torre de CFE, piso 4, sala B"),
        ("lugar: SENER, piso 4 modo: híbrida", "SENER, piso 4"),
        ("lugar: SENER, piso 4, en línea", "SENER, piso 4"),
    ],
)
async def test_a_comma_belongs_to_the_place_and_the_agenda_stays(said: str, place: str, talk: Talk) -> None:
    await talk.channel(f"edit M-1 {said}")
    assert (meeting(talk).arrangement.place, meeting(talk).text.original) == (place, "Census")


@pytest.mark.parametrize(
    "said", ["link https://zoom.us/j/5", "liga https://zoom.us/j/5", "the link is https://zoom.us/j/5"]
)
async def test_a_link_needs_no_colon(said: str, talk: Talk) -> None:
    await talk.channel(f"edit M-1 {said}")
    assert (meeting(talk).arrangement.link, meeting(talk).text.original) == ("https://zoom.us/j/5", "Census")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("lugar SENER", "edit M-1 place: SENER"),
        ("the venue is SENER, floor 4", "edit M-1 place: SENER, floor 4"),
        ("sala 4", "edit M-1 place: sala 4"),
        ("moved to room 4", "edit M-1 place: room 4"),
        ("en la SENER", "edit M-1 place: la SENER"),
        ("será en línea", "edit M-1 mode:en línea"),
        ("it will be online by Zoom", "edit M-1 mode:online"),
        ("la reunión será híbrida", "edit M-1 mode:híbrida"),
        ("hora 11:00", "edit M-1 11:00"),
        ("date friday 11:00", "edit M-1 friday 11:00"),
        ("zoom zoom.us/j/5", "edit M-1 link: https://zoom.us/j/5"),
        ("theme talent", 'edit M-1 theme:"talent"'),
        ("cancelada", "withdraw M-1"),
    ],
)
async def test_what_looks_like_where_how_or_when_it_is_is_asked_about(
    said: str, meant: str, talk: Talk
) -> None:
    asked = await talk.hears(f"edit M-1 {said}")
    assert not asked.in_channel
    assert lines(asked) == [meant, f"edit M-1 text:{said}"]
    assert meeting(talk).text.original == "Census"


@pytest.mark.parametrize(
    "title",
    [
        *(
            "Room for improvement",
            "Online payments",
            "Virtual power plants",
            "Place names",
            "Time of use tariffs",
        ),
        *(
            "Sala de juntas y mobiliario",
            "Fecha de la norma",
            "Cancelled orders",
            "Lugares de carga",
            "Remote areas",
        ),
        *(
            "Presupuesto 2027 y sede del foro",
            "At risk suppliers",
            "En busca de talento",
            "In search of better data on the chargers that were sold in May",
        ),
    ],
)
async def test_a_title_that_begins_like_a_place_is_one(title: str, talk: Talk) -> None:
    await talk.channel(f"edit M-1 {title}")
    assert meeting(talk).text.original == title
