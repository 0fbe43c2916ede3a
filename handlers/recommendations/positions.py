"""Listeners of `support`, `reserve`, `object` and `abstain`."""

from __future__ import annotations

from domain.position import Stance
from domain.usecases.positions import TakePosition, take_position
from handlers.desk.answer import Answer, Reply
from handlers.desk.excuses import misunderstood, usage
from handlers.desk.request import Request
from handlers.desk.router import VerbListener
from handlers.grammar.problems import Problem
from handlers.grammar.subjects import read_subject
from handlers.parts.positions import same_message, taken_message


def taker(stance: Stance) -> VerbListener:
    """The listener that takes one stance on a recommendation; what stands behind the reference says why."""

    async def listen(request: Request) -> Answer:
        if not request.utterance.rest:
            return usage(request)
        subject = read_subject(request.utterance.rest)
        if isinstance(subject, Problem):
            return misunderstood(request.t, subject)
        command = TakePosition(
            origin=request.origin,
            group=request.group.id,
            reference=subject.reference,
            stance=stance,
            comment=subject.rest or None,
        )
        return await _take(request, command)

    return listen


async def _take(request: Request, command: TakePosition) -> Answer:
    """Pressed twice, a position is taken once: the second time it is held already."""
    taken = await request.services.store.write(lambda uow: take_position(command, uow, request.now))
    if not taken.changed:
        return Reply(same_message(request.t, taken))
    profile = request.situation.profile
    name = profile.name if profile is not None else taken.position.user
    return Reply(taken_message(request.t, taken, request.situation.member, name), in_channel=True)
