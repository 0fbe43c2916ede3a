"""What a person was told, shown to everybody in the channel."""

from __future__ import annotations

from dataclasses import replace

from domain.usecases.acts import keep_sharing
from handlers.desk.answer import Answer, Reply
from handlers.desk.request import Request


async def shared(request: Request, answer: Answer) -> Answer:
    """The answer for the whole channel. It is what a member did last, and no `undo` reaches behind it."""
    if not isinstance(answer, Reply) or request.situation.group is None:
        return answer
    origin, group = request.origin, request.group.id
    if request.situation.member is not None:
        await request.services.store.write(lambda uow: keep_sharing(origin, group, uow))
    return replace(answer, in_channel=True)
