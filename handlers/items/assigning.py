"""Giving an item an owner and a date: `assign R-2 @who due friday`."""

from __future__ import annotations

from collections.abc import Mapping

from domain.ports import UnitOfWork
from domain.usecases.assigning import Assign, assign
from domain.usecases.items import Stale
from domain.usecases.moving import Moved
from domain.usecases.reading import names_of
from handlers.desk.answer import Answer, Reply
from handlers.desk.calendar import reader_of
from handlers.desk.excuses import misunderstood, usage
from handlers.desk.forming import FormStale
from handlers.desk.pressed import once
from handlers.desk.request import Request
from handlers.grammar.assignments import AssignmentWanted, read_assignment
from handlers.grammar.problems import Problem
from handlers.items.moving import changed_nothing, moved_reply
from handlers.parts.moved import assigned_already_message, stale_message


async def listen(request: Request) -> Answer:
    """The item with its owner and date, for everybody to see."""
    if not request.utterance.rest:
        return usage(request)
    wanted = read_assignment(request.utterance.rest, request.utterance.people, reader_of(request))
    if isinstance(wanted, Problem):
        return misunderstood(request.t, wanted)
    return await give(request, wanted)


async def give(request: Request, wanted: AssignmentWanted) -> Answer:
    """Give the item its owner and date and show it. Raises Refusal."""
    outcome, names = await _given(request, wanted)
    if isinstance(outcome, Stale):
        return Reply(stale_message(request.t, outcome, names, request.actor))
    return _answer(request, outcome, names)


async def give_form(request: Request, wanted: AssignmentWanted) -> Answer:
    """The same for what was entered in a form, which stays. Raises Refusal, and FormStale."""
    outcome, names = await _given(request, wanted)
    if isinstance(outcome, Stale):
        raise FormStale
    return _answer(request, outcome, names)


def _answer(request: Request, assigned: Moved, names: Mapping[str, str]) -> Reply:
    """That nothing changed is said of the owner and the date: they are what was asked for."""
    if changed_nothing(request, assigned):
        return Reply(assigned_already_message(request.t, assigned.item, names, request.actor))
    return moved_reply(request, assigned, names)


async def _given(request: Request, wanted: AssignmentWanted) -> tuple[Moved | Stale, dict[str, str]]:
    pressed = once(request, f"assign:{request.group.id}:{request.utterance.rest}")
    command = Assign(
        origin=pressed.origin,
        group=request.group.id,
        reference=wanted.reference,
        owner=request.interaction.person.user if wanted.mine else wanted.owner,
        due_on=wanted.due_on,
        version=wanted.version,
        unowned=wanted.unowned,
    )
    return await request.services.store.write(lambda uow: _named(command, request, uow))


def _named(command: Assign, request: Request, uow: UnitOfWork) -> tuple[Moved | Stale, dict[str, str]]:
    outcome = assign(command, uow, request.now)
    owner = outcome.item.owner
    return outcome, names_of(uow.workspace(command.origin.person.workspace), [owner] if owner else [])
