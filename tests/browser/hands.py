"""What every test of the page does with it."""

from playwright.async_api import Locator, Page

WIDTHS = (320, 340, 360, 375, 390, 414, 480, 560, 700, 820, 1000)
"""Pixels, from the narrowest on (WCAG 2.2, 1.4.10)."""

LONGEST = {"en": "Wed, Nov 25, 2026, 11:21 AM", "es": "mié, 25 de nov de 2026, 11:21 a.m."}
"""What the clock shows when it takes the most room."""

BAR_FITS = """text => {
    const [bar, now] = [".topbar", ".clock-now"].map((part) => document.querySelector(part));
    now.textContent = text;
    const width = Math.max(document.documentElement.scrollWidth, bar.scrollWidth);
    const range = document.createRange();
    range.selectNodeContents(now);
    const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    const buttons = [...bar.querySelectorAll("button")].map((each) => each.getBoundingClientRect());
    const room = window.innerWidth;
    return width <= room && lines <= 2 && buttons.every(({ right }) => right <= room);
}"""


async def send(page: Page, text: str) -> None:
    await page.get_by_test_id("composer").fill(text)
    await page.get_by_test_id("composer").press("Enter")


def last_message(page: Page) -> Locator:
    return page.get_by_test_id("message").last


async def bars_that_do_not_fit(page: Page) -> list[int]:
    """The widths at which the bar is cut or its clock takes more than two lines."""
    longest = LONGEST[await page.evaluate("document.documentElement.lang")]
    wrong = []
    for width in WIDTHS:
        await page.set_viewport_size({"width": width, "height": 640})
        if not await page.evaluate(BAR_FITS, longest):
            wrong.append(width)
    return wrong
