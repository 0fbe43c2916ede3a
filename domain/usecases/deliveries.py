"""Deliveries of digests: made when a slot is due or somebody asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from itertools import groupby
from typing import Any

from domain.act import ActKind
from domain.change import ChangeKind, NewChange
from domain.coverage import coverage_in
from domain.delivery import (
    SKIPPED_FACT,
    Delivery,
    DeliveryState,
    NewDelivery,
    Skipped,
)
from domain.digest import Digest
from domain.language import Language
from domain.people import is_written_to
from domain.ports import UnitOfWork
from domain.receipt import Receipt
from domain.refusal import Refusal, RefusalCode
from domain.register import Tally
from domain.repositories import GroupRecord
from domain.schedule import Slot, slot_after, slots_due
from domain.subscription import Subscription, SubscriptionState
from domain.usecases.acts import keep_act
from domain.usecases.bearings import bearings_in, missed_facts, taken
from domain.usecases.digests import Scope, Stretch, compose, is_quiet
from domain.usecases.origin import Origin, enter
from domain.usecases.slots import delivery_of_digest, skip_slot, slot_key
from domain.usecases.subscriptions import Steer, ended, require_keeper, subscription_in
from domain.usecases.vacant_dates import dates_taken, latest, vacant

SKIPPED_ROWS_MAX = 60
"""Rows for slots that passed unused, the latest ones: after years of downtime a daily digest would leave
thousands that nobody reads. The delivery that covers the gap counts all of them (`missed`)."""

QUIET_AGAIN_AFTER = timedelta(minutes=10)
"""Until then a second digest with nothing to tell is taken for a second press of the button."""


@dataclass(frozen=True, slots=True)
class Materialised:
    """How many deliveries now wait to be sent, and how many rows say that a slot passed."""

    created: int = 0
    skipped: int = 0

    def __add__(self, other: Materialised) -> Materialised:
        return Materialised(self.created + other.created, self.skipped + other.skipped)


@dataclass(frozen=True, slots=True)
class Queued:
    """A digest asked for now: its subscription and the key of its delivery."""

    subscription: Subscription
    key: str


@dataclass(frozen=True, slots=True)
class _Present:
    """A subscription whose group is locked, the newest delivery that was not skipped, and the figures."""

    record: GroupRecord
    subscription: Subscription
    latest: Delivery | None
    tally: Callable[[], Tally]


@dataclass(frozen=True, slots=True)
class _Use:
    """What slots are used for: a delivery, and the subscription behind them.

    `skipped`: rows that say that slots passed before.
    """

    record: GroupRecord
    delivery: NewDelivery
    subscription: Subscription
    skipped: int


def materialise(uow: UnitOfWork, now: datetime, limit: int) -> Materialised:
    """Turn due subscriptions into deliveries, at most `limit`; `now` is the application's.

    Of several slots that passed since the last tick only the latest is delivered, over everything since the
    last digest. Groups are locked in one order, so that replicas do not wait for each other in a ring.
    """
    due = sorted(uow.outbox.due(now, limit), key=lambda found: (found.workspace, found.group, found.number))
    ended = Materialised()
    uses: list[_Use] = []
    for (workspace, group), found in groupby(due, key=lambda one: (one.workspace, one.group)):
        record = uow.workspace(workspace).group(group)
        numbers = [one.number for one in found]
        # What was found due is looked at again under its group's lock.
        waiting = record.subscriptions.waiting(numbers)
        latest = record.subscriptions.latest_deliveries(numbers)
        # Nothing that is counted is written here.
        tally = cache(record.register.tally)
        for subscription in waiting:
            present = _Present(record, subscription, latest.get(subscription.number), tally)
            came = _used(uow, present, now)
            if isinstance(came, _Use):
                uses.append(came)
            else:
                ended += came
    return ended + _stored(uow, uses)


def deliver_now(command: Steer, uow: UnitOfWork, now: datetime) -> Queued:
    """Queue a digest of everything since the last one, between its slots; a paused subscription may too.

    Raises Refusal DIGEST_IN_FLIGHT while another delivery of the subscription is not final, NOTHING_NEW when
    nothing happened since one that was made moments ago, and those of `subscription_in` and
    `require_keeper`.
    """
    scene = enter(uow, command.origin, command.group)
    subscription = subscription_in(scene, command.channel, command.number)
    receipt = scene.workspace.receipts.find(command.origin.key)
    if receipt is not None:
        return Queued(subscription, receipt.facts["key"])
    require_keeper(scene, subscription)
    if subscription.state is SubscriptionState.STOPPED:
        raise Refusal(RefusalCode.SUBSCRIPTION_ENDED, number=subscription.number)
    if scene.record.subscriptions.in_flight(subscription.number):
        raise Refusal(RefusalCode.DIGEST_IN_FLIGHT, number=subscription.number)
    facts = _facts(_present(scene.record, subscription), now)
    _require_news(scene.record, subscription, facts)
    queued = delivery_of_digest(subscription, f"now:{command.origin.key}", facts, now)
    uow.outbox.add(queued)
    told = replace(subscription, told_through=facts["through"])
    scene.record.subscriptions.save(told)
    receipt = Receipt(str(subscription.number), {"key": queued.key})
    scene.workspace.receipts.add(command.origin.key, receipt, now)
    keep_act(scene.record, command.origin, ActKind.DIGEST_SENT, subscription.label)
    return Queued(told, queued.key)


def _require_news(record: GroupRecord, subscription: Subscription, facts: Mapping[str, Any]) -> None:
    """A quiet digest may be asked for, but not again right after one that arrived."""
    latest = record.subscriptions.latest_delivery(subscription.number)
    if latest is None or latest.state is DeliveryState.FAILED or facts["after"] < facts["through"]:
        return
    if stretch_of(facts).until - stretch_of(latest.facts).until < QUIET_AGAIN_AFTER:
        raise Refusal(RefusalCode.NOTHING_NEW, number=subscription.number)


def preview(origin: Origin, group: int, channel: str, number: int, now: datetime, uow: UnitOfWork) -> Digest:
    """What the next digest of subscription D-`number` of the channel would say now. Raises Refusal."""
    scene = enter(uow, origin, group)
    subscription = subscription_in(scene, channel, number)
    facts = _facts(_present(scene.record, subscription), now)
    return compose(scene.workspace, scene.record, scope_of(facts), stretch_of(facts), bearings_in(facts))


def previewed_of(origin: Origin, group: int, channel: str, number: int, uow: UnitOfWork) -> Subscription:
    """Subscription D-`number` of the channel, whose digest is previewed. Raises Refusal."""
    return subscription_in(enter(uow, origin, group), channel, number)


def stretch_of(facts: Mapping[str, Any]) -> Stretch:
    """The range and period in a digest's facts. Raises KeyError or ValueError for other facts."""
    return Stretch(
        after=facts["after"],
        through=facts["through"],
        since=datetime.fromisoformat(facts["since"]),
        until=datetime.fromisoformat(facts["until"]),
    )


