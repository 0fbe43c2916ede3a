"""Words that try to be more than words: in names, messages, options, addresses, answers."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.messages import Content
from bot.sandbox.seed import WorkspaceSeed
from bot.sandbox.server import Sandbox
from tests.browser.hands import last_message, send
from tests.browser.shapes import Json, actions, field, image, modal, mrkdwn, option, plain, section
from tests.browser.watched import Watched
from tests.integration.sandbox.fake_app import FakeApp
from tests.integration.sandbox.seeds import BOT, GENERAL, LEAD, MEMBER, seed_facts

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

SCRIPT = "<script>window.hacked=1</script><img/src=x onerror=window.hacked=1>"
SHORT = SCRIPT.replace(" ", "/")
ADDRESSES = [
    "javascript:window.hacked=1",
    "JaVaScRiPt://%0awindow.hacked=1",
    "data:text/html,1",
]
"""None of these may become a link."""


def hostile_seed() -> WorkspaceSeed:
    facts = seed_facts()
    facts["team"]["name"] = SCRIPT
    facts["users"][1] |= {"real_name": SCRIPT, "title": SCRIPT}
    facts["channels"][0] |= {"name": SHORT, "topic": SCRIPT}
    facts["app"]["name"] = SCRIPT
    facts["app"]["commands"][0] |= {"description": SCRIPT, "usage_hint": SCRIPT}
    facts["app"]["shortcuts"][0]["name"] = SCRIPT
    return WorkspaceSeed.model_validate(facts)


@pytest_asyncio.fixture(loop_scope="session")
async def sandbox(app: FakeApp) -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(hostile_seed())
    await sandbox.start()
    sandbox.set_request_url(app.url)
    yield sandbox
    await sandbox.stop()


@pytest_asyncio.fixture(loop_scope="session")
async def watched_page(browser: Browser, sandbox: Sandbox) -> AsyncIterator[Page]:
    """As the lead sees it; in the end nothing was run, asked for or complained of."""
    page = await browser.new_page(locale="en-US")
    watched = Watched(page)
    await page.goto(f"{sandbox.url}/#as={LEAD}&channel={GENERAL}")
    await page.get_by_test_id("composer").wait_for()
    yield page
    assert await page.evaluate("window.hacked") is None
    await page.close()
    assert watched.complaints == []


def post(sandbox: Sandbox, *blocks: Json, text: str = "", author: str = BOT) -> None:
    """As the workspace would, asking nobody whether Slack takes it."""
    channel = sandbox.workspace.directory.channel(GENERAL)
    assert channel is not None
    sandbox.workspace.posting.post(channel, author, Content(text=text, blocks=list(blocks)))


async def expect_inert(page: Page, part: str = "body") -> None:
    """Nothing in this part of the page is an element that somebody wrote."""
    made = page.locator(part).locator("script, [onerror], [onclick], iframe, object, img[src='x']")
    await expect(made).to_have_count(0)
    for scheme in ("javascript:", "data:text", "JaVa"):
        await expect(page.locator(f"{part} [href^='{scheme}' i], {part} [src^='{scheme}' i]")).to_have_count(
            0
        )


async def test_names_topics_and_titles_are_words(watched_page: Page, sandbox: Sandbox) -> None:
    post(sandbox, text="hello", author=MEMBER)
    await expect(last_message(watched_page).locator(".author")).to_have_text(SCRIPT)
    await expect(watched_page.locator(".topic")).to_have_text(SCRIPT)
    await expect(watched_page.get_by_role("heading", level=1)).to_have_text(SCRIPT)
    await watched_page.get_by_test_id("composer").press_sequentially("/w")
    await expect(watched_page.get_by_role("option", name="/wg")).to_contain_text("<script>")
    await watched_page.get_by_test_id("composer").fill("@")
    await watched_page.get_by_test_id("composer").press("End")
    await expect(watched_page.get_by_role("listbox")).to_contain_text("<script>")
    await expect_inert(watched_page)


async def test_what_people_write_is_words(watched_page: Page) -> None:
    written = f"{SCRIPT} <b>&amp;</b> <{ADDRESSES[0]}|here> [x]({ADDRESSES[0]})"
    await send(watched_page, written)
    await expect(last_message(watched_page)).to_contain_text(written)
    assert await last_message(watched_page).locator("img, b, a, script").count() == 0
    await expect_inert(watched_page)


async def test_an_address_that_runs_something_is_no_link(watched_page: Page, sandbox: Sandbox) -> None:
    for address in ADDRESSES:
        post(sandbox, *addressed(address))
    rows = watched_page.get_by_test_id("message")
    await expect(rows).to_have_count(len(ADDRESSES))
    for row in await rows.all():
        for word in ("marked", "down", "rich", "Go"):
            await expect(row).to_contain_text(word)
    await expect(rows.get_by_role("link")).to_have_count(0)
    await expect_inert(watched_page)


def addressed(address: str) -> list[Json]:
    """Every place of a message that takes an address."""
    link = {"type": "link", "url": address, "text": "rich"}
    return [
        section(f"<{address}|marked> <!date^1780315200^{{date_num}}^{address}|day>"),
        {"type": "markdown", "text": f"[down]({address}) ![picture]({address})"},
        {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [link]}]},
        actions({"type": "button", "action_id": "go", "text": plain("Go"), "url": address}, block_id="go"),
        {**image(SCRIPT), "image_url": address},
        {
            "type": "video",
            "alt_text": SCRIPT,
            "title": plain(SCRIPT),
            "thumbnail_url": address,
            "video_url": address,
        },
    ]


async def test_every_text_of_a_block_is_words(watched_page: Page, sandbox: Sandbox) -> None:
    menu = {
        "type": "static_select",
        "action_id": "menu",
        "options": [option(SCRIPT, "v", description=plain(SCRIPT))],
    }
    cell = {"type": "raw_text", "text": SCRIPT}
    post(
        sandbox,
        {"type": "header", "text": plain(SCRIPT)},
        {"type": "context", "elements": [mrkdwn(SCRIPT), plain(SCRIPT)]},
        actions(menu, block_id="menus"),
        {"type": "data_table", "caption": SCRIPT, "rows": [[cell], [cell]]},
        {
            "type": "data_visualization",
            "title": SCRIPT,
            "chart": {"type": "pie", "segments": [{"label": SCRIPT, "value": 1}]},
        },
        {"type": SCRIPT},
    )
    row = last_message(watched_page)
    await expect(row.locator("h3")).to_have_text(SCRIPT)
    await expect(row.locator("caption")).to_have_text(SCRIPT)
    await row.get_by_role("combobox").click()
    await expect(watched_page.get_by_role("listbox")).to_contain_text(SCRIPT)
    await watched_page.keyboard.press("Escape")
    await expect_inert(watched_page)


async def third_command(app: FakeApp) -> dict[str, str]:
    while len(app.commands) < 3:
        await app.arrivals(len(app.received) + 1)
    return app.commands[2]


async def test_forms_answers_and_traffic_are_words(
    watched_page: Page, app: FakeApp, slack: AsyncWebClient
) -> None:
    app.says({"response_type": "in_channel", "text": SCRIPT, "blocks": [{"type": SCRIPT}]})
    await watched_page.get_by_test_id("traffic").click()
    await send(watched_page, f"/wg {SCRIPT}")
    toast = watched_page.get_by_test_id("toast")
    await expect(toast).to_contain_text("invalid_command_response")
    panel = watched_page.get_by_test_id("traffic-panel")
    await panel.locator("summary").first.click()
    await expect(panel.locator(".json").first).to_contain_text("window.hacked")

    app.says({"response_type": "in_channel", "text": SCRIPT})
    await send(watched_page, f"/wg {SCRIPT}")
    await expect(watched_page.get_by_test_id("command-line")).to_contain_text(SCRIPT)

    app.says("")
    await send(watched_page, "/wg form")
    trigger = (await third_command(app))["trigger_id"]
    words = {"type": "plain_text_input", "initial_value": SCRIPT, "placeholder": plain(SCRIPT)}
    form = modal(field("words", SCRIPT, words, hint=plain(SCRIPT)), title=plain(SCRIPT[:24]))
    await slack.views_open(trigger_id=trigger, view=form)
    await expect(watched_page.get_by_test_id("modal")).to_contain_text("<script>")
    await expect_inert(watched_page)


async def test_the_page_runs_nothing_but_its_own_modules(page: Page, console: list[str]) -> None:
    ran = await page.evaluate(
        """async () => {
            const refused = new Promise((resolve) => {
                document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) =>
                    resolve(effectiveDirective));
            });
            const script = document.createElement("script");
            script.textContent = "window.hacked = 1";
            document.body.append(script);
            script.remove();
            return [await refused, window.hacked ?? null];
        }"""
    )
    assert ran == ["script-src-elem", None]
    refusal = console.pop()
    assert "Content Security Policy" in refusal
