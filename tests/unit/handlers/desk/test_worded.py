"""Messages that were worded before."""

from __future__ import annotations

from handlers.desk.worded import KEPT, Worded
from handlers.parts.message import Message


def test_a_message_serves_as_long_as_its_sources_are_the_same_objects() -> None:
    worded, source, equal = Worded(), ["figures"], ["figures"]
    first = worded.recall("status", (source,), lambda: Message("first"))
    assert worded.recall("status", (source,), lambda: Message("second")) is first
    assert worded.recall("status", (equal,), lambda: Message("third")).text == "third"


def test_no_more_is_kept_than_there_is_room_for() -> None:
    worded, source = Worded(), object()
    for number in range(KEPT + 1):
        worded.recall(number, (source,), lambda: Message("first"))
    assert worded.recall(KEPT, (source,), lambda: Message("again")).text == "first"
    assert worded.recall(0, (source,), lambda: Message("again")).text == "again"
