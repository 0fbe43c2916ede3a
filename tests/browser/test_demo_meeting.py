"""The demonstration's open meeting, from its line in the channel to its minutes."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.browser.axe import grave_findings
from tests.browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_an_open_meeting_is_attended_written_and_closed(visit: Visit) -> None:
    visitor = await visit("oem-us", "suppliers")
    main, thread = visitor.page.locator("#main"), visitor.page.get_by_test_id("thread")
    line = main.get_by_test_id("message").filter(has_text="M-11 · la reunión está abierta")
    await expect(line).to_have_count(1)
    await visitor.press("Agenda", line)
    await expect(visitor.told).to_contain_text("M-11 · Supplier development · Implementation · open")
    assert await grave_findings(visitor.page) == []

    await visitor.press("Presente · I am here", line)
    await expect(main).to_contain_text("oem-us present.")
    await line.get_by_test_id("open-thread").click()
    await expect(thread).to_contain_text("M-11 · the meeting is open")
    await visitor.page.get_by_test_id("thread-composer").fill("#decision Parts are tested in both countries")
    await visitor.page.get_by_test_id("thread-composer").press("Enter")
    await expect(thread.locator("[data-reaction=white_check_mark]")).to_be_visible()
    assert await grave_findings(visitor.page) == []

    lead = await visit("lead-suppliers", "suppliers")
    newest = lead.page.locator("#main").get_by_test_id("message").first
    await lead.press("Terminar la reunión · End the meeting", newest)
    minutes = main.get_by_test_id("message").filter(has_text="Minuta de M-11")
    await expect(minutes).to_have_count(1)
    await expect(minutes).to_contain_text("Parts are tested in both countries")
    await minutes.get_by_test_id("open-thread").click()
    await expect(thread).to_contain_text("Minutes of M-11")
    assert await grave_findings(visitor.page) == []
