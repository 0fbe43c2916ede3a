"""Digests of a channel, or in a direct message one's own: `digest weekly mon 09:00`, `digest list`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TypeAlias

from domain.language import Language
from domain.permissions import Actor
from domain.ports import UnitOfWork
from domain.subscription import Subscription, SubscriptionState
from domain.usecases.deliveries import deliver_now, preview
from domain.usecases.subscriptions import (
    Steer,
    Subscribe,
    may_steer,
    pause,
    resume,
    stop,
    subscribe,
    subscriptions_of,
)
from handlers.desk.answer import Answer, Reply
from handlers.desk.excuses import misunderstood, told, usage
from handlers.desk.request import Request
from handlers.digests import subscription_views, views
from handlers.grammar.problems import Problem
from handlers.grammar.schedules import DigestAction, DigestOrder, DigestWanted, read_digest
from handlers.parts.message import Message
from handlers.words.translator import Translator

_Action: TypeAlias = Callable[[Request, int, str], Awaitable[Answer]]
_Turn: TypeAlias = Callable[[Steer, UnitOfWork, datetime], Subscription]
_View: TypeAlias = Callable[[Translator, Subscription], Message]


async def listen(request: Request) -> Answer:
    """Schedule a digest, or do something with one that is scheduled."""
    if not request.utterance.rest:
        return await _listed(request)
    wanted = read_digest(request.utterance.rest, request.group.themes, request.group.zone)
    if isinstance(wanted, Problem):
        return misunderstood(request.t, wanted)
    if isinstance(wanted, DigestWanted):
        return await schedule(request, wanted)
    if wanted.action is DigestAction.LIST:
        return await _listed(request)
    return await _ordered(request, wanted)


async def schedule(request: Request, wanted: DigestWanted) -> Answer:
    """Schedule the digest and show it. Raises Refusal."""
    channel, reader = _destination(request)
    services = request.services
    person = request.interaction.person
    if reader is None and not await services.slack.is_member(person.workspace, channel):
        return told(request.t("digest-invite", bot=services.slack.bot_name))
    command = Subscribe(
        origin=request.origin,
        group=request.group.id,
        channel=channel,
        reader=reader,
        schedule=wanted.schedule,
        themes=wanted.themes or (() if wanted.everything else _own_theme(request)),
        languages=_in_group_order(request, wanted.languages) or (request.t.language,),
        skip_quiet=wanted.skip_quiet,
    )
    outcome = await services.store.write(lambda uow: subscribe(command, uow, request.now))
    if outcome.already:
        return Reply(subscription_views.already(request.t, request.group, outcome.subscription))
    message = subscription_views.scheduled(request.t, request.group, outcome.subscription)
    return Reply(message, in_channel=reader is None)


async def _listed(request: Request) -> Answer:
    channel, reader = _destination(request)
    found = await request.services.store.read(
        lambda uow: subscriptions_of(request.origin, request.group.id, channel, uow)
    )
    if not found:
        return usage(request, _none_yet(request, reader))
    steered = {each.number for each in found if _steers(request, each)}
    return Reply(subscription_views.listed(request.t, request.group, found, steered))


async def _ordered(request: Request, order: DigestOrder) -> Answer:
    """The action on the digest that is named, else on the only one it can apply to."""
    channel, reader = _destination(request)
    found = await request.services.store.read(
        lambda uow: subscriptions_of(request.origin, request.group.id, channel, uow)
    )
    if order.number is not None:
        return await _ACTIONS[order.action](request, order.number, channel)
    state = SubscriptionState.PAUSED if order.action is DigestAction.RESUME else SubscriptionState.ACTIVE
    fitting = [each for each in found if each.state is state] or list(found)
    if not fitting:
        return told(_none_yet(request, reader))
    if order.action is not DigestAction.PREVIEW:
        fitting = [each for each in fitting if _steers(request, each)] or fitting[:1]
    if len(fitting) > 1:
        return Reply(subscription_views.which(request.t, request.group, order.action, fitting))
    return await _ACTIONS[order.action](request, fitting[0].number, channel)


async def _preview(request: Request, number: int, channel: str) -> Answer:
    digest = await request.services.store.read(
        lambda uow: preview(request.origin, request.group.id, channel, number, request.now, uow)
    )
    message = views.message(request.t, request.group, request.situation.zone, digest, chart=False)
    return Reply(subscription_views.previewed(request.t, number, message))


async def _now(request: Request, number: int, channel: str) -> Answer:
    command = _steer(request, number, channel)
    queued = await request.services.store.write(lambda uow: deliver_now(command, uow, request.now))
    return Reply(subscription_views.on_its_way(request.t, queued.subscription))


def _turning(turn: _Turn, view: _View) -> _Action:
    async def act(request: Request, number: int, channel: str) -> Answer:
        command = _steer(request, number, channel)
        turned = await request.services.store.write(lambda uow: turn(command, uow, request.now))
        return Reply(view(request.t, turned), in_channel=turned.reader is None)

    return act


def _steer(request: Request, number: int, channel: str) -> Steer:
    return Steer(origin=request.origin, group=request.group.id, channel=channel, number=number)


def _steers(request: Request, subscription: Subscription) -> bool:
    """Only to show what they can do: the use case asks again."""
    profile = request.situation.profile
    return profile is not None and may_steer(Actor(profile, request.situation.member), subscription)


def _destination(request: Request) -> tuple[str, str | None]:
    """The channel; in a direct message the person, whose user id then stands for the channel."""
    user = request.interaction.person.user
    if request.interaction.direct or request.situation.channel is None:
        return user, user
    return request.situation.channel, None


def _none_yet(request: Request, reader: str | None) -> str:
    """That there is no digest here."""
    return request.t("digest-none" if reader is None else "digest-none-personal")


def _in_group_order(request: Request, languages: tuple[Language, ...]) -> tuple[Language, ...]:
    """`both` means both in the order of the group, whose first language stands in the channel."""
    own = request.group.languages
    return own if languages == tuple(Language) and set(own) == set(languages) else languages


def _own_theme(request: Request) -> tuple[str, ...]:
    return (request.situation.theme,) if request.situation.theme is not None else ()


_ACTIONS: dict[DigestAction, _Action] = {
    DigestAction.PREVIEW: _preview,
    DigestAction.NOW: _now,
    DigestAction.PAUSE: _turning(pause, subscription_views.paused),
    DigestAction.RESUME: _turning(resume, subscription_views.resumed),
    DigestAction.STOP: _turning(stop, subscription_views.stopped),
}
