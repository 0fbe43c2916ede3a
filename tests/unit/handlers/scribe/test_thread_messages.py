"""Which message events the scribe looks at, and what it takes from them."""

from __future__ import annotations

from typing import Any

import pytest

from domain.people import Person
from handlers.scribe.listeners import ThreadMessage, thread_message

PLAIN = {
    "type": "message",
    "channel": "C1",
    "user": "U1",
    "text": "#note said",
    "ts": "2.0",
    "thread_ts": "1.0",
    "event_ts": "2.0",
}
READ = ThreadMessage(
    person=Person("T1", "U1"), channel="C1", thread="1.0", ts="2.0", edited="", text="#note said"
)


def read(event: dict[str, Any]) -> ThreadMessage | None:
    return thread_message({"team_id": "T1", "event": event}, "UBOT")


def changed(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "message",
        "subtype": "message_changed",
        "channel": "C1",
        "ts": "3.0",
        "event_ts": "3.0",
        "message": after,
        "previous_message": before,
    }


@pytest.mark.parametrize("subtype", [None, "thread_broadcast", "file_share"])
def test_what_somebody_writes_in_a_thread_is_read(subtype: str | None) -> None:
    assert read(PLAIN | ({"subtype": subtype} if subtype else {})) == READ


@pytest.mark.parametrize(
    "more",
    [
        {"text": "hello"},
        {"text": ""},
        {"thread_ts": None},
        {"thread_ts": "2.0"},
        {"bot_id": "B1"},
        {"user": None},
        {"subtype": "channel_join"},
        {"subtype": "bot_message"},
        {"channel": None},
    ],
)
def test_everything_else_ends_at_the_first_look(more: dict[str, Any]) -> None:
    assert read(PLAIN | more) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<@UBOT> #note said", "#note said"),
        ("<@UBOT|rapporteur>: note: said", "note: said"),
        ("#note said\n<@UBOT> obstacle no map", "#note said\nobstacle no map"),
        ("#note ask <@UBOT> and <@U2>", "#note ask and <@U2>"),
    ],
)
def test_mentions_of_the_bot_are_no_words_of_a_line(text: str, said: str) -> None:
    found = read(PLAIN | {"text": text})
    assert found is not None
    assert found.text == said


def test_an_edit_is_read_with_its_own_time() -> None:
    after = PLAIN | {"text": "#note said better"}
    found = read(changed(PLAIN, after))
    assert found is not None
    assert (found.edited, found.ts, found.text) == ("3.0", "2.0", "#note said better")


def test_an_edit_that_takes_the_mark_away_or_brings_one_is_read() -> None:
    without = PLAIN | {"text": "said"}
    assert read(changed(PLAIN, without)) is not None
    assert read(changed(without, PLAIN)) is not None
    assert read(changed(without, PLAIN | {"text": "else"})) is None


def test_a_preview_of_a_link_changes_nothing() -> None:
    assert read(changed(PLAIN, PLAIN | {"attachments": [{"title": "A page"}]})) is None


@pytest.mark.parametrize("leaves_a_mark", [True, False])
def test_a_deleted_message_has_no_text_any_more(leaves_a_mark: bool) -> None:  # noqa: FBT001 - a parameter of the test
    tomb = PLAIN | {"subtype": "tombstone", "user": "USLACKBOT", "text": "This message was deleted."}
    gone = {**changed(PLAIN, tomb), "subtype": "message_deleted", "deleted_ts": "2.0"}
    found = read(changed(PLAIN, tomb) if leaves_a_mark else gone)
    assert found is not None
    assert (found.person, found.text, found.edited) == (Person("T1", "U1"), "", "3.0")


def test_a_deleted_message_without_a_mark_is_nobody_s_business() -> None:
    gone = {**changed(PLAIN | {"text": "hello"}, {}), "subtype": "message_deleted"}
    assert read(gone) is None
