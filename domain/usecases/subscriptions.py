"""Setting up, pausing, resuming and stopping a digest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from domain.change import ChangeKind, NewChange
from domain.coverage import Coverage
from domain.group import Group, known_zone
from domain.language import Language
from domain.permissions import Actor, Right, leads, require
from domain.ports import UnitOfWork
from domain.receipt import Receipt
from domain.recurrence import unanchored
from domain.refusal import Refusal, RefusalCode
from domain.repositories import GroupRecord
from domain.schedule import Schedule, first_slot, starting
from domain.subscription import Definition, NewSubscription, Subscription, SubscriptionState
from domain.usecases.holding_back import held_back
from domain.usecases.origin import Origin, Scene, approach, enter
from domain.usecases.vacant_dates import next_vacant

SUBSCRIPTIONS_MAX = 10
"""Digests of one channel or person: more is noise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscribe:
    """A digest to post in the origin's channel, or to `reader` (a user id) in a direct message."""

    origin: Origin
    group: int
    channel: str
    reader: str | None
    schedule: Schedule
    coverage: Coverage
    languages: tuple[Language, ...]
    skip_quiet: bool = False

    @property
    def definition(self) -> Definition:
        """What is said of it."""
        return Definition(
            schedule=self.schedule,
            coverage=self.coverage,
            languages=self.languages,
            skip_quiet=self.skip_quiet,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Steer:
    """Pause, resume or stop subscription D-`number` of the channel."""

    origin: Origin
    group: int
    channel: str
    number: int


@dataclass(frozen=True, slots=True)
class Scheduled:
    """The digest that is stored, and those `beside` it at that minute. `already`: it was there before."""

    subscription: Subscription
    already: bool = False
    beside: tuple[Subscription, ...] = ()


_SILENCING = frozenset({ChangeKind.DIGEST_PAUSED, ChangeKind.DIGEST_STOPPED})
"""What readers may always do with their own digest, whatever rights they have lost since."""

_Turn: TypeAlias = Callable[[GroupRecord, Subscription, datetime], Subscription]


def subscribe(command: Subscribe, uow: UnitOfWork, now: datetime) -> Scheduled:
    """The stored subscription; its first digest tells what happens from now on. Raises Refusal."""
    scene = enter(uow, command.origin, command.group)
    subscriptions = scene.record.subscriptions
    receipt = scene.workspace.receipts.find(command.origin.key)
    if receipt is not None:
        return Scheduled(subscription_in(scene, command.channel, int(receipt.subject)))
    require_scheduler(scene, command.reader, command.coverage.themes)
    require_known(scene.record.group, command.definition, command.reader)
    present = subscriptions.of_channel(command.channel)
    same = same_as(present, command.definition)
    if same is not None:
        return Scheduled(same, already=True)
    if len(present) >= SUBSCRIPTIONS_MAX:
        raise Refusal(RefusalCode.DIGESTS_TOO_MANY, limit=SUBSCRIPTIONS_MAX)
    user = scene.actor.person.user
    slot = first_slot(command.schedule, now)
    stored = subscriptions.add(
        NewSubscription(
            channel=command.channel,
            reader=command.reader,
            schedule=starting(command.schedule, slot),
            coverage=command.coverage,
            languages=command.languages,
            skip_quiet=command.skip_quiet,
            state=SubscriptionState.ACTIVE,
            next_slot=slot,
            told_through=scene.record.changes.last_number + 1,
            created_by=user,
            created_at=now,
        )
    )
    change = NewChange(kind=ChangeKind.DIGEST_SCHEDULED, after=stored.channel, comment=stored.label)
    scene.record.changes.append([change], user, now)
    scene.workspace.receipts.add(command.origin.key, Receipt(str(stored.number)), now)
    return Scheduled(stored, beside=tuple(each for each in present if each.next_slot == slot))


def same_as(present: Sequence[Subscription], wanted: Definition) -> Subscription | None:
    """The one that tells the same at the same time: a second one would only repeat it."""
    return next((found for found in present if _sets(found.definition) == _sets(wanted)), None)


def _sets(definition: Definition) -> tuple[object, ...]:
    """What is told and when, whatever the order in which that was said; in which weeks is a detail."""
    schedule, covers = definition.schedule, definition.coverage
    lists = (frozenset(covers.themes), frozenset(covers.sectors), frozenset(covers.countries))
    when = replace(schedule, recurrence=unanchored(schedule.recurrence))
    return (when, definition.languages, *lists, covers.mine_of, covers.concerning)


def require_known(group: Group, definition: Definition, reader: str | None) -> None:
    """Raises Refusal for a zone nobody knows, for a theme, sector or country that the group does not have.

    And for what is one person's own in what others read.
    """
    coverage = definition.coverage
    known_zone(definition.schedule.zone)
    if coverage.reader is not None and coverage.reader != reader:
        raise Refusal(RefusalCode.DIGEST_OF_ONES_OWN)
    for theme in coverage.themes:
        group.theme(theme)
    for sector in coverage.sectors:
        if sector not in group.sectors:
            raise Refusal(RefusalCode.SECTOR_UNKNOWN, word=sector.value)
    for country in coverage.countries:
        if country not in group.countries:
            raise Refusal(RefusalCode.COUNTRY_UNKNOWN, word=country)


def subscriptions_of(origin: Origin, group: int, channel: str, uow: UnitOfWork) -> tuple[Subscription, ...]:
    """The digests of a channel (or of a person: their user id), stopped ones left out."""
    return enter(uow, origin, group).record.subscriptions.of_channel(channel)


def one_to_edit(origin: Origin, group: int, channel: str, number: int, uow: UnitOfWork) -> Subscription:
    """The digest, for whoever may edit it. Raises Refusal."""
    scene = enter(uow, origin, group)
    found = subscription_in(scene, channel, number)
    require_scheduler(scene, found.reader, found.themes)
    if found.state is SubscriptionState.STOPPED:
        raise Refusal(RefusalCode.SUBSCRIPTION_ENDED, number=number)
    return found


def pause(command: Steer, uow: UnitOfWork, now: datetime) -> Subscription:
    """Keep its place in the history and post nothing. One's own needs no right. Raises Refusal."""

    def turn(record: GroupRecord, subscription: Subscription, _: datetime) -> Subscription:
        return replace(held_back(uow, record, subscription), state=SubscriptionState.PAUSED, next_slot=None)

    return _steer(command, uow, now, ChangeKind.DIGEST_PAUSED, turn)


def resume(command: Steer, uow: UnitOfWork, now: datetime) -> Subscription:
    """Post again from the next slot on; that digest tells everything since the last. Raises Refusal."""

    def turn(record: GroupRecord, subscription: Subscription, at: datetime) -> Subscription:
        if subscription.state is SubscriptionState.ACTIVE:
            return subscription
        slot = next_vacant(record, subscription, at)
        return replace(subscription, state=SubscriptionState.ACTIVE, next_slot=slot)

    return _steer(command, uow, now, ChangeKind.DIGEST_RESUMED, turn)


def stop(command: Steer, uow: UnitOfWork, now: datetime) -> Subscription:
    """End it for good. One's own needs no right. Raises Refusal."""

    def turn(_record: GroupRecord, subscription: Subscription, _: datetime) -> Subscription:
        return replace(subscription, state=SubscriptionState.STOPPED, next_slot=None)

    return _steer(command, uow, now, ChangeKind.DIGEST_STOPPED, turn)


def stop_all(record: GroupRecord, channel: str, user: str | None, now: datetime) -> int:
    """End every digest of a channel that leaves the group; how many there were.

    On behalf of `user`, or (None: nobody here did it) of whoever set each up.
    """
    left = record.subscriptions.of_channel(channel)
    for subscription in left:
        change = NewChange(kind=ChangeKind.DIGEST_STOPPED, after=channel, comment=subscription.label)
        record.subscriptions.save(ended(subscription))
        record.changes.append([change], user or subscription.created_by, now)
    return len(left)


def ended(subscription: Subscription) -> Subscription:
    """The subscription, stopped for good."""
    version = subscription.version + 1
    return replace(subscription, state=SubscriptionState.STOPPED, next_slot=None, version=version)


def steered(command: Steer, uow: UnitOfWork, *, own_freely: bool) -> tuple[Scene, Subscription, bool]:
    """The scene, the subscription, and whether the interaction was carried out before.

    `own_freely`: one's own digest needs no right. Raises Refusal.
    """
    user = command.origin.person.user
    own = own_freely and command.channel == user
    scene = (approach if own else enter)(uow, command.origin, command.group)
    found = subscription_in(scene, command.channel, command.number)
    if scene.workspace.receipts.find(command.origin.key) is not None:
        return scene, found, True
    if not (own and found.reader == user):
        require_keeper(scene, found)
    if found.state is SubscriptionState.STOPPED:
        raise Refusal(RefusalCode.SUBSCRIPTION_ENDED, number=found.number)
    return scene, found, False


def is_so_already(command: Steer, uow: UnitOfWork, state: SubscriptionState) -> bool:
    """Whether to pause or to resume it changes nothing, before that is tried. Raises Refusal."""
    _, found, already = steered(command, uow, own_freely=True)
    return found.state is state and not already


def _steer(command: Steer, uow: UnitOfWork, now: datetime, kind: ChangeKind, turn: _Turn) -> Subscription:
    scene, found, already = steered(command, uow, own_freely=kind in _SILENCING)
    if already:
        return found
    turned = turn(scene.record, found, now)
    if turned == found:
        return found
    turned = replace(turned, version=found.version + 1)
    scene.record.subscriptions.save(turned)
    change = NewChange(kind=kind, after=command.channel, comment=found.label)
    scene.record.changes.append([change], scene.actor.person.user, now)
    scene.workspace.receipts.add(command.origin.key, Receipt(str(found.number)), now)
    return turned


def subscription_in(scene: Scene, channel: str, number: int) -> Subscription:
    """Subscription D-`number` of the channel. Raises Refusal SUBSCRIPTION_UNKNOWN."""
    found = scene.record.subscriptions.get(number)
    if found is None or found.channel != channel:
        raise Refusal(RefusalCode.SUBSCRIPTION_UNKNOWN, number=number)
    return found


def require_scheduler(scene: Scene, reader: str | None, themes: tuple[str, ...]) -> None:
    """A member schedules their own digest; a channel's is for chairs, and for leads about their themes.

    Raises Refusal as `require` does, or LEAD_ONLY.
    """
    _require_scheduling(scene.actor, reader, themes)


def require_keeper(scene: Scene, subscription: Subscription) -> None:
    """Of one's own every member, observers too; else as `require_scheduler`. Raises Refusal."""
    if not may_keep(scene.actor, subscription):
        require_scheduler(scene, subscription.reader, subscription.themes)


def may_keep(actor: Actor, subscription: Subscription) -> bool:
    """Whether the person may ask for the digest now, pause it, resume it and stop it."""
    is_member = actor.member is not None and not actor.profile.reads_only
    return (is_member and is_ones_own(actor, subscription)) or may_steer(actor, subscription)


def may_steer(actor: Actor, subscription: Subscription) -> bool:
    """Whether the person may do everything with the digest, and edit it."""
    try:
        _require_scheduling(actor, subscription.reader, subscription.themes)
    except Refusal:
        return False
    return True


def is_ones_own(actor: Actor, subscription: Subscription) -> bool:
    """Whether the person is its only reader, who may always skip it, pause it and stop it."""
    return subscription.reader is not None and subscription.reader == actor.person.user


def _require_scheduling(actor: Actor, reader: str | None, themes: tuple[str, ...]) -> None:
    if reader is not None and reader == actor.person.user:
        require(actor, Right.RECORD)
        return
    member = require(actor, Right.SCHEDULE_DIGESTS, themes[0] if themes else None)
    if not all(leads(member, theme) for theme in themes):
        raise Refusal(RefusalCode.LEAD_ONLY)
