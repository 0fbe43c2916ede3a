"""Listener of `action`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.item import Item
from domain.ports import UnitOfWork
from domain.usecases.reading import names_of
from domain.usecases.recording import ActionSubmission, RecordOutcome, record_action
from handlers.desk.answer import Answer
from handlers.desk.calendar import reader_of
from handlers.desk.excuses import misunderstood, usage
from handlers.desk.request import Request
from handlers.desk.shown import shown
from handlers.desk.typed import Typed, read_typed
from handlers.grammar.actions import read_action
from handlers.grammar.problems import Problem


async def listen(request: Request) -> Answer:
    """Record an action with its owner and the day it is due."""
    typed = read_typed(request)
    if isinstance(typed, Problem):
        return misunderstood(request.t, typed)
    wanted = read_action(typed.text, request.utterance.people, reader_of(request))
    if isinstance(wanted, Problem):
        return misunderstood(request.t, wanted)
    if not wanted.text:
        return usage(request)
    return await record(request, replace(typed, text=wanted.text), wanted.owner, wanted.due_on)


async def record(
    request: Request, typed: Typed, owner: str | None, due_on: date | None, *, again: bool = False
) -> Answer:
    """Store the action and show it. Raises Refusal."""
    submission = ActionSubmission(
        origin=request.origin,
        group=request.group.id,
        text=typed.text,
        language=typed.language,
        theme=typed.theme,
        source=typed.source,
        owner=owner,
        due_on=due_on,
        again=again,
    )
    outcome, names = await request.services.store.write(lambda uow: _named(submission, request, uow))
    return shown(request, outcome, names)


def _named(
    submission: ActionSubmission, request: Request, uow: UnitOfWork
) -> tuple[RecordOutcome, dict[str, str]]:
    outcome = record_action(submission, uow, request.now)
    owner = outcome.item.owner
    return outcome, names_of(uow.workspace(submission.origin.person.workspace), [owner] if owner else [])


async def repeat(request: Request, typed: Typed, item: Item) -> Answer:
    """Give the same action once more; what was due before today is due as if no day had been said."""
    today = request.now.astimezone(request.group.timezone).date()
    ahead = item.due_on if item.due_on is not None and item.due_on >= today else None
    return await record(request, typed, item.owner, ahead, again=True)
