"""Searching the record, from signed requests to what people see, in both languages and on both engines."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from domain.language import Language
from domain.search import WORDS_MAX
from tests.goldens import Goldens
from tests.integration.minutes import Minutes
from tests.integration.office import Office
from tests.integration.ways import on_both_engines
from tests.integration.words import ENGLISH, SPANISH, words
from tests.integration.working_group import make_another

WHERE, ELSEWHERE = "infrastructure", "ev-group"


@dataclass(frozen=True, slots=True)
class Part:
    """Who searches in one language, and what they type."""

    who: str
    other: str
    lines: tuple[str, ...]
    note: str
    begun: str
    many: str


PARTS = {
    ENGLISH: Part(
        "oem-us",
        "doe-us",
        (
            "/wg find chargers",
            "/wg search ESTACION kind:obstacle",
            "/wg find “mapa nacional”",
            "/wg find r-1",
            "/wg find the of a",
            "/wg find charger theme:nowhere",
            "/wg find",
        ),
        "note",
        "/wg find batt",
        "/wg find round",
    ),
    SPANISH: Part(
        "lead-infra",
        "lead-suppliers",
        (
            "/gt buscar cargadores",
            "/gt buscar estacion tipo:obstáculo",
            "/gt busca «mapa nacional»",
            "/gt buscar r-1",
            "/gt buscar de la",
            "/gt buscar cargador tema:ninguno",
            "/gt buscar",
        ),
        "nota",
        "/gt buscar bater",
        "/gt buscar ronda",
    ),
}
RECORDS = (
    ("oem-us", "/wg note Fast chargers are missing on the way to the border"),
    ("oem-us", "/wg note Second-life batteries are stored nowhere"),
    ("lead-infra", "/gt nota Faltan cargadores rápidos en la autopista a la frontera"),
    ("lead-infra", "/gt nota Las baterías de segundo uso no tienen norma"),
    ("lead-infra", "/gt obstáculo Ninguna estación de carga está en un mapa nacional"),
    ("lead-infra", "/gt recomendar Publicar un mapa nacional de estaciones para O-1"),
)


@on_both_engines
@pytest.mark.parametrize("language", [ENGLISH, SPANISH], ids=str)
async def test_a_record_is_searched(office: Office, language: Language, goldens: Goldens) -> None:
    part, minutes = PARTS[language], Minutes(office)
    for who, line in RECORDS:
        await office.asks(who, WHERE, line)
    await office.reads(part.who, WHERE)
    for line in part.lines:
        await minutes.types(part.who, ELSEWHERE, line)
    await minutes.types(part.who, ELSEWHERE, part.begun)
    widened = words(office, language, "button-wider", words=part.begun.rpartition(" ")[2] + "*")
    await minutes.presses(part.who, ELSEWHERE, widened)
    goldens.compare(f"find/{language.value}", minutes.text())


@pytest.mark.parametrize("language", [ENGLISH, SPANISH], ids=str)
async def test_many_hits_come_page_by_page_and_may_be_shared(
    office: Office, language: Language, goldens: Goldens
) -> None:
    part, minutes = PARTS[language], Minutes(office)
    command, _, word = part.many.split()
    for number in range(1, 13):
        await office.asks(part.who, WHERE, f"{command} {part.note} {word} {number}")
    await minutes.types(part.who, WHERE, part.many)
    await minutes.presses(part.who, WHERE, words(office, language, "button-next-page"))
    await minutes.presses(part.who, WHERE, words(office, language, "button-first-page"))
    await office.reads(part.other, WHERE)
    await minutes.presses(part.who, WHERE, words(office, language, "button-share"))
    await minutes.presses(part.who, WHERE, "N-12")
    await minutes.reads(part.other, WHERE)
    goldens.compare(f"find/pages-{language.value}", minutes.text())


async def test_what_another_group_recorded_is_not_found(office: Office) -> None:
    await make_another(office, "second-group", ["oem-us"], "Second group")
    await office.asks("oem-us", WHERE, "/wg note Chargers of the first group")
    nothing = words(office, ENGLISH, "search-nothing")
    assert "N-1" in await office.asks("oem-us", WHERE, "/wg find chargers")
    assert nothing in await office.asks("oem-us", "second-group", "/wg find chargers")


HOSTILE = [
    *(
        '"',
        "'",
        "*",
        "AND",
        "NOT x",
        "NEAR(a b)",
        "^ab",
        "ab:cd",
        "-ab",
        "100%",
        "_b",
        "\\x",
        "'; DROP TABLE x; --",
    ),
    *("\u0000ab", "🔋🔌", "\u202e\u0645\u0631\u062d", "words:ab", "ab OR cd", "(((", "&lt;ab&gt;"),
    *("a" * 3900, "ab " * 1300),
]


@on_both_engines
async def test_whatever_is_typed_gets_a_clear_answer(office: Office) -> None:
    failures = {words(office, ENGLISH, f"failure-{failure}") for failure in ("unsure", "not-saved")}
    for typed in HOSTILE:
        answer = await office.asks("oem-us", WHERE, f"/wg find {typed}")
        assert answer, typed
        assert not any(failure in answer for failure in failures), typed


async def test_more_words_than_may_be_searched_are_told(office: Office) -> None:
    typed = " ".join(f"word{number}" for number in range(400))
    told = words(office, ENGLISH, "problem-search-long", word=str(WORDS_MAX))
    assert told in await office.asks("oem-us", WHERE, f"/wg find {typed}")


@on_both_engines
async def test_a_filter_holds_for_an_item_that_is_named_too(office: Office) -> None:
    await office.asks("oem-us", WHERE, "/wg note The census starts on Monday")
    await office.asks("oem-us", WHERE, "/wg obstacle Nobody knows of N-1")

    noted = await office.asks("oem-us", WHERE, "/wg find N-1 kind:note")
    hindered = await office.asks("oem-us", WHERE, "/wg find N-1 kind:obstacle")
    elsewhere = await office.asks("oem-us", WHERE, "/wg find N-1 theme:suppliers")

    assert ("The census" in noted, "Nobody knows" in noted) == (True, False)
    assert ("The census" in hindered, "Nobody knows" in hindered) == (False, True)
    assert words(office, ENGLISH, "search-nothing") in elsewhere
