"""Leaving the next date of a digest out, and the way back while that date lies ahead."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from domain.change import ChangeKind, NewChange
from domain.delivery import Skipped
from domain.ports import UnitOfWork
from domain.receipt import Receipt
from domain.refusal import Refusal, RefusalCode
from domain.schedule import Slot, slot_after
from domain.subscription import Subscription
from domain.usecases.deliveries import skip_slot, slot_key
from domain.usecases.origin import Scene
from domain.usecases.subscriptions import Steer, steered

_BEFORE = "used-before"
"""The fact of a row: the latest local date that was used before this one was left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkipDigest:
    """Leave out the digest of the local date `on`, or take that back; None: the one it can be done to."""

    steer: Steer
    on: date | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The digest that is stored, and the local date that is left out; None: nothing was done."""

    subscription: Subscription
    date: date | None


@dataclass(frozen=True, slots=True)
class Reinstated:
    """The digest that is stored, and the local date that comes after all; None: nothing was done."""

    subscription: Subscription
    date: date | None


def skip_digest(command: SkipDigest, uow: UnitOfWork, now: datetime) -> LeftOut:
    """Leave the next one out: its date becomes a row, and the one after it tells everything since the last.

    A date that is not the next one is left out already, or past: nothing is done. One's own needs no right.
    Raises Refusal.
    """
    scene, found, already = steered(command.steer, uow, own_freely=True)
    if already:
        return LeftOut(found, _said_before(scene, command))
    slot = found.next_slot
    if slot is None:
        raise Refusal(RefusalCode.DIGEST_NOT_DUE, number=found.number)
    if command.on is not None and command.on != slot.date:
        return LeftOut(found, None)
    used = {} if found.last_date is None else {_BEFORE: found.last_date.isoformat()}
    skip_slot(uow, found, slot, Skipped.ASKED, used)
    following = slot_after(found.schedule, slot.date)
    skipped = replace(found, next_slot=following, last_date=slot.date)
    return LeftOut(_written(scene, command, skipped, (ChangeKind.DIGEST_SKIPPED, slot.date), now), slot.date)


def unskip_digest(command: SkipDigest, uow: UnitOfWork, now: datetime) -> Reinstated:
    """Let the date come that was left out last, while it lies ahead: its row goes, so that it can be used.

    A date that was not left out, has passed, or that an edit took from the schedule: nothing is done. One's
    own needs no right. Raises Refusal.
    """
    scene, found, already = steered(command.steer, uow, own_freely=True)
    if already:
        return Reinstated(found, _said_before(scene, command))
    slot = _left_out(found, uow, now)
    if slot is None or command.on not in {None, slot.date}:
        return Reinstated(found, None)
    row = uow.logbook.by_key(slot_key(found, slot.date))
    used = None if row is None else row.facts.get(_BEFORE)
    uow.logbook.unskip(slot_key(found, slot.date))
    back = replace(
        found,
        next_slot=None if found.next_slot is None else min(found.next_slot, slot),
        last_date=None if used is None else date.fromisoformat(used),
    )
    return Reinstated(
        _written(scene, command, back, (ChangeKind.DIGEST_UNSKIPPED, slot.date), now), slot.date
    )


def _left_out(found: Subscription, uow: UnitOfWork, now: datetime) -> Slot | None:
    """The slot ahead that somebody left out last."""
    last = found.last_date
    if last is None:
        return None
    slot = slot_after(found.schedule, last - timedelta(days=1))
    row = uow.logbook.by_key(slot_key(found, last))
    is_ahead = slot.date == last and slot.due_at > now
    return slot if is_ahead and row is not None and row.skipped is Skipped.ASKED else None


def _said_before(scene: Scene, command: SkipDigest) -> date | None:
    receipt = scene.workspace.receipts.find(command.steer.origin.key)
    said = None if receipt is None else receipt.facts.get("date")
    return None if said is None else date.fromisoformat(said)


def _written(
    scene: Scene, command: SkipDigest, turned: Subscription, told: tuple[ChangeKind, date], now: datetime
) -> Subscription:
    kind, on = told
    stored = replace(turned, version=turned.version + 1)
    scene.record.subscriptions.save(stored)
    change = NewChange(kind=kind, after=on.isoformat(), comment=f"D-{stored.number}")
    scene.record.changes.append([change], scene.actor.person.user, now)
    receipt = Receipt(str(stored.number), {"date": on.isoformat()})
    scene.workspace.receipts.add(command.steer.origin.key, receipt, now)
    return stored
