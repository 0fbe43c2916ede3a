"""The page in a real browser, over a workspace whose app answers as a test tells it."""

import shutil
from collections.abc import AsyncIterator

import aiohttp
import pytest
from playwright.async_api import Browser, Page, async_playwright
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.server import Sandbox
from tests.integration.sandbox.fake_app import FakeApp
from tests.integration.sandbox.seeds import BOT_TOKEN, GENERAL, LEAD, workspace_seed

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
# A slow machine may start a browser and draw a page slowly; nothing here waits that long when it works.
PATIENCE_MS = 10_000


@pytest.fixture
async def app() -> AsyncIterator[FakeApp]:
    app = FakeApp()
    await app.start()
    yield app
    await app.stop()


@pytest.fixture
async def sandbox(app: FakeApp) -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(workspace_seed())
    await sandbox.start()
    sandbox.set_request_url(app.url)
    yield sandbox
    await sandbox.stop()


@pytest.fixture
async def slack(sandbox: Sandbox) -> AsyncIterator[AsyncWebClient]:
    async with aiohttp.ClientSession() as session:
        yield AsyncWebClient(token=BOT_TOKEN, base_url=sandbox.api_url, session=session, retry_handlers=[])


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        yield browser
        await browser.close()


@pytest.fixture
def console() -> list[str]:
    """Errors and warnings the page logged; what is still here at the end of a test fails it."""
    return []


@pytest.fixture
async def page(browser: Browser, sandbox: Sandbox, console: list[str]) -> AsyncIterator[Page]:
    """The page as the lead sees it, in #general."""
    page = await browser.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.on("console", lambda each: console.append(each.text) if each.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: console.append(str(error)))
    await page.goto(f"{sandbox.url}/#as={LEAD}&channel={GENERAL}")
    await page.get_by_test_id("composer").wait_for()
    yield page
    await page.close()
    assert console == []
