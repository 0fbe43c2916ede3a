"""Modals on the page: errors beside fields, the stack, the focus; and asking before a click counts."""

import pytest
from aiohttp import web
from playwright.async_api import Page, expect
from slack_sdk.web.async_client import AsyncWebClient

from tests.browser.arrivals import action
from tests.browser.hands import send
from tests.browser.shapes import Json, actions, button, field, modal, option, plain, section
from tests.integration.sandbox.fake_app import FakeApp, Received
from tests.integration.sandbox.seeds import GENERAL, MEMBER

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


WORDS = field("note", "Note", {"type": "plain_text_input", "action_id": "words", "multiline": True})
MORE = actions(button("More", "push"), block_id="more")


def form(**changes: object) -> Json:
    return modal(WORDS, MORE, **changes)


class FormApp:
    """Opens a form on every command, pushes another on a click, and answers submissions as told."""

    def __init__(self, slack: AsyncWebClient) -> None:
        self._slack = slack
        self.verdict: Json = {}

    async def __call__(self, received: Received) -> web.Response:
        payload = received.payload
        if received.fields:
            await self._slack.views_open(trigger_id=received.fields["trigger_id"], view=form())
        elif payload.get("type") == "block_actions":
            second = form(title=plain("Second"), blocks=[section("On top")])
            await self._slack.views_push(trigger_id=payload["trigger_id"], view=second)
        elif payload.get("type") == "view_submission":
            return web.json_response(self.verdict)
        return web.Response()


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

    done = {"type": "modal", "title": plain("Recorded"), "blocks": [section("N-1")]}
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
    blocks = [actions(menu, block_id="menus")]
    await slack.chat_postMessage(channel=GENERAL, text="choose", blocks=blocks)
    box = page.locator("[data-action-id=theme][data-block-id=menus]")
    await box.click()
    await box.press_sequentially("sup")
    await box.press("Enter")

    await expect(box).to_have_value("Supply chain")
    assert (await action(app))["selected_option"]["value"] == "supply"


async def test_a_dangerous_button_asks_first(page: Page, app: FakeApp, slack: AsyncWebClient) -> None:
    confirm = {
        "title": plain("Mute?"),
        "text": plain("Nobody hears."),
        "confirm": plain("Mute it"),
        "deny": plain("No"),
    }
    mute = button("Mute", "mute", style="danger", confirm=confirm)
    await slack.chat_postMessage(channel=GENERAL, text="mute", blocks=[actions(mute)])
    await page.get_by_role("button", name="Mute", exact=True).click()
    await page.get_by_role("alertdialog").get_by_role("button", name="No").click()
    assert app.payloads == []

    await page.get_by_role("button", name="Mute", exact=True).click()
    await page.get_by_role("alertdialog").get_by_role("button", name="Mute it").click()
    await expect(page.get_by_role("alertdialog")).to_have_count(0)
    assert (await action(app))["action_id"] == "mute"


async def test_what_is_missing_is_said_in_the_acting_persons_language(
    page: Page, app: FakeApp, slack: AsyncWebClient
) -> None:
    app.answer = FormApp(slack)
    await page.get_by_test_id("act-as").select_option(MEMBER)
    await expect(page.get_by_test_id("composer")).to_have_attribute("placeholder", "Mensaje para #general")
    await send(page, "/wg")
    await page.get_by_test_id("modal-submit").click()
    error = page.get_by_test_id("modal").locator("[data-error-for=note]")
    await expect(error).to_have_text("Falta llenar este campo obligatorio.")
