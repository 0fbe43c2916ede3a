"""Nothing is recorded twice by accident: replays, double clicks, the same words a moment later."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.sandbox.client import ElementName, container_of
from domain.language import Language
from tests.integration.cast import USERS
from tests.integration.office import Office, address
from tests.integration.ways import on_both_engines
from tests.integration.words import COMMANDS, ENGLISH, SPANISH, SPEAKERS, words

KINDS = {
    "note": "N-1",
    "decision": "N-1",
    "opportunity": "N-1",
    "obstacle": "O-1",
    "recommend": "R-1",
}


@on_both_engines
@pytest.mark.parametrize("kind", KINDS)
async def test_the_same_request_twice_records_once_and_gets_the_same_answer(
    office: Office, kind: str
) -> None:
    first = await office.types("oem-us", "infrastructure", f"/wg {kind} Once only")
    (sent,) = await office.exchanges("/wg")
    before = await office.changes()

    second = await office.sandbox.workspace.dispatcher.command(sent["request"])

    assert KINDS[kind] in str(first.body)
    assert second.body() == first.body
    assert await office.changes() == before


async def test_a_replay_gets_the_first_answer_also_when_more_was_recorded_since(office: Office) -> None:
    first = await office.types("oem-us", "infrastructure", "/wg note Once only")
    (sent,) = await office.exchanges("/wg")
    await office.types("oem-us", "infrastructure", "/wg note Something else")
    await office.people.advance(timedelta(hours=1))

    second = await office.sandbox.workspace.dispatcher.command(sent["request"])

    assert second.body() == first.body


async def test_the_same_digest_request_twice_schedules_once(office: Office) -> None:
    first = await office.types("chair-us", "ev-group", "/wg digest mon 09:00")
    (sent,) = await office.exchanges("/wg")

    second = await office.sandbox.workspace.dispatcher.command(sent["request"])
    listed = await office.asks("chair-us", "ev-group", "/wg digest list")

    assert second.body() == first.body
    assert "D-2" not in listed


@on_both_engines
async def test_the_same_submission_twice_joins_once_and_gets_the_same_answer(office: Office) -> None:
    await office.asks("newcomer-us", "ev-group", "/wg join")
    entries = {"organisation": "Utility", "sector": "industry", "country": "US"}
    first = await office.submits("newcomer-us", entries)
    (sent,) = await office.exchanges("view_submission")
    before = await office.changes()

    second = await office.sandbox.workspace.dispatcher.interaction(sent["request"])

    assert first.ok
    assert second.body() == sent["answer"]
    assert await office.changes() == before


async def test_the_same_founding_twice_founds_one_group(empty_office: Office) -> None:
    office = empty_office
    await office.asks("chair-us", "ev-group", "/wg setup")
    entries = {
        "name_en": "Group",
        "themes": "Charging",
        "countries": "US",
        "organisation": "University",
        "sector": "academia",
        "country": "US",
    }
    await office.submits("chair-us", entries)
    (sent,) = await office.exchanges("view_submission")
    before = await office.changes()

    second = await office.sandbox.workspace.dispatcher.interaction(sent["request"])

    assert second.body() == sent["answer"]
    assert list(before) == [1]
    assert await office.changes() == before


@pytest.mark.parametrize("language", [ENGLISH, SPANISH], ids=str)
@pytest.mark.parametrize("kind", KINDS)
async def test_the_same_words_within_ten_minutes_are_asked_about(
    office: Office, kind: str, language: Language
) -> None:
    who, line = SPEAKERS[language], f"{COMMANDS[language]} {kind} The same *words*"
    reference, series = KINDS[kind], KINDS[kind][0]
    await office.asks(who, "infrastructure", line)
    await office.people.advance(timedelta(minutes=9, seconds=59))
    before = await office.changes()

    asked = await office.asks(who, "infrastructure", line)
    unchanged = await office.changes()
    recorded = await office.presses(who, "infrastructure", words(office, language, "button-again"))

    assert words(office, language, "already-there", reference=reference) in asked
    assert f"(only {who} sees this)" in asked
    assert unchanged == before
    assert f"*{series}-2*" in recorded
    assert "(everybody sees this)" in recorded


async def test_after_ten_minutes_the_same_words_are_recorded_at_once(office: Office) -> None:
    await office.asks("oem-us", "infrastructure", "/wg note The same words")
    await office.people.advance(timedelta(minutes=10, seconds=1))

    answer = await office.asks("oem-us", "infrastructure", "/wg note The same words")

    assert "*N-2*" in answer


@pytest.mark.parametrize(
    ("who", "line"),
    [
        ("oem-us", "decision The same words"),
        ("doe-us", "note The same words"),
        ("oem-us", "note The same words, and more"),
    ],
)
async def test_another_verb_person_or_text_is_something_else(office: Office, who: str, line: str) -> None:
    await office.asks("oem-us", "infrastructure", "/wg note The same words")

    answer = await office.asks(who, "infrastructure", f"/wg {line}")

    assert "*N-2*" in answer


@on_both_engines
async def test_a_double_click_on_record_it_again_records_once_more_not_twice(office: Office) -> None:
    await office.asks("oem-us", "infrastructure", "/wg note The same words")
    await office.asks("oem-us", "infrastructure", "/wg note The same words")
    message, button = await office.button("oem-us", "infrastructure", "Record it again")
    place = container_of(address("oem-us", "infrastructure"), message)
    element = ElementName(place, button["block_id"], button["action_id"])
    before = await office.changes()

    clicks = await asyncio.gather(*(office.people.action(USERS["oem-us"], element) for _ in range(2)))
    answer = await office.reads("oem-us", "infrastructure")

    assert [click.ok for click in clicks] == [True, True]
    assert "*N-2*" in answer
    assert "*N-3*" not in answer
    assert await office.changes() == {group: number + 1 for group, number in before.items()}


async def test_a_click_that_is_sent_again_is_answered_again_and_records_nothing(office: Office) -> None:
    await office.asks("oem-us", "infrastructure", "/wg note The same words")
    await office.asks("oem-us", "infrastructure", "/wg note The same words")
    await office.presses("oem-us", "infrastructure", "Record it again")
    (sent,) = await office.exchanges("block_actions")
    before = await office.changes()

    await office.sandbox.workspace.dispatcher.interaction(sent["request"])

    assert "*N-2*" in await office.reads("oem-us", "infrastructure")
    assert await office.changes() == before
