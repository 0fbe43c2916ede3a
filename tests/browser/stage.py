"""One page that many tests share: an app shows something on it, and a test looks at it and uses it."""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp import web
from playwright.async_api import Locator, Page, expect
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.messages import Content
from bot.sandbox.posting import Placing
from bot.sandbox.server import Sandbox
from bot.sandbox.validator import Surface
from tests.browser.shapes import Json, modal
from tests.browser.watched import Watched
from tests.integration.sandbox.fake_app import FakeApp, Received
from tests.integration.sandbox.seeds import BOT, GENERAL, LEAD


async def _content(received: Received) -> web.Response:
    """An app content with everything; a list that closed meanwhile may still ask it for options."""
    asked = received.payload.get("type") == "block_suggestion"
    return web.json_response({"options": []}) if asked else web.Response()


@dataclass(frozen=True, slots=True)
class Stage:
    """The lead's page, in #general, with the app and the workspace behind it."""

    page: Page
    watched: Watched
    sandbox: Sandbox
    app: FakeApp
    slack: AsyncWebClient

    async def clear(self) -> None:
        """Make it what it was: nothing open, nothing received, the app content with everything."""
        self.app.received.clear()
        self.app.answer = _content
        await self.page.keyboard.press("Escape")
        await expect(self.page.get_by_test_id("modal")).to_have_count(0)
        await self.page.get_by_test_id("channel-general").click()
        await self.page.mouse.move(0, 0)
        await self.page.evaluate("document.getElementById('toasts').replaceChildren()")

    async def show(self, surface: Surface, *blocks: Json) -> Locator:
        """What the app shows there, once it is drawn."""
        if surface is Surface.MESSAGE:
            return await self.in_message(*blocks)
        return await (self.in_modal(*blocks) if surface is Surface.MODAL else self.in_home(*blocks))

    async def in_message(self, *blocks: Json) -> Locator:
        answer = await self.slack.chat_postMessage(channel=GENERAL, text="for screen readers", blocks=blocks)
        return await self._body(answer["ts"])

    async def in_message_of_slack(self, *blocks: Json) -> Locator:
        """As in a message, for blocks that an app may not send."""
        channel = self.sandbox.workspace.directory.channel(GENERAL)
        assert channel is not None
        content = Content(text="for screen readers", blocks=list(blocks))
        return await self._body(self.sandbox.workspace.posting.post(channel, BOT, content, Placing()).ts)

    async def _body(self, ts: object) -> Locator:
        body = self.page.locator(f"#main [data-ts='{ts}'] .message-body > .blocks")
        await expect(body).to_be_visible()
        return body

    async def in_modal(self, *blocks: Json) -> Locator:
        """A form that a command opens."""

        async def opened(received: Received) -> web.Response:
            if received.fields:
                await self.slack.views_open(trigger_id=received.fields["trigger_id"], view=modal(*blocks))
            return web.Response()

        self.app.answer = opened
        await self.page.get_by_test_id("composer").fill("/wg")
        await self.page.get_by_test_id("composer").press("Enter")
        body = self.page.get_by_test_id("modal").locator(".dialog-body > .blocks")
        await expect(body).to_be_visible()
        return body

    async def in_home(self, *blocks: Json) -> Locator:
        answer = await self.slack.views_publish(user_id=LEAD, view={"type": "home", "blocks": blocks})
        await self.page.get_by_test_id("home").click()
        home = self.page.get_by_test_id("home-view")
        await expect(home).to_have_attribute("data-hash", answer["view"]["hash"])
        return home.locator(".home-page > .blocks")
