"""What people see and do on the page of the local workspace."""

import asyncio
from typing import Any

import pytest
from aiohttp import web
from playwright.async_api import Locator, Page, expect
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.server import Sandbox
from tests.integration.sandbox.fake_app import FakeApp, Received
from tests.integration.sandbox.seeds import GENERAL, LEAD, MEMBER, workspace_seed

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


def plain(text: str) -> dict[str, str]:
    return {"type": "plain_text", "text": text}


def option(text: str, value: str) -> dict[str, Any]:
    return {"text": plain(text), "value": value}


def form(**changes: object) -> dict[str, Any]:
    words: dict[str, Any] = {"type": "plain_text_input", "action_id": "words", "multiline": True}
    return {
        "type": "modal",
        "callback_id": "form",
        "title": plain("New note"),
        "submit": plain("Record"),
        "close": plain("Cancel"),
        "blocks": [
            {"type": "input", "block_id": "note", "label": plain("Note"), "element": words},
            {
                "type": "actions",
                "block_id": "more",
                "elements": [{"type": "button", "action_id": "push", "text": plain("More")}],
            },
        ],
    } | changes


class FormApp:
    """Opens a form on every command, pushes another on a click, and answers submissions as told."""

    def __init__(self, slack: AsyncWebClient) -> None:
        self._slack = slack
        self.verdict: dict[str, Any] = {}

    async def __call__(self, received: Received) -> web.Response:
        payload = received.payload
        if received.fields:
            await self._slack.views_open(trigger_id=received.fields["trigger_id"], view=form())
        elif payload.get("type") == "block_actions":
            second = form(title=plain("Second"), blocks=[{"type": "section", "text": plain("On top")}])
            await self._slack.views_push(trigger_id=payload["trigger_id"], view=second)
        elif payload.get("type") == "view_submission":
            return web.json_response(self.verdict)
        return web.Response()


async def send(page: Page, text: str) -> None:
    await page.get_by_test_id("composer").fill(text)
    await page.get_by_test_id("composer").press("Enter")


def last_message(page: Page) -> Locator:
    return page.get_by_test_id("message").last


async def test_a_command_is_completed_sent_and_shown_above_its_answer(page: Page, app: FakeApp) -> None:
    app.says({"response_type": "in_channel", "text": "*N-1* recorded"})
    box = page.get_by_test_id("composer")
    await box.press_sequentially("/w")
    await expect(page.get_by_role("option", name="/wg")).to_be_visible()
    await box.press("Enter")
    await expect(box).to_have_value("/wg ")
    await box.press_sequentially("note cables")
    await box.press("Enter")

    await expect(last_message(page)).to_contain_text("N-1 recorded")
    await expect(page.get_by_test_id("command-line")).to_contain_text("/wg note cables")
    assert app.commands[0]["text"] == "note cables"


async def test_text_of_people_never_becomes_markup(page: Page) -> None:
    hostile = "<img src=x onerror=alert(1)> <b>&amp;</b> <javascript:alert(1)|here>"
    await send(page, hostile)

    await expect(last_message(page)).to_contain_text(hostile)
    assert await last_message(page).locator("img, b, a, script").count() == 0


async def test_slack_markup_of_the_app_is_drawn(page: Page, slack: AsyncWebClient) -> None:
    text = f"*bold* _slanted_ ~gone~ `code` <@{LEAD}> <https://example.org|a source>\n&gt; quoted\n• item"
    await slack.chat_postMessage(channel=GENERAL, text=text)

    row = last_message(page)
    await expect(row.locator("strong")).to_have_text("bold")
    await expect(row.locator("em")).to_have_text("slanted")
    await expect(row.locator("s")).to_have_text("gone")
    await expect(row.locator("code")).to_have_text("code")
    await expect(row.locator(".mention")).to_have_text("@Lead Infrastructure")
    await expect(row.get_by_role("link", name="a source")).to_have_attribute("href", "https://example.org/")
    await expect(row.locator("blockquote")).to_have_text("quoted")
    await expect(row.get_by_role("listitem")).to_contain_text("item")


