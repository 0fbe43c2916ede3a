"""Messages on the page: commands and their answers, markup, threads, what was not read."""

import pytest
from playwright.async_api import Page, expect
from slack_sdk.web.async_client import AsyncWebClient

from tests.browser.hands import last_message, send
from tests.integration.sandbox.fake_app import FakeApp
from tests.integration.sandbox.seeds import GENERAL, LEAD

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_command_is_completed_sent_and_shown_above_its_answer(page: Page, app: FakeApp) -> None:
    app.says({"response_type": "in_channel", "text": "*N-1* recorded"})
    box = page.get_by_test_id("composer")
    await box.press_sequentially("/w")
    await expect(page.get_by_role("option", name="/wg")).to_be_visible()
    await box.press("Enter")
    await expect(box).to_have_value("/wg ")
    await box.press_sequentially("note cables")
    await box.press("Enter")

    await expect(last_message(page)).to_contain_text("N-1 recorded")
    await expect(page.get_by_test_id("command-line")).to_contain_text("/wg note cables")
    assert app.commands[0]["text"] == "note cables"


async def test_slack_markup_of_the_app_is_drawn(page: Page, slack: AsyncWebClient) -> None:
    text = f"*bold* _slanted_ ~gone~ `code` <@{LEAD}> <https://example.org|a source>\n&gt; quoted\n• item"
    await slack.chat_postMessage(channel=GENERAL, text=text)

    row = last_message(page)
    await expect(row.locator("strong")).to_have_text("bold")
    await expect(row.locator("em")).to_have_text("slanted")
    await expect(row.locator("s")).to_have_text("gone")
    await expect(row.locator("code")).to_have_text("code")
    await expect(row.locator(".mention")).to_have_text("@Lead Infrastructure")
    await expect(row.get_by_role("link", name="a source")).to_have_attribute("href", "https://example.org/")
    await expect(row.locator("blockquote")).to_have_text("quoted")
    await expect(row.get_by_role("listitem")).to_contain_text("item")


async def test_an_answer_only_for_me_is_marked_and_stays_away_once_dismissed(
    page: Page, app: FakeApp
) -> None:
    app.says("only for you")
    await send(page, "/wg status")
    ephemeral = page.get_by_test_id("ephemeral")
    await expect(ephemeral).to_contain_text("Only visible to you")

    await ephemeral.get_by_role("button", name="Dismiss message").click()
    await expect(ephemeral).to_have_count(0)
    await page.reload()
    await expect(page.get_by_test_id("composer")).to_be_visible()
    await expect(ephemeral).to_have_count(0)


async def test_a_thread_opens_beside_the_channel_and_refuses_commands(page: Page) -> None:
    await send(page, "first")
    await last_message(page).hover()
    await last_message(page).get_by_test_id("reply").click()
    box = page.get_by_test_id("thread-composer")
    await expect(box).to_be_focused()
    await box.fill("second")
    await box.press("Enter")
    await expect(page.get_by_test_id("thread").get_by_test_id("message")).to_have_count(2)
    await expect(page.get_by_test_id("open-thread")).to_contain_text("1 reply")

    await box.fill("/wg note x")
    await box.press("Enter")
    await expect(page.get_by_test_id("toast")).to_contain_text("not supported in threads")


async def test_messages_elsewhere_are_counted_until_read(page: Page, slack: AsyncWebClient) -> None:
    await page.get_by_test_id("channel-lobby").click()
    await expect(page.get_by_test_id("composer")).to_have_attribute("placeholder", "Message #lobby")
    await slack.chat_postMessage(channel=GENERAL, text=f"look, <@{LEAD}>")
    await expect(page.get_by_test_id("channel-general").locator(".mention-badge")).to_have_text("1")

    await page.get_by_test_id("channel-general").click()
    await expect(last_message(page)).to_contain_text("look")
    await expect(page.get_by_test_id("channel-general").locator(".badge")).to_have_count(0)
