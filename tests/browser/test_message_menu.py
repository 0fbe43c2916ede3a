"""What one can do with a message: react, correct, delete, use the app's shortcuts."""

import aiohttp
import pytest
from playwright.async_api import Page, expect

from bot.sandbox.client import People
from bot.sandbox.server import Sandbox
from tests.browser.arrivals import interaction
from tests.browser.hands import last_message, send
from tests.integration.sandbox.fake_app import FakeApp
from tests.integration.sandbox.seeds import GENERAL, LEAD, MEMBER

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def open_menu(page: Page) -> None:
    await last_message(page).focus()
    await last_message(page).get_by_test_id("more").press("Enter")


async def test_an_emoji_is_given_and_taken_back_with_the_keyboard(page: Page) -> None:
    await send(page, "agreed?")
    await expect(last_message(page)).to_contain_text("agreed?")
    await last_message(page).focus()
    await last_message(page).get_by_test_id("react").press("Enter")
    await page.keyboard.press("ArrowRight")
    await page.keyboard.press("Enter")

    given = last_message(page).locator("[data-reaction=white_check_mark]")
    await expect(given).to_have_text("✅1")
    await expect(given).to_have_accessible_name("Lead Infrastructure reacted with :white_check_mark:")
    await expect(given).to_have_attribute("aria-pressed", "true")
    await page.get_by_test_id("act-as").select_option(MEMBER)
    await expect(given).to_have_attribute("aria-pressed", "false")
    await given.press("Enter")
    await expect(given).to_have_text("✅2")
    await given.press("Enter")
    await expect(given).to_have_text("✅1")


async def test_ones_own_message_is_corrected_and_deleted(page: Page) -> None:
    await send(page, "two wrods")
    await expect(last_message(page)).to_contain_text("two wrods")
    await open_menu(page)
    await page.get_by_role("menuitem", name="Edit message").press("Enter")
    box = page.get_by_role("dialog", name="Edit message").get_by_role("textbox")
    await expect(box).to_be_focused()
    await box.fill("two words")
    await page.get_by_role("button", name="Save").press("Enter")
    await expect(last_message(page)).to_contain_text("two words (edited)")

    await open_menu(page)
    await page.get_by_role("menuitem", name="Delete message").click()
    await page.get_by_role("alertdialog").get_by_role("button", name="No").click()
    await expect(page.get_by_test_id("message")).to_have_count(1)
    await open_menu(page)
    await page.get_by_role("menuitem", name="Delete message").click()
    await page.get_by_role("alertdialog").get_by_role("button", name="Yes").press("Enter")
    await expect(page.get_by_test_id("message")).to_have_count(0)


async def test_a_row_that_no_person_wrote_is_not_offered_for_correction(page: Page, sandbox: Sandbox) -> None:
    async with aiohttp.ClientSession() as session:
        await People(sandbox.url, session).rename(LEAD, GENERAL, "everybody")
    await expect(last_message(page)).to_contain_text("renamed the channel")
    await open_menu(page)
    await expect(page.get_by_role("menuitem").first).to_be_visible()
    await expect(page.get_by_role("menuitem", name="Edit message")).to_have_count(0)
    await expect(page.get_by_role("menuitem", name="Delete message")).to_have_count(0)


async def test_the_apps_shortcuts_are_used_on_a_message_and_everywhere(page: Page, app: FakeApp) -> None:
    await send(page, "worth recording")
    await expect(last_message(page)).to_contain_text("worth recording")
    await open_menu(page)
    await page.get_by_role("menuitem", name="Record this").press("Enter")
    on_message = await interaction(app, "message_action")
    assert (on_message["callback_id"], on_message["channel"]["id"]) == ("record_message", GENERAL)
    assert on_message["message"]["text"] == "worth recording"

    await page.get_by_test_id("shortcuts").press("Enter")
    await page.get_by_role("menuitem", name="New record").press("Enter")
    assert (await interaction(app, "shortcut"))["callback_id"] == "new_record"
    await expect(page.get_by_test_id("shortcuts")).to_be_focused()
