"""What axe-core finds on a page that keeps somebody from using it."""

from __future__ import annotations

from axe_playwright_python.async_playwright import Axe  # type: ignore[import-untyped]  # it has no types
from playwright.async_api import Page

GRAVE = {"serious", "critical"}
"""The impacts of findings that keep somebody from using the page (axe-core)."""


async def grave_findings(page: Page) -> list[str]:
    """What axe-core finds that is serious or critical, each with the first place."""
    results = await Axe().run(page)
    found = results.response["violations"]
    return [
        f"{each['id']}: {each['nodes'][0]['html']} {each['nodes'][0]['failureSummary']}"
        for each in found
        if each["impact"] in GRAVE
    ]
