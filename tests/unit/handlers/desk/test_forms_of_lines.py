"""What was typed and not understood stands in the right form: whatever is understood in its field."""

from __future__ import annotations

import pytest

from handlers.desk.answer import UpdateView
from handlers.desk.metadata import Metadata
from handlers.evidence.forms import ATTACH, EVIDENCE
from handlers.grammar.command import parse
from handlers.interaction import Entries
from handlers.items.edit_form import EDIT
from handlers.meetings.forms import MEETING
from handlers.meetings.minutes_form import MINUTES
from tests.fakes.scene import CHAIR
from tests.rendering import view_text
from tests.unit.handlers.accepted import view_violations
from tests.unit.handlers.desk.house import interaction
from tests.unit.handlers.desk.test_forms_kept import sent
from tests.unit.handlers.material import EN
from tests.unit.handlers.talk import Talk, filled, lines

EDITS = [
    (
        "edit R-1 quarter:2027-Q9 A whole new text",
        ("[A whole new text___]", "“2027-Q9”", "Due (optional): [___ day]"),
    ),
    (
        "edit R-1 theme:nope A whole new text",
        ("[A whole new text___]", "“nope”", "Theme (optional): [___ search]"),
    ),
    (
        "edit R-1 priority countries:FR New",
        ("[New___]", "[x] Comes first", "“FR”", "[ ] Mexico [ ] United States"),
    ),
    ("edit R-1 quarter:2027-Q1 countries:FR New", ("[2027-03-31___ day]", "[New___]", "“FR”")),
    ("edit R-1 quarter:2027-Q9 countries:FR New", ("[New___]", "“2027-Q9”", "“FR”")),
    ("edit R-1 es: theme:nope Un texto", ("[Un texto___]", "“nope”", "Theme (optional): [___ search]")),
    ("edit R-1 de: Etwas", ("[de: Etwas___]", "“de:”")),
    ("edit R-1 en: One es: Dos", ("Text: [One___]", "Spanish (optional): [Dos___]", "“es:”")),
    ("edit R-1 theme:none theme:talent New", ("[New___]", "Theme (optional): [___ search]", "theme:talent")),
    ("edit R-77 A whole new text", ("Which one: [___", "[A whole new text___]", "I cannot find R-77")),
    ("edit R-77 es: Un texto", ("Which one: [___", "[Un texto___]", "I cannot find R-77")),
    ("edit A whole new text", ("[A whole new text___]",)),
]
OTHERS = [
    ("assign R-1 <@U0LEAD|lead> due 31 feb", ("[U0LEAD", "Due (optional): [___ day]", "“31 feb”")),
    ("assign <@U0LEAD|lead> due 2027-03-01", ("[U0LEAD", "[2027-03-01___ day]")),
    (
        "assign R-1 @nobody due 2027-03-01",
        ("Owner (optional): [___ search]", "[2027-03-01___ day]", "“@nobody”"),
    ),
    (
        "assign R-1 to <@U0LEAD|lead> and <@U0MEMBER|member> due 2027-03-01",
        ("Owner (optional): [___ search]", "[2027-03-01___ day]", "one owner"),
    ),
    ("mover R-1 volando because of wind", ("[wind___]", "“volando”")),
    ("move R-1 sideways 40% because of wind", ("[wind___]", "“sideways”", "[40___")),
    ("mover O-1 volando 40%", ("“volando”",)),
    (f"move R-1 {'so many words ' * 6}", ("so many words so many words",)),
    ("evidence ftp://x Title for O-1", ("Title: [Title___]", "[ftp://x___]", "[O-1 Few chargers")),
    (
        "evidence ftp://x Title kind:nope theme:nowhere for O-1",
        (
            "Title: [Title___]",
            "[ ] source",
            "“nope”",
            "“nowhere”",
            "Theme (optional): [___",
            "[O-1 Few chargers",
        ),
    ),
    ("evidence A title", ("Title: [A title___]", "Link: [___]", "no web address")),
    ("evidence E-1 for", ("Evidence: [___ search]", "find E-1", "What should E-1 be attached to?")),
    (
        "meeting schedule friday 25:00 place: Here; Agenda",
        ("[2026-11-27___ day]", "Time: [___ time]", "[Here___]", "[25:00; Agenda___]", "“25:00”"),
    ),
    ("meeting tuesday 10:00 Maps", ("[2026-11-24___ day]", "[10:00___ time]", "[Maps___]")),
    ("meeting schedule Maps", ("Day: [___ day]", "Time: [___ time]", "[Maps___]", "When is it?")),
    (
        "meeting schedule Maps next tuesday hybrid place: Room 5",
        ("[Maps___]", "[2026-11-24___ day]", "Time: [___ time]", "[x] hybrid", "[Room 5___]", "When is it?"),
    ),
    ("meeting schedule tuesday Maps", ("[2026-11-24___ day]", "Time: [___ time]", "[Maps___]")),
    (
        "meeting decision M-9 theme:nowhere Long words",
        ("[Long words___]", "“nowhere”", "Theme (optional): [___"),
    ),
    ("note Long words theme:nowhere", ("[Long words___]", "“nowhere”", "Theme (optional): [___ search]")),
    ("nota Muchas palabras tema:", ("[Muchas palabras___]", "“tema:”", "Theme (optional): [___ search]")),
    (
        "obstacle Few theme:nowhere severity:high country:mx",
        ("[Few___]", "“nowhere”", "[x] high", "[x] Mexico"),
    ),
    (
        "obstacle Few severity:enormous countries:FR theme:talent",
        ("[Few___]", "“enormous”", "“FR”", "[Talent___ search]", "[ ] high", "[ ] Mexico"),
    ),
    (
        "action <@U0LEAD|lead> Write it down due 2027-03-01 theme:nowhere",
        ("[Write it down___]", "[U0LEAD", "[2027-03-01___ day]", "“nowhere”", "Theme (optional): [___"),
    ),
    (
        "action @nobody Write it down due 2027-03-01",
        ("[Write it down___]", "Owner (optional): [___", "[2027-03-01___ day]", "“@nobody”"),
    ),
    (
        "action Write it down due:someday owner:@nobody",
        ("[Write it down___]", "Owner (optional): [___", "Due (optional): [___", "“someday”", "“@nobody”"),
    ),
    (
        "recommend Buy plugs theme:nowhere for O-1",
        ("[Buy plugs___]", "Theme (optional): [___", "“nowhere”", "[O-1 Few chargers"),
    ),
    (
        "recommend Buy plugs for O-1,O-77",
        ("[Buy plugs___]", "[O-1 Few chargers___ search]", "I cannot find O-77"),
    ),
    (
        "action <@U0STRANGER|stranger> Write it down due 2027-03-01",
        ("[Write it down___]", "Owner (optional): [___", "[2027-03-01___ day]", "not a member"),
    ),
    (
        "assign R-1 <@U0LEAD|lead> due 2026-11-01",
        ("[U0LEAD", "Due (optional): [___ day]", "Nov 1, 2026 has passed already"),
    ),
    ("support R-77 fine", ("I cannot find R-77", "[fine___]")),
    ("snooze A-77 until 2027-03-01", ("I cannot find A-77", "[2027-03-01___ day]")),
    ("support R1,R2 fine", ("One item at a time",)),
    ("done with it", ("Which item do you mean?",)),
    ("withdraw it", ("Which item do you mean?",)),
]


