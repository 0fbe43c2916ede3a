"""What the page does when the workspace or the app is away for a while."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, Route, expect
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.server import Sandbox
from tests.browser.hands import bars_that_do_not_fit, last_message, send
from tests.browser.line import Line
from tests.browser.shapes import actions, button
from tests.integration.sandbox.fake_app import FakeApp
from tests.integration.sandbox.seeds import GENERAL, LEAD, MEMBER, workspace_seed

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


@pytest_asyncio.fixture(loop_scope="session")
async def line(sandbox: Sandbox) -> AsyncIterator[Line]:
    line = Line(int(sandbox.url.rpartition(":")[2]))
    await line.mend()
    yield line
    await line.cut()


@pytest_asyncio.fixture(loop_scope="session")
async def distant(browser: Browser, line: Line) -> AsyncIterator[Page]:
    """The lead's page at the other end of the line."""
    page = await browser.new_page(locale="en-US")
    await page.goto(f"{line.url}/#as={LEAD}&channel={GENERAL}")
    await expect(page.get_by_test_id("connection")).to_have_attribute("data-state", "open")
    yield page
    await page.close()


async def act_as(page: Page, member: str) -> None:
    """Until the page speaks their language and hears what happens to them."""
    await page.get_by_test_id("act-as").select_option(member)
    await expect(page.locator("html")).to_have_attribute("lang", "es" if member == MEMBER else "en")
    await expect(page.get_by_test_id("connection")).to_have_attribute("data-state", "open")
    await expect(page.get_by_test_id("connection")).to_be_empty()


async def test_nothing_can_be_written_until_it_is_known_who_writes_and_where(
    browser: Browser, sandbox: Sandbox
) -> None:
    page, known = await browser.new_page(locale="en-US"), asyncio.Event()

    async def later(route: Route) -> None:
        await known.wait()
        await route.continue_()

    await page.route("**/people/workspace*", later)
    await page.goto(f"{sandbox.url}/#as={LEAD}&channel={GENERAL}")
    composer = page.get_by_test_id("composer")
    await composer.wait_for(state="attached")
    assert not await composer.is_visible()
    known.set()
    await expect(composer).to_be_visible()
    await send(page, "here I am")
    await expect(last_message(page)).to_contain_text("here I am")
    await page.close()


async def test_what_was_said_while_the_line_was_down_is_there_once(
    distant: Page, line: Line, slack: AsyncWebClient
) -> None:
    gone = await slack.chat_postMessage(channel=GENERAL, text="to be deleted")
    await slack.chat_postMessage(channel=GENERAL, text="before")
    await expect(distant.get_by_test_id("message")).to_have_count(2)
    await distant.get_by_test_id("composer").fill("half a thought")
    await line.cut()
    await expect(distant.get_by_test_id("connection")).to_contain_text("Reconnecting…")

    await slack.chat_delete(channel=GENERAL, ts=gone["ts"])
    for number in range(1, 4):
        await slack.chat_postMessage(channel=GENERAL, text=f"missed {number}")
    await line.mend()
    await expect(distant.get_by_test_id("connection")).to_have_attribute("data-state", "open")
    await expect(distant.get_by_test_id("connection")).to_be_empty()
    await slack.chat_postMessage(channel=GENERAL, text="after")

    said = distant.locator("#main .message-body")
    await expect(said).to_have_text(["before", "missed 1", "missed 2", "missed 3", "after"])
    await expect(distant.get_by_test_id("composer")).to_have_value("half a thought")


async def test_a_message_that_could_not_be_sent_stays_in_the_box(distant: Page, line: Line) -> None:
    await line.cut()
    await expect(distant.get_by_test_id("connection")).to_contain_text("Reconnecting…")
    await send(distant, "do not lose this")
    await expect(distant.get_by_test_id("toast")).to_contain_text("The workspace does not answer")
    await expect(distant.get_by_test_id("composer")).to_have_value("do not lose this")

    await line.mend()
    await expect(distant.get_by_test_id("connection")).to_have_attribute("data-state", "open")
    await distant.get_by_test_id("composer").press("Enter")
    await expect(last_message(distant)).to_contain_text("do not lose this")


