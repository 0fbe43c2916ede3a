"""What nobody expected in a message or view: it is named in its place, and all around it is shown."""

from __future__ import annotations

import pytest
from playwright.async_api import Locator, Page, Route, expect

from bot.sandbox.messages import Content
from bot.sandbox.server import Sandbox
from bot.sandbox.validator import Surface, check_message
from tests.browser.hands import send
from tests.browser.shapes import Json, actions, button, section
from tests.browser.stage import Stage
from tests.integration.sandbox.seeds import BOT, GENERAL

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

ODD_URL = "http://["
"""No browser can read it."""

FAR = 10**14
"""Seconds since 1970 that no calendar of a browser reaches."""


def rich(*elements: Json) -> Json:
    """A rich_text block of one section."""
    part = {"type": "rich_text_section", "elements": list(elements)}
    return {"type": "rich_text", "elements": [part]}


def date(**more: object) -> Json:
    return {"type": "date", "timestamp": FAR, "format": "{date_num}", **more}


ODD: dict[str, tuple[Json, str]] = {
    "an emoji of no code points": (rich({"type": "emoji", "name": "map", "unicode": "zz"}), ":map:"),
    "an emoji beyond the last code point": (
        rich({"type": "emoji", "name": "map", "unicode": "ffffffff"}),
        ":map:",
    ),
    "an image's address": ({"type": "image", "alt_text": "a map", "image_url": ODD_URL}, "a map"),
    "a date": (rich(date(fallback="one day")), "one day"),
    "a date without other words": (rich({"type": "text", "text": "on "}, date()), "on"),
    "a call without facts": ({"type": "call", "call_id": "R1", "call": None}, "R1"),
}
"""Blocks that Slack's rules let pass, each with what is shown of it nevertheless."""


BROKEN: dict[str, Json] = {
    "text": section("x") | {"text": {"type": "mrkdwn", "text": 5}},
    "table": {"type": "data_table", "caption": "c", "rows": [None]},
    "chart": {"type": "data_visualization", "title": "t", "chart": None},
    "no object": {"type": "actions", "elements": None},
}
"""Blocks that no rule lets pass, should a rule be missing."""


def post(sandbox: Sandbox, content: Content) -> str:
    """As the workspace would, asking nobody whether Slack takes it."""
    channel = sandbox.workspace.directory.channel(GENERAL)
    assert channel is not None
    return sandbox.workspace.posting.post(channel, BOT, content).ts


async def among_others(page: Page, sandbox: Sandbox, content: Content) -> Locator:
    """The row of this content, between two others, once all three are shown."""
    post(sandbox, Content(text="what was before"))
    ts = post(sandbox, content)
    post(sandbox, Content(text="what came after"))
    rows = page.get_by_test_id("message")
    await expect(rows).to_have_count(3)
    await expect(rows.first).to_contain_text("what was before")
    await expect(rows.last).to_contain_text("what came after")
    await send(page, "and people go on")
    await expect(rows).to_have_count(4)
    return page.locator(f"#main [data-ts='{ts}']")


@pytest.mark.parametrize("name", ODD)
async def test_a_block_that_slack_takes_is_shown_as_far_as_it_can_be(
    page: Page, sandbox: Sandbox, name: str
) -> None:
    block, shown = ODD[name]
    row = await among_others(page, sandbox, Content(text="t", blocks=[block, section("beside it")]))
    await expect(row).to_contain_text("beside it")
    picture = row.get_by_text(shown).or_(row.get_by_label(shown)).first
    await expect(picture).to_be_visible()
    await expect(row.locator(".unknown")).to_have_count(0)


@pytest.mark.parametrize("name", [name for name in ODD if "call" not in name])
async def test_the_rules_of_messages_let_such_a_block_pass(name: str) -> None:
    assert check_message({"text": "t", "blocks": [ODD[name][0]]}) == []


@pytest.mark.parametrize("name", BROKEN)
async def test_a_block_that_cannot_be_drawn_is_named_in_its_place(
    page: Page, sandbox: Sandbox, name: str
) -> None:
    blocks = [section("above it"), BROKEN[name], section("below it")]
    row = await among_others(page, sandbox, Content(text="t", blocks=blocks))
    await expect(row.locator(".block")).to_have_text(
        ["above it", f"Block “{BROKEN[name]['type']}” is not shown here", "below it"]
    )


async def test_an_element_that_cannot_be_drawn_leaves_the_buttons_beside_it(
    page: Page, sandbox: Sandbox
) -> None:
    odd = {"type": "static_select", "action_id": "odd", "options": None, "initial_option": {"value": "x"}}
    block = actions(button("Show it", "show"), odd, block_id="next")
    row = await among_others(page, sandbox, Content(text="t", blocks=[block]))
    await expect(row.get_by_role("button", name="Show it")).to_be_visible()
    await expect(row.locator(".unknown")).to_have_text("Element “static_select” is not shown here")


ATTACHMENTS: dict[str, Json] = {
    "text": {"text": 5},
    "value": {"text": "t", "fields": [{"title": 1, "value": 5}]},
    "fields": {"text": "t", "fields": [None]},
    "pretext": {"pretext": {"a": 1}},
    "image": {"image_url": 5},
    "image's address": {"image_url": ODD_URL},
    "colour": {"text": "t", "color": 5},
}


@pytest.mark.parametrize("name", ATTACHMENTS)
async def test_an_odd_attachment_leaves_the_rest_of_its_message(
    page: Page, sandbox: Sandbox, name: str
) -> None:
    attachments = [ATTACHMENTS[name], {"text": "another attachment"}]
    row = await among_others(page, sandbox, Content(text="the words", attachments=attachments))
    await expect(row).to_contain_text("the words")
    await expect(row).to_contain_text("another attachment")
    await expect(row.locator(".attachment, .unknown")).to_have_count(2)


async def test_a_message_that_cannot_be_drawn_at_all_is_named_and_opens_no_gap(
    page: Page, sandbox: Sandbox
) -> None:
    async def with_odd_reaction(route: Route) -> None:
        """As the workspace answers, but for an emoji without a name."""
        answer = await route.fetch()
        told = await answer.json()
        for message in told["messages"]:
            if message["text"] == "odd":
                message["reactions"] = [{"name": 5}]
        await route.fulfill(response=answer, json=told)

    await page.route("**/people/messages*", with_odd_reaction)
    row = await among_others(page, sandbox, Content(text="odd"))
    await expect(row).to_have_text("This message is not shown here")
    await expect(row).to_have_accessible_name("This message is not shown here")
    await row.focus()
    await page.keyboard.press("ArrowDown")
    await expect(page.get_by_test_id("message").nth(2)).to_be_focused()


@pytest.mark.parametrize("surface", [Surface.MODAL, Surface.HOME])
async def test_a_view_with_such_a_block_is_shown_around_it(stage: Stage, surface: Surface) -> None:
    odd = {"type": "image", "alt_text": "a map", "image_url": ODD_URL}
    shown = await stage.show(surface, odd, section("beside it"))
    await expect(shown).to_contain_text("beside it")
    await expect(shown.get_by_role("img", name="a map")).to_be_visible()
