"""A person at the page of the demonstration: what they do, in their words, and what they then see."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playwright.async_api import Locator, Page

from bot.demo.running import cast_of
from bot.demo.sample import Sample

GUEST = "guest-us"
GUEST_ID = "U0GUEST"
NEWCOMER = "newcomer-mx"
NEWCOMER_ID = "U0NEWCOMER"


def address(url: str, handle: str, channel: str) -> str:
    """The address of the page with somebody acting and a channel open."""
    return f"{url}/#as={user(handle)}&channel={cast_of(Sample.read()).channels[channel]}"


def user(handle: str) -> str:
    """The id of somebody of the demonstration's workspace."""
    return {**cast_of(Sample.read()).users, GUEST: GUEST_ID, NEWCOMER: NEWCOMER_ID}[handle]


@dataclass(frozen=True, slots=True)
class Visitor:
    """Acts on the page with mouse and keyboard."""

    page: Page

    @property
    def composer(self) -> Locator:
        return self.page.get_by_test_id("composer")

    @property
    def place(self) -> Locator:
        """What stands in the channel."""
        return self.page.locator("#main")

    @property
    def said(self) -> Locator:
        """The last message of the channel."""
        return self.page.locator("#main").get_by_test_id("message").last

    @property
    def told(self) -> Locator:
        """The last answer that only this person sees."""
        return self.page.locator("#main").get_by_test_id("ephemeral").last

    async def next_with(self, text: str) -> Locator:
        """The next message or answer of the channel that has this text: none yet."""
        said = self.place.locator("[data-testid=message], [data-testid=ephemeral]").filter(has_text=text)
        return said.nth(await said.count())

    @property
    def modal(self) -> Locator:
        return self.page.get_by_test_id("modal")

    async def say(self, line: str) -> None:
        """Type a line and send it."""
        await self.composer.fill(line)
        await self.composer.press("Enter")

    async def enter(self, channel: str) -> None:
        """Go to a channel (its name), `home`, or `direct`: the conversation with the bot."""
        test_id = channel if channel in {"home", "direct"} else f"channel-{channel}"
        await self.page.get_by_test_id(test_id).click()

    async def press(self, button: str, within: Locator) -> None:
        """Press the button of this exact name."""
        await within.get_by_role("button", name=button, exact=True).click()

    def field(self, name: str) -> Locator:
        """The control of a form's field, by the field's name."""
        return self.modal.locator(f"[data-action-id=entry][data-block-id={name}]")

    def error(self, name: str) -> Locator:
        """What stands beside a form's field when it is wrong."""
        return self.modal.locator(f"[data-error-for={name}]")

    async def choose(self, name: str, choice: str) -> None:
        """Choose in a select of a form, by the first letters of the option."""
        await self.field(name).click()
        await self.field(name).press_sequentially(choice)
        await self.field(name).press("Enter")

    async def search(self, name: str, typed: str) -> None:
        """Type in a search of a form, and take the first of what it then offers with these words."""
        await self.field(name).click()
        await self.field(name).fill(typed)
        offered = self.page.locator("[role=listbox] [role=option]")
        await offered.filter(has_text=re.compile(typed, re.IGNORECASE)).first.click()

    async def submit(self) -> None:
        """Press the form's own button."""
        await self.page.get_by_test_id("modal-submit").click()