@pytest.fixture
async def talk(talk: Talk) -> Talk:
    """R-1 in charging, O-1."""
    await talk.channel("recommend Publish a map theme:charging")
    await talk.channel("obstacle Few chargers")
    return talk


@pytest.mark.parametrize(("line", "parts"), EDITS + OTHERS)
async def test_what_was_typed_stands_in_the_form(line: str, parts: tuple[str, ...], talk: Talk) -> None:
    shown = view_text(await filled(talk, line))
    assert [part for part in parts if part not in shown] == [], shown


async def test_a_driver_in_a_group_without_drivers_is_named_and_has_no_field(talk: Talk) -> None:
    assert talk.record.group.drivers == ()
    shown = view_text(await filled(talk, "recommend Open the ramp driver:jobs priority", CHAIR))
    assert [
        part for part in ("[Open the ramp___]", "“jobs”", "[x] Comes first") if part not in shown
    ] == [], shown
    assert "Drivers" not in shown


async def test_what_was_typed_before_the_item_was_known_stays_once_it_is(talk: Talk) -> None:
    form = await filled(talk, "edit R-77 es: Publicar un mapa")
    entered = {"reference": "R-1", "version_es": "Publicar un mapa"}
    request = await talk.router.serving.request(interaction(), parse(""), None, EN)
    redrawn = await EDIT.redrawn(request, Entries(entered, {}), Metadata.read(form["private_metadata"]))
    assert view_violations(dict(redrawn)) == []
    assert all(part in view_text(dict(redrawn)) for part in ("[Publish a map___]", "[Publicar un mapa___]"))


async def test_words_for_minutes_open_the_form_of_minutes(talk: Talk) -> None:
    answer = await talk.hears("meeting decision M-9 Long words")
    assert "meeting decision M-9 Long words" in lines(answer)
    form = await filled(talk, "meeting decision M-9 Long words")
    assert form["callback_id"] == MINUTES.name
    assert all(
        part in view_text(form) for part in ("[Long words___]", "find M-9", "[___ search]", "[x] Decision")
    )
    await talk.hears("meeting start")
    done = await sent(talk, form, text="Long words", meeting="M-1", kind="decision")
    assert isinstance(done, UpdateView)
    assert "Long words" in view_text(done.view)
    held = talk.record.notes.by_number[1]
    assert (held.meeting, held.kind.value) == (1, "decision")


async def test_attaching_evidence_opens_the_form_of_that(talk: Talk) -> None:
    await talk.channel("evidence https://example.org/map Map")
    form = await filled(talk, "evidence E-9 for R-1")
    assert form["callback_id"] == ATTACH.name
    assert all(
        part in view_text(form)
        for part in ("find E-9", "Evidence: [___", "[R-1 Publish a map", "[x] attached")
    )
    done = await sent(talk, form, reference="E-1", supports=("R-1",), way="attach")
    assert isinstance(done, UpdateView)
    again = await sent(talk, form, "2", reference="E-1", supports=("R-1",), way="detach")
    assert isinstance(again, UpdateView)
    held = talk.record.evidence.by_number[1]
    assert held.supports == ()


@pytest.mark.parametrize(
    "line", ["meeting here <@U9|x>", "meeting end M-9", "meeting show M-9", "meeting start M-9"]
)
async def test_what_no_form_can_do_offers_none(line: str, talk: Talk) -> None:
    answer = await talk.hears(line)
    assert [one for one in lines(answer) if one == line] == []


async def test_nothing_behind_the_verb_opens_the_form_of_something_new(talk: Talk) -> None:
    assert (await talk.opens("evidence"))["callback_id"] == EVIDENCE.name
    assert (await filled(talk, "meeting"))["callback_id"] == MEETING.name
