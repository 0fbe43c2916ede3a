"""What every test of the page does with it."""

from playwright.async_api import Locator, Page


async def send(page: Page, text: str) -> None:
    await page.get_by_test_id("composer").fill(text)
    await page.get_by_test_id("composer").press("Enter")


def last_message(page: Page) -> Locator:
    return page.get_by_test_id("message").last
