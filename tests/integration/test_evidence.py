"""Evidence from signed requests to what everybody sees, in both languages and on both engines."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import pytest

from bot.sandbox.client import ElementName, container_of
from domain.language import Language
from tests.goldens import Goldens
from tests.integration.cast import USERS
from tests.integration.minutes import Minutes
from tests.integration.office import DIRECT, Office, address
from tests.integration.repeating import typed_twice
from tests.integration.ways import on_both_engines
from tests.integration.words import ENGLISH, SPANISH, words
from tests.integration.working_group import make_another

WHERE = "infrastructure"
MAP = "https://www.gob.mx/sre/articulos/map"


@dataclass(frozen=True, slots=True)
class Part:
    """Who plays a scene in one language, the command, and the words of it."""

    author: str
    other: str
    lead: str
    verb: str
    shows: str
    lists: str
    title: str
    off: str


PARTS = {
    ENGLISH: Part(
        "oem-us",
        "doe-us",
        "lead-infra",
        "/wg evidence",
        "/wg show",
        "/wg list",
        "Map & “stations”",
        "not for",
    ),
    SPANISH: Part(
        "lead-suppliers",
        "lead-talent",
        "lead-infra",
        "/gt evidencia",
        "/gt ver",
        "/gt listar",
        "Mapa & “estaciones”",
        "no para",
    ),
}


@on_both_engines
@pytest.mark.parametrize("language", [ENGLISH, SPANISH], ids=str)
async def test_a_meeting_that_says_what_it_knows_it_from(
    office: Office, language: Language, goldens: Goldens
) -> None:
    part, minutes = PARTS[language], Minutes(office)
    await minutes.types(part.author, WHERE, f"{part.verb} {part.title}")
    await minutes.types(part.author, WHERE, f"{part.verb} javascript:alert(1) {part.title}")
    for line in ("obstacle No official map", "obstacle Old map", "recommend Publish a map for O-1"):
        await office.asks(part.author, WHERE, f"/wg {line}")
    for_items = "for" if language is ENGLISH else "para"
    await minutes.types(part.author, WHERE, f"{part.verb} {MAP} {part.title} {for_items} O-2,R-1")
    await minutes.types(part.other, WHERE, f"{part.verb} http://gob.mx/sre/articulos/map/ X {for_items} O-1")
    label = words(office, language, "button-attach", reference="E-1", references="O-1")
    await minutes.presses(part.other, WHERE, label)
    await minutes.presses(part.other, WHERE, words(office, language, "button-again"))
    await minutes.types(part.other, WHERE, f"{part.verb} E-1 {part.off} R-1")
    await minutes.types(part.author, WHERE, f"{part.verb} E-1 {part.off} R-1")
    await minutes.types(part.author, WHERE, "/wg undo E-1")
    await minutes.types(part.lead, WHERE, "/wg move O-2 merged into O-1")
    for reference in ("E-1", "O-1", "R-1", "O-1 evidence"):
        await minutes.types(part.author, WHERE, f"{part.shows} {reference}")
    kind = words(office, language, "kind-evidence.plural")
    await minutes.types(part.author, WHERE, f"{part.lists} {kind}")
    await minutes.types(part.other, WHERE, "/wg withdraw E-2")
    await minutes.reads(part.author, WHERE)
    goldens.compare(f"evidence/{language.value}", minutes.text())


async def test_the_same_request_twice_records_once_and_gets_the_same_answer(office: Office) -> None:
    await office.types("oem-us", WHERE, "/wg obstacle No official map")
    for line in (f"/wg evidence {MAP} Map", "/wg evidence E-1 for O-1"):
        assert "*E-1*" in await typed_twice(office, "oem-us", WHERE, line)


async def test_a_double_click_on_record_again_records_once(office: Office) -> None:
    for title in ("Map", "Other map"):
        await office.asks("oem-us", WHERE, f"/wg evidence {MAP} {title}")
    message, button = await office.button("oem-us", WHERE, words(office, ENGLISH, "button-again"))
    place = container_of(address("oem-us", WHERE), message)
    element = ElementName(place, button["block_id"], button["action_id"])
    clicks = await asyncio.gather(*(office.people.action(USERS["oem-us"], element) for _ in range(2)))
    answer = await office.asks("oem-us", WHERE, "/wg list evidence")
    assert [click.ok for click in clicks] == [True, True]
    assert "E-2 Other map" in answer
    assert "E-3" not in answer


@on_both_engines
async def test_two_people_who_record_one_address_at_once_record_it_once(office: Office) -> None:
    both = ("oem-us", "doe-us")
    await asyncio.gather(*(office.types(who, WHERE, f"/wg evidence {MAP} Of {who}") for who in both))
    listed = await office.asks("oem-us", WHERE, "/wg list evidence")
    assert listed.count("• *E-") == 1


async def test_who_may_not_record_attaches_nothing(office: Office) -> None:
    await office.asks("oem-us", WHERE, "/wg obstacle No official map")
    await office.asks("oem-us", WHERE, f"/wg evidence {MAP} Map")
    before = await office.changes()
    for who in ("guest-us", "newcomer-us", "observer-us"):
        for line in (f"/wg evidence {MAP}/2 Map", "/wg evidence E-1 for O-1"):
            assert f"(only {who} sees this)" in await office.asks(who, WHERE, line)
    assert await office.changes() == before


async def test_somebody_in_several_groups_chooses_whose_evidence_it_is(office: Office) -> None:
    await make_another(office, "second-group", ["oem-us"], "The second group")
    await office.asks("oem-us", DIRECT, f"/wg evidence <{MAP}> Map & more")
    answer = await office.presses("oem-us", DIRECT, "The second group")
    assert "E-1" in answer
    assert "Map & more" in answer
    assert "E-1" not in await office.asks("oem-us", WHERE, "/wg list evidence")


async def test_a_digest_tells_of_new_evidence_and_not_of_what_it_is_for(office: Office) -> None:
    await office.asks("chair-us", WHERE, "/wg digest mon 09:00")
    await office.asks("oem-us", WHERE, "/wg obstacle No official map")
    await office.asks("oem-us", WHERE, f"/wg evidence {MAP} Map of stations for O-1")
    told = await office.asks("chair-us", WHERE, "/wg digest preview")
    assert "*New evidence*" in told
    assert "• *E-1* Map of stations" in told
