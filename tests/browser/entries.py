"""What a person enters in the fields of a form, and their way to it and through it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from playwright.async_api import expect

from tests.browser.visitor import Visitor


class Entry(Protocol):
    """What a person does with a field."""

    async def enter(self, visitor: Visitor, name: str) -> None:
        """Do it."""
        ...


@dataclass(frozen=True, slots=True)
class Typed:
    """Writes it, in the place of what stands there."""

    text: str

    async def enter(self, visitor: Visitor, name: str) -> None:
        await visitor.field(name).fill(self.text)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Types it in the field's list, takes what is offered with these words, and leaves the list."""

    text: str

    async def enter(self, visitor: Visitor, name: str) -> None:
        await visitor.search(name, self.text)
        await visitor.page.keyboard.press("Tab")


@dataclass(frozen=True, slots=True)
class Woken:
    """Chooses what other fields depend on, and waits until the app was told and has drawn them anew."""

    text: str

    async def enter(self, visitor: Visitor, name: str) -> None:
        async with visitor.page.expect_response(lambda response: response.url.endswith("/people/action")):
            await Chosen(self.text).enter(visitor, name)


@dataclass(frozen=True, slots=True)
class Ticked:
    """Ticks the box with this label."""

    label: str

    async def enter(self, visitor: Visitor, _name: str) -> None:
        await visitor.modal.get_by_label(self.label).check()


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """Somebody's way through a form; `first` is said before, `press` is what leads to the form.

    `told` is what the answer says where it is pressed: others that offer the same may stand there already.
    `heard` is what one reads of what was said before, where that is not what was typed. `shown` is what one
    reads after `Show it`, where the answer does not tell everything.
    """

    who: str = "doe-us"
    where: str = "infrastructure"
    within: str | None = None
    first: str | None = None
    heard: str | None = None
    line: str | None = None
    press: str | None = None
    told: str = ""
    before: Mapping[str, Entry] = field(default_factory=dict)
    fields: Mapping[str, Entry]
    answer: str
    shown: str | None = None

    async def open(self, visitor: Visitor) -> None:
        """Until the form stands there."""
        if self.within is not None:
            await visitor.enter(self.within)
        if self.first is not None:
            await visitor.say(self.first)
            heard = self.heard or self.first.split(maxsplit=2)[2]
            await expect(visitor.place.get_by_text(heard).last).to_be_visible()
        if self.line is None:
            await visitor.page.get_by_test_id("shortcuts").click()
            await visitor.page.get_by_role("menuitem", name="New record").click()
        else:
            await visitor.say(self.line)
        if self.press is not None:
            told = visitor.place.get_by_test_id("ephemeral").filter(has_text=self.told)
            await visitor.press(self.press, told.last)
        if self.before:
            await self._enter(visitor, self.before)
            await visitor.submit()
        if self.fields:
            await expect(visitor.field(next(iter(self.fields)))).to_be_visible()

    async def fill(self, visitor: Visitor) -> None:
        """Field after field: one may appear when another was chosen."""
        await self._enter(visitor, self.fields)

    async def _enter(self, visitor: Visitor, fields: Mapping[str, Entry]) -> None:
        for name, entry in fields.items():
            await expect(visitor.field(name).first).to_be_visible()
            await entry.enter(visitor, name)
