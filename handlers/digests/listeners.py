"""Digests of a channel, or in a direct message one's own: `digest weekly mon 09:00`, `digest list`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date, datetime
from typing import TypeAlias

from domain.ports import UnitOfWork
from domain.refusal import Refusal, RefusalCode
from domain.subscription import Subscription, SubscriptionState
from domain.usecases.deliveries import deliver_now, preview, previewed_of
from domain.usecases.own_digests import masters
from domain.usecases.skipping import Dates
from domain.usecases.subscriptions import (
    Steer,
    is_ones_own,
    is_so_already,
    may_keep,
    may_steer,
    one_to_edit,
    pause,
    resume,
    stop,
    subscriptions_of,
)
from domain.usecases.timeliness import is_on_its_way
from handlers.deliveries import listeners as deliveries
from handlers.desk.answer import Answer, Reply
from handlers.desk.calendar import setting_of
from handlers.desk.excuses import choosable, misunderstood, problem_text, told, usage
from handlers.desk.request import Request
from handlers.digests import owning_views, subscription_views, views
from handlers.digests.editing import edit_as_said, left_out_here, skip, unskip
from handlers.digests.explaining import asks_how, explained
from handlers.digests.forms import OWN_DIGEST, open_edit
from handlers.digests.owning import own
from handlers.digests.refused import or_whose, own_command
from handlers.digests.scheduling import destination, may_schedule, schedule, wanted_here, zone_for
from handlers.digests.subscription_views import NONE_LEFT_OUT
from handlers.grammar.deliveries import LogWanted, read_log
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.schedules import (
    NOTHING_SAID,
    DigestAction,
    DigestEdit,
    DigestOrder,
    DigestWanted,
    read_digest,
)
from handlers.words.slack_text import escape

_SILENCING = frozenset({DigestAction.SKIP, DigestAction.UNSKIP, DigestAction.PAUSE, DigestAction.STOP})

_Action: TypeAlias = Callable[[Request, int, str], Awaitable[Answer]]
_OfDate: TypeAlias = Callable[[Request, int, date | None], Awaitable[Answer]]
_Turn: TypeAlias = Callable[[Steer, UnitOfWork, datetime], Subscription]


async def listen(request: Request) -> Answer:
    """Schedule a digest, or do something with one that is scheduled. Raises Refusal."""
    if not request.utterance.rest:
        return await _listed(request)
    if asks_how(request.utterance.rest):
        return explained(request)
    asked = read_log(request.utterance.rest)
    if isinstance(asked, LogWanted):
        return await deliveries.listen(request, asked)
    return await or_whose(request, _answer(request, asked or _read(request)))


async def _answer(request: Request, wanted: DigestWanted | DigestOrder | DigestEdit | Problem) -> Answer:
    match wanted:
        case Problem():
            return _unclear(request, wanted)
        case DigestWanted():
            return await schedule(request, wanted_here(request, wanted))
        case DigestEdit():
            return await _edited(request, wanted)
        case _:
            return await _ordered(request, wanted)


def _unclear(request: Request, problem: Problem) -> Answer:
    """With the form, which is for schedules: not where an order was meant."""
    if problem.code is ProblemCode.HOUR_EITHER and request.utterance.line.count(escape(problem.word)) == 1:
        return choosable(request, problem)
    is_order = problem.code is ProblemCode.DIGEST_WORD_UNKNOWN and problem.suggestions
    return told(problem_text(request.t, problem)) if is_order else misunderstood(request.t, problem)


def _read(request: Request) -> DigestWanted | DigestOrder | DigestEdit | Problem:
    return read_digest(request.utterance.rest, request.group.themes, zone_for(request), setting_of(request))


async def _listed(request: Request, number: int | None = None) -> Answer:
    """Every digest here, or the one that is named. Raises Refusal SUBSCRIPTION_UNKNOWN."""
    channel, reader = destination(request)
    found = await request.services.store.read(
        lambda uow: subscriptions_of(request.origin, request.group.id, channel, uow)
    )
    if number is not None:
        found = tuple(each for each in found if each.number == number)
        if not found:
            raise Refusal(RefusalCode.SUBSCRIPTION_UNKNOWN, number=number)
    if not found:
        may = may_schedule(request)
        return usage(request, _none_yet(request, reader)) if may else _not_theirs(request, reader)
    steered = {each.number for each in found if _steers(request, each)}
    left_out = await left_out_here(request)
    own_ones = {each.number: _keeps(request, each) for each in found if _is_own(request, each)}
    return Reply(subscription_views.listed(request.t, request.group, found, steered, left_out, own_ones))


async def _ordered(request: Request, order: DigestOrder) -> Answer:
    """The action on the digest that is named, else on the only one it can apply to."""
    channel, _ = destination(request)
    if order.action is DigestAction.LIST:
        return await _listed(request, order.number)
    if order.action is DigestAction.LOG:
        return await deliveries.listen(request, LogWanted())
    if order.action is DigestAction.OWN:
        return await own(request, order.key)
    number = await _number_of(request, order.action, order.number, order.on)
    if isinstance(number, int) and order.action in _OF_DATES:
        return await _OF_DATES[order.action](request, number, order.on)
    return number if not isinstance(number, int) else await _ACTIONS[order.action](request, number, channel)


async def _edited(request: Request, wanted: DigestEdit) -> Answer:
    """What was said is different now; with nothing said the form with what it is opens."""
    number = await _number_of(request, DigestAction.EDIT, wanted.number)
    if not isinstance(number, int):
        return number
    if wanted.said != NOTHING_SAID:
        return await edit_as_said(request, number, wanted.said)
    if request.interaction.trigger is None:
        return misunderstood(request.t, Problem(ProblemCode.EDIT_NOTHING_SAID))
    channel, _ = destination(request)
    group = request.group.id
    found = await request.services.store.read(
        lambda uow: one_to_edit(request.origin, group, channel, number, uow)
    )
    return await open_edit(request, found)


async def _number_of(
    request: Request, action: DigestAction, named: int | None, on: date | None = None
) -> int | Reply:
    """The digest that is named, else the only one that fits; else the question which."""
    if named is not None:
        return named
    channel, reader = destination(request)
    found = await request.services.store.read(
        lambda uow: subscriptions_of(request.origin, request.group.id, channel, uow)
    )
    left_out = await left_out_here(request) if action is DigestAction.UNSKIP else NONE_LEFT_OUT
    fitting = _fitting(found, action, on, left_out)
    if not fitting:
        return told(_none_yet(request, reader))
    if action not in {DigestAction.PREVIEW, DigestAction.MUTE}:
        theirs = [each for each in fitting if _keeps(request, each) or _may_silence(request, each, action)]
        fitting = theirs or fitting[:1]
    if len(fitting) > 1:
        if action is DigestAction.UNSKIP and not left_out:
            return told(request.t("digest-none-left-out-here"))
        left_out = {number: (on,) if on in days else days for number, days in left_out.items()}
        return Reply(subscription_views.which(request.t, request.group, action, fitting, left_out))
    return fitting[0].number


def _fitting(
    found: Sequence[Subscription], action: DigestAction, on: date | None, left_out: Mapping[int, Dates]
) -> list[Subscription]:
    """Those that the action can do something to, of that date where one is said; else all of them."""
    state = SubscriptionState.PAUSED if action is DigestAction.RESUME else SubscriptionState.ACTIVE
    fitting = [each for each in found if each.state is state] or list(found)
    if action is DigestAction.UNSKIP:
        dated = [each for each in found if on in left_out.get(each.number, ())]
        return dated or [each for each in found if each.number in left_out] or list(found)
    if action is not DigestAction.SKIP or on is None:
        return fitting
    return [each for each in fitting if each.next_slot is not None and each.next_slot.date == on] or fitting


async def _preview(request: Request, number: int, channel: str) -> Answer:
    """What would be posted now, to whoever asks: its times are those of the digest's zone, not theirs."""
    origin, group = request.origin, request.group.id
    digest, subscription = await request.services.store.read(
        lambda uow: (
            preview(origin, group, channel, number, request.now, uow),
            previewed_of(origin, group, channel, number, uow),
        )
    )
    words = request.services.words
    message = views.preview(words, request.t, request.group, subscription.schedule.zone, digest)
    quiet = digest.effects.is_quiet
    return Reply(subscription_views.previewed(request.t, subscription, message, quiet=quiet))


