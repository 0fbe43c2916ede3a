"""People: told when something of theirs moves, asked what is similar, and changed by chairs."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from tests.integration.cast import CHANNELS, USERS
from tests.integration.office import DIRECT, POSTED_WITHIN, TICK_SECONDS, Office
from tests.integration.ways import on_both_engines
from tests.integration.words import ENGLISH, SPANISH, words
from tests.integration.working_group import make_another

WHERE = "infrastructure"
MAP = "Publish a national map of charging stations"
LIKE = "A national map of every charging station"


@pytest.fixture
def tick_seconds() -> float:
    return TICK_SECONDS


async def told(office: Office, who: str, what: str) -> str:
    """What stands in the person's direct message once this is among it."""
    async with asyncio.timeout(POSTED_WITHIN):
        while True:
            shown = await seen(office, who)
            if what in shown:
                return shown
            await asyncio.sleep(TICK_SECONDS)


async def seen(office: Office, who: str) -> str:
    return "\n".join(str(message["text"]) for message in await office.messages(who, DIRECT))


@on_both_engines
async def test_a_proposer_is_told_in_their_language_and_may_mute_it(office: Office) -> None:
    await office.asks("lead-suppliers", WHERE, f"/gt recomendar {MAP}")
    await office.asks("chair-us", WHERE, "/wg move R-1 under review because the texts are ready")
    assert await seen(office, "lead-suppliers") == ""
    await office.people.advance(timedelta(minutes=1))
    shown = await told(office, "lead-suppliers", "R-1")
    assert "chair-us cambió R-1: propuesta → en revisión" in shown
    assert "the texts are ready" in shown
    assert MAP in await office.presses("lead-suppliers", DIRECT, words(office, SPANISH, "button-show"))
    muted = await office.presses("lead-suppliers", DIRECT, words(office, SPANISH, "button-mute"))
    assert "Ya no se le avisará cuando cambie R-1" in muted
    await office.asks("chair-us", WHERE, "/wg move R-1 proposed")
    await office.people.advance(timedelta(minutes=2))
    await office.asks("lead-suppliers", WHERE, "/gt avisar R-1")
    await office.asks("chair-us", WHERE, "/wg move R-1 under review")
    await office.people.advance(timedelta(minutes=2))
    await told(office, "lead-suppliers", "propuesta → en revisión")
    assert "en revisión → propuesta" not in await seen(office, "lead-suppliers")


async def test_what_is_taken_back_at_once_is_not_told_and_later_is(office: Office) -> None:
    await office.asks("oem-us", WHERE, f"/wg recommend {MAP}")
    await office.asks("chair-us", WHERE, "/wg move R-1 under review")
    await office.asks("chair-us", WHERE, "/wg undo")
    await office.asks("chair-us", WHERE, "/wg move R-1 under review because now it is ready")
    await office.people.advance(timedelta(minutes=1))
    await told(office, "oem-us", "now it is ready")
    await office.asks("chair-us", WHERE, "/wg undo")
    await office.people.advance(timedelta(minutes=1))
    await told(office, "oem-us", "took back the last move of R-1")
    assert (await seen(office, "oem-us")).count("moved R-1") == 1


async def test_a_notice_s_buttons_know_their_group_where_the_person_has_two(office: Office) -> None:
    await make_another(office, "second-group", ["oem-us"], "Second group")
    await office.asks("oem-us", "second-group", "/wg obstacle Another one altogether")
    await office.asks("oem-us", WHERE, "/wg obstacle Nobody knows where the chargers are")
    await office.asks("chair-us", WHERE, "/wg move O-1 confirmed")
    await office.people.advance(timedelta(minutes=1))
    await told(office, "oem-us", "O-1")
    shown = await office.presses("oem-us", DIRECT, words(office, ENGLISH, "button-show"))
    assert "Nobody knows where the chargers are" in shown


async def test_who_set_up_a_digest_hears_that_its_channel_is_archived(office: Office) -> None:
    await office.asks("chair-us", WHERE, "/wg digest mon 09:00")
    office.expected.add("chat.postMessage")
    await office.people.archive(USERS["chair-us"], CHANNELS[WHERE])
    await office.people.advance(timedelta(days=7))
    shown = await told(office, "chair-us", "could not be posted")
    assert f"<#{CHANNELS[WHERE]}>" in shown
    assert "archived" in shown


