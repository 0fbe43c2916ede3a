"""Forms of the demonstration that record and change, filled in and submitted; Home tab and shortcuts."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.browser.axe import grave_findings
from tests.browser.conftest import Visit
from tests.browser.visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def opened(visitor: Visitor, line: str, field: str) -> None:
    """Type a line that opens a form."""
    await visitor.say(line)
    await expect(visitor.field(field)).to_be_visible()


async def closed(visitor: Visitor) -> None:
    """Close what the form says in the end."""
    await visitor.page.get_by_test_id("modal-close").click()
    await expect(visitor.modal).to_have_count(0)


async def test_what_a_status_needs_appears_in_the_form(visit: Visit) -> None:
    visitor = await visit("chair-us", "infrastructure")
    await visitor.say("/wg obstacle Too few sockets")
    await expect(visitor.said).to_contain_text("Too few sockets")
    await opened(visitor, "/wg move", "reference")
    await visitor.search("reference", "sockets")
    await expect(visitor.field("to")).to_be_visible()
    await expect(visitor.field("reason")).to_be_hidden()
    await visitor.choose("to", "dropped")
    await expect(visitor.field("reason")).to_be_visible()
    await visitor.submit()
    await expect(visitor.error("reason")).to_be_visible()
    await visitor.field("reason").fill("There are enough")
    await visitor.submit()
    await expect(visitor.modal).to_contain_text("There are enough")
    await visitor.press("Show it", visitor.modal)
    await expect(visitor.modal).to_contain_text("Too few sockets")
    assert await grave_findings(visitor.page) == []


async def test_what_could_not_be_understood_is_mended_in_the_form(visit: Visit) -> None:
    visitor = await visit("doe-us", "infrastructure")
    await visitor.say("/wg recommend Call the plant for O-99")
    await visitor.press("Edit in the form", visitor.told)
    await expect(visitor.field("text")).to_have_value("Call the plant")
    await expect(visitor.modal).to_contain_text("I cannot find O-99")
    await visitor.search("answers", "O-5")
    await visitor.page.keyboard.press("Tab")
    await visitor.submit()
    await expect(visitor.modal).to_contain_text("answers O-5: Call the plant")


async def test_a_message_is_recorded_with_the_keyboard_alone(visit: Visit) -> None:
    visitor = await visit("doe-us", "infrastructure")
    await visitor.say("The grid map is out of date")
    await expect(visitor.said).to_contain_text("The grid map is out of date")
    await visitor.said.focus()
    await visitor.said.get_by_test_id("more").press("Enter")
    await visitor.page.get_by_role("menuitem", name="Record this").press("Enter")
    await expect(visitor.field("text")).to_have_value("The grid map is out of date")
    await visitor.field("kind").focus()
    await visitor.page.keyboard.press("ArrowDown")
    await visitor.page.keyboard.press("Control+a")
    await visitor.page.keyboard.type("obst")
    await expect(visitor.page.locator("[role=listbox] [role=option]")).to_have_text(["Obstacle"])
    await visitor.page.keyboard.press("ArrowDown")
    await visitor.page.keyboard.press("Enter")
    await expect(visitor.field("severity")).to_be_visible()
    await visitor.page.get_by_test_id("modal-submit").press("Enter")
    await expect(visitor.modal).to_contain_text("obstacle, Infrastructure: The grid map is out of date")


async def test_a_record_from_the_home_tab_shows_there(visit: Visit) -> None:
    visitor = await visit("doe-us", "infrastructure")
    await visitor.enter("home")
    home = visitor.page.get_by_test_id("home-view")
    await expect(home).to_contain_text("What waits for you")
    assert await grave_findings(visitor.page) == []
    await visitor.press("New record", home)
    await visitor.search("kind", "Action")
    await expect(visitor.field("due_on")).to_be_visible()
    await visitor.field("text").fill("Call the grid operator")
    await visitor.submit()
    await expect(visitor.modal).to_contain_text("Call the grid operator")
    await closed(visitor)
    await expect(home).to_contain_text("Call the grid operator")
