"""Notes: what was said, decided, or seen as an opportunity."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.change import ChangeKind, NewChange
from domain.item import Entry, Item, Place
from domain.reference import RecordKind

NOTE_KINDS = frozenset({RecordKind.NOTE, RecordKind.DECISION, RecordKind.OPPORTUNITY})


class NoteStatus(StrEnum):
    """A note stands, or its author took it back."""

    RECORDED = "recorded"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Item):
    """A note, decision or opportunity."""


def record(kind: RecordKind, entry: Entry, place: Place) -> tuple[Note, NewChange]:
    """The note and the change that tells of it. `kind` is one of NOTE_KINDS."""
    note = Note(
        kind=kind,
        number=place.number,
        theme=entry.theme,
        status=NoteStatus.RECORDED,
        text=entry.text,
        author=entry.author,
        channel=entry.channel,
        recorded_in=place.change,
        recorded_at=entry.at,
        changed_at=entry.at,
    )
    return note, NewChange(
        kind=ChangeKind.RECORDED, subject=note.reference, theme=note.theme, after=note.status
    )
