"""Putting an item of one's own off: `snooze A-7 until friday`."""

from __future__ import annotations

from domain.item import Item
from domain.refusal import Refusal, RefusalCode
from domain.usecases.items import Stale
from domain.usecases.snoozing import Snooze, Snoozed, snooze
from handlers.desk.answer import Answer, Reply
from handlers.desk.calendar import reader_of
from handlers.desk.excuses import misunderstood, usage
from handlers.desk.request import Request
from handlers.grammar.problems import Problem
from handlers.grammar.snoozes import SnoozeWanted, read_snooze
from handlers.parts.moved import standing_message
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
    outcome: Snoozed | Stale = await request.services.store.write(
        lambda uow: snooze(command, uow, request.now)
    )
    if isinstance(outcome, Stale):
        _require_still_theirs(outcome.item, request)
        return Reply(standing_message(request.t, "move-stale", outcome.item, request.actor))
    return Reply(snoozed_message(request.t, outcome))


def _require_still_theirs(item: Item, request: Request) -> None:
    """Of what is somebody else's by now that is the news, not where it stands. Raises Refusal NOT_YOURS."""
    if item.owner != request.interaction.person.user:
        raise Refusal(RefusalCode.NOT_YOURS, reference=str(item.reference))


async def say_usage(request: Request) -> Answer:
    """How one says it, where no form can be opened."""
    return usage(request)


def read(request: Request) -> SnoozeWanted | Problem:
    """What was typed or pressed."""
    return read_snooze(request.utterance.rest, reader_of(request))


def not_understood(request: Request, problem: Problem) -> Answer:
    """What could not be read."""
    return misunderstood(request.t, problem) if request.utterance.rest else usage(request)
