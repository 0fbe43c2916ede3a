"""A chair says after how many weeks something is stalled, in the form of `setup`."""

from __future__ import annotations

import pytest

from domain.language import Language
from tests.integration.office import Office
from tests.integration.words import COMMANDS, ENGLISH, SPANISH, words
from tests.rendering import view_text

WHERE = "infrastructure"
WEEK = 7 * 24 * 3600


async def opens(office: Office, who: str, line: str = "/wg setup") -> None:
    await office.asks(who, WHERE, line)
    await office.submits(who, {"group": "1"})


@pytest.mark.parametrize(
    ("language", "who", "line"), [(ENGLISH, "chair-us", "/wg setup"), (SPANISH, "chair-mx", "/gt configurar")]
)
async def test_the_weeks_are_shown_and_told_in_the_history(
    office: Office, language: Language, who: str, line: str
) -> None:
    await opens(office, who, line)
    assert words(office, language, "field-stalled") in view_text(await office.form(who))
    done = await office.submits(who, {"stalled": "2"})
    assert done.ok
    verb = {ENGLISH: "history all", SPANISH: "historial todo"}[language]
    told = await office.asks(who, WHERE, f"{COMMANDS[language]} {verb}")
    assert words(office, language, "change-stalling-changed", weeks=2) in told


async def test_what_is_stalled_is_judged_by_the_weeks_that_were_chosen(office: Office) -> None:
    await office.asks("oem-us", WHERE, "/wg recommend Publish a map")
    for status in ("under review", "agreed", "in progress"):
        await office.asks("chair-us", WHERE, f"/wg move R-1 {status} because of the vote")
    office.clock.advance(3 * WEEK)
    before = await office.asks("oem-us", WHERE, "/wg list stalled")
    await opens(office, "chair-us")
    await office.submits("chair-us", {"stalled": "2"})
    after = await office.asks("oem-us", WHERE, "/wg list stalled")
    assert "Publish a map" not in before
    assert "Publish a map" in after


async def test_two_chairs_who_leave_the_weeks_alone_change_nothing_of_them(office: Office) -> None:
    await opens(office, "chair-us")
    await opens(office, "chair-mx", "/gt configurar")
    await office.submits("chair-us", {"stalled": "2"})
    await office.submits("chair-mx", {"phase": "recommendations"})
    told = await office.asks("oem-us", WHERE, "/wg history all")
    chosen = words(office, ENGLISH, "change-stalling-changed", weeks=2)
    assert len([line for line in told.splitlines() if "•" in line and chosen in line]) == 1
    assert words(office, ENGLISH, "change-stalling-changed", weeks=4) not in told
