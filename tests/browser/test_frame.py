"""The frame of the page: who acts and in which language, the clock, Home, figures, the traffic."""

from dataclasses import replace

import pytest
from aiohttp import web
from playwright.async_api import Browser, Page, expect
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.server import Sandbox
from tests.browser.chart_samples import DATA_TABLE
from tests.browser.hands import send
from tests.browser.shapes import plain
from tests.integration.sandbox.fake_app import FakeApp, Received
from tests.integration.sandbox.seeds import GENERAL, LEAD, MEMBER

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_broken_rule_is_named(page: Page, app: FakeApp) -> None:
    app.says({"blocks": [{"type": "section"}]})
    await send(page, "/wg status")

    toast = page.get_by_test_id("toast")
    await expect(toast).to_have_count(1)
    await expect(toast).to_contain_text("invalid_command_response")
    await expect(toast).to_contain_text("/blocks/0")


async def test_the_page_speaks_the_acting_members_language_and_keeps_place_on_reload(page: Page) -> None:
    await page.get_by_test_id("act-as").select_option(MEMBER)
    await expect(page.get_by_test_id("composer")).to_have_attribute("placeholder", "Mensaje para #general")
    await expect(page.get_by_test_id("channel-steering")).to_have_count(0)

    await page.reload()
    await expect(page.get_by_test_id("act-as")).to_have_value(MEMBER)
    await expect(page.get_by_test_id("composer")).to_have_attribute("placeholder", "Mensaje para #general")


async def test_next_monday_is_five_past_nine_in_the_workspaces_zone(page: Page, sandbox: Sandbox) -> None:
    """The workspace's zone is UTC; the member's clock, in Mexico City, is six hours behind."""
    await page.get_by_test_id("act-as").select_option(MEMBER)
    button = page.get_by_test_id("clock-monday")
    await expect(button).to_have_text("Próximo lunes")
    await expect(button).to_have_attribute(
        "title", "Avanzar al próximo lunes, 9:05 de la mañana, hora de UTC"
    )
    await button.click()

    await expect(page.get_by_test_id("clock-now")).to_contain_text("3:05")
    await expect(page.get_by_test_id("clock-now")).to_contain_text("lun")
    assert sandbox.workspace.clock.now().strftime("%a %H:%M") == "Mon 09:05"


async def test_who_is_named_by_no_address_acts_in_the_browsers_language(
    browser: Browser, sandbox: Sandbox
) -> None:
    for locale, first in (("es-ES", MEMBER), ("en-GB", LEAD), ("fr-FR", LEAD)):
        page = await browser.new_page(locale=locale)
        await page.goto(sandbox.url)
        await expect(page.get_by_test_id("act-as")).to_have_value(first)
        await page.close()


async def test_the_home_the_app_publishes_is_shown(page: Page, app: FakeApp, slack: AsyncWebClient) -> None:
    async def publish(received: Received) -> web.Response:
        user = received.event["event"]["user"]
        blocks = [{"type": "header", "text": plain("My items")}]
        await slack.views_publish(user_id=user, view={"type": "home", "blocks": blocks})
        return web.Response()

    app.answer = publish
    await page.get_by_test_id("home").click()
    await expect(page.get_by_test_id("home-view").get_by_role("heading")).to_have_text("My items")


async def test_a_table_sorts_by_a_column_and_turns_its_pages(page: Page, slack: AsyncWebClient) -> None:
    await slack.chat_postMessage(channel=GENERAL, text="figures", blocks=[DATA_TABLE])

    table = page.get_by_role("table", name="Register")
    await table.get_by_role("button", name="Progress").click()
    await expect(table.get_by_role("rowheader")).to_have_text(["R-2", "R-1"])
    await expect(table.get_by_role("columnheader", name="Progress")).to_have_attribute(
        "aria-sort", "ascending"
    )
    await page.get_by_role("button", name="Next page").click()
    await expect(table.get_by_role("rowheader")).to_have_text(["R-3"])
    await table.get_by_role("button", name="Progress").press("Enter")
    await expect(table.get_by_role("rowheader")).to_have_text(["R-3", "R-1"])


async def test_a_block_this_page_does_not_know_is_named(page: Page) -> None:
    drawn = await page.evaluate(
        """async () => {
            const { renderBlocks } = await import('/page/blocks/index.js');
            const ctx = { t: (key, facts) => `${key} ${facts.type}` };
            return renderBlocks([{ type: 'hologram' }], { ctx }).textContent;
        }"""
    )
    assert drawn == "unknown_block hologram"


async def test_traffic_lists_what_passed_between_workspace_and_app(page: Page, app: FakeApp) -> None:
    app.says("fine")
    await page.get_by_test_id("traffic").click()
    await send(page, "/wg status")

    entry = page.get_by_test_id("traffic-panel").get_by_role("listitem").first
    await expect(entry).to_contain_text("/wg status")
    await entry.locator("summary").click()
    await expect(entry.locator(".json").first).to_contain_text("status")


async def test_the_page_changes_the_acting_persons_language(
    page: Page, app: FakeApp, sandbox: Sandbox
) -> None:
    await expect(page.get_by_test_id("language-en")).to_have_attribute("aria-pressed", "true")
    await page.get_by_test_id("language-es").press("Enter")

    await expect(page.get_by_test_id("composer")).to_have_attribute("placeholder", "Mensaje para #general")
    await expect(page.get_by_test_id("language-es")).to_be_focused()
    await expect(page.locator("html")).to_have_attribute("lang", "es")
    person = sandbox.workspace.directory.person(LEAD)
    assert person is not None
    assert person.locale == "es-MX"
    await app.arrivals(1)
    assert app.events[0]["user"]["locale"] == "es-MX"


async def test_whoever_acts_is_told_with_title_country_and_language(page: Page, sandbox: Sandbox) -> None:
    person = sandbox.workspace.directory.person(MEMBER)
    assert person is not None
    sandbox.workspace.directory.change_person(replace(person, title="University · academia · MX"))
    await page.reload()

    option = page.get_by_test_id("act-as").locator(f"option[value={MEMBER}]")
    await expect(option).to_have_text("member.jalisco — University · academia · MX · español")
