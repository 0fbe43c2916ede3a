"""Scheduling a digest: where it goes, what it covers, and the answer."""

from __future__ import annotations

from dataclasses import replace

from domain.coverage import EVERYTHING, Coverage
from domain.language import Language
from domain.permissions import may_record, may_schedule_digests
from domain.subscription import Definition
from domain.usecases.subscriptions import Subscribe, subscribe
from handlers.desk.answer import Answer, Reply
from handlers.desk.excuses import told
from handlers.desk.request import Request
from handlers.digests import subscription_views
from handlers.grammar.coverages import Covered
from handlers.grammar.schedules import DigestWanted


async def schedule(request: Request, definition: Definition) -> Answer:
    """Schedule the digest and show it. Raises Refusal."""
    channel, reader = destination(request)
    services = request.services
    person = request.interaction.person
    if reader is None and not await services.slack.is_member(person.workspace, channel):
        return told(request.t("digest-invite", bot=services.slack.bot_name))
    command = Subscribe(
        origin=request.origin,
        group=request.group.id,
        channel=channel,
        reader=reader,
        schedule=definition.schedule,
        coverage=definition.coverage,
        languages=definition.languages,
        skip_quiet=definition.skip_quiet,
    )
    outcome = await services.store.write(lambda uow: subscribe(command, uow, request.now))
    if outcome.already:
        return Reply(subscription_views.already(request.t, request.group, outcome.subscription))
    message = subscription_views.scheduled(request.t, request.group, outcome.subscription, outcome.beside)
    return Reply(message, in_channel=reader is None)


def wanted_here(request: Request, wanted: DigestWanted) -> Definition:
    """What was typed, with what is understood where nothing was."""
    return Definition(
        schedule=wanted.schedule,
        coverage=coverage_for(request, wanted.covered),
        languages=in_group_order(request, wanted.languages) or (request.t.language,),
        skip_quiet=wanted.skip_quiet,
    )


def destination(request: Request) -> tuple[str, str | None]:
    """The channel; in a direct message the person, whose user id then stands for the channel."""
    user = request.interaction.person.user
    if request.interaction.direct or request.situation.channel is None:
        return user, user
    return request.situation.channel, None


def may_schedule(request: Request) -> bool:
    """Whether there is any digest that the person may set up here. The use case asks about the very one."""
    actor = request.actor
    _, reader = destination(request)
    return actor is not None and (may_schedule_digests(actor) if reader is None else may_record(actor))


def zone_for(request: Request) -> str:
    """The zone in which a digest is read where none is named: one's own for one's own, else the group's."""
    _, reader = destination(request)
    return request.group.zone if reader is None else request.situation.zone


def coverage_for(request: Request, said: Covered) -> Coverage:
    """Of a channel its theme, of one person what concerns them, unless something else is said."""
    _, reader = destination(request)
    if reader is not None and not said.says_something:
        return Coverage(concerning=reader)
    theme = request.situation.theme
    channels = EVERYTHING if theme is None or said.everything else Coverage(themes=(theme,))
    return covering(request, said, channels)


def covering(request: Request, said: Covered, before: Coverage) -> Coverage:
    """The coverage in which only what was said is different."""
    user = request.interaction.person.user
    if not said.says_something:
        return before
    found = EVERYTHING if said.everything or said.for_me else before
    concerning = None if said.narrows or said.everything else found.concerning
    return replace(
        found,
        themes=found.themes if said.themes is None else said.themes,
        sectors=found.sectors if said.sectors is None else said.sectors,
        countries=found.countries if said.countries is None else said.countries,
        mine_of=user if said.mine else None if said.not_mine else found.mine_of,
        concerning=user if said.for_me else concerning,
    )


def in_group_order(request: Request, languages: tuple[Language, ...]) -> tuple[Language, ...]:
    """`both` means both in the order of the group, whose first language stands in the channel."""
    own = request.group.languages
    return own if languages == tuple(Language) and set(own) == set(languages) else languages
