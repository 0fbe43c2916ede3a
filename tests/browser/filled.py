"""Every form of the product: how a person comes to it, what they enter, and what they then read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from playwright.async_api import expect

from handlers.groups.setup import BIND, CHOOSE, FOUND, RELEASE
from handlers.members.joining import JOIN
from handlers.overview.shortcuts import RECORD
from tests.browser.visitor import NEWCOMER, Visitor


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
    """Somebody's way through a form; `first` is recorded before, `press` is what leads to the form.

    `shown` is what one reads after `Show it`, where the answer does not tell everything.
    """

    who: str = "doe-us"
    where: str = "infrastructure"
    within: str | None = None
    first: str | None = None
    line: str | None = None
    press: str | None = None
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
            await expect(visitor.said).to_contain_text(self.first.split(maxsplit=2)[2])
        if self.line is None:
            await visitor.page.get_by_test_id("shortcuts").click()
            await visitor.page.get_by_role("menuitem", name="New record").click()
        else:
            await visitor.say(self.line)
        if self.press is not None:
            await visitor.press(self.press, visitor.told)
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


GROUP = "Mexico-United States"
THIS_GROUP = {"group": Chosen(GROUP)}


def _position(verb: str, reference: str, stance: str) -> Filling:
    return Filling(
        who="oem-us",
        line=f"/wg {verb}",
        fields={"reference": Chosen(reference), "comment": Typed(f"Why we {verb}")},
        answer=f"{stance} from oem-us, industry (United States)",
    )


FILLINGS: Mapping[str, Filling] = {
    "record-note": Filling(
        line="/wg note",
        fields={"text": Typed("The census is out")},
        answer="note, Infrastructure: The census is out",
    ),
    "record-decision": Filling(
        line="/wg decision",
        fields={"text": Typed("We meet in May"), "theme": Chosen("Governance")},
        answer="decision, Governance: We meet in May",
    ),
    "record-opportunity": Filling(
        line="/wg opportunity",
        fields={"text": Typed("Buses of the fair")},
        answer="opportunity, Infrastructure: Buses of the fair",
    ),
    "record-obstacle": Filling(
        line="/wg obstacle",
        fields={
            "text": Typed("Few transformers"),
            "severity": Chosen("high"),
            "countries": Chosen("Mexico"),
        },
        answer="obstacle, Infrastructure: Few transformers",
        shown="severity: high",
    ),
    "record-recommendation": Filling(
        line="/wg recommend",
        fields={"text": Typed("Buy transformers together"), "answers": Chosen("O-5")},
        answer="recommendation, Infrastructure, answers O-5: Buy transformers together",
    ),
    "record-action": Filling(
        line="/wg action",
        fields={"text": Typed("Ask for a price"), "owner": Chosen("oem-us")},
        answer="Ask for a price",
    ),
    "record-evidence": Filling(
        line="/wg evidence",
        fields={
            "text": Typed("Price list"),
            "address": Typed("https://example.org/prices"),
            "sort": Chosen("data"),
            "supports": Chosen("R-6"),
        },
        answer="Price list",
    ),
    "meeting": Filling(
        who="chair-us",
        line="/wg meeting schedule",
        press="Edit in the form",
        fields={"text": Typed("Charging standards"), "mode": Chosen("hybrid"), "place": Typed("Room 2")},
        answer="Room 2",
    ),
    "edit": Filling(
        first="/wg obstacle Few chargrs",
        line="/wg edit",
        fields={
            "reference": Chosen("Few chargrs"),
            "text": Typed("Few chargers"),
            "version_es": Typed("Pocos cargadores"),
        },
        answer="text edited, Spanish version added",
    ),
    "move": Filling(
        who="chair-us",
        first="/wg obstacle Too few sockets",
        line="/wg move",
        fields={
            "reference": Chosen("Too few sockets"),
            "to": Chosen("dropped"),
            "reason": Typed("There are enough"),
        },
        answer="There are enough",
    ),
    "done": Filling(
        first="/wg action Count the plugs",
        line="/wg done",
        fields={"reference": Chosen("Count the plugs"), "remark": Typed("Twelve of them")},
        answer="Twelve of them",
    ),
    "withdraw": Filling(
        first="/wg note Said too early",
        line="/wg withdraw",
        fields={"reference": Chosen("Said too early"), "remark": Typed("It was a rumour")},
        answer="withdrawn",
    ),
    "assign": Filling(
        who="chair-us",
        first="/wg obstacle Nobody keeps the map",
        line="/wg assign",
        fields={"reference": Woken("R-6"), "owner": Chosen("oem-us")},
        answer="owner: oem-us",
    ),
    "position-support": _position("support", "R-6", "support"),
    "position-reservation": _position("reserve", "R-7", "reservation"),
    "position-objection": _position("object", "R-8", "objection"),
    "position-abstention": _position("abstain", "R-9", "abstention"),
    "digest": Filling(
        within="direct",
        line="/wg digest",
        press="Open the form",
        fields={
            "at": Typed("08:30"),
            "zone": Typed("America/Tijuana"),
            "quiet": Ticked("Skip the digest when nothing happened"),
        },
        answer="8:30",
    ),
    RECORD: Filling(
        fields={
            "kind": Woken("Action"),
            "owner": Chosen("oem-us"),
            "text": Typed("Call the grid operator"),
        },
        answer="Call the grid operator",
    ),
    "member": Filling(
        who="chair-us",
        line="/wg members @observer-us",
        press="Edit",
        fields={
            "role": Chosen("theme lead"),
            "themes": Chosen("Governance"),
            "organisation": Typed("Transport Institute"),
        },
        answer="Transport Institute",
    ),
    JOIN: Filling(
        who=NEWCOMER,
        line="/gt unirse",
        fields={
            "organisation": Typed("Universidad pública"),
            "sector": Chosen("academia"),
            "country": Chosen("México"),
        },
        answer="Universidad pública (academia, México)",
    ),
    CHOOSE: Filling(
        who="chair-us",
        within="lobby",
        line="/wg setup",
        fields=THIS_GROUP,
        answer="The channel will belong to",
    ),
    BIND: Filling(
        who="chair-us",
        within="lobby",
        line="/wg setup",
        before=THIS_GROUP,
        fields={
            "theme": Chosen("Governance"),
            "phase": Chosen("implementation"),
            "rule": Chosen("no objection"),
        },
        answer="To agree a recommendation: no objection.",
    ),
    RELEASE: Filling(
        who="chair-us",
        within="human-capital",
        line="/wg setup",
        before={"group": Chosen("No group")},
        fields={},
        answer="This channel no longer belongs to",
    ),
    FOUND: Filling(
        who="chair-us",
        within="direct",
        line="/wg setup",
        fields={
            "name_en": Typed("Battery Recycling Table"),
            "name_es": Typed("Mesa de Reciclaje de Baterías"),
            "themes": Typed("Collection | Recolección"),
            "countries": Typed("Mexico, United States"),
            "organisation": Typed("UC Alianza MX"),
            "sector": Chosen("academia"),
            "country": Typed("United States"),
        },
        answer="Battery Recycling Table is ready, and you chair it.",
    ),
}
"""By the form's callback."""
