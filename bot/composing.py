"""What words a delivery: one composer for each kind. Storage reads, domain composes, views word."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from bot.gathering import Gathering
from bot.known_digests import KnownDigests
from domain.delivery import Delivery, DeliveryKind, NewDelivery, Payload
from domain.digest import is_late
from domain.reference import RecordKind
from domain.subscription import Subscription
from domain.usecases.announcing import Ended, announcement_of
from domain.usecases.answering import scribe_reply
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

_OF_ONE = frozenset({"subscription", "slot"})
"""Facts that say which delivery it is, and nothing of what it tells."""

Composer: TypeAlias = Callable[[Services, Delivery], Awaitable[Sequence[Payload]]]
"""The payloads of a delivery's parts, none when there is nothing to say (any more)."""


class Composing:
    """Words deliveries by their kind. Their buttons are about their group, wherever they go."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self._digests = Digests()
        self._by_kind = composers(self._digests)

    async def compose(self, delivery: Delivery) -> Sequence[Payload]:
        """The payloads of a delivery's parts, none when there is nothing to say (any more)."""
        return _about(await self._by_kind[delivery.kind](self.services, delivery), delivery)

    async def ahead(self, digest: NewDelivery, subscription: Subscription) -> Sequence[Payload]:
        """The payloads of a digest that is not due yet, its subscription as it will be behind the slot."""
        return _about(await self._digests.worded(self.services, digest, subscription), digest)


def _about(made: Sequence[Payload], delivery: NewDelivery) -> Sequence[Payload]:
    group = delivery.group
    return [replace(one, rich=_of_group(one.rich, group), plain=_of_group(one.plain, group)) for one in made]


def _of_group(arguments: Mapping[str, Any], group: int) -> Mapping[str, Any]:
    if "blocks" not in arguments:
        return arguments
    return {**arguments, "blocks": blocks_about(arguments["blocks"], group)}


class Digests:
    """Words digests: what several subscriptions are told alike is composed and worded once.

    Each is kept with the facts it was composed of, and told again only while it still holds.
    """

    def __init__(self) -> None:
        self._known = KnownDigests()
        self._gathering: Gathering | None = None

    async def __call__(self, services: Services, delivery: Delivery) -> Sequence[Payload]:
        """The payloads of its messages."""
        return await self.worded(services, delivery)

    async def worded(
        self, services: Services, delivery: NewDelivery, advanced: Subscription | None = None
    ) -> Sequence[Payload]:
        """The payloads of its messages; `advanced`: its subscription behind the slot until that is stored."""
        self._gathering = self._gathering or Gathering(services.store)
        facts = {name: fact for name, fact in delivery.facts.items() if name not in _OF_ONE}
        key = (delivery.workspace, delivery.group, json.dumps(facts, sort_keys=True))
        known = self._known.of(key)
        told = await self._gathering.read(lambda uow: known.told(delivery, uow, advanced))
        made = known.made_of(told.composed)
        late = is_late(told.digest.until, services.clock.now())
        zone = str(facts["zone"])
        worded = payloads(services.words, told.composed.group, zone, told.digest, made, late=late)
        self._known.weigh(key, known, told.digest)
        return worded


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
    if told is None:
        return ()
    through = told.through if isinstance(told, Ended) else None
    return [replace(one, through=through) for one in posts.payloads(services.words, told)]


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


def composers(digests: Digests) -> Mapping[DeliveryKind, Composer]:
    """By kind of delivery; `digests` remembers what it made.

    A new kind adds its composer here; a test holds the table to the kinds.
    """
    return {
        DeliveryKind.DIGEST: digests,
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
