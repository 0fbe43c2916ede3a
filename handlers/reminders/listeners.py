"""Putting an item of one's own off: `snooze A-7 until friday`."""

from __future__ import annotations

from domain.ports import UnitOfWork
from domain.refusal import Refusal, RefusalCode
from domain.usecases.items import Stale
from domain.usecases.reading import names_of
from domain.usecases.snoozing import Snooze, Snoozed, snooze
from handlers.desk.answer import Answer, Reply
from handlers.desk.calendar import reader_of
from handlers.desk.excuses import misunderstood, usage
from handlers.desk.request import Request
from handlers.grammar.problems import Problem
from handlers.grammar.snoozes import SnoozeWanted, read_snooze
from handlers.parts.moved import stale_message
from handlers.reminders.views import snoozed_message


async def carry(request: Request, wanted: SnoozeWanted) -> Answer:
    """Put the item off and say until when; a second press says and does the same. Raises Refusal."""
    command = Snooze(
        origin=request.origin,
        group=request.group.id,
        reference=wanted.reference,
        until=wanted.until,
        version=wanted.version,
    )
    outcome, names = await request.services.store.write(lambda uow: _named(command, request, uow))
    if isinstance(outcome, Stale):
        _require_once_theirs(outcome, request)
        return Reply(stale_message(request.t, outcome, names, request.actor))
    return Reply(snoozed_message(request.t, outcome))


def _named(command: Snooze, request: Request, uow: UnitOfWork) -> tuple[Snoozed | Stale, dict[str, str]]:
    outcome = snooze(command, uow, request.now)
    owner = outcome.item.owner if isinstance(outcome, Stale) else None
    return outcome, names_of(uow.workspace(command.origin.person.workspace), [owner] if owner else [])


def _require_once_theirs(stale: Stale, request: Request) -> None:
    """Where what never was theirs stands is no news to them. Raises Refusal NOT_YOURS."""
    if stale.item.owner != request.interaction.person.user and not stale.given_on:
        raise Refusal(RefusalCode.NOT_YOURS, reference=str(stale.item.reference))


async def say_usage(request: Request) -> Answer:
    """How one says it, where no form can be opened."""
    return usage(request)


def read(request: Request) -> SnoozeWanted | Problem:
    """What was typed or pressed."""
    return read_snooze(request.utterance.rest, reader_of(request))


def not_understood(request: Request, problem: Problem) -> Answer:
    """What could not be read."""
    return misunderstood(request.t, problem) if request.utterance.rest else usage(request)
