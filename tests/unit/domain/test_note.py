"""A note as it is recorded."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from domain.change import ChangeKind, NewChange
from domain.item import Entry, Place
from domain.language import Language, Text
from domain.note import NOTE_KINDS, Note, NoteStatus, record
from domain.reference import RecordKind, Reference, Series

AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
TEXT = Text("Permits take a year", Language.ENGLISH, {Language.SPANISH: "Los permisos tardan un año"})
ENTRY = Entry(theme="charging", text=TEXT, author="U0MEMBER", channel="C0001", at=AT)


@pytest.mark.parametrize("kind", sorted(NOTE_KINDS))
def test_a_note_of_each_kind_is_recorded_with_the_change_that_tells_of_it(kind: RecordKind) -> None:
    note, change = record(kind, ENTRY, Place(number=4, change=9))
    assert note == Note(
        kind=kind,
        number=4,
        theme="charging",
        status=NoteStatus.RECORDED,
        text=TEXT,
        author="U0MEMBER",
        owner=None,
        channel="C0001",
        recorded_in=9,
        recorded_at=AT,
        changed_at=AT,
        version=1,
    )
    assert note.reference == Reference(Series.NOTE, 4)
    assert change == NewChange(
        kind=ChangeKind.RECORDED, subject=note.reference, theme="charging", after="recorded"
    )


def test_the_kinds_of_notes_are_those_of_their_series() -> None:
    assert {kind for kind in RecordKind if kind.series is Series.NOTE} == NOTE_KINDS
