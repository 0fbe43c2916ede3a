"""Editing a digest that is scheduled."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from domain.change import ChangeKind, NewChange
from domain.delivery import Skipped
from domain.ports import UnitOfWork
from domain.receipt import Receipt
from domain.recurrence import unanchored
from domain.refusal import Refusal, RefusalCode
from domain.repositories import GroupRecord
from domain.schedule import Schedule, slot_after, slots_due
from domain.subscription import Definition, Subscription, SubscriptionState
from domain.usecases.deliveries import use_slots
from domain.usecases.origin import Origin, Scene, enter
from domain.usecases.slots import skip_slot
from domain.usecases.subscriptions import (
    require_known,
    require_scheduler,
    same_as,
    subscription_in,
)
from domain.usecases.vacant_dates import begun_anew, latest, vacant

Revision: TypeAlias = Callable[[Definition], Definition]
"""What the digest is to be, of what it is: only what was said is different. It may be asked again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditDigest:
    """`version` is the one that somebody saw in a form; None: whatever it is by now."""

    origin: Origin
    group: int
    channel: str
    number: int
    revision: Revision
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Edited:
    """The digest that is stored, and what became different about it: nothing, when it was so already."""

    subscription: Subscription
    changes: tuple[NewChange, ...]


def edit_digest(command: EditDigest, uow: UnitOfWork, now: datetime) -> Edited:
    """What was said is different from the next digest on; one on its way goes as it was made.

    Its range goes on. Its next date is one that was neither used nor left out. Raises Refusal.
    """
    scene = enter(uow, command.origin, command.group)
    found = subscription_in(scene, command.channel, command.number)
    receipt = scene.workspace.receipts.find(command.origin.key)
    if receipt is not None:
        return Edited(found, _told_before(scene.record, receipt))
    require_scheduler(scene, found.reader, found.themes)
    if found.state is SubscriptionState.STOPPED:
        raise Refusal(RefusalCode.SUBSCRIPTION_ENDED, number=found.number)
    if command.version is not None and command.version != found.version:
        raise Refusal(RefusalCode.DIGEST_CHANGED, number=found.number)
    wanted = _in_the_same_weeks(command.revision(found.definition), found.schedule)
    if written(wanted) == written(found.definition):
        return Edited(found, ())
    _require_allowed(scene, found, wanted)
    return _save(uow, scene, command, wanted, now)


def _in_the_same_weeks(wanted: Definition, before: Schedule) -> Definition:
    """A recurrence that stays what it was comes in the weeks in which it came."""
    if unanchored(wanted.schedule.recurrence) != unanchored(before.recurrence):
        return wanted
    return replace(wanted, schedule=replace(wanted.schedule, recurrence=before.recurrence))


def _require_allowed(scene: Scene, found: Subscription, wanted: Definition) -> None:
    require_scheduler(scene, found.reader, wanted.coverage.themes)
    require_known(scene.record.group, wanted, found.reader)
    others = [each for each in scene.record.subscriptions.of_channel(found.channel) if each != found]
    same = same_as(others, wanted)
    if same is not None:
        raise Refusal(RefusalCode.DIGEST_ALREADY, number=same.number)


def _save(uow: UnitOfWork, scene: Scene, command: EditDigest, wanted: Definition, now: datetime) -> Edited:
    """What is due by now still goes as it was: the slots behind it are the edited ones."""
    settled = _without_due(uow, scene.record, command.number, now)
    edited = replace(
        settled,
        schedule=wanted.schedule,
        coverage=wanted.coverage,
        languages=wanted.languages,
        skip_quiet=wanted.skip_quiet,
        version=settled.version + 1,
    )
    if wanted.schedule != settled.schedule:
        edited = _rescheduled(scene.record, edited, now)
    changes = tuple(_changes(settled, edited))
    scene.record.subscriptions.save(edited)
    told = scene.record.changes.append(changes, scene.actor.person.user, now)
    facts = {"first": str(told[0].number), "through": str(told[-1].number)}
    receipt = Receipt(str(edited.number), facts)
    scene.workspace.receipts.add(command.origin.key, receipt, now)
    return Edited(edited, changes)


def _told_before(record: GroupRecord, receipt: Receipt) -> tuple[NewChange, ...]:
    if "first" not in receipt.facts:
        return ()
    first, through = int(receipt.facts["first"]), int(receipt.facts["through"])
    return record.changes.between(first - 1, through, through - first + 1)


def _without_due(uow: UnitOfWork, record: GroupRecord, number: int, now: datetime) -> Subscription:
    """The subscription once its slots that are due by now have been used, as a tick would."""
    found = _stored(record, number)
    if found.next_slot is None or found.next_slot.due_at > now:
        return found
    if not record.subscriptions.in_flight(number):
        use_slots(uow, record, found, now)
        return _stored(record, number)
    passed = slots_due(found.schedule, found.next_slot, now)
    for slot in passed:
        skip_slot(uow, found, slot, Skipped.UNDER_WAY)
    used = replace(found, last_date=latest(found.last_date, passed[-1].date))
    following = slot_after(found.schedule, passed[-1].date)
    return replace(used, next_slot=vacant(record, used, following, now))


def _stored(record: GroupRecord, number: int) -> Subscription:
    found = record.subscriptions.get(number)
    if found is None or found.state is SubscriptionState.STOPPED:
        raise Refusal(RefusalCode.SUBSCRIPTION_ENDED, number=number)
    return found


def _rescheduled(record: GroupRecord, subscription: Subscription, now: datetime) -> Subscription:
    schedule, slot = begun_anew(record, subscription, now)
    is_active = subscription.state is SubscriptionState.ACTIVE
    return replace(subscription, schedule=schedule, next_slot=slot if is_active else None)


def _changes(before: Subscription, after: Subscription) -> Iterator[NewChange]:
    was, now = written(before.definition), written(after.definition)
    for name, value in now.items():
        if was[name] != value:
            yield NewChange(
                kind=ChangeKind.DIGEST_EDITED,
                before=f"{name}={was[name]}",
                after=f"{name}={value}",
                comment=after.label,
            )


def written(definition: Definition) -> dict[str, str]:
    """Each thing that can be said of a digest, as changes tell it: keys, codes and rules, no words."""
    schedule, covers = definition.schedule, definition.coverage
    whose = "mine" if covers.mine_of else "concerning" if covers.concerning else ""
    return {
        "days": schedule.recurrence.rule,
        "time": f"{schedule.at:%H:%M}",
        "zone": schedule.zone,
        "themes": ",".join(covers.themes),
        "sectors": ",".join(sector.value for sector in covers.sectors),
        "countries": ",".join(covers.countries),
        "whose": whose,
        "languages": ",".join(language.value for language in definition.languages),
        "quiet": "skip" if definition.skip_quiet else "tell",
    }
