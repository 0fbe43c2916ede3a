"""The page in a real browser, over a workspace whose app answers as told, and over the demonstration.

One browser serves the whole room and ends with it, in the session's event loop. Pages of the demonstration
share a window; every other page has one of its own.
"""

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeAlias

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, async_playwright, expect
from slack_sdk.web.async_client import AsyncWebClient

from bot.demo.running import demo_settings, demonstrating
from bot.sandbox.client import People
from bot.sandbox.server import Sandbox
from bot.sandbox.workspace import Timing
from bot.settings import Settings
from tests.browser.judging import disputed, objections
from tests.browser.launching import launch
from tests.browser.stage import Stage
from tests.browser.visitor import Visitor, address, user
from tests.browser.watched import Watched
from tests.goldens import FOLDER, Goldens
from tests.integration.office import UNHURRIED
from tests.integration.sandbox.fake_app import FakeApp
from tests.integration.sandbox.seeds import BOT_TOKEN, GENERAL, LEAD, workspace_seed

# A slow machine may start a browser and draw a page slowly; nothing here waits that long when it works.
PATIENCE_MS = 30_000
# The demonstration looks every second whether a digest is due; tests need not wait for it.
TICK_SECONDS = 0.1

Visit: TypeAlias = Callable[[str, str], Awaitable[Visitor]]
OpenPage: TypeAlias = Callable[[str], Awaitable[Page]]

of_the_session = pytest_asyncio.fixture(loop_scope="session")


@of_the_session
async def app() -> AsyncIterator[FakeApp]:
    app = FakeApp()
    await app.start()
    yield app
    await app.stop()


@of_the_session
async def sandbox(app: FakeApp) -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(workspace_seed())
    await sandbox.start()
    sandbox.set_request_url(app.url)
    yield sandbox
    await sandbox.stop()
    assert disputed(sandbox) == []


@of_the_session
async def slack(sandbox: Sandbox) -> AsyncIterator[AsyncWebClient]:
    async with aiohttp.ClientSession() as session:
        yield AsyncWebClient(token=BOT_TOKEN, base_url=sandbox.api_url, session=session, retry_handlers=[])


@pytest_asyncio.fixture(scope="package", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await launch(playwright)
        expect.set_options(timeout=PATIENCE_MS)
        yield browser
        await browser.close()


@pytest.fixture
def console() -> list[str]:
    """Errors and warnings the page logged; what is still here at the end of a test fails it."""
    return []


@of_the_session
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


@pytest.fixture
def references(request: pytest.FixtureRequest) -> Goldens:
    return Goldens(FOLDER / "browser", update=request.config.getoption("--update-golden"))


@pytest_asyncio.fixture(scope="package", loop_scope="session")
async def shared_stage(browser: Browser) -> AsyncIterator[Stage]:
    """One page, workspace and app for all tests that only show something and use it."""
    app, sandbox = FakeApp(), Sandbox(workspace_seed())
    await app.start()
    await sandbox.start()
    sandbox.set_request_url(app.url)
    page = await browser.new_page(locale="en-US", timezone_id="UTC", reduced_motion="reduce")
    page.set_default_timeout(PATIENCE_MS)
    watched = Watched(page)
    await page.goto(f"{sandbox.url}/#as={LEAD}&channel={GENERAL}")
    async with aiohttp.ClientSession() as session:
        slack = AsyncWebClient(token=BOT_TOKEN, base_url=sandbox.api_url, session=session, retry_handlers=[])
        yield Stage(page, watched, sandbox, app, slack)
    await page.close()
    await sandbox.stop()
    await app.stop()
    assert disputed(sandbox) == []


@of_the_session
async def stage(shared_stage: Stage) -> AsyncIterator[Stage]:
    """The shared page as it was; what it complains of fails the test that made it complain."""
    await shared_stage.clear()
    yield shared_stage
    complaints = shared_stage.watched.complaints
    shared_stage.watched.forgive("")
    assert complaints == []


@asynccontextmanager
async def unopposed(settings: Settings) -> AsyncIterator[str]:
    """The address of a demonstration's page.

    What the bot sent while tests used the page pleases the checkers, and none of it was refused.
    """
    timing = Timing(acknowledge_seconds=UNHURRIED.acknowledge, trigger_seconds=UNHURRIED.trigger)
    told = settings.model_copy(update={"tick_seconds": TICK_SECONDS})
    async with demonstrating(told, 0, timing=timing, budget=UNHURRIED.budget) as shown:
        yield shown.page
        async with aiohttp.ClientSession() as session:
            found = await objections(People(shown.page, session))
    assert found == []


@of_the_session
async def demonstration(sqlite_url: str, tmp_path: Path) -> AsyncIterator[str]:
    """The address of the demonstration's page: workspace, bot and sample, everything anew."""
    async with unopposed(demo_settings(tmp_path, sqlite_url)) as page:
        yield page


@of_the_session
async def people(demonstration: str) -> AsyncIterator[People]:
    """Acting in the demonstration's workspace without a page."""
    async with aiohttp.ClientSession() as session:
        yield People(demonstration, session)


@pytest_asyncio.fixture(scope="package", loop_scope="session")
async def shared_demonstration(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[str]:
    """One demonstration for all tests that only add to it, and do not mind what others added."""
    folder = tmp_path_factory.mktemp("demonstration")
    shutil.copyfile(sqlite_template, folder / "rapporteur.db")
    async with unopposed(demo_settings(folder)) as page:
        yield page


@pytest_asyncio.fixture(scope="package", loop_scope="session")
async def window(browser: Browser) -> AsyncIterator[BrowserContext]:
    """Opening one takes longer than a page: tests share it, and leave nothing behind in it."""
    window = await browser.new_context(viewport={"width": 1360, "height": 900})
    yield window
    await window.close()


@of_the_session
async def open_page(window: BrowserContext) -> AsyncIterator[OpenPage]:
    """Opens an address; a page that has anything to complain of fails the test in the end."""
    opened: list[tuple[Page, Watched]] = []

    async def open_page(place: str) -> Page:
        page = await window.new_page()
        page.set_default_timeout(PATIENCE_MS)
        opened.append((page, Watched(page)))
        await page.goto(place)
        await page.get_by_test_id("composer").wait_for()
        return page

    yield open_page
    for page, _ in opened:
        await page.evaluate("window.localStorage.clear()")
        await page.close()
    assert [watched.complaints for _, watched in opened] == [[] for _ in opened]


@of_the_session
async def drop_in(shared_demonstration: str, open_page: OpenPage) -> Visit:
    """Opens the page of the shared demonstration as a member, in a channel; no form of theirs is open."""

    async def drop_in(handle: str, channel: str) -> Visitor:
        async with aiohttp.ClientSession() as session:
            people = People(shared_demonstration, session)
            for view in reversed(await people.views(user(handle))):
                await people.close(user(handle), view["id"])
        return Visitor(await open_page(address(shared_demonstration, handle, channel)))

    return drop_in


@of_the_session
async def visit(demonstration: str, open_page: OpenPage) -> Visit:
    """Opens the page as a member, in a channel."""

    async def visit(handle: str, channel: str) -> Visitor:
        return Visitor(await open_page(address(demonstration, handle, channel)))

    return visit