async def test_an_answer_only_for_me_is_marked_and_stays_away_once_dismissed(
    page: Page, app: FakeApp
) -> None:
    app.says("only for you")
    await send(page, "/wg status")
    ephemeral = page.get_by_test_id("ephemeral")
    await expect(ephemeral).to_contain_text("Only visible to you")

    await ephemeral.get_by_role("button", name="Dismiss message").click()
    await expect(ephemeral).to_have_count(0)
    await page.reload()
    await expect(page.get_by_test_id("composer")).to_be_visible()
    await expect(ephemeral).to_have_count(0)


async def test_errors_stand_beside_the_field_and_the_form_becomes_its_answer(
    page: Page, app: FakeApp, slack: AsyncWebClient
) -> None:
    app.answer = answer = FormApp(slack)
    await send(page, "/wg")
    modal = page.get_by_test_id("modal")
    field = modal.get_by_label("Note")
    await expect(field).to_be_focused()

    await page.get_by_test_id("modal-submit").click()
    await expect(modal.locator("[data-error-for=note]")).to_contain_text("required field")
    await expect(field).to_have_attribute("aria-invalid", "true")

    answer.verdict = {"response_action": "errors", "errors": {"note": "Say more."}}
    await field.fill("short")
    await page.get_by_test_id("modal-submit").click()
    await expect(modal.locator("[data-error-for=note]")).to_have_text("Say more.")

    done = {
        "type": "modal",
        "title": plain("Recorded"),
        "blocks": [{"type": "section", "text": plain("N-1")}],
    }
    answer.verdict = {"response_action": "update", "view": done}
    await field.fill("long enough")
    await page.get_by_test_id("modal-submit").click()
    await expect(modal).to_contain_text("N-1")

    await page.keyboard.press("Escape")
    await expect(modal).to_have_count(0)
    await expect(page.get_by_test_id("composer")).to_be_focused()


async def test_a_form_on_top_gives_way_to_what_was_typed_below(
    page: Page, app: FakeApp, slack: AsyncWebClient
) -> None:
    app.answer = FormApp(slack)
    await send(page, "/wg")
    modal = page.get_by_test_id("modal")
    await modal.get_by_label("Note").fill("half a thought")
    await modal.get_by_role("button", name="More").click()
    await expect(modal).to_contain_text("On top")

    await page.keyboard.press("Escape")
    await expect(modal.get_by_label("Note")).to_have_value("half a thought")


async def test_the_focus_stays_inside_a_modal(page: Page, app: FakeApp, slack: AsyncWebClient) -> None:
    app.answer = FormApp(slack)
    await send(page, "/wg")
    await page.get_by_test_id("modal").wait_for()
    for _ in range(8):
        await page.keyboard.press("Tab")
        assert await page.evaluate("document.activeElement.closest('[data-testid=modal]') !== null")


async def test_a_choice_narrowed_by_typing_reaches_the_app(
    page: Page, app: FakeApp, slack: AsyncWebClient
) -> None:
    menu = {
        "type": "static_select",
        "action_id": "theme",
        "placeholder": plain("Theme"),
        "options": [option("Charging", "charging"), option("Supply chain", "supply")],
    }
    blocks = [{"type": "actions", "block_id": "menus", "elements": [menu]}]
    await slack.chat_postMessage(channel=GENERAL, text="choose", blocks=blocks)
    box = page.locator("[data-action-id=theme][data-block-id=menus]")
    await box.click()
    await box.press_sequentially("sup")
    await box.press("Enter")

    await expect(box).to_have_value("Supply chain")
    await app.arrivals(1)
    assert app.payloads[-1]["actions"][0]["selected_option"]["value"] == "supply"


async def clicked(app: FakeApp) -> None:
    """Return when an interaction has arrived; events of messages arrive on the same way."""
    async with asyncio.timeout(10):
        while not app.payloads:  # noqa: ASYNC110 - the app tells of arrivals of any kind only
            await asyncio.sleep(0.02)


