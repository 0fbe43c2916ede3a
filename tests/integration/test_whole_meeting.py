"""A meeting from its announcement to its corrected minutes, over signed requests, in both languages."""

from __future__ import annotations

import pytest

from domain.language import Language
from tests.goldens import Goldens
from tests.integration.gathering import WHERE, Gathering
from tests.integration.minutes import Minutes
from tests.integration.office import Office
from tests.integration.words import ENGLISH, SPANISH


@pytest.fixture
def tick_seconds() -> float:
    """Lines and minutes are posted by the outbox."""
    return 0.05


BEFORE = {
    ENGLISH: (
        ("oem-us", "/wg obstacle No official map says where the charging stations are"),
        ("oem-us", "/wg recommend Publish a national map of charging stations for O-1"),
        ("oem-us", "/wg action @doe-us Send the load data to the universities"),
        ("oem-us", "/wg meeting schedule tomorrow 10:00 hybrid place: Room 2; Charging standards"),
        ("doe-us", "/wg meeting"),
        ("chair-us", "/wg meeting schedule M-1 today 13:00"),
        ("chair-us", "/wg show M-1"),
    ),
    SPANISH: (
        ("lead-suppliers", "/gt obstáculo Ningún mapa oficial dice dónde están las estaciones de carga"),
        ("lead-suppliers", "/gt recomendar Publicar un mapa nacional de estaciones de carga para O-1"),
        ("lead-suppliers", "/gt acción @lead-infra Enviar los datos de carga a las universidades"),
        ("lead-suppliers", "/gt reunión programar mañana a las 10:00 híbrida lugar: Sala 2; Normas de carga"),
        ("lead-infra", "/gt reunión"),
        ("chair-mx", "/gt reunión reprogramar M-1 hoy 13:00"),
        ("chair-mx", "/gt ver M-1"),
    ),
}
DURING = {
    ENGLISH: (
        ("doe-us", "/wg meeting here"),
        ("oem-us", "/wg meeting here @lead-infra @newcomer-us"),
        ("doe-us", "/wg note The census is under way"),
        ("chair-us", "/wg move R-1 under review"),
        ("doe-us", "/wg support R-1 Our laboratories need it"),
    ),
    SPANISH: (
        ("lead-infra", "/gt reunión presente"),
        ("lead-suppliers", "/gt reunión presente @doe-us @newcomer-mx"),
        ("lead-infra", "/gt nota El censo está en marcha"),
        ("chair-mx", "/gt mover R-1 en revisión"),
        ("lead-infra", "/gt apoyar R-1 Nuestros laboratorios lo necesitan"),
    ),
}
WRITTEN = {
    ENGLISH: (
        "Hello",
        "#decision The census comes first,",
        "before any siting study",
        "action: @chair-mx call due friday",
        "#obstacle",
    ),
    SPANISH: (
        "Hola",
        "#decisión Primero el censo,",
        "antes de elegir sitios",
        "acción: @chair-mx llamar para el viernes",
        "#obstáculo",
    ),
}
"""The last line says nothing: it is answered in the thread."""
AFTERWARDS = {
    ENGLISH: (
        ("oem-us", "/wg meeting here M-1 @chair-us"),
        ("oem-us", "/wg meeting note M-1 The next census is due in June"),
        ("doe-us", "/wg edit N-1 The census is nearly done"),
        ("oem-us", "/wg show N-1"),
        ("oem-us", "/wg show R-1"),
        ("oem-us", "/wg meeting list past"),
        ("oem-us", "/wg show M-1"),
    ),
    SPANISH: (
        ("lead-suppliers", "/gt reunión presente M-1 @chair-mx"),
        ("lead-suppliers", "/gt reunión nota M-1 El próximo censo es en junio"),
        ("lead-infra", "/gt editar N-1 El censo está casi listo"),
        ("lead-suppliers", "/gt ver N-1"),
        ("lead-suppliers", "/gt ver R-1"),
        ("lead-suppliers", "/gt reunión listar pasadas"),
        ("lead-suppliers", "/gt ver M-1"),
    ),
}
OPENER = {ENGLISH: "oem-us", SPANISH: "lead-suppliers"}


@pytest.mark.parametrize(
    ("language", "office_url", "transport"),
    [(ENGLISH, "sqlite", "http"), (SPANISH, "postgresql", "sockets")],
    indirect=["office_url", "transport"],
    ids=str,
)
async def test_a_meeting_from_its_announcement_to_its_corrected_minutes(
    office: Office, gathering: Gathering, language: Language, goldens: Goldens
) -> None:
    minutes, opener = Minutes(office), OPENER[language]
    for who, line in BEFORE[language]:
        await minutes.types(who, WHERE, line)
    start = "/wg meeting start" if language is ENGLISH else "/gt reunión iniciar"
    thread = await gathering.starts(opener, start)
    await gathering.settled()
    await minutes.reads(opener, WHERE)
    for who, line in DURING[language]:
        await minutes.types(who, WHERE, line)
    ts = await gathering.writes(opener, thread, "\n".join(WRITTEN[language]))
    emoji = sorted(await gathering.reactions(opener, thread, ts))
    minutes.lines += ["\n--- the thread", await gathering.replies(opener, thread), f"emoji: {emoji}"]
    await gathering.edits(opener, ts, "\n".join(WRITTEN[language][:-1]))
    await minutes.types(opener, WHERE, "/wg meeting end" if language is ENGLISH else "/gt reunión terminar")
    await gathering.settled()
    await minutes.reads(opener, WHERE)
    for who, line in AFTERWARDS[language]:
        await minutes.types(who, WHERE, line)
        await gathering.settled()
    told = (await gathering.meeting(1)).minutes
    assert told is not None
    minutes.lines += ["\n--- the thread of the minutes", await gathering.replies(opener, told)]
    goldens.compare(f"meeting/{language.value}", minutes.text())