@on_both_engines
async def test_what_is_similar_is_shown_first_and_recorded_anyway_when_asked(office: Office) -> None:
    await office.asks("oem-us", WHERE, f"/wg recommend {MAP}")
    asked = await office.asks("doe-us", WHERE, f"/wg recommend {LIKE}")
    assert words(office, ENGLISH, "similar-found", count=1) in asked
    assert LIKE in asked
    supported = await office.presses(
        "doe-us", WHERE, words(office, ENGLISH, "button-support-instead", reference="R-1")
    )
    assert "R-1" in supported
    recorded = await office.presses("doe-us", WHERE, words(office, ENGLISH, "button-anyway"))
    assert "R-2" in recorded
    again = await office.presses("doe-us", WHERE, words(office, ENGLISH, "button-anyway"))
    assert "R-3" not in again
    assert "R-3" not in await office.asks("doe-us", WHERE, "/wg list recommendations")


async def test_the_longest_text_is_kept_while_its_author_decides(office: Office) -> None:
    text = (LIKE + " ").ljust(2900, "x")[:2900]
    await office.asks("oem-us", WHERE, f"/wg recommend {text}")
    await office.asks("lead-infra", WHERE, f"/gt recomendar {text} tema:infraestructura")
    recorded = await office.presses("lead-infra", WHERE, words(office, SPANISH, "button-anyway"))
    assert text in recorded
    assert "R-2" in recorded


@on_both_engines
async def test_a_chair_changes_a_role_and_it_holds_from_then_on(office: Office) -> None:
    refused = await office.asks("oem-us", WHERE, "/wg members @doe-us role observer")
    assert words(office, ENGLISH, "refusal-chair-only") in refused
    shown = await office.asks("chair-us", WHERE, "/wg members @oem-us role lead themes infrastructure")
    assert "theme lead: " in shown
    await office.asks("doe-us", WHERE, f"/wg recommend {MAP}")
    assert "R-1" in await office.asks("oem-us", WHERE, "/wg move R-1 under review")
    await office.asks("chair-us", WHERE, "/wg members @oem-us role observer")
    refused = await office.asks("oem-us", WHERE, "/wg note x")
    assert words(office, ENGLISH, "refusal-observer-reads-only") in refused
    history = await office.asks("chair-us", WHERE, "/wg history all")
    assert "new role of oem-us: observer" in history


async def test_somebody_is_brought_in_changed_in_the_form_and_removed(office: Office) -> None:
    """Whom the bot never heard of is looked up in Slack first."""
    line = "/wg members @late-us sector industry country us organisation Battery Works"
    assert "late-us" in await office.asks("chair-us", "ev-group", line)
    await office.asks("chair-us", "ev-group", "/wg members @late-us")
    await office.presses("chair-us", "ev-group", words(office, ENGLISH, "button-edit-member"))
    submitted = await office.submits("chair-us", {"role": "observer", "organisation": "Battery Works Inc"})
    assert submitted.ok, submitted.errors
    card = await office.asks("chair-us", "ev-group", "/wg members @late-us")
    assert "observer" in card
    assert "Battery Works Inc" in card
    gone = await office.asks("chair-us", "ev-group", "/wg members @late-us remove")
    assert "late-us" in gone
    assert "late-us" not in await office.asks("chair-us", "ev-group", "/wg members")


async def test_guests_cannot_be_made_members_and_anybody_may_leave(office: Office) -> None:
    line = "/wg members @guest-us sector industry country us organisation X"
    assert words(office, ENGLISH, "refusal-guest-no-member") in await office.asks(
        "chair-us", "ev-group", line
    )
    asked = await office.asks("oem-us", "ev-group", "/wg members leave")
    assert "your positions no longer count" in asked
    assert "N-1" in await office.asks("oem-us", "ev-group", "/wg note Still here")
    gone = await office.presses("oem-us", "ev-group", words(office, ENGLISH, "button-leave"))
    assert "You have left the group" in gone
    refused = await office.asks("oem-us", "ev-group", "/wg note x")
    assert words(office, ENGLISH, "refusal-members-only") in refused


async def test_whoever_leaves_is_asked_in_their_language_and_may_say_it_at_once(office: Office) -> None:
    asked = await office.asks("lead-suppliers", "ev-group", "/gt miembros salir")
    assert "sus posiciones dejan de contar" in asked
    gone = await office.asks("lead-suppliers", "ev-group", "/gt miembros salir ahora")
    assert "Usted dejó el grupo" in gone
    refused = await office.asks("lead-suppliers", "ev-group", "/gt miembros salir")
    assert words(office, SPANISH, "refusal-members-only") in refused


async def test_a_zone_that_was_chosen_is_the_one_times_are_read_in(office: Office) -> None:
    shown = await office.asks("oem-us", "ev-group", "/wg language zone Tijuana")
    assert "Tijuana" in shown
    await office.asks("oem-us", WHERE, "/wg note Said at four in London")
    assert "8:00 AM" in await office.asks("oem-us", WHERE, "/wg show N-1")
