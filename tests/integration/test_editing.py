"""Correcting what is recorded and reading its history, from signed requests to what everybody sees."""

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

WHERE = "infrastructure"


@dataclass(frozen=True, slots=True)
class Part:
    """Who plays a scene in one language: an author, another member, a chair; and what they say."""

    author: str
    other: str
    chair: str
    command: str
    texts: tuple[str, str, str]
    version: str


PARTS = {
    ENGLISH: Part(
        "oem-us",
        "doe-us",
        "chair-us",
        "/wg",
        ("Publish a map", "Publish a national map", "Publish one national map"),
        "es: Publicar un mapa nacional",
    ),
    SPANISH: Part(
        "lead-suppliers",
        "lead-infra",
        "chair-mx",
        "/gt",
        ("Publicar un mapa", "Publicar un mapa nacional", "Publicar un solo mapa nacional"),
        "en: Publish a national map",
    ),
}
VERBS = {
    ENGLISH: ("recommend", "edit", "support", "undo", "history", "show", "list untranslated"),
    SPANISH: ("recomendar", "editar", "apoyar", "deshacer", "historial", "ver", "listar sin traducir"),
}


@pytest.mark.parametrize("language", [ENGLISH, SPANISH], ids=str)
async def test_a_text_and_its_corrections(office: Office, language: Language, goldens: Goldens) -> None:
    part, minutes = PARTS[language], Minutes(office)
    recommend, edit, support, undo, history, show, untranslated = VERBS[language]

    async def says(who: str, line: str) -> None:
        await minutes.types(who, WHERE, f"{part.command} {line}")

    await says(part.author, f"{recommend} {part.texts[0]}")
    await says(part.other, untranslated)
    await says(part.other, f"{support} R-1")
    await minutes.reads(part.author, WHERE)
    await says(part.author, f"{edit} R-1 {part.texts[1]}")
    await minutes.presses(part.other, WHERE, words(office, language, "button-support"))
    await minutes.presses(part.other, WHERE, words(office, language, "button-support"))
    await says(part.author, f"{edit} R-1 {part.version}")
    await says(part.author, untranslated)
    await says(part.author, f"{undo} R-1")
    await says(part.chair, f"{edit} R-1 theme:suppliers priority:yes quarter:2027-Q3 {part.texts[2]}")
    await minutes.opens(part.author, WHERE, f"{part.command} {edit} R-1")
    await minutes.closes(part.author)
    await minutes.presses(part.chair, WHERE, words(office, language, "button-history"))
    await says(part.author, history)
    await says(part.chair, f"{undo}")
    await says(part.other, f"{show} R-1")
    goldens.compare(f"editing/{language.value}", minutes.text())


@on_both_engines
async def test_the_same_correction_twice_is_made_once_and_answered_the_same(office: Office) -> None:
    await office.types("oem-us", WHERE, "/wg note One")
    assert "*N-1* text edited: Two" in await typed_twice(office, "oem-us", WHERE, "/wg edit N-1 Two")


@on_both_engines
async def test_the_same_position_twice_is_taken_once_and_answered_the_same(office: Office) -> None:
    await office.types("oem-us", WHERE, "/wg recommend Publish a map")
    assert "support from doe-us" in await typed_twice(office, "doe-us", WHERE, "/wg support R-1 We need it")


async def test_a_double_click_on_the_version_corrects_once(office: Office) -> None:
    await office.asks("lead-infra", WHERE, "/gt nota El censo")
    await office.asks("lead-infra", WHERE, "/wg edit N-1 The census")
    label = "La versión en inglés"
    message, button = await office.button("lead-infra", WHERE, label)
    place = container_of(address("lead-infra", WHERE), message)
    element = ElementName(place, button["block_id"], button["action_id"])
    before = await office.changes()

    clicks = await asyncio.gather(*(office.people.action(USERS["lead-infra"], element) for _ in range(2)))

    assert [click.ok for click in clicks] == [True, True]
    assert await office.changes() == {group: number + 1 for group, number in before.items()}


@pytest.mark.parametrize("who", ["guest-us", "newcomer-us"])
async def test_who_may_not_record_corrects_nothing_and_reads_the_history(office: Office, who: str) -> None:
    await office.asks("oem-us", WHERE, "/wg note Mine")
    before = await office.changes()

    answers = [
        await office.asks(who, WHERE, line)
        for line in ("/wg edit N-1 Theirs", "/wg edit N-1", "/wg history N-1")
    ]

    assert all(f"(only {who} sees this)" in answer for answer in answers)
    assert "oem-us" in answers[2]
    assert await office.changes() == before


async def test_what_was_said_in_a_direct_message_is_not_repeated_when_it_is_corrected(office: Office) -> None:
    await office.asks("oem-us", DIRECT, "/wg note Between us")

    answer = await office.asks("oem-us", "suppliers", "/wg edit N-1 Between the two of us")

    assert "(only oem-us sees this)" in answer
    assert "two of us" not in await office.reads("doe-us", "suppliers")


async def test_a_digest_tells_what_was_corrected_since_the_last_one(office: Office) -> None:
    await office.asks("chair-us", WHERE, "/wg digest mon 09:00")
    await office.asks("oem-us", WHERE, "/wg recommend Publish a map")
    await office.asks("chair-us", WHERE, "/wg digest now")
    await office.asks("oem-us", WHERE, "/wg edit R-1 Publish a national map")
    told = await office.asks("chair-us", WHERE, "/wg digest preview")
    await office.asks("oem-us", WHERE, "/wg undo")
    quiet = await office.asks("chair-us", WHERE, "/wg digest preview")

    assert "Publish a national map · text" in told
    assert "· text" not in quiet
