"""The line that shows an accepted record."""

from __future__ import annotations

from dataclasses import replace

from domain.item import Item
from domain.language import Text
from domain.reference import RecordKind
from domain.usecases.recording import AlreadyThere, Recorded
from handlers.parts.next_steps import verb_of
from handlers.parts.recorded import record_message
from tests.unit.handlers.accepted import buttons
from tests.unit.handlers.conftest import Album, each
from tests.unit.handlers.material import EN, GROUP, WORDS, action, note, obstacle, recommendation

EVERY_KIND: dict[str, Item] = {
    "note": note(),
    "decision": note(RecordKind.DECISION, 2),
    "opportunity without a theme": note(RecordKind.OPPORTUNITY, 3, None),
    "obstacle": obstacle(),
    "recommendation": recommendation(),
    "action": action(),
}


def test_what_was_recorded_is_shown(album: Album) -> None:
    answering = recommendation()
    album.compare(
        "recorded",
        {
            **each(EVERY_KIND, lambda t, item: record_message(t, GROUP, Recorded(item))),
            "recommendation that answers obstacles": lambda t: record_message(
                t,
                GROUP,
                Recorded(answering),
                [t("answers-obstacles", references=t.list(["O-3", "O-4"]))],
            ),
            "the same words are there already": lambda t: record_message(t, GROUP, AlreadyThere(note())),
        },
    )


def test_text_of_people_is_never_markup() -> None:
    item = replace(note(), text=Text("<!channel> *bold* <https://example.org|bank> & co", EN, {}))
    message = record_message(WORDS.for_language(EN), GROUP, Recorded(item))
    section = message.blocks[0]
    assert section["type"] == "rich_text"
    assert section["elements"][0]["elements"][-1] == {"type": "text", "text": item.text.original}
    assert "&lt;!channel&gt; *bold* &lt;https://example.org|bank&gt; &amp; co" in message.text


def test_a_theme_with_an_ampersand_is_escaped_where_it_is_spoken() -> None:
    message = record_message(WORDS.for_language(EN), GROUP, Recorded(note(theme="talent")))
    assert "Talent &amp; training" in message.text
    assert "Talent & training" in message.blocks[0]["elements"][0]["elements"][1]["text"]


def test_without_a_theme_there_is_no_way_to_its_status() -> None:
    shown = record_message(WORDS.for_language(EN), GROUP, Recorded(note(theme=None)))
    assert [button["value"] for button in buttons(shown)] == ["show N-1", "edit N-1", "undo N-1 v1"]


def test_what_is_there_already_can_be_recorded_again() -> None:
    shown = record_message(WORDS.for_language(EN), GROUP, AlreadyThere(obstacle()))
    assert [(verb_of(button["action_id"]), button["value"]) for button in buttons(shown)] == [
        ("say", "show O-3"),
        ("again", "O-3"),
    ]
