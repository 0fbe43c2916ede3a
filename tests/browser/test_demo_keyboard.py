"""The demonstration without a mouse, and for people who use a screen reader."""

import re

import pytest
from axe_playwright_python.async_playwright import Axe  # type: ignore[import-untyped]  # it has no types
from playwright.async_api import Page, expect

from tests.browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

GRAVE = {"serious", "critical"}
"""The impacts of findings that keep somebody from using the page (axe-core)."""


async def grave_findings(page: Page) -> list[str]:
    """What axe-core finds that is serious or critical, each with the first place."""
    results = await Axe().run(page)
    found = results.response["violations"]
    return [
        f"{each['id']}: {each['nodes'][0]['html']} {each['nodes'][0]['failureSummary']}"
        for each in found
        if each["impact"] in GRAVE
    ]


async def test_a_note_is_recorded_and_its_answer_read_with_the_keyboard_alone(visit: Visit) -> None:
    visitor = await visit("doe-us", "infrastructure")
    keyboard = visitor.page.keyboard
    await keyboard.press("Tab")
    await expect(visitor.page.get_by_role("link", name="Skip to the message box")).to_be_focused()
    await keyboard.press("Enter")
    await expect(visitor.composer).to_be_focused()

    await keyboard.type("/w")
    option = visitor.page.get_by_role("option", name="/wg")
    await expect(option).to_contain_text("note · obstacle · recommend · status")
    await keyboard.press("Enter")
    await expect(visitor.composer).to_have_value("/wg ")
    await expect(visitor.page.get_by_text("The secretary of your working group")).to_be_visible()
    await keyboard.type("note Typed without a mouse")
    await keyboard.press("Enter")

    log = visitor.page.get_by_role("log", name=re.compile("infrastructure"))
    await expect(log).to_have_attribute("aria-live", "polite")
    await expect(log).to_contain_text(re.compile(r"N-\d+ note, Infrastructure: Typed without a mouse"))
    show = visitor.said.get_by_role("button", name="Show it")
    for _ in range(6):
        await keyboard.press("Shift+Tab")
        if await show.evaluate("node => node === document.activeElement"):
            break
    await expect(show).to_be_focused()
    await keyboard.press("Enter")
    await expect(visitor.told).to_contain_text("recorded by doe-us")


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_axe_finds_nothing_grave(visit: Visit, scheme: str) -> None:
    visitor = await visit("chair-us", "ev-group")
    await visitor.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    await visitor.page.get_by_test_id("open-thread").click()
    await expect(visitor.page.get_by_test_id("thread")).to_contain_text("Digest: ")
    await visitor.say("/wg status all")
    await expect(visitor.told).to_contain_text("Where we stand")
    assert await grave_findings(visitor.page) == []

    await visitor.enter("lobby")
    await visitor.say("/wg setup")
    await visitor.choose("group", "A new group")
    assert await grave_findings(visitor.page) == []
    await visitor.submit()
    await expect(visitor.field("themes")).to_be_visible()
    await visitor.submit()
    await expect(visitor.error("themes")).to_be_visible()
    assert await grave_findings(visitor.page) == []

    await visitor.page.keyboard.press("Escape")
    await visitor.page.get_by_test_id("traffic").click()
    await expect(visitor.page.get_by_test_id("traffic-panel").get_by_role("listitem").first).to_be_visible()
    assert await grave_findings(visitor.page) == []
    await visitor.enter("home")
    await expect(visitor.page.get_by_test_id("home-view")).to_contain_text("What you can do here")
    assert await grave_findings(visitor.page) == []
