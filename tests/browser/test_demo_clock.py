"""The clock of the demonstration: moving it brings the digests that are due, once."""

import re
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.async_api import expect

from bot.sandbox.client import People
from tests.browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

ZONE = ZoneInfo("America/New_York")
"""Of doe-us, in whose zone the page then shows times."""
GROUP_ZONE = ZoneInfo("America/Mexico_City")
"""In which the digests of the group are due."""


async def test_the_clock_moves_forward_by_an_hour_and_by_a_day(visit: Visit, people: People) -> None:
    visitor = await visit("doe-us", "infrastructure")
    for button, step in (("clock-hour", timedelta(hours=1)), ("clock-day", timedelta(days=1))):
        before = await people.now()
        await visitor.page.get_by_test_id(button).click()
        reached = (before + step).astimezone(ZONE)
        shown = visitor.page.get_by_test_id("clock-now")
        await expect(shown).to_contain_text(
            f"{reached:%b} {reached.day}, {reached.year}, {reached:%I}".replace(", 0", ", ")
        )
        assert timedelta() <= await people.now() - before - step < timedelta(seconds=30)


async def test_next_monday_is_the_groups_whoever_acts_and_no_digest_is_late(
    visit: Visit, people: People
) -> None:
    visitor = await visit("chair-us", "ev-group")
    button = visitor.page.get_by_test_id("clock-monday")
    await expect(button).to_have_attribute(
        "title", "Move to next Monday, 9:05 in the morning, Mexico City time"
    )
    await button.click()
    await expect(visitor.page.get_by_test_id("clock-now")).to_contain_text(re.compile("Mon.* [78]:05"))
    assert f"{(await people.now()).astimezone(GROUP_ZONE):%a %H:%M}" == "Mon 09:05"


async def test_next_monday_brings_the_weekly_digest_once_in_both_languages(visit: Visit) -> None:
    visitor = await visit("chair-mx", "ev-group")
    digests = visitor.page.locator("#main").get_by_test_id("message").filter(has_text="Resumen: ")
    await expect(digests).to_have_count(1)
    await visitor.say("/gt nota tema:infraestructura La red compartirá sus datos de carga")
    await expect(visitor.said).to_contain_text("La red compartirá")

    await visitor.page.get_by_test_id("clock-monday").click()
    await expect(visitor.page.get_by_test_id("clock-now")).to_contain_text(re.compile("lun.* 9:05"))
    await expect(digests).to_have_count(2)
    await expect(digests.last).to_contain_text("La red compartirá sus datos de carga")
    await expect(digests.last).to_contain_text("La red compartirá sus datos de carga (original in Spanish)")
    await expect(digests.last).to_contain_text("Digest: ")

    await visitor.page.get_by_test_id("clock-hour").click()
    await expect(visitor.page.get_by_test_id("clock-now")).to_contain_text("10:05")
    await visitor.say("/gt nota Después del resumen")
    await expect(visitor.said).to_contain_text("Después del resumen")
    await expect(digests).to_have_count(2)


async def test_what_was_said_today_is_no_longer_todays_when_the_clock_has_moved_to_another_day(
    visit: Visit,
) -> None:
    visitor = await visit("doe-us", "ev-group")
    await visitor.enter("lobby")
    await visitor.say("Said before the clock moves")
    await expect(visitor.place.locator(".day")).to_have_text(["Today"])
    await visitor.page.get_by_test_id("clock-day").click()
    await expect(visitor.place.locator(".day")).to_have_text(["Yesterday"])
    await visitor.page.get_by_test_id("clock-monday").click()
    await expect(visitor.place.locator(".day")).not_to_have_text(["Today"])


async def test_the_zone_is_called_what_the_readers_language_calls_it(visit: Visit) -> None:
    for handle, city in (("chair-us", "Mexico City"), ("chair-mx", "Ciudad de México")):
        visitor = await visit(handle, "ev-group")
        title = visitor.page.get_by_test_id("clock-monday")
        await expect(title).to_have_attribute("title", re.compile(f"{city}"))
    await expect(visitor.page.locator(".clock-zone")).to_have_text("Ciudad de México")
