"""Digests of every rhythm and coverage: edited by words and in a form, muted, and one's own part of one."""

from __future__ import annotations

import asyncio

import pytest

from tests.integration.office import DIRECT, POSTED_WITHIN, TICK_SECONDS, Office
from tests.integration.screen import buttons_of
from tests.integration.words import ENGLISH, words
from tests.rendering import view_text


@pytest.fixture
def tick_seconds() -> float:
    return TICK_SECONDS


@pytest.fixture
def transport() -> str:
    """Over HTTP alone: how digests travel is told elsewhere."""
    return "http"


async def test_a_channels_digest_is_edited_by_words_and_history_says_how(office: Office) -> None:
    made = await office.asks("chair-us", "ev-group", "/wg digest monthly first monday 09:00")
    assert "the first Monday of every month at 9:00 AM" in made
    edited = await office.asks("chair-us", "ev-group", "/gt resumen editar D-1 cada 2 semanas viernes 10:00")
    assert "Digest, days: the first Monday of every month → Fridays, every 2 weeks" in edited
    again = await office.asks("chair-us", "ev-group", "/wg digest edit D-1 10:00")
    assert words(office, ENGLISH, "digest-edited-nothing", number=1) in again
    history = await office.asks("oem-us", "ev-group", "/wg history")
    assert "Digest, time: 9:00 AM → 10:00 AM · D-1" in history
    listed = await office.asks("chair-us", "ev-group", "/wg digest list")
    assert "Fridays, every 2 weeks at 10:00 AM" in listed


@pytest.mark.parametrize(
    ("who", "line", "message"),
    [
        ("oem-us", "/wg digest edit D-1 10:00", "digest-none-whose"),
        ("observer-us", "/wg digest edit D-1 10:00", "digest-none-whose"),
        ("oem-us", "/wg digest skip D-1", "digest-none-whose"),
        ("chair-us", "/wg digest mon 11:00 mine", "refusal-digest-of-ones-own"),
        ("chair-us", "/wg digest monthly 09:00", "problem-month-day-missing"),
        ("chair-us", "/wg digest own digest:T1/1/D-1:2026-11-23", "refusal-digest-gone"),
    ],
)
async def test_what_one_may_not_or_cannot_is_said(office: Office, who: str, line: str, message: str) -> None:
    await office.asks("chair-us", "ev-group", "/wg digest mon 09:00")
    assert words(office, ENGLISH, message) in await office.asks(who, "ev-group", line)


async def test_the_edit_button_opens_the_form_with_what_the_digest_is(office: Office) -> None:
    await office.asks("chair-us", "infrastructure", "/wg digest monthly last day 17:00 sector:industry")
    await office.presses("chair-us", "infrastructure", words(office, ENGLISH, "button-edit-digest"))
    form = await office.form("chair-us")
    shown = {block["block_id"] for block in form["blocks"] if block["type"] == "input"}
    assert {"rhythm", "month_day", "at", "zone", "themes", "sectors"} <= shown
    assert not {"days", "weeks", "nth", "weekday", "whose"} & shown
    form = await office.chooses("chair-us", "rhythm", "month-weekday")
    shown = {block["block_id"] for block in form["blocks"] if block["type"] == "input"}
    assert {"nth", "weekday"} <= shown
    done = await office.submits("chair-us", {"nth": "-1", "weekday": "4", "at": "16:00"})
    assert done.ok, done
    assert done.view is not None
    assert "the last day of every month → the last Friday of every month" in view_text(done.view)
    await office.presses("chair-us", "infrastructure", words(office, ENGLISH, "button-edit-digest"))
    await office.asks("chair-us", "infrastructure", "/wg digest edit D-1 15:00")
    stale = await office.submits("chair-us", {"at": "14:00"})
    assert stale.view is not None
    assert words(office, ENGLISH, "refusal-digest-changed", number=1) in view_text(stale.view)


async def test_ones_own_digest_tells_what_concerns_one_in_ones_own_zone(office: Office) -> None:
    made = await office.asks("oem-us", DIRECT, "/wg digest mon 09:00")
    assert words(office, ENGLISH, "covers-concerning") in made
    assert "Mexico City" not in made
    widened = await office.asks("oem-us", DIRECT, "/wg digest edit D-1 everything")
    assert "Digest, what it tells: what concerns its reader → everything" in widened


async def arrived(office: Office, where: str, label: str) -> None:
    """Wait for a message with this button."""
    async with asyncio.timeout(POSTED_WITHIN):
        while True:
            seen = await office.messages("chair-us", where)
            if any(button["text"]["text"] == label for message in seen for button in buttons_of(message)):
                return
            await asyncio.sleep(TICK_SECONDS)


async def test_a_channels_digest_has_buttons_that_answer_whoever_presses(office: Office) -> None:
    await office.asks("chair-us", "infrastructure", "/wg digest mon 09:00")
    await office.asks("oem-us", "infrastructure", "/wg obstacle No transformers on the whole corridor")
    await office.asks("chair-us", "infrastructure", "/wg digest now D-1")
    mine = words(office, ENGLISH, "button-only-mine")
    await arrived(office, "infrastructure", mine)
    own = await office.presses("oem-us", "infrastructure", mine)
    assert words(office, ENGLISH, "digest-only-mine") in own
    assert "No transformers" in own
    nothing = await office.presses("newcomer-us", "infrastructure", mine)
    assert words(office, ENGLISH, "digest-only-mine-nothing") in nothing
    told = await office.presses("oem-us", "infrastructure", words(office, ENGLISH, "button-mute-digest"))
    assert "chair-us" in told
    assert "digest mon 09:00" in told
    muted = await office.presses("chair-us", "infrastructure", words(office, ENGLISH, "button-mute-digest"))
    assert words(office, ENGLISH, "digest-paused", number=1) in muted
