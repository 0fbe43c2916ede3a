"""More than anybody reads: long messages, a thousand of them, markup that never closes."""

import pytest
from playwright.async_api import BrowserContext, Locator, Page, expect
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.messages import Content
from bot.sandbox.server import Sandbox
from tests.browser.hands import last_message, send
from tests.browser.stage import Stage
from tests.integration.sandbox.seeds import BOT, GENERAL, LEAD

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

LONGEST = 40_000
"""Characters of a message, after which Slack cuts it (https://docs.slack.dev/reference/methods/chat.postMessage)."""

PAGE_LENGTH = 100
MANY = 1000


def post(sandbox: Sandbox, text: str) -> str:
    channel = sandbox.workspace.directory.channel(GENERAL)
    assert channel is not None
    return sandbox.workspace.posting.post(channel, BOT, Content(text=text)).ts


async def top_of(row: Locator) -> float:
    return float(await row.evaluate("node => node.getBoundingClientRect().top"))


async def height_of(row: Locator) -> float:
    return float(await row.evaluate("node => node.getBoundingClientRect().height"))


async def test_a_message_of_40000_characters_is_shown_in_part_and_whole(
    page: Page, slack: AsyncWebClient
) -> None:
    await slack.chat_postMessage(channel=GENERAL, text="words " * (LONGEST // 6) + "end")
    text = last_message(page).locator(".mrkdwn")
    row = last_message(page)
    await expect(text).to_contain_text("end")
    assert await height_of(row) < 500

    await row.get_by_role("button", name="Show the whole message").press("Enter")
    assert await height_of(row) > 2000
    await expect(row.get_by_role("button", name="Show less")).to_be_focused()
    await row.get_by_role("button", name="Show less").click()
    assert await height_of(row) < 500


@pytest.mark.parametrize("part", ["x", "*a ", "*a<", "_a` ", "<", "`", "h", ":a", "&lt;", "*_~"])
async def test_text_without_spaces_or_with_markup_that_never_closes_stops_nothing(
    stage: Stage, part: str
) -> None:
    text = (part * LONGEST)[:LONGEST]
    spent = await stage.page.evaluate(
        """async (text) => {
            const [{ mrkdwn }, { markdown }] = await Promise.all(
                [import("/page/mrkdwn.js"), import("/page/markdown.js")]);
            const ctx = { store: { get: () => ({ channels: [], users: [], app: {} }) } };
            const start = performance.now();
            mrkdwn(text, ctx);
            markdown(text.slice(0, 12000), ctx);
            return performance.now() - start;
        }""",
        text,
    )
    # Unbounded it takes minutes; a busy machine may take ten times as long as an idle one.
    assert spent < 3000
    post(stage.sandbox, text)
    await expect(
        last_message(stage.page).get_by_role("button", name="Show the whole message")
    ).to_be_visible()
    log = stage.page.get_by_role("log")
    assert await log.evaluate("node => node.scrollWidth <= node.clientWidth")


async def test_a_text_too_long_to_send_stays_in_the_box_with_the_reason(page: Page) -> None:
    await send(page, "x" * 12_001)
    await expect(page.get_by_test_id("toast")).to_contain_text("The message is too long")
    await expect(page.get_by_test_id("toast")).to_contain_text("12001 of 12000 characters")
    await expect(page.get_by_test_id("composer")).to_have_value("x" * 12_001)


async def test_a_thousand_messages_are_read_a_page_at_a_time(page: Page, sandbox: Sandbox) -> None:
    for number in range(1, MANY + 1):
        post(sandbox, f"message {number}.")
    await page.reload()
    rows = page.locator("#main").get_by_test_id("message")
    await expect(rows).to_have_count(PAGE_LENGTH)
    await expect(rows.last).to_contain_text(f"message {MANY}.")
    await expect(rows.last).to_be_in_viewport()

    seen = rows.filter(has_text=f"message {MANY - PAGE_LENGTH + 1}.")
    await page.get_by_test_id("earlier").evaluate("node => node.click()")
    await expect(rows).to_have_count(2 * PAGE_LENGTH)
    await seen.scroll_into_view_if_needed()
    await expect(seen).to_be_in_viewport()


async def test_one_keeps_ones_place_while_older_and_newer_messages_come(page: Page, sandbox: Sandbox) -> None:
    for number in range(1, 2 * PAGE_LENGTH + 51):
        post(sandbox, f"message {number}.")
    await page.reload()
    rows = page.locator("#main").get_by_test_id("message")
    await expect(rows).to_have_count(PAGE_LENGTH)
    oldest = rows.filter(has_text="message 151.")
    earlier = page.get_by_test_id("earlier")
    await earlier.focus()
    await expect(rows).to_have_count(2 * PAGE_LENGTH)
    await expect(oldest).to_be_in_viewport()

    before = await top_of(oldest)
    post(sandbox, "something new")
    new = page.get_by_role("button", name="New messages")
    await expect(new).to_be_visible()
    assert abs(await top_of(oldest) - before) < 1
    await new.press("Enter")
    await expect(rows.last).to_contain_text("something new")
    await expect(rows.last).to_be_in_viewport()

    await earlier.press("Enter")
    await expect(page.get_by_text("This is the beginning of #general")).to_be_attached()
    await expect(rows).to_have_count(2 * PAGE_LENGTH + 51)


async def test_eight_pages_of_one_browser_all_hear_and_are_all_answered(
    window: BrowserContext, sandbox: Sandbox
) -> None:
    pages = [await window.new_page() for _ in range(8)]
    for page in pages:
        await page.goto(f"{sandbox.url}/#as={LEAD}&channel={GENERAL}")
        await expect(page.get_by_test_id("connection")).to_have_attribute("data-state", "open")

    await send(pages[-1], "from the last one")
    for page in pages:
        await expect(last_message(page)).to_contain_text("from the last one")
        await page.close()


async def test_an_answer_that_never_comes_is_not_waited_for_without_end(stage: Stage) -> None:
    outcome = await stage.page.evaluate(
        """async () => {
            const { createApi } = await import("/page/api.js");
            const silent = (path, { signal }) => new Promise((_, reject) => {
                signal.addEventListener("abort", () => reject(signal.reason));
            });
            const api = createApi(silent, { patience: 10 });
            return await api.post("command").then(() => "answered", ({ code }) => code);
        }"""
    )
    assert outcome == "unreachable"
