"""Putting an item of one's own off: reminders are silent about it until a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.act import ActKind
from domain.item import Item
from domain.kinds import NATURES
from domain.notice import zone_of
from domain.ports import UnitOfWork
from domain.receipt import Receipt
from domain.reference import Reference
from domain.refusal import Refusal, RefusalCode
from domain.repositories import GroupRecord
from domain.usecases.acts import keep_act
from domain.usecases.items import Stale, item_in, stale_for
from domain.usecases.origin import Origin, Scene, enter

_UNTIL = "until"
"""The fact of a receipt that is the day until which the item was put off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snooze:
    """Until which local day of the person's; None: remind them as ever. `version` is the one they saw."""

    origin: Origin
    group: int
    reference: Reference
    until: date | None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Snoozed:
    """The item, and until when it is put off (None: not at all)."""

    item: Item
    until: date | None
    repeated: bool = False


def snooze(command: Snooze, uow: UnitOfWork, now: datetime) -> Snoozed | Stale:
    """Put it off, for whoever asks alone. Raises Refusal.

    NOT_YOURS for what they do not carry out, CLOSED for what nobody does any more, SNOOZE_PASSED for a day
    that is not ahead.
    """
    scene = enter(uow, command.origin, command.group)
    found = item_in(scene.record, command.reference)
    receipt = scene.workspace.receipts.find(command.origin.key)
    if receipt is not None:
        written = receipt.facts[_UNTIL]
        return Snoozed(found, date.fromisoformat(written) if written else None, repeated=True)
    stale = stale_for(scene.record, found, command.version, command.origin.person.user)
    if stale is not None:
        return stale
    _require_own(scene, found)
    former = scene.record.snoozes.of([command.origin.person.user]).get(command.origin.person.user, {})
    before = former.get(found.reference)
    _put(scene, found, command.until, now)
    kind = ActKind.SNOOZE_ENDED if command.until is None else ActKind.SNOOZED
    said = None if before is None else before.isoformat()
    if before != command.until:
        keep_act(scene.record, command.origin, kind, str(found.reference), said)
    facts = {_UNTIL: "" if command.until is None else command.until.isoformat()}
    scene.workspace.receipts.add(command.origin.key, Receipt(str(found.reference), facts), now)
    return Snoozed(found, command.until)


def wake(record: GroupRecord, before: Item, after: Item) -> None:
    """Another state, owner or day of it ends for everybody that it was put off."""
    is_another = (before.status, before.owner, before.due_on) != (after.status, after.owner, after.due_on)
    if NATURES[after.kind.series].assignable and is_another:
        record.snoozes.clear(after.reference)


def _require_own(scene: Scene, found: Item) -> None:
    nature = NATURES[found.kind.series]
    if not nature.assignable or found.owner != scene.actor.person.user:
        raise Refusal(RefusalCode.NOT_YOURS, reference=str(found.reference))
    if nature.life.is_closed(found.status):
        raise Refusal(RefusalCode.CLOSED, reference=str(found.reference), status=str(found.status))


def _put(scene: Scene, found: Item, until: date | None, now: datetime) -> None:
    snoozes, user = scene.record.snoozes, scene.actor.person.user
    if until is None:
        snoozes.clear(found.reference, user)
        return
    zone = ZoneInfo(zone_of(scene.actor.profile, scene.record.group))
    if until <= now.astimezone(zone).date():
        raise Refusal(RefusalCode.SNOOZE_PASSED, date=until.isoformat())
    snoozes.put(user, found.reference, until)
