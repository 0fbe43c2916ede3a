"""The line that shows what was taken back."""

from __future__ import annotations

from dataclasses import replace

from domain.change import Change, ChangeKind
from domain.item import WITHDRAWN, Item
from domain.language import Text
from domain.reference import RecordKind
from domain.usecases.undoing import TakenBack
from handlers.parts.naming import original
from handlers.parts.next_steps import verb_of
from handlers.parts.undone import undone_message
from tests.unit.handlers.accepted import buttons
from tests.unit.handlers.conftest import Album, each
from tests.unit.handlers.material import (
    EN,
    ES,
    GROUP,
    LEAD,
    MEMBER,
    NAMES,
    WORDS,
    action,
    change,
    evidence,
    meeting,
    note,
    obstacle,
    recommendation,
)

MOVED, PROGRESSED = ChangeKind.MOVED, ChangeKind.PROGRESSED


def recording(item: Item) -> TakenBack:
    """The recording of the item was taken back."""
    told = change(item, MOVED, 2, before=item.status, after=WITHDRAWN)
    return TakenBack(replace(item, status=WITHDRAWN), (change(item, ChangeKind.RECORDED),), (told,))


def later(item: Item, *told: Change) -> TakenBack:
    """A later change of it was taken back."""
    undone = change(item, ChangeKind.UNDONE, 9, before="7")
    return TakenBack(item, (change(item, MOVED, 7),), (*told, undone))


def marked(user: str) -> Change:
    """The mark of somebody at the meeting is gone."""
    return replace(change(MEETING, ChangeKind.ATTENDED, 8, before=user), person=user)


MEETING = meeting("Charging", 1)
BACK = change(recommendation(), MOVED, 8, before="agreed", after="under_review")
LESS = change(recommendation(), PROGRESSED, 8, before="60", after="40")
EVERY_KIND = {
    "a note": recording(note()),
    "a decision without a theme": recording(note(RecordKind.DECISION, 2, None)),
    "an opportunity": recording(note(RecordKind.OPPORTUNITY, 3)),
    "an obstacle": recording(obstacle()),
    "a recommendation": recording(recommendation()),
    "a move": later(recommendation(), BACK),
    "a move with progress": later(recommendation(), BACK, LESS),
    "a move before any progress": later(
        recommendation(), BACK, change(recommendation(), PROGRESSED, 8, before="60", after="0")
    ),
    "no progress": later(recommendation(), change(recommendation(), PROGRESSED, 8, before="60", after="0")),
    "progress": later(recommendation(), LESS),
    "an owner": later(obstacle(), change(obstacle(), ChangeKind.ASSIGNED, 8, before=LEAD)),
    "another owner and date": later(
        action(),
        change(action(), ChangeKind.ASSIGNED, 8, before=LEAD, after=MEMBER),
        change(action(), ChangeKind.DUE, 9, before="2027-06-11", after="2027-06-04"),
    ),
    "a link": later(evidence(), change(evidence(), ChangeKind.LINKED, 8, before="O-3")),
    "an attendance": later(MEETING, marked(MEMBER)),
    "two attendances": later(MEETING, marked(MEMBER), marked(LEAD)),
    "many attendances": later(MEETING, *(marked(f"U0{number}") for number in range(11))),
    "nothing that can be said": later(MEETING),
    "a change of something without a theme": later(recommendation(theme=None), BACK),
}


def test_what_was_taken_back_is_shown(album: Album) -> None:
    album.compare("undone", each(EVERY_KIND, lambda t, taken: undone_message(t, GROUP, taken, NAMES)))


def test_readers_get_their_own_version_and_know_when_it_is_the_original() -> None:
    item = replace(note(), text=Text("Estudiar la calidad", ES, {EN: "Study the quality"}))
    english, spanish = (undone_message(WORDS.for_language(each), GROUP, recording(item)) for each in (EN, ES))
    assert english.text.endswith(": Study the quality")
    assert spanish.text.endswith(": Estudiar la calidad")
    alone = undone_message(WORDS.for_language(EN), GROUP, recording(replace(item, text=Text("Ver", ES, {}))))
    assert [run["text"] for run in alone.blocks[0]["elements"][0]["elements"][2:]] == [
        "Ver",
        f" ({original(WORDS.for_language(EN), ES)})",
    ]


def test_text_of_people_is_never_markup() -> None:
    item = replace(note(), text=Text("<!channel> & co", EN, {}))
    message = undone_message(WORDS.for_language(EN), GROUP, recording(item))
    assert message.blocks[0]["elements"][0]["elements"][-1] == {"type": "text", "text": "<!channel> & co"}
    assert message.text.endswith("&lt;!channel&gt; &amp; co")


def test_only_a_record_can_be_recorded_again() -> None:
    t = WORDS.for_language(EN)
    both = (recording(note()), later(recommendation(), BACK))
    rows = [buttons(undone_message(t, GROUP, taken)) for taken in both]
    shown = [[(verb_of(button["action_id"]), button["value"]) for button in row] for row in rows]
    assert shown == [
        [("say", "show N-1"), ("again", "N-1")],
        [("say", "show R-1"), ("say", "status theme:infrastructure")],
    ]
