"""Who sees an answer: what one was told, shown to everybody; what is news to a group, told to one alone."""

from __future__ import annotations

from dataclasses import replace

from domain.usecases.acts import keep_sharing
from handlers.desk.answer import Answer, Reply
from handlers.desk.request import Request
from handlers.parts.blocks import context
from handlers.parts.message import Message
from handlers.parts.naming import group_name
from handlers.parts.next_steps import message_about, without_sharing
from handlers.words.slack_text import escape


async def shared(request: Request, answer: Answer) -> Answer:
    """The answer for the whole channel. It is what a member did last, and no `undo` reaches behind it."""
    if not isinstance(answer, Reply) or request.situation.group is None:
        return answer
    origin, group = request.origin, request.group.id
    if request.situation.member is not None:
        await request.services.store.write(lambda uow: keep_sharing(origin, group, uow))
    return replace(answer, in_channel=True, shared=True)


def told_once(request: Request, answer: Reply) -> Reply:
    """The answer for the person alone where everybody there is told by the outbox, behind what waits."""
    is_told = request.course.told_here and not answer.shared
    return replace(answer, in_channel=False) if is_told else answer


def about_its_group(request: Request, answer: Reply) -> Reply:
    """The answer, whose buttons ask of the same group wherever and whenever they are pressed."""
    group = request.situation.group
    if group is None:
        return answer
    if answer.shared or request.interaction.direct:
        answer = answer.worded(without_sharing)
    answer = told_once(request, answer)
    discreet = _discreet(request, answer) if request.outside else answer
    return discreet.worded(lambda message: message_about(message, group.id))


def _discreet(request: Request, answer: Reply) -> Reply:
    """What is news to a group is not for whoever else is in a channel that is not its own, unless shared."""
    if not answer.in_channel or answer.shared:
        return answer
    told = escape(request.t("outside", group=group_name(request.t, request.group)))

    def with_group(message: Message) -> Message:
        return Message(f"{message.text}\n{told}", (*message.blocks, context(told)))

    return replace(answer.worded(with_group), in_channel=False)
