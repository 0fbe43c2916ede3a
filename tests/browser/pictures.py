"""Makes the pictures of the README: `python -m tests.browser.pictures FOLDER`, or `make pictures`."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Browser, Page, ViewportSize, async_playwright, expect

from bot.demo.running import demo_settings, demonstrating
from bot.logs import configure_logs
from tests.browser.launching import launch
from tests.browser.visitor import Visitor, address

VIEWPORT = ViewportSize(width=1200, height=900)
SCALE = 1.25
"""Sharper than the page of a README needs, and still below SIZE_MAX."""

SIZE_MAX = 300_000
"""Bytes of a picture: the README stays quick to open."""


@dataclass(frozen=True, slots=True)
class Shot:
    """A member in the channel of the whole group, with what they ask and what they then see."""

    name: str
    handle: str
    line: str
    answer: str
    digest: str


SHOTS = (
    Shot("status-and-digest-en", "chair-us", "/wg status all", "Where we stand: all themes", "Digest: "),
    Shot("status-and-digest-es", "chair-mx", "/gt estado todo", "Cómo vamos: todos los temas", "Resumen: "),
)


async def take(browser: Browser, url: str, shot: Shot, folder: Path) -> Path:
    """The answer in the channel, the digest beside it. Raises ValueError for too large a file."""
    page = await browser.new_page(viewport=VIEWPORT, device_scale_factor=SCALE, color_scheme="light")
    await page.goto(address(url, shot.handle, "ev-group"))
    visitor = Visitor(page)
    await page.get_by_test_id("open-thread").click()
    await visitor.say(shot.line)
    await expect(visitor.told).to_contain_text(shot.answer)
    await show_digest(page, shot.digest)
    path = folder / f"{shot.name}.png"
    await page.mouse.move(0, 0)
    await page.screenshot(path=path, animations="disabled")
    await page.close()
    if path.stat().st_size > SIZE_MAX:
        raise ValueError(f"{path.name} has {path.stat().st_size} bytes, more than {SIZE_MAX}")
    return path


async def show_digest(page: Page, title: str) -> None:
    """Bring the digest with this title to the end of the thread's pane, its chart and button in view."""
    digest = page.get_by_test_id("thread").get_by_test_id("message").filter(has_text=title)
    await digest.evaluate("node => node.scrollIntoView({ block: 'end' })")


async def main(folder: Path) -> None:
    """Start the demonstration and take every picture."""
    with tempfile.TemporaryDirectory(prefix="rapporteur-pictures-") as home:
        async with demonstrating(demo_settings(Path(home)), 0) as url, async_playwright() as playwright:
            browser = await launch(playwright)
            for shot in SHOTS:
                path = await take(browser, url, shot, folder)
                sys.stdout.write(f"{path}\n")
            await browser.close()


if __name__ == "__main__":
    configure_logs()
    asyncio.run(main(Path(sys.argv[1])))
