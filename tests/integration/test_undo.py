"""Taking back one's own last write, from signed requests to what everybody sees, in both languages."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import pytest

from bot.demo.workspace import TEAM
from bot.sandbox.client import ElementName, container_of
from domain.language import Language
from domain.people import Person
from domain.recommendation import RecommendationStatus
from domain.reference import Reference, Series
from domain.usecases.moving import Move
from domain.usecases.moving import move as move_item
from domain.usecases.origin import Origin
from tests.goldens import Goldens
from tests.integration.cast import CHANNELS, USERS
from tests.integration.minutes import Minutes
from tests.integration.office import DIRECT, START, Office, address
from tests.integration.repeating import typed_twice
from tests.integration.ways import on_both_engines
from tests.integration.words import ENGLISH, SPANISH, words
from tests.integration.working_group import make_another

WHERE = "infrastructure"


@dataclass(frozen=True, slots=True)
class Part:
    """Who plays a scene in one language: an author, somebody else, a chair."""

    author: str
    other: str
    chair: str
    command: str


PARTS = {
    ENGLISH: Part("oem-us", "doe-us", "chair-us", "/wg"),
    SPANISH: Part("lead-suppliers", "lead-infra", "chair-mx", "/gt"),
}


GROUP_LINES = {
    ENGLISH: (
        "digest every 2 weeks mon 09:00",
        "digest skip D-1",
        "digest unskip D-1",
        "digest edit D-1 10:00",
        "digest pause D-1",
        "digest resume D-1",
        "digest stop D-1",
        "members @oem-us role observer",
    ),
    SPANISH: (
        "resumen cada 2 semanas lunes 9:00",
        "resumen omitir D-1",
        "resumen no omitir D-1",
        "resumen editar D-1 10:00",
        "resumen pausar D-1",
        "resumen reanudar D-1",
        "resumen detener D-1",
        "miembros @oem-us función observación",
    ),
}


async def move(office: Office, who: str, to: RecommendationStatus, progress: int | None = None) -> None:
    """R-1 goes on, as the use case moves it."""
    origin = Origin(person=Person(TEAM.id, USERS[who]), channel=CHANNELS[WHERE], key=f"move:{to}:{progress}")
    reference = Reference(Series.RECOMMENDATION, 1)
    wanted = Move(origin=origin, group=1, reference=reference, to=to, progress=progress)
    await office.bot.services.store.write(lambda uow: move_item(wanted, uow, START))


@on_both_engines
@pytest.mark.parametrize("language", [ENGLISH, SPANISH], ids=str)
async def test_a_meeting_that_takes_things_back(office: Office, language: Language, goldens: Goldens) -> None:
    part, minutes = PARTS[language], Minutes(office)
    await _records(minutes, part, language)
    await _moves(minutes, part)
    await _looks(minutes, part)
    goldens.compare(f"undo/{language.value}", minutes.text())


async def _records(minutes: Minutes, part: Part, language: Language) -> None:
    undo, again = (words(minutes.office, language, f"button-{name}") for name in ("undo", "again"))
    for text in ("One", "Two", "Three"):
        await minutes.types(part.author, WHERE, f"{part.command} note {text}")
    await minutes.presses(part.other, WHERE, undo)
    await minutes.presses(part.author, WHERE, undo)
    await minutes.presses(part.author, WHERE, again)
    await minutes.types(part.author, WHERE, f"{part.command} undo N-1")
    await minutes.types(part.author, WHERE, f"{part.command} undo N-1")
    await minutes.reads(part.other, WHERE)


async def _moves(minutes: Minutes, part: Part) -> None:
    await minutes.types(part.author, WHERE, f"{part.command} obstacle Nobody knows where they are")
    await minutes.types(part.author, WHERE, f"{part.command} recommend Publish a map for O-1")
    await minutes.types(part.author, WHERE, f"{part.command} undo O-1")
    await move(minutes.office, part.chair, RecommendationStatus.UNDER_REVIEW)
    await move(minutes.office, part.chair, RecommendationStatus.AGREED)
    await move(minutes.office, part.chair, RecommendationStatus.IN_PROGRESS, 40)
    await minutes.types(part.author, WHERE, f"{part.command} undo")
    await minutes.types(part.chair, WHERE, f"{part.command} undo")
    await minutes.types(part.chair, WHERE, f"{part.command} deshacer R-1")
    await minutes.types(part.chair, WHERE, f"{part.command} undo R-1 v1")
    await minutes.types(part.chair, WHERE, f"{part.command} deshacer")
    await minutes.types(part.chair, WHERE, f"{part.command} undo")
    await minutes.types(part.author, WHERE, f"{part.command} undo")
    await minutes.types(part.author, WHERE, f"{part.command} undo that")


async def _looks(minutes: Minutes, part: Part) -> None:
    await minutes.types(part.other, WHERE, f"{part.command} show R-1")
    await minutes.types(part.other, WHERE, f"{part.command} status")
    await minutes.types(part.other, WHERE, f"{part.command} list")
    await minutes.types(part.other, WHERE, f"{part.command} list obstacles notes status:withdrawn")


@on_both_engines
@pytest.mark.parametrize("language", [ENGLISH, SPANISH], ids=str)
async def test_what_was_done_to_the_group_is_named_and_nothing_else_taken_back(
    office: Office, language: Language, goldens: Goldens
) -> None:
    part, minutes = PARTS[language], Minutes(office)
    lines = GROUP_LINES[language]
    await minutes.types(part.chair, WHERE, f"{part.command} note It stays")
    for line in lines:
        await minutes.types(part.chair, WHERE, f"{part.command} {line}")
        await minutes.types(part.chair, WHERE, f"{part.command} undo")
    await minutes.types(part.chair, WHERE, f"{part.command} undo N-1")
    await minutes.types(part.chair, WHERE, f"{part.command} undo")
    await minutes.types(part.chair, WHERE, f"{part.command} history all")
    goldens.compare(f"undo/group-{language.value}", minutes.text())


@on_both_engines
async def test_the_same_undo_twice_takes_back_one_write_and_gets_the_same_answer(office: Office) -> None:
    for text in ("One", "Two"):
        await office.types("oem-us", WHERE, f"/wg note {text}")
    assert "*N-2*" in await typed_twice(office, "oem-us", WHERE, "/wg undo")


@on_both_engines
async def test_a_double_click_on_undo_takes_back_one_write(office: Office) -> None:
    for text in ("One", "Two"):
        await office.asks("oem-us", WHERE, f"/wg note {text}")
    message, button = await office.button("oem-us", WHERE, words(office, ENGLISH, "button-undo"))
    place = container_of(address("oem-us", WHERE), message)
    element = ElementName(place, button["block_id"], button["action_id"])
    before = await office.changes()

    clicks = await asyncio.gather(*(office.people.action(USERS["oem-us"], element) for _ in range(2)))
    answer = await office.reads("oem-us", WHERE)

    assert [click.ok for click in clicks] == [True, True]
    assert "*N-2* taken back" in answer
    assert "*N-1* taken back" not in answer
    assert await office.changes() == {group: number + 2 for group, number in before.items()}


@pytest.mark.parametrize("who", ["guest-us", "newcomer-us"])
async def test_who_may_not_record_takes_nothing_back(office: Office, who: str) -> None:
    await office.asks("oem-us", WHERE, "/wg note Mine")
    before = await office.changes()

    answer = await office.asks(who, WHERE, "/wg undo N-1")

    assert f"(only {who} sees this)" in answer
    assert await office.changes() == before


async def test_somebody_in_several_groups_chooses_whose_last_write_it_is(office: Office) -> None:
    await make_another(office, "second-group", ["oem-us"], "The second group")
    await office.asks("oem-us", WHERE, "/wg note In the first")
    await office.asks("oem-us", "second-group", "/wg note In the second")

    asked = await office.asks("oem-us", DIRECT, "/wg undo")
    answer = await office.presses("oem-us", DIRECT, "The second group")

    assert words(office, ENGLISH, "which-group") in asked
    assert "In the second" in answer
    assert "withdrawn" not in await office.asks("oem-us", WHERE, "/wg show N-1")


async def test_a_digest_tells_nothing_of_what_was_taken_back_and_later_that_it_was(office: Office) -> None:
    await office.asks("chair-us", WHERE, "/wg digest mon 09:00")
    await office.asks("oem-us", WHERE, "/wg note This stays for now")
    await office.asks("oem-us", WHERE, "/wg note This was a slip")
    await office.asks("oem-us", WHERE, "/wg undo")
    first = await office.asks("chair-us", WHERE, "/wg digest preview")
    await office.asks("chair-us", WHERE, "/wg digest now")
    await office.asks("oem-us", WHERE, "/wg undo")
    second = await office.asks("chair-us", WHERE, "/wg digest preview")

    assert "This stays for now" in first
    assert "This was a slip" not in first
    assert "This stays for now · recorded → withdrawn" in second
    assert "This was a slip" not in second


async def test_what_was_said_in_a_direct_message_is_not_repeated_in_a_channel(office: Office) -> None:
    await office.asks("oem-us", DIRECT, "/wg note Between us")

    answer = await office.asks("oem-us", "suppliers", "/wg undo")

    assert "Between us" in answer
    assert "(only oem-us sees this)" in answer
    assert "Between us" not in await office.reads("doe-us", "suppliers")
