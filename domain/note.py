"""Notes: what was said, decided, or seen as an opportunity."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.change import NewChange
from domain.item import Entry, Item, Place, recorded
from domain.lifecycle import Lifecycle
from domain.reference import RecordKind

NOTE_KINDS = frozenset({RecordKind.NOTE, RecordKind.DECISION, RecordKind.OPPORTUNITY})


class NoteStatus(StrEnum):
    """A note stands, or its author took it back."""

    RECORDED = "recorded"
    WITHDRAWN = "withdrawn"


LIFECYCLE = Lifecycle(forward={NoteStatus.RECORDED: frozenset({NoteStatus.WITHDRAWN})})
"""A note can be taken back, and nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Item):
    """A note, decision or opportunity."""


def record(kind: RecordKind, entry: Entry, place: Place) -> tuple[Note, NewChange]:
    """The note and the change that tells of it. `kind` is one of NOTE_KINDS."""
    return recorded(Note, kind, NoteStatus.RECORDED, entry, place)