@pytest.mark.parametrize(
    ("member", "words"),
    [(LEAD, "The workspace takes its time"), (MEMBER, "El espacio tarda en responder")],
)
async def test_an_answer_that_takes_long_is_told_until_it_comes(
    distant: Page, line: Line, member: str, words: str
) -> None:
    await act_as(distant, member)
    connection = distant.get_by_test_id("connection")
    line.halt()
    await send(distant, "said once")
    await expect(connection).to_contain_text(words)
    await expect(connection).to_have_attribute("role", "status")
    line.flow()
    await expect(connection).to_be_empty()
    await expect(last_message(distant)).to_contain_text("said once")
    await expect(distant.get_by_test_id("message")).to_have_count(1)


@pytest.mark.parametrize(("member", "told"), [(LEAD, "Reconnecting…"), (MEMBER, "Reconectando…")])
async def test_the_bar_fits_every_screen_while_the_connection_is_lost(
    distant: Page, line: Line, member: str, told: str
) -> None:
    await act_as(distant, member)
    await line.cut()
    await expect(distant.get_by_test_id("connection")).to_contain_text(told)
    assert await bars_that_do_not_fit(distant) == []


async def test_a_lost_connection_is_told_in_the_readers_words_and_the_browsers_stand_behind_them(
    distant: Page, line: Line
) -> None:
    await act_as(distant, MEMBER)
    await line.cut()
    await expect(distant.get_by_test_id("connection")).to_contain_text("Reconectando…")
    await send(distant, "no lo pierdas")
    toast = distant.get_by_test_id("toast")
    await expect(toast).to_contain_text("El espacio no responde")
    await expect(toast).to_contain_text("Lo que escribiste sigue aquí")
    failed = toast.get_by_text("Failed to fetch")
    await expect(failed).to_be_hidden()
    await toast.get_by_text("Detalle técnico").click()
    await expect(failed).to_be_visible()


async def test_a_browser_that_goes_offline_says_so_at_once_and_comes_back_by_itself(
    distant: Page, slack: AsyncWebClient
) -> None:
    connection = distant.get_by_test_id("connection")
    await distant.context.set_offline(offline=True)
    await expect(connection).to_contain_text("Reconnecting…")
    await slack.chat_postMessage(channel=GENERAL, text="said meanwhile")
    await distant.context.set_offline(offline=False)
    await expect(connection).to_have_attribute("data-state", "open")
    await expect(connection).to_be_empty()
    await expect(last_message(distant)).to_contain_text("said meanwhile")


async def test_a_workspace_that_starts_anew_is_shown_as_it_is_now(
    page: Page, sandbox: Sandbox, console: list[str]
) -> None:
    port = int(sandbox.url.rsplit(":", 1)[1])
    await send(page, "of the workspace before")
    await expect(last_message(page)).to_contain_text("before")
    await expect(page.get_by_test_id("connection")).to_have_attribute("data-state", "open")
    await sandbox.stop()
    await expect(page.get_by_test_id("connection")).to_contain_text("Reconnecting…")
    again = Sandbox(workspace_seed())
    try:
        await again.start(port=port)
        await expect(page.get_by_test_id("connection")).to_have_attribute("data-state", "open")
        await expect(page.get_by_test_id("message")).to_have_count(0)
        await send(page, "still here")
        await expect(last_message(page)).to_contain_text("still here")
        await expect(page.get_by_test_id("message")).to_have_count(1)
    finally:
        await again.stop()
    # The browser itself logs connections that were refused.
    console[:] = [line for line in console if "net::ERR" not in line]


async def test_an_app_that_dies_is_named_and_works_again_once_it_is_back(
    page: Page, app: FakeApp, slack: AsyncWebClient
) -> None:
    await slack.chat_postMessage(channel=GENERAL, text="next", blocks=[actions(button("Show", "show"))])
    port = int(app.url.split("/")[2].rpartition(":")[2])
    await app.stop()
    await send(page, "/wg status")
    toast = page.get_by_test_id("toast")
    await expect(toast).to_contain_text("The app does not answer")
    await expect(toast).to_contain_text("dispatch_failed")
    told = page.get_by_test_id("ephemeral").last
    await expect(told).to_contain_text("/wg failed with the error “dispatch_failed”")
    await expect(page.get_by_test_id("composer")).to_have_value("")
    await page.get_by_role("button", name="Show", exact=True).click()
    await expect(toast.last).to_contain_text("We had some trouble connecting. Try again?")

    app.says({"response_type": "in_channel", "text": "back again"})
    await app.start(port)
    await send(page, "/wg status")
    await expect(last_message(page)).to_contain_text("back again")
