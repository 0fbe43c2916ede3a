"""The demonstration without a mouse, and for people who use a screen reader."""

import re

import pytest
from playwright.async_api import Locator, expect

from tests.browser.axe import grave_findings
from tests.browser.conftest import Visit
from tests.browser.hands import bars_that_do_not_fit
from tests.browser.visitor import NEWCOMER, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

SKIP = re.compile("Skip to the message box|Ir al cuadro de mensaje")
RING = """node => [node, node.closest(".composer, .combobox, .act-as-box")].some((each) => {
    const style = each ? getComputedStyle(each) : { outlineStyle: "none", boxShadow: "none" };
    const outline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    return outline || style.boxShadow !== "none";
})"""
"""Whether one sees that a control has the focus."""


async def test_a_note_is_recorded_and_its_answer_read_with_the_keyboard_alone(visit: Visit) -> None:
    visitor = await visit("doe-us", "infrastructure")
    keyboard = visitor.page.keyboard
    await keyboard.press("Tab")
    await expect(visitor.page.get_by_role("link", name="Skip to the message box")).to_be_focused()
    await keyboard.press("Enter")
    await expect(visitor.composer).to_be_focused()

    await keyboard.type("/w")
    option = visitor.page.get_by_role("option", name="/wg")
    await expect(option).to_contain_text("note · obstacle · recommend · status")
    await keyboard.press("Enter")
    await expect(visitor.composer).to_have_value("/wg ")
    await expect(visitor.page.get_by_text("The secretary of your working group")).to_be_visible()
    await keyboard.type("note Typed without a mouse")
    await keyboard.press("Enter")

    log = visitor.page.get_by_role("log", name=re.compile("infrastructure"))
    await expect(log).to_have_attribute("aria-live", "polite")
    await expect(log).to_contain_text(re.compile(r"N-\d+ note, Infrastructure: Typed without a mouse"))
    show = visitor.said.get_by_role("button", name="Show it")
    for _ in range(6):
        await keyboard.press("Shift+Tab")
        if await show.evaluate("node => node === document.activeElement"):
            break
    await expect(show).to_be_focused()
    await keyboard.press("Enter")
    await expect(visitor.told).to_contain_text("recorded by doe-us")


async def enter_by_keys(visitor: Visitor) -> None:
    """From the top of the page to the message box."""
    await visitor.page.keyboard.press("Tab")
    await expect(visitor.page.get_by_role("link", name=SKIP)).to_be_focused()
    await visitor.page.keyboard.press("Enter")
    await expect(visitor.composer).to_be_focused()


async def tab_to(control: Locator, key: str = "Tab", most: int = 12) -> None:
    """Press the key until the control has the focus, and see that it shows."""
    for _ in range(most):
        await control.page.keyboard.press(key)
        if await control.evaluate("node => node === document.activeElement"):
            break
    await expect(control).to_be_focused()
    assert await control.evaluate(RING)


async def test_a_recommendation_is_recorded_and_shown_with_the_keyboard_alone(visit: Visit) -> None:
    visitor = await visit("doe-us", "infrastructure")
    keyboard = visitor.page.keyboard
    await enter_by_keys(visitor)
    assert await visitor.composer.evaluate(RING)
    await keyboard.type("/w")
    await expect(visitor.page.get_by_role("option", name="/wg")).to_be_visible()
    await keyboard.press("Tab")
    await keyboard.type("recommend Publish the load of every station for O-5")
    await keyboard.press("Enter")
    await expect(visitor.said).to_contain_text(
        re.compile(r"R-\d+ recommendation, Infrastructure, answers O-5: Publish the load")
    )
    await expect(visitor.composer).to_be_focused()

    show = visitor.said.get_by_role("button", name="Show it")
    await tab_to(show, "Shift+Tab")
    await keyboard.press("Enter")
    await expect(visitor.told).to_contain_text(re.compile(r"R-\d+ · recommendation · Infrastructure"))
    await expect(show).to_be_focused()
    await tab_to(visitor.told.get_by_role("button", name="O-5", exact=True))
    await keyboard.press("Enter")
    await expect(visitor.told).to_contain_text("O-5 · obstacle · Infrastructure")


async def test_somebody_new_joins_with_the_keyboard_alone(visit: Visit) -> None:
    visitor = await visit(NEWCOMER, "infrastructure")
    keyboard = visitor.page.keyboard
    await enter_by_keys(visitor)
    await keyboard.type("/gt unirse")
    await keyboard.press("Enter")
    await expect(visitor.field("organisation")).to_be_focused()
    await keyboard.press("Escape")
    await expect(visitor.modal).to_have_count(0)
    await expect(visitor.composer).to_be_focused()

    await keyboard.type("/gt unirse")
    await keyboard.press("Enter")
    await expect(visitor.field("organisation")).to_be_focused()
    assert await visitor.field("organisation").evaluate(RING)
    await keyboard.type("Universidad pública")
    await keyboard.press("Enter")
    await expect(visitor.error("sector")).to_be_visible()
    await expect(visitor.field("sector")).to_be_focused()
    for name, letters, choice in (("sector", "acad", "academia"), ("country", "mex", "México")):
        await keyboard.press("ArrowDown")
        await keyboard.type(letters)
        await keyboard.press("Enter")
        await expect(visitor.field(name)).to_have_value(choice)
        await keyboard.press("Tab")
    await tab_to(visitor.page.get_by_test_id("modal-submit"))
    await keyboard.press("Enter")
    await expect(visitor.modal).to_contain_text("Universidad pública")
    await expect(visitor.field("organisation")).to_have_count(0)
    await keyboard.press("Escape")
    await expect(visitor.composer).to_be_focused()