async def test_a_dangerous_button_asks_first(page: Page, app: FakeApp, slack: AsyncWebClient) -> None:
    confirm = {
        "title": plain("Mute?"),
        "text": plain("Nobody hears."),
        "confirm": plain("Mute it"),
        "deny": plain("No"),
    }
    button = {
        "type": "button",
        "action_id": "mute",
        "text": plain("Mute"),
        "style": "danger",
        "confirm": confirm,
    }
    await slack.chat_postMessage(
        channel=GENERAL, text="mute", blocks=[{"type": "actions", "elements": [button]}]
    )
    await page.get_by_role("button", name="Mute", exact=True).click()
    await page.get_by_role("alertdialog").get_by_role("button", name="No").click()
    assert app.payloads == []

    await page.get_by_role("button", name="Mute", exact=True).click()
    await page.get_by_role("alertdialog").get_by_role("button", name="Mute it").click()
    await expect(page.get_by_role("alertdialog")).to_have_count(0)
    await clicked(app)
    assert app.payloads[-1]["actions"][0]["action_id"] == "mute"


async def test_a_broken_rule_is_named(page: Page, app: FakeApp) -> None:
    app.says({"blocks": [{"type": "section"}]})
    await send(page, "/wg status")

    toast = page.get_by_test_id("toast")
    await expect(toast).to_have_count(1)
    await expect(toast).to_contain_text("invalid_command_response")
    await expect(toast).to_contain_text("/blocks/0")


async def test_the_page_speaks_the_acting_members_language_and_keeps_place_on_reload(page: Page) -> None:
    await page.get_by_test_id("act-as").select_option(MEMBER)
    await expect(page.get_by_test_id("composer")).to_have_attribute("placeholder", "Mensaje para #general")
    await expect(page.get_by_test_id("channel-steering")).to_have_count(0)

    await page.reload()
    await expect(page.get_by_test_id("act-as")).to_have_value(MEMBER)
    await expect(page.get_by_test_id("composer")).to_have_attribute("placeholder", "Mensaje para #general")


async def test_next_monday_is_noon_in_the_acting_members_zone(page: Page, sandbox: Sandbox) -> None:
    await page.get_by_test_id("act-as").select_option(MEMBER)
    await expect(page.get_by_test_id("clock-monday")).to_have_text("Próximo lunes")
    await page.get_by_test_id("clock-monday").click()

    await expect(page.get_by_test_id("clock-now")).to_contain_text("12:00")
    await expect(page.get_by_test_id("clock-now")).to_contain_text("lun")
    assert sandbox.workspace.clock.now().strftime("%a %H:%M") == "Mon 18:00"


async def test_a_thread_opens_beside_the_channel_and_refuses_commands(page: Page, console: list[str]) -> None:
    await send(page, "first")
    await last_message(page).hover()
    await last_message(page).get_by_test_id("reply").click()
    box = page.get_by_test_id("thread-composer")
    await expect(box).to_be_focused()
    await box.fill("second")
    await box.press("Enter")
    await expect(page.get_by_test_id("thread").get_by_test_id("message")).to_have_count(2)
    await expect(page.get_by_test_id("open-thread")).to_contain_text("1 reply")

    await box.fill("/wg note x")
    await box.press("Enter")
    await expect(page.get_by_test_id("toast")).to_contain_text("not supported in threads")
    # The browser itself logs the refused request.
    console[:] = [line for line in console if "400 (Bad Request)" not in line]


async def test_messages_elsewhere_are_counted_until_read(page: Page, slack: AsyncWebClient) -> None:
    await page.get_by_test_id("channel-lobby").click()
    await expect(page.get_by_test_id("composer")).to_have_attribute("placeholder", "Message #lobby")
    await slack.chat_postMessage(channel=GENERAL, text=f"look, <@{LEAD}>")
    await expect(page.get_by_test_id("channel-general").locator(".mention-badge")).to_have_text("1")

    await page.get_by_test_id("channel-general").click()
    await expect(last_message(page)).to_contain_text("look")
    await expect(page.get_by_test_id("channel-general").locator(".badge")).to_have_count(0)


