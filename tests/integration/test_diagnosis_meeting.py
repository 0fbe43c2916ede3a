"""A diagnosis meeting from setup to the digest that stands in the channel, on both engines, word for word."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.sandbox.faults import Fault
from tests.goldens import Goldens
from tests.integration.cast import LOBBY, THEMES
from tests.integration.minutes import Minutes
from tests.integration.office import DIRECT, TICK_SECONDS, Office
from tests.integration.ways import on_both_engines

MONDAY_AT_NINE = datetime(2027, 3, 8, 15, 0, tzinfo=UTC)
"""09:00 in Mexico City."""

CHARTER = {
    "name_en": "Mexico-United States Electric Vehicle Working Group",
    "name_es": "Grupo de Trabajo México-Estados Unidos para la Electrificación del Transporte",
    "themes": "Innovation | Innovación\nHuman capital | Capital humano\nSuppliers | Proveedores\n"
    "Infrastructure | Infraestructura\nGovernance | Gobernanza",
    "countries": "México, Estados Unidos",
    "sectors": ("government", "industry", "academia"),
    "languages": ("en", "es"),
    "organisation": "Secretaría de Relaciones Exteriores",
    "sector": "government",
    "country": "México",
}
MEMBERS = {
    "lead-infra": ("Comisión Federal de Electricidad", "government", "MX"),
    "lead-suppliers": ("Asociación de autopartes", "industry", "MX"),
    "oem-us": ("Vehicle manufacturer", "industry", "US"),
    "doe-us": ("Department of Energy", "government", "US"),
    "chair-us": ("UC Alianza MX", "academia", "US"),
}
RECORDS = (
    ("lead-infra", "infrastructure", "/gt nota La demanda de carga pública crecerá 40 % en dos años"),
    ("oem-us", "infrastructure", "/wg note Fleets ask for depots along the Laredo\u2013Monterrey corridor"),
    ("lead-infra", "infrastructure", "/gt decisión El censo de estaciones de carga va primero"),
    ("doe-us", "infrastructure", "/wg opp Federal corridor funds can match state funds until 2028"),
    ("lead-suppliers", "suppliers", "/gt oportunidad Dos plantas ofrecen sus laboratorios de baterías"),
    ("oem-us", "suppliers", "/wg decision We share one list of qualified suppliers, updated quarterly"),
    ("chair-us", "human-capital", "/wg note Community colleges on both sides want a shared curriculum"),
    ("doe-us", "governance", "/wg note Permits take 14 months on average; “fast lanes” exist in 3 states"),
    ("lead-suppliers", "ev-group", "/gt nota theme:proveedores Falta un padrón público de proveedores"),
    ("chair-us", "ev-group", "/wg decision The group meets every second Wednesday"),
)
OBSTACLES = (
    ("lead-infra", "infrastructure", "/gt obstáculo Ningún mapa oficial dice dónde están los cargadores"),
    ("doe-us", "infrastructure", "/wg obstacle Grid connection requests wait longer than a year"),
    ("oem-us", "suppliers", "/wg obstacle Small suppliers cannot finance battery certification"),
)
RECOMMENDATIONS = (
    ("lead-infra", "infrastructure", "/gt recomendar Publicar un mapa nacional de cargadores para O-1,O-2"),
    ("oem-us", "suppliers", "/wg recommend Open a joint fund for battery certification"),
)


@pytest.fixture
def tick_seconds() -> float:
    return TICK_SECONDS


@on_both_engines
async def test_a_diagnosis_meeting_from_setup_to_its_digest(empty_office: Office, goldens: Goldens) -> None:
    minutes = Minutes(empty_office)
    await _set_up(minutes)
    goldens.compare("meeting/1-setup", minutes.text())
    await _join(minutes)
    goldens.compare("meeting/2-joining", minutes.text())
    await _record(minutes)
    goldens.compare("meeting/3-records", minutes.text())
    await _ask_where_it_stands(minutes)
    goldens.compare("meeting/4-status", minutes.text())
    await _look_things_up(minutes)
    goldens.compare("meeting/5-lists-and-items", minutes.text())
    await _schedule(minutes)
    goldens.compare("meeting/6-scheduling", minutes.text())
    await _let_monday_come(minutes)
    goldens.compare("meeting/7-digest", minutes.text())
    await _steer(minutes)
    goldens.compare("meeting/8-steering", minutes.text())


async def _set_up(minutes: Minutes) -> None:
    await minutes.opens("chair-us", "ev-group", "/wg setup")
    await minutes.closes("chair-us")
    await minutes.opens("chair-mx", "ev-group", "/wg setup")
    await minutes.submits("chair-mx", CHARTER)
    await minutes.closes("chair-mx")
    for channel, theme in THEMES.items():
        if theme is not None:
            await minutes.opens("chair-mx", channel, "/gt configurar")
            await minutes.submits("chair-mx", {"group": "1"})
            await minutes.submits("chair-mx", {"theme": theme})
            await minutes.closes("chair-mx")


async def _join(minutes: Minutes) -> None:
    for who, (organisation, sector, country) in MEMBERS.items():
        await minutes.opens(who, "ev-group", "/wg join")
        await minutes.submits(who, {"organisation": organisation, "sector": sector, "country": country})
        await minutes.closes(who)


async def _record(minutes: Minutes) -> None:
    for who, where, line in (*RECORDS, *OBSTACLES, *RECOMMENDATIONS):
        await minutes.types(who, where, line)
        await minutes.office.people.advance(timedelta(minutes=1))
    for channel in ("infrastructure", "ev-group"):
        minutes.office.seen.clear()
        await minutes.reads("newcomer-us", channel)


async def _ask_where_it_stands(minutes: Minutes) -> None:
    await minutes.types("oem-us", "infrastructure", "/wg status")
    await minutes.types("lead-infra", "infrastructure", "/gt estado")
    await minutes.types("oem-us", "ev-group", "/wg status suppliers")
    await minutes.types("lead-infra", "ev-group", "/gt estado todo")
    await minutes.types("oem-us", DIRECT, "/wg status all")


async def _look_things_up(minutes: Minutes) -> None:
    await minutes.types("oem-us", "ev-group", "/wg list")
    await minutes.presses("oem-us", "ev-group", "Next page")
    await minutes.presses("oem-us", "ev-group", "First page")
    await minutes.types("lead-infra", "ev-group", "/gt listar obstáculos tema:infraestructura")
    await minutes.types("oem-us", "infrastructure", "/wg list recommendations theme:all status:proposed")
    await minutes.types("doe-us", "infrastructure", "/wg list mine theme:all")
    await minutes.types("doe-us", "infrastructure", "/wg list by:@lead-infra")
    await minutes.types("lead-infra", "infrastructure", "/gt ver r1")
    await minutes.presses("lead-infra", "infrastructure", "O-2")
    await minutes.types("oem-us", "infrastructure", "/wg show O\u20131")
    await minutes.types("oem-us", DIRECT, "/wg language español")
    await minutes.types("oem-us", DIRECT, "/wg show D-1")
    await minutes.types("oem-us", DIRECT, "/wg show N-1")
    await minutes.types("oem-us", DIRECT, "/wg language")
    await minutes.presses("oem-us", DIRECT, "English")


async def _schedule(minutes: Minutes) -> None:
    await minutes.types("oem-us", "ev-group", "/wg digest weekly mon 09:00")
    await minutes.types("chair-mx", "ev-group", "/wg digest weekly mon 09:00 lang:es")
    await minutes.types("chair-mx", "quiet", "/wg digest weekly mon 09:00")
    await minutes.types("chair-mx", "ev-group", "/wg digest preview")
    await minutes.types("oem-us", "ev-group", "/wg digest list")
    await minutes.types("doe-us", "ev-group", "/wg note The census starts on Monday")
    await minutes.types("lead-infra", "infrastructure", "/gt obstáculo Faltan datos de carga por estado")


async def _let_monday_come(minutes: Minutes) -> None:
    office = minutes.office
    for who in ("chair-mx", "oem-us"):
        await office.reads(who, "ev-group")
    async with office.next_message("ev-group"):
        await office.people.move_clock(MONDAY_AT_NINE)
    await minutes.reads("chair-mx", "ev-group")
    await minutes.reads("oem-us", "ev-group")
    assert len(await office.exchanges("chat.postMessage")) == 1


async def _steer(minutes: Minutes) -> None:
    office = minutes.office
    await minutes.types("chair-mx", "ev-group", "/wg digest list")
    await minutes.presses("chair-mx", "ev-group", "Pausar")
    await minutes.presses("chair-mx", "ev-group", "Reanudar")
    await minutes.types("chair-mx", "ev-group", "/gt resumen vista previa")
    # The command is answered before the digest stands there, however busy the machine is.
    await office.people.fault(Fault("chat.postMessage", "delay", seconds=0.2))
    async with office.next_message("ev-group"):
        await office.types("chair-mx", "ev-group", "/wg digest now")
    await minutes.reads("chair-mx", "ev-group")
    await minutes.types("oem-us", "ev-group", "/wg digest stop D-1")
    await minutes.types("chair-mx", "ev-group", "/gt resumen detener")
    await minutes.types("chair-mx", "ev-group", "/wg digest")
    await minutes.types("chair-mx", "ev-group", "/wg digest resume D-1")
    assert len(await office.exchanges("chat.postMessage")) == 2


HELPED = (
    ("chair-mx", "ev-group", "/gt"),
    ("chair-us", "infrastructure", "/wg help"),
    ("lead-infra", "infrastructure", "/gt ayuda"),
    ("oem-us", "ev-group", "/wg help"),
    ("observer-us", "ev-group", "/wg help"),
    ("guest-us", "ev-group", "/wg help"),
    ("guest-mx", "ev-group", "/gt ayuda"),
    ("newcomer-us", "ev-group", "/wg help"),
    ("newcomer-mx", LOBBY, "/gt ayuda"),
    ("oem-us", LOBBY, "/wg help digest"),
    ("lead-infra", DIRECT, "/gt ayuda recomendar"),
)


async def test_help_says_what_each_role_can_do_where_they_are(office: Office, goldens: Goldens) -> None:
    minutes = Minutes(office)
    for who, where, line in HELPED:
        await minutes.types(who, where, line)
    goldens.compare("help", minutes.text())
