"""The register, gaps, one's own and the roadmap: from signed requests to what people see."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from domain.language import Language
from tests.goldens import Goldens
from tests.integration.cast import USERS
from tests.integration.minutes import Minutes
from tests.integration.office import DIRECT, Office
from tests.integration.ways import on_both_engines
from tests.integration.words import ENGLISH, SPANISH, words
from tests.integration.working_group import make_another

WHERE, ELSEWHERE = "infrastructure", "ev-group"


@dataclass(frozen=True, slots=True)
class Part:
    """Who asks in one language, and what they type."""

    who: str
    lines: tuple[str, ...]
    gaps: str
    mine: str


PARTS = {
    ENGLISH: Part(
        "oem-us",
        (
            "/wg list",
            f"/wg list recommendations theme:infrastructure owner:<@{USERS['lead-infra']}|lead-infra>",
            "/wg list by:me since:today sort:oldest",
            "/wg list country:mexico sector:academia",
            "/wg list sector:industri obstacles unowned",
            "/wg list notes overdue",
            "/wg list sort:size",
            "/wg list actions until yesterday",
            "/wg roadmap",
            "/wg roadmap all as pdf",
        ),
        "/wg gaps",
        "/wg mine",
    ),
    SPANISH: Part(
        "lead-infra",
        (
            "/gt listar",
            "/gt listar recomendaciones tema:infraestructura responsable:mí",
            "/gt listar de:mí desde:hoy orden:antiguas",
            "/gt listar país:méxico sector:academia",
            "/gt listar sector:industri obstáculos sin responsable",
            "/gt listar notas vencidas",
            "/gt listar orden:tamaño",
            "/gt listar acciones hasta ayer",
            "/gt ruta",
            "/gt ruta todo en pdf",
        ),
        "/gt pendientes",
        "/gt míos",
    ),
}
RECORDS = (
    ("oem-us", "/wg obstacle No official map says where the charging stations are"),
    ("lead-infra", "/gt obstáculo Faltan datos de carga de la red"),
    ("oem-us", "/wg recommend Publish a national map of charging stations for O-1"),
    ("lead-infra", "/gt recomendar Compartir los datos de carga cada mes"),
    ("lead-infra", "/gt asignar R-2 yo para 2027-T2"),
    ("lead-infra", "/gt mover R-1 en revisión"),
    ("oem-us", "/wg action Send the load data to the universities due tomorrow"),
    ("lead-infra", "/gt acción Pedir los datos al operador para mañana"),
)


@on_both_engines
@pytest.mark.parametrize("language", [ENGLISH, SPANISH], ids=str)
async def test_the_register_is_read(office: Office, language: Language, goldens: Goldens) -> None:
    part, minutes = PARTS[language], Minutes(office)
    for who, line in RECORDS:
        assert await office.asks(who, WHERE, line), line
    await office.reads(part.who, WHERE)
    for line in part.lines:
        await minutes.types(part.who, WHERE, line)
    await minutes.types(part.who, WHERE, part.gaps)
    await minutes.types(part.who, DIRECT, part.mine)
    done = {ENGLISH: "A-1", SPANISH: "A-2"}[language]
    await minutes.presses(part.who, DIRECT, words(office, language, "mine-done", reference=done))
    await minutes.types(part.who, DIRECT, part.mine)
    goldens.compare(f"register/{language.value}", minutes.text())


@pytest.mark.parametrize("language", [ENGLISH, SPANISH], ids=str)
async def test_many_items_come_page_by_page_there_and_back(office: Office, language: Language) -> None:
    who = PARTS[language].who
    for number in range(1, 23):
        await office.asks(who, WHERE, f"/wg note round {number}")
    first = await office.asks(who, WHERE, "/wg list notes")
    second = await office.presses(who, WHERE, words(office, language, "button-next-page"))
    third = await office.presses(who, WHERE, words(office, language, "button-next-page"))
    back = await office.presses(who, WHERE, words(office, language, "button-previous-page"))
    assert all(one in first for one in ("N-22", "N-13"))
    assert all(one in second for one in ("N-12", "N-3"))
    assert "• *N-2* " in third
    assert second.splitlines()[:12] == back.splitlines()[:12]
    assert words(office, language, "list-count", count=22) in first


async def test_a_table_is_shown_and_where_slack_does_not_take_it_the_list_is(office: Office) -> None:
    await office.asks("oem-us", WHERE, "/wg note The census starts on Monday")
    for line in ("/wg list table", "/wg list notes as a table", "/wg listar tabla notas"):
        typed = await office.asks("oem-us", WHERE, line)
        assert "(table)" in typed, line
        assert "The census starts on Monday" in typed, line
    await office.asks("oem-us", WHERE, "/wg list")
    table = await office.presses("oem-us", WHERE, words(office, ENGLISH, "button-as-table"))
    assert "(table)" in table
    office.expected.add("response_url")
    office.sandbox.workspace.unsupported_blocks = frozenset({"data_table"})
    for plain in (
        await office.asks("oem-us", WHERE, "/wg list table"),
        await office.presses("oem-us", WHERE, words(office, ENGLISH, "button-as-table")),
    ):
        assert "(table)" not in plain
        assert "• " in plain
        assert "The census starts on Monday" in plain


async def test_what_another_group_recorded_is_in_no_list(office: Office) -> None:
    await make_another(office, "second-group", ["oem-us"], "Second group")
    await office.asks("oem-us", WHERE, "/wg obstacle Chargers of the first group")
    assert "O-1" in await office.asks("oem-us", WHERE, "/wg list")
    for line in ("/wg list all", "/wg gaps all", "/wg mine", "/wg roadmap all", "/wg list by:me unanswered"):
        assert "Chargers" not in await office.asks("oem-us", "second-group", line), line


@pytest.mark.parametrize("who", ["guest-us", "observer-us"])
async def test_who_may_only_read_may_read_all_of_it(office: Office, who: str) -> None:
    await office.asks("oem-us", WHERE, "/wg obstacle Chargers are missing")
    for line in ("/wg list", "/wg gaps", "/wg roadmap", "/wg mine", "/wg list owed"):
        assert await office.asks(who, WHERE, line), line
    assert "O-1" in await office.asks(who, WHERE, "/wg list unanswered")