def scope_of(facts: Mapping[str, Any]) -> Scope:
    """The coverage and languages in a digest's facts. Raises KeyError or ValueError for other facts."""
    return Scope(coverage_in(facts), tuple(Language(language) for language in facts["languages"]))


def use_slots(uow: UnitOfWork, record: GroupRecord, subscription: Subscription, now: datetime) -> None:
    """Use the slots that are due; none are once a replica came first, or while it is paused."""
    came = _used(uow, _present(record, subscription), now)
    if isinstance(came, _Use):
        _stored(uow, [came])


def _used(uow: UnitOfWork, present: _Present, now: datetime) -> _Use | Materialised:
    """What the slots that are due are used for, which is to be stored; or what became of them instead."""
    record, subscription = present.record, present.subscription
    slots = _due(record, subscription, now)
    if not slots:
        return Materialised()
    *missed, slot = slots
    if _has_lost_its_reader(uow, record, subscription):
        return Materialised(0, _end(uow, record, subscription, slot, now))
    rows = missed[-SKIPPED_ROWS_MAX:]
    skipped = sum(skip_slot(uow, subscription, passed, Skipped.PASSED) for passed in rows)
    facts = _facts(present, now) | {"slot": slot.date.isoformat()}
    facts |= missed_facts(passed.date for passed in missed)
    quiet = subscription.skip_quiet and is_quiet(record, subscription.coverage, stretch_of(facts))
    state = DeliveryState.SKIPPED if quiet else DeliveryState.PENDING
    facts |= {SKIPPED_FACT: Skipped.QUIET} if quiet else {}
    digest = delivery_of_digest(subscription, slot_key(subscription, slot.date), facts, slot.due_at)
    advanced = _advanced(record, subscription, slot, now)
    return _Use(record, replace(digest, state=state), advanced, skipped)


