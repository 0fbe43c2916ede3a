"""How people use every kind of interactive element, with mouse and keyboard, and what the app then hears."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

from playwright.async_api import Locator, expect

from tests.browser.shapes import Json, option, plain
from tests.integration.sandbox.seeds import GENERAL, LEAD, LOBBY, MEMBER

Hand: TypeAlias = Callable[[Locator], Awaitable[None]]
"""Does something to a control."""

OPTIONS = [option("Charging", "charging"), option("Supply chain", "supply"), option("Talent", "talent")]
CHARGING, SUPPLY, TALENT = OPTIONS
HALF_PAST_TWO = 1_781_533_800
"""2026-06-15 14:30 UTC."""


@dataclass(frozen=True, slots=True)
class Use:
    """`told`: what the action, or for an input the submission, then says beside the kind of element."""

    mouse: Hand
    keys: Hand
    told: Json
    spec: Json = field(default_factory=dict)


def option_of(control: Locator, name: str) -> Locator:
    return control.page.get_by_role("listbox").get_by_role("option", name=name)


async def click(control: Locator) -> None:
    await control.click()


async def press(control: Locator) -> None:
    await control.focus()
    await control.press("Enter")


async def leave(_control: Locator) -> None:
    """Nothing can be done with it."""


def typing(text: str) -> Hand:
    """Typed where the focus already is, without sending it."""

    async def hand(control: Locator) -> None:
        await control.press_sequentially(text)

    return hand


def clicking_and_typing(text: str) -> Hand:
    async def hand(control: Locator) -> None:
        await control.click()
        await control.page.keyboard.type(text)

    return hand


def filling(text: str) -> Hand:
    """As the browser's own calendar or clock does, which no test can reach."""

    async def hand(control: Locator) -> None:
        await control.fill(text)

    return hand


def keying(*keys: str) -> Hand:
    """Every digit of each text, and keys by their name; Enter at the end."""

    async def hand(control: Locator) -> None:
        await control.focus()
        for key in keys:
            await (control.press(key) if key.startswith("Arrow") else control.page.keyboard.type(key))
        await control.press("Enter")

    return hand


def choosing(*names: str) -> Hand:
    """From the list that opens under the control."""

    async def hand(control: Locator) -> None:
        await control.click()
        for name in names:
            await option_of(control, name).click()

    return hand


def narrowing(*words: str) -> Hand:
    """With the arrow key, the first letters and Enter."""

    async def hand(control: Locator) -> None:
        await control.focus()
        await control.press("ArrowDown")
        for word in words:
            await control.press_sequentially(word)
            # What an app suggests comes a moment later.
            await expect(control.page.get_by_role("listbox").get_by_role("option")).to_have_count(1)
            await control.press("Enter")

    return hand


def in_menu(name: str) -> Use:
    async def mouse(control: Locator) -> None:
        await control.click()
        await control.page.get_by_role("menuitem", name=name).click()

    async def keys(control: Locator) -> None:
        await press(control)
        await control.page.keyboard.press("ArrowDown")
        await control.page.keyboard.press("Enter")

    return Use(mouse, keys, {"selected_option": SUPPLY}, {"options": OPTIONS})


def of_one(value: str, told: object, name: str, word: str, **spec: object) -> Use:
    return Use(choosing(name), narrowing(word), {value: told}, spec)


def of_many(value: str, told: object, names: tuple[str, str], words: tuple[str, str], **spec: object) -> Use:
    return Use(choosing(*names), narrowing(*words), {value: told}, spec)


def marking(role: str, told: Json) -> Use:
    async def mouse(control: Locator) -> None:
        await control.get_by_text("Supply chain").click()

    async def keys(control: Locator) -> None:
        box = control.locator(f"input[type={role}]").nth(1)
        await box.focus()
        await box.press("Space")

    return Use(mouse, keys, told, {"options": OPTIONS})


def of_words(text: str, **spec: object) -> Use:
    return Use(clicking_and_typing(text), typing(text), {"value": text}, spec)


_PAIR = ("Charging", "Talent")
_FIRST_LETTERS = ("char", "tal")
_PEOPLE = ("Lead Infrastructure", "member.jalisco")
_ROOMS = ("#general", "#lobby")

IN_MESSAGES: Mapping[str, Use] = MappingProxyType(
    {
        "button": Use(click, press, {"value": "R-2"}, {"text": plain("Show"), "value": "R-2"}),
        "workflow_button": Use(
            click,
            press,
            {"text": plain("Start")},
            {"text": plain("Start"), "workflow": {"trigger": {"url": "https://example.org/t"}}},
        ),
        "overflow": in_menu("Supply chain"),
        "static_select": of_one("selected_option", SUPPLY, "Supply chain", "sup", options=OPTIONS),
        "external_select": of_one("selected_option", SUPPLY, "Supply chain", "sup", min_query_length=0),
        "users_select": of_one("selected_user", MEMBER, "member.jalisco", "jal"),
        "channels_select": of_one("selected_channel", LOBBY, "#lobby", "lob"),
        "conversations_select": of_one("selected_conversation", LOBBY, "#lobby", "lob"),
        "multi_static_select": of_many(
            "selected_options", [CHARGING, TALENT], _PAIR, _FIRST_LETTERS, options=OPTIONS
        ),
        "multi_external_select": of_many(
            "selected_options", [CHARGING, TALENT], _PAIR, _FIRST_LETTERS, min_query_length=0
        ),
        "multi_users_select": of_many("selected_users", [LEAD, MEMBER], _PEOPLE, ("infra", "jal")),
        "multi_channels_select": of_many("selected_channels", [GENERAL, LOBBY], _ROOMS, ("gen", "lob")),
        "multi_conversations_select": of_many(
            "selected_conversations", [GENERAL, LOBBY], _ROOMS, ("gen", "lob")
        ),
        "checkboxes": marking("checkbox", {"selected_options": [SUPPLY]}),
        "radio_buttons": marking("radio", {"selected_option": SUPPLY}),
        "datepicker": Use(filling("2026-06-15"), keying("06152026"), {"selected_date": "2026-06-15"}),
        "timepicker": Use(filling("14:30"), keying("0230PM"), {"selected_time": "14:30"}),
        "datetimepicker": Use(
            filling("2026-06-15T14:30"),
            keying("06152026", "ArrowRight", "0230PM"),
            {"selected_date_time": HALF_PAST_TWO},
        ),
    }
)

IN_CONTEXT: Mapping[str, Use] = MappingProxyType(
    {
        "icon_button": Use(
            click, press, {"value": "R-2"}, {"icon": "trash", "text": plain("Delete"), "value": "R-2"}
        ),
        "feedback_buttons": Use(
            click,
            press,
            {"value": "yes"},
            {
                "positive_button": {"text": plain("Useful"), "value": "yes"},
                "negative_button": {"text": plain("Not useful"), "value": "no"},
            },
        ),
    }
)

IN_FORMS: Mapping[str, Use] = MappingProxyType(
    {
        "plain_text_input": of_words("Two words", max_length=10),
        "number_input": of_words("12.5", is_decimal_allowed=True),
        "email_text_input": of_words("lead@example.org"),
        "url_text_input": of_words("https://example.org/census"),
        "rich_text_input": Use(
            clicking_and_typing("Two words"),
            typing("Two words"),
            {
                "rich_text_value": {
                    "type": "rich_text",
                    "elements": [
                        {"type": "rich_text_section", "elements": [{"type": "text", "text": "Two words"}]}
                    ],
                }
            },
        ),
        "file_input": Use(leave, leave, {"files": []}, {"filetypes": ["pdf"]}),
    }
)
