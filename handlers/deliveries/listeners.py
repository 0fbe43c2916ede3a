"""The log of the digests here: `digest log`, and the buttons of those in doubt."""

from __future__ import annotations

from domain.usecases.resending import Decide, confirm, log_of, resend, zone_in_log
from handlers.deliveries import views
from handlers.desk.answer import Answer, Reply
from handlers.desk.pressed import once
from handlers.desk.request import Request
from handlers.grammar.deliveries import Decision, LogWanted


async def listen(request: Request, wanted: LogWanted) -> Answer:
    """Show the latest digests of the channel, or one's own; or do what was decided about one."""
    if wanted.decision is None:
        return await _log(request)
    return await _decide(request, wanted, wanted.decision)


async def _log(request: Request) -> Answer:
    group, channel = request.group, _channel(request)
    log = await request.services.store.read(lambda uow: log_of(request.origin, group.id, channel, uow))
    return Reply(views.log(request.t, log, group.zone))


async def _decide(request: Request, wanted: LogWanted, decision: Decision) -> Answer:
    """Raises Refusal."""
    command = Decide(
        origin=once(request, wanted.line()).origin,
        group=request.group.id,
        channel=_channel(request),
        delivery=wanted.number,
        attempts=wanted.attempts,
    )
    act, view = _DECISIONS[decision]
    decided = await request.services.store.write(lambda uow: act(command, uow, request.now))
    group, number = request.group.id, decided.subscription or 0
    zone = await request.services.store.read(lambda uow: zone_in_log(request.origin, group, number, uow))
    return Reply(view(request.t, decided, zone))


def _channel(request: Request) -> str:
    """The channel; in a direct message the person, whose user id then stands for the channel."""
    if request.interaction.direct or request.situation.channel is None:
        return request.interaction.person.user
    return request.situation.channel


_DECISIONS = {
    Decision.ARRIVED: (confirm, views.confirmed),
    Decision.RESEND: (resend, views.resent),
}