async def test_the_home_the_app_publishes_is_shown(page: Page, app: FakeApp, slack: AsyncWebClient) -> None:
    async def publish(received: Received) -> web.Response:
        user = received.event["event"]["user"]
        blocks = [{"type": "header", "text": plain("My items")}]
        await slack.views_publish(user_id=user, view={"type": "home", "blocks": blocks})
        return web.Response()

    app.answer = publish
    await page.get_by_test_id("home").click()
    await expect(page.get_by_test_id("home-view").get_by_role("heading")).to_have_text("My items")


def series(name: str, values: dict[str, int]) -> dict[str, Any]:
    return {"name": name, "data": [{"label": label, "value": value} for label, value in values.items()]}


async def test_charts_say_their_figures_and_tables_sort(page: Page, slack: AsyncWebClient) -> None:
    chart = {
        "type": "bar",
        "series": [series("Mexico", {"Open": 3, "Done": 1}), series("United States", {"Open": 2, "Done": 4})],
        "axis_config": {"categories": ["Open", "Done"]},
    }
    cells = [("R-1", 40), ("R-2", 5), ("R-3", 75)]
    head = [{"type": "raw_text", "text": "Ref"}, {"type": "raw_text", "text": "Progress"}]
    rows = [
        [{"type": "raw_text", "text": ref}, {"type": "raw_number", "value": done, "text": f"{done} %"}]
        for ref, done in cells
    ]
    await slack.chat_postMessage(
        channel=GENERAL,
        text="figures",
        blocks=[
            {"type": "data_visualization", "title": "Status", "chart": chart},
            {"type": "data_table", "caption": "Register", "page_size": 2, "rows": [head, *rows]},
        ],
    )
    name = "Bar chart: Status. Mexico: Open 3, Done 1; United States: Open 2, Done 4"
    await expect(page.get_by_role("img", name=name)).to_be_visible()

    table = page.get_by_role("table", name="Register")
    await table.get_by_role("button", name="Progress").click()
    await expect(table.get_by_role("rowheader")).to_have_text(["R-2", "R-1"])
    await page.get_by_role("button", name="Next page").click()
    await expect(table.get_by_role("rowheader")).to_have_text(["R-3"])


async def test_a_block_this_page_does_not_know_is_named(page: Page) -> None:
    drawn = await page.evaluate(
        """async () => {
            const { renderBlocks } = await import('/page/blocks/index.js');
            const ctx = { t: (key, facts) => `${key} ${facts.type}` };
            return renderBlocks([{ type: 'hologram' }], { ctx }).textContent;
        }"""
    )
    assert drawn == "unknown_block hologram"


async def test_traffic_lists_what_passed_between_workspace_and_app(page: Page, app: FakeApp) -> None:
    app.says("fine")
    await page.get_by_test_id("traffic").click()
    await send(page, "/wg status")

    entry = page.get_by_test_id("traffic-panel").get_by_role("listitem").first
    await expect(entry).to_contain_text("/wg")
    await entry.locator("summary").click()
    await expect(entry.locator(".json").first).to_contain_text("status")


async def test_the_page_recovers_when_the_workspace_comes_back(
    page: Page, sandbox: Sandbox, console: list[str]
) -> None:
    port = int(sandbox.url.rsplit(":", 1)[1])
    await expect(page.get_by_test_id("connection")).to_have_attribute("data-state", "open")
    await sandbox.stop()
    await expect(page.get_by_test_id("connection")).to_contain_text("Reconnecting")
    again = Sandbox(workspace_seed())
    try:
        await again.start(port=port)
        await expect(page.get_by_test_id("connection")).to_have_attribute("data-state", "open")
        await send(page, "still here")
        await expect(last_message(page)).to_contain_text("still here")
    finally:
        await again.stop()
    # The browser itself logs connections that were refused.
    console[:] = [line for line in console if "net::ERR" not in line]
