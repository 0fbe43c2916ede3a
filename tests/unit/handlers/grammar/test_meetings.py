"""What is asked of meetings, in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.group import Theme
from domain.language import Language, Names
from domain.meeting import Arrangement, Mode
from domain.reference import Reference, Series
from domain.retiming import Retiming, Toward
from handlers.grammar.command import parse
from handlers.grammar.dates.rules import Reader
from handlers.grammar.meetings import MeetingAction, MeetingWanted, read_meeting
from handlers.grammar.problems import Problem, ProblemCode

ZONE = "America/Mexico_City"
THEMES = (
    Theme(
        "infrastructure",
        Names({Language.ENGLISH: "Infrastructure", Language.SPANISH: "Infraestructura"}),
        ("infra",),
    ),
)
READER = Reader(today=date(2027, 3, 3), day_first=True)
TUESDAY_TEN = datetime(2027, 3, 9, 16, tzinfo=UTC)
M2 = Reference(Series.MEETING, 2)


def read(text: str) -> MeetingWanted | Problem:
    return read_meeting(parse(f"meeting {text}"), THEMES, READER, ZONE)


def understood(text: str) -> dict[str, Any]:
    """What was understood, without what nothing was said of."""
    found = read(text)
    assert isinstance(found, MeetingWanted), found
    facts = {name: getattr(found, name) for name in MeetingWanted.__slots__ if name != "language"}
    return {name: fact for name, fact in facts.items() if fact not in (None, "", ())}


def at(starts_at: datetime | None = TUESDAY_TEN, **facts: object) -> Arrangement:
    return Arrangement(starts_at=starts_at, zone=ZONE, **facts)  # type: ignore[arg-type]  # any of its fields


TUESDAY_AT_TEN = Retiming(day=date(2027, 3, 9), at=time(10))
LATER, EARLIER = replace(TUESDAY_AT_TEN, toward=Toward.LATER), replace(TUESDAY_AT_TEN, toward=Toward.EARLIER)

SCHEDULES = [
    (
        "schedule next tuesday 10:00 hybrid place: Room 204; Charging standards",
        {"arrangement": at(mode=Mode.HYBRID, place="Room 204"), "text": "Charging standards"},
    ),
    (
        'programar tema:infra martes 10:00 presencial lugar: "Sala 2, piso 3" https://example.org/x Normas',
        {
            "theme": "infrastructure",
            "arrangement": at(mode=Mode.IN_PERSON, place="Sala 2, piso 3", link="https://example.org/x"),
            "text": "Normas",
        },
    ),
    (
        "agendar el próximo martes 10:00 en línea enlace: https://meet.example.org/x",
        {"arrangement": at(mode=Mode.ONLINE, link="https://meet.example.org/x")},
    ),
    ("schedule tuesday 10:00 Mode of charging: hybrid cars", {"text": "Mode of charging: hybrid cars"}),
    ("schedule M-2 tuesday 10:00", {"reference": M2, "arrangement": at(), "retiming": TUESDAY_AT_TEN}),
    ("reprogramar m2 en línea", {"reference": M2, "arrangement": at(None, mode=Mode.ONLINE)}),
    ("schedule tuesday 10:00\nCensus\nMaps", {"text": "Census\nMaps"}),
    ("move M-2 tuesday 10:00", {"reference": M2, "retiming": TUESDAY_AT_TEN}),
    ("move M-2 tuesday 10:00 Mexico City", {"reference": M2}),
    ("postpone M-2 tuesday 10:00", {"reference": M2, "retiming": LATER}),
    ("mover M-2 martes 10:00", {"reference": M2, "retiming": TUESDAY_AT_TEN}),
    ("posponer M-2 martes 10:00", {"reference": M2, "retiming": LATER}),
    ("adelantar M-2 martes 10:00", {"reference": M2, "retiming": EARLIER}),
    ("cambiar M-2 al martes a las 10", {"reference": M2, "retiming": TUESDAY_AT_TEN}),
    ("move M-2 to tuesday 10am", {"reference": M2, "retiming": TUESDAY_AT_TEN}),
    ("schedule tuesday 9 10:00; Ports", {"text": "Ports"}),
    ("schedule tuesday 10:00; 12:00 lunch", {"text": "12:00 lunch"}),
    ("schedule tuesday 10:00 Friday prep", {"text": "Friday prep"}),
    ("programar martes 10:00 A 12 meses del plan", {"text": "A 12 meses del plan"}),
]


@pytest.mark.parametrize(("text", "facts"), SCHEDULES)
def test_a_schedule_is_understood(text: str, facts: dict[str, Any]) -> None:
    wanted = {
        "action": MeetingAction.SCHEDULE,
        "arrangement": at(),
        "myself": False,
        "everywhere": False,
        **facts,
    }
    assert understood(text) == wanted


OTHERS = [
    ("", {"action": MeetingAction.LIST}),
    ("list", {"action": MeetingAction.LIST}),
    ("listar tema:infraestructura", {"action": MeetingAction.LIST, "theme": "infrastructure"}),
    ("list theme:all", {"action": MeetingAction.LIST, "everywhere": True}),
    ("listar tema: todos los temas", {"action": MeetingAction.LIST, "everywhere": True}),
    ("past behind:M-4", {"action": MeetingAction.LIST, "past": True, "behind": 4}),
    ("list upcoming", {"action": MeetingAction.LIST, "past": False}),
    ("próximas", {"action": MeetingAction.LIST, "past": False}),
    ("M-2", {"action": MeetingAction.SHOW, "reference": M2}),
    ("minutes m-2", {"action": MeetingAction.SHOW, "reference": M2}),
    ("ver M-2", {"action": MeetingAction.SHOW, "reference": M2}),
    ("show N-1", {"action": MeetingAction.SHOW, "reference": Reference(Series.NOTE, 1)}),
    ("start", {"action": MeetingAction.START}),
    ("iniciar M-2", {"action": MeetingAction.START, "reference": M2}),
    (
        "start theme:infra The census",
        {"action": MeetingAction.START, "theme": "infrastructure", "text": "The census"},
    ),
    ("suspender M-2 por lluvia", {"action": MeetingAction.CANCEL, "reference": M2, "text": "por lluvia"}),
    ("cancel M-2", {"action": MeetingAction.CANCEL, "reference": M2}),
    ("cancelar M-2 porque no", {"action": MeetingAction.CANCEL, "reference": M2, "text": "porque no"}),
    ("end", {"action": MeetingAction.END}),
    ("terminar M-2", {"action": MeetingAction.END, "reference": M2}),
    ("here", {"action": MeetingAction.HERE, "myself": True}),
    ("presente <@U1|ana> y <@U2|bo>", {"action": MeetingAction.HERE, "people": ("U1", "U2")}),
    (
        "here M-2 <@U1|ana>, me",
        {"action": MeetingAction.HERE, "reference": M2, "people": ("U1",), "myself": True},
    ),
    ("absent <@U1|ana>", {"action": MeetingAction.ABSENT, "people": ("U1",)}),
    ("nota M-2 Faltó el censo", {"action": MeetingAction.NOTE, "reference": M2, "text": "Faltó el censo"}),
    ("decision M-2 Go", {"action": MeetingAction.DECISION, "reference": M2, "text": "Go"}),
]


@pytest.mark.parametrize(("text", "facts"), OTHERS)
def test_everything_else_is_understood(text: str, facts: dict[str, Any]) -> None:
    assert understood(text) == {"myself": False, "everywhere": False, **facts}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("schedule", ProblemCode.WHEN_MISSING),
        ("schedule Charging standards", ProblemCode.WHEN_MISSING),
        ("schedule friday", ProblemCode.HOUR_MISSING),
        ("schedule friday 25:00", ProblemCode.TIME_UNKNOWN),
        ("schedule theme:enrgy friday 10:00", ProblemCode.THEME_UNKNOWN),
        (f"schedule friday 10:00 place: {'x' * 301}", ProblemCode.PLACE_TOO_LONG),
        (f"schedule friday 10:00 https://example.org/{'x' * 1000}", ProblemCode.PLACE_TOO_LONG),
        ("schedule M-2", ProblemCode.WHEN_MISSING),
        ("move M-2", ProblemCode.WHEN_MISSING),
        ("mover viernes 10:00", ProblemCode.MEETING_TO_MOVE),
        ("mover", ProblemCode.MEETING_TO_MOVE),
        ("cancel", ProblemCode.MEETING_TO_CANCEL),
        ("cancelar la del jueves", ProblemCode.MEETING_TO_CANCEL),
        ("schedule jueves 18; Puertos", ProblemCode.HOUR_MISSING),
        ("schedule jueves 19 10:00; Puertos", ProblemCode.WEEKDAY_DISAGREES),
        ("schedule M-2 friday 12:00 and friday 15:00; x", ProblemCode.HOURS_SEVERAL),
        ("schedule friday 12:00, friday 15:00; x", ProblemCode.HOURS_SEVERAL),
        ("schedule friday 12:00 and monday; x", ProblemCode.HOURS_SEVERAL),
        ("schedule friday 10:00 - 12:00; x", ProblemCode.HOURS_SEVERAL),
        ("schedule friday 10:00 to noon; x", ProblemCode.HOURS_SEVERAL),
        ("programar viernes 10:00 a 12:00; Con fin", ProblemCode.HOURS_SEVERAL),
        ("programar viernes 10:00 a las 12; Con fin", ProblemCode.HOURS_SEVERAL),
        ("programar viernes 10:00 y lunes 9:00", ProblemCode.HOURS_SEVERAL),
        ("bake a cake", ProblemCode.MEETING_WORD_UNKNOWN),
        ("end now", ProblemCode.MEETING_WORD_UNKNOWN),
        ("list everything", ProblemCode.MEETING_WORD_UNKNOWN),
        ("M-2 again", ProblemCode.MEETING_WORD_UNKNOWN),
        ("show nothing", ProblemCode.REFERENCE_MISSING),
        ("note The census", ProblemCode.REFERENCE_MISSING),
        ("here ana", ProblemCode.PERSON_UNKNOWN),
        ("here @ana", ProblemCode.PERSON_UNKNOWN),
    ],
)
def test_what_cannot_be_understood_is_said(text: str, code: ProblemCode) -> None:
    found = read(text)
    assert isinstance(found, Problem)
    assert found.code is code


def test_a_near_word_is_asked_about() -> None:
    found = read("shedule friday 10:00")
    assert isinstance(found, Problem)
    assert "schedule" in found.suggestions


@given(st.sampled_from(MeetingAction), st.text(max_size=80))
def test_whatever_is_typed_is_understood_or_said(action: MeetingAction, text: str) -> None:
    assert isinstance(read(f"{action.value} {text}"), MeetingWanted | Problem)


@pytest.mark.parametrize(
    "said", ["schedule M-2 17:00; Title", "reprogramar M-2 a las 17:00; Title", "move M-2 5 pm; Title"]
)
def test_a_time_alone_is_that_of_the_day_on_which_the_meeting_is(said: str) -> None:
    found = read(said)
    assert isinstance(found, MeetingWanted)
    assert (found.reference, found.retiming, found.text) == (M2, Retiming(at=time(17)), "Title")


def test_a_new_meeting_is_told_from_no_other_time() -> None:
    found = read("schedule 17:00; Title")
    assert isinstance(found, MeetingWanted)
    assert found.retiming is None


def test_a_day_and_a_time_that_are_named_are_those_of_the_meetings_own_zone() -> None:
    found = read("schedule M-2 today 17:00; Title")
    assert isinstance(found, MeetingWanted)
    assert found.retiming == Retiming(day=READER.today, at=time(17))


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        ("schedule march 30 2pm EST; Ports", ProblemCode.ZONE_AMBIGUOUS, "EST"),
        ("schedule march 30 2pm PST Ports", ProblemCode.ZONE_AMBIGUOUS, "PST"),
        ("schedule march 30 2pm (CST); Ports", ProblemCode.ZONE_AMBIGUOUS, "CST"),
        ("schedule march 30 2pm, CT", ProblemCode.ZONE_AMBIGUOUS, "CT"),
        ("schedule 2pm march 30 est; Ports", ProblemCode.ZONE_AMBIGUOUS, "est"),
        ("programar 30 de marzo 14:00 CST; Puertos", ProblemCode.ZONE_AMBIGUOUS, "CST"),
        (
            "programar 30 de marzo 14:00 hora del Pacífico; Puertos",
            ProblemCode.ZONE_AMBIGUOUS,
            "hora del Pacífico",
        ),
        ("schedule march 30 2pm Central; Ports", ProblemCode.ZONE_AMBIGUOUS, "Central"),
        (
            "programar 30 de marzo 14:00 tiempo del Pacífico; Puertos",
            ProblemCode.ZONE_AMBIGUOUS,
            "tiempo del Pacífico",
        ),
        ("schedule march 30 2pm UTC-6; Ports", ProblemCode.ZONE_UNKNOWN, "UTC-6"),
        ("schedule march 30 2pm JST; Ports", ProblemCode.ZONE_UNKNOWN, "JST"),
    ],
)
def test_a_zone_that_may_be_another_is_asked_about(text: str, code: ProblemCode, word: str) -> None:
    found = read(text)
    assert isinstance(found, Problem)
    assert (found.code, found.word) == (code, word)


@pytest.mark.parametrize(
    "agenda",
    [
        "Act on the norm",
        "Met office",
        "Art of charging",
        "West coast ports",
        "Central bank loans",
        "Pacífico y puertos",
    ],
)
def test_an_agenda_may_begin_like_a_zone(agenda: str) -> None:
    found = read(f"schedule march 30 2pm {agenda}")
    assert not isinstance(found, Problem)
    assert found.text == agenda


def test_behind_a_semicolon_no_zone_is_looked_for() -> None:
    found = read("schedule march 30 2pm; EST grid")
    assert not isinstance(found, Problem)
    assert found.text == "EST grid"


@pytest.mark.parametrize(
    "text",
    [
        "en SENER mañana 10:00",
        "at 10am friday",
        "no se hará",
        "con CFE mañana 10:00",
        "in person friday 10am",
        "el viernes 10:00",
        "de la CRE",
        "the day after",
    ],
)
def test_a_small_word_begins_no_action(text: str) -> None:
    found = read(text)
    assert isinstance(found, Problem)
    assert found.code is ProblemCode.MEETING_WORD_UNKNOWN
