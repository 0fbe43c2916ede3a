"""Adding to the minutes of a meeting that is named."""

from __future__ import annotations

from datetime import datetime

from domain.ports import UnitOfWork
from domain.usecases.corrections import tell_of_corrections
from domain.usecases.recording import NoteSubmission, Recorded, RecordOutcome, record_note


def record_for_minutes(submission: NoteSubmission, uow: UnitOfWork, now: datetime) -> RecordOutcome:
    """Store the note in the meeting that it names; after its end beside its minutes. Raises Refusal."""
    outcome = record_note(submission, uow, now)
    if isinstance(outcome, Recorded) and not outcome.repeated:
        record = uow.workspace(submission.origin.person.workspace).group(submission.group)
        first = outcome.item.recorded_in
        told = record.changes.between(first - 1, first, 1)
        tell_of_corrections(uow, record, [outcome.item], told)
    return outcome