async def answer_in_thread(visitor: Visitor, text: str) -> None:
    """A first reply under the last message, with the mouse."""
    await visitor.said.hover()
    await visitor.said.get_by_test_id("reply").click()
    composer = visitor.page.get_by_test_id("thread-composer")
    await composer.fill(text)
    await composer.press("Enter")
    await expect(visitor.page.get_by_test_id("open-thread")).to_be_visible()
    await composer.press("Escape")
    await expect(visitor.page.get_by_test_id("thread")).to_be_hidden()


async def test_places_messages_and_panes_are_reached_and_left_with_the_keyboard(visit: Visit) -> None:
    visitor = await visit("chair-us", "ev-group")
    page, keyboard = visitor.page, visitor.page.keyboard
    await answer_in_thread(visitor, "Thank you")
    await visitor.enter("infrastructure")
    await tab_to(page.get_by_test_id("channel-ev-group"), most=20)
    await keyboard.press("Enter")
    await expect(page.get_by_test_id("channel-ev-group")).to_be_focused()
    await expect(page.get_by_test_id("channel-ev-group")).to_have_attribute("aria-current", "page")
    await keyboard.press("ArrowDown")
    await expect(page.get_by_test_id("channel-governance")).to_be_focused()

    await tab_to(page.get_by_test_id("open-thread"), most=30)
    await keyboard.press("Enter")
    await expect(page.get_by_test_id("thread-composer")).to_be_focused()
    await keyboard.press("Escape")
    await expect(page.get_by_test_id("thread")).to_be_hidden()
    await expect(page.get_by_test_id("open-thread")).to_be_focused()

    traffic = page.get_by_test_id("traffic")
    await traffic.focus()
    await keyboard.press("Enter")
    await expect(page.get_by_test_id("traffic-panel").get_by_role("listitem").first).to_be_visible()
    await tab_to(page.get_by_test_id("traffic-panel").get_by_role("searchbox"), most=60)
    await keyboard.press("Escape")
    await expect(page.get_by_test_id("traffic-panel")).to_be_hidden()
    await expect(traffic).to_be_focused()


async def test_on_a_narrow_screen_the_channels_open_and_close_with_the_keyboard(visit: Visit) -> None:
    visitor = await visit("chair-us", "infrastructure")
    page, keyboard = visitor.page, visitor.page.keyboard
    await page.set_viewport_size({"width": 390, "height": 800})
    toggle = page.get_by_test_id("sidebar-toggle")
    await tab_to(toggle)
    await keyboard.press("Enter")
    await expect(page.get_by_test_id("channel-infrastructure")).to_be_focused()
    await keyboard.press("Escape")
    await expect(page.get_by_test_id("channel-infrastructure")).to_be_hidden()
    await expect(toggle).to_be_focused()

    await keyboard.press("Enter")
    await expect(page.get_by_test_id("channel-infrastructure")).to_be_focused()
    await keyboard.press("ArrowDown")
    await keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="innovation", exact=True)).to_be_visible()
    await expect(toggle).to_be_focused()
    assert await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("handle", ["chair-us", "chair-mx"])
async def test_the_narrowest_screen_has_nothing_beside_it(visit: Visit, handle: str) -> None:
    visitor = await visit(handle, "ev-group")
    await expect(visitor.page.get_by_test_id("connection")).to_be_empty()
    assert await bars_that_do_not_fit(visitor.page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_axe_finds_nothing_grave(visit: Visit, scheme: str) -> None:
    visitor = await visit("chair-us", "ev-group")
    await visitor.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    await visitor.said.hover()
    await visitor.said.get_by_test_id("reply").click()
    await expect(visitor.page.get_by_test_id("thread")).to_contain_text("Digest: ")
    await visitor.say("/wg status all")
    await expect(visitor.told).to_contain_text("Where we stand")
    assert await grave_findings(visitor.page) == []

    await visitor.enter("lobby")
    await visitor.say("/wg setup")
    await visitor.choose("group", "A new group")
    assert await grave_findings(visitor.page) == []
    await visitor.submit()
    await expect(visitor.field("themes")).to_be_visible()
    await visitor.submit()
    await expect(visitor.error("themes")).to_be_visible()
    assert await grave_findings(visitor.page) == []

    await visitor.page.keyboard.press("Escape")
    await visitor.page.get_by_test_id("traffic").click()
    await expect(visitor.page.get_by_test_id("traffic-panel").get_by_role("listitem").first).to_be_visible()
    assert await grave_findings(visitor.page) == []
    await visitor.enter("home")
    await expect(visitor.page.get_by_test_id("home-view")).to_contain_text("What you can do here")
    assert await grave_findings(visitor.page) == []
