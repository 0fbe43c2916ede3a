"""Whose clock the hour of a meeting is of, as people say it; and words that only look alike."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from handlers.grammar.dates.rules import Reader
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.rearrangements import read_arrangement

READER = Reader(date(2027, 3, 3), day_first=True)
ZONE = "America/Tijuana"


@pytest.mark.parametrize(
    ("said", "zone"),
    [
        ("10:00 hora del este; Redes", "America/New_York"),
        ("10:00 (hora del este); Redes", "America/New_York"),
        ("10:00 horario del centro; Redes", "America/Mexico_City"),
        ("10:00 tiempo del centro, Redes", "America/Mexico_City"),
        ("10:00 hora del centro de México; Redes", "America/Mexico_City"),
        ("10:00 hora de México; Redes", "America/Mexico_City"),
        ("10:00 hora de la Ciudad de México; Redes", "America/Mexico_City"),
        ("10:00 DC time; Redes", "America/New_York"),
        ("10:00 Mexico time; Redes", "America/Mexico_City"),
        ("10:00 hora local; Redes", ZONE),
        ("10:00 local time; Redes", ZONE),
        ("10:00 Redes", ZONE),
    ],
)
def test_the_clock_that_is_named_is_taken(said: str, zone: str) -> None:
    found = read_arrangement(f"30 de marzo {said}", READER, ZONE)
    assert not isinstance(found, Problem), found
    assert found[0].starts_at == datetime(2027, 3, 30, 10, tzinfo=ZoneInfo(zone))
    assert (found[0].zone, found[1]) == (zone, "Redes")


@pytest.mark.parametrize(
    "agenda",
    ["Hora de la verdad", "Tiempo de respuesta", "DC chargers", "Local timetables", "Centro de carga"],
)
def test_an_agenda_may_speak_of_time(agenda: str) -> None:
    found = read_arrangement(f"30 de marzo 10:00; {agenda}", READER, ZONE)
    assert not isinstance(found, Problem), found
    assert (found[0].zone, found[1]) == (ZONE, agenda)


@pytest.mark.parametrize(
    ("said", "place", "parted"),
    [
        ("lugar: SENER, Presupuesto", "SENER, Presupuesto", "SENER; Presupuesto"),
        (
            "place: SENER, floor 4, budget and grid studies",
            "SENER, floor 4, budget and grid studies",
            "SENER, floor 4; budget and grid studies",
        ),
        ("hybrid, place: SENER, Budget", "SENER, Budget", "SENER; Budget"),
    ],
)
def test_a_place_that_may_hold_the_agenda_is_asked_about(said: str, place: str, parted: str) -> None:
    found = read_arrangement(f"30 de marzo 10:00, {said}", READER, ZONE)
    assert found == Problem(ProblemCode.PLACE_OR_AGENDA, place, (parted, f'"{place}"'))
    for meant, agenda in ((parted, parted.partition("; ")[2]), (f'"{place}"', "")):
        again = read_arrangement(f"30 de marzo 10:00, {said.replace(place, meant)}", READER, ZONE)
        assert not isinstance(again, Problem)
        assert again[1] == agenda


@pytest.mark.parametrize(
    ("said", "place", "agenda"),
    [
        ("lugar: SENER, piso 4", "SENER, piso 4", ""),
        ("lugar: Torre de CFE, piso 4, sala B", "Torre de CFE, piso 4, sala B", ""),
        ("place: Hotel Hilton, Monterrey", "Hotel Hilton, Monterrey", ""),
        ("lugar: Insurgentes Sur 890, Col. del Valle, CDMX", "Insurgentes Sur 890, Col. del Valle, CDMX", ""),
        ("lugar: SENER, Sala Magna; Presupuesto", "SENER, Sala Magna", "Presupuesto"),
        ("lugar: SENER, Auditorio Norte", "SENER, Auditorio Norte", ""),
        ('lugar: "SENER, Presupuesto"', "SENER, Presupuesto", ""),
    ],
)
def test_an_address_is_all_a_place(said: str, place: str, agenda: str) -> None:
    found = read_arrangement(f"30 de marzo 10:00, {said}", READER, ZONE)
    assert not isinstance(found, Problem), found
    assert (found[0].place, found[1]) == (place, agenda)