def _stored(uow: UnitOfWork, uses: Sequence[_Use]) -> Materialised:
    """Store them all; a subscription whose delivery was there already is told nothing by it."""
    new = uow.outbox.add_new([use.delivery for use in uses])
    made = Materialised()
    for use in uses:
        is_new = use.delivery.key in new
        through = use.delivery.facts["through"] if is_new else use.subscription.told_through
        use.record.subscriptions.advance(replace(use.subscription, told_through=through))
        quiet = use.delivery.state is DeliveryState.SKIPPED
        made += Materialised(int(is_new and not quiet), use.skipped + int(is_new and quiet))
    return made


def _due(record: GroupRecord, subscription: Subscription, now: datetime) -> Sequence[Slot]:
    """The slots that are due, without those left out among them: the last one is to be delivered."""
    if subscription.next_slot is None:
        return ()
    slots = slots_due(subscription.schedule, subscription.next_slot, now)
    last = subscription.last_date
    if not slots or last is None or slots[0].date > last:
        return slots
    taken = dates_taken(record, subscription, slots[0].due_at)
    return [slot for slot in slots if slot.date not in taken] or slots


def _advanced(record: GroupRecord, subscription: Subscription, slot: Slot, now: datetime) -> Subscription:
    """Behind the slot that was used, at the next one that can come."""
    used = replace(subscription, last_date=latest(subscription.last_date, slot.date))
    following = slot_after(subscription.schedule, slot.date)
    return replace(used, next_slot=vacant(record, used, following, now))


def _has_lost_its_reader(uow: UnitOfWork, record: GroupRecord, subscription: Subscription) -> bool:
    """Whether a personal digest would go to somebody who has none any more."""
    reader = subscription.reader
    if reader is None:
        return False
    profile = uow.workspace(subscription.workspace).people.get(reader)
    return not is_written_to(profile, record.members.get(reader))


def _end(uow: UnitOfWork, record: GroupRecord, subscription: Subscription, slot: Slot, now: datetime) -> int:
    """Stop it in its creator's name instead of delivering; how many rows say so."""
    skipped = skip_slot(uow, subscription, slot, Skipped.READER_LEFT)
    used = latest(subscription.last_date, slot.date)
    record.subscriptions.save(replace(ended(subscription), last_date=used))
    change = NewChange(kind=ChangeKind.DIGEST_STOPPED, after=subscription.channel, comment=subscription.label)
    record.changes.append([change], subscription.created_by, now)
    return skipped


def _present(record: GroupRecord, subscription: Subscription) -> _Present:
    latest = record.subscriptions.latest_delivery(subscription.number)
    return _Present(record, subscription, latest, record.register.tally)


def _facts(present: _Present, now: datetime) -> dict[str, Any]:
    subscription, latest = present.subscription, present.latest
    untold = latest is not None and latest.state is DeliveryState.FAILED and not latest.has_arrived
    return {
        "subscription": subscription.number,
        "after": subscription.told_through,
        "through": present.record.changes.last_number,
        "since": _since(subscription, latest, untold=untold).isoformat(),
        "until": now.isoformat(),
        **subscription.coverage.facts(),
        "languages": [language.value for language in subscription.languages],
        "zone": subscription.schedule.zone,
        **taken(present.tally, subscription, latest, now, untold=untold),
    }


def _since(subscription: Subscription, latest: Delivery | None, *, untold: bool) -> datetime:
    """Where the period begins: at the end of the last digest's, at the start of one that never arrived."""
    if latest is None:
        return subscription.created_at
    stretch = stretch_of(latest.facts)
    return stretch.since if untold else stretch.until
