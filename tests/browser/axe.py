"""What axe-core finds on a page that keeps somebody from using it."""

from __future__ import annotations

from axe_playwright_python.async_playwright import Axe  # type: ignore[import-untyped]  # it has no types
from playwright.async_api import Page

GRAVE = {"serious", "critical"}
"""The impacts of findings that keep somebody from using the page (axe-core)."""


_SETTLED = """() => Promise.all(document.getAnimations()
    .filter((each) => each.effect.getComputedTiming().endTime !== Infinity)
    .map((each) => each.finished.catch(() => null)))"""
"""What fades in has the contrast that people read it with only once it stands there."""


async def grave_findings(page: Page) -> list[str]:
    """What axe-core finds that is serious or critical, each with the first place."""
    await page.evaluate(_SETTLED)
    results = await Axe().run(page)
    found = results.response["violations"]
    return [
        f"{each['id']}: {each['nodes'][0]['html']} {each['nodes'][0]['failureSummary']}"
        for each in found
        if each["impact"] in GRAVE
    ]
