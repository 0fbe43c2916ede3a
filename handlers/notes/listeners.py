"""Listeners of `note`, `decision` and `opportunity`."""

from __future__ import annotations

from domain.item import Item
from domain.reference import RecordKind
from domain.usecases.recording import NoteSubmission, ahead_of, record_note
from handlers.desk.answer import Answer
from handlers.desk.excuses import misunderstood, usage
from handlers.desk.features import VerbListener
from handlers.desk.request import Request
from handlers.desk.shown import NOBODY, shown
from handlers.desk.typed import Typed, read_typed
from handlers.grammar.problems import Problem
from handlers.parts.understood import kept_words


def recorder(kind: RecordKind) -> VerbListener:
    """The listener that records notes of one kind."""

    async def listen(request: Request) -> Answer:
        typed = read_typed(request, kind)
        if isinstance(typed, Problem):
            return misunderstood(request.t, typed)
        return await record(request, kind, typed) if typed.text else usage(request)

    return listen


async def record(request: Request, kind: RecordKind, typed: Typed, *, again: bool = False) -> Answer:
    """Store the note and show it. Raises Refusal."""
    submission = NoteSubmission(
        origin=request.origin,
        group=request.group.id,
        kind=kind,
        text=typed.text,
        language=typed.language,
        theme=typed.theme,
        versions=typed.versions,
        source=typed.source,
        again=again,
    )
    outcome = await request.services.store.write(
        lambda uow: record_note(submission, uow, request.now), ahead_of(submission, kind, request.now)
    )
    return shown(request, outcome, NOBODY, *kept_words(request.t, typed.kept))


async def repeat(request: Request, typed: Typed, item: Item) -> Answer:
    """Record the same words once more."""
    return await record(request, item.kind, typed, again=True)
