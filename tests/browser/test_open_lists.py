"""A list that is open while the app draws its form anew: the choice that is made in it counts."""

from __future__ import annotations

import asyncio

import pytest
from playwright.async_api import Route, expect

from tests.browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_choice_in_a_list_that_was_open_is_kept_when_the_form_is_drawn_anew(drop_in: Visit) -> None:
    visitor = await drop_in("doe-us", "infrastructure")
    page, told = visitor.page, asyncio.Event()

    async def wait(route: Route) -> None:
        """The app is told of the choice only once the other list is open."""
        await told.wait()
        await route.continue_()

    await page.get_by_test_id("shortcuts").click()
    await page.get_by_role("menuitem", name="New record").click()
    await expect(visitor.field("kind")).to_be_visible()
    await page.route("**/people/action", wait)
    await visitor.search("kind", "obstacle")
    await visitor.field("theme").click()
    await visitor.field("theme").fill("Governance")
    option = page.locator("[role=listbox] [role=option]").filter(has_text="Governance").first
    await expect(option).to_be_visible()

    async with page.expect_response(lambda response: response.url.endswith("/people/action")):
        told.set()
    await page.wait_for_timeout(300)
    await option.click()

    await expect(visitor.field("severity")).to_be_visible()
    await expect(visitor.field("theme")).to_have_value("Governance")
