"""Telling a channel what it belongs to now, when somebody set that in a form which only they see."""

from __future__ import annotations

from contextlib import suppress

from domain.channel import Binding
from domain.ports import UnitOfWork
from domain.usecases.groups import BindChannel, ChannelBound, bind_channel
from domain.usecases.origin import approach
from domain.usecases.replying import Place, answer
from handlers.desk.request import Request, SlackUnavailable
from handlers.groups.views import belonging


async def is_here(request: Request) -> bool:
    """Whether the bot is known to be in the channel; without Slack's word it is not."""
    channel = request.situation.channel
    if channel is None:
        return False
    with suppress(SlackUnavailable):
        return await request.services.slack.is_member(request.interaction.person.workspace, channel)
    return False


async def bound_aloud(request: Request, command: BindChannel, *, here: bool) -> ChannelBound:
    """Bind the channel; where the bot is `here`, everybody there learns of another group or theme."""

    def job(uow: UnitOfWork) -> ChannelBound:
        scene = approach(uow, command.origin, command.group)  # locks the group: what was is what is replaced
        earlier = scene.workspace.channels.get(command.origin.channel or "")
        bound = bind_channel(command, uow, request.now)
        if here:
            _tell(request, bound, earlier, uow)
        return bound

    return await request.services.store.write(job)


def _tell(request: Request, bound: ChannelBound, earlier: Binding | None, uow: UnitOfWork) -> None:
    binding, person = bound.binding, request.interaction.person
    if earlier is None or binding is None or binding.group != bound.group.id or binding == earlier:
        return
    profile = request.situation.profile
    name = person.user if profile is None else profile.name
    message = belonging(request.services.words, bound.group, binding, earlier, name)
    place = Place(
        workspace=person.workspace,
        channel=binding.channel,
        user=person.user,
        language=request.t.language,
        key=request.interaction.key,
    )
    answer(bound.group.id, place, message.arguments, uow, request.now, everybody=True)
