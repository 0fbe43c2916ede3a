"""Every form of the product: how a person comes to it, what they enter, and what they then read."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.groups.setup import BIND, CHOOSE, FOUND, RELEASE
from handlers.members.joining_views import JOIN
from handlers.overview.shortcuts import RECORD
from tests.browser.entries import Chosen, Filling, Ticked, Typed, Woken
from tests.browser.visitor import NEWCOMER

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
        answer="obstacle, Infrastructure, severity: high, Mexico: Few transformers",
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
    "attach-evidence": Filling(
        line="/wg evidence E-99 for R-6",
        press="Edit in the form",
        told="E-99",
        fields={"reference": Chosen("E-1")},
        answer="E-1",
    ),
    "minutes": Filling(
        line="/wg meeting note M-99 The map was shown",
        press="Edit in the form",
        told="M-99",
        fields={"meeting": Chosen("M-1"), "kind": Chosen("Decision")},
        answer="The map was shown",
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
    "snooze": Filling(
        first="/wg action Call the plant",
        line="/wg snooze",
        fields={"reference": Chosen("Call the plant"), "until": Typed("2027-12-01")},
        answer="Dec 1, 2027",
    ),
    "digest": Filling(
        who="chair-us",
        where="innovation",
        line="/wg digest",
        press="Open the form",
        fields={
            "rhythm": Woken("Every month, on a day"),
            "month_day": Chosen("The last day"),
            "at": Typed("17:00"),
            "zone": Typed("Monterrey"),
            "sectors": Chosen("industry"),
        },
        answer="5:00",
    ),
    "digest-own": Filling(
        within="direct",
        line="/wg digest",
        press="Open the form",
        fields={
            "at": Typed("08:30"),
            "zone": Typed("America/Tijuana"),
            "quiet": Ticked("Skip the digest when nothing happened"),
            "whose": Woken("Everything"),
            "themes": Chosen("Governance"),
        },
        answer="8:30",
    ),
    "digest-edit": Filling(
        who="chair-us",
        where="ev-group",
        line="/wg digest edit",
        fields={"at": Typed("09:10"), "countries": Chosen("Mexico")},
        answer="9:10",
    ),
    "digest-edit-own": Filling(
        who="oem-us",
        within="direct",
        first="/wg digest fri 10:00",
        heard="Fridays at 10:00",
        line="/wg digest edit",
        fields={"rhythm": Woken("Every few weeks"), "weeks": Chosen("2 weeks"), "at": Typed("10:40")},
        answer="10:40",
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
