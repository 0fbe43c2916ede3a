"""What words a delivery: one composer for each kind. Storage reads, domain composes, views word."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, TypeAlias

from domain.delivery import Delivery, DeliveryKind, Payload
from domain.digest import Digest
from domain.group import Group
from domain.ports import UnitOfWork
from domain.reference import RecordKind
from domain.usecases.announcing import announcement_of
from domain.usecases.answering import scribe_reply
from domain.usecases.deliveries import digest_of
from domain.usecases.meeting_reminders import meeting_ahead_of
from domain.usecases.notices import notice_of
from domain.usecases.reminders import reminders_of
from domain.usecases.replying import told_by
from handlers.desk.request import Services
from handlers.digests.views import payloads
from handlers.meetings import posts
from handlers.overview import notice_views, reply_views
from handlers.parts.next_steps import blocks_about
from handlers.reminders import meeting_views
from handlers.reminders import views as reminder_views
from handlers.scribe import views as scribe_views

Composer: TypeAlias = Callable[[Services, Delivery], Awaitable[Sequence[Payload]]]
"""The payloads of a delivery's parts, none when there is nothing to say (any more)."""


def composer(services: Services) -> Callable[[Delivery], Awaitable[Sequence[Payload]]]:
    """Words a delivery by its kind, at the first claim. Its buttons are about its group, wherever it goes."""

    async def compose(delivery: Delivery) -> Sequence[Payload]:
        made = await COMPOSERS[delivery.kind](services, delivery)
        return [
            Payload(_about(payload.rich, delivery.group), _about(payload.plain, delivery.group))
            for payload in made
        ]

    return compose


def _about(arguments: Mapping[str, Any], group: int) -> Mapping[str, Any]:
    if "blocks" not in arguments:
        return arguments
    return {**arguments, "blocks": blocks_about(arguments["blocks"], group)}


async def _digest(services: Services, delivery: Delivery) -> Sequence[Payload]:
    def read(uow: UnitOfWork) -> tuple[Group, Digest]:
        group = uow.workspace(delivery.workspace).group(delivery.group).group
        return group, digest_of(delivery, uow)

    group, digest = await services.store.read(read)
    return payloads(services.words, group, str(delivery.facts["zone"]), digest)


async def _notice(services: Services, delivery: Delivery) -> Sequence[Payload]:
    now = services.clock.now()
    notice = await services.store.read(lambda uow: notice_of(delivery, uow, now))
    ways = notice_views.Ways(services.commands, services.slack.bot_name)
    return () if notice is None else notice_views.payloads(services.words, ways, notice)


async def _reply(services: Services, delivery: Delivery) -> Sequence[Payload]:
    worded = "message" in delivery.facts
    told = None if worded else await services.store.read(lambda uow: told_by(delivery, uow))
    return reply_views.payloads(services.words, delivery, told)


async def _announcement(services: Services, delivery: Delivery) -> Sequence[Payload]:
    told = await services.store.read(lambda uow: announcement_of(delivery, uow))
    return () if told is None else posts.payloads(services.words, told)


async def _reminders(services: Services, delivery: Delivery) -> Sequence[Payload]:
    now = services.clock.now()
    told = await services.store.read(lambda uow: reminders_of(delivery, uow, now))
    return () if told is None else reminder_views.payloads(services.words, told)


async def _meeting_ahead(services: Services, delivery: Delivery) -> Sequence[Payload]:
    now = services.clock.now()
    told = await services.store.read(lambda uow: meeting_ahead_of(delivery, uow, now))
    return () if told is None else meeting_views.payloads(services.words, told)


async def _reaction(_: Services, delivery: Delivery) -> Sequence[Payload]:
    """The arguments of reactions.add."""
    emoji = scribe_views.EMOJI[RecordKind(delivery.facts["kind"])]
    arguments = {"name": emoji, "timestamp": str(delivery.facts["timestamp"])}
    return (Payload(arguments, arguments),)


async def _scribe(services: Services, delivery: Delivery) -> Sequence[Payload]:
    told = await services.store.read(lambda uow: scribe_reply(delivery, uow))
    return () if told is None else scribe_views.payloads(services.words, told)


COMPOSERS: Mapping[DeliveryKind, Composer] = MappingProxyType(
    {
        DeliveryKind.DIGEST: _digest,
        DeliveryKind.NOTICE: _notice,
        DeliveryKind.REPLY: _reply,
        DeliveryKind.WHISPER: _reply,
        DeliveryKind.MEETING: _announcement,
        DeliveryKind.MINUTES: _announcement,
        DeliveryKind.REMINDER: _announcement,
        DeliveryKind.CORRECTION: _announcement,
        DeliveryKind.SCRIBE: _scribe,
        DeliveryKind.REACTION: _reaction,
        DeliveryKind.REMINDERS: _reminders,
        DeliveryKind.MEETING_AHEAD: _meeting_ahead,
    }
)
"""A new kind of delivery adds its composer here; a test holds the table to the kinds."""
