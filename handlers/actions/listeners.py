"""Listener of `action`."""

from __future__ import annotations

from collections.abc import Mapping
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
from handlers.desk.typed import Typed, read_typed_part
from handlers.grammar.actions import ActionWanted, action_end, read_action_part
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.record_pairs import DUE, OF_ACTION, OWNER, Kept
from handlers.parts.understood import kept_words


async def listen(request: Request) -> Answer:
    """Record an action with its owner and the day it is due."""
    typed, wanted, problems = read_whole(request)
    if problems:
        return misunderstood(request.t, next(iter(problems.values())))
    if not wanted.text:
        return usage(request)
    return await record(request, typed, wanted.owner, wanted.due_on)


def read_whole(request: Request) -> tuple[Typed, ActionWanted, Mapping[str, Problem]]:
    """The action as far as it is understood, and what is wrong with it, by the key of a pair.

    Who does it and by when may be said with a pair or without: in two ways nothing counts.
    """
    reader = reader_of(request)
    part = read_typed_part(request, OF_ACTION, lambda text: action_end(text, reader))
    typed, problems = part.typed, dict(part.problems)
    wanted, unread = read_action_part(typed.text, request.utterance.people, reader)
    problems = unread | problems
    due_on, owner = typed.said.due_on, typed.owner
    if None not in {wanted.owner, owner} and wanted.owner != owner:
        problems.setdefault(OWNER, Problem(ProblemCode.PEOPLE_SEVERAL))
    if None not in {wanted.due_on, due_on} and wanted.due_on != due_on:
        problems.setdefault(DUE, Problem(ProblemCode.DAYS_SEVERAL, request.utterance.rest))
    stays = wanted.unread if due_on is None else ""
    kept = (*typed.kept, Kept(key=DUE, typed=stays)) if stays else typed.kept
    wanted = ActionWanted(wanted.text, wanted.owner or owner, wanted.due_on or due_on)
    return replace(typed, text=wanted.text, kept=kept), wanted, problems


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
    return shown(request, outcome, names, *kept_words(request.t, typed.kept))


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