async def _now(request: Request, number: int, channel: str) -> Answer:
    command = _steer(request, number, channel)
    queued = await request.services.store.write(lambda uow: deliver_now(command, uow, request.now))
    return Reply(subscription_views.on_its_way(request.t, queued.subscription))


async def _stop(request: Request, number: int, channel: str) -> Answer:
    """What waits is not sent any more; what is being sent cannot be called back."""
    command = _steer(request, number, channel)
    ended, under_way = await request.services.store.write(
        lambda uow: (stop(command, uow, request.now), is_on_its_way(command, uow))
    )
    view = subscription_views.stopped_under_way if under_way else subscription_views.stopped
    return Reply(view(request.t, ended), in_channel=ended.reader is None)


def _set(turn: _Turn, state: SubscriptionState, views: subscription_views.Turned) -> _Action:
    """What changes nothing is told to whoever asked, and to nobody else."""

    async def act(request: Request, number: int, channel: str) -> Answer:
        command = _steer(request, number, channel)
        was_so, turned, under_way = await request.services.store.write(
            lambda uow: (
                is_so_already(command, uow, state),
                turn(command, uow, request.now),
                is_on_its_way(command, uow),
            )
        )
        if was_so:
            return Reply(views.already(request.t, turned))
        view = views.under_way if under_way else views.done
        return Reply(view(request.t, turned), in_channel=turned.reader is None)

    return act


