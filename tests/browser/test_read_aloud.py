"""What a screen reader says of the page, and what it does not say twice."""

from __future__ import annotations

import asyncio
import re

import pytest
from aiohttp import web
from playwright.async_api import Page, expect
from slack_sdk.web.async_client import AsyncWebClient

from tests.browser.axe import grave_findings
from tests.browser.conftest import Visit
from tests.browser.element_uses import OPTIONS
from tests.browser.hands import last_message, send
from tests.browser.shapes import Json, field
from tests.browser.stage import Stage
from tests.integration.sandbox.fake_app import FakeApp, Received
from tests.integration.sandbox.seeds import GENERAL, LEAD, MEMBER

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

LIVE = """node => (node.closest("[aria-live]") ?? node).getAttribute("aria-live")"""
"""How what appears in a node is read out: the nearest attribute above it counts."""

REMEMBER = "node => { node.remembered = true; }"
IS_REMEMBERED = "node => node.remembered === true"

PLACES = [re.compile(f"^{part} of 5$") for part in ("1.2", "3.4", "5.5")]
"""Which rows of five are shown, two a page."""


def long_table(rows: int) -> Json:
    cells = [[{"type": "raw_text", "text": f"Row {index}"}] for index in range(rows)]
    return {
        "type": "data_table",
        "caption": "Rows",
        "page_size": 2,
        "rows": [[{"type": "raw_text", "text": "Name"}], *cells],
    }


async def test_turning_the_pages_of_a_table_keeps_the_keyboard_and_says_where_one_is(stage: Stage) -> None:
    shown = await stage.in_message(long_table(5))
    following = shown.get_by_role("button", name="Next page")
    place = shown.locator("[aria-live]")
    await expect(place).to_have_text(PLACES[0])
    await place.evaluate(REMEMBER)
    await following.focus()
    for text in PLACES[1:]:
        await stage.page.keyboard.press("Enter")
        await expect(place).to_have_text(text)
        await expect(following).to_be_focused()
    assert await place.evaluate(IS_REMEMBERED)
    await expect(following).to_be_disabled()

    await stage.page.keyboard.press("Enter")
    await expect(place).to_have_text(PLACES[2])
    await expect(following).to_be_focused()
    await stage.page.keyboard.press("Shift+Tab")
    await expect(shown.get_by_role("button", name="Previous page")).to_be_focused()
    await stage.page.keyboard.press("Enter")
    await expect(place).to_have_text(PLACES[1])
    await expect(following).to_be_enabled()


async def test_what_a_list_says_instead_of_choices_stands_beside_it_and_is_read_out(stage: Stage) -> None:
    asked, told = asyncio.Event(), asyncio.Event()

    async def suggest(received: Received) -> web.Response:
        if received.payload.get("type") == "block_suggestion":
            asked.set()
            await told.wait()
            return web.json_response({"options": OPTIONS if received.payload["value"] == "the" else []})
        return await opened(received)

    menu = {"type": "external_select", "min_query_length": 3}
    shown = await stage.in_modal(field("it", "Theme", menu))
    opened = stage.app.answer
    stage.app.answer = suggest
    control, said = shown.get_by_role("combobox"), shown.get_by_role("status")
    await expect(said).to_be_empty()
    await said.evaluate(REMEMBER)
    await control.click()
    await expect(said).to_have_text("Type at least 3 characters")
    await expect(stage.page.locator("#layer").get_by_text("Type at least 3 characters")).to_be_visible()
    await expect(stage.page.get_by_role("listbox")).to_have_count(0)
    assert await grave_findings(stage.page) == []

    await stage.page.keyboard.type("zzz")
    await asyncio.wait_for(asked.wait(), 30)
    await expect(said).to_have_text("Loading…")
    told.set()
    await expect(said).to_have_text("Nothing matches")
    await expect(stage.page.get_by_role("listbox")).to_have_count(0)
    assert await said.evaluate(IS_REMEMBERED)

    await control.fill("the")
    await expect(stage.page.get_by_role("listbox").get_by_role("option")).to_have_count(len(OPTIONS))
    await expect(said).to_be_empty()
    await expect(control).to_have_attribute(
        "aria-controls", await stage.page.get_by_role("listbox").get_attribute("id") or ""
    )
    assert await grave_findings(stage.page) == []
    await stage.page.keyboard.press("Escape")
    await expect(said).to_be_empty()


