"""Every kind of interactive element is used, with mouse and keyboard, and the app hears of it."""

import asyncio
from typing import Any

import pytest
from aiohttp import web
from playwright.async_api import expect

from bot.sandbox.validator import Surface
from bot.sandbox.validator.elements import ELEMENTS
from tests.browser.arrivals import PATIENCE_SECONDS, action, interaction
from tests.browser.element_uses import IN_CONTEXT, IN_FORMS, IN_MESSAGES, OPTIONS, Use
from tests.browser.shapes import actions, button, field, option, section
from tests.browser.stage import Stage
from tests.integration.sandbox.fake_app import FakeApp, Received
from tests.integration.sandbox.seeds import GENERAL, LEAD

pytestmark = pytest.mark.browser
in_session = pytest.mark.asyncio(loop_scope="session")
hands = pytest.mark.parametrize("hand", ["mouse", "keys"])

SEEN_ONLY = {"image"}
CONTROL = "[data-action-id=it]"


async def suggesting(received: Received) -> web.Response:
    """Every option, whatever is typed: the page shows what the app answers."""
    typed = received.payload.get("value", "")
    fitting = [each for each in OPTIONS if typed.lower() in each["text"]["text"].lower()]
    return web.json_response(
        {"options": fitting} if received.payload.get("type") == "block_suggestion" else None
    )


async def heard(app: FakeApp, told: dict[str, Any]) -> None:
    """Return once the app has heard of a click or choice with these values."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not any(told.items() <= each["actions"][0].items() for each in chosen(app)):
            await app.arrivals(len(app.received) + 1)


def chosen(app: FakeApp) -> list[dict[str, Any]]:
    return [payload for payload in app.payloads if payload["type"] == "block_actions"]


def test_every_element_that_slack_knows_is_used() -> None:
    assert {*IN_MESSAGES, *IN_CONTEXT, *IN_FORMS, *SEEN_ONLY} == set(ELEMENTS)


@in_session
@hands
@pytest.mark.parametrize("kind", IN_MESSAGES)
async def test_an_element_of_a_message_tells_the_app(stage: Stage, kind: str, hand: str) -> None:
    use: Use = IN_MESSAGES[kind]
    stage.app.answer = suggesting
    shown = await stage.in_message(actions({"type": kind, "action_id": "it", **use.spec}))

    await getattr(use, hand)(shown.locator(CONTROL))
    await heard(stage.app, {"type": kind, "action_id": "it", **use.told})
    assert len(chosen(stage.app)) == (2 if kind.startswith("multi_") else 1)


@in_session
@hands
@pytest.mark.parametrize("kind", IN_CONTEXT)
async def test_an_element_below_an_answer_tells_the_app(stage: Stage, kind: str, hand: str) -> None:
    use = IN_CONTEXT[kind]
    block = {"type": "context_actions", "elements": [{"type": kind, "action_id": "it", **use.spec}]}
    shown = await stage.in_message(block)

    await getattr(use, hand)(shown.locator(CONTROL).first)
    await heard(stage.app, {"type": kind, "action_id": "it", **use.told})


@in_session
@hands
@pytest.mark.parametrize("kind", IN_FORMS)
async def test_an_input_of_a_form_is_submitted(stage: Stage, kind: str, hand: str) -> None:
    use = IN_FORMS[kind]
    shown = await stage.in_modal(field("it", "Text", {"type": kind, **use.spec}, optional=True))
    control = shown.locator(CONTROL)
    submit = stage.page.get_by_test_id("modal-submit")

    await getattr(use, hand)(control)
    if hand == "mouse":
        await submit.click()
    else:
        for _ in range(3):
            await stage.page.keyboard.press("Tab")
            if await submit.evaluate("node => node === document.activeElement"):
                break
        await stage.page.keyboard.press("Enter")
    payload = await interaction(stage.app, "view_submission")
    assert payload["view"]["state"]["values"] == {"it": {"it": {"type": kind, **use.told}}}


@in_session
async def test_a_click_says_where_it_was_made(stage: Stage) -> None:
    block = actions(button("Show", "it"), block_id="next")
    places = {Surface.MESSAGE: "message", Surface.MODAL: "view", Surface.HOME: "view"}
    for surface, place in places.items():
        shown = await stage.show(surface, block)
        await shown.locator(CONTROL).click()
        payload = await interaction(stage.app)
        assert payload["container"]["type"] == place
        assert (payload["user"]["id"], payload["actions"][0]["block_id"]) == (LEAD, "next")
        await stage.clear()

    await stage.slack.chat_postEphemeral(channel=GENERAL, user=LEAD, text="for you", blocks=[block])
    await stage.page.get_by_test_id("ephemeral").last.locator(CONTROL).click()
    assert (await interaction(stage.app))["container"]["is_ephemeral"] is True


@in_session
async def test_a_choice_beside_a_text_reaches_the_app(stage: Stage) -> None:
    menu = {"type": "static_select", "action_id": "it", "options": OPTIONS}
    shown = await stage.in_message(section("Theme of R-2", accessory=menu))
    await shown.locator(CONTROL).click()
    await stage.page.get_by_role("option", name="Talent").click()

    await expect(shown.locator(CONTROL)).to_have_value("Talent")
    assert (await action(stage.app))["selected_option"] == option("Talent", "talent")


@in_session
async def test_escape_closes_a_list_and_keeps_the_form(stage: Stage) -> None:
    shown = await stage.in_modal(field("it", "Theme", {"type": "static_select", "options": OPTIONS}))
    await shown.locator(CONTROL).click()
    await expect(stage.page.get_by_role("listbox")).to_be_visible()

    await stage.page.keyboard.press("Escape")
    await expect(stage.page.get_by_role("listbox")).to_have_count(0)
    await expect(shown.locator(CONTROL)).to_be_focused()
    await stage.page.keyboard.press("Escape")
    await expect(stage.page.get_by_test_id("modal")).to_have_count(0)
    await expect(stage.page.get_by_test_id("composer")).to_be_focused()
