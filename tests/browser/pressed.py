"""The kinds of buttons that answers carry: where each stands, and what one reads when it is pressed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from playwright.async_api import expect

from tests.browser.visitor import Visitor


@dataclass(frozen=True, slots=True)
class Says:
    """Types a line; one reads `read`."""

    line: str
    read: str

    async def do(self, visitor: Visitor) -> None:
        answer = await visitor.next_with(self.read)
        await visitor.say(self.line)
        await expect(answer).to_be_visible()


@dataclass(frozen=True, slots=True)
class Presses:
    """Presses the last button of this name, and `sure` where it asks first; one reads `read`."""

    button: str
    read: str
    sure: str = ""

    async def do(self, visitor: Visitor) -> None:
        answer = await visitor.next_with(self.read)
        await visitor.place.get_by_role("button", name=self.button, exact=True).last.click()
        if self.sure:
            asking = visitor.page.get_by_role("alertdialog")
            await asking.get_by_role("button", name=self.sure, exact=True).click()
        await expect(answer).to_be_visible()


@dataclass(frozen=True, slots=True)
class Takes:
    """Takes something from the menu of the buttons that found no place in the row."""

    option: str
    read: str

    async def do(self, visitor: Visitor) -> None:
        answer = await visitor.next_with(self.read)
        await visitor.said.get_by_role("button", name="More options").click()
        await visitor.page.get_by_role("menuitem", name=self.option).click()
        await expect(answer).to_be_visible()


@dataclass(frozen=True, slots=True)
class Fills:
    """Presses a button that opens a form, submits it with this text in this field, and reads `read` there."""

    button: str
    field: str
    text: str
    read: str

    async def do(self, visitor: Visitor) -> None:
        await visitor.place.get_by_role("button", name=self.button, exact=True).last.click()
        await visitor.field(self.field).fill(self.text)
        await visitor.submit()
        await expect(visitor.modal).to_contain_text(self.read)


@dataclass(frozen=True, slots=True)
class Reads:
    """Presses a button of the Home tab, and reads what it opens."""

    button: str
    read: str

    async def do(self, visitor: Visitor) -> None:
        await visitor.press(self.button, visitor.page.get_by_test_id("home-view"))
        await expect(visitor.modal).to_contain_text(self.read)
        await visitor.page.get_by_test_id("modal-close").click()
        await expect(visitor.modal).to_have_count(0)


@dataclass(frozen=True, slots=True)
class Scene:
    """Somebody in a channel, `direct` or `home`, and what they do."""

    who: str
    where: str
    steps: tuple[Says | Presses | Takes | Fills | Reads, ...]


SHARE = "Show to the channel"

SCENES: Mapping[str, Scene] = {
    "positions": Scene(
        "lead-governance",
        "infrastructure",
        (
            Says("/wg show R-7", "R-7 · recommendation · Infrastructure"),
            Presses("Abstain", "R-7 abstention"),
            Presses("Have a reservation", "R-7 abstention → reservation"),
            Presses("Object", "R-7 reservation → objection"),
            Presses("Support", "R-7 objection → support"),
        ),
    ),
    "done-and-reopened": Scene(
        "doe-us",
        "infrastructure",
        (
            Says("/wg action Weigh the cable", "action, Infrastructure, owner: doe-us"),
            Presses("Done", "open → done"),
            Presses("Show it", "· action · Infrastructure"),
            Presses("Reopen", "done → open"),
        ),
    ),
    "edited": Scene(
        "doe-us",
        "infrastructure",
        (
            Says("/wg note The cabel is long", "note, Infrastructure: The cabel is long"),
            Fills("Edit", "text", "The cable is long", "The cable is long"),
        ),
    ),
    "undone": Scene(
        "doe-us",
        "infrastructure",
        (
            Says("/wg note Nothing was said", "note, Infrastructure: Nothing was said"),
            Presses("Undo", "taken back"),
        ),
    ),
    "what-did-not-fit": Scene(
        "doe-us",
        "infrastructure",
        (
            Says("/wg recommend Paint every plug green", "recommendation, Infrastructure: Paint"),
            Takes("Where we stand", "Where we stand: Infrastructure"),
        ),
    ),
    "register": Scene(
        "doe-us",
        "ev-group",
        (
            Says("/wg status all", "Where we stand: all themes"),
            Presses("List", "Everything · all themes"),
            Says("/wg list recommendations", "Recommendations · all themes"),
            Presses("As a table", "As a list"),
            Presses("As a list", "Recommendations · all themes"),
        ),
    ),
    "history": Scene(
        "doe-us",
        "ev-group",
        (
            Says("/wg history all", "History · all themes"),
            Presses("Older", "History · all themes"),
            Presses("Newest", "History · all themes"),
        ),
    ),
    "members": Scene(
        "chair-us",
        "ev-group",
        (
            Says("/wg members @oem-us organisation Battery Works", "oem-us is now: member"),
            Presses("Show", "oem-us: member · industry, United States"),
            Presses("Members", "Voices by country and sector"),
        ),
    ),
    "notices": Scene(
        "doe-us",
        "infrastructure",
        (
            Says("/wg mute R-6", "You will not be told any more when R-6 moves."),
            Presses("Tell me again", "You will be told again when R-6 moves"),
            Presses("Mute this one", "You will not be told any more when R-6 moves."),
        ),
    ),
    "calendar": Scene(
        "doe-us",
        "ev-group",
        (
            Says("/wg meeting list", "Meetings · all themes"),
            Presses("Earlier ones", "M-1 "),
            Says("/wg show M-1", "M-1 · Innovation"),
            Presses("All meetings", "Meetings · all themes"),
        ),
    ),
    "digests": Scene(
        "lead-governance",
        "governance",
        (
            Says("/wg digest mon 09:00", "is set: Mondays at 9:00 AM"),
            Presses("Preview", "Nothing was posted."),
            Says("/wg digest list", "active · next"),
            Presses("Skip the next one", "the next one comes on"),
            Presses("Pause", "is paused"),
            Presses("Resume", "is active again"),
            Presses("Post it now", "is on its way"),
            Presses("Stop", "has ended", sure="Stop it"),
        ),
    ),
    "shared": Scene(
        "doe-us",
        "ev-group",
        (
            Says("/wg show R-7", "R-7 · recommendation"),
            Presses(SHARE, "R-7 · recommendation"),
            Says("/wg status all", "Where we stand: all themes"),
            Presses(SHARE, "Where we stand: all themes"),
            Says("/wg list recommendations", "Recommendations · all themes"),
            Presses(SHARE, "Recommendations · all themes"),
            Says("/wg find charging", "charging"),
            Presses(SHARE, "charging"),
            Says("/wg gaps", "What is missing: all themes"),
            Presses(SHARE, "What is missing: all themes"),
            Says("/wg history all", "History · all themes"),
            Presses(SHARE, "History · all themes"),
            Says("/wg roadmap", "Roadmap: all themes"),
            Presses(SHARE, "Roadmap: all themes"),
        ),
    ),
    "help": Scene(
        "doe-us",
        "infrastructure",
        (
            Says("/wg sttaus", "Did you mean status?"),
            Presses("Help", "What you can do here"),
        ),
    ),
    "language": Scene(
        "lead-governance",
        "infrastructure",
        (
            Says("/wg language", "Which language would you like?"),
            Presses("Español", "A partir de ahora le respondo en español."),
            Says("/wg language en", "From now on I answer you in English."),
        ),
    ),
    "home": Scene(
        "doe-us",
        "home",
        (
            Reads("Mine", "What waits for you"),
            Reads("New record", "What it is"),
            Reads("What is missing", "What is missing: all themes"),
            Reads("Language", "Which language would you like?"),
            Reads("Where we stand", "Where we stand: all themes"),
            Reads("Support R-3", "R-3 support"),
        ),
    ),
}
"""By what they are about; the buttons of a meeting are pressed in `test_demo_meeting`."""