async def test_a_reaction_reads_nothing_out_again_and_a_new_message_is_read(
    page: Page, slack: AsyncWebClient
) -> None:
    answer = await slack.chat_postMessage(channel=GENERAL, text="Where we stand")
    row = last_message(page)
    await expect(row).to_contain_text("Where we stand")
    before = await row.element_handle()
    assert before is not None

    await slack.reactions_add(channel=GENERAL, timestamp=str(answer["ts"]), name="eyes")
    await expect(row.locator("[data-reaction=eyes]")).to_be_visible()
    assert not await before.evaluate("node => node.isConnected")
    assert await row.evaluate(LIVE) == "off"

    await slack.chat_postMessage(channel=GENERAL, text="A new one")
    await expect(last_message(page)).to_contain_text("A new one")
    assert await last_message(page).evaluate(LIVE) == "polite"
    await expect(page.get_by_role("log")).to_have_attribute("aria-live", "polite")


async def test_words_that_the_app_changed_are_read_out(page: Page, slack: AsyncWebClient) -> None:
    answer = await slack.chat_postMessage(channel=GENERAL, text="Page 1")
    ts = str(answer["ts"])
    await expect(last_message(page)).to_contain_text("Page 1")
    await slack.chat_update(channel=GENERAL, ts=ts, text="Page 2")
    await expect(last_message(page)).to_contain_text("Page 2")
    assert await last_message(page).evaluate(LIVE) == "polite"


async def test_the_message_box_is_a_text_box_of_several_lines(page: Page) -> None:
    box = page.get_by_test_id("composer")
    await expect(box).to_have_role("textbox")
    assert await box.evaluate("node => [node.getAttribute('role'), node.getAttribute('aria-expanded')]") == [
        None,
        None,
    ]
    await box.press_sequentially("/w")
    option = page.get_by_role("option", name="/wg")
    await expect(option).to_be_visible()
    listbox = page.get_by_role("listbox")
    assert await box.get_attribute("aria-controls") == await listbox.get_attribute("id")
    assert await box.get_attribute("aria-activedescendant") == await option.get_attribute("id")
    assert await box.evaluate("node => node.hasAttribute('aria-expanded')") is False
    assert await grave_findings(page) == []


async def test_many_suggestions_scroll_within_reach_of_the_keyboard(drop_in: Visit) -> None:
    visitor = await drop_in("chair-us", "infrastructure")
    await visitor.composer.press_sequentially("@")
    offered = visitor.page.get_by_role("listbox")
    await expect(offered.get_by_role("option").nth(11)).to_be_attached()
    assert await offered.evaluate("node => node.scrollHeight > node.clientHeight")
    assert await grave_findings(visitor.page) == []
    await visitor.page.keyboard.press("Escape")
    await expect(offered).to_have_count(0)
    await expect(visitor.composer).to_be_focused()
    await visitor.composer.fill("")


@pytest.mark.parametrize(("member", "name"), [(LEAD, "Notices"), (MEMBER, "Avisos")])
async def test_a_failure_is_read_out_once_from_a_place_with_a_name(
    page: Page, app: FakeApp, member: str, name: str
) -> None:
    await page.get_by_test_id("act-as").select_option(member)
    app.says({"blocks": [{"type": "section"}]})
    await send(page, "/wg status")
    await expect(page.get_by_test_id("toast")).to_be_visible()
    place = page.get_by_role("region", name=name)
    await expect(place.get_by_role("alert")).to_have_count(1)
    await expect(place).not_to_have_attribute("aria-live", "assertive")
    assert await grave_findings(page) == []
