"""Notes on the stage, recorded by whoever a test names."""

from __future__ import annotations

from domain.item import Item
from domain.language import Language
from domain.usecases.recording import NoteSubmission, record_note
from tests.fakes.scene import MEMBER
from tests.unit.domain.usecases.stage import NOW, Stage


def noted(stage: Stage, text: str, user: str = MEMBER, **facts: object) -> Item:
    said = {"origin": stage.origin(user), "group": 1, "text": text, "language": Language.ENGLISH}
    return record_note(NoteSubmission(**said | facts), stage.uow, NOW).item  # type: ignore[arg-type]  # any field