def _steer(request: Request, number: int, channel: str) -> Steer:
    return Steer(origin=request.origin, group=request.group.id, channel=channel, number=number)


def _steers(request: Request, subscription: Subscription) -> bool:
    """Only to show what they can do: the use case asks again."""
    return request.actor is not None and may_steer(request.actor, subscription)


def _keeps(request: Request, subscription: Subscription) -> bool:
    return request.actor is not None and may_keep(request.actor, subscription)


def _is_own(request: Request, subscription: Subscription) -> bool:
    return request.actor is not None and is_ones_own(request.actor, subscription)


def _may_silence(request: Request, subscription: Subscription, action: DigestAction) -> bool:
    """Whether it is one of what readers may always do with their own."""
    return action in _SILENCING and _is_own(request, subscription)


def _none_yet(request: Request, reader: str | None) -> str:
    """That there is no digest here."""
    return request.t("digest-none" if reader is None else "digest-none-personal")


def _not_theirs(request: Request, reader: str | None) -> Reply:
    """That a channel has no digest, who may set one, and how one has one's own.

    Raises Refusal, of one's own: only who may not have one comes here.
    """
    if reader is not None:
        OWN_DIGEST.require(request)
    return told(owning_views.none_text(request.t, own_command(request)))


async def _mute(request: Request, number: int, channel: str) -> Answer:
    """Whoever may pause it pauses it; others are told who may."""
    group = request.group.id
    names = await request.services.store.read(
        lambda uow: masters(request.origin, group, channel, number, uow)
    )
    found = await request.services.store.read(
        lambda uow: subscriptions_of(request.origin, group, channel, uow)
    )
    if any(each.number == number and _steers(request, each) for each in found):
        return await _ACTIONS[DigestAction.PAUSE](request, number, channel)
    return told(owning_views.mute_text(request.t, number, names, own_command(request)))


_OF_DATES: dict[DigestAction, _OfDate] = {DigestAction.SKIP: skip, DigestAction.UNSKIP: unskip}
_ACTIONS: dict[DigestAction, _Action] = {
    DigestAction.MUTE: _mute,
    DigestAction.PREVIEW: _preview,
    DigestAction.NOW: _now,
    DigestAction.PAUSE: _set(pause, SubscriptionState.PAUSED, subscription_views.PAUSED),
    DigestAction.RESUME: _set(resume, SubscriptionState.ACTIVE, subscription_views.RESUMED),
    DigestAction.STOP: _stop,
}
