"""`edit`, typed and pressed, and everything that it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from domain.change import Change, ChangeKind
from domain.editing import Correction, corrected
from domain.item import Item
from domain.language import Text
from domain.obstacle import Severity
from domain.text import TEXT_MAX
from domain.usecases.editing import Edited, WhichVersion
from domain.usecases.undoing import TakenBack
from handlers.items.editing_views import (
    changed_message,
    edited_message,
    present_message,
    same_message,
    which_message,
)
from handlers.parts.message import Message
from handlers.parts.undone import undone_message
from handlers.words.translator import Translator
from tests.fakes.scene import CHAIR, LEAD, MEMBER
from tests.unit.handlers.conftest import Album
from tests.unit.handlers.desk.house import DIRECT, House, command
from tests.unit.handlers.material import EN, ES, GROUP, NOW, action, change, note, obstacle, recommendation
from tests.unit.handlers.talk import Talk, lines

COMMAND = "/rapporteur"
Case = Callable[[Translator], Message]


def made(item: Item, uncounted: int = 0, *, left: bool = False, **fields: object) -> Case:
    """The item after a correction."""
    after, changes = corrected(item, Correction(**fields), NOW)  # type: ignore[arg-type]  # its fields
    outcome = Edited(item=after, changes=changes, uncounted=uncounted, left=(ES,) if left else ())
    return lambda t: edited_message(t, GROUP, outcome, COMMAND)


def reviewed(item: Item, reason: str, **fields: object) -> Case:
    """The item after a correction of what a chair had agreed."""
    after, changes = corrected(item, Correction(**fields), NOW)  # type: ignore[arg-type]  # its fields
    moved = change(item, ChangeKind.MOVED, 8, before="agreed", after="under_review")
    ended = change(item, ChangeKind.OVERRIDDEN, 9, before="no-objection", comment=reason)
    outcome = Edited(item=after, changes=(*changes, moved, ended), uncounted=3)
    return lambda t: edited_message(t, GROUP, outcome, COMMAND)


def which(text: str, *, long: bool = False) -> Case:
    asked = WhichVersion(recommendation(), ES)
    said = [] if long else [(EN, f"edit R-1 version:3 en: {text}"), (ES, f"edit R-1 version:3 es: {text}")]
    return lambda t: which_message(t, asked, text, said, COMMAND)


def back(item: Item, *undone: Change, told: Change) -> Case:
    return lambda t: undone_message(t, GROUP, TakenBack(item, undone, (told,)))


R1 = recommendation()
EDITED, POSITIONED = ChangeKind.EDITED, ChangeKind.POSITIONED
CASES: dict[str, Case] = {
    "another text, on which positions were taken": made(
        R1, 2, left=True, text="Publish & keep a <national> map"
    ),
    "one position": made(replace(R1, text=Text("Publish a map", EN, {})), 1, text="Publish a national map"),
    "another text of what was agreed": reviewed(R1, "The ministry asks for it", text="Publish two maps"),
    "another text, and another Spanish version": made(
        R1, text="Publish a national map", versions={ES: "Publicar un mapa nacional"}
    ),
    "another Spanish version": made(R1, versions={ES: "Publicar un mapa del país"}),
    "a new Spanish version": made(obstacle(), versions={ES: "Ningún mapa oficial dice dónde están"}),
    "another theme": made(note(), theme="talent"),
    "what the plan is": made(R1, countries=("MX", "US"), drivers=("jobs",), priority=False),
    "how severe": made(obstacle(), severity=Severity.LOW, countries=()),
    "nothing": lambda t: same_message(t, R1),
    "seen before it changed": lambda t: changed_message(t, obstacle()),
    "in which language": which("Publicar un solo mapa"),
    "in which language, a long text": which("Publicar un solo mapa", long=True),
    "what it says": lambda t: present_message(t, GROUP, R1, COMMAND),
    "what it says, in one language": lambda t: present_message(t, GROUP, action(), COMMAND),
    "a text taken back": back(
        R1,
        change(R1, EDITED, 7, before="text=One", after="text=Two"),
        told=change(R1, EDITED, 8, before="text=Two", after="text=One"),
    ),
    "a theme taken back": back(
        R1,
        change(R1, EDITED, 7, before="theme=talent", after="theme=infrastructure"),
        told=change(R1, EDITED, 8, before="theme=infrastructure", after="theme=talent"),
    ),
    "a position taken back": back(
        R1,
        change(R1, POSITIONED, 7, after="support"),
        told=change(R1, POSITIONED, 8, before="support"),
    ),
    "a position that is the former one": back(
        R1,
        change(R1, POSITIONED, 7, before="objection", after="support"),
        told=change(R1, POSITIONED, 8, before="support", after="objection"),
    ),
}


def test_everything_that_is_said_of_a_correction(album: Album) -> None:
    album.compare("editing", CASES)


@pytest.fixture
async def talk(talk: Talk) -> Talk:
    """A recommendation in charging, in English."""
    await talk.channel("recommend Publish a map theme:charging")
    return talk


def text(talk: Talk) -> Text:
    return talk.record.recommendations.by_number[1].text


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("edit R-1 Publish a national map", "*R-1* text edited: Publish a national map"),
        ("Correct r1: Publish a national map", "*R-1* text edited: Publish a national map"),
        ("editar R-1 en: Publish a national map", "*R-1* text edited: Publish a national map"),
        ("edit R-1 es: Publicar un mapa", "*R-1* Spanish version added: Publicar un mapa"),
        ("edit R-1 theme:talent", "*R-1* theme: Charging → Talent: Publish a map"),
    ],
)
async def test_a_correction_shows_in_the_channel(line: str, told: str, talk: Talk) -> None:
    assert (await talk.channel(line)) == told


async def test_words_that_seem_to_be_in_another_language_are_asked_about(
    talk: Talk,
) -> None:
    asked = await talk.hears("editar R-1 Publicar un mapa & más")
    assert not asked.in_channel
    original, version = lines(asked)
    assert version == "edit R-1 version:1 es: Publicar un mapa &amp; más"
    assert (await talk.presses(version)).in_channel
    assert text(talk).versions == {ES: "Publicar un mapa & más"}
    stale = await talk.presses(original)
    assert stale.message.text.startswith("R-1 has changed since this was opened")
    assert text(talk).original == "Publish a map"


async def test_what_else_was_corrected_is_not_lost_in_the_question(talk: Talk) -> None:
    asked = await talk.hears("editar R-1 prioridad:sí países:MX trimestre:2027-T1 tema:talent Un mapa", CHAIR)
    (_, version) = lines(asked)
    assert (await talk.presses(version, CHAIR)).in_channel
    found = talk.record.recommendations.by_number[1]
    assert (found.theme, found.priority, found.countries, str(found.due_on)) == (
        "talent",
        True,
        ("MX",),
        "2027-03-31",
    )
    assert found.text.versions == {ES: "Un mapa"}


async def test_nor_is_a_day_that_ends_no_quarter(talk: Talk) -> None:
    asked = await talk.hears("editar R-1 vence:2027-03-15 Un mapa", CHAIR)
    (_, version) = lines(asked)
    assert (await talk.presses(version, CHAIR)).in_channel
    found = talk.record.recommendations.by_number[1]
    assert (str(found.due_on), found.text.versions) == ("2027-03-15", {ES: "Un mapa"})


async def test_a_text_too_long_for_a_button_is_shown_back_with_the_way_to_say_it(talk: Talk) -> None:
    long = "ñ" * TEXT_MAX
    asked = await talk.hears(f"editar R-1 {long}")
    assert lines(asked) == []
    assert "`/rapporteur edit R-1 es: …`" in asked.message.text
    assert long in str(asked.message.blocks)
    assert (await talk.channel(f"editar R-1 es: {long}")).endswith(long)


async def test_a_button_pressed_twice_corrects_once_and_tells_the_channel_once(talk: Talk) -> None:
    line = "edit R-1 version:1 en: Publish a national map"
    answers = [await talk.presses(line) for _ in range(2)]
    assert [answer.in_channel for answer in answers] == [True, False]
    assert talk.record.recommendations.by_number[1].version == 2


async def test_without_a_text_the_form_opens_with_what_stands_there(talk: Talk) -> None:
    made = command("edit R-1")
    assert await talk.router.command(made) is None
    (form,) = talk.house.slack.opened
    assert "Publish a map" in str(form)


async def test_where_no_form_opens_it_says_what_stands_there_to_be_copied(talk: Talk) -> None:
    await talk.channel("edit R-1 es: Publicar un mapa")
    made = command("edit R-1")
    answer = await talk.router.command(replace(made, interaction=replace(made.interaction, trigger=None)))
    assert answer is not None
    assert not answer.in_channel
    assert (
        "/rapporteur edit R-1 en: Publish a map\n/rapporteur edit R-1 es: Publicar un mapa"
        in answer.message.text
    )


@pytest.mark.parametrize(
    ("line", "user", "words"),
    [
        ("edit it New text", MEMBER, "Which item do you mean?"),
        ("edit R-9 New text", MEMBER, "I cannot find R-9"),
        ("edit R-1 Publish a map", MEMBER, "R-1 says that already"),
        ("edit R-1 es:", MEMBER, "“es:” needs something behind it"),
        ("edit R-1 severity:high", LEAD, "R-1 has no severity"),
        ("edit R-1 severity:huge", LEAD, "“huge” is not a severity"),
        ("edit R-1 priority:perhaps", LEAD, "I cannot read “perhaps” as a priority"),
        ("edit R-1 owner:@lead due:friday", LEAD, "“owner:” is nothing that can be corrected"),
        ("edit R-1 priority", MEMBER, "This is for the lead of the theme or the chair"),
        ("edit R-1 country:Canada", LEAD, "“Canada” is not a country of this group"),
        (f"edit R-1 {'x' * (TEXT_MAX + 1)}", MEMBER, "A text has at most 3,000 characters"),
    ],
)
async def test_what_cannot_be_corrected_is_said_to_the_person_alone(
    line: str, user: str, words: str, talk: Talk
) -> None:
    assert (await talk.alone(line, user)).startswith(words)


async def test_somebody_elses_text_is_not_even_offered(talk: Talk) -> None:
    await talk.channel("note Of the chair", CHAIR)
    assert (await talk.alone("edit N-1", MEMBER)).startswith("This is for the lead of the theme")


async def test_what_was_taken_back_is_corrected_no_more(talk: Talk) -> None:
    await talk.channel("withdraw R-1")
    for line in ("edit R-1", "edit R-1 New text"):
        assert (await talk.alone(line)).startswith("R-1 is closed (withdrawn)")


async def test_what_was_said_in_a_direct_message_is_corrected_before_the_person_alone(house: House) -> None:
    router = house.router()
    await router.command(command("note Between us", MEMBER, DIRECT))
    edit = command("edit N-1 Between the two of us")
    keyed = replace(edit, interaction=replace(edit.interaction, key="another"))
    answer = await router.command(keyed)
    assert answer is not None
    assert not answer.in_channel
    assert answer.message.text == "*N-1* text edited: Between the two of us"


async def test_a_support_pressed_on_an_older_text_does_not_count_for_the_new_one(talk: Talk) -> None:
    shown = await talk.hears("show R-1", LEAD)
    (support,) = [line for line in lines(shown) if line.startswith("support")]
    await talk.channel("edit R-1 Publish a national map")
    asked = await talk.presses(support, LEAD)
    assert not asked.in_channel
    assert "Publish a national map" in asked.message.text
    assert talk.record.positions.of(1) == ()
    (again,) = [line for line in lines(asked) if line.startswith("support")]
    assert (await talk.presses(again, LEAD, message="1700.9")).in_channel
    assert len(talk.record.positions.of(1)) == 1


async def test_a_correction_and_a_position_are_taken_back(talk: Talk) -> None:
    await talk.channel("edit R-1 Publish a national map")
    await talk.channel("support R-1")
    assert (await talk.channel("undo")).startswith("*R-1* position taken back (support)")
    assert (await talk.channel("undo R-1")) == "*R-1* correction taken back (text): Publish a map"
    assert text(talk).original == "Publish a map"
