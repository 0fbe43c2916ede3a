"""How Chromium is started: the system's, asking nobody for anything.

The one without a window is taken first: the other draws its own surroundings too, for a third more processor
time, and puts itself before all other processes when it is started by root.
"""

from __future__ import annotations

import shutil

from playwright.async_api import Browser, Playwright

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser")
"""What distributions call it, the one without a window first."""

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
