"""How Chromium is started: the system's, asking nobody for anything."""

from __future__ import annotations

import shutil

from playwright.async_api import Browser, Playwright

NAMES = ("chromium", "chromium-browser")
"""What distributions call it."""

REBOUND = "rebound.example"
"""A name of somebody else's that resolves to this machine."""

ARGUMENTS = [
    f"--host-resolver-rules=MAP {REBOUND} 127.0.0.1",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


async def launch(playwright: Playwright) -> Browser:
    """Without the system's Chromium, Playwright says what is missing."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return await playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
